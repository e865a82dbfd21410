"""What is kept, and only where it was asked for."""
