"""The settings of services that coach or draw: which ones are at work, and what they may cost."""

from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode

from coach_app.domain.spending import MAX_PRICE_DOLLARS, Price, ProviderId
from coach_app.domain.spending_caps import SpendingCaps
from coach_app.settings_checks import server_address, visible_word

OPENAI_URL = "https://api.openai.com/v1"
Choice = Literal["auto", "built-in", "gemini", "openai"]
_COACHES = "auto, built-in, gemini (with GEMINI_API_KEY) or openai (with OPENAI_CHAT_MODEL)"
_ARTISTS = "auto, built-in, gemini (with GEMINI_API_KEY) or openai (with OPENAI_IMAGE_MODEL)"
_PRICES = f"prices from 0 to {MAX_PRICE_DOLLARS} dollars for a million tokens, like 0.75/3.75"
_DOLLARS = "dollars from 0 to 100000"
_VISIBLE = "visible ASCII characters without spaces"
# It is a part of a path, in which a slash or two dots would lead elsewhere.
_GEMINI_MODEL = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$"
_GEMINI_MODEL_TAKES = "the name of a Gemini model, like gemini-3.8-flash, without models/ before it"
_OPENAI_MODEL_TAKES = f"the name of a model, up to 200 {_VISIBLE}"


def _price(value: object) -> object:
    """Read "read/written" or "read/written/painted"."""
    if not isinstance(value, str):
        return value
    amounts = [float(amount) for amount in value.split("/")]
    if len(amounts) not in {2, 3}:
        raise ValueError("not two or three prices")
    return Price(amounts[0], amounts[1], amounts[-1])


Prices = Annotated[Price, NoDecode, BeforeValidator(_price)]


def _default_image_price(fields: dict[str, Any]) -> float:
    """A server of one's own paints for nothing."""
    return 0.05 if _is_openai_itself(fields.get("openai_base_url", "")) else 0.0


def _is_openai_itself(url: str) -> bool:
    return f".{urlsplit(url).hostname}".endswith(".openai.com")


class ProviderSettings(BaseSettings):
    """Model names and prices change from month to month: those here are of November 2026."""

    gemini_api_key: Annotated[
        SecretStr | None, Field(validation_alias="GEMINI_API_KEY", description=f"a key of the Gemini API, {_VISIBLE}")
    ] = None
    gemini_base_url: Annotated[
        str, Field(validation_alias="GEMINI_BASE_URL", description="a server's address, like https://example.org")
    ] = "https://generativelanguage.googleapis.com"
    gemini_image_model: Annotated[
        str, Field(validation_alias="GEMINI_IMAGE_MODEL", pattern=_GEMINI_MODEL, description=_GEMINI_MODEL_TAKES)
    ] = "gemini-nano-banana-2.1"
    gemini_text_model: Annotated[
        str, Field(validation_alias="GEMINI_TEXT_MODEL", pattern=_GEMINI_MODEL, description=_GEMINI_MODEL_TAKES)
    ] = "gemini-3.8-flash"
    gemini_image_prices: Annotated[Prices, Field(validation_alias="GEMINI_IMAGE_PRICES", description=_PRICES)] = Price(
        1.50, 7.50, 30.0
    )
    gemini_text_prices: Annotated[Prices, Field(validation_alias="GEMINI_TEXT_PRICES", description=_PRICES)] = Price(
        0.75, 3.75, 3.75
    )
    openai_api_key: Annotated[
        SecretStr | None, Field(validation_alias="OPENAI_API_KEY", description=f"a key of the server, {_VISIBLE}")
    ] = None
    openai_base_url: Annotated[
        str,
        Field(validation_alias="OPENAI_BASE_URL", description="a server's address, like http://localhost:11434/v1"),
    ] = OPENAI_URL
    openai_chat_model: Annotated[
        str, Field(validation_alias="OPENAI_CHAT_MODEL", max_length=200, description=_OPENAI_MODEL_TAKES)
    ] = ""
    openai_image_model: Annotated[
        str, Field(validation_alias="OPENAI_IMAGE_MODEL", max_length=200, description=_OPENAI_MODEL_TAKES)
    ] = ""
    openai_chat_prices: Annotated[Prices, Field(validation_alias="OPENAI_CHAT_PRICES", description=_PRICES)] = Price(
        0.0, 0.0, 0.0
    )
    openai_image_price: float = Field(
        default_factory=_default_image_price,
        ge=0,
        le=MAX_PRICE_DOLLARS,
        validation_alias="OPENAI_IMAGE_PRICE",
        description=f"dollars for one picture, from 0 to {MAX_PRICE_DOLLARS}",
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
        return server_address(url)

    @field_validator("gemini_api_key", "openai_api_key")
    @classmethod
    def _check_key(cls, key: SecretStr | None) -> SecretStr | None:
        return SecretStr(visible_word(key.get_secret_value())) if key else None

    @field_validator("openai_chat_model", "openai_image_model")
    @classmethod
    def _check_model(cls, name: str) -> str:
        if name in {".", ".."}:
            raise ValueError("not a name")
        return visible_word(name) if name else ""

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

    @property
    def uncounted(self) -> str:
        """What whoever runs this has to know of spending that no cap can end; empty where all of it is counted."""
        is_priced = "openai_chat_prices" in self.model_fields_set
        if self.coach is not ProviderId.OPENAI or is_priced or not _is_openai_itself(self.openai_base_url):
            return ""
        return (
            f"Chat at {urlsplit(self.openai_base_url).hostname} costs money but is counted as nothing, and no spending "
            "cap ends it, until OPENAI_CHAT_PRICES is set."
        )

    def _chosen(self, choice: Choice, openai_model: str) -> ProviderId:
        if choice != "auto":
            return ProviderId(choice)
        if self.gemini_api_key:
            return ProviderId.GEMINI
        return ProviderId.OPENAI if openai_model else ProviderId.BUILT_IN
