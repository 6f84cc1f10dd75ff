"""What all tests share."""

from io import BytesIO

import pytest
from flask import Flask
from hypothesis import settings
from jinja2 import BytecodeCache

settings.register_profile("untimed", deadline=None)  # a busy machine is no fault of what is tested
settings.load_profile("untimed")


class Compiled(BytecodeCache):
    """Templates as they were compiled for the first application here."""

    def __init__(self):
        self.known = {}

    def load_bytecode(self, bucket):
        if bucket.key in self.known:
            bucket.load_bytecode(BytesIO(self.known[bucket.key]))

    def dump_bytecode(self, bucket):
        written = BytesIO()
        bucket.write_bytecode(written)
        self.known[bucket.key] = written.getvalue()


@pytest.fixture(scope="session", autouse=True)
def compiled_once():
    """Compile each template once, and not for the application of each test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Flask, "jinja_options", {**Flask.jinja_options, "bytecode_cache": Compiled()})
        yield
