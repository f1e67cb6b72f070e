"""A server of ours for tests: new books, `yidan serve` on a port that is free, and a client that validates what comes
back against the server's own description (/openapi.json), with a validator that is not ours."""

import contextlib
import http.client
import json
import os
import pathlib
import re
import subprocess
import tempfile
import urllib.parse

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]


def environment():
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("YIDAN_", "LC_", "LANG"))}
    return {**kept, "YIDAN_PACKS": str(ROOT / "packs"), "LC_ALL": "C.UTF-8"}


class Process:
    """A server that can be killed and started again on the same books and port."""

    def __init__(self, program, books, arguments=()):
        self.program, self.books, self.arguments, self.port = program, books, arguments, 0
        self.start()

    def start(self):
        words = [self.program, "serve", "--db", self.books, "--listen", f"127.0.0.1:{self.port}", *self.arguments]
        self.process = subprocess.Popen(words, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        text=True)
        first = self.process.stdout.readline()
        found = re.search(r":(\d+)$", first.strip())
        if not found:
            self.process.kill()
            raise RuntimeError(f"the server did not start: {first}{self.process.communicate()[1]}")
        self.port = int(found.group(1))

    def kill(self):
        self.process.kill()
        self.process.communicate(timeout=60)

    def stop(self):
        self.process.terminate()
        self.process.communicate(timeout=60)
        if self.process.returncode != 0:
            raise RuntimeError(f"the server ended with {self.process.returncode}")


@contextlib.contextmanager
def serving(program, books=None, arguments=()):
    """Yields the port. Books that are not named are new, and gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        if books is None:
            books = f"{folder}/books.db"
            made = [program, "init", "--db", books, "--drafts"]
            subprocess.run(made, env=environment(), check=True, capture_output=True)
        process = Process(program, books, arguments)
        try:
            yield process.port
        finally:
            process.stop()


class Answer:
    def __init__(self, response):
        self.status, self.headers, self.bytes = response.status, response.headers, response.read()

    @property
    def json(self):
        return json.loads(self.bytes)


class Client:
    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.document = json.loads(self.send("GET", "/openapi.json").bytes)
        self.operations = {}
        for path, methods in self.document["paths"].items():
            for method, operation in methods.items():
                self.operations[operation["operationId"]] = (method.upper(), path, operation)
        self.resolver = jsonschema.RefResolver("", self.document)
        self.seen = {}  # operation → statuses

    def send(self, method, target, body=None, headers=None):
        data = body.encode() if isinstance(body, str) else body
        try:
            self.connection.request(method, target, body=data, headers=headers or {})
            return Answer(self.connection.getresponse())
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
            self.connection.close()  # the server closes what was idle for long: once more on a new one
            self.connection.request(method, target, body=data, headers=headers or {})
            return Answer(self.connection.getresponse())

    def target_of(self, path, parameters):
        target, query = path, {}
        for name, value in parameters.items():
            if "{" + name + "}" in target:
                target = target.replace("{" + name + "}", urllib.parse.quote(str(value), safe=""))
            else:
                query[name] = value
        return target + ("?" + urllib.parse.urlencode(query) if query else "")

    def call(self, name, body=None, /, once=None, language=None, **parameters):
        """Calls an operation; what it answers must be what the document says."""
        method, path, operation = self.operations[name]
        headers = {"Content-Type": "application/json"} if body is not None else {}
        if once is not None:
            headers["Idempotency-Key"] = once
        if language is not None:
            headers["Accept-Language"] = language
        text = body if body is None or isinstance(body, (str, bytes)) else json.dumps(body, ensure_ascii=False)
        answer = self.send(method, self.target_of(path, parameters), text, headers)
        self.seen.setdefault(name, set()).add(answer.status)
        self.check(name, operation, answer)
        if answer.status in (200, 202) and body is not None and not isinstance(body, (str, bytes)):
            self.check_body(name, operation, body)
        return answer

    def check(self, name, operation, answer):
        method = self.operations[name][0]
        status = str(answer.status)
        responses = operation["responses"]
        described = responses.get(status) or responses.get(status[0] + "XX")
        assert described, f"{name}: status {status} is not described"
        if "content" not in described:
            assert answer.bytes == b"", f"{name}: {status} has a body"
            return
        kind = answer.headers["Content-Type"].split(";")[0]
        assert kind in described["content"], f"{name}: {status} has the type {kind}"
        schema = described["content"][kind]["schema"]
        if kind.endswith("json") and kind != "application/schema+json":
            self.validate(f"{name}: {status}", answer.json, schema)
        assert answer.headers["X-Request-Id"], f"{name}: no X-Request-Id"
        is_open = method == "GET" and operation["security"] == []
        assert answer.headers["Cache-Control"] == ("no-cache" if is_open else "no-store"), name

    def check_body(self, name, operation, body):
        schema = operation["requestBody"]["content"]["application/json"]["schema"]
        self.validate(f"{name}: its body", body, schema)

    def validate(self, what, value, schema):
        validator = jsonschema.Draft202012Validator(schema, resolver=self.resolver)
        error = jsonschema.exceptions.best_match(validator.iter_errors(value))
        assert error is None, f"{what}: {error.json_path}: {error.message}"
