import re
from pathlib import Path

import pytest

from coach_app.domain.spending import Price
from coach_app.settings import MAX_SOCKET_PATH_BYTES, Settings, load_settings


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for field in Settings.model_fields.values():
        monkeypatch.delenv(str(field.validation_alias), raising=False)
    load_settings.cache_clear()


def test_unset_variables_give_a_private_local_product() -> None:
    settings = Settings()
    assert (settings.host, settings.port, settings.public_url) == ("127.0.0.1", 3000, "http://localhost:3000")
    assert settings.allow_guests
    assert settings.effective_database_url.startswith("postgresql+psycopg://coach@/coach?host=")
    assert settings.effective_redis_url.startswith("unix://")


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "")
    monkeypatch.setenv("COACH_DATABASE_URL", "")
    assert Settings().port == 3000
    assert Settings().database_url is None


def test_the_public_url_follows_the_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "4100")
    assert Settings().public_url == "http://localhost:4100"


@pytest.mark.parametrize(
    ("host", "public_url"), [("0.0.0.0", ""), ("192.0.2.1", ""), ("127.0.0.1", "https://coach.example.org")]
)
def test_guests_stay_out_where_others_can_open_the_page(
    monkeypatch: pytest.MonkeyPatch, host: str, public_url: str
) -> None:
    monkeypatch.setenv("COACH_HOST", host)
    monkeypatch.setenv("COACH_PUBLIC_URL", public_url)
    assert not Settings().allow_guests
    monkeypatch.setenv("COACH_ALLOW_GUESTS", "true")
    assert Settings().allow_guests


def test_a_bucket_has_to_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_STORAGE", "s3")
    with pytest.raises(SystemExit, match="COACH_S3_BUCKET has to be the bucket's name"):
        load_settings()
    monkeypatch.setenv("COACH_S3_BUCKET", "pictures")
    assert not load_settings().s3_path_style
    monkeypatch.setenv("COACH_S3_ENDPOINT_URL", "http://localhost:9000")
    load_settings.cache_clear()
    assert load_settings().s3_path_style


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("PORT", "http"),
        ("PORT", "70000"),
        ("COACH_HOST", "example"),
        ("COACH_DATA_DIR", "data"),
        ("COACH_DATABASE_URL", "mysql://secret@host/name"),
        ("COACH_REDIS_URL", "localhost:6379"),
        ("COACH_PUBLIC_URL", "https://coach.example.org/app"),
        ("COACH_PUBLIC_URL", "coach.example.org"),
        ("COACH_PUBLIC_URL", "https://:secret@coach.example.org"),
        ("COACH_PUBLIC_URL", "https://coach.example.org:https"),
        ("COACH_ALLOW_GUESTS", "perhaps"),
        ("COACH_TURN_LIMIT", "0"),
        ("COACH_JOB_LEASE_SECONDS", "1.5"),
        ("COACH_RECONCILE_SECONDS", "-5"),
        ("COACH_WORKER_THREADS", "many"),
        ("COACH_STORAGE", "ftp"),
        ("COACH_S3_ENDPOINT_URL", "localhost:9000"),
        ("COACH_S3_URL_SECONDS", "301"),
        ("COACH_S3_ENDPOINT_URL", "http://localhost:minio"),
        ("COACH_JOB_RENEWAL_SECONDS", "60"),
        ("COACH_JOB_RENEWAL_SECONDS", "nan"),
        ("GEMINI_API_KEY", "secret key"),
        ("GEMINI_API_KEY", "secret\r\nX-Evil: 1"),
        ("GEMINI_API_KEY", "sécret"),
        ("OPENAI_API_KEY", "secret\x7f"),
        ("GEMINI_BASE_URL", "https://me:secret@example.org"),
        ("GEMINI_BASE_URL", "http://a b/"),
        ("GEMINI_BASE_URL", "http://[::1"),
        ("GEMINI_BASE_URL", "http://[fe80::1]x/"),
        ("GEMINI_BASE_URL", "http://host:99999"),
        ("OPENAI_BASE_URL", "localhost:11434"),
        ("OPENAI_BASE_URL", "http://:secret@host/v1"),
        ("OPENAI_BASE_URL", "http://@host/v1"),
        ("OPENAI_BASE_URL", "http://host:abc/v1"),
        ("OPENAI_BASE_URL", "http://host:/v1"),
        ("OPENAI_BASE_URL", "http://host/v1#x"),
        ("OPENAI_BASE_URL", "http://host/v1?"),
        ("OPENAI_BASE_URL", "http://ho\x01st/"),
        ("OPENAI_BASE_URL", "http://xn--/v1"),
        ("OPENAI_BASE_URL", "http://999.1.1.1/v1"),
        ("OPENAI_BASE_URL", f"http://{'a' * 64}/v1"),
        ("OPENAI_BASE_URL", "ftp://host"),
        ("GEMINI_IMAGE_MODEL", "models/nano-banana"),
        ("GEMINI_IMAGE_MODEL", ".."),
        ("GEMINI_TEXT_MODEL", "é"),
        ("GEMINI_TEXT_MODEL", "m" * 201),
        ("OPENAI_CHAT_MODEL", "a\nb"),
        ("OPENAI_CHAT_MODEL", "m" * 201),
        ("OPENAI_IMAGE_MODEL", "stable diffusion"),
        ("OPENAI_IMAGE_MODEL", ".."),
        ("GEMINI_TEXT_PRICES", "cheap"),
        ("GEMINI_TEXT_PRICES", "nan/nan"),
        ("GEMINI_TEXT_PRICES", "inf/1"),
        ("GEMINI_IMAGE_PRICES", "1"),
        ("GEMINI_IMAGE_PRICES", "1/2/3/4"),
        ("GEMINI_IMAGE_PRICES", "-1/-2/-3"),
        ("OPENAI_CHAT_PRICES", "1/10001"),
        ("OPENAI_CHAT_PRICES", "1e300/1"),
        ("OPENAI_IMAGE_PRICE", "nan"),
        ("OPENAI_IMAGE_PRICE", "10001"),
        ("OPENAI_IMAGE_PRICE", "-1"),
        ("COACH_COACH", "gemini"),
        ("COACH_ARTIST", "openai"),
        ("COACH_SPENDING_CAP", "-1"),
        ("COACH_SPENDING_CAP", "nan"),
        ("COACH_USER_SPENDING_CAP", "inf"),
    ],
)
def test_a_wrong_value_stops_the_start_with_one_sentence(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SystemExit) as stopped:
        load_settings()
    sentence = str(stopped.value)
    assert sentence.startswith(f"{variable} has to be ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "secret" not in sentence


def test_space_around_a_value_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable, value in {
        "PORT": "4100\r",
        "GEMINI_API_KEY": "key\r",
        "OPENAI_API_KEY": " key\n",
        "OPENAI_BASE_URL": " http://host:8080/v1/\r",
        "OPENAI_CHAT_MODEL": "library/llama3.1:8b\r",
        "OPENAI_CHAT_PRICES": " 1 / 2 \r",
        "COACH_COACH": "openai\r",
    }.items():
        monkeypatch.setenv(variable, value)
    settings = load_settings()
    assert (settings.port, settings.coach) == (4100, "openai")
    assert [key.get_secret_value() for key in (settings.gemini_api_key, settings.openai_api_key) if key] == ["key"] * 2
    assert (settings.openai_base_url, settings.openai_chat_model) == ("http://host:8080/v1", "library/llama3.1:8b")
    assert settings.openai_chat_prices == Price(1, 2, 2)


def test_a_blank_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    unset = Settings()
    for variable in ("PORT", "GEMINI_API_KEY", "OPENAI_CHAT_MODEL", "GEMINI_TEXT_PRICES", "COACH_COACH"):
        monkeypatch.setenv(variable, " \r\n")
    assert load_settings() == unset


@pytest.mark.parametrize(
    "address",
    ["https://example.org", "http://[::1]:8080/v1", "http://10.0.0.7:80", "http://own_server/", "http://xn--p1ai/v1"],
)
def test_a_server_may_have_any_usual_address(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", address)
    assert load_settings().openai_base_url == address.rstrip("/")


@pytest.mark.parametrize(
    ("variables", "coach", "artist"),
    [
        ({}, "built-in", "built-in"),
        ({"GEMINI_API_KEY": "k"}, "gemini", "gemini"),
        ({"OPENAI_BASE_URL": "http://localhost:11434/v1"}, "built-in", "built-in"),
        ({"OPENAI_CHAT_MODEL": "llama"}, "openai", "built-in"),
        ({"OPENAI_API_KEY": "k", "OPENAI_IMAGE_MODEL": "flux"}, "built-in", "openai"),
        ({"GEMINI_API_KEY": "k", "OPENAI_CHAT_MODEL": "llama"}, "gemini", "gemini"),
        ({"GEMINI_API_KEY": "k", "OPENAI_CHAT_MODEL": "llama", "COACH_COACH": "openai"}, "openai", "gemini"),
        ({"GEMINI_API_KEY": "k", "COACH_ARTIST": "built-in"}, "gemini", "built-in"),
    ],
)
def test_a_key_or_a_model_chooses_who_works(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], coach: str, artist: str
) -> None:
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value)
    assert (load_settings().coach, load_settings().artist) == (coach, artist)


def test_a_picture_of_openai_itself_has_a_price_and_one_of_an_own_server_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Settings().openai_image_price == 0.05
    monkeypatch.setenv("OPENAI_BASE_URL", "https://eu.API.OpenAI.com:443/v1")
    assert Settings().openai_image_price == 0.05
    monkeypatch.setenv("OPENAI_BASE_URL", "http://localhost:11434/v1/")
    assert (Settings().openai_image_price, Settings().openai_base_url) == (0, "http://localhost:11434/v1")


@pytest.mark.parametrize(
    ("variables", "is_counted"),
    [
        ({"OPENAI_CHAT_MODEL": "gpt"}, False),
        ({"OPENAI_CHAT_MODEL": "gpt", "OPENAI_API_KEY": "k", "OPENAI_CHAT_PRICES": " \r\n"}, False),
        ({"OPENAI_CHAT_MODEL": "gpt", "OPENAI_BASE_URL": "https://eu.API.OpenAI.com:443/v1"}, False),
        ({"OPENAI_CHAT_MODEL": "gpt", "GEMINI_API_KEY": "k", "COACH_COACH": "openai"}, False),
        ({"OPENAI_CHAT_MODEL": "gpt", "OPENAI_CHAT_PRICES": "1/4"}, True),
        ({"OPENAI_CHAT_MODEL": "gpt", "OPENAI_CHAT_PRICES": "0/0"}, True),
        ({"OPENAI_CHAT_MODEL": "gpt", "OPENAI_BASE_URL": "http://localhost:11434/v1"}, True),
        ({"OPENAI_CHAT_MODEL": "gpt", "OPENAI_BASE_URL": "https://notopenai.com/v1"}, True),
        ({"OPENAI_CHAT_MODEL": "gpt", "GEMINI_API_KEY": "k"}, True),
        ({"OPENAI_API_KEY": "k", "OPENAI_IMAGE_MODEL": "paint"}, True),
    ],
)
def test_chat_at_openai_without_prices_is_said_to_count_for_nothing(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], is_counted: bool
) -> None:
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value)
    said = load_settings().uncounted
    assert (not said) == is_counted
    assert is_counted or said.endswith(
        "is counted as nothing, and no spending cap ends it, until OPENAI_CHAT_PRICES is set."
    )


def test_a_server_that_is_only_called_like_openai_paints_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "https://notopenai.com/v1")
    assert Settings().openai_image_price == 0


def test_guests_spend_nothing_where_others_can_open_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Settings().guests_may_spend
    monkeypatch.setenv("COACH_HOST", "0.0.0.0")
    assert not Settings().guests_may_spend


def test_the_driver_is_named_in_the_database_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_DATABASE_URL", "postgres://me:word@db.example.org/coach")
    assert Settings().effective_database_url == "postgresql+psycopg://me:word@db.example.org/coach"


def test_sockets_of_a_deep_data_folder_still_have_a_usable_path() -> None:
    folder = Path("/srv") / ("deep" * 30)
    sockets = Settings(data_dir=folder).socket_dir
    assert len(str(sockets / ".s.PGSQL.5432")) < MAX_SOCKET_PATH_BYTES
    assert sockets == Settings(data_dir=folder).socket_dir != Settings(data_dir=folder / "other").socket_dir


def test_the_readme_lists_every_setting_with_its_variable() -> None:
    table = (Path(__file__).parents[1] / "README.md").read_text()
    listed = re.findall(r"^\| `([A-Z0-9_]+)` \|", table, flags=re.MULTILINE)
    assert sorted(listed) == sorted(str(field.validation_alias) for field in Settings.model_fields.values())
