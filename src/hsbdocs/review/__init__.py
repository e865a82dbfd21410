"""The review of the guidance: what is laid before the partners, and what comes back. It reads and writes no file."""
