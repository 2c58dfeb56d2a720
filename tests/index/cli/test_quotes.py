from __future__ import annotations

import json
from pathlib import Path

from command_line import Run, objects


def test_quotes_reads_files_and_json_lines(run: Run, tmp_path: Path) -> None:
    text = 'The harbour stays open.\n\n"Nobody closes it," Mayor Ada Grant said.'
    (tmp_path / "harbour.txt").write_text(text)
    (tmp_path / "harbour.jsonl").write_text(json.dumps({"id": 3, "text": text}) + "\n{}\n")
    code, out, _ = run("quotes", tmp_path / "harbour.txt")
    (record,) = objects(out)
    assert (code, record["id"]) == (0, "harbour")
    (quote,) = record["quotes"]
    assert text[quote["start"] : quote["end"]] == quote["text"]
    assert (quote["speaker"], quote["kind"], quote["cue"]) == ("Ada Grant", "direct", "said")
    assert "Grant" in text[quote["speaker_start"] : quote["speaker_end"]]
    code, out, _ = run("quotes", "--jsonl", tmp_path / "harbour.jsonl")
    first, second = objects(out)
    assert (first["id"], first["quotes"]) == (3, record["quotes"])
    assert "error" in second
