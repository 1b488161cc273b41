"""Sizes in words, as the platforms write them."""


def pixels(width_px: int, height_px: int) -> str:
    return f"{width_px} × {height_px}"


def weight(count: int) -> str:
    """Return bytes in decimal units, as the platforms count them."""
    if count < 1_000:
        return f"{count} B"
    if count < 1_000_000:
        return f"{count / 1_000:.{1 if count < 10_000 and count % 1_000 else 0}f} KB"
    return f"{count / 1_000_000:.{1 if count % 1_000_000 else 0}f} MB"
