"""Frozen types without input or output: what content, files, records and findings are."""
