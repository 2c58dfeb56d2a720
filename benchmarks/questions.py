"""Count right answers: `python -m index ask --batch QUESTIONS | python -m benchmarks.questions QUESTIONS`.

A question of QUESTIONS.jsonl says what is expected: with `speakers`, the first of them must come
first and every article of `cite` (the beginning of its id) be cited under that name; with
`passage`, one of the first three passages must hold the string and one be of an article of `cite`;
with `none`, nothing must be found.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from benchmarks.entry import run_benchmark
from benchmarks.json_lines import read_json_lines
from index.errors import BadInput


def flaw(expected: dict[str, Any], answer: dict[str, Any]) -> str | None:
    """What is wrong with an answer, None when it is right."""
    if "error" in answer:
        return str(answer["error"])
    if expected.get("none"):
        return "found something" if answer["found"] else None
    if not answer["found"]:
        return "found nothing"
    if "passage" in expected:
        first = answer["passages"][:3]
        if not any(expected["passage"] in " ".join(hit["text"].split()) for hit in first):
            return f"no passage holds {expected['passage']!r}"
        if not any(hit["article"].startswith(tuple(expected["cite"])) for hit in first):
            return "no passage of the right article"
        return None
    return _speaker_flaw(expected, answer)


def _speaker_flaw(expected: dict[str, Any], answer: dict[str, Any]) -> str | None:
    first = answer["speakers"][0] if answer["speakers"] else {"name": None, "statements": []}
    if first["name"] != expected["speakers"][0]:
        return f"speaker {first['name']}"
    cited = {citation["article"] for entry in first["statements"] for citation in entry["citations"]}
    missing = [want for want in expected["cite"] if not any(got.startswith(want) for got in cited)]
    return f"not cited: {', '.join(missing)}" if missing else None


def main() -> int:
    """Compare the answers on standard input with what the file expects."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("questions", type=Path, metavar="QUESTIONS.jsonl")
    expected = read_json_lines(parser.parse_args().questions, ("id", "question"))
    try:
        answers = {answer["id"]: answer for answer in map(json.loads, sys.stdin)}
    except (ValueError, KeyError, TypeError) as error:
        raise BadInput("standard input: is not what `python -m index ask --batch` prints") from error
    right = 0
    for question in expected:
        wrong = flaw(question, answers.get(question["id"], {"error": "no answer"}))
        right += wrong is None
        if wrong:
            print(f"{question['id']} {question['question']}: {wrong}")
    print(f"{right} of {len(expected)} right")
    return 0 if right == len(expected) else 1


if __name__ == "__main__":
    run_benchmark(main)
