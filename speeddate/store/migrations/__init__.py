"""How the tables have changed."""
