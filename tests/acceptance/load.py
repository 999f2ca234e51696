#!/usr/bin/env python3
"""Readers and writers on one server for some minutes: answers stay right, memory stays bounded.

usage: load.py BINARY [--seconds N] [--readers N]

Checked on every answer: status 200, JSON, edges whose ends are all included, and a revision that
never goes back for one client. One writer posts, replaces and retracts articles without a pause.
Prints requests, p50 and p99 of the reads, and the server's memory at the beginning and the end.
"""
import argparse
import itertools
import json
import pathlib
import random
import statistics
import sys
import threading
import time

from durability import article
from harness import ROOT, Server, run, scratch

QUERIES = [
    "/v1/entities/openai/neighbors?depth=2&limit=200",
    "/v1/entities/nvidia/neighbors?edge_type=supply,investment&date_from=2025",
    "/v1/edges?sort=-amount&limit=100",
    "/v1/paths?from=aws&to=sk-hynix",
    "/v1/entities?q=Samsong",
    "/v1/edges?valid_on=2025-10-01&limit=50",
    "/v1/documents?q=OpenAI&limit=20",
]


def resident_megabytes(process):
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0


class Load:
    def __init__(self, server, until):
        self.server, self.until = server, until
        self.times, self.failures, self.writes = [], [], 0

    def fail(self, what):
        self.failures.append(what)
        self.until = 0

    def read(self, seed):
        source = random.Random(seed)
        revision = 0
        while time.monotonic() < self.until:
            query = source.choice(QUERIES)
            began = time.perf_counter()
            status, answer = self.server.request("GET", query)
            self.times.append(time.perf_counter() - began)
            if status != 200:
                return self.fail(f"{query} gave {status}: {answer}")
            if answer["revision"] < revision:
                return self.fail(f"{query}: revision {answer['revision']} after {revision}")
            revision = answer["revision"]
            known = {entity["id"] for entity in answer["included"]}
            known.add(answer.get("entity", {}).get("id"))
            for edge in answer.get("edges", []):
                if not {edge["source"], edge["target"]} <= known:
                    return self.fail(f"{query}: the ends of {edge['id']} are not included")

    def write(self):
        source = random.Random(7)
        for count in itertools.count():
            if time.monotonic() >= self.until:
                return
            name = f"load-{count % 500}"
            if count % 3 == 2:
                status, answer = self.server.request("DELETE", "/v1/documents/" + name)
                wanted = (200, 404)
            else:
                document = json.dumps(article(source, name))
                status, answer = self.server.request("POST", "/v1/documents", body=document)
                wanted = (200, 201)
            self.writes += 1
            if status not in wanted:
                return self.fail(f"write of {name} gave {status}: {answer}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--readers", type=int, default=4)
    options = parser.parse_args()
    with scratch() as folder:
        db = pathlib.Path(folder) / "load.db"
        run(options.binary, "ingest", "--db", db, ROOT / "scripts" / "samples")
        with Server(options.binary, db) as server:
            load = Load(server, time.monotonic() + options.seconds)
            before = resident_megabytes(server.process)
            threads = [threading.Thread(target=load.read, args=(n,)) for n in range(options.readers)]
            threads.append(threading.Thread(target=load.write))
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            after = resident_megabytes(server.process)
        run(options.binary, "check", "--db", db)
    if load.failures or len(load.times) < 2:
        print("\n".join(load.failures) or "nothing was read")
        return 1
    p99 = statistics.quantiles(load.times, n=100)[98]
    print(f"{len(load.times)} reads, p50 {statistics.median(load.times) * 1e3:.2f} ms, "
          f"p99 {p99 * 1e3:.2f} ms; {load.writes} writes; resident {before:.0f} MB, then {after:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
