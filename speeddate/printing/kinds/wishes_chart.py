"""How the wishes were met: a bar for the first wishes, the second, and so on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from speeddate.domain.event import Event
from speeddate.domain.schedule import Schedule
from speeddate.printing.blocks import Bar, Block, Chart, Paragraph, plain
from speeddate.printing.words import Voice


def chart(event: Event, schedule: Schedule, voice: Voice) -> Iterator[Block]:
    """Yield the chart with its title; nothing where nobody wished for anybody."""
    if event.longest_list:
        bars = tuple(_bars(event, schedule, voice))
        told = ", ".join(f"{bar.label} {bar.number}" for bar in bars)
        title = voice.say("chart.title")
        yield Paragraph(plain(title), "strong")
        yield Chart(bars, voice.say("chart.words", title=title, bars=told))


def _bars(event: Event, schedule: Schedule, voice: Voice) -> Iterator[Bar]:
    met = Counter(_rank(event, meeting.candidate, meeting.employer) for meeting in schedule.meetings)
    for rank in range(1, event.longest_list + 1):
        yield Bar(voice.say("chart.wish", rank=rank), met[rank])
    if met[0]:
        yield Bar(voice.say("chart.other"), met[0])


def _rank(event: Event, candidate: str, employer: str) -> int:
    wishes = event.candidate[candidate].wishes
    return wishes.index(employer) + 1 if employer in wishes else 0
