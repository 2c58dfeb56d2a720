"""The verbs of saying that a question may use, in every form."""

from __future__ import annotations

_REGULAR = (
    "accept accuse acknowledge add address admit affirm agree allege announce answer argue ask assert "
    "assure blame boast caution challenge claim comment complain concede conclude condemn confirm "
    "contend criticise criticize declare defend demand denounce describe disclose discuss "
    "dismiss emphasise emphasize estimate exclaim explain express hint imply indicate insist joke "
    "lament maintain mention note object observe opine pledge point predict proclaim promise "
    "propose question quip recall recommend reiterate reject remark repeat report request "
    "respond reveal state stress suggest testify threaten tweet underline urge utter voice vow warn"
).split()
_IRREGULAR = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "talk": ("talks", "talked", "talking"),
    "write": ("writes", "wrote", "written", "writing"),
    "deny": ("denies", "denied", "denying"),
    "reply": ("replies", "replied", "replying"),
    "call": ("calls", "called", "calling"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "admit": ("admits", "admitted", "admitting"),
}


def _forms(verb: str) -> tuple[str, ...]:
    if verb in _IRREGULAR:
        return (verb, *_IRREGULAR[verb])
    stem = verb.removesuffix("e")
    plural = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    return (verb, plural, f"{stem}ed", f"{stem}ing")


FORMS: frozenset[str] = frozenset(form for verb in (*_REGULAR, *_IRREGULAR) for form in _forms(verb))
"""Every form of every verb of saying, in lower case."""

BASE_FORMS: frozenset[str] = frozenset((*_REGULAR, *_IRREGULAR))
"""The forms that follow "did" and "does"."""
