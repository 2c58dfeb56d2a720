"""A big corpus for measurements: `python -m benchmarks.corpus DATA --passages 100000 --from FOLDER...`.

No passage and no statement occurs twice, and all words but the names are real: the sentences of the
given corpora (BEIR folders or folders of articles; by default `seeds/`) are recombined.

- An article has three to six sections of narrative sentences, each taken whole from the source, and
  of reports of speech, together four passages of 120 to 180 words on average.
- A report of speech puts together three clauses of the source's sentences: the n-th report has the
  digits of n * a mod c**3 in base c as its clauses (c clauses, a prime to c), so that no two reports
  have the same three. Its speaker is one of the article's three, drawn from as many made-up persons
  as there are articles (a few are quoted often, most once); the form is direct, mixed or indirect
  speech and the cue varies. There are about three statements a passage.
- Outlets, dates and titles are drawn, too. Everything is drawn with a fixed seed.
- Vectors come from the real encoder (`--encode`) or, since that takes hours for a big corpus, are
  blends: of 2,000 real sentences' vectors the hash of a text chooses four and their shares.

The corpus is `DATA/corpus.jsonl`, indexed by the real pipeline: `index.open` answers from it, and
questions are encoded by the real encoder.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import math
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.entry import at_least, run_benchmark
from benchmarks.json_lines import write_json_lines
from index.articles.article import Article
from index.articles.corpus import read_corpus
from index.building.pipeline import build
from index.cli.progress import print_summary, shown_progress
from index.encoding.choosing import load_encoder
from index.encoding.encoder import Encoder
from index.quotations.given_names import FEMALE_NAMES, MALE_NAMES
from index.sentences import sentences

SEEDS = Path(__file__).parents[1] / "seeds"
PASSAGES_AN_ARTICLE = 4
_WORDS_AN_ARTICLE = 430
_REPORTS_IN_TEN = 6
_POOL = 2_000
_BLENDED = 4
_BEGINNINGS = (
    "Al Bar Cor Dun Est Fen Gar Hal Ing Jor Kel Lor Mar Nor Os Pen Quin Rad Sel Tor Ul Ver Wil Yar".split()
)
_MIDDLES = "a e i o u an en on ar er or al el".split()
_ENDINGS = (
    "berg by croft dal den ford ham holm ley low mann mont ner nov rick sen ski son stead ter ton vic".split()
)
_SURNAMES = ((_BEGINNINGS, 1), (_MIDDLES, 7), (_ENDINGS, 3))
_GIVEN = tuple(name.capitalize() for name in sorted(MALE_NAMES | FEMALE_NAMES))
_OUTLETS = "Courier Gazette Herald Ledger Mail Observer Post Register Standard Times Tribune Voice".split()
_TOWNS = "Ashby Brent Calder Dorne Elmore Fairhaven Grantham Holt Ivel Kingsley Larne Marlow".split()
_FORMS = (
    "“{words},” {name} said.",
    "“{words},” {name} told reporters.",
    "“{words},” said {name}.",
    "{name} added: “{words}.”",
    "“{words},” {name} warned on {day}.",
    "{name} said that {small}.",
    "{name} argued that {small}.",
    "{name} said on {day} that {small}.",
    "According to {name}, {small}.",
    "{name} insisted that {first} “{rest}”.",
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MARKS = re.compile(r"[\"“”«»'‘’()\[\]]")
_CLAUSE_EDGE = re.compile(r"[,;:–—]\s|\s(?=(?:and|but|which|while|because|whether)\s)")


@dataclass(frozen=True, slots=True)
class Source:
    """What articles are made of: whole sentences, and clauses of 4 to 12 words."""

    sentences: tuple[str, ...]
    clauses: tuple[str, ...]

    @classmethod
    def read(cls, folders: Sequence[Path]) -> Source:
        """The distinct sentences of all articles of the folders."""
        paths = [folder / "corpus.jsonl" if _is_beir(folder) else folder for folder in folders]
        articles = (item for item in read_corpus(paths) if isinstance(item, Article))
        found = dict.fromkeys(
            _MARKS.sub("", " ".join(article.text[start:end].split()))
            for article in articles
            for block in article.paragraphs
            for start, end in sentences(article.text, block.start, block.end)
        )
        whole = tuple(one for one in found if 6 <= len(one.split()) <= 40 and one[-1] in ".!?")
        parts = dict.fromkeys(
            part.strip(" .!?,;:") for one in whole for part in _CLAUSE_EDGE.split(_small(one))
        )
        return cls(whole, tuple(part for part in parts if 4 <= len(part.split()) <= 12))


class Writer:
    """Makes articles; the same source and number give the same article."""

    def __init__(self, source: Source, articles: int) -> None:
        self._source = source
        count = len(source.clauses)
        self._step = next(
            step for step in range(int(count**3 * 0.6180339887), count**3) if math.gcd(step, count) == 1
        )
        self._people = max(articles, 10)
        self._reports = 0

    def article(self, number: int) -> dict[str, str]:
        """One record of a `.jsonl` corpus; to be called with 0, 1, 2 ... in order."""
        draw = random.Random(number)  # noqa: S311 - a corpus that can be made again, no secret
        speakers = [_person(int(self._people ** draw.random()) * 7 + draw.randrange(3)) for _ in range(3)]
        paragraphs: list[str] = []
        words = 0
        aim = draw.randrange(_WORDS_AN_ARTICLE // 2, _WORDS_AN_ARTICLE * 3 // 2)
        while words < aim:
            pieces = []
            for _ in range(draw.randrange(2, 5)):
                if draw.randrange(10) < _REPORTS_IN_TEN:
                    pieces.append(self._report(draw, draw.choice(speakers)))
                else:
                    pieces.append(draw.choice(self._source.sentences))
            paragraphs.append(" ".join(pieces))
            words += len(paragraphs[-1].split())
        day = datetime.date(2010, 1, 1) + datetime.timedelta(days=draw.randrange(5_000))
        title = " ".join(draw.choice(self._source.sentences).split()[:9]).rstrip(".,;:!?")
        return {
            "_id": f"a{number:07d}",
            "title": title,
            "text": "\n\n".join(paragraphs),
            "outlet": f"{draw.choice(_TOWNS)} {draw.choice(_OUTLETS)}",
            "published": day.isoformat(),
        }

    def _report(self, draw: random.Random, name: str) -> str:
        clauses = self._source.clauses
        place = self._reports * self._step % len(clauses) ** 3
        self._reports += 1
        parts = []
        for _ in range(3):
            place, digit = divmod(place, len(clauses))
            parts.append(clauses[digit])
        small = ", ".join(parts)
        return draw.choice(_FORMS).format(
            words=small[:1].upper() + small[1:],
            small=small,
            first=parts[0],
            rest=", ".join(parts[1:]),
            name=name,
            day=draw.choice(_DAYS),
        )


class BlendingEncoder:
    """Stands in for the real encoder where building with it would take hours.

    It bears the real one's identity, so that the index answers questions; the vector of a text is a
    blend of real vectors, chosen by the text's hash.
    """

    def __init__(self, real: Encoder, texts: Sequence[str]) -> None:
        self._real = real
        self._pool = real.encode(texts)

    @property
    def identity(self) -> str:
        """The real encoder's."""
        return self._real.identity

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has."""
        return int(self._pool.shape[1])

    def encode(self, texts: Sequence[str], *, queries: bool = False) -> NDArray[np.float32]:
        """Blends of four of the real vectors, float32 (n, d), each of length 1."""
        digests = b"".join(
            hashlib.blake2b(text.encode(), digest_size=8 * _BLENDED).digest() for text in texts
        )
        draws = np.frombuffer(digests, dtype=np.uint32).reshape(len(texts), 2, _BLENDED)
        shares = (draws[:, 1] / np.float32(2**32) + np.float32(0.05)).astype(np.float32)
        blends = np.einsum("nk,nkd->nd", shares, self._pool[draws[:, 0] % len(self._pool)])
        blends /= np.linalg.norm(blends, axis=1, keepdims=True)
        return np.asarray(blends, dtype=np.float32)


def blending_encoder(source: Source, data: Path) -> BlendingEncoder:
    """The encoder that blends the vectors of sentences taken evenly from the source; the real one is kept
    in the data folder, for questions.
    """
    step = max(1, len(source.sentences) // _POOL)
    return BlendingEncoder(load_encoder(data=data), source.sentences[::step][:_POOL])


def write_corpus(path: Path, source: Source, passages: int) -> int:
    """Write a `.jsonl` corpus of about so many passages; returns the number of articles."""
    count = max(1, passages // PASSAGES_AN_ARTICLE)
    writer = Writer(source, count)
    write_json_lines(path, map(writer.article, range(count)))
    return count


def main() -> int:
    """Write a corpus and index it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, metavar="DATA", help="the data folder to make")
    parser.add_argument("--passages", type=at_least(1), default=10_000)
    parser.add_argument("--from", dest="folders", type=Path, nargs="+", default=[SEEDS], metavar="FOLDER")
    parser.add_argument("--encode", action="store_true", help="use the real encoder instead of blends")
    arguments = parser.parse_args()
    arguments.data.mkdir(parents=True, exist_ok=True)
    source = Source.read(arguments.folders)
    corpus = arguments.data / "corpus.jsonl"
    articles = write_corpus(corpus, source, arguments.passages)
    print(f"{articles} articles of {len(source.sentences)} sentences, {len(source.clauses)} clauses")
    encoder = (
        load_encoder(data=arguments.data) if arguments.encode else blending_encoder(source, arguments.data)
    )
    with shown_progress("auto") as listener:
        print_summary(build(arguments.data, [corpus], encoder, model=None, listener=listener), "auto")
    return 0


def _is_beir(folder: Path) -> bool:
    return (folder / "corpus.jsonl").is_file() and (folder / "qrels").is_dir()


def _small(sentence: str) -> str:
    """A sentence as it goes on after others, where its first word is no abbreviation."""
    return sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() else sentence


def _person(number: int) -> str:
    first, middle, last = (parts[number // by % len(parts)] for parts, by in _SURNAMES)
    return f"{_GIVEN[number * 31 % len(_GIVEN)]} {first}{middle}{last}"


if __name__ == "__main__":
    run_benchmark(main)
