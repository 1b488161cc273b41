"""What a storage key looks like: parts of small letters, digits, dots, dashes and underscores, none of them hidden."""

import re

_KEY = re.compile(r"[a-z0-9_-][a-z0-9._-]*(/[a-z0-9_-][a-z0-9._-]*)*")


def check_key(key: str) -> None:
    """Raise ValueError for anything else: keys are made of ids and digests, never of what somebody typed."""
    if not _KEY.fullmatch(key):
        raise ValueError("not a storage key")
