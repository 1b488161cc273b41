"""The page: everything that knows Reflex."""
