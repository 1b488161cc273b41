"""What one tab sees, split by how often it changes; all of it can be read again from the database."""
