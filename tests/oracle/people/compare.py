#!/usr/bin/env python3
"""Compare `yidan standing` with the second calculator on random records, field by field; exit 1 on any difference.

Checked beside it, on the program alone: cover and gaps leave no day out and take none twice; the balance is the opening
and the entries, and never negative; the standing of a prefix is the standing of the whole record as of its last day.
"""

import argparse
import collections
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor

import examples
import generate
import pinned
import reading
import standing

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
BATCH = 500
# The warnings of one event, of which the place in the list is compared, too.
PLACED = ("after-as-of", "pay-without-enrolment", "pay-too-late", "leave-without-relation", "resident-while-employed",
          "household-elsewhere", "deemed-not-recognised", "told-twice")


# ---------------------------------------------------------------- what is compared

def only(fields, found):
    return [{k: f[k] for k in fields if f.get(k) is not None} for f in found]


def warnings_of(pairs):
    return sorted({(code, place if code in PLACED else None) for code, place in pairs}, key=str)


def of_dues(dues):
    fields = ("for", "part", "payer", "amount", "paid_on", "presumed")
    return sorted(({k: d[k] for k in fields if d.get(k)} for d in dues), key=lambda d: json.dumps(d, sort_keys=True))


def expected_fields(one):
    result = {k: one[k] for k in ("as_of", "died", "cover", "gaps", "identities", "entries", "balance", "years")}
    result.update(dues=of_dues(one["dues"]), warnings=warnings_of(one["warnings"]),
                  subsidies=sorted(one["subsidies"], key=lambda s: s["for"]))
    return result


def place_of(warning):
    where = warning.get("where", "")
    return int(where[where.index("[") + 1:where.index("]")]) if "[" in where else None


def actual_fields(answer):
    """A standing of the program, brought to the fields that are compared."""
    account = answer.get("account", {})
    entries = only(("month", "credit", "on", "use", "for", "debit", "refused", "reason"), account.get("entries", []))
    for entry in entries:
        if "reason" in entry:
            entry["reason"] = entry["reason"]["code"]
    years = only(("actual_months", "deemed_months", "topped_up_months", "required_months", "missing_months",
                  "entitled_from"), [answer.get("years", {})])[0]
    return {
        "as_of": answer["as_of"], "died": answer.get("died"), "entries": entries, "balance": account.get("balance"),
        "years": {"topped_up_months": 0, **years},
        "cover": only(("scheme", "status", "from", "to"), answer["cover"]),
        "gaps": only(("from", "to", "reason"), answer["gaps"]),
        "dues": of_dues(answer["dues"]),
        "subsidies": sorted(only(("for", "category", "payer", "amount"), answer["subsidies"]), key=lambda s: s["for"]),
        "identities": only(("category", "from", "to"), answer.get("identities", [])),
        "warnings": warnings_of([(w["code"], place_of(w)) for w in answer["warnings"]]),
    }


def differences(expected, actual):
    found = {}
    for key in sorted(expected):
        one, other = expected[key], actual[key]
        if one == other:
            continue
        if isinstance(one, list):    # only what is in one of the two
            found[key] = {"expected": [x for x in one if x not in other], "actual": [x for x in other if x not in one]}
            if found[key] == {"expected": [], "actual": []}:
                found[key] = {"expected": one, "actual": other}
        else:
            found[key] = {"expected": one, "actual": other}
    return found


# ---------------------------------------------------------------- properties

def broken_line(answer, record):
    """What is wrong with the line of time, or None."""
    spans = sorted(((s["from"], s.get("to")) for s in answer["cover"] + answer["gaps"]), key=lambda s: s[0])
    known = [e["on"] for e in record["events"] if e["on"] <= answer["as_of"]]
    if any(e["event"] == "withdraw" for e in record["events"]):
        known = [e["on"].isoformat() for e in standing.Derivation(reading.read(record)).events]
    if not known:
        return "a line without an event" if spans else None
    if not spans:
        return "no line"
    covered = [c["from"] for c in answer["cover"]]
    if spans[0][0] != min([min(known)] + covered):
        return "the line begins on " + spans[0][0]
    for (_, end), (start, _) in zip(spans, spans[1:]):
        if end != start:
            return "the line breaks between %s and %s" % (end, start)
    last = spans[-1][1]
    if last is not None and last <= answer.get("died", answer["as_of"]):
        return "the line ends on %s, before the as-of day is over" % last
    return None


def broken_account(answer, record):
    account = answer["account"]
    balance = reading.money(record["person"].get("account_balance", "0.00"))
    for entry in account["entries"]:
        balance += reading.money(entry.get("credit", "0.00")) - reading.money(entry.get("debit", "0.00"))
        if balance < 0:
            return "the balance is negative after %s" % json.dumps(entry)
    if reading.yuan(balance) != account["balance"]:
        return "the entries give %s, not %s" % (reading.yuan(balance), account["balance"])
    return None


def cut(record, day):
    """The whole record as of a day, and its prefix up to that day."""
    prefix = [e for e in record["events"] if e["on"] <= day]
    return {**record, "as_of": day}, {**record, "as_of": day, "events": prefix}


def without_the_rest(answer):
    """A standing but for the warnings that speak of the events left out, and of places in the list."""
    kept = [w["code"] for w in answer.get("warnings", []) if w["code"] not in ("after-as-of", "out-of-order")]
    return {**answer, "warnings": sorted(kept)}


# ---------------------------------------------------------------- running

def ask(program, records):
    with tempfile.TemporaryFile("w+", encoding="utf-8") as feed:
        feed.write("".join(generate.text_of(record) + "\n" for record in records))
        feed.seek(0)
        run = subprocess.run([program, "standing", "--jsonl", "--as", "json", "--no-text", "--lang", "en"], stdin=feed,
                             cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    answers = run.stdout.splitlines()
    if run.returncode not in (0, 1) or len(answers) != len(records):
        raise RuntimeError("exit %d, %d answers to %d records: %s" % (run.returncode, len(answers), len(records),
                                                                      run.stderr[-2000:]))
    return [json.loads(answer) for answer in answers]


def is_error(answer):
    return "error" in answer


def judge(record, expected, answer):
    """The differences of one record."""
    if expected is None or is_error(answer):
        if expected is None and is_error(answer):
            return {}
        return {"record": {"expected": "an error" if expected is None else "a standing",
                           "actual": answer.get("error", "a standing")}}
    found = differences(expected_fields(expected), actual_fields(answer))
    for name, check in (("line", broken_line), ("account", broken_account)):
        broken = check(answer, record)
        if broken:
            found["property: " + name] = broken
    return found


def tally(expected, counts):
    if expected is None:
        counts["record rejected"] += 1
        return
    counts["records"] += 1
    for gap in expected["gaps"]:
        counts["gap " + gap["reason"]] += 1
    for cover in expected["cover"]:
        counts["cover " + cover["status"]] += 1
    for entry in expected["entries"]:
        counts["account " + (entry.get("reason") or ("credit" if "credit" in entry else "debit"))] += 1
    for code in {code for code, _ in expected["warnings"]}:
        counts["warning " + code] += 1
    counts["dues"] += len(expected["dues"])
    counts["subsidies"] += len(expected["subsidies"])


def prefix_differences(whole, prefix):
    """What differs between the whole record as of a day and its prefix up to that day."""
    one, other = without_the_rest(whole), without_the_rest(prefix)
    return {k: {"whole": one.get(k), "prefix": other.get(k)} for k in sorted(set(one) | set(other))
            if one.get(k) != other.get(k)}


def batch(job):
    """Run one batch; give (counts, differences with their records)."""
    program, seed, count = job
    records = list(generate.records(seed, count))
    counts, found, cuts, chance = collections.Counter(), [], [], random.Random(seed)

    def compare(record, expected, answer, property_found=None):
        differ = judge(record, expected, answer)
        if property_found:
            differ["property: prefix"] = property_found
        if differ:
            found.append((record, differ))

    for record, answer in zip(records, ask(program, records)):
        expected = standing.derive(record)
        tally(expected, counts)
        compare(record, expected, answer)
        if expected is not None:
            cuts.append(cut(record, chance.choice(record["events"])["on"]))
    wholes, prefixes = ask(program, [c[0] for c in cuts]), ask(program, [c[1] for c in cuts])
    for (record, _), whole, prefix in zip(cuts, wholes, prefixes):
        counts["prefixes"] += 1
        compare(record, standing.derive(record), whole, prefix_differences(whole, prefix))
    return counts, found


def by_hand(program):
    """The examples figured on paper: the calculator must give them, and the program what the calculator gives."""
    found = []
    for (name, record, known), answer in zip(examples.EXAMPLES, ask(program, [e[1] for e in examples.EXAMPLES])):
        expected = standing.derive(record)
        differ = judge(record, expected, answer)
        for key, paper in known.items():
            given = expected[key]
            if key == "warnings":
                paper, given = [w for w in paper if w not in given], []
            elif key == "dues":
                paper, given = of_dues(paper), of_dues(given)
            if paper != given:
                differ["paper: %s: %s" % (name, key)] = {"paper": paper, "calculator": given}
        if differ:
            found.append((record, {"example": name, **differ}))
    return found


def show(record, differ):
    print(json.dumps(differ, ensure_ascii=False, indent=1))
    head = {k: v for k, v in record.items() if k != "events"}
    print(json.dumps(head, ensure_ascii=False))
    for i, event in enumerate(record["events"]):
        print("  %2d %s" % (i, json.dumps(event, ensure_ascii=False)))
    print()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--program", default=os.path.join(ROOT, "build/dev/src/cli/yidan"))
    parser.add_argument("--show", type=int, default=5, help="how many differences to print")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    args = parser.parse_args()
    program, start = os.path.abspath(args.program), time.time()
    otherwise = pinned.problems()
    for problem in otherwise:
        print(problem)
    jobs = [(program, "%d-%d" % (args.seed, i), min(BATCH, args.records - i)) for i in range(0, args.records, BATCH)]
    counts, found = collections.Counter(), by_hand(program)
    with ProcessPoolExecutor(max(1, min(args.jobs, len(jobs)))) as workers:
        for some, differ in workers.map(batch, jobs):
            counts.update(some)
            found += differ
    for record, differ in sorted(found, key=lambda f: len(f[0]["events"]))[:args.show]:
        show(record, differ)
    for what, number in sorted(counts.items()):
        print("%9d %s" % (number, what))
    kinds = collections.Counter(kind for _, differ in found for kind in differ)
    for kind, number in sorted(kinds.items()):
        print("%9d differences in %s" % (number, kind))
    print("%d records, seed %d, %d differences; %.1f s" % (args.records, args.seed, len(found), time.time() - start))
    return 1 if found or otherwise else 0


if __name__ == "__main__":
    sys.exit(main())
