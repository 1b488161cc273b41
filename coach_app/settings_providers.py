"""The settings of services that coach or draw: which ones are at work, and what they may cost."""

from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode

from coach_app.domain.spending import Price, ProviderId
from coach_app.domain.spending_caps import SpendingCaps

OPENAI_URL = "https://api.openai.com/v1"
Choice = Literal["auto", "built-in", "gemini", "openai"]
_COACHES = "auto, built-in, gemini (with GEMINI_API_KEY) or openai (with OPENAI_CHAT_MODEL)"
_ARTISTS = "auto, built-in, gemini (with GEMINI_API_KEY) or openai (with OPENAI_IMAGE_MODEL)"
_PRICES = "prices in dollars for a million tokens, like 0.75/3.75"
_DOLLARS = "dollars from 0 to 100000"


def _price(value: object) -> object:
    """Read "read/written" or "read/written/painted"."""
    if not isinstance(value, str):
        return value
    read, written, *painted = map(float, value.split("/"))
    return Price(read, written, *(painted or [written]))


Prices = Annotated[Price, NoDecode, BeforeValidator(_price)]


def _default_image_price(fields: dict[str, Any]) -> float:
    """A server of one's own paints for nothing."""
    return 0.05 if fields.get("openai_base_url") == OPENAI_URL else 0.0


class ProviderSettings(BaseSettings):
    """Model names and prices change from month to month: those here are of November 2026."""

    gemini_api_key: Annotated[
        SecretStr | None, Field(validation_alias="GEMINI_API_KEY", description="a key of the Gemini API")
    ] = None
    gemini_base_url: Annotated[
        str, Field(validation_alias="GEMINI_BASE_URL", description="a server's address, like https://example.org")
    ] = "https://generativelanguage.googleapis.com"
    gemini_image_model: Annotated[
        str, Field(validation_alias="GEMINI_IMAGE_MODEL", pattern=r"^[\w.-]+$", description="the name of a model")
    ] = "gemini-nano-banana-2.1"
    gemini_text_model: Annotated[
        str, Field(validation_alias="GEMINI_TEXT_MODEL", pattern=r"^[\w.-]+$", description="the name of a model")
    ] = "gemini-3.8-flash"
    gemini_image_prices: Annotated[Prices, Field(validation_alias="GEMINI_IMAGE_PRICES", description=_PRICES)] = Price(
        1.50, 7.50, 30.0
    )
    gemini_text_prices: Annotated[Prices, Field(validation_alias="GEMINI_TEXT_PRICES", description=_PRICES)] = Price(
        0.75, 3.75, 3.75
    )
    openai_api_key: Annotated[
        SecretStr | None, Field(validation_alias="OPENAI_API_KEY", description="a key of the server")
    ] = None
    openai_base_url: Annotated[
        str,
        Field(validation_alias="OPENAI_BASE_URL", description="a server's address, like http://localhost:11434/v1"),
    ] = OPENAI_URL
    openai_chat_model: Annotated[
        str, Field(validation_alias="OPENAI_CHAT_MODEL", description="the name of a model")
    ] = ""
    openai_image_model: Annotated[
        str, Field(validation_alias="OPENAI_IMAGE_MODEL", description="the name of a model")
    ] = ""
    openai_chat_prices: Annotated[Prices, Field(validation_alias="OPENAI_CHAT_PRICES", description=_PRICES)] = Price(
        0.0, 0.0, 0.0
    )
    openai_image_price: float = Field(
        default_factory=_default_image_price,
        ge=0,
        le=100_000,
        validation_alias="OPENAI_IMAGE_PRICE",
        description="dollars for one picture",
    )
    coach_choice: Annotated[Choice, Field(validation_alias="COACH_COACH", description=_COACHES)] = "auto"
    artist_choice: Annotated[Choice, Field(validation_alias="COACH_ARTIST", description=_ARTISTS)] = "auto"
    spending_cap: Annotated[
        float, Field(ge=0, le=100_000, validation_alias="COACH_SPENDING_CAP", description=_DOLLARS)
    ] = 5.0
    user_spending_cap: Annotated[
        float, Field(ge=0, le=100_000, validation_alias="COACH_USER_SPENDING_CAP", description=_DOLLARS)
    ] = 5.0

    @field_validator("gemini_base_url", "openai_base_url")
    @classmethod
    def _check_address(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username or parts.query:
            raise ValueError("not a server's address")
        return url.rstrip("/")

    @field_validator("coach_choice", "artist_choice")
    @classmethod
    def _can_be_chosen(cls, choice: Choice, info: ValidationInfo) -> Choice:
        model = "openai_chat_model" if info.field_name == "coach_choice" else "openai_image_model"
        if choice == "gemini" and not info.data.get("gemini_api_key"):
            raise ValueError("no key")
        if choice == "openai" and not info.data.get(model):
            raise ValueError("no model")
        return choice

    @property
    def coach(self) -> ProviderId:
        """Who writes the coach's turns: the one that was chosen, or the first that can."""
        return self._chosen(self.coach_choice, self.openai_chat_model)

    @property
    def artist(self) -> ProviderId:
        """Who makes the pictures: the one that was chosen, or the first that can."""
        return self._chosen(self.artist_choice, self.openai_image_model)

    @property
    def spending_caps(self) -> SpendingCaps:
        """What may be spent in a month."""
        return SpendingCaps(own=self.user_spending_cap, everybodys=self.spending_cap)

    def _chosen(self, choice: Choice, openai_model: str) -> ProviderId:
        if choice != "auto":
            return ProviderId(choice)
        if self.gemini_api_key:
            return ProviderId.GEMINI
        return ProviderId.OPENAI if openai_model else ProviderId.BUILT_IN
