"""Sheets on screens: blocks in, a web page out that says the same as the paper."""

from speeddate.printing.screen.html import fragment, html

__all__ = ["fragment", "html"]
