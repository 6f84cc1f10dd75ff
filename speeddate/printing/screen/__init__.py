"""Sheets on screens: blocks in, a web page out that says the same as the paper."""

from speeddate.printing.screen.html import html

__all__ = ["html"]
