"""Who may come in, by which door, and who they are: staff by accounts, guests by links of their own."""
