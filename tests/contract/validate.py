#!/usr/bin/env python3
"""Holds the schemas of `yidan schema` against what the program reads and writes, with a validator that is not ours.

The shipped examples, the cases and records of tests/cases, and all that the program answers to them must be valid; what
is made of them by small mistakes must be refused by the schema when the program refuses it for its form, and accepted
when the program accepts it.

    validate.py --program build/dev/src/cli/yidan
"""

import argparse
import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Codes of errors that a schema sees, and what it cannot see: the pool's policy, days before birth, sums.
OF_FORM = {"wrong-type", "unknown-key"}
NUMBERS = {"level"}


class Program:
    def __init__(self, path):
        self.path = str(pathlib.Path(path).resolve())
        self.env = {**os.environ, "YIDAN_PACKS": str(ROOT / "packs"), "LC_ALL": "C.UTF-8"}

    def run(self, *words, text=""):
        done = subprocess.run([self.path, *words], input=text, capture_output=True, text=True, env=self.env,
                              check=False)
        if done.returncode not in (0, 1):
            sys.exit(f"yidan {' '.join(words)}: {done.stderr}")
        return done.stdout

    def lines(self, *words, values):
        text = "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)
        return [json.loads(line) for line in self.run(*words, text=text).splitlines()]


def closed(schema):
    """Answers may gain members, and so their schemas are open; ours have none that the tables do not name."""
    if isinstance(schema, dict):
        if schema.get("type") == "object" and "properties" in schema:
            schema.setdefault("additionalProperties", False)
        for value in schema.values():
            closed(value)
    elif isinstance(schema, list):
        for value in schema:
            closed(value)
    return schema


class Checker:
    def __init__(self, program):
        self.validators = {}
        self.checked, self.faults = 0, []
        for name, schema in json.loads(program.run("schema")).items():
            jsonschema.Draft202012Validator.check_schema(schema)
            self.validators[name] = jsonschema.Draft202012Validator(closed(schema))

    def fault(self, what):
        self.faults.append(what)

    def valid(self, value, name):
        return self.validators[name].is_valid(value)

    def require(self, value, source):
        self.checked += 1
        validator = self.validators.get(value.get("format"))
        if validator is None:
            return self.fault(f"{source}: no schema has the format {value.get('format')!r}")
        error = jsonschema.exceptions.best_match(validator.iter_errors(value))
        if error is not None:
            self.fault(f"{source}: {error.json_path}: {error.message}")


def typed(value, key=None):
    """What YAML holds as text, as the contract writes it."""
    if isinstance(value, dict):
        return {name: typed(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [typed(each) for each in value]
    if key in NUMBERS and value.isdigit():
        return int(value)
    return {"true": True, "false": False}.get(value, value)


def from_yaml(folder, member):
    for path in sorted((ROOT / folder).glob("*.yaml")):
        document = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        if member in document:
            yield path.name, typed(document[member])


def mutants(value, path=()):
    """(path, value): one small mistake each."""
    if isinstance(value, dict):
        yield path, {**value, "colour": "red"}
        yield path, {**value, "x-note": 1}
        for key in value:
            yield path, {name: each for name, each in value.items() if name != key}
            for below, changed in mutants(value[key], (*path, key)):
                yield below, {**value, key: changed}
    elif isinstance(value, list):
        yield path, {}
        for at, each in enumerate(value[:2]):
            for below, changed in mutants(each, (*path, at)):
                yield below, [*value[:at], changed, *value[at + 1:]]
    else:
        texts = [value + "x", value + "\n", "", " " + value, value.upper()] if isinstance(value, str) else []
        for changed in (None, 7, 1.5, True, "7", "1.005", "2023-02-29", "2023-2-1", [], {}, *texts):
            if changed != value or isinstance(changed, bool) != isinstance(value, bool):
                yield path, changed


def first_error(answer):
    errors = [answer.get("error"), *(bill.get("error") for bill in answer.get("bills", []))]
    return next((error for error in errors if error), None)


def compare_mistakes(checker, program, command, values):
    """The schema and the program say the same of values with a mistake in their form."""
    asked = [(source, path, changed, value["format"]) for source, value in values for path, changed in mutants(value)]
    answers = program.lines(*command, "--jsonl", "--lang", "en", values=[changed for _, _, changed, _ in asked])
    for (source, path, changed, name), answer in zip(asked, answers, strict=True):
        checker.checked += 1
        checker.require(answer, f"the answer to {source}")
        error, valid = first_error(answer), checker.valid(changed, name)
        place = ".".join(map(str, path))
        if error is None and not valid:
            text = json.dumps(changed)[:300]
            checker.fault(f"{source}: {place}: the program accepts what the schema refuses: {text}")
        elif error is not None and valid and error["code"] in OF_FORM:
            checker.fault(f"{source}: {place}: the schema accepts what the program refuses: {error}")
        elif error is not None and valid and error["code"] == "invalid-value" and is_form(error):
            checker.fault(f"{source}: {place}: the schema accepts what the program refuses: {error}")


def is_form(error):
    """Whether a value's own text is wrong; what only other values or the policy make wrong is no form."""
    others = ("no policy for this pool", "two-disease care is for", "must be more than zero")
    return not any(other in error["message"] for other in others)


def check_books(checker, program):
    cases = [path for path in sorted((ROOT / "examples").glob("*.json")) if "encounters" in path.read_text("utf-8")]
    with tempfile.TemporaryDirectory() as folder:
        books = f"{folder}/books.db"
        program.run("init", "--db", books, "--drafts")
        answers = program.run("post", "--db", books, *map(str, cases))
        answers += program.run("post", "--db", books, "--jsonl", str(ROOT / "examples/books.jsonl"))
        answers += program.run("post", "--db", books, "--jsonl", text='{"format":"yidan.request/1","pool":"370600"}\n')
        for number, line in enumerate(answers.splitlines(), 1):
            checker.require(json.loads(line), f"answer {number} of the books")
        for path in cases:
            case = json.loads(path.read_text(encoding="utf-8"))
            year = program.run("year", "--db", books, "--as", "json", case["pool"], case["person"]["id"])
            checker.require(json.loads(year), f"the year of {path.name}")
        checker.require(json.loads(program.run("balance", "--db", books, "--as", "json")), "the balance")
        check_decisions(checker, program, books)
        ungated = f"{folder}/ungated.db"
        program.run("init", "--db", ungated, "--ungated")
        for number, line in enumerate(program.run("post", "--db", ungated, *map(str, cases)).splitlines(), 1):
            checker.require(json.loads(line), f"answer {number} of books without a gate")
        balance = program.run("balance", "--db", ungated, "--as", "json")
        if json.loads(balance).get("ungated") is not True:
            checker.fault("the balance of books without a gate does not say so")
        checker.require(json.loads(balance), "the balance of books without a gate")


# One decision from its registration to its being in force, and one that is refused.
ACTS = (
    {"do": "decide", "decision": {"id": "linyi-1", "kind": "adjustment", "issuers": ["bureau", "finance"],
                                  "issued": "2022-11-20", "parameters": ["resident-inpatient.ratio"],
                                  "from": "2023-01-01"}},
    {"do": "activate", "decision": "linyi-1", "activation": {"on": "2023-01-01"}},
    {"do": "file", "decision": "linyi-1", "filing": {"number": "N1", "filed": "2022-12-10", "answered": "2022-12-20",
                                                 "result": "accepted"}},
    {"do": "approve", "decision": "linyi-1", "approval": {"number": "A1", "by": "province", "asked": "2022-12-20",
                                                      "approved": "2022-12-21"}},
    {"do": "activate", "decision": "linyi-1", "activation": {"on": "2023-01-01"}},
    {"do": "withdraw", "decision": "linyi-1", "withdrawal": {"on": "2023-01-02"}},
)


def check_decisions(checker, program, books):
    lines = []
    for number, act in enumerate(ACTS, 1):
        request = {"format": "yidan.request/1", "pool": "371300", "key": f"act{number}", **act}
        checker.require(request, f"the act {act['do']}")
        lines.append(json.dumps(request))
    answers = program.run("post", "--db", books, "--jsonl", "--as", "json", text="\n".join(lines) + "\n").splitlines()
    formats = [json.loads(line)["format"] for line in answers]
    expected = ("decision", "refused", "decision", "decision", "decision", "refused")
    if formats != [f"yidan.{name}/1" for name in expected]:
        checker.fault(f"acts on a decision are answered by {formats}")
    for number, line in enumerate(answers, 1):
        checker.require(json.loads(line), f"answer {number} to an act on a decision")
    for words in (("sheet", "371300", "linyi-1", "--on", "2022-12-15"), ("decisions", "--on", "2023-01-01")):
        answer = program.run("policy", words[0], "--db", books, *words[1:], "--as", "json")
        checker.require(json.loads(answer), f"policy {words[0]}")


def check_audits(checker, program):
    for day in ("2019-12-31", "2022-02-28", "2023-12-31", "2024-01-01"):
        audits = program.run("policy", "audit", "--all", "--on", day, "--as", "json")
        for number, audit in enumerate(json.loads(audits), 1):
            checker.require(audit, f"audit {number} on {day}")


def check_proofs(checker, program):
    for words in (("--property", "monotone"), ("--than", "2023-02-28", "--property", "not-worse")):
        proof = program.run("prove", "371100", "--on", "2023-03-01", "--as", "json", *words)
        checker.require(json.loads(proof), " ".join(words))


def check_batches(checker, program):
    with tempfile.TemporaryDirectory() as folder:
        for words, source in ((("credit", "--pool", "370600", "--month", "2023-03"), "persons-yantai.csv"),
                              (("dues", "--pool", "371700", "--year", "2022"), "residents-heze.csv")):
            summary = f"{folder}/summary.json"
            rows = f"{folder}/{words[0]}.csv"
            program.run(*words, "--out", rows, "--summary", summary, str(ROOT / "examples" / source))
            checker.require(json.loads(pathlib.Path(summary).read_text(encoding="utf-8")), source)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    program = Program(parser.parse_args().program)
    checker = Checker(program)

    examples = [(path.name, json.loads(path.read_text(encoding="utf-8")))
                for path in sorted((ROOT / "examples").glob("*.json"))]
    requests = [(f"books.jsonl:{number}", json.loads(line)) for number, line in
                enumerate((ROOT / "examples/books.jsonl").read_text(encoding="utf-8").splitlines(), 1)]
    cases = [*from_yaml("tests/cases/good", "case")]
    applications = [*from_yaml("tests/cases/assist", "case")]
    records = [*from_yaml("tests/cases/standing", "record")]
    for source, value in [*examples, *requests, *cases, *applications, *records]:
        checker.require(value, source)

    asked = [*cases, *((name, case) for name, case in examples if case["format"] == "yidan.case/1")]
    derived = [*records, *((name, record) for name, record in examples if record["format"] == "yidan.record/1")]
    for command, values in (("settle", asked), ("standing", derived), ("assist", applications)):
        answers = program.lines(command, "--jsonl", values=[value for _, value in values])
        for (source, _), answer in zip(values, answers, strict=True):
            checker.require(answer, f"{command} of {source}")
    for folder in ("cases", "records"):
        for path in sorted((ROOT / "tests/cases/bad" / folder).glob("*.expected.json")):
            checker.require(json.loads(path.read_text(encoding="utf-8")), path.name)
    checker.require(json.loads(program.run("policy", "show", "370600", "--on", "2023-03-05", "--as", "json")), "policy")
    checker.require(json.loads(program.run("policy", "documents", "--as", "json")), "documents")
    check_audits(checker, program)
    check_proofs(checker, program)
    check_books(checker, program)
    check_batches(checker, program)

    compare_mistakes(checker, program, ["settle"], [copy.deepcopy(asked[i]) for i in range(0, len(asked), 24)])
    compare_mistakes(checker, program, ["standing"], [copy.deepcopy(derived[i]) for i in range(0, len(derived), 24)])

    for fault in checker.faults[:40]:
        print(fault)
    print(f"{checker.checked} texts held against the schemas, {len(checker.faults)} faults")
    return 1 if checker.faults else 0


if __name__ == "__main__":
    sys.exit(main())
