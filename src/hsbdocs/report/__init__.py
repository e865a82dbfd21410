"""What came of parsing, as text for people and as JSON for programs."""
