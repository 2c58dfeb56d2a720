"""Captions and credits of pictures."""

from __future__ import annotations

import re

_LONGEST = 900
_LONGEST_COPYRIGHT = 400
"""A longer text that ends in a copyright is one of a publisher's, an abstract mostly, and no caption."""
_LONGEST_QUOTING = 200
_AGENCY = (
    r"(?:"
    r"AFP|AP|Reuters|REUTERS|EPA|Getty Images|Getty|GETTY IMAGES|Associated Press|ASSOCIATED PRESS|"
    r"Press Association|PA|Xinhua|TASS|ITAR-TASS|RIA Novosti|Sputnik|Bloomberg|Shutterstock|Alamy|Rex|"
    r"Rex Features|Pool|POOL|Handout|HANDOUT|EFE|AFP Photo|Reuters Photo|EPA Photo|AP File|DPA|ANSA|"
    r"Anadolu|Corbis|AAP|UPI|ZUMA|WireImage|iStock|Flickr|Wikimedia|Wikimedia Commons|AP Photo|AP Images|"
    r"File|FILE"
    r")"
)
_NAME = r"[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3}"
_BREAK = r"(?:^|(?<=[.!?)\]\"”’])\s+|\s[-–—|]\s*|\n\s*)"
_CREDIT = re.compile(
    rf"""
      [(\[](?:AP\ Photo|Photo|Picture|Image|Photograph|Courtesy)\b[^()\[\]\n]{{0,80}}[)\]]\.?$
    | [(\[](?:{_NAME}\s?[/,]\s?)?(?:via\ )?{_AGENCY}(?:\s?/\s?[\w .’'-]{{1,40}}){{1,3}}[)\]]\.?$
    | (?<![.!?]\ )\[{_AGENCY}\]$
    | {_BREAK}(?:Photo|Photograph|Picture|Image)s?(?:\ credit|\ courtesy)?
        (?:\ ?:\ ?[^.!?\n]{{2,70}}|\ (?:by|of)\ {_NAME})\.?$
    | {_BREAK}Credit\ ?:\ ?[^.!?\n]{{2,70}}\.?$
    | {_BREAK}{_AGENCY}\s?/\s?{_NAME}(?:\s?/\s?{_NAME})?\.?$
    | {_BREAK}{_NAME}\s?/\s?(?:{_NAME}\s?/\s?)?{_AGENCY}(?:\s?/\s?{_AGENCY})?\.?$
    | {_BREAK}(?:{_NAME}\s)?via\ {_AGENCY}\.?$
    | {_BREAK}Getty\ Images\.?$
    """,
    re.VERBOSE,
)
_COPYRIGHT = re.compile(r"(?:©|\([cC]\)\s?\d{4}\b)[^©\n]{0,100}$")
# What every kind of credit holds; quicker to find.
_IN_CREDIT = re.compile(r"[(\[/]|Photo|Picture|Image|Credit|via\s")
_CREDIT_ALONE = re.compile(
    rf"(?:{_NAME}\s?(?:[/|]|via)\s?)?(?:{_NAME}\s?/\s?)?{_AGENCY}(?:\s?/\s?{_AGENCY})*\.?$"
    rf"|(?i:photo|photograph|picture|image)s?(?i:\s(?:credit|courtesy))?(?:\s?:\s?.{{2,80}}|\s(?:by|of)\s{_NAME})$"
    r"|(?i:image source),? .{2,80}$"
)
_QUOTES = re.compile(r"[\"“”«»]|\b(?:said|says|told)\b")
_POSED = re.compile(
    r"\((?:right|left|centre|center|[LRC]|2nd [LR]|file(?: photo)?|pictured)\)|\bfile (?:photo|picture|image)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:image|media|video) caption[,:]? |caption: |"
    r"in this (?:(?:file|handout|combination|undated|combo|frame|[A-Z][a-z]+\.? \d{1,2}(?:, \d{4},?)?) ){1,3}"
    r"(?:photo|photograph|picture|image)\b|"
    r"in this (?:photo|photograph|picture|image)(?:,| (?:taken|released|provided|made|shot|by)\b)",
    re.IGNORECASE,
)


def is_credit(text: str) -> bool:
    """Whether `text` is nothing but the credit of a picture ("Jim Urquhart / Reuters", "Photo: Jane Doe")."""
    return len(text) <= 120 and bool(_CREDIT_ALONE.match(text))


def is_caption(text: str) -> bool:
    """Whether `text` is a caption by its own wording: a picture's credit at its end, or a caption's opening."""
    if len(text) > (_LONGEST_QUOTING if _QUOTES.search(text) else _LONGEST):
        return False
    start = max(0, len(text) - 130)
    credited = _IN_CREDIT.search(text, start) and _CREDIT.search(text, start)
    owned = len(text) <= _LONGEST_COPYRIGHT and _COPYRIGHT.search(text, start)
    return bool(credited or owned or _OPENING.match(text))


def is_posed(text: str) -> bool:
    """Whether `text` points into a picture: "(right)", "file photo"."""
    return len(text) <= _LONGEST and bool(_POSED.search(text))
