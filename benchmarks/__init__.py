"""What the product costs in seconds and bytes: `make bench`."""
