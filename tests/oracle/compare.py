#!/usr/bin/env python3
"""Compare `yidan settle` with the calculator on random cases, to the fen; exit 1 on any difference."""

import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor

import figures
import generate
import oracle

BATCH = 2000
POLICIES = None


def expected_text(bill):
    """A bill of the calculator in the program's notation."""
    if bill["status"] == "rejected":
        return {"status": "rejected"}
    def money(values):
        return {k: figures.yuan(v) if isinstance(v, int) else v for k, v in values.items()}
    result = {k: bill[k] for k in ("encounter", "rule_date", "status", "basis", "policy_status")}
    result.update(reason=bill.get("reason"), covered_from=bill.get("covered_from"), amounts=money(bill["amounts"]),
                  layers=[money(layer) for layer in bill["layers"]], counters=money(bill["counters"]),
                  account_by_owner=money(bill["account_by_owner"]), deposit_waived=bill.get("deposit_waived", False))
    result.update(money({k: bill[k] for k in ("fund_total", "account", "cash")}))
    return result


def actual_text(bill):
    """A bill of the program, brought to the fields that are compared."""
    if bill.get("status") == "rejected":
        return {"status": "rejected"}
    result = {k: bill.get(k) for k in ("encounter", "rule_date", "status", "basis", "policy_status", "covered_from",
                                       "amounts", "layers", "fund_total", "account", "cash")}
    result["reason"] = bill["reason"]["code"] if "reason" in bill else None
    result["counters"] = {k: v for k, v in bill["counters"].items() if v != "0.00"}
    result["deposit_waived"] = bill.get("deposit_waived", False)
    owners = bill.get("account_by_owner")
    if owners is None:    # only the person's own account paid
        owners = {"self": bill["account"]}
    result["account_by_owner"] = {k: v for k, v in owners.items() if v != "0.00"}
    return result


def differences(expected, actual):
    found = {}
    for key in sorted(set(expected) | set(actual)):
        if expected.get(key) != actual.get(key):
            found[key] = {"expected": expected.get(key), "actual": actual.get(key)}
    return found


def batch(job):
    """Run one batch; give (bills, counts by status, differences)."""
    program, seed, count = job
    lines = list(generate.cases(seed, count))
    with tempfile.TemporaryFile("w+", encoding="utf-8") as feed:
        feed.write("".join(line + "\n" for line in lines))
        feed.seek(0)
        run = subprocess.run([program, "settle", "--jsonl", "--no-steps", "--lang", "en"], stdin=feed, cwd=figures.ROOT,
                             capture_output=True, text=True, encoding="utf-8")
    answers = run.stdout.splitlines()
    if run.returncode not in (0, 1) or len(answers) != len(lines):
        return 0, {}, [("", {"program": "exit %d, %d answers to %d cases: %s" % (
            run.returncode, len(answers), len(lines), run.stderr[-2000:])})]
    counts, found = collections.Counter(), []
    for line, answer in zip(lines, answers):
        expected, actual = oracle.settle(POLICIES, line), json.loads(answer)
        if expected is None or actual.get("status") == "rejected":
            counts["case rejected"] += 1
            if expected is not None or actual.get("status") != "rejected":
                found.append((line, {"case": {"expected": "rejected" if expected is None else "accepted",
                                              "actual": actual.get("error", "accepted")}}))
            continue
        for one, other in zip(expected, actual["bills"]):
            counts[one["status"] + (" " + one["reason"] if one.get("reason") else "")] += 1
            differ = differences(expected_text(one), actual_text(other))
            if differ:
                differ["encounter"], differ["why"] = one["encounter"], one.get("why") or other.get("error")
                found.append((line, differ))
                break       # what follows in the case follows from it
        if len(expected) != len(actual["bills"]):
            found.append((line, {"bills": {"expected": len(expected), "actual": len(actual["bills"])}}))
    return sum(counts.values()), counts, found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--program", default=os.path.join(figures.ROOT, "build/dev/src/cli/yidan"))
    parser.add_argument("--show", type=int, default=5, help="how many differences to print")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    args = parser.parse_args()
    program = os.path.abspath(args.program)
    global POLICIES
    POLICIES = figures.load(program)
    start = time.time()
    jobs = [(program, "%d-%d" % (args.seed, i), min(BATCH, args.cases - i)) for i in range(0, args.cases, BATCH)]
    counts, found, bills = collections.Counter(), [], 0
    with ProcessPoolExecutor(max(1, min(args.jobs, len(jobs)))) as workers:
        for number, some, differ in workers.map(batch, jobs):
            bills += number
            counts.update(some)
            found += differ
    for line, differ in sorted(found, key=lambda f: len(f[0]))[:args.show]:
        print(json.dumps(differ, ensure_ascii=False, indent=1))
        print(line + "\n")
    for status, number in sorted(counts.items()):
        print("%9d %s" % (number, status))
    seconds = time.time() - start
    print("%d cases, %d bills, %d differences; %.2f s per 1000 cases" % (
        args.cases, bills, len(found), seconds * 1000 / max(1, args.cases)))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
