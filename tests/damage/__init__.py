"""Damaged files: whatever is done to one, every value is the original, null, or has a finding on its row."""
