#!/usr/bin/env python3
"""The facts that four real articles must yield through the API: usage: seed_facts.py BINARY"""
import json
import pathlib
import sys

from harness import SHARED, Server, run, scratch, skip

SEEDS = [f"seed-{n}" for n in range(1, 5)]


def articles():
    gold = SHARED / "gold" / "dev-ko.jsonl"
    if not gold.exists():
        skip(f"{gold} is not there")
    fields = ("id", "lang", "source", "url", "published", "title", "text")
    for line in gold.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        if document["id"] in SEEDS:
            yield json.dumps({f: document[f] for f in fields if f in document}, ensure_ascii=False)


def far_ends(answer, start):
    return {edge["target"] if edge["source"] == start else edge["source"]
            for edge in answer["edges"]}


def check_visits(server):
    visitors = far_ends(server.get("/v1/entities/south-korea/neighbors", edge_type="visit",
                                   direction="in"), "south-korea")
    assert "sam-altman" in visitors, visitors
    assert len(visitors & {"openai", "nvidia", "asml", "mercedes-benz"}) >= 3, visitors


def check_people(server):
    roles = server.get("/v1/edges", source="sam-altman", target="openai", edge_type="role")["edges"]
    assert roles, "Altman heads OpenAI"
    met = far_ends(server.get("/v1/entities/sam-altman/neighbors", edge_type="meeting"),
                   "sam-altman")
    assert met & {"lee-jae-myung", "lee-jae-yong", "chey-tae-won"}, met
    heads = server.get("/v1/edges", source="chey-tae-won", target="sk-group", edge_type="role")
    assert heads["edges"], "Chey heads SK Group"
    joined = server.get("/v1/entities/chey-tae-won/neighbors", edge_type="participation")
    assert any(e["type"] == "event" and ("퓨처테크포럼" in json.dumps(e, ensure_ascii=False))
               for e in joined["included"]), joined


def check_stargate(server):
    members = far_ends(server.get("/v1/entities/stargate/neighbors", edge_type="participation"),
                       "stargate")
    assert {"samsung-electronics", "sk-hynix", "samsung-sds"} <= members, members
    assert len(members) >= 5, members


def check_supply(server):
    deals = server.get("/v1/edges", source="aws", target="openai", edge_type="supply")["edges"]
    deal = next(d for d in deals if d.get("amount") == {"value": 38000000000, "currency": "USD"})
    assert (deal["status"], deal["date"]) == ("agreed", "2025-11-03"), deal
    evidence = server.get(f"/v1/edges/{deal['id']}")["evidence"]
    document = server.get("/v1/documents/seed-2")
    full = document["title"] + "\n" + document["text"]
    assert evidence and all(full[e["start"]:e["end"]] == e["sentence"] for e in evidence)
    assert any("380억 달러" in e["sentence"] for e in evidence), evidence


def check_microsoft(server):
    ties = server.get("/v1/entities/openai/neighbors", date_from="2019", date_to="2019")["edges"]
    assert any("microsoft" in (t["source"], t["target"]) and
               t.get("amount") == {"value": 13000000000, "currency": "USD"} for t in ties), ties
    paths = server.get("/v1/paths", **{"from": "aws", "to": "microsoft"})["paths"]
    assert [p["hops"] for p in paths] == [2] and paths[0]["nodes"] == ["aws", "openai", "microsoft"]


def main():
    binary = pathlib.Path(sys.argv[1])
    lines = "\n".join(articles())
    with scratch() as folder:
        db = pathlib.Path(folder) / "seed.db"
        run(binary, "ingest", "--db", db, "-", stdin=lines)
        with Server(binary, db) as server:
            for check in (check_visits, check_people, check_stargate, check_supply,
                          check_microsoft):
                check(server)
                print(f"{check.__name__}: holds")
        run(binary, "check", "--db", db)


if __name__ == "__main__":
    main()
