"""Reads the answers of generateContent: the picture, or why there is none. Unknown fields are ignored, and every known
one may be missing. Source: the public SDK's types and captured answers, November 2026."""

from typing import Annotated, NoReturn

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, WrapValidator

from coach_app.artists.answer_fields import Count, Text, or_absent
from coach_app.artists.sent_pictures import sent_picture
from coach_app.domain.errors import ArtistMisconfigured, NoPicture, PromptRefused
from coach_app.domain.hidden_key import HiddenKey
from coach_app.domain.provider_health import RestReason
from coach_app.domain.provider_words import name, tokens
from coach_app.domain.refusals import RefusalKind
from coach_app.domain.spending import Price, Receipt, TokenUsage

_LOOKALIKE = {"IMAGE_RECITATION", "RECITATION"}
_REFUSED = {
    "IMAGE_SAFETY",
    "IMAGE_PROHIBITED_CONTENT",
    "PROHIBITED_CONTENT",
    "SAFETY",
    "BLOCKLIST",
    "SPII",
    "LANGUAGE",
    "MODEL_ARMOR",
}
_LIMITED = {"ESCALATION", "PUP_LIMITED_DISABLED"}
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
    finish_message: Text = Field(default=None, alias="finishMessage")


class _Feedback(_Part):
    block_reason: str | None = Field(default=None, alias="blockReason")


class _Tokens(_Part):
    modality: Text = None
    count: Count = Field(default=None, alias="tokenCount")


class _Usage(_Part):
    read: Count = Field(default=None, alias="promptTokenCount")
    made: Count = Field(default=None, alias="candidatesTokenCount")
    thought: Count = Field(default=None, alias="thoughtsTokenCount")
    details: Annotated[list[_Tokens], BeforeValidator(_absent)] = Field(default=[], alias="candidatesTokensDetails")

    def tokens(self) -> TokenUsage:
        painted = tokens(*(part.count for part in self.details if part.modality == "IMAGE"))
        written = tokens(tokens(self.made) - painted, self.thought)
        return TokenUsage(read=tokens(self.read), written=written, painted=painted)


class _Answer(_Part):
    candidates: Annotated[list[_Candidate], BeforeValidator(_absent)] = []
    feedback: _Feedback | None = Field(default=None, alias="promptFeedback")
    usage: Annotated[_Usage | None, WrapValidator(or_absent)] = Field(default=None, alias="usageMetadata")
    model: Text = Field(default=None, alias="modelVersion")
    response_id: Text = Field(default=None, alias="responseId")


def picture_in(answer: bytes, *, ratio: float, model: str, price: Price, key: HiddenKey) -> tuple[bytes, Receipt]:
    """Return the last picture that is no draft, as it was sent, and what it cost; what the server says goes without
    the key. Raises PromptRefused, NoPicture, ArtistMisconfigured."""
    try:
        read = _Answer.model_validate_json(answer)
    except ValidationError as exc:
        raise NoPicture("the answer is damaged") from exc
    receipt = _receipt(read, model, price, key)
    if read.feedback and read.feedback.block_reason:
        raise PromptRefused(RefusalKind.WISH, receipt=receipt)
    candidate = read.candidates[0] if read.candidates else _Candidate()
    parts = [part for part in (candidate.content or _Content()).parts if not part.thought]
    pictures = [part.inline.data for part in parts if part.inline and part.inline.data]
    if not pictures:
        _explain(candidate, parts, receipt, key)
    return sent_picture(pictures[-1], receipt, ratio=ratio), receipt


def _receipt(answer: _Answer, model: str, price: Price, key: HiddenKey) -> Receipt:
    usage = (answer.usage or _Usage()).tokens()
    used, number = (name(key.left_out(said or "")) for said in (answer.model, answer.response_id))
    return Receipt(used or model, price.micro_dollars(usage), usage, number)


def _explain(candidate: _Candidate, parts: list[_ContentPart], receipt: Receipt, key: HiddenKey) -> NoReturn:
    reason, message = candidate.finish_reason or "", candidate.finish_message or ""
    if reason in _LOOKALIKE or (reason in _REFUSED and _THIRD_PARTY in message):
        raise PromptRefused(RefusalKind.LOOKALIKE, receipt=receipt)
    if reason in _REFUSED:
        raise PromptRefused(RefusalKind.PICTURE, receipt=receipt)
    if reason in _LIMITED:
        raise ArtistMisconfigured("the provider has limited this account", RestReason.REGION)
    said = key.left_out(" ".join(part.text for part in parts if part.text))
    raise NoPicture(key.left_out(reason) or "no candidates", said=said, receipt=receipt)
