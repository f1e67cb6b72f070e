#!/usr/bin/env python3
"""Every route of the running service: it answers as its own description says, right and wrong input alike, and the
amounts are those of the command line.

    routes.py --program build/dev/src/cli/yidan
"""

import argparse
import copy
import decimal
import http.client
import json
import subprocess
import time

from server import ROOT, Client, environment, serving

POOL, PERSON = "370600", "370600195003010028"
CASE = json.loads((ROOT / "examples/yantai.json").read_text(encoding="utf-8"))
ENCOUNTER = CASE["encounters"][0]
# Of the example of GB/T 32918.5.
SM2_KEY = ("0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
           "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13")
HEZE = {"pool": "371700", "person": "371702199003070015"}


def problem(answer, status, code, where=None):
    assert answer.status == status, f"{answer.status}: {answer.bytes.decode()}"
    assert answer.json["code"] == code, answer.json
    assert where is None or answer.json.get("where") == where, answer.json
    assert answer.json["request"] == answer.headers["X-Request-Id"]


def done(answer):
    assert answer.status == 200, answer.bytes.decode()
    return answer.json


def settles_without_books(client, program):
    bill = done(client.call("settle", CASE))
    printed = subprocess.run([program, "settle", "--as", "json", str(ROOT / "examples/yantai.json")],
                             env=environment(), capture_output=True, text=True, check=True).stdout
    assert bill == json.loads(printed), "the command line says otherwise"
    assert "steps" not in done(client.call("settle", CASE, steps="none"))["bills"][0]
    wrong = copy.deepcopy(CASE)
    wrong["person"]["born"] = "1950-02-30"
    problem(client.call("settle", wrong), 422, "invalid-value", "$.person.born")
    problem(client.call("settle", "{"), 400, "syntax", "1:2")
    problem(client.call("settle", CASE, steps="some"), 422, "invalid-value", "query.steps")
    problem(client.call("settle", CASE, step="none"), 422, "unknown-key", "query.step")
    english = client.call("settle", wrong, language="en-GB, zh;q=0.5").json
    assert "1950-02-30" in english["detail"] and english["title"].isascii(), english
    record = json.loads((ROOT / "examples/record-heze.json").read_text(encoding="utf-8"))
    done(client.call("standing", record))
    problem(client.call("standing", {**record, "as_of": 1}), 422, "wrong-type", "$.as_of")
    application = json.loads((ROOT / "examples/assist-jining.json").read_text(encoding="utf-8"))
    done(client.call("assist", application))
    problem(client.call("assist", CASE), 422, "missing")


def settles_in_books(client):
    of = {"pool": POOL, "person": PERSON}
    done(client.call("facts", {"facts": {"person": CASE["person"]}}, once="f1", **of))
    trial = done(client.call("trial", {"encounter": ENCOUNTER}, **of))
    settlement = {"encounter": ENCOUNTER, "as_in_trial": trial["trial"]}
    first = client.call("settlement", settlement, once="s1", **of)
    assert done(first)["bill"]["amounts"] == trial["bill"]["amounts"]
    again = client.call("settlement", settlement, once="s1", **of)
    assert again.bytes == first.bytes and again.headers["Idempotency-Replayed"] == "true"
    problem(client.call("settlement", {"encounter": {**ENCOUNTER, "id": "E9"}}, once="s1", **of), 409, "conflict")
    problem(client.call("settlement", settlement, **of), 422, "missing", "header.Idempotency-Key")
    problem(client.call("settlement", {"encounter": ENCOUNTER, "pool": POOL}, once="s2", **of), 422, "duplicate-key",
            "$.pool")
    problem(client.call("settlement", {"encounter": {**ENCOUNTER, "id": "E2", "care": "x"}}, once="s3", **of), 422,
            "invalid-value", "$.encounter.care")
    problem(client.call("settlement", settlement, once="s4", pool=POOL, person="12345678901234567"), 422,
            "invalid-value", "path.person")
    problem(client.call("settlement", settlement, once="s4", pool="Yantaj", person=PERSON), 404, "not-found",
            "path.pool")
    bill = done(client.call("person-bill", encounter="E1", **of))
    assert bill["amounts"] == trial["bill"]["amounts"] and bill["steps"]
    problem(client.call("person-bill", encounter="E0", **of), 404, "not-found")
    assert client.call("person-statement", encounter="E1", **of).bytes.startswith(b"%PDF")
    assert len(done(client.call("person-bills", **of))["bills"]) == 1
    assert not done(client.call("person-bills", year="2022", **of))["bills"]
    done(client.call("person-standing", on="2023-06-01", **of))
    problem(client.call("person-standing", on="2023-02-29", **of), 422, "invalid-value", "query.on")
    corrected = copy.deepcopy(ENCOUNTER)
    corrected["lines"] = corrected["lines"][:1]
    done(client.call("correction", {"encounter": corrected}, once="c1", **of))
    done(client.call("reversal", {"encounter": "E1"}, once="r1", **of))
    done(client.call("account-credit", {"credit": {"month": "2023-03", "amount": "90.00"}}, once="a1", **of))
    use = {"on": "2023-04-01", "use": "pharmacy", "amount": "20.00"}
    done(client.call("account-use", {"use": use}, once="a2", **of))
    assert done(client.call("request-by-key", key="a2"))["did"] == "use"
    problem(client.call("request-by-key", key="nobody"), 404, "not-found")


def adds_up(explained):
    """The parts of the lines come to the amounts of the bill."""
    for name, amount in explained["bill"]["amounts"].items():
        assert sum(decimal.Decimal(each[name]) for each in explained["parts"]) == decimal.Decimal(amount), name


def explains_line_by_line(client):
    case = json.loads((ROOT / "examples/jining.json").read_text(encoding="utf-8"))
    encounter, of = case["encounters"][0], {"pool": case["pool"], "person": case["person"]["id"]}
    done(client.call("facts", {"facts": {"person": case["person"]}}, once="f7", **of))
    trial = done(client.call("trial", {"encounter": encounter}, **of))
    explained = done(client.call("explained-trial", {"encounter": encounter}, **of))
    assert explained["trial"] == trial["trial"] and explained["bill"]["amounts"] == trial["bill"]["amounts"]
    assert explained["bill"]["steps"] and explained["provider"]["level"] == 3
    assert [each["policy_scope"] for each in explained["parts"]] == ["86000.00", "20400.00", "1200.00", "0.00"]
    adds_up(explained)
    problem(client.call("person-bill", encounter="J1", **of), 404, "not-found")  # nothing was written
    wrong = copy.deepcopy(encounter)
    wrong["lines"][1]["class"] = "X"
    problem(client.call("explained-trial", {"encounter": wrong}, **of), 422, "invalid-value",
            "$.encounter.lines[1].class")
    problem(client.call("explained-trial", {"encounter": encounter}, pool=POOL, person="1234567890123456"), 422,
            "invalid-value", "path.person")
    problem(client.call("explained-trial", {"encounter": encounter}, pool=POOL, person="X1"), 404, "not-found")
    asked = {"encounter": encounter, "as_in_trial": explained["trial"]}
    settled = done(client.call("settlement", asked, once="s7", **of))
    kept = done(client.call("explained-bill", encounter="J1", provider="JN-H3", **of))
    assert kept["bill"]["amounts"] == settled["bill"]["amounts"] and "trial" not in kept
    assert kept["encounter"] == encounter and kept["parts"] == explained["parts"]
    english = client.call("explained-bill", encounter="J1", language="en", **of).json
    assert english["bill"]["steps"][-1]["text"].startswith("cash"), english["bill"]["steps"][-1]
    problem(client.call("explained-bill", encounter="E0", **of), 404, "not-found")
    done(client.call("reversal", {"encounter": "J1"}, once="r7", **of))
    problem(client.call("explained-bill", encounter="J1", **of), 409, "conflict")


def keeps_records(client):
    done(client.call("facts", {"facts": {"person": {"id": HEZE["person"], "born": "1990-03-07", "sex": "M"}}},
                     once="h0", **HEZE))
    done(client.call("enrolment", {"enrol": {"on": "2021-11-03", "scheme": "resident", "status": "adult",
                                             "insured_year": 2022}}, once="h1", **HEZE))
    done(client.call("payment", {"pay": {"on": "2021-12-15", "insured_year": 2022, "amount": "320.00"}}, once="h2",
                     **HEZE))
    done(client.call("events", {"events": [{"event": "identity", "on": "2022-05-20", "category": "minimum-living",
                                            "from": "2022-05-01"}]}, once="h3", **HEZE))
    problem(client.call("events", {"events": []}, once="h4", **HEZE), 422, "missing")
    jining = json.loads((ROOT / "examples/assist-jining.json").read_text(encoding="utf-8"))
    of = {"pool": jining["pool"], "person": jining["person"]["id"]}
    events = jining["record"]["events"] if "record" in jining else jining["events"]
    apply = next(each for each in events if each["event"] == "apply")
    rest = {**jining, "record": {**jining.get("record", {}), "events": [e for e in events if e["event"] != "apply"]}}
    rest.pop("events", None)
    answers = client.call("batch", json.dumps(rest, ensure_ascii=False)).bytes.decode().splitlines()
    assert all("refused" not in json.loads(each)["format"] for each in answers), answers
    asked = {name: value for name, value in apply.items() if name != "event"}
    done(client.call("application", {"application": asked}, once="g1", **of))
    one = {"format": "yidan.request/1", "do": "trial", "pool": POOL, "person": PERSON,
           "encounter": {**ENCOUNTER, "id": "E5"}}
    done(client.call("request", one))
    problem(client.call("request", {**one, "key": "k1"}, once="k2"), 422, "contradiction", "$.key")
    problem(client.call("request", CASE), 422, "invalid-value", "$.format")


def answers_about_books(client):
    assert done(client.call("balance"))["balanced"]
    assert done(client.call("balance", pool=POOL, known="2026-01-01"))["balanced"]
    done(client.call("balance-by-provider", pool=POOL))
    done(client.call("balance-by-month"))
    assert PERSON not in client.call("journal").bytes.decode()
    problem(client.call("journal", pool="1"), 404, "not-found", "query.pool")
    assert len(done(client.call("pools"))["pools"]) == 5
    done(client.call("policy", pool="Yantai", on="2023-01-01"))
    assert "1800.00" in client.call("policy-changes", **{"pool": POOL, "from": "2022-12-31",
                                                        "until": "2023-01-01"}).bytes.decode()
    problem(client.call("policy-changes", pool=POOL), 422, "missing", "query.from")
    done(client.call("policy-audit", pool=POOL, on="2023-01-01"))
    done(client.call("documents"))
    done(client.call("policy-explanation", pool=POOL, on="2023-01-01"))
    problem(client.call("policy-explanation", pool=POOL, on="1999-01-01"), 404, "not-found")
    done(client.call("policy-indicators", pool=POOL, on="2023-01-01"))
    done(client.call("credentials", **{"pool": POOL, "from": "2023-01-01", "to": "2023-12-31"}))
    problem(client.call("credentials", **{"pool": POOL, "from": "2023-01-01", "to": "2022-12-31"}), 422,
            "contradiction", "query.to")
    done(client.call("person-supplements", pool=POOL, person=PERSON, on="2023-06-01"))
    events = done(client.call("feed", pool=POOL))["events"]
    pseudonym = next(each["id"] for each in events if each["subject"] == "person")
    assert done(client.call("reveal", {"person": pseudonym, "reason": "来电核实"}))["person"] == PERSON
    problem(client.call("reveal", {"person": pseudonym, "reason": ""}), 422, "missing", "$.reason")
    clause = done(client.call("clause", clause="SD20-3-b"))
    assert clause["document"] == "SD20" and clause["gist"] and clause["section"], clause
    assert client.call("clause", clause="SD20-3-b", language="en").json["gist"].isascii()
    problem(client.call("clause", clause="SD20-none"), 404, "not-found", "path.clause")
    assert client.call("schema", name="case").status == 200
    problem(client.call("schema", name="nothing"), 404, "not-found", "path.name")


def tells_what_happened(client, port):
    page = done(client.call("feed", limit="3"))
    assert len(page["events"]) == 3 and page["next"] == page["events"][-1]["position"]
    seen, after = [], "0"
    while True:
        page = done(client.call("feed", after=after, limit="7", pool=POOL))
        if not page["events"]:
            break
        seen += page["events"]
        after = page["next"]
    positions = [int(each["position"]) for each in seen]
    assert positions == sorted(set(positions)), "each once, in order"
    settled = [each for each in seen if each["did"] == "settle"]
    assert [each["of"] for each in settled] == ["E1"] and settled[0]["provider"] == "H1"
    assert PERSON not in json.dumps(seen), "a number stands in the feed"
    own = done(client.call("feed", provider="H1", pool=POOL))["events"]
    assert {each["key"] for each in own} == {"s1", "c1"}, own
    assert not done(client.call("feed", provider="H9"))["events"]
    problem(client.call("feed", limit="0"), 422, "invalid-value", "query.limit")
    # As it happens: what came before, then what comes while we listen.
    stream = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    stream.request("GET", f"/v1/feed?after={after}&pool={POOL}", headers={"Accept": "text/event-stream"})
    answer = stream.getresponse()
    assert answer.headers["Content-Type"] == "text/event-stream"
    done(client.call("facts", {"facts": {"person": {"id": "P9", "born": "1960-01-01", "sex": "M"}}}, once="p9",
                     pool=POOL, person="P9"))
    heard = b"".join(answer.readline() for _ in range(3)).decode()
    assert heard.startswith("id: ") and "event: facts\n" in heard and '"did":"facts"' in heard, heard
    stream.close()


def keeps_registers(client):
    of = {"pool": POOL, "register": "institution", "entry": "H1"}
    told = {"on": "2022-01-01", "by": "administrator", "move": "register",
            "fields": {"name": "示范医院", "kind": "hospital", "level": "2", "region": "370602"}}
    done(client.call("open-entry", told, once="i1", **of))
    problem(client.call("open-entry", {**told, "fields": {"nme": "x"}}, once="i2", **{**of, "entry": "H2"}), 422,
            "unknown-key")
    problem(client.call("open-entry", told, once="i3", **{**of, "register": "institutions"}), 404, "not-found",
            "path.register")
    done(client.call("amend-entry", {"on": "2022-02-01", "by": "administrator", "fields": {"name": "示范医院（新址）"}},
                     once="i4", **of))
    entry = done(client.call("entry", on="2022-03-01", **of))
    assert entry["fields"]["name"] == "示范医院（新址）" and len(entry["steps"]) == 2
    assert done(client.call("entry", on="2022-01-15", **of))["fields"]["name"] == "示范医院"
    problem(client.call("entry", pool=POOL, register="institution", entry="H9"), 404, "not-found")
    listed = done(client.call("entries", pool=POOL, register="institution", on="2022-03-01", state="open"))
    assert [each["entry"] for each in listed["entries"]] == ["H1"]
    problem(client.call("entries", pool=POOL, register="institution", state="gone"), 422, "invalid-value",
            "query.state")
    done(client.call("entries", pool=POOL, register="institution", overdue="true", due_before="2023-01-01"))
    problem(client.call("move-entry", {"on": "2022-04-01", "by": "institution", "move": "close"}, once="i5", **of), 409,
            "not-permitted")
    done(client.call("move-entry", {"on": "2022-04-01", "by": "administrator", "move": "close"}, once="i6", **of))
    done(client.call("register-checks", pool=POOL, register="institution", on="2022-03-01"))
    assert "institution" in {each["register"] for each in done(client.call("registers", pool=POOL))["registers"]}
    done(client.call("tasks", pool=POOL, on="2022-06-30"))


def turns_pages(client):
    """A long list comes in pages, each entry once, whatever is asked for; and nothing is sent twice."""
    told = {"on": "2022-01-01", "by": "administrator", "move": "register",
            "fields": {"name": "示范", "kind": "hospital", "level": "2", "region": "370602"}}
    for number in range(7):  # of two of them something is known that comes later
        of = {"pool": POOL, "register": "institution", "entry": f"L{number}"}
        done(client.call("open-entry", told, once=f"l{number}", **of))
        if number in (2, 5):
            done(client.call("amend-entry", {"on": "2023-05-01", "by": "administrator", "fields": {"name": "改名"}},
                             once=f"m{number}", **of))
    for wanted in ({}, {"state": "open"}, {"on": "2023-06-01"}, {"known": "2099-01-01"}):
        asked = {"pool": POOL, "register": "institution", "on": "2022-06-01", **wanted}
        whole = done(client.call("entries", **asked))
        assert "next" not in whole and len(whole["entries"]) >= 7
        for limit in (1, 2, 3, 100):
            seen, after = [], {}
            while True:
                page = done(client.call("entries", limit=str(limit), **after, **asked))
                assert len(page["entries"]) <= limit
                seen += page["entries"]
                if "next" not in page:
                    break
                after = {"after": page["next"]}
            assert seen == whole["entries"], f"{wanted} by {limit}"
    for wrong in ("x", "0:x", "9:", "0", ":"):
        problem(client.call("entries", pool=POOL, register="institution", after=wrong), 422, "invalid-value",
                "query.after")
    for target in ("/v1/pools", f"/v1/pools/{POOL}/policy?on=2023-01-01", f"/v1/pools/{POOL}/registers/institution"):
        first = client.send("GET", target)
        again = client.send("GET", target, headers={"If-None-Match": f'W/"old", {first.headers["ETag"]}'})
        assert again.status == 304 and again.bytes == b"" and again.headers["ETag"] == first.headers["ETag"]
        assert client.send("GET", target, headers={"If-None-Match": '"old"'}).bytes == first.bytes
    of = {"pool": POOL, "register": "institution", "entry": "L1"}
    before = client.call("entry", **of).headers["ETag"]
    done(client.call("amend-entry", {"on": "2022-02-01", "by": "administrator", "fields": {"name": "又改"}}, once="n1",
                     **of))
    assert client.call("entry", **of).headers["ETag"] != before, "what changed has another mark"


def takes_decisions(client):
    linyi = {"pool": "371300"}
    told = {"id": "D1", "kind": "adjustment", "issuers": ["bureau", "finance"],
            "parameters": ["resident-inpatient/ratio"], "issued": "2022-11-20", "from": "2023-01-01"}
    problem(client.call("decide", {"decision": {**told, "kind": "x"}}, once="d0", **linyi), 422, "invalid-value",
            "$.decision.kind")
    done(client.call("decide", {"decision": told}, once="d1", **linyi))
    active = {"activation": {"on": "2023-01-10"}}
    early = client.call("activate", active, once="d2", decision="D1", **linyi)
    problem(early, 409, "not-permitted")
    assert "LY-3.3-e" in early.json["detail"] and "LY-3.3-e" in early.json["clauses"], early.json
    problem(client.call("activate", active, once="d2", decision="D9", **linyi), 404, "not-found", "path.decision")
    filing = {"filing": {"number": "N1", "with": "province", "filed": "2023-01-10"}}
    done(client.call("file", filing, once="d3", decision="D1", **linyi))
    done(client.call("activate", active, once="d4", decision="D1", **linyi))
    assert done(client.call("decision", decision="D1", on="2023-01-10", **linyi))["state"] == "in-force"
    done(client.call("decisions", **linyi))
    rizhao = {"pool": "371100", "decision": "D2"}
    told = {"id": "D2", "kind": "exploration", "issuers": ["bureau"], "parameters": ["resident-outpatient.ratio"],
            "issued": "2022-09-01", "from": "2022-10-01", "direction": "province",
            "basis": [{"document": "鲁医保发〔2021〕43号", "issuer": "province"}]}
    done(client.call("decide", {"decision": told}, once="d5", pool="371100"))
    approval = {"approval": {"by": "province", "asked": "2022-09-02", "approved": "2022-10-10"}}
    done(client.call("approve", approval, once="d6", **rizhao))
    done(client.call("withdraw", {"withdrawal": {"on": "2022-10-12"}}, once="d7", **rizhao))
    done(client.call("adopt", {"activation": {"on": "2026-06-01"}}, once="d8", pool="371700"))


def reconciles(client):
    of = {"pool": POOL, "provider": "H1"}
    line = {"settlement": "S1", "visit": "M1", "amounts": {"total": "10.00", "large-amount": "0.00"}}
    scope = {"from": "2023-03-05", "insurance": "310", "clearing": "11"}
    told = done(client.call("statement", {**scope, "lines": [line]}, once="st1", **of))
    assert told["did"] == "reconcile" and told["statements"][0]["differences"][0]["cause"] == "missing-here", told
    again = client.call("statement", {**scope, "lines": [line]}, once="st1", **of)
    assert again.json == told and again.headers["Idempotency-Replayed"] == "true"
    problem(client.call("statement", {**scope, "lines": [line, line]}, once="st2", **of), 409, "duplicate-id",
            "$.lines[1].settlement")
    problem(client.call("statement", {**scope, "to": "2023-03-04", "lines": []}, once="st3", **of), 422,
            "contradiction", "$.to")
    problem(client.call("statement", {**scope, "lines": [{**line, "amounts": {"total": 10}}]}, once="st4", **of), 422,
            "wrong-type", "$.lines[0].amounts.total")
    resolution = {**scope, "settlement": "S1", "reason": "asked by telephone"}
    problem(client.call("resolution", {**resolution, "settlement": "S2"}, once="st5", **of), 404, "not-found")
    resolved = done(client.call("resolution", resolution, once="st6", **of))
    assert resolved["statements"][0]["open"] == 0, resolved
    seen = done(client.call("reconciliation", pool=POOL, **{"from": "2023-03-01", "to": "2023-03-31"}))
    assert seen["statements"][0]["differences"][0]["stand"] == "resolved", seen
    assert not done(client.call("reconciliation", pool=POOL, open="true", provider="H1", insurance="310",
                                clearing="11", **{"from": "2023-03-05"}))["statements"][0]["differences"]
    assert not done(client.call("reconciliation", pool=POOL))["statements"]
    problem(client.call("reconciliation", pool=POOL, **{"from": "2023-03-05", "to": "2023-03-04"}), 422,
            "contradiction", "query.to")


def speaks_the_national_interface(client):
    """Whole visits are in national.py: here, that any message has an answer of the form."""
    for name, parameters in (("national", {}), ("national-by-number", {"infno": "2201"})):
        answer = done(client.call(name, "{}", **parameters))
        assert answer["infcode"] == -1 and answer["code"] == "missing" and answer["faults"], answer


    described = done(client.call("national-description"))
    numbers = [each["infno"] for each in described["transactions"]]
    assert "2207" in numbers and "2304" in numbers and "2102" in numbers, numbers
    assert {field["known"] for field in described["envelope"]["fields"]} == {"stated"}


def works_on_jobs(client):
    """What comes of them is in jobs.py."""
    audit = client.call("audit-job", {"pool": POOL, "on": "2023-06-01"}, once="j1")
    assert audit.status == 202 and audit.json["state"] in ("waiting", "running", "done"), audit.json
    for name, body in (("elsewhere-job", {"pool": POOL, "from": "2023-01", "to": "2023-12"}),
                       ("reconciliation-job", {"pool": POOL, "from": "2023-03-01", "to": "2023-03-31"}),
                       ("proof-job", {"pool": POOL, "properties": ["never-free"]}), ("verification-job", {}),
                       ("cost-job", {"pool": POOL, "draft": [{"file": f"{POOL}-yantai/pack.yaml", "text": (
                           ROOT / f"packs/{POOL}-yantai/pack.yaml").read_text(encoding="utf-8")}]})):
        assert client.call(name, body, once=f"{name}-1").status == 202, name
    problem(client.call("proof-job", {"pool": POOL, "properties": ["not-worse"]}, once="j2"), 422, "missing", "$.than")
    problem(client.call("elsewhere-job", {"pool": POOL, "from": "2023-02", "to": "2023-01"}, once="j3"), 422,
            "contradiction", "$.to")
    problem(client.call("audit-job", {"pool": POOL}), 422, "missing", "header.Idempotency-Key")
    job = audit.json["job"]
    while done(client.call("job", job=job))["state"] in ("waiting", "running"):
        time.sleep(0.05)
    assert done(client.call("job-result", job=job))[0]["pool"] == POOL
    problem(client.call("job", job="none"), 404, "not-found", "path.job")
    kinds = {each["kind"] for each in done(client.call("jobs"))["jobs"]}
    assert kinds == {"audit", "proof", "cost", "elsewhere", "reconciliation", "verification"}, kinds
    for each in done(client.call("jobs"))["jobs"]:
        done(client.call("cancel-job", job=each["job"]))


def keeps_users(client):
    password = {"password": "correct horse battery"}
    window = {"roles": ["window"], "pools": [POOL]}
    assert client.call("put-user", window, user="zhang").status == 204
    problem(client.call("put-user", {"roles": ["boss"]}, user="zhang"), 422, "invalid-value", "$.roles[0]")
    problem(client.call("put-user", window, user="张"), 422, "invalid-value", "$.user")
    assert client.call("put-password", password, user="zhang").status == 204
    problem(client.call("put-password", {"password": "short"}, user="zhang"), 422, "invalid-value", "$.password")
    problem(client.call("put-password", password, user="li"), 404, "not-found")
    login = done(client.call("login", {"user": "zhang", **password}))
    assert login["roles"] == ["window"] and login["token"].startswith("yt_")
    problem(client.call("login", {"user": "zhang", "password": "wrong"}), 401, "unauthenticated")
    problem(client.call("login", {"user": "nobody", "password": "wrong"}), 401, "unauthenticated")
    assert [each["user"] for each in done(client.call("users"))["users"]] == ["zhang"]
    done(client.call("give-token", {"until": "2030-01-01"}, user="zhang"))
    done(client.call("me"))
    done(client.call("trail", on="2026-01-01"))
    assert client.call("logout").status == 204
    assert client.call("delete-user", user="zhang").status == 204
    problem(client.call("delete-user", user="zhang"), 404, "not-found")


def keeps_signers(client):
    key = {"key": SM2_KEY, "from": "2023-01-01"}
    of = {"provider": "H1"}
    assert done(client.call("signer", **of))["keys"] == []
    problem(client.call("put-signing", {"required": True}, **of), 409, "not-permitted")
    assert client.call("put-signing-key", key, name="K1", **of).status == 204
    problem(client.call("put-signing-key", key, name="K1", **of), 409, "duplicate-id", "$.name")
    problem(client.call("put-signing-key", {**key, "key": SM2_KEY[:-2] + "00"}, name="K2", **of), 422,
            "invalid-value", "$.key")
    problem(client.call("put-signing-key", {**key, "until": "2022-01-01"}, name="K2", **of), 422, "invalid-value",
            "$.until")
    problem(client.call("put-signing-key", key, name="K 2", **of), 422, "invalid-value", "$.name")
    assert client.call("put-signing", {"required": True}, **of).status == 204
    problem(client.call("delete-signing-key", name="K1", **of), 409, "not-permitted")
    assert client.call("put-signing", {"required": False}, **of).status == 204
    assert client.call("delete-signing-key", name="K1", **of).status == 204
    problem(client.call("delete-signing-key", name="K0", **of), 404, "not-found")
    kept = done(client.call("signer", **of))
    assert kept["keys"][0]["key"] == SM2_KEY.lower() and kept["keys"][0]["revoked"] and not kept["required"]


def describes_itself(client):
    assert client.call("alive").bytes == b"ok\n"
    assert client.call("ready").bytes == b"ready\n"
    client.call("openapi")
    metrics = client.call("metrics").bytes.decode()
    assert 'yidan_requests_total{route="settlement",status="2xx"}' in metrics
    assert "yidan_replayed_total 2" in metrics
    assert "conflict" in client.call("problem", name="conflict").bytes.decode()
    problem(client.call("problem", name="none"), 404, "not-found")
    problem(client.send("GET", "/v2"), 404, "no-such-route")
    refused = client.send("DELETE", "/v1/pools")
    problem(refused, 405, "method-not-allowed")
    assert refused.headers["Allow"] == "GET"
    problem(client.send("POST", "/v1/settle", "<x/>", {"Content-Type": "text/xml"}), 415, "unsupported-media-type")
    assert client.send("HEAD", "/v1/pools").status == 200
    named = client.send("GET", "/healthz", headers={"X-Request-Id": "desk-7"})
    assert named.headers["X-Request-Id"] == "desk-7"
    strange = client.send("GET", "/healthz", headers={"X-Request-Id": "a b"})
    assert strange.headers["X-Request-Id"] != "a b"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    program = parser.parse_args().program
    with serving(program, arguments=["--without-login"]) as port:
        client = Client(port)
        settles_without_books(client, program)
        settles_in_books(client)
        explains_line_by_line(client)
        keeps_records(client)
        answers_about_books(client)
        tells_what_happened(client, port)
        keeps_registers(client)
        turns_pages(client)
        takes_decisions(client)
        reconciles(client)
        speaks_the_national_interface(client)
        works_on_jobs(client)
        keeps_users(client)
        keeps_signers(client)
        describes_itself(client)
        never = sorted(set(client.operations) - {name for name, seen in client.seen.items() if seen & {200, 202, 204}})
        assert not never, f"never answered with 200: {never}"
        print(f"{len(client.operations)} routes answer as they are described")


if __name__ == "__main__":
    main()
