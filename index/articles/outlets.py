"""Names of news agencies and outlets, as bylines, datelines and source lines give them."""

from __future__ import annotations

import re

AGENCIES = (
    "AFP", "Agence France-Presse", "AP", "The Associated Press", "Associated Press", "Reuters", "UPI",
    "United Press International", "Bloomberg", "Xinhua", "TASS", "ITAR-TASS", "RIA Novosti", "Interfax", "Sputnik",
    "DPA", "EFE", "ANSA", "Kyodo", "Yonhap", "PTI", "Press Trust of India", "ANI", "IANS", "AAP", "PA",
    "Press Association", "Anadolu Agency", "Anadolu", "EPA", "Dow Jones", "CNN", "BBC", "VOA", "Voice of America",
    "RFE/RL", "Deutsche Welle", "DW", "NPR", "RT", "SANA", "IRNA", "Agencies", "News Agencies",
)  # fmt: skip
_OTHERS = (
    "BBC News", "Al Jazeera", "Al-Jazeera", "Al Jazeera English", "Euronews", "France 24", "Sky News", "ITV News",
    "ABC News", "CBS News", "NBC News", "Fox News", "MSNBC", "PBS", "CNBC", "The Guardian", "Guardian",
    "The Independent", "The Telegraph", "The Daily Telegraph", "Financial Times", "The Economist", "Politico",
    "The Hill", "Axios", "Vox", "HuffPost", "Al Arabiya", "Al-Arabiya", "Haaretz", "Kommersant", "Izvestia",
    "Der Spiegel", "Spiegel Online", "Le Monde", "El País", "Newsweek", "Time", "Forbes", "Wired", "The Verge",
    "Globe and Mail", "The Globe and Mail", "Times of Israel", "Kyiv Independent", "Wikinews",
)  # fmt: skip
_KNOWN = {name.casefold() for name in (*AGENCIES, *_OTHERS)}
_KINDS = re.compile(
    r"(?:\b(?:News|Times|Post|Herald|Tribune|Journal|Press|Agency|Today|Magazine|Daily|Gazette|Telegraph|Observer|"
    r"Chronicle|Mail|Express|Mirror|Television|TV|Radio|Review|Weekly|Standard|Bulletin|Dispatch|Inquirer|Newspaper|"
    r"Broadcasting|Wire|Newswire|Online|Monitor|Sentinel|Examiner|Globe)|\.(?:com|org|net|co\.uk|ru|eu|info|news))$"
)
_AGENCY_NAMES = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
_DATELINE = re.compile(
    rf"(?:[^\s()][^()\n]{{0,80}}?\s(?:\([^()\n]{{2,20}}\)\s)?)?\(({_AGENCY_NAMES})\)\s?(?:[-–—―]|--)"
)


def is_outlet(name: str) -> bool:
    """Whether `name` is a known agency or outlet, or ends as outlets' names do ("... Times", "... News")."""
    if name.casefold() in _KNOWN:
        return True
    return len(name) <= 40 and name[:1].isupper() and len(name.split()) >= 2 and bool(_KINDS.search(name))


def is_known_outlet(name: str) -> bool:
    """Whether `name` is one of the agencies and outlets that are known by name."""
    return name.casefold() in _KNOWN


def dateline_agency(paragraph: str) -> str | None:
    """The agency of an opening like "MOSCOW, May 10 (Reuters) - ...", None where there is none."""
    match = _DATELINE.match(paragraph[:140])
    return match.group(1) if match else None
