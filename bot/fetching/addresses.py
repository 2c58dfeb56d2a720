"""Which addresses may be fetched: only those of the public internet."""

from __future__ import annotations

import ipaddress
import re
from ipaddress import IPv4Address, IPv6Address
from typing import Final

from yarl import URL

from index.errors import BadInput

PORTS: Final = frozenset({80, 443})
LONGEST: Final = 2000

_UNICAST = ipaddress.ip_network("2000::/3")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_NOT_PUBLIC_V4 = tuple(
    ipaddress.ip_network(network)
    for network in ("100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4")
)
_NOT_PUBLIC_V6 = tuple(
    ipaddress.ip_network(network)
    # Protocol assignments with Teredo and ORCHID; 6to4, which leads to any IPv4 address; documentation.
    for network in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)
_UNFIT = re.compile(r"[\x00-\x20\x7f\\]")
_NUMERIC = re.compile(r"[0-9]+|0[xX][0-9a-fA-F]*")


class AddressError(BadInput):
    """An address that is not fetched."""


_NOT_PUBLIC = "that address does not lead to the public internet; only public web pages are fetched"


def is_public(address: str) -> bool:
    """Whether the IP address is one of the public internet.

    An IPv6 address that carries an IPv4 address to which it leads is what that address is.
    """
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv4Address):
        return _is_public_v4(parsed)
    if parsed.scope_id is not None:
        return False
    if parsed.ipv4_mapped is not None:
        return _is_public_v4(parsed.ipv4_mapped)
    if parsed in _NAT64:
        return _is_public_v4(IPv4Address(int(parsed) & 0xFFFF_FFFF))
    return _is_public_v6(parsed)


def is_loopback(address: str) -> bool:
    """Whether the IP address is this machine's own."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def checked_url(text: str, *, loopback: bool = False) -> URL:
    """The web address `text`, fit to be fetched but for what its host resolves to.

    With `loopback` (tests only) IP addresses of this machine are let through, and any port. Raises
    AddressError.
    """
    if len(text) > LONGEST or _UNFIT.search(text):
        raise AddressError("that is no web address: it is too long or holds characters that none has")
    try:
        url = URL(text)
        host, port = url.host, url.port
    except (ValueError, LookupError):  # the latter of yarl itself, for http://[::1]@/
        raise AddressError("that is no web address") from None
    if url.scheme not in {"http", "https"} or not host:
        raise AddressError("only web addresses that begin with https:// or http:// are fetched")
    if url.user is not None or url.password is not None:
        raise AddressError("web addresses with a name or password in them are not fetched")
    if port not in PORTS and not loopback:
        raise AddressError("only the ports 80 and 443 are fetched from")
    if not (loopback and is_loopback(host)):
        _check_host(host)
    return url.with_fragment(None)


def _check_host(host: str) -> None:
    """Refuse IP addresses that are not public, and whatever could be read as an IP address in disguise."""
    bare = host.removesuffix(".")
    last = bare.rpartition(".")[2]
    if ":" in host or _NUMERIC.fullmatch(last):
        # 0177.0.0.1, 2130706433, 127.1 and 0x7f.1 are no addresses to `ipaddress`, and so not public.
        if not is_public(bare):
            raise AddressError(_NOT_PUBLIC)
    elif "%" in host or "." not in bare or bare.casefold() == "localhost":
        raise AddressError(_NOT_PUBLIC)


def refuse_unless_public(addresses: list[str], *, loopback: bool) -> None:
    """Raise AddressError unless every one of the addresses of a host is public."""
    if not addresses or not all(
        is_public(address) or (loopback and is_loopback(address)) for address in addresses
    ):
        raise AddressError(_NOT_PUBLIC)


def _is_public_v4(address: IPv4Address) -> bool:
    return (
        address.is_global
        and not address.is_multicast
        and not any(address in network for network in _NOT_PUBLIC_V4)
    )


def _is_public_v6(address: IPv6Address) -> bool:
    return (
        address in _UNICAST
        and address.is_global
        and not any(address in network for network in _NOT_PUBLIC_V6)
    )
