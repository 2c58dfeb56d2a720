"""Answers as text: matched words in bold on a terminal, plain when piped."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from index.answers.answer import Answer, Citation, PassageHit, SpeakerEntry
from index.questions.intent import Intent

_OPEN, _CLOSE = "“", "”"
_MARKS = "\"“”„«»'‘’"


class _Output(Console):
    """Standard output. Where its reader has gone, the command ends as done instead of as failed."""

    def on_broken_pipe(self) -> None:
        """Let the entry point know."""
        raise BrokenPipeError


def print_answer(answer: Answer) -> None:
    """Print an answer to standard output."""
    console = _Output(highlight=False)
    for line in headline(answer):
        _show(console, Text(line))
    numbers: dict[str, int] = {}
    for speaker in answer.speakers:
        _print_speaker(console, speaker, numbers)
    if answer.passages and not answer.speakers:
        _print_passages(console, answer.passages)


def print_passages(hits: Sequence[PassageHit]) -> None:
    """Print passages to standard output."""
    console = _Output(highlight=False)
    if not hits:
        _show(console, Text("No passage matches."))
    _print_passages(console, hits)


def _show(console: Console, text: Text, indent: int = 0) -> None:
    """Print a paragraph, indented: wrapped on a terminal, one line where it is piped."""
    if console.is_terminal:
        console.print(Padding(text, (0, 0, 0, indent)))
    else:
        console.print(Text.assemble(" " * indent, text), soft_wrap=True)


def headline(answer: Answer) -> list[str]:
    """What is said before the quotes: notices, and the honest word where nothing was found."""
    lines = [answer.notice] if answer.notice else []
    if answer.found:
        return lines
    who = answer.asked_speaker or answer.asked_name
    if answer.intent is Intent.PASSAGES:
        lines.append("Nothing in the corpus answers that.")
    elif answer.intent is Intent.WHO_SAID:
        lines.append(f"Nobody in the corpus is quoted as saying that: {answer.topic}")
    elif answer.intent is Intent.DID_SAY:
        lines.append(f"No: the corpus has no such statement by {who}.")
        if answer.speakers:
            lines.append("What is reported instead:" if answer.denied else "Others are quoted as saying it:")
    elif answer.asked_speaker or not answer.notice:
        about = f" about {answer.topic}" if answer.topic else ""
        lines.append(f"The corpus has no statement by {who}{about}.")
    if answer.passages and not answer.speakers:
        lines.append("The nearest passages, which may not answer it:")
    return lines


def source_line(hit: Citation | PassageHit) -> str:
    """Title, outlet, date and link of a source, as far as they are known."""
    parts = [hit.title, hit.outlet, hit.published, hit.url]
    return " · ".join(part for part in parts if part)


def _print_speaker(console: Console, speaker: SpeakerEntry, numbers: dict[str, int]) -> None:
    """A speaker with their statements; `numbers` gives each article cited so far its number."""
    title = Text(speaker.name or "Unknown speaker", style="bold")
    if speaker.description:
        title.append(f" ({speaker.description})", style="not bold")
    console.print()
    _show(console, title)
    for entry in speaker.statements:
        articles = len({citation.article for citation in entry.citations})
        notes = [f"in {articles} articles"] if articles > 1 else []
        notes += ["close in meaning, not word for word"] if entry.close else []
        if notes:
            _show(console, Text(f"({'; '.join(notes)})", style="dim"), 2)
        for citation in entry.citations:
            _show(console, _quote(citation), 2)
            number = numbers.setdefault(citation.article, len(numbers) + 1)
            _show(console, Text(f"[{number}] {source_line(citation)}", style="dim"), 6)


def _quote(citation: Citation) -> Text:
    """The quote on one line, in marks unless it brings its own, the matched words bold."""
    marked = _marked(citation.quote, citation.highlights)
    if citation.quote[:1] in _MARKS:
        return marked
    return Text.assemble(_OPEN, marked, _CLOSE) if citation.kind == "direct" else marked


def _print_passages(console: Console, hits: Sequence[PassageHit]) -> None:
    for number, hit in enumerate(hits, start=1):
        console.print()
        _show(console, Text(f"[{number}] {source_line(hit)}", style="bold"))
        _show(console, _marked(hit.text, hit.highlights), 2)


def _marked(text: str, highlights: Sequence[tuple[int, int]]) -> Text:
    """The text with the matched stretches bold and line breaks shown as blanks."""
    marked = Text()
    position = 0
    for start, end in highlights:
        marked.append(_shown(text[position:start]))
        marked.append(_shown(text[start:end]), style="bold")
        position = end
    marked.append(_shown(text[position:]))
    return marked


def _shown(text: str) -> str:
    """`text` without line breaks and control characters, which could command a terminal."""
    plain = "".join(
        character if character.isprintable() or character.isspace() else "\ufffd" for character in text
    )
    return "".join(" " if character.isspace() else character for character in plain)
