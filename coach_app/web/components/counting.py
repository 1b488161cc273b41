"""Counting in the browser: a State's list is typed as a list, and is a Var of one where components see it."""

from collections.abc import Sequence
from typing import cast

import reflex as rx


def count(items: Sequence[object]) -> int:
    """Return how many there are, as a Var that stands for the number."""
    return cast(int, rx.Var.create(items).to(list).length())
