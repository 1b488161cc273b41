"""PostgreSQL, Valkey and a worker for a machine that has none."""
