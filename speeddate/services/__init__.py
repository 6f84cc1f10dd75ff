"""What one can ask of speeddate: one verb per function."""
