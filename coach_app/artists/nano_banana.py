"""Nano Banana, Google's image model: one call, one picture. Source: the Gemini API's documentation, November 2026."""

import base64
from typing import Any, BinaryIO

from coach_app.artists.gemini_answers import picture_in
from coach_app.artists.gemini_errors import error_of
from coach_app.artists.upstream import CALL_SECONDS, Upstream
from coach_app.domain.asset_types import AssetType, AssetTypeId
from coach_app.domain.hidden_key import HiddenKey
from coach_app.domain.media_types import media_type_of
from coach_app.domain.ports import PaintRequest, Picture
from coach_app.domain.spending import Price, ProviderId, TokenUsage

# What the models paint a picture of each size with, and what a prompt is about.
_PAINTED_TOKENS = {"1K": 1120, "2K": 1680, "4K": 3780}
_PROMPT_TOKENS = 300


class NanoBanana:
    """Asks the model once for each picture; the prompt is sent as it is, and so are the pictures to go by."""

    id = ProviderId.GEMINI
    name = "Nano Banana"
    is_ai = True
    can_see = True
    asset_types = tuple(AssetTypeId)

    def __init__(
        self, *, base_url: str, key: str, model: str, price: Price, call_seconds: float = CALL_SECONDS
    ) -> None:
        self.model = model
        self._price = price
        self._path = f"/v1beta/models/{model}"
        self._key = HiddenKey(key)
        self._upstream = Upstream(base_url, {"x-goog-api-key": key}, self._key, call_seconds=call_seconds)

    def price_micro_dollars(self, asset_type: AssetType) -> int:
        """Return what a picture of this type costs, about."""
        usage = TokenUsage(read=_PROMPT_TOKENS, painted=_PAINTED_TOKENS[asset_type.ask_size])
        return self._price.micro_dollars(usage)

    def check(self) -> None:
        """Ask for the model's description, which is free. Raises ArtistError's kinds."""
        self._upstream.get(self._path, error_of)

    def paint(self, request: PaintRequest, answer: BinaryIO) -> None:
        """Write the API's answer as it comes; takes up to 150 s. Raises ArtistError's kinds but PromptRefused."""
        self._upstream.post(f"{self._path}:generateContent", answer, error_of, json=_body(request))

    def picture(self, request: PaintRequest, answer: bytes) -> Picture:
        """Return the picture as the model sent it. Raises PromptRefused, NoPicture."""
        width, height = map(int, request.asset_type.ask_ratio.split(":"))
        data, receipt = picture_in(answer, ratio=width / height, model=self.model, price=self._price, key=self._key)
        return Picture(master=data, receipt=receipt)


def _body(request: PaintRequest) -> dict[str, Any]:
    pictures = ([request.changed] if request.changed else []) + list(request.shown)
    image = {"aspectRatio": request.asset_type.ask_ratio}
    # Some models have one size alone, and refuse to be told.
    if request.asset_type.ask_size != "1K":
        image["imageSize"] = request.asset_type.ask_size
    return {
        "contents": [{"role": "user", "parts": [{"text": request.prompt}, *map(_inline, pictures)]}],
        # With words allowed the model says why it has drawn nothing.
        "generationConfig": {"responseModalities": ["TEXT", "IMAGE"], "imageConfig": image},
    }


def _inline(picture: bytes) -> dict[str, object]:
    return {"inlineData": {"mimeType": media_type_of(picture), "data": base64.b64encode(picture).decode()}}
