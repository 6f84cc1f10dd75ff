"""Say why a plan is as it is, and what something else would cost others, whom it never names."""
