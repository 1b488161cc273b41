"""The rules: standard library and pydantic, no I/O, no framework."""
