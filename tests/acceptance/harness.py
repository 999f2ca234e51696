"""Starts the real binary for tests that use dealgraph as its users do: over HTTP and by command.

Python 3, standard library only.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SKIPPED = 77  # ctest shows a test with this exit code as skipped


def skip(reason):
    print(f"SKIPPED: {reason}", flush=True)
    sys.exit(SKIPPED)


def run(*arguments, stdin=None, exit_code=0):
    """Runs a command, checks its exit code and gives its standard output."""
    done = subprocess.run([str(a) for a in arguments], input=stdin, capture_output=True, text=True,
                          timeout=120, check=False)
    if done.returncode != exit_code:
        raise AssertionError(f"{arguments} gave {done.returncode}, not {exit_code}:\n{done.stderr}")
    return done.stdout


class Server:
    """`dealgraph serve` on a port of its own choice; use it in a with statement."""

    def __init__(self, binary, db, *options):
        self.process = subprocess.Popen(
            [str(binary), "serve", "--db", str(db), "--port", "0", "--access-log", "off", *options],
            stderr=subprocess.PIPE, text=True)
        self.base = None
        for line in self.process.stderr:
            event = json.loads(line)
            if event.get("msg") == "listening" or event.get("event") == "listening":
                self.base = f"http://127.0.0.1:{event['port']}"
                break
        if not self.base:
            raise AssertionError(f"the server did not start (exit {self.process.wait()})")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.stderr.read()
        if self.process.wait(timeout=30) != 0:
            raise AssertionError(f"the server ended with {self.process.returncode}")

    def request(self, method, path, query=None, body=None, content_type="application/json"):
        """(status, parsed JSON) of one request; `query` is a dict, spelled as UTF-8."""
        url = self.base + path + ("?" + urllib.parse.urlencode(query) if query else "")
        data = body.encode() if isinstance(body, str) else body
        request = urllib.request.Request(url, data=data, method=method)
        if data is not None:
            request.add_header("Content-Type", content_type)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read())

    def get(self, path, **query):
        """The JSON of a GET that must succeed."""
        status, answer = self.request("GET", path, query)
        if status != 200:
            raise AssertionError(f"GET {path} {query} gave {status}: {answer}")
        return answer


def scratch():
    return tempfile.TemporaryDirectory(prefix="dealgraph-test-")
