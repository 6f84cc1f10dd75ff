"""Run speeddate as `python -m speeddate`."""

from speeddate.cli import main

main()
