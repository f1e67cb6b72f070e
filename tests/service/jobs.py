#!/usr/bin/env python3
"""Jobs of the service: asked for once, followed, cancelled, their results those of the command line; what happens to
them when the service ends.

    jobs.py --program build/dev/src/cli/yidan
"""

import argparse
import json
import subprocess
import tempfile
import time

from access import Desk, Visitor, log_in
from server import ROOT, Client, environment, serving

POOL = "371700"
DRAFT = "371700-heze/resident-outpatient/ratio.yaml"


def wait(visitor, job, states=("done", "failed", "cancelled", "broken-off"), seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        told = visitor.ask("job", job=job).json
        if told["state"] in states:
            return told
        time.sleep(0.05)
    raise AssertionError(f"still {told}")


def ask(visitor, name, body, key):
    method, path, operation = visitor.client.operations[name]
    answer = visitor.client.send(method, path, json.dumps(body),
                                 {"Authorization": f"Bearer {visitor.token}", "Idempotency-Key": key})
    visitor.client.check(name, operation, answer)
    return answer


def printed(program, *words):
    """What the command line says, whatever its exit status."""
    return json.loads(subprocess.run([program, *words, "--as", "json"], env=environment(), capture_output=True,
                                     text=True, check=False).stdout)


def without_times(proof):
    for each in proof["properties"]:
        each.pop("seconds")
    return proof


def results_are_those_of_the_command_line(desk, policy, program):
    asked = ask(policy, "audit-job", {"on": "2023-06-01"}, "a1")
    assert asked.status == 202, asked.bytes
    again = ask(policy, "audit-job", {"on": "2023-06-01"}, "a1")
    assert again.json["job"] == asked.json["job"] and again.headers["Idempotency-Replayed"] == "true"
    other = ask(policy, "audit-job", {"on": "2023-06-02"}, "a1")
    assert other.status == 409 and other.json["code"] == "conflict", other.json
    told = wait(policy, asked.json["job"])
    assert told["state"] == "done" and told["done"] == told["of"] == 5 and told["unit"] == "pools", told
    result = policy.client.send("GET", told["result"], headers={"Authorization": f"Bearer {policy.token}"}).json
    assert result == printed(program, "policy", "audit", "--all", "--on", "2023-06-01"), "all pools"
    job = ask(policy, "audit-job", {"pool": "Heze", "on": "2023-12-31", "bills": True}, "a2").json["job"]
    assert wait(policy, job)["state"] == "done"
    said = printed(program, "policy", "audit", "Heze", "--on", "2023-12-31", "--db", desk.books)
    assert policy.ask("job-result", job=job).json == [said], "one pool, with its bills"
    proof = ask(policy, "proof-job", {"pool": "Heze", "on": "2023-06-01", "properties": ["never-free"]}, "p1").json
    assert wait(policy, proof["job"])["state"] == "done"
    said = printed(program, "prove", "Heze", "--on", "2023-06-01", "--property", "never-free")
    assert without_times(policy.ask("job-result", job=proof["job"]).json) == without_times(said)


def costs_a_draft(policy, packs):
    text = (packs / DRAFT).read_text(encoding="utf-8")
    body = {"pool": POOL, "year": 2023, "on": "2023-12-31", "draft": [{"file": DRAFT, "text": text}]}
    job = ask(policy, "cost-job", body, "c1").json["job"]
    assert wait(policy, job)["state"] == "done"
    cost = policy.ask("job-result", job=job).json
    assert cost["format"] == "yidan.cost/1" and cost["year"] == 2023, cost
    for wrong, place in (({**body, "draft": [{"file": DRAFT, "text": "rules: ["}]}, "$.draft"),
                         ({**body, "draft": [{"file": "x", "text": ""}]}, "$.draft"),
                         ({**body, "draft": []}, "$.draft"), ({**body, "pool": 1}, "$.pool"),
                         ({**body, "year": 1}, "$.year"), ({**body, "yaer": 2023}, "$.yaer"),
                         ({**body, "draft": [{"file": DRAFT, "text": text}] * 2}, "$.draft[1]")):
        refused = ask(policy, "cost-job", wrong, "c2")
        assert refused.status == 422 and refused.json["where"] == place, refused.json


def verifies(auditor, policy):
    refused = ask(policy, "verification-job", {}, "v0")
    assert refused.status == 403, refused.json
    job = ask(auditor, "verification-job", {}, "v1").json["job"]
    assert wait(auditor, job)["state"] == "done"
    found = auditor.ask("job-result", job=job).json
    assert found["good"] and found["persons"] == 1 and found["decisions"] == 0, found
    return job


def keeps_them_apart(auditor, policy, fund, job):
    """A job is its asker's; who watches the system sees that it is there, and nobody else its result."""
    assert fund.ask("job", job=job).status == 404 and fund.ask("cancel-job", job=job).status == 404
    assert fund.ask("jobs").json["jobs"] == []
    assert {each["user"] for each in auditor.ask("jobs").json["jobs"]} == {"auditor", "policy"}
    theirs = policy.ask("jobs").json["jobs"]
    assert theirs and {each["user"] for each in theirs} == {"policy"}
    assert [each["since"] for each in theirs] == sorted((each["since"] for each in theirs), reverse=True)
    assert auditor.ask("job", job=theirs[0]["job"]).status == 200
    assert auditor.ask("job-result", job=theirs[0]["job"]).status == 404
    assert policy.ask("jobs", since="2099-01-01").json["jobs"] == []
    same_key = ask(auditor, "audit-job", {"on": "2023-06-01"}, "a1")
    assert same_key.status == 202 and "Idempotency-Replayed" not in same_key.headers, "a key is the user's own"
    elsewhere = ask(policy, "audit-job", {"pool": "Yantai", "bills": True}, "a9")
    assert elsewhere.status == 403, "what another pool's bills come to"
    everywhere = ask(policy, "audit-job", {"bills": True}, "a9")
    assert everywhere.status == 403, everywhere.json


def cancels(policy):
    jobs = [ask(policy, "proof-job", {"pool": pool, "on": "2023-06-01"}, f"long-{pool}").json["job"]
            for pool in ("Heze", "Jining")]
    wait(policy, jobs[0], ("running",))
    assert policy.ask("job-result", job=jobs[0]).status == 409
    for job in reversed(jobs):
        assert policy.ask("cancel-job", job=job).json["state"] == "cancelled"
    started = time.monotonic()
    quick = ask(policy, "audit-job", {"on": "2022-01-01"}, "after").json["job"]
    assert wait(policy, quick)["state"] == "done", "who was cancelled makes room"
    assert time.monotonic() - started < 30
    assert policy.ask("job", job=jobs[0]).json["state"] == "cancelled", "an end stays"
    assert policy.ask("cancel-job", job=quick).json["state"] == "done", "what is done is not cancelled"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    program = parser.parse_args().program
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(program, f"{folder}/books.db")
        desk.run("init", "--ungated")
        for name in ("policy", "auditor", "fund"):
            desk.add(name, "--role", name, *(("--pool", POOL) if name != "auditor" else ()))
        people = '{"format":"yidan.request/1","key":"k","do":"facts","pool":"371700","person":"371702199003070015",' \
                 '"facts":{"person":{"id":"371702199003070015","born":"1990-03-07","sex":"M"}}}\n'
        desk.run("post", "-", text=people)
        with serving(program, books=desk.books) as port:
            client = Client(port)
            who = {name: Visitor(client, log_in(client, name).json["token"]) for name in ("policy", "auditor", "fund")}
            results_are_those_of_the_command_line(desk, who["policy"], program)
            costs_a_draft(who["policy"], ROOT / "packs")
            job = verifies(who["auditor"], who["policy"])
            keeps_them_apart(who["auditor"], who["policy"], who["fund"], job)
            cancels(who["policy"])
            left = [ask(who["policy"], "proof-job", {"pool": pool, "on": "2023-06-01"}, f"left-{pool}").json["job"]
                    for pool in ("Heze", "Jining")]
            wait(who["policy"], left[0], ("running",))
        with serving(program, books=desk.books) as port:
            client = Client(port)
            policy = Visitor(client, log_in(client, "policy").json["token"])
            for each in left:
                assert policy.ask("job", job=each).json["state"] == "broken-off"
            again = ask(policy, "audit-job", {"on": "2023-06-01"}, "a1")
            assert again.json["state"] == "done", "what was done is there"
            assert len(policy.ask("job-result", job=again.json["job"]).json) == 5
        desk.run("verify")
    print("jobs are asked for, followed, cancelled and found again")


if __name__ == "__main__":
    main()
