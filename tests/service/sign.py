#!/usr/bin/env python3
"""An institution that signs (SM2 over SM3), with the command openssl as the other witness: requests of HTTP by their
headers, messages of the national interface by cainfo; what is not signed, wrongly, too late, by a key that was revoked.

    sign.py --program build/dev/src/cli/yidan
"""

import argparse
import base64
import datetime
import json
import pathlib
import subprocess
import tempfile
import time

from hospital_client import DAY, HOSPITAL, PERSON, POOL, Hospital, prepare
from server import Client, environment, serving

USER = "1234567812345678"
BEIJING = datetime.timezone(datetime.timedelta(hours=8))


def openssl(*words, data=b""):
    return subprocess.run(["openssl", *words], input=data, capture_output=True, check=True).stdout


class Key:
    def __init__(self, folder, name):
        self.private, self.public = str(folder / f"{name}.key"), str(folder / f"{name}.pem")
        openssl("ecparam", "-name", "SM2", "-genkey", "-noout", "-out", self.private)
        openssl("pkey", "-in", self.private, "-pubout", "-out", self.public)

    def der(self, data):
        return openssl("dgst", "-sm3", "-sigopt", f"distid:{USER}", "-sign", self.private, data=data)

    def sign(self, data):
        """r and s, 32 bytes each, in base64."""
        der, at, numbers = self.der(data), 2, b""
        for _ in range(2):
            size = der[at + 1]
            numbers += der[at + 2:at + 2 + size].lstrip(b"\0").rjust(32, b"\0")
            at += 2 + size
        return base64.b64encode(numbers).decode()


def sm3(data):
    return openssl("dgst", "-sm3", "-r", data=data).split()[0].decode()


def compact(value):
    if isinstance(value, dict):
        return "{" + ",".join(json.dumps(name, ensure_ascii=False) + ":" + compact(each)
                              for name, each in sorted(value.items()) if each is not None) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(compact, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def bytes_of_message(message):
    parts = {name: value for name, value in message.items() if name != "cainfo" and value not in (None, "")}
    return "&".join(f"{name}={value if isinstance(value, str) else compact(value)}"
                    for name, value in sorted(parts.items())).encode()


class Signing:
    """An institution at the service, by either way."""

    def __init__(self, client, token, key):
        self.client, self.token, self.key, self.hospital = client, token, key, Hospital(client, token)

    def plain(self, target, body, once, seconds=0, key=None, change=lambda data: data):
        text, now = json.dumps(body, ensure_ascii=False), str(int(time.time()) + seconds)
        data = f"yidan.signature/1\nPOST\n{target}\n{once}\n{now}\n{sm3(text.encode())}".encode()
        headers = {"Authorization": f"Bearer {self.token}", "Idempotency-Key": once, "Content-Type": "application/json",
                   "Yidan-Signature-Time": now, "Yidan-Signature": (key or self.key).sign(change(data))}
        return self.client.send("POST", target, text, headers), data

    def unsigned(self, target, body, once):
        return self.client.send("POST", target, json.dumps(body), {"Authorization": f"Bearer {self.token}",
                                                                  "Idempotency-Key": once})

    def message(self, infno, data, seconds=0, key=None, change=lambda data: data):
        message = self.hospital.message(infno, data)
        at = datetime.datetime.now(BEIJING) + datetime.timedelta(seconds=seconds)
        message.update(inf_time=at.strftime("%Y-%m-%d %H:%M:%S"), signtype="SM2", dev_no=None, sign_no="")
        signed = bytes_of_message(message)
        message["cainfo"] = (key or self.key).sign(change(signed))
        return message, signed


def refused(answer, where, *words):
    assert answer.status == 403, answer.bytes.decode()
    problem = answer.json
    assert problem["code"] == "forbidden" and problem["where"] == where, problem
    for word in words:
        assert word in problem["detail"], (word, problem)


def checks_plain_requests(signing, other, old):
    target = f"/v1/pools/{POOL}/persons/{PERSON}/trials"
    settle = f"/v1/pools/{POOL}/persons/{PERSON}/settlements"
    body = {"encounter": {"id": "E1", "care": "outpatient", "date": DAY,
                          "provider": {"id": HOSPITAL, "region": "370602", "level": 2, "designated": ["outpatient"]},
                          "lines": [{"id": "1", "class": "A", "amount": "1000.00"}]}}
    refused(signing.unsigned(target, body, "s0"), "header.Yidan-Signature")
    answer, _ = signing.plain(settle, body, "s1")
    assert answer.status == 200, answer.bytes.decode()
    again, _ = signing.plain(settle, body, "s1")
    assert again.bytes == answer.bytes and again.headers["Idempotency-Replayed"] == "true"
    answer, data = signing.plain(settle, body, "s2", change=lambda data: data + b"\n")
    refused(answer, "header.Yidan-Signature", sm3(data), f"{len(data)} 字节", USER, "K1")
    refused(signing.plain(settle, body, "s2", key=other)[0], "header.Yidan-Signature", "K1")
    refused(signing.plain(settle, body, "s2", key=old)[0], "header.Yidan-Signature", "K0 已撤销")
    for seconds in (-400, 400):
        refused(signing.plain(settle, body, "s2", seconds)[0], "header.Yidan-Signature-Time", "5 分钟")
    headers = {"Authorization": f"Bearer {signing.token}", "Yidan-Signature": "AAAA"}
    timeless = signing.client.send("POST", target, json.dumps(body), headers)
    assert (timeless.status, timeless.json["where"]) == (422, "header.Yidan-Signature-Time"), timeless.bytes
    no_signature = signing.client.send("POST", target, json.dumps(body),
                                       {**headers, "Yidan-Signature-Time": str(int(time.time()))})
    assert (no_signature.status, no_signature.json["where"]) == (422, "header.Yidan-Signature"), no_signature.bytes
    # What openssl writes is taken as it is.
    now = str(int(time.time()))
    der = signing.key.der(f"yidan.signature/1\nGET\n/v1/me\n\n{now}\n{sm3(b'')}".encode())
    me = signing.client.send("GET", "/v1/me", headers={
        "Authorization": f"Bearer {signing.token}", "Yidan-Signature-Time": now,
        "Yidan-Signature": base64.b64encode(der).decode()})
    assert me.status == 200, me.bytes.decode()


def checks_messages(signing, other):
    asked = {"data": {"mdtrt_cert_type": "02", "mdtrt_cert_no": PERSON, "psn_name": "王某\"\\/\n"}}
    send = signing.hospital.send
    unsigned = send(signing.hospital.message("1101", asked))
    assert (unsigned["code"], unsigned["where"]) == ("forbidden", "$.cainfo"), unsigned
    message, _ = signing.message("1101", asked)
    first = send(message)
    assert first["infcode"] == 0, first
    assert send(message)["output"] == first["output"], "a message that comes again is what it was"
    message, data = signing.message("1101", asked, change=lambda data: data[1:])
    wrong = send(message)
    assert (wrong["code"], wrong["where"]) == ("forbidden", "$.cainfo"), wrong
    for word in (sm3(data), str(len(data)), USER, "K1"):
        assert word in wrong["err_msg"], (word, wrong)
    assert send(signing.message("1101", asked, key=other)[0])["where"] == "$.cainfo"
    assert send(signing.message("1101", asked, seconds=-600)[0])["where"] == "$.inf_time"
    changed = signing.message("1101", asked)[0]
    changed["opter"] = "002"
    assert send(changed)["code"] == "forbidden"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    program = parser.parse_args().program
    assert sm3(b"abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        books = str(folder / "books.db")

        def run(*words, status=0):
            done = subprocess.run([program, *words, "--db", books], env=environment(), capture_output=True, text=True,
                                  check=False)
            assert done.returncode == status, f"{words}: {done.stdout}{done.stderr}"
            return done.stdout.strip()

        run("init", "--drafts")
        run("user", "put", "root", "--role", "administrator,policy,designation,window,enrolment,fund")
        run("user", "put", "h1", "--role", "institution", "--pool", POOL, "--provider", HOSPITAL)
        root, token = (run("user", "token", user, "--until", "2199-01-01") for user in ("root", "h1"))
        key, old, other = (Key(folder, each) for each in ("one", "old", "other"))
        run("signer", "require", HOSPITAL, "on", status=1)
        run("signer", "key", HOSPITAL, "K0", "--public", old.public)
        run("signer", "key", HOSPITAL, "K1", "--public", key.public, "--until", "2199-01-01")
        run("signer", "key", HOSPITAL, "K2", "--public", other.public, "--from", "2198-01-01")
        run("signer", "require", HOSPITAL, "on")
        run("signer", "revoke", HOSPITAL, "K0")
        assert "须签名" in run("signer", "show", HOSPITAL)
        with serving(program, books) as port:
            client = Client(port)
            prepare(client, root)
            signing = Signing(client, token, key)
            checks_plain_requests(signing, Key(folder, "nobody"), old)
            checks_messages(signing, Key(folder, "none"))
            refused(signing.plain(f"/v1/pools/{POOL}/persons/{PERSON}/trials", {}, "t", key=other)[0],
                    "header.Yidan-Signature", "K2 不在有效期内")
        run("signer", "require", HOSPITAL, "off")
        with serving(program, books) as port:
            client = Client(port)
            Hospital(client, token).find()  # unsigned
            wrong = Signing(client, token, Key(folder, "no")).message("9001", {"signIn": {"opter_no": "1", "ip": "1"}})
            assert Hospital(client, token).send(wrong[0])["code"] == "forbidden", "a signature is checked all the same"
        run("verify")
        run("audit", "verify")
    print("signed requests and messages are answered, others refused with what was hashed")


if __name__ == "__main__":
    main()
