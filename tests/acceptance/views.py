#!/usr/bin/env python3
"""The database opened with the sqlite3 shell: the views answer an analyst's questions.

usage: views.py BINARY
"""
import json
import pathlib
import sys

from harness import run, scratch

ARTICLE = {
    "id": "v1", "published": "2025-11-04", "title": "AWS to supply OpenAI",
    "text": "OpenAI signed a $38 billion agreement with Amazon Web Services on November 3. "
            "AWS will supply OpenAI with computing capacity.",
}


def query(db, sql):
    return json.loads(run("sqlite3", "-readonly", "-json", db, sql) or "[]")


def main():
    binary = pathlib.Path(sys.argv[1])
    with scratch() as folder:
        db = pathlib.Path(folder) / "views.db"
        run(binary, "ingest", "--db", db, "-", stdin=json.dumps(ARTICLE))
        views = {row["name"] for row in query(db, "SELECT name FROM sqlite_master WHERE type = 'view'")}
        assert {"v_edges", "v_evidence", "v_entities"} <= views, views
        for view in sorted(views):
            query(db, f"SELECT * FROM {view} LIMIT 5")  # must not need our own functions
        full = ARTICLE["title"] + "\n" + ARTICLE["text"]
        sentences = [row["sentence"] for row in query(db, "SELECT sentence FROM v_evidence")]
        assert sentences and all(sentence in full for sentence in sentences), sentences
        rows = query(db, "SELECT * FROM v_edges WHERE source = 'aws' OR target = 'aws'")
        assert rows, "the deal is in v_edges"
        run(binary, "ingest", "--db", db, "-", stdin=json.dumps(ARTICLE))
        assert rows == query(db, "SELECT * FROM v_edges WHERE source = 'aws' OR target = 'aws'")


if __name__ == "__main__":
    main()
