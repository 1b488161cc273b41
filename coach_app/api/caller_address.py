"""From where a request came: the connection's other end, or what proxies of ours say of it."""

import logging
import re
from functools import cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from fastapi import Request

_IPV6_NETWORK_BITS = 64
# As Azure and IIS write it.
_WITH_PORT = re.compile(r"\[(?P<v6>.+)\](?::\d+)?|(?P<v4>[\d.]+):\d+", re.ASCII)
_SIGNS_OF_A_PROXY = ("x-forwarded-for", "forwarded", "x-real-ip", "via")
_log = logging.getLogger(__name__)


def caller_address(request: Request, *, proxy_hops: int) -> str | None:
    """Return the address, of IPv6 the network that one household has; None for this machine itself.

    Each of `proxy_hops` proxies in front has added to X-Forwarded-For whom it heard; what stands before that, anybody
    may have written. Whom they do not name counts as the proxy.
    """
    peer = request.client.host if request.client else ""
    address = _address(peer)
    if proxy_hops:
        address = _forwarded_address(request, proxy_hops) or address
    elif address and address.is_loopback:
        if not any(request.headers.get(sign) for sign in _SIGNS_OF_A_PROXY):
            return None
        tell_of_a_proxy()
    if isinstance(address, IPv6Address):
        return str(IPv6Network((int(address), _IPV6_NETWORK_BITS), strict=False))
    return str(address or peer[:100])


@cache
def tell_of_a_proxy() -> None:
    """Say once that a proxy on this machine is not counted."""
    _log.warning(
        "A proxy stands in front, so all guests count as one address: set COACH_PROXY_HOPS to the number of proxies."
    )


def _forwarded_address(request: Request, proxy_hops: int) -> IPv4Address | IPv6Address | None:
    # A proxy may write a line of its own below that of the caller.
    heard = ",".join(request.headers.getlist("x-forwarded-for")).split(",")
    return _address(heard[-proxy_hops].strip()) if len(heard) >= proxy_hops else None


def _address(written: str) -> IPv4Address | IPv6Address | None:
    with_port = _WITH_PORT.fullmatch(written)
    try:
        address = ip_address((with_port["v6"] or with_port["v4"]) if with_port else written)
    except ValueError:
        return None
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address
