"""Set an event up: its frame, its places, what is shared, its checklist, and whether it can work out."""
