#!/usr/bin/env python3
"""Who may do what: every route of the service, by every role, to one's own and to another pool, institution and person.

What is allowed stands here a second time, as the documents of the system say it; the server must say the same. Also:
logging in, throttling, tokens that end, and the trail of it all.

    access.py --program build/dev/src/cli/yidan
"""

import argparse
import contextlib
import http.client
import json
import sqlite3
import subprocess
import tempfile
import time

from server import ROOT, Client, environment, serving

POOL, OTHER = "370600", "371300"
PERSON, STRANGER = "370600195003010028", "370602199001010015"
PASSWORD = "correct horse battery"
STAFF = ["window", "designation", "enrolment", "assistance", "fund", "policy", "supervisor", "auditor", "administrator"]
ROLES = [*STAFF, "institution", "citizen"]

# Who may, of the operations that ask for more than being logged in.
MAY = {
    "settle standing assist me logout": ROLES,
    "person-standing": ["institution", "window", "enrolment", "assistance", "supervisor", "citizen"],
    "person-bills person-supplements": ["window", "assistance", "fund", "supervisor", "citizen", "auditor"],
    "person-bill person-statement explained-bill": ["institution", "window", "assistance", "fund", "supervisor",
                                                    "citizen", "auditor"],
    "trial explained-trial": ["institution", "window", "citizen"],
    "settlement correction reversal": ["institution", "window"],
    "facts enrolment payment": ["window", "enrolment"],
    "events application": ["assistance"],  # the event told here is an identity
    "account-credit account-use": ["window", "fund"],
    "credentials balance balance-by-provider balance-by-month journal": ["fund", "supervisor", "auditor"],
    "registers entries register-checks entry tasks decisions decision": STAFF,
    "decide file approve activate adopt withdraw": ["policy"],
    "reconciliation": ["window", "fund", "supervisor", "auditor"],  # an institution sees its own: asked apart
    "statement resolution": ["window"],
    "feed": ["fund", "supervisor", "auditor"],  # an institution sees its own: asked apart
    "metrics": ["administrator", "auditor"],
    "audit-job proof-job job jobs job-result cancel-job": [
        "assistance", "fund", "policy", "supervisor", "auditor", "administrator"],
    "elsewhere-job": ["assistance", "fund", "supervisor", "auditor"],
    "reconciliation-job": ["fund", "supervisor", "auditor"],
    "reveal": ["window", "enrolment", "assistance", "supervisor", "auditor"],
    "cost-job": ["policy"],
    "verification-job": ["administrator", "auditor"],
    "users put-user delete-user give-token signer put-signing put-signing-key delete-signing-key": ["administrator"],
    "trail": ["auditor"],
}
OPEN = ("alive ready openapi problem pools policy policy-changes policy-audit policy-explanation policy-indicators "
        "documents clause schema login national-description")
# By whom something is done is told, and must be one's own role: asked apart.
APART = "open-entry amend-entry move-entry request batch request-by-key put-password national national-by-number"
ENCOUNTER = {"id": "E1", "care": "outpatient", "date": "2023-03-05",
             "provider": {"id": "H1", "region": POOL, "level": 2, "designated": ["outpatient"]},
             "lines": [{"id": "1", "class": "A", "amount": "100.00"}]}
BODIES = {
    "trial": {"encounter": ENCOUNTER}, "explained-trial": {"encounter": ENCOUNTER},
    "settlement": {"encounter": ENCOUNTER}, "correction": {"encounter": ENCOUNTER},
    "reversal": {"encounter": "E1", "provider": "H1"},
    "facts": {"facts": {"person": {"id": PERSON, "born": "1950-03-01", "sex": "F"}}},
    "events": {"events": [{"event": "identity", "on": "2022-05-20", "category": "minimum-living",
                           "from": "2022-05-01"}]},
    "enrolment": {"enrol": {"on": "2021-11-03", "scheme": "resident", "status": "adult", "insured_year": 2022}},
    "payment": {"pay": {"on": "2022-03-15", "insured_year": 2022, "amount": "320.00"}},
    "application": {"application": {"on": "2023-11-20", "recognised": "2023-11-10"}},
    "account-credit": {"credit": {"month": "2023-03", "amount": "90.00"}},
    "account-use": {"use": {"on": "2023-04-01", "use": "pharmacy", "amount": "20.00"}},
    "put-user": {"roles": ["window"]}, "put-password": {"password": PASSWORD}, "give-token": {"until": "2030-01-01"},
    "put-signing": {"required": False}, "put-signing-key": {"key": "04", "from": "2023-01-01"},
    "decide": {"decision": {"id": "D", "kind": "rule", "issuers": ["bureau"], "parameters": ["resident-outpatient.cap"],
                            "issued": "2022-03-01", "from": "2022-05-01"}},
    "file": {"filing": {"number": "N1", "filed": "2023-01-10"}},
    "approve": {"approval": {"by": "province", "asked": "2022-09-02", "approved": "2022-10-10"}},
    "activate": {"activation": {"on": "2023-01-10"}}, "adopt": {"activation": {"on": "2023-01-10"}},
    "withdraw": {"withdrawal": {"on": "2022-10-12"}},
    "settle": {}, "standing": {}, "assist": {},
    "audit-job": {"pool": POOL, "on": "2023-06-01"},
    "proof-job": {"pool": POOL, "properties": ["never-free"]},
    "verification-job": {}, "elsewhere-job": {"pool": POOL, "from": "2023-01"},
    "reconciliation-job": {"pool": POOL, "from": "2023-03-05"},
    "reveal": {"person": "nobody", "reason": "受理来电查询"},
    "cost-job": {"pool": POOL, "draft": [{"file": "370600-yantai/pack.yaml", "text": (
        ROOT / "packs/370600-yantai/pack.yaml").read_text(encoding="utf-8")}]},
    "statement": {"from": "2023-03-05", "lines": []},
    "resolution": {"from": "2023-03-05", "settlement": "S1", "reason": "asked"},
}
QUERIES = {"credentials": {"from": "2023-01-01", "to": "2023-12-31"},
           "policy-changes": {"from": "2022-12-31", "until": "2023-01-01"}}


def may():
    return {name: set(roles) for names, roles in MAY.items() for name in names.split()}


class Desk:
    """The books, their users, and who is logged in."""

    def __init__(self, program, books):
        self.program, self.books, self.tokens = program, books, {}

    def run(self, *words, text="", status=0):
        done = subprocess.run([self.program, *words, "--db", self.books, "--lang", "en"], env=environment(), input=text,
                              capture_output=True, text=True, check=False)
        assert done.returncode == status, f"{words}: {done.returncode} {done.stderr}"
        return done.stdout

    def add(self, name, *words):
        self.run("user", "put", name, *words)
        self.run("user", "password", name, text=PASSWORD + "\n")

    def add_all(self):
        for role in STAFF:
            self.add(role, "--role", role, "--pool", POOL)
        self.add("institution", "--role", "institution", "--pool", POOL, "--provider", "H1")
        self.add("citizen", "--role", "citizen", "--pool", POOL, "--person", PERSON)
        self.add("root", "--role", "administrator,auditor")


class Visitor:
    def __init__(self, client, token=None):
        self.client, self.token, self.count = client, token, 0

    def ask(self, name, body=None, /, **parameters):
        method, path, operation = self.client.operations[name]
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        self.count += 1
        if any(each["name"] == "Idempotency-Key" for each in operation["parameters"]):
            headers["Idempotency-Key"] = f"{name}-{self.token}-{self.count}"
        if body is None and "requestBody" in operation:
            body = BODIES.get(name, {})
        text = None if body is None else json.dumps(body, ensure_ascii=False)
        answer = self.client.send(method, self.client.target_of(path, parameters), text, headers)
        self.client.check(name, operation, answer)
        return answer

    def parameters(self, name, pool, person):
        _, path, operation = self.client.operations[name]
        known = {"pool": pool, "person": person, "encounter": "E1", "register": "institution", "entry": "H1",
                 "decision": "D", "provider": "H2", "key": "nobody", "name": "case", "user": "someone", "job": "none"}
        values = {each: value for each, value in known.items() if "{" + each + "}" in path}
        if "/bills/{encounter}" in path:
            values["provider"] = "H1"
        if "{pool}" not in path and any(each["name"] == "pool" for each in operation["parameters"]):
            values["pool"] = pool
        return {**values, **QUERIES.get(name, {})}


def log_in(client, name, password=PASSWORD):
    return client.send("POST", "/v1/login", json.dumps({"user": name, "password": password}))


def check_matrix(client, desk, faults):
    allowed = may()
    told = set(allowed) | set(OPEN.split()) | set(APART.split())
    for name in client.operations:
        if name not in told:
            faults.append(f"{name}: nobody has said who may")
    for name in sorted(set(client.operations) - set(OPEN.split())):
        nobody = Visitor(client)
        status = nobody.ask(name, **nobody.parameters(name, POOL, PERSON)).status
        if status != 401:
            faults.append(f"{name}: whoever is not logged in gets {status}")
    for role in ROLES:
        visitor = Visitor(client, desk.tokens[role])
        for name, roles in allowed.items():
            if name == "logout":  # it would end the visit
                continue
            status = visitor.ask(name, **visitor.parameters(name, POOL, PERSON)).status
            if (status != 403) != (role in roles):
                faults.append(f"{role} {name}: {status}")
            # What is of a pool is not for those of another.
            if "{pool}" not in client.operations[name][1] or name in OPEN.split():
                continue
            status = visitor.ask(name, **visitor.parameters(name, OTHER, PERSON)).status
            if status != 403:
                faults.append(f"{role} {name}, of another pool: {status}")
        for name in OPEN.split():
            if name != "login" and visitor.ask(name, **visitor.parameters(name, POOL, PERSON)).status == 403:
                faults.append(f"{role} {name}: refused what is open")


def check_own(client, desk, faults):
    """An institution acts for itself, a citizen sees themself."""
    def expect(what, status, answer):
        if answer.status != status:
            faults.append(f"{what}: {answer.status} {answer.bytes.decode()[:200]}")

    of = {"pool": POOL, "person": PERSON}
    elsewhere = {"encounter": {**ENCOUNTER, "id": "E7", "provider": {**ENCOUNTER["provider"], "id": "H2"}}}
    institution = Visitor(client, desk.tokens["institution"])
    for name in ("trial", "settlement", "correction"):
        expect(f"institution {name} of another", 403, institution.ask(name, elsewhere, **of))
    expect("institution reverses of another", 403,
           institution.ask("reversal", {"encounter": "E1", "provider": "H2"}, **of))
    expect("institution reverses of whoever", 403, institution.ask("reversal", {"encounter": "E1"}, **of))
    window = Visitor(client, desk.tokens["window"])
    expect("institution sees all that happened", 403, institution.ask("feed", pool=POOL))
    expect("institution sees what is another's", 403, institution.ask("feed", pool=POOL, provider="H2"))
    expect("institution sees its own", 200, institution.ask("feed", pool=POOL, provider="H1"))
    expect("window settles", 200, window.ask("settlement", elsewhere, **of))
    expect("institution sees a bill of another", 403,
           institution.ask("person-bill", encounter="E7", provider="H2", **of))
    own = {"encounter": {**ENCOUNTER, "id": "E8"}}
    expect("institution settles", 200, institution.ask("settlement", own, **of))
    expect("institution sees its own bill", 200, institution.ask("person-bill", encounter="E8", provider="H1", **of))
    expect("institution reconciles", 200, institution.ask("statement", pool=POOL, provider="H1"))
    expect("institution resolves", 404, institution.ask("resolution", pool=POOL, provider="H1"))
    expect("institution reconciles for another", 403, institution.ask("statement", pool=POOL, provider="H2"))
    expect("institution resolves for another", 403, institution.ask("resolution", pool=POOL, provider="H2"))
    expect("institution sees its statements", 200, institution.ask("reconciliation", pool=POOL, provider="H1"))
    expect("institution sees all statements", 403, institution.ask("reconciliation", pool=POOL))
    expect("institution sees the statements of another", 403,
           institution.ask("reconciliation", pool=POOL, provider="H2"))
    key = f"settlement-{window.token}-{window.count}"
    expect("institution asks for the key of another", 403, institution.ask("request-by-key", key=key))
    expect("window asks for the key", 200, window.ask("request-by-key", key=key))
    expect("fund asks for the key", 200, Visitor(client, desk.tokens["fund"]).ask("request-by-key", key=key))
    expect("citizen asks for a key", 403, Visitor(client, desk.tokens["citizen"]).ask("request-by-key", key=key))
    citizen = Visitor(client, desk.tokens["citizen"])
    stranger = {"pool": POOL, "person": STRANGER}
    for name in ("person-standing", "person-bills", "trial"):
        expect(f"citizen {name} of a stranger", 403, citizen.ask(name, **stranger))
    told = {"on": "2022-01-01", "by": "administrator", "move": "register",
            "fields": {"name": "示范医院", "kind": "hospital", "level": "2", "region": "370602"}}
    entry = {"pool": POOL, "register": "institution", "entry": "H1"}
    expect("window in the name of the administrator", 403, window.ask("open-entry", told, **entry))
    administrator = Visitor(client, desk.tokens["administrator"])
    expect("administrator opens an entry", 200, administrator.ask("open-entry", told, **entry))
    expect("of another pool", 403, administrator.ask("open-entry", told, **{**entry, "pool": OTHER}))
    root = Visitor(client, desk.tokens["root"])
    expect("one of all pools", 200, root.ask("entries", pool=OTHER, register="institution"))
    request = {"format": "yidan.request/1", "key": "x", "do": "reverse", "encounter": "E1", **of}
    expect("citizen sends a request", 403, citizen.ask("request", request))
    batch = client.send("POST", "/v1/batches", json.dumps(request),
                        {"Authorization": f"Bearer {desk.tokens['citizen']}"}).bytes.decode()
    if "forbidden" not in batch:
        faults.append(f"citizen sends a batch: {batch}")
    expect("one's own password", 204, citizen.ask("put-password", {"password": PASSWORD + "!"}, user="citizen"))
    expect("another's password", 403, citizen.ask("put-password", user="window"))
    expect("a weak one", 422, citizen.ask("put-password", {"password": "short"}, user="citizen"))


def check_numbers(client, desk, faults):
    """Who does not work with numbers sees them masked, and may look behind a pseudonym with a reason that is noted."""
    def ask(role, *words, **values):
        return Visitor(client, desk.tokens[role]).ask(*words, **values)

    window = Visitor(client, desk.tokens["window"])
    told = {"encounter": {**ENCOUNTER, "id": "E6"}}
    window.ask("settlement", told, pool=POOL, person=PERSON)
    key = f"settlement-{window.token}-{window.count}"
    for role, sees in (("window", True), ("fund", False), ("policy", False), ("administrator", False)):
        answer = ask(role, "request-by-key", key=key)
        if answer.status != 200 or (PERSON in answer.bytes.decode()) != sees:
            faults.append(f"{role} {'does not see' if sees else 'sees'} the number: {answer.bytes.decode()[:200]}")
    pseudonym = next(each["id"] for each in ask("fund", "feed", pool=POOL).json["events"]
                     if each["subject"] == "person" and each["did"] == "settle")
    reason = {"person": pseudonym, "reason": "核实异地就医备案"}
    for body, status in ((reason, 200), ({**reason, "reason": " "}, 422), ({**reason, "reason": "x" * 201}, 422),
                         ({**reason, "person": "A" * 22}, 404), ({**reason, "person": ""}, 404)):
        answer = ask("supervisor", "reveal", body)
        if answer.status != status:
            faults.append(f"reveal {body}: {answer.status}")
    if ask("supervisor", "reveal", reason).json["person"] != PERSON:
        faults.append("a pseudonym is somebody else's")
    desk.add("elsewhere", "--role", "supervisor", "--pool", OTHER)
    stranger = Visitor(client, log_in(client, "elsewhere").json["token"]).ask("reveal", reason)
    if stranger.status != 404:
        faults.append(f"a pseudonym of another pool: {stranger.status}")
    noted = [each for each in ask("auditor", "trail", user="supervisor", pool=POOL).json["traces"]
             if each["deed"] == "reveal-number"]
    if not noted or noted[-1].get("reason") != reason["reason"] or noted[-1]["person"] != pseudonym:
        faults.append(f"why a number was looked at is not noted: {noted}")


def check_listeners(client, desk, faults):
    """Whoever listens to what happens hears no more once they are no user."""
    root = Visitor(client, desk.tokens["root"])
    root.ask("put-user", {"roles": ["fund"], "pools": [POOL]}, user="listener")
    token = root.ask("give-token", {"until": "2030-01-01"}, user="listener").json["token"]
    line = http.client.HTTPConnection("127.0.0.1", client.connection.port, timeout=30)
    line.request("GET", f"/v1/feed?pool={POOL}", headers={"Accept": "text/event-stream",
                                                          "Authorization": f"Bearer {token}"})
    heard = line.getresponse()
    if heard.status != 200 or not heard.readline().startswith(b"id: "):
        faults.append(f"a listener hears nothing: {heard.status}")
    root.ask("delete-user", user="listener")
    began = time.monotonic()
    while heard.readline() and time.monotonic() - began < 20:
        pass
    if time.monotonic() - began > 10:
        faults.append("a listener who is no user any more goes on hearing")
    line.close()


def check_tokens(client, desk, faults):
    root = Visitor(client, desk.tokens["root"])
    given = root.ask("give-token", {"until": "2030-01-01"}, user="window")
    program = Visitor(client, given.json["token"])
    if program.ask("me").json["user"] != "window":
        faults.append("a token for a program is not its user's")
    program.ask("logout")
    if program.ask("me").status != 401:
        faults.append("a token that was given back still holds")
    if root.ask("give-token", {"until": "2020-01-01"}, user="window").status != 422:
        faults.append("a token is given that is over already")
    over = desk.run("user", "token", "window", "--until", "2020-01-01").strip()
    if Visitor(client, over).ask("me").status != 401:
        faults.append("a token holds after its last day")
    root.ask("put-user", {"roles": ["window"], "pools": [POOL]}, user="leaver")
    token = root.ask("give-token", {"until": "2030-01-01"}, user="leaver").json["token"]
    if Visitor(client, token).ask("me").status != 200:
        faults.append("a new user's token does not hold")
    root.ask("delete-user", user="leaver")
    if Visitor(client, token).ask("me").status != 401:
        faults.append("a token outlives its user")
    for wrong in ({"roles": []}, {"roles": ["institution"], "pools": [POOL]}, {"roles": ["citizen", "window"]},
                  {"roles": ["window"], "provider": "H1"}, {"roles": ["boss"]}, {"roles": ["window"], "pools": ["x"]}):
        if root.ask("put-user", wrong, user="wrong").status not in (404, 422):
            faults.append(f"a user that cannot be: {wrong}")
    if Visitor(client, "yt_" + "0" * 64).ask("me").status != 401:
        faults.append("a token of nobody holds")


def check_login(client, faults):
    wrong = [log_in(client, "fund", "not it") for _ in range(5)]
    if any(each.status != 401 for each in wrong):
        faults.append("a wrong password is let in")
    held = log_in(client, "fund")
    if held.status != 429 or not held.headers["Retry-After"]:
        faults.append(f"nobody is held up after five failures: {held.status}")


def check_command_line(desk, faults):
    """A token binds the command line as it binds a request."""
    def status(role, *words):
        words = [desk.program, *words, "--db", desk.books, "--lang", "en"]
        return subprocess.run(words, env={**environment(), "YIDAN_TOKEN": desk.tokens[role]}, capture_output=True,
                              check=False).returncode

    for role, expected, words in (("window", 1, ["balance"]), ("window", 1, ["balance", "--pool", POOL]),
                                  ("fund", 0, ["balance", "--pool", POOL]), ("fund", 1, ["balance", "--pool", OTHER]),
                                  ("auditor", 1, ["year", POOL, STRANGER]), ("enrolment", 1, ["year", POOL, PERSON]),
                                  ("window", 0, ["year", POOL, PERSON]), ("citizen", 1, ["tasks", "--pool", POOL]),
                                  ("institution", 1, ["reverse", POOL, PERSON, "E8"]),
                                  ("institution", 0, ["reverse", POOL, PERSON, "E8", "--provider", "H1"]),
                                  ("window", 1, ["user", "list"]), ("administrator", 0, ["user", "list"])):
        found = status(role, *words)
        if found != expected:
            faults.append(f"{role} yidan {' '.join(words)}: {found}")
    words = [desk.program, "balance", "--db", desk.books]
    nobody = subprocess.run(words, env={**environment(), "YIDAN_TOKEN": "yt_0"}, capture_output=True, check=False)
    if nobody.returncode != 2:
        faults.append("a token of nobody opens the books")


def check_trail(desk, faults):
    seen = json.loads(desk.run("audit", "list", "--pool", POOL, "--person", PERSON, "--as", "json"))["traces"]
    users = {each["user"] for each in seen}
    if not {"window", "citizen", "institution"} <= users:
        faults.append(f"the trail of a person names {users}")
    if not any(not each["allowed"] for each in seen) or not any(each["allowed"] for each in seen):
        faults.append("the trail has not both what was allowed and what was refused")
    if "the trail is whole" not in desk.run("audit", "verify"):
        faults.append("the trail is not whole")
    desk.run("verify")
    text = pathlib_bytes(desk.books)
    if PASSWORD.encode() in text or PERSON.encode() in trail_bytes(desk.books):
        faults.append("a password, or a person's number in the trail, stands in the books")


def pathlib_bytes(path):
    with open(path, "rb") as file:
        return file.read()


def trail_bytes(path):
    with contextlib.closing(sqlite3.connect(path)) as books:
        return b"".join(str(row).encode() for row in books.execute("select * from event where kind = 'traces'"))


def check_tampering(desk, faults):
    """Whoever changes a byte of the trail is found."""
    with contextlib.closing(sqlite3.connect(desk.books)) as books, books:
        for (guard,) in books.execute("select name from sqlite_master where type = 'trigger'").fetchall():
            books.execute(f"drop trigger {guard}")
        changed = books.execute("update event set content = replace(content, 'citizen', 'nobodyy') "
                                "where kind = 'traces' and content like '%citizen%'").rowcount
    if changed < 1:
        faults.append("nothing was there to be changed")
    desk.run("audit", "verify", status=1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    program = parser.parse_args().program
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(program, f"{folder}/books.db")
        desk.run("init", "--drafts")
        desk.add_all()
        with serving(program, desk.books) as port:
            client = Client(port)
            for name in [*ROLES, "root"]:
                answer = log_in(client, name)
                assert answer.status == 200, answer.bytes.decode()
                desk.tokens[name] = answer.json["token"]
            check_matrix(client, desk, faults)
            check_own(client, desk, faults)
            check_numbers(client, desk, faults)
            check_tokens(client, desk, faults)
            check_listeners(client, desk, faults)
            check_login(client, faults)
        check_command_line(desk, faults)
        check_trail(desk, faults)
        check_tampering(desk, faults)
    for fault in faults:
        print(fault)
    if faults:
        raise SystemExit(f"{len(faults)} faults")
    print(f"{len(may())} operations, {len(ROLES)} roles, own and foreign: as they should be")


if __name__ == "__main__":
    main()
