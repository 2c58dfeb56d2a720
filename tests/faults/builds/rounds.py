"""One round of killing a build: change the corpus, build, kill, look, build again, look."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from faults.builds.changing_corpus import ChangingCorpus
from faults.builds.killing import Killed, kill_build
from faults.builds.published import (
    Answers,
    Remembering,
    answers,
    answers_of_library,
    build_now,
    content,
    left_over,
)

from index.encoding.encoder import Encoder
from index.errors import NoIndex, WhosaidError
from index.storage.builds import serving_id


@dataclass(slots=True)
class Rounds:
    """Kills builds of `corpus` in `data`; full builds for comparison are made in the folder `full`.

    With `whole_library` the answers are asked for as users do, with the model in the data folder. The
    build after a kill uses `chosen`, where there is one, instead of `encoder`.
    """

    data: Path
    corpus: ChangingCorpus
    encoder: Remembering
    full: Path
    whole_library: bool = False
    published: Answers | None = None
    chosen: Encoder | None = None
    made: int = 0

    async def run(self, after: float, *, writing: bool = False) -> tuple[Killed, list[str]]:
        """Change the corpus and kill its build, see `kill_build`; returns what went wrong then."""
        self.corpus.change()
        before = serving_id(self.data)
        killed = kill_build(self.data, self.corpus.folder, after, writing=writing)
        self.made += 1
        reference = self.full / str(self.made)
        build_now(reference, self.corpus.folder, self.encoder)
        wanted = await answers(reference, self.encoder)
        if serving_id(self.data) != before:
            self.published = wanted
        problems = await self._answering("after the kill")
        try:
            build_now(self.data, self.corpus.folder, self.chosen or self.encoder)
        except WhosaidError as error:
            problems.append(f"the next build failed: {error}")
        self.published = wanted
        problems += await self._answering("after the next build")
        if content(self.data) != content(reference):
            problems.append("the next build is not what a full build is")
        problems += [f"left for good: {path}" for path in left_over(self.data)]
        return killed, problems

    async def _answering(self, when: str) -> list[str]:
        """Whether the index opens and answers as the last published build does; without one, that it says so."""
        try:
            if self.published is None or self.whole_library:
                found = await answers_of_library(self.data)
            else:
                found = await answers(self.data, self.encoder)
        except NoIndex:
            return [] if self.published is None else [f"{when} there is no index"]
        except WhosaidError as error:
            return [f"{when} the index does not open: {error}"]
        return [] if found == self.published else [f"{when} the answers are others"]
