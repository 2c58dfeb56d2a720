from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.fetching.addresses import AddressError, checked_url, is_public, refuse_unless_public

PUBLIC = [
    "8.8.8.8",
    "93.184.216.34",
    "2606:4700::1111",
    "2a00:1450:4001::1",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
]
NOT_PUBLIC = [
    "0.0.0.1", "10.0.0.1", "127.0.0.1", "127.8.8.8", "169.254.169.254", "172.16.0.1", "192.168.1.1",
    "100.64.0.1", "100.127.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.51.100.1",
    "203.0.113.9", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe",
    "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::808:808", "2002:7f00:1::", "2002:808:808::",
    "2001::1", "2001:db8::1", "2001:10::1", "3fff::1", "5f00::1", "100::1",
    "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "2606:4700::1%1", "fec0::1", "ff02::1", "ff0e::1",
    "", "localhost", "127.1", "0x7f.0.0.1", "2130706433", "0177.0.0.1",
]  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_all_others(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    ("typed", "fetched"),
    [
        ("https://news.example/a?b=c#part", "https://news.example/a?b=c"),
        ("HTTP://News.Example", "http://news.example"),
        ("https://news.example:443/a", "https://news.example/a"),
        ("http://news.example:443/a", "http://news.example:443/a"),
        ("https://news.example./a", "https://news.example./a"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("https://8.8.8.8/a", "https://8.8.8.8/a"),
        ("https://[2606:4700::1111]/a", "https://[2606:4700::1111]/a"),
    ],
)
def test_web_addresses_are_taken(typed: str, fetched: str) -> None:
    assert str(checked_url(typed)) == fetched


@pytest.mark.parametrize(
    "typed",
    [
        "", "news.example/a", "/etc/passwd", "file:///etc/passwd", "ftp://news.example/a", "data:text/html,a",
        "gopher://news.example", "https://", "https:///a", "javascript:alert(1)",
        "http://[2606:4700::1111]@/", "http://[::1]@8.8.8.8/",
        "https://user@news.example/", "https://user:secret@news.example/", "https://:@news.example/",
        "https://news.example:22/", "https://news.example:8080/", "https://news.example:0/",
        "https://news.example:99999/", "https://news.example:x/",
        "http://localhost/", "http://LOCALHOST./", "http://intranet/", "http://intranet./", "http://./",
        "http://127.0.0.1/", "http://127.0.0.1./", "http://127.1/", "http://127.0.1/", "http://2130706433/",
        "http://0177.0.0.1/", "http://0x7f.0.0.1/", "http://0x7f000001/", "http://0x7F.1/", "http://017700000001/",
        "http://127.0.0.0x1/", "http://0/", "http://0x/", "http://1.2.3.4.5/", "http://999.1.1.1/",
        "http://169.254.169.254/latest/meta-data/", "http://100.100.100.200/",
        "http://[::1]/", "http://[::]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/",
        "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://[fe80::1%25eth0]/", "http://[fd00:ec2::254]/",
        "http://①②⑦.0.0.1/", "http://127。0。0。1/", "http://１２７.0.0.1/", "http://ⓛocalhost/",
        "http://news.example\\@127.0.0.1/", "http://news.example /", "http://news.example/a\nb",
        "http://news.example/" + "a" * 2000,
    ],
)  # fmt: skip
def test_what_is_no_public_web_address_is_refused(typed: str) -> None:
    with pytest.raises(AddressError):
        checked_url(typed)


def test_only_tests_may_fetch_from_this_machine() -> None:
    assert str(checked_url("http://127.0.0.1:8080/a", loopback=True)) == "http://127.0.0.1:8080/a"
    with pytest.raises(AddressError):
        checked_url("http://10.0.0.1:8080/a", loopback=True)
    refuse_unless_public(["127.0.0.1", "::1"], loopback=True)
    with pytest.raises(AddressError):
        refuse_unless_public(["127.0.0.1"], loopback=False)


def test_every_address_of_a_host_must_be_public() -> None:
    refuse_unless_public(["8.8.8.8", "2606:4700::1111"], loopback=False)
    for addresses in ([], ["8.8.8.8", "10.0.0.1"], ["::1", "8.8.8.8"]):
        with pytest.raises(AddressError):
            refuse_unless_public(addresses, loopback=False)


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=40)
    | st.text(max_size=40).map("http://".__add__)
    | st.from_regex(r"http://[0-9a-fx.:\[\]]+/")
)
def test_nothing_typed_is_an_unexpected_failure(typed: str) -> None:
    try:
        url = checked_url(typed)
    except AddressError:
        return
    assert url.scheme in {"http", "https"} and url.host
