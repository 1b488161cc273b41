"""An image model behind the OpenAI API: OpenAI's own, or one of a server at home. Source: its reference, 2026-11."""

import base64
from io import BytesIO
from typing import Annotated, BinaryIO

import httpx
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, WrapValidator

from coach_app.artists.answer_fields import Count, or_absent
from coach_app.artists.openai_errors import error_of, error_of_edit
from coach_app.artists.sent_pictures import sent_picture
from coach_app.artists.upstream import CALL_SECONDS, Upstream
from coach_app.domain.asset_types import AssetType, AssetTypeId
from coach_app.domain.errors import NoPicture
from coach_app.domain.hidden_key import HiddenKey
from coach_app.domain.media_types import ending_of, media_type_of
from coach_app.domain.ports import PaintRequest, Picture
from coach_app.domain.provider_words import name, tokens
from coach_app.domain.spending import MICRO_DOLLARS, ProviderId, Receipt, TokenUsage

_SQUARE, _WIDE, _TALL = "1024x1024", "1536x1024", "1024x1536"
# These always answer with the picture itself, and refuse to be told so.
_WITHOUT_FORMAT = ("gpt-image", "chatgpt-image")


class _Read(BaseModel):
    model_config = ConfigDict(extra="ignore")


class _Item(_Read):
    b64_json: str | None = None
    url: str | None = None


class _Usage(_Read):
    input_tokens: Count = None
    output_tokens: Count = None


class _Answer(_Read):
    data: Annotated[list[_Item], BeforeValidator(lambda value: value or [])] = []
    usage: Annotated[_Usage | None, WrapValidator(or_absent)] = None


class OpenAIImages:
    """Asks for one picture: of words alone, or of pictures to go by, by the two routes that the API has for them."""

    id = ProviderId.OPENAI
    is_ai = True
    can_see = True
    asset_types = tuple(AssetTypeId)

    def __init__(
        self, *, base_url: str, key: str, model: str, price_dollars: float, call_seconds: float = CALL_SECONDS
    ) -> None:
        self.model = model
        self.name = model
        self._price = round(price_dollars * MICRO_DOLLARS)
        self._origin = _origin(base_url)
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._key = HiddenKey(key)
        self._upstream = Upstream(base_url, headers, self._key, call_seconds=call_seconds)

    def price_micro_dollars(self, asset_type: AssetType) -> int:  # noqa: ARG002 - all cost the same
        """Return what a picture costs, as the settings say."""
        return self._price

    def check(self) -> None:
        """Ask for the list of models, which is free. Raises ArtistError's kinds."""
        self._upstream.get("/models", error_of)

    def paint(self, request: PaintRequest, answer: BinaryIO) -> None:
        """Write the server's number of the request, a line end, and its answer with the picture itself in it.

        Raises ArtistError's kinds.
        """
        received = BytesIO()
        pictures = ([request.changed] if request.changed else []) + list(request.shown)
        fields = self._fields(request)
        if pictures:
            field = "image[]" if len(pictures) > 1 else "image"
            files = [(field, _sent(number, picture)) for number, picture in enumerate(pictures)]
            headers = self._upstream.post("/images/edits", received, error_of_edit, data=fields, files=files)
        else:
            headers = self._upstream.post("/images/generations", received, error_of, json={**fields, "n": 1})
        answer.write(headers.get("x-request-id", "").encode() + b"\n")
        answer.write(self._with_picture(received.getvalue()))

    def picture(self, request: PaintRequest, answer: bytes) -> Picture:
        """Return the picture as it was sent. Raises NoPicture."""
        request_id, _, body = answer.partition(b"\n")
        read = _read(body)
        usage = read.usage or _Usage()
        used = TokenUsage(read=tokens(usage.input_tokens), painted=tokens(usage.output_tokens))
        number = name(self._key.left_out(request_id.decode(errors="replace")))
        receipt = Receipt(self.model, self._price, used, number)
        sent = next((item.b64_json for item in read.data if item.b64_json), None)
        if sent is None:
            raise NoPicture("no picture in the answer", receipt=receipt)
        width, height = map(int, _size(request.asset_type).split("x"))
        return Picture(master=sent_picture(sent, receipt, ratio=width / height), receipt=receipt)

    def _fields(self, request: PaintRequest) -> dict[str, str]:
        fields = {"model": self.model, "prompt": request.prompt, "size": _size(request.asset_type)}
        return fields if self.model.startswith(_WITHOUT_FORMAT) else fields | {"response_format": "b64_json"}

    def _with_picture(self, body: bytes) -> bytes:
        """Return the answer with the picture itself where it only says where that lies: on this very server, or not at
        all."""
        try:
            read = _read(body)
        except NoPicture:
            return body
        first = read.data[0] if read.data else _Item()
        if first.b64_json or not first.url:
            return body
        if _origin(first.url) != self._origin:
            raise NoPicture("the picture lies on another server", worth_another=False)
        item = _Item(b64_json=base64.b64encode(self._upstream.fetch(first.url)).decode())
        return _Answer(data=[item], usage=read.usage).model_dump_json().encode()


def _read(body: bytes) -> _Answer:
    try:
        return _Answer.model_validate_json(body)
    except ValidationError as exc:
        raise NoPicture("the answer is damaged") from exc


def _origin(url: str) -> tuple[str, bytes] | None:
    """Return the server of an address; None for what is no address, or has a name of a user in it."""
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, ValueError):
        return None
    return None if parsed.userinfo else (parsed.scheme, parsed.netloc)


def _sent(number: int, picture: bytes) -> tuple[str, bytes, str]:
    media_type = media_type_of(picture)
    return f"{number}.{ending_of(media_type)}", picture, media_type


def _size(asset_type: AssetType) -> str:
    """Return the size that comes nearest to the type's shape; what it has too much is cut off."""
    width, height = map(int, asset_type.ask_ratio.split(":"))
    return _SQUARE if width == height else _WIDE if width > height else _TALL
