"""Register those who take part: candidates with what is theirs alone, employers, and who prepares whom."""
