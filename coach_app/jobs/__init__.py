"""The queue as a doorbell."""
