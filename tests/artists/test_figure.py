"""A figure in its poses: it looks either way, its letters do not."""

from collections.abc import Iterator

import pytest

from coach_app.artists.offline.figure import layers
from coach_app.artists.offline.interpret import interpret
from coach_app.artists.offline.kit.look import Detail
from coach_app.artists.offline.shapes import Group, Node
from coach_app.artists.offline.variants import pose
from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetTypeId
from coach_app.domain.brief import Brief


@pytest.mark.parametrize(
    "brief",
    [
        Brief(subject="axolotl", expression="raging", action="smashing a keyboard"),
        Brief(subject="ghost", expression="sleepy"),
        Brief(subject="cat", expression="confused"),
    ],
)
def test_letters_are_readable_in_every_pose(brief: Brief) -> None:
    poses = [pose(brief, variant) for variant in range(6)]
    assert {one.is_mirrored for one in poses} == {True, False}
    for one in poses:
        letters = [
            is_mirrored
            for layer in layers(interpret(brief, ASSET_TYPES[AssetTypeId.TWITCH_EMOTE]), one, Detail.FULL)
            for node in layer.nodes
            for is_mirrored in _letters(node, is_mirrored=False)
        ]
        assert letters
        assert not any(letters)


def _letters(node: Node, *, is_mirrored: bool) -> Iterator[bool]:
    """Say of each piece of text whether it ends up mirrored."""
    if isinstance(node, Group):
        is_mirrored ^= node.is_mirrored
        if node.is_text:
            yield is_mirrored
        for child in node.children:
            yield from _letters(child, is_mirrored=is_mirrored)
