"""Plan job speed-dating events so that every accessibility need is kept."""

__version__ = "0.1.0"
