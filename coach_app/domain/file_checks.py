"""Whether a file is what its platforms ask for: facts read from its bytes in, one green or red finding a rule out."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from coach_app.domain.asset_types import AssetType, Ground
from coach_app.domain.exports import Export, Platform
from coach_app.domain.words_measures import pixels, weight

# A cut-out that fills less is a speck, and one that fills more has kept its ground.
_LEAST_OPAQUE, _MOST_OPAQUE = 0.05, 0.95


class Legibility(BaseModel):
    """How a picture does at the size that chat shows.

    `dark` and `light` are the share of the outline that stands out from Twitch's dark and light chat, `edges` the
    share of the larger picture's edges that are left; each from 0 to 1. `fingerprint` is 64 bits as 16 hex digits, of
    which most are alike for pictures that look alike.
    """

    model_config = ConfigDict(frozen=True)

    dark: float
    light: float
    edges: float
    fingerprint: str


class FileFacts(BaseModel):
    """What the bytes of a file are. `mode` is that of the decoded pixels: "RGBA", "RGB", else what they are instead.

    `opaque_share` is the share of pixels that are more opaque than clear; `has_clear_hole` is None where none is asked.
    """

    model_config = ConfigDict(frozen=True)

    format: str
    mode: str
    width_px: int
    height_px: int
    bytes: int
    has_metadata: bool
    has_clear_corners: bool
    opaque_share: float
    has_clear_hole: bool | None = None
    legibility: Legibility | None = None


class Rule(StrEnum):
    PIXELS = "pixels"
    FORMAT = "format"
    BYTES = "bytes"
    GROUND = "ground"
    SUBJECT = "subject"
    HOLE = "hole"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule and whether the file keeps it; `said` is what is so. No platform means every one of them."""

    rule: Rule
    is_met: bool
    said: str
    platform: Platform | None = None


def findings(kind: AssetType, export: Export, facts: FileFacts) -> tuple[Finding, ...]:
    """Return what there is to say of a file, the rules of single platforms last."""
    return (
        _pixels(export, facts),
        *_ground(kind, facts),
        _format(kind, export, facts),
        Finding(
            Rule.METADATA,
            not facts.has_metadata,
            "hidden data inside" if facts.has_metadata else "no hidden data",
        ),
        *(_bytes(facts.bytes, upload.max_bytes, upload.platform) for upload in export.uploads),
    )


def total_finding(kind: AssetType, bytes_by_name: Mapping[str, int]) -> Finding | None:
    """Return whether the files of the main platform are small enough together, where that is asked."""
    if kind.max_total_bytes is None:
        return None
    platform = kind.platforms[0]
    names = [export.name for export in kind.exports if any(use.platform is platform for use in export.uploads)]
    return _bytes(sum(bytes_by_name.get(name, 0) for name in names), kind.max_total_bytes, platform)


def _pixels(export: Export, facts: FileFacts) -> Finding:
    is_met = (facts.width_px, facts.height_px) == (export.width_px, export.height_px)
    said = pixels(facts.width_px, facts.height_px)
    return Finding(
        Rule.PIXELS, is_met, said if is_met else f"{said} instead of {pixels(export.width_px, export.height_px)}"
    )


def _format(kind: AssetType, export: Export, facts: FileFacts) -> Finding:
    mode = "RGBA" if kind.has_alpha else "RGB"
    is_met = (facts.format, facts.mode) == (export.format, mode)
    said = export.format if is_met else f"{facts.format} {facts.mode} instead of {export.format} {mode}"
    return Finding(Rule.FORMAT, is_met, said)


def _ground(kind: AssetType, facts: FileFacts) -> tuple[Finding, ...]:
    if kind.ground is Ground.OPAQUE:
        return ()
    if kind.ground is Ground.FRAME:
        is_open = facts.has_clear_hole is True
        return (Finding(Rule.HOLE, is_open, "see-through inside" if is_open else "not see-through inside"),)
    corners = Finding(
        Rule.GROUND,
        facts.has_clear_corners,
        "see-through ground" if facts.has_clear_corners else "its ground is not see-through",
    )
    if facts.opaque_share < _LEAST_OPAQUE:
        return corners, Finding(Rule.SUBJECT, False, "nearly nothing on it")
    is_cut = facts.opaque_share <= _MOST_OPAQUE
    return corners, Finding(Rule.SUBJECT, is_cut, "subject cut out" if is_cut else "nothing was cut out")


def _bytes(count: int, limit: int, platform: Platform) -> Finding:
    is_met = count <= limit
    said = f"under {weight(limit)}" if is_met else f"{weight(count)}, over {weight(limit)}"
    return Finding(Rule.BYTES, is_met, said, platform)
