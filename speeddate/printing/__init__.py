"""Sheets on paper: domain values in, bytes of PDF out. Reads no files of anybody's and no clock.

Printing starts in `sheets`. Nothing is imported here, so that pages can use `words` without all that drawing takes.
"""
