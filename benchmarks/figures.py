"""How a figure is printed: its name, its value, what was aimed at."""

from collections.abc import Sequence
from statistics import median


def figure(name: str, value: str, target: str = "") -> None:
    """Print one line of the table."""
    print(f"{name:<58} {value:>22}   {target}", flush=True)


def milliseconds(values: Sequence[float]) -> str:
    """Return the median and the 95th percentile of seconds, as milliseconds."""
    ordered = sorted(values)
    p95 = ordered[min(len(ordered) - 1, round(len(ordered) * 0.95))]
    return f"p50 {median(ordered) * 1000:.0f} p95 {p95 * 1000:.0f} ms"
