"""Bring lists of people in and out: read, shown, and written only when somebody has seen what they would do."""
