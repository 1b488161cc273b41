"""The built-in artist: draws from its own vector kit on this machine, without a model and without a network."""
