"""A paid service for tests: a scripted HTTP server with a log of its calls, and the artist that calls it."""
