"""Frequent surnames that end with -s: in small letters they look like nouns in the plural, or in the genitive."""

from __future__ import annotations

from index.word_set import word_set

_SURNAMES = word_set(
    "abrams adams andrews atkins barnes bates biggs burns byrnes cairns campos chambers childs clemens "
    "coates collins combs cousins cummings daniels davies dawkins dickens edwards evans evers flores "
    "forbes gaines gates gomes gonzales griffiths griggs haas hanks hastings hawkins hayes haynes hicks "
    "higgins hobbs hodges holmes hopkins hughes hutchins jacobs jeffries jennings jenkins johns jones "
    "knowles lucas lyons mathews matthews meyers michaels mills morales moses myers nicholas nichols "
    "nunes owens parsons perkins peters phelps phillips powers ramos rawlings reeves reyes reynolds "
    "richards robbins roberts rodgers rodrigues rogers sanders santos saunders sessions simmons simons "
    "soros stephens stevens stokes summers thomas torres travers vargas walters waters watkins watts "
    "wells wilkins williams woods yates"
)


def ends_in_s(name: str) -> bool:
    """Whether the last word of a name is a surname with an -s of its own."""
    return name.rsplit(maxsplit=1)[-1].lower() in _SURNAMES


def without_s(name: str) -> str:
    """A name in the genitive that lost its apostrophe: "trumps", but "sanders"."""
    return name if ends_in_s(name) else name[:-1]
