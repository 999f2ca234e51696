#!/usr/bin/env python3
"""Scores `dealgraph extract` on the development sets, Korean and English together.

usage: gold_score.py BINARY
"""
import json
import pathlib
import subprocess
import sys

from harness import SHARED, run, scratch, skip

MIN_EDGE_F1 = 0.55
MIN_ENTITY_F1 = 0.80


def main():
    binary = pathlib.Path(sys.argv[1])
    gold = [SHARED / "gold" / name for name in ("dev-ko.jsonl", "dev-en.jsonl")]
    if not all(file.exists() for file in gold):
        skip(f"no development gold under {SHARED}")
    documents = "".join(file.read_text(encoding="utf-8") for file in gold)
    # The extractor sees the articles without their annotations.
    articles = [{k: v for k, v in json.loads(line).items() if k not in ("entities", "edges", "origin")}
                for line in documents.splitlines()]
    predicted = run(binary, "extract", "-",
                    stdin="\n".join(json.dumps(a, ensure_ascii=False) for a in articles))
    with scratch() as folder:
        both = pathlib.Path(folder) / "gold.jsonl"
        answer = pathlib.Path(folder) / "predicted.jsonl"
        both.write_text(documents, encoding="utf-8")
        answer.write_text(predicted, encoding="utf-8")
        sys.exit(subprocess.run(
            [sys.executable, SHARED / "gold" / "score.py", both, answer, "--by-type",
             "--min-edge-f1", str(MIN_EDGE_F1), "--min-entity-f1", str(MIN_ENTITY_F1)],
            check=False).returncode)


if __name__ == "__main__":
    main()
