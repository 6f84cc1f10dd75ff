"""Sheets drawn on paper: blocks in, bytes of tagged PDF out."""
