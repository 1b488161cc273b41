"""Who makes the picture."""
