"""Sheets on paper: domain values in, bytes of PDF out. Reads no files of anybody's and no clock."""

from speeddate.printing.drafts import Kind
from speeddate.printing.fitting import Unprinted
from speeddate.printing.press import Size
from speeddate.printing.sheets import ALL_IN_ONE, KINDS, SEPARATE, UnprintedError, print_sheets

__all__ = ["ALL_IN_ONE", "KINDS", "SEPARATE", "Kind", "Size", "Unprinted", "UnprintedError", "print_sheets"]
