"""Reads the answers of generateContent: the picture, or why there is none. Unknown fields are ignored, and every known
one may be missing. Source: the public SDK's types and captured answers, November 2026."""

import base64
import binascii
from typing import Annotated, NoReturn

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from coach_app.artists.sent_pictures import checked_picture
from coach_app.domain.errors import NoPicture, PromptRefused
from coach_app.domain.refusals import RefusalKind
from coach_app.domain.spending import Price, Receipt, TokenUsage

_LONGEST_SAID = 300
_LOOKALIKE = {"IMAGE_RECITATION", "RECITATION"}
_REFUSED = {
    "IMAGE_SAFETY",
    "IMAGE_PROHIBITED_CONTENT",
    "PROHIBITED_CONTENT",
    "SAFETY",
    "BLOCKLIST",
    "SPII",
    "LANGUAGE",
}
_THIRD_PARTY = "third-party"


def _absent(value: object) -> object:
    """Take null for absent."""
    return [] if value is None else value


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore")


class _Inline(_Part):
    data: str = ""


class _ContentPart(_Part):
    text: str | None = None
    thought: bool | None = None
    inline: _Inline | None = Field(default=None, validation_alias=AliasChoices("inlineData", "inline_data"))


class _Content(_Part):
    parts: Annotated[list[_ContentPart], BeforeValidator(_absent)] = []


class _Candidate(_Part):
    content: _Content | None = None
    finish_reason: str | None = Field(default=None, alias="finishReason")
    finish_message: str | None = Field(default=None, alias="finishMessage")


class _Feedback(_Part):
    block_reason: str | None = Field(default=None, alias="blockReason")


class _Tokens(_Part):
    modality: str | None = None
    count: int | None = Field(default=None, alias="tokenCount")


class _Usage(_Part):
    read: int | None = Field(default=None, alias="promptTokenCount")
    made: int | None = Field(default=None, alias="candidatesTokenCount")
    thought: int | None = Field(default=None, alias="thoughtsTokenCount")
    details: Annotated[list[_Tokens], BeforeValidator(_absent)] = Field(default=[], alias="candidatesTokensDetails")

    def tokens(self) -> TokenUsage:
        painted = sum(part.count or 0 for part in self.details if part.modality == "IMAGE")
        written = max((self.made or 0) - painted, 0) + (self.thought or 0)
        return TokenUsage(read=self.read or 0, written=written, painted=painted)


class _Answer(_Part):
    candidates: Annotated[list[_Candidate], BeforeValidator(_absent)] = []
    feedback: _Feedback | None = Field(default=None, alias="promptFeedback")
    usage: _Usage | None = Field(default=None, alias="usageMetadata")
    model: str | None = Field(default=None, alias="modelVersion")
    response_id: str | None = Field(default=None, alias="responseId")


def picture_in(answer: bytes, *, model: str, price: Price) -> tuple[bytes, Receipt]:
    """Return the last picture that is no draft, as it was sent, and what it cost. Raises PromptRefused, NoPicture."""
    try:
        read = _Answer.model_validate_json(answer)
    except ValidationError as exc:
        raise NoPicture("the answer is damaged") from exc
    receipt = _receipt(read, model, price)
    if read.feedback and read.feedback.block_reason:
        raise PromptRefused(RefusalKind.WISH, receipt=receipt)
    candidate = read.candidates[0] if read.candidates else _Candidate()
    parts = [part for part in (candidate.content or _Content()).parts if not part.thought]
    pictures = [part.inline.data for part in parts if part.inline and part.inline.data]
    if not pictures:
        _explain(candidate, parts, receipt)
    try:
        return checked_picture(base64.b64decode(pictures[-1], validate=True)), receipt
    except binascii.Error as exc:
        raise NoPicture("the picture is damaged", receipt=receipt) from exc
    except NoPicture as exc:
        raise NoPicture(str(exc), receipt=receipt, worth_another=exc.worth_another) from exc


def _receipt(answer: _Answer, model: str, price: Price) -> Receipt:
    usage = (answer.usage or _Usage()).tokens()
    return Receipt(answer.model or model, price.micro_dollars(usage), usage, answer.response_id or "")


def _explain(candidate: _Candidate, parts: list[_ContentPart], receipt: Receipt) -> NoReturn:
    reason, message = candidate.finish_reason or "", candidate.finish_message or ""
    if reason in _LOOKALIKE or (reason in _REFUSED and _THIRD_PARTY in message):
        raise PromptRefused(RefusalKind.LOOKALIKE, receipt=receipt)
    if reason in _REFUSED:
        raise PromptRefused(RefusalKind.PICTURE, receipt=receipt)
    said = " ".join(part.text.strip() for part in parts if part.text)
    raise NoPicture(reason or "no candidates", said=said[:_LONGEST_SAID], receipt=receipt)
