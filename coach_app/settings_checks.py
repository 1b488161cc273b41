"""What several settings have to be: an address that can be connected to, a word that fits into a header."""

import re
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

VISIBLE_ASCII = re.compile(r"[!-~]+")
_NUMBERS = re.compile(r"[\d.]+", re.ASCII)
_HOST_AND_PORT = re.compile(r"(?:\[(?P<v6>[^\]]+)\]|(?P<name>[\w.-]{1,253}))(?::\d+)?", re.ASCII)


def server_address(url: str) -> str:
    """Return the address, in which nothing but scheme, host, port and path may stand, without the slash at its end.

    Raises ValueError.
    """
    parts = urlsplit(url)
    place = _HOST_AND_PORT.fullmatch(parts.netloc)
    if parts.scheme not in {"http", "https"} or not VISIBLE_ASCII.fullmatch(url) or "?" in url or "#" in url:
        raise ValueError("not a server's address")
    # A port that is none raises by itself.
    if place is None or parts.port == 0:
        raise ValueError("not a host and a port")
    _check_host(place["v6"], place["name"])
    return url.rstrip("/")


def visible_word(word: str) -> str:
    """Return the word, which has no spaces and no letters but ASCII's. Raises ValueError."""
    if not VISIBLE_ASCII.fullmatch(word):
        raise ValueError("not a word of visible ASCII characters")
    return word


def _check_host(v6: str | None, name: str) -> None:
    if v6:
        IPv6Address(v6)
    elif _NUMBERS.fullmatch(name):
        ip_address(name)
    else:
        # Without this the first call would fail: on labels of more than 63 characters, and on xn-- that spells nothing.
        name.encode("idna").decode("idna")
