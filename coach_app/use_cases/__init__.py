"""What a user or the worker can do: one file, one action, short transactions."""
