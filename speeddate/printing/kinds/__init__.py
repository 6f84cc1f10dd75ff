"""What each kind of sheet says, as blocks: one file a kind."""
