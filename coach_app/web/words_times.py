"""Times in words."""

from datetime import UTC, datetime


def age(then: datetime) -> str:
    """Return how long ago it was, without a time zone: "just now", "5 min ago", "3 days ago"."""
    minutes = int((datetime.now(UTC) - then).total_seconds() // 60)
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{minutes} min ago"
    if minutes < 24 * 60:
        return f"{minutes // 60} h ago"
    days = minutes // (24 * 60)
    return "yesterday" if days == 1 else f"{days} days ago"
