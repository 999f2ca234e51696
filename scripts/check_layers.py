#!/usr/bin/env python3
"""Checks that includes point down and that libraries stay in their rooms.

usage: check_layers.py [ROOT]

Prints one line an offence, and sources past their comfortable length; exit 1 on an offence.
"""
import pathlib
import re
import sys

# From the bottom to the top; a room may include itself and the rooms before it.
ROOMS = ["schema", "graph/sql", "graph", "graph/extract", "server"]

# Which rooms may include which third-party headers. What is not named here is free.
LIBRARIES = {
    r"sqlite3\.h|SQLiteCpp/": {"graph/sql"},
    r"boost/|CLI/|spdlog/|rapidjson/": {"server"},
    r"nlohmann/": {"schema", "server"},
    r"unicode/": {"schema", "graph/extract"},
    r"openssl/": {"schema", "server"},
}

# graph/sql is an implementation detail of the store: only these files may name it.
SQL_USERS = re.compile(r"graph/(sql/.*|store[a-z_]*|text_index)\.(cpp|hpp)$")

INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([^">]+)[">]')
COMFORTABLE = {".hpp": 150, ".cpp": 500}


def room_of(path):
    return max((room for room in ROOMS if path.startswith(room + "/")), key=len, default=None)


def offences(path, text):
    room = room_of(path)
    for number, line in enumerate(text.splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        included = match.group(1)
        target = room_of(included)
        if target and ROOMS.index(target) > ROOMS.index(room):
            yield f"{path}:{number}: {room} includes {included} of {target}, which lies above it"
        if target == "graph/sql" and not SQL_USERS.match(path):
            yield f"{path}:{number}: only the store may include {included}"
        for pattern, allowed in LIBRARIES.items():
            if re.match(pattern, included) and room not in allowed:
                yield f"{path}:{number}: {included} belongs to {', '.join(sorted(allowed))} alone"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    found, files = 0, 0
    for file in sorted(root.glob("**/*.[ch]pp")):
        path = file.relative_to(root).as_posix()
        if not room_of(path):
            continue
        files += 1
        text = file.read_text(encoding="utf-8")
        for offence in offences(path, text):
            print(offence)
            found += 1
        lines = text.count("\n")
        if lines > COMFORTABLE[file.suffix]:
            print(f"note: {path} has {lines} lines: is it still one thing?")
    if not files:
        print(f"no sources under {root}")
        return 1
    print(f"{files} files, {found} offences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
