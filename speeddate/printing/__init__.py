"""Sheets on paper: domain values in, bytes of PDF out. Reads no files of anybody's and no clock."""

from speeddate.printing.press import Kind, Size
from speeddate.printing.sheets import KINDS, Unprinted, UnprintedError, print_sheets

__all__ = ["KINDS", "Kind", "Size", "Unprinted", "UnprintedError", "print_sheets"]
