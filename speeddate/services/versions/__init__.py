"""Publish a plan, compare it with others, and tell those whom it concerns."""
