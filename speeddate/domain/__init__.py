"""Plain values that everything else is about: the event, its options, limits and goals. Imports nothing of ours."""
