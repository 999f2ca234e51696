#!/usr/bin/env python3
"""Runs every command printed in the documents and compares what comes out.

usage: documents.py BINARY

In ```console blocks a line "$ COMMAND" is run by bash in the project's folder (a trailing
backslash continues it); the lines below it are the expected output, where "…" stands for anything.
Three things differ from typing them:
  - data/dealgraph.db is replaced by a database in a scratch folder;
  - scripts/run goes on in the background while the commands behind it run;
  - scripts/test, .ci/run and scripts/soak only print their --help: this test runs inside them.
"""
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys

from harness import ROOT, scratch

DOCUMENTS = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def commands(text):
    """(command, expected output) for each command of a document, in order."""
    for block in BLOCK.findall(text):
        command, expected = None, []
        lines = iter(block.splitlines())
        for line in lines:
            if line.startswith("$ "):
                if command:
                    yield command, "\n".join(expected)
                command, expected = line[2:], []
                while command.endswith("\\"):
                    command = command[:-1] + next(lines).strip()
            else:
                expected.append(line)
        if command:
            yield command, "\n".join(expected)


def matches(expected, output):
    if not expected.strip():
        return True
    pattern = r"\s*".join(".*".join(re.escape(part) for part in line.split("…"))
                          for line in expected.strip().splitlines())
    return re.fullmatch(pattern, output.strip(), re.DOTALL) is not None


class Shell:
    def __init__(self, folder):
        self.db = str(pathlib.Path(folder) / "dealgraph.db")
        self.environment = dict(os.environ, DEALGRAPH_DB=self.db)
        self.server = None

    def serve(self, command):
        """Starts scripts/run and gives what it prints until it serves."""
        self.stop()
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", 8080)) == 0:
                raise AssertionError("port 8080, which the documents name, is in use")
        self.server = subprocess.Popen(command, shell=True, executable="/bin/bash", cwd=ROOT,
                                       env=self.environment, stdout=subprocess.PIPE, text=True,
                                       start_new_session=True)
        printed = []
        for line in self.server.stdout:
            printed.append(line)
            if line.strip().startswith("curl") and len(re.findall("curl", "".join(printed))) == 3:
                return "".join(printed)
        raise AssertionError(f"{command} ended with {self.server.wait()}: {''.join(printed)}")

    def stop(self):
        if self.server:
            os.killpg(self.server.pid, signal.SIGTERM)
            self.server.wait(timeout=30)
            self.server = None

    def run(self, command):
        if re.match(r"scripts/run\b", command) and not re.search("--no-serve|--help", command):
            return self.serve(command)
        if re.match(r"(scripts/test|scripts/soak|\.ci/run)\b", command):
            command = command.split()[0] + " --help"
        command = command.replace("data/dealgraph.db", self.db)
        done = subprocess.run(["/bin/bash", "-o", "pipefail", "-c", command], cwd=ROOT,
                              env=self.environment, capture_output=True, text=True, timeout=600,
                              check=False)
        if done.returncode != 0:
            raise AssertionError(f"{command} gave {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout


def main():
    failures = count = 0
    with scratch() as folder:
        shell = Shell(folder)
        try:
            for name in DOCUMENTS:
                for command, expected in commands((ROOT / name).read_text(encoding="utf-8")):
                    count += 1
                    try:
                        output = shell.run(command)
                        if matches(expected, output):
                            print(f"ok    {name}: {command}")
                            continue
                        problem = f"expected:\n{expected}\nfound:\n{output}"
                    except AssertionError as error:
                        problem = str(error)
                    failures += 1
                    print(f"FAIL  {name}: {command}\n{problem}")
        finally:
            shell.stop()
    print(f"{count} commands, {failures} failures")
    return 1 if failures or not count else 0


if __name__ == "__main__":
    sys.exit(main())
