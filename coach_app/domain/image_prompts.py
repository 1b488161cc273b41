"""What an image model is told: the brief, the channel's look and the rules of the asset type, as plain sentences.

Its size and shape are asked for beside the prompt. What is cut out stands on a flat key colour, because models paint
checkerboards where they are asked for transparency.
"""

import re

from coach_app.domain.asset_types import AssetType, Composition, Ground
from coach_app.domain.brand_looks import BrandLook
from coach_app.domain.brief import Brief
from coach_app.domain.key_colours import key_colour
from coach_app.domain.ports import Artist
from coach_app.domain.prompts import (
    KEPT_CLEAR,
    brand_sentences,
    detail_sentences,
    place_of,
    refined_prompt,
    shown_phrase,
)

_LEADS = {
    Composition.EMOTE: "An emote for a chat, a sticker",
    Composition.BADGE: "A tiny badge for a chat, one symbol",
    Composition.PORTRAIT: "A profile picture",
    Composition.THUMBNAIL: "A thumbnail for a video",
    Composition.PANEL: "A panel of a streamer's page, a label",
    Composition.BANNER: "A banner of a streamer's channel",
    Composition.FRAME: "A frame for a streamer's camera",
}
_RULES = {
    Composition.EMOTE: "One subject in the middle, filling 85 % of the frame, thick dark outline, few and simple "
    "shapes, strong contrast, clear even when it is shown very small",
    Composition.BADGE: "One subject in the middle, filling 85 % of the frame, thick dark outline, very few and simple "
    "shapes, strong contrast, clear even when it is shown tiny",
    Composition.PORTRAIT: "The face large in the middle, all that matters inside a circle, strong contrast",
    Composition.THUMBNAIL: "One clear focus, large shapes, strong contrast, clear even when it is shown small",
    Composition.PANEL: "Few and simple shapes, large words, strong contrast",
    Composition.BANNER: "All that matters in the middle, nothing that matters at the edges, strong contrast",
    Composition.FRAME: "Decoration at the four edges only",
}
_DEFAULT_STYLE = "Bold cartoon illustration"
_NO_WORDS = "No words, no letters, no watermark"
_ONLY_THESE_WORDS = "Words are spelled exactly as they are quoted here, and there are no others"
CHANGE = (
    "Change the first picture that is sent with this: keep its character, style, outline and composition, and change "
    "only what is different here."
)
_FLAT_IN_A_PROMPT = re.compile(r"a flat, uniform background in #[0-9a-f]{6}")
_SOME_FLAT_GROUND = re.compile(
    r"\b(?:flat|plain|solid|uniform)\b[^.]*\b(?:background|ground|backdrop)\b|"
    r"\b(?:background|ground|backdrop)\b[^.]*\b(?:flat|plain|solid|uniform)\b",
    re.IGNORECASE,
)
_FLAT = "a flat, uniform background in {key}, with no gradient, no shadow and no checkerboard"


def prompt_for(
    artist: Artist, asset_type: AssetType, brief: Brief, brand: BrandLook | None = None, *, pictures: int
) -> str:
    """Return what this artist is told, with so many pictures to go by, or an empty string while there is nothing to
    draw."""
    if artist.is_ai:
        return image_prompt(asset_type, brief, brand, pictures=pictures if artist.can_see else 0)
    return refined_prompt(asset_type, brief, brand)


def told(artist: Artist, prompt: str, *, is_change: bool) -> str:
    """Return what the artist is told where it may have to change a picture, which it has to be able to see."""
    return f"{CHANGE} {prompt}" if prompt and is_change and artist.can_see else prompt


def ground_left_out(made: str, written: str) -> str:
    """Return the ground that the prompt made from the brief asks for and the one written by hand does not; without it
    what is behind the subject cannot be cut away. Empty where nothing is missing."""
    asked = _FLAT_IN_A_PROMPT.search(made)
    return "" if asked is None or _SOME_FLAT_GROUND.search(written) else asked.group()


def image_prompt(asset_type: AssetType, brief: Brief, brand: BrandLook | None = None, *, pictures: int = 0) -> str:
    """Return the whole prompt, or an empty string while there is nothing to draw."""
    if not refined_prompt(asset_type, brief, brand):
        return ""
    phrase = shown_phrase(asset_type, brief)
    shown = f": {phrase}{place_of(asset_type, brief)}" if phrase else ""
    sentences = [
        f"{_LEADS[asset_type.composition]}{shown}",
        *detail_sentences(asset_type, brief),
        _ONLY_THESE_WORDS if brief.text else _NO_WORDS,
        *(brand_sentences(brand, brief) if brand else []),
        *_go_by(pictures),
        *([] if brief.style or pictures else [_DEFAULT_STYLE]),
        _rules(asset_type),
        *_ground(asset_type, key_colour(brief, brand)),
    ]
    return " ".join(sentence if sentence.endswith("…") else f"{sentence}." for sentence in sentences)


def _go_by(pictures: int) -> list[str]:
    if not pictures:
        return []
    sent, it = ("picture", "it") if pictures == 1 else (f"{pictures} pictures", "them")
    return [
        f"Go by the {sent} sent with this: where nothing else is said, take the character, the colours and the style "
        f"from {it}, but not the background, the frame or the words"
    ]


def _rules(asset_type: AssetType) -> str:
    kept_clear = KEPT_CLEAR.get(asset_type.id)
    rules = _RULES[asset_type.composition]
    return f"{rules}, {kept_clear}" if kept_clear else rules


def _ground(asset_type: AssetType, key: str) -> list[str]:
    flat = _FLAT.format(key=key)
    match asset_type.ground:
        case Ground.CUTOUT:
            return [f"Behind it, from edge to edge, {flat}", f"Nothing of the subject has the colour {key}"]
        case Ground.FRAME:
            return [f"The whole middle, a large rectangle, is {flat}", f"Nothing of the frame has the colour {key}"]
    return ["The picture fills the whole frame, without a border"]
