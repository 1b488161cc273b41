"""Bytes in, exact files out: sizing, encoding, previews, checks, in a process of its own."""
