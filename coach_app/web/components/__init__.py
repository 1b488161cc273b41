"""What pages are made of: one file for each part."""
