"""From where a request came: the connection's other end, or what proxies of ours say of it."""

from ipaddress import IPv6Address, ip_address, ip_network

from fastapi import Request

_IPV6_NETWORK_BITS = 64


def caller_address(request: Request, *, proxy_hops: int) -> str | None:
    """Return the address, of IPv6 the network that one household has; None for this machine itself.

    Each of `proxy_hops` proxies in front has added to X-Forwarded-For whom it heard; what stands before that, anybody
    may have written.
    """
    heard = request.client.host if request.client else ""
    forwarded = [part.strip() for part in request.headers.get("x-forwarded-for", "").split(",") if part.strip()]
    if proxy_hops:
        heard = forwarded[-proxy_hops] if len(forwarded) >= proxy_hops else heard
    try:
        address = ip_address(heard)
    except ValueError:
        return heard[:100] or None
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or address
    if address.is_loopback:
        return None
    if isinstance(address, IPv6Address):
        return str(ip_network(f"{address}/{_IPV6_NETWORK_BITS}", strict=False))
    return str(address)
