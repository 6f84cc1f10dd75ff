"""Send as much as possible through a net of narrow ways: how many people can have a place at once."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import numpy as np

Node = Hashable
Ways = dict[tuple[Node, Node], int]
SOURCE, SINK = "source", "sink"


def flow(ways: Mapping[tuple[Node, Node], int]) -> int:
    """Find how much can go from `SOURCE` to `SINK`, where no way lets more than this through."""
    from ortools.graph.python.max_flow import SimpleMaxFlow  # noqa: PLC0415  # much to load, where pages begin

    numbers: dict[Node, int] = {SOURCE: 0, SINK: 1}
    for step in ways:
        for node in step:
            numbers.setdefault(node, len(numbers))
    ends = np.array([(numbers[here], numbers[there]) for here, there in ways], np.int32).reshape(-1, 2)
    net = SimpleMaxFlow()
    net.add_arcs_with_capacity(ends[:, 0], ends[:, 1], np.array(list(ways.values()), np.int64))
    net.solve(numbers[SOURCE], numbers[SINK])
    return int(net.optimal_flow())
