#!/usr/bin/env python3
"""TLS in the server itself, as clients meet it, with a certificate made here by openssl: many requests on a connection;
what is no TLS, old protocols, another's certificate, handshakes that do not end.

    tls.py --program build/dev/src/cli/yidan
"""

import argparse
import http.client
import pathlib
import socket
import ssl
import subprocess
import tempfile
import time
import warnings

from server import ROOT, Process, environment

HANDSHAKE_ENDS = 15  # seconds, http/server.h


def certificate(folder, name, host):
    chain, key = str(folder / f"{name}.pem"), str(folder / f"{name}.key")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out",
                    chain, "-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host},IP:127.0.0.1"],
                   capture_output=True, check=True)
    return chain, key


def trusting(chain):
    context = ssl.create_default_context(cafile=chain)
    context.check_hostname = False
    return context


def keeps_a_connection(port, chain):
    line = http.client.HTTPSConnection("127.0.0.1", port, timeout=30, context=trusting(chain))
    sockets = set()
    for _ in range(50):
        line.request("GET", "/healthz")
        answer = line.getresponse()
        assert (answer.status, answer.read()) == (200, b"ok\n")
        sockets.add(line.sock.getsockname())
    assert len(sockets) == 1, "the connection was made anew"
    case = (ROOT / "examples/yantai.json").read_bytes()
    line.request("POST", "/v1/settle", case, {"Content-Type": "application/json"})
    assert line.getresponse().status in (200, 401)
    assert line.sock is None or line.sock.version() in ("TLSv1.2", "TLSv1.3")
    line.close()


def refuses_what_is_no_tls(port):
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        line.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        heard = b""
        try:
            while piece := line.recv(4096):
                heard += piece
        except ConnectionResetError:
            pass
        assert b"HTTP/" not in heard, heard
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        line.sendall(bytes(range(256)) * 40)
        try:
            while line.recv(4096):
                pass
        except ConnectionResetError:
            pass


def refuses_old_protocols(port):
    warnings.simplefilter("ignore", DeprecationWarning)
    for version in (ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.minimum_version = context.maximum_version = version
        with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
            try:
                context.wrap_socket(line)
                raise AssertionError(f"{version.name} is taken")
            except (ssl.SSLError, ConnectionResetError):
                pass
    for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        context.minimum_version = context.maximum_version = version
        with socket.create_connection(("127.0.0.1", port), timeout=30) as line, context.wrap_socket(line) as secure:
            secure.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            assert secure.recv(4096).startswith(b"HTTP/1.1 200")


def is_known_by_its_certificate(port, chain, other):
    for trusted, goes in ((chain, True), (other, False)):
        line = http.client.HTTPSConnection("127.0.0.1", port, timeout=30, context=trusting(trusted))
        try:
            line.request("GET", "/healthz")
            assert goes and line.getresponse().status == 200
        except ssl.SSLCertVerificationError:
            assert not goes
        finally:
            line.close()
    context = ssl.create_default_context(cafile=chain)  # of another name
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        try:
            context.wrap_socket(line, server_hostname="elsewhere.example")
            raise AssertionError("a certificate of another name is believed")
        except ssl.SSLCertVerificationError:
            pass


def ends_handshakes_that_do_not_end(port, chain):
    """Of those who say nothing, or half a greeting, each is closed in time, and nobody waits for them."""
    began = time.monotonic()
    lines = [socket.create_connection(("127.0.0.1", port), timeout=HANDSHAKE_ENDS + 15) for _ in range(40)]
    for each in lines[::2]:
        each.sendall(bytes.fromhex("16030100f8010000f40303"))
    keeps_a_connection(port, chain)
    assert time.monotonic() - began < HANDSHAKE_ENDS, "they hold up the others"
    for each in lines:
        try:
            assert each.recv(4096)[:1] in (b"", b"\x15"), "closed, or an alert"
        except ConnectionResetError:
            pass
        each.close()
    assert HANDSHAKE_ENDS - 2 < time.monotonic() - began < HANDSHAKE_ENDS + 10


def refuses_files_that_do_not_fit(program, books, mine, other):
    """A key of another certificate, no certificate at all: it does not start, and says which file is wrong."""
    for chain, key in ((mine[0], other[1]), (mine[1], mine[1]), (mine[0], "/none"), (mine[0], mine[0])):
        words = [program, "--lang", "en", "serve", "--db", books, "--listen", "127.0.0.1:0", "--certificate", chain,
                 "--key", key]
        done = subprocess.run(words, env=environment(), capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 2 and "certificate" in done.stderr, f"{chain} {key}: {done}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    program = parser.parse_args().program
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        books = str(folder / "books.db")
        made = [program, "init", "--ungated", "--db", books]
        subprocess.run(made, env=environment(), check=True, capture_output=True)
        mine, other = (certificate(folder, each, "yidan.example") for each in ("mine", "other"))
        refuses_files_that_do_not_fit(program, books, mine, other)
        server = Process(program, books, ["--certificate", mine[0], "--key", mine[1]])
        try:
            keeps_a_connection(server.port, mine[0])
            refuses_what_is_no_tls(server.port)
            refuses_old_protocols(server.port)
            is_known_by_its_certificate(server.port, mine[0], other[0])
            ends_handshakes_that_do_not_end(server.port, mine[0])
        finally:
            server.stop()
    print("TLS is spoken as it should be, and nothing else")


if __name__ == "__main__":
    main()
