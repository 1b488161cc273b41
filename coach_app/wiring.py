"""Builds the parts from settings, once, on first use: the only file that knows every adapter."""

from functools import cache
from importlib import import_module
from pathlib import Path

from pydantic import SecretStr

from coach_app.artists.nano_banana import NanoBanana
from coach_app.artists.offline.font_files import font_path as offline_font_path
from coach_app.artists.offline.icons import IconCatalogue
from coach_app.artists.offline.offline_artist import OfflineArtist
from coach_app.artists.openai_images import OpenAIImages
from coach_app.coaches.gemini_coach import GeminiCoach
from coach_app.coaches.model_coach import Model, ModelCoach
from coach_app.coaches.openai_coach import OpenAiCoach
from coach_app.coaches.slot_coach import SlotCoach
from coach_app.coaches.steady_coach import SteadyCoach
from coach_app.coaches.upstream import Patience
from coach_app.database.engine import Database
from coach_app.domain.fonts import FontName
from coach_app.domain.ports import Artist, Choice, Coach, PropCatalogue, Storage
from coach_app.domain.spending import ProviderId
from coach_app.imaging.child import ImagingChildren
from coach_app.jobs.bell import DramatiqBell
from coach_app.jobs.broker import BellBroker, hasty_client
from coach_app.live.hub import LiveHub
from coach_app.live.publisher import ValkeyPublisher
from coach_app.parts import Parts
from coach_app.settings import Settings, load_settings
from coach_app.settings_providers import OPENAI_URL
from coach_app.storage.filesystem import FilesystemStorage
from coach_app.storage.s3 import Bucket, S3Storage
from coach_app.storage.spool import DiskSpool

_MAX_NAME_CHARACTERS = 24
# One streamer at a time, and nothing is heard from the queue; llama.cpp's first sign of life comes after 30 s.
_AT_HOME = Patience(silence_seconds=75, turn_seconds=180)


@cache
def parts() -> Parts:
    """Return this process's parts. Nothing connects yet."""
    settings = load_settings()
    broker = BellBroker(hasty_client(settings.effective_redis_url), middleware=[])
    props = IconCatalogue()
    return Parts(
        settings=settings,
        database=Database(settings.effective_database_url),
        coaches=_coaches(settings, props),
        artists=Choice(OfflineArtist(), _ai_artist(settings)),
        imaging=imaging(),
        storage=_storage(settings),
        spool=DiskSpool(settings.data_dir / "spool"),
        bell=DramatiqBell(broker),
        hub=ValkeyPublisher(settings.effective_redis_url),
        props=props,
    )


def _ai_artist(settings: Settings) -> Artist | None:
    if settings.artist is ProviderId.GEMINI:
        return NanoBanana(
            base_url=settings.gemini_base_url,
            key=_secret(settings.gemini_api_key),
            model=settings.gemini_image_model,
            price=settings.gemini_image_prices,
        )
    if settings.artist is ProviderId.OPENAI:
        return OpenAIImages(
            base_url=settings.openai_base_url,
            key=_secret(settings.openai_api_key),
            model=settings.openai_image_model,
            price_dollars=settings.openai_image_price,
        )
    return None


def _coaches(settings: Settings, props: PropCatalogue) -> Choice[Coach]:
    built_in = SlotCoach(props)
    if settings.coach is ProviderId.BUILT_IN:
        return Choice(built_in)
    return Choice(built_in, SteadyCoach(_model_coach(settings, props), built_in))


def _model_coach(settings: Settings, props: PropCatalogue) -> ModelCoach:
    if settings.coach is ProviderId.GEMINI:
        model = Model(ProviderId.GEMINI, "Gemini", settings.gemini_text_model, settings.gemini_text_prices)
        return GeminiCoach(model, props, base_url=settings.gemini_base_url, key=_secret(settings.gemini_api_key))
    name = settings.openai_chat_model
    # Behind another address is somebody's own server: what it runs is all that there is to name.
    is_theirs = settings.openai_base_url == OPENAI_URL
    maker = "OpenAI" if is_theirs else name[:_MAX_NAME_CHARACTERS]
    model = Model(ProviderId.OPENAI, maker, name, settings.openai_chat_prices)
    patience = Patience() if is_theirs else _AT_HOME
    key = _secret(settings.openai_api_key)
    return OpenAiCoach(model, props, base_url=settings.openai_base_url, key=key, patience=patience)


def _secret(key: SecretStr | None) -> str:
    return key.get_secret_value() if key else ""


def _storage(settings: Settings) -> Storage:
    if settings.storage == "file":
        return FilesystemStorage(settings.data_dir / "files")
    return S3Storage(
        Bucket(
            name=settings.s3_bucket,
            endpoint_url=settings.s3_endpoint_url,
            region=settings.s3_region,
            is_path_style=settings.s3_path_style,
            url_seconds=settings.s3_url_seconds,
        )
    )


@cache
def imaging() -> ImagingChildren:
    """Return this process's imaging; its children start when there is work."""
    return ImagingChildren(limit=load_settings().worker_threads)


def prepare_to_draw() -> None:
    """Load what only drawing needs, for a process that will draw: the first job would wait for it otherwise."""
    imaging().warm_up()
    import_module("coach_app.artists.offline.drawing")


def font_path(name: FontName) -> Path:
    """Return the file with a font's Latin letters. Raises ArtistMisconfigured where it is not installed."""
    return offline_font_path(name)


@cache
def live_hub() -> LiveHub:
    """Return this web process's hub; it listens while `running()` is entered."""
    return LiveHub(load_settings().effective_redis_url)
