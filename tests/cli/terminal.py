"""Give commands as somebody at a terminal does."""

from click.testing import CliRunner

from speeddate.cli import main
from speeddate.services.files import examples

SMALL, IMPOSSIBLE, OVERBOOKED = (str(examples()[name]) for name in ("small", "impossible", "overbooked"))


def run(*words, status=0):
    answer = CliRunner().invoke(main, list(map(str, words)))
    assert answer.exit_code == status, answer.output
    return answer
