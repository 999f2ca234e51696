#!/usr/bin/env python3
"""Scores `dealgraph extract` on the golden articles and fails on any drop.

usage: golden_score.py BINARY [--errors N] [--update]

Prints, by language, F1 of entities, mentions and edges (edges by type too), how often status, date
and amount of the edges found are right, and how many dates and amounts were invented: given where
the article has none. tests/golden/baseline.json holds the figures of the last commit; a figure that
fell is a failure. --update writes the present ones, which a commit that lowers one must explain.

An entity found is paired with the annotated one with which it shares most: id, then strings. An
edge is right if type and both ends are; partnership and meeting count in either order.
"""
import argparse
import collections
import json
import pathlib
import re
import sys
import unicodedata

from harness import ROOT, run

GOLDEN = ROOT / "tests" / "golden"
FILES = {language: [f"{language}.jsonl", f"more-{language}.jsonl", f"samples-{language}.jsonl"]
         for language in ("ko", "en")}
# Nothing learns from these, and no rule is made after them.
FILES |= {f"{language}, held out": [f"held-{language}.jsonl"] for language in ("ko", "en")}
BASELINE = GOLDEN / "baseline.json"
SYMMETRIC = {"partnership", "meeting"}
ANNOTATIONS = {"entities", "edges", "tags"}


def folded(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()


def strings(entity):
    texts = (m["text"] if isinstance(m, dict) else m for m in entity["mentions"])
    return {folded(text) for text in texts}


def pair_entities(gold, found):
    """{id found: id annotated}, one to one, the pair that shares most first."""
    candidates = []
    for g, wanted in enumerate(gold):
        for f, got in enumerate(found):
            shared = len(strings(wanted) & strings(got))
            same_id = wanted["id"] == got["id"]
            if shared or same_id:
                candidates.append((-(shared + same_id), g, f))
    pairs, used = {}, set()
    for _, g, f in sorted(candidates):
        if g not in used and found[f]["id"] not in pairs:
            pairs[found[f]["id"]] = gold[g]["id"]
            used.add(g)
    return pairs


def edge_key(edge, ids):
    ends = [ids.get(edge[side], "?" + edge[side]) for side in ("source", "target")]
    return (edge["type"], *(sorted(ends) if edge["type"] in SYMMETRIC else ends))


class Score:
    def __init__(self):
        self.counts = collections.defaultdict(lambda: [0, 0, 0])  # name: annotated, found, right
        self.invented = collections.Counter()
        self.errors = []

    def count(self, name, gold, found):
        row = self.counts[name]
        row[0] += len(gold)
        row[1] += len(found)
        row[2] += len(gold & found)

    def document(self, gold, found):
        pairs = pair_entities(gold["entities"], found["entities"])
        kinds = {e["id"]: e["type"] for e in gold["entities"]}
        self.count("entities", set(kinds), {pairs.get(e["id"], "?" + e["id"]) for e in found["entities"]})
        self.count("entity types", set(kinds.items()),
                   {(pairs.get(e["id"]), e["type"]) for e in found["entities"]})
        self.count("mentions", set().union(*map(strings, gold["entities"]), set()),
                   set().union(*map(strings, found["entities"]), set()))
        wanted, got = {}, {}
        for edge in gold["edges"]:
            wanted.setdefault(edge_key(edge, {e: e for e in kinds}), edge)
        for edge in found["edges"]:
            got.setdefault(edge_key(edge, pairs), edge)
        self.count("edges", set(wanted), set(got))
        for kind in {key[0] for key in (*wanted, *got)}:
            self.count("edges: " + kind, {k for k in wanted if k[0] == kind},
                       {k for k in got if k[0] == kind})
        for key in wanted.keys() & got.keys():
            self.facts(wanted[key], got[key])
        self.errors += [f"missed   {gold['id']} {' '.join(k)}" for k in sorted(wanted.keys() - got.keys())]
        self.errors += [f"invented {gold['id']} {' '.join(k)}" for k in sorted(got.keys() - wanted.keys())]

    def facts(self, wanted, got):
        for name in ("status", "date", "amount"):
            if name in wanted:
                row = self.counts[name]
                row[0] += 1
                row[1] += 1
                row[2] += wanted[name] == got.get(name)
            elif name in got:
                self.invented[name] += 1

    def figures(self):
        figures = {name: round(2 * right / (gold + found), 4) if gold + found else 1.0
                   for name, (gold, found, right) in self.counts.items()}
        figures["edges, precision"] = round(self.counts["edges"][2] / max(1, self.counts["edges"][1]), 4)
        for name in ("date", "amount"):
            figures[f"{name}s not invented"] = -self.invented[name]
        return dict(sorted(figures.items()))


def score(binary, language):
    result = Score()
    for file in FILES[language]:
        lines = (GOLDEN / file).read_text(encoding="utf-8").splitlines()
        gold = [json.loads(line) for line in lines]
        articles = "\n".join(json.dumps({k: v for k, v in g.items() if k not in ANNOTATIONS},
                                        ensure_ascii=False) for g in gold)
        found = run(binary, "extract", "-", stdin=articles).splitlines()
        for wanted, got in zip(gold, map(json.loads, found), strict=True):
            result.document(wanted, got)
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    before = json.loads(BASELINE.read_text()) if BASELINE.exists() else {}
    now, fallen = {}, 0
    for language in FILES:
        result = score(options.binary, language)
        now[language] = result.figures()
        print(f"{language}:", *result.errors[:options.errors], sep="\n" if options.errors else " ")
        for name, figure in now[language].items():
            old = before.get(language, {}).get(name)
            fell = old is not None and figure < old
            fallen += fell
            print(f"  {name:24} {figure:8.4f}" + (f"  FELL from {old}" if fell else ""))
    if options.update:
        BASELINE.write_text(json.dumps(now, indent=1) + "\n")
        return 0
    if not before:
        print(f"there is no {BASELINE}; --update writes it")
        return 1
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
