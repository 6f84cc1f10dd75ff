"""What is written in forms, read without letters that steer and are not seen."""

from __future__ import annotations

import re
from typing import Any, Final

from flask import Request
from werkzeug.formparser import FormDataParser

UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)


class Reader(FormDataParser):
    """Reads forms, without control characters and what turns the direction of a text; what joins letters stays."""

    def parse(self, *sent: Any, **more: Any) -> Any:
        """Read what was sent: what is left of it, what was written, and the files, which stay as they are."""
        rest, written, files = super().parse(*sent, **more)
        kept = [(name, UNSEEN.sub("", value)) for name, value in written.items(multi=True)]
        return rest, self.cls(kept), files


class Heard(Request):
    """A request whose forms are read like that."""

    form_data_parser_class = Reader
