#!/usr/bin/env python3
"""Writes what is made from the tables of the contract: the reference in docs/contract.md, the fuzzers' dictionaries.

    contract_page.py PROGRAM           writes them
    contract_page.py PROGRAM --check   says what would change, and exits 1 if anything would
"""

import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs/contract.md"
BEGIN, END = "<!-- made by tools/contract_page.py: begin -->\n", "<!-- made by tools/contract_page.py: end -->\n"
DICTIONARIES = {"case": "case", "record": "record", "books": "request"}  # by fuzz target


def schema(program, *words):
    return subprocess.run([program, "schema", *words], capture_output=True, text=True, check=True).stdout


def made(program):
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    yield PAGE, before + BEGIN + "\n" + schema(program, "--as", "markdown") + END + after
    for target, name in DICTIONARIES.items():
        yield ROOT / f"fuzz/dictionaries/{target}.dict", schema(program, "--as", "dictionary", name)


def main(program, *words):
    json.loads(schema(program))  # all of them are JSON
    stale = [(path, text) for path, text in made(program)
             if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path, text in stale:
        name = path.relative_to(ROOT)
        if "--check" in words:
            print(f"{name} is not what the tables say: run tools/contract_page.py {program}")
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"{name} written")
    return 1 if stale and "--check" in words else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
