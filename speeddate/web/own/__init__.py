"""A candidate's own pages: at /me for themself, and beside the list of candidates for their own counsellor."""

from speeddate.web.own import answers, everything, home, invitation, needs, sharing, when, wishes, words
from speeddate.web.own.address import beside, me

PAGES = (home, answers, needs, when, words, wishes, sharing, everything, invitation)
VIEWS = (me, beside)

__all__ = ["PAGES", "VIEWS"]
