"""What is kept: tables, and how events, people and doors go in and out of them."""
