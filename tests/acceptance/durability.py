#!/usr/bin/env python3
"""Kills the server with SIGKILL amid writes, again and again: no acknowledged write may be lost.

usage: durability.py BINARY [--cycles N] [--seed N]

Each cycle starts the server on one database, posts articles from several clients, kills it at a
random moment, and counts after the restart what was acknowledged and is not there. At the end
`check` must find nothing. A document that was sent but not acknowledged may be there or not.
"""
import argparse
import json
import pathlib
import random
import sys
import threading
import time
import urllib.request

from harness import Server, run, scratch

CLIENTS = 4
FIRMS = ["OpenAI", "Nvidia", "AMD", "Broadcom", "Oracle", "Microsoft", "TSMC", "Micron"]


def article(random_source, name):
    buyer, seller = random_source.sample(FIRMS, 2)
    amount = random_source.randrange(1, 900)
    return {"id": name, "published": "2025-11-04", "title": f"{buyer} signs a deal with {seller}",
            "text": f"{buyer} signed a ${amount} million deal with {seller} on November 3. "
                    f"{seller} will supply chips to {buyer}."}


def post(base, document):
    request = urllib.request.Request(base + "/v1/documents", method="POST",
                                     data=json.dumps(document).encode(),
                                     headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        answer.read()


def write_until_killed(server, cycle, number, seed, acknowledged):
    source = random.Random(f"{seed}/{cycle}/{number}")
    for count in range(100_000):
        name = f"d-{cycle}-{number}-{count}"
        try:
            post(server.base, article(source, name))
        except OSError:
            return
        acknowledged.append(name)


def one_cycle(binary, db, cycle, seed, known):
    server = Server(binary, db, "--create")
    acknowledged = [[] for _ in range(CLIENTS)]
    clients = [threading.Thread(target=write_until_killed,
                                args=(server, cycle, n, seed, acknowledged[n]))
               for n in range(CLIENTS)]
    for client in clients:
        client.start()
    time.sleep(random.Random(f"{seed}/{cycle}").uniform(0.05, 0.6))
    server.process.kill()
    for client in clients:
        client.join()
    server.process.wait()
    server.process.stderr.close()
    known.extend(name for names in acknowledged for name in names)


def missing(binary, db, known):
    stored = {record["id"] for record in map(json.loads, run(binary, "export", "--db", db).splitlines())
              if record["kind"] == "document"}
    return [name for name in known if name not in stored]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("--cycles", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    known = []
    with scratch() as folder:
        db = pathlib.Path(folder) / "kill.db"
        for cycle in range(options.cycles):
            one_cycle(options.binary, db, cycle, options.seed, known)
            lost = missing(options.binary, db, known)
            if lost:
                print(f"cycle {cycle}: {len(lost)} acknowledged writes are gone: {lost[:5]}")
                return 1
        run(options.binary, "check", "--db", db)
    print(f"{options.cycles} kills, {len(known)} acknowledged writes, 0 lost, check found nothing")
    return 0 if known else 1


if __name__ == "__main__":
    sys.exit(main())
