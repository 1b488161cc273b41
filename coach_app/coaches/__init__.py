"""Who writes the coach's turn."""
