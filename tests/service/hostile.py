#!/usr/bin/env python3
"""Clients that mean no good, or know no better: bodies that are too long, too deep or have a million lines, floods of
headers, requests of which the end is in doubt, clients that are slow or gone. Limits answer, and nobody else waits.

    hostile.py --program build/dev/src/cli/yidan
"""

import argparse
import concurrent.futures
import copy
import http.client
import json
import socket
import time

from server import ROOT, Client, serving

CASE = json.loads((ROOT / "examples/yantai.json").read_text(encoding="utf-8"))
JSON = {"Content-Type": "application/json"}
BODY_LIMIT = 64 * 1024 * 1024


def raw(port, data, seconds=30):
    """All that is answered until the server closes."""
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as line:
        heard = b""
        try:
            line.sendall(data)
            line.shutdown(socket.SHUT_WR)
            while piece := line.recv(65536):
                heard += piece
        except (ConnectionResetError, BrokenPipeError):
            pass
        return heard


def statuses(heard):
    return [int(each[9:12]) for each in heard.split(b"\r\n") if each.startswith(b"HTTP/1.")]


def ask(port, method, target, body=None, headers=None):
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        line.request(method, target, body, headers or {})
        answer = line.getresponse()
        return answer.status, answer.read()
    finally:
        line.close()


def takes_a_million_lines(port):
    """Within the limit of a body it is only work."""
    case = copy.deepcopy(CASE)
    encounter = case["encounters"][0]
    encounter["lines"] = []
    text = json.dumps(case, ensure_ascii=False)
    lines = ",".join(f'{{"id":"{i}","class":"A","amount":"0.01"}}' for i in range(1_000_000))
    body = text.replace('"lines": []', f'"lines": [{lines}]').encode()
    assert len(body) < BODY_LIMIT
    began = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        settled = pool.submit(ask, port, "POST", "/v1/settle?steps=none", body, JSON)
        slowest = 0
        while not settled.done():
            at = time.monotonic()
            assert ask(port, "GET", "/readyz")[0] == 200
            slowest = max(slowest, time.monotonic() - at)
            time.sleep(0.05)
        status, answer = settled.result()
    assert status == 200, answer[:300]
    assert json.loads(answer)["bills"][0]["amounts"]["total"] == "10000.00"
    assert slowest < 2, f"beside it an answer took {slowest:.1f} s"
    return time.monotonic() - began, slowest


def refuses_what_is_too_long_or_too_deep(port):
    deep = b"[" * 200_000
    for target in ("/v1/settle", "/v1/standing", "/v1/login", "/v1/requests"):
        status, answer = ask(port, "POST", target, deep, {**JSON, "Idempotency-Key": "k"})
        assert status == 400 and json.loads(answer)["where"] == "1:33", (target, answer[:300])
    status, answer = ask(port, "POST", "/fsi/api", b'{"input":' * 100_000, JSON)
    assert status == 200 and json.loads(answer)["code"] == "syntax" and json.loads(answer)["where"], answer[:300]
    head = f"POST /v1/settle HTTP/1.1\r\nHost: x\r\nContent-Length: {BODY_LIMIT + 1}\r\n\r\n".encode()
    assert statuses(raw(port, head)) == [413]
    chunk = b"10000\r\n" + b" " * 65536 + b"\r\n"
    assert statuses(raw(port, b"POST /v1/settle HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunk * (BODY_LIMIT // 65536 + 1))) in ([413], [])
    for flood in (b"".join(b"X-%d: y\r\n" % i for i in range(100_000)), b"X: " + b"y" * 1_000_000,
                  b"Cookie: a\r\n" * 50_000):
        assert statuses(raw(port, b"GET /healthz HTTP/1.1\r\nHost: x\r\n" + flood + b"\r\n\r\n")) in ([431], [])
    assert statuses(raw(port, b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n")) in ([431], [])


def is_not_deceived_about_the_end(port):
    """A second request within the first, as a proxy that reads otherwise would let it through: it is never answered."""
    inner = b"GET /v1/me HTTP/1.1\r\nHost: x\r\n\r\n"
    length, chunked = b"Content-Length: 5", b"Transfer-Encoding: chunked"
    for headers in (length + b"\r\n" + chunked, chunked + b"\r\n" + length, length + b"\r\nContent-Length: 6",
                    length + b", 5", b"Content-Length: 0\r\n 5", b"Transfer-Encoding: identity\r\n , chunked",
                    chunked + b", chunked", chunked + b"\r\n x", b"Transfer-Encoding : chunked",
                    b"Transfer-Encoding\r\n: chunked", b"Transfer-Encoding:\x0bchunked", length + b"\n" + chunked,
                    b"X: y\r" + length):
        heard = raw(port, b"POST /v1/settle HTTP/1.1\r\nHost: x\r\n" + headers + b"\r\n\r\n0\r\n\r\n" + inner)
        assert all(each // 100 == 4 for each in statuses(heard)) and len(statuses(heard)) <= 1, (headers, heard)
        assert b"unauthenticated" not in heard, (headers, heard)


def folded_headers_are_one(port):
    """What is folded over two lines is read as RFC 9112 says, as one with a blank: or it is refused."""
    heard = raw(port, b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Request-Id: a\r\n b\r\nConnection: close\r\n\r\n")
    assert statuses(heard) in ([200], [400]), heard
    folded = raw(port, b"POST /v1/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding:\r\n chunked\r\n\r\n"
                 b"2\r\n{}\r\n0\r\n\r\n")
    assert statuses(folded) in ([422], [400]), folded


def waits_for_nobody(client, port):
    """300 who say nothing or stop in the middle, some of them gone: whoever comes after them is answered."""
    lines = []
    for i in range(300):
        line = socket.create_connection(("127.0.0.1", port), timeout=30)
        line.sendall((b"", b"GET /heal", b"POST /v1/settle HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{")[i % 3])
        lines.append(line)
    for each in lines[::5]:
        each.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # gone without a word
        each.close()
    began = time.monotonic()
    for _ in range(20):
        assert client.send("POST", "/v1/settle", json.dumps(CASE), JSON).status == 200
    taken = time.monotonic() - began
    assert taken < 10, f"20 requests beside slow clients took {taken:.1f} s"
    # Whoever does not read what it asked for keeps its own connection busy, and no other.
    greedy = socket.create_connection(("127.0.0.1", port), timeout=30)
    greedy.sendall(b"GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n" * 200)
    assert client.send("GET", "/healthz").status == 200
    greedy.close()
    for each in lines:
        each.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    with serving(parser.parse_args().program, arguments=["--without-login"]) as port:
        client = Client(port)
        refuses_what_is_too_long_or_too_deep(port)
        is_not_deceived_about_the_end(port)
        folded_headers_are_one(port)
        waits_for_nobody(client, port)
        taken, slowest = takes_a_million_lines(port)
        assert client.send("GET", "/readyz").status == 200
    print(f"limits answer; a case of 1,000,000 lines takes {taken:.1f} s, beside it an answer {slowest:.2f} s at most")


if __name__ == "__main__":
    main()
