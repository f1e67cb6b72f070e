#!/usr/bin/env python3
"""Proves that a new city is a folder of packs and nothing else: copies the packs, adds a city that does not exist, and
runs the program, the tests and both calculators on them.

`new_city.py --build DIR` names the folder of the build. Prints what failed; exits 1 if something did.
"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
REGION, NAME = "379900", "{zh: 乌有市, en: Nowhere}"
# What of the suite reads packs or settles by them; the rest is about stores and command lines.
SUITE = "PolicyCheck*:Clauses*:Glossary*:PeopleClauses*:Settlement*:Standing*:Good/*:Standing/*:Assist/*:" \
        "Books/*ComeToWhatWasReckoned*:BooksPacks*"


def follow(text):
    """The rows of a city's own documents as those of a city that has none: it follows them, by analogy."""
    rows = re.split(r"(?m)^(?=  - \{)", text)
    own = re.compile(r"\b(?:YT|HZ|LY|RZ|JN)-")
    return "".join(re.sub(r"basis: \w+", "basis: analogy", row) if own.search(row) else row for row in rows)


def add_city(packs, like):
    """A city of Shandong that follows the documents of another."""
    city = packs / f"{REGION}-nowhere"
    shutil.copytree(packs / like, city)
    pack = (city / "pack.yaml").read_text(encoding="utf-8")
    pack = re.sub(r'region: "\d+"', f'region: "{REGION}"', pack)
    pack = re.sub(r"name: \{.*\}", f"name: {NAME}", pack)
    (city / "pack.yaml").write_text(pack, encoding="utf-8")
    for file in city.rglob("*.yaml"):
        file.write_text(follow(file.read_text(encoding="utf-8")), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", default=str(ROOT / "build/dev"))
    parser.add_argument("--like", default="370600-yantai", help="the pack that is copied")
    args = parser.parse_args()
    build = pathlib.Path(args.build).resolve()
    program = build / "src/cli/yidan"
    python = [sys.executable]
    checks = {
        "yidan policy check": [program, "policy", "check"],
        "yidan policy show": [program, "policy", "show", REGION, "--on", "2023-03-05", "--as", "json"],
        "policy_test": [build / "src/policy/policy_test", "--gtest_brief=1"],
        "yidan_suite": [build / "tests/yidan_suite", "--gtest_brief=1", "--gtest_filter=" + SUITE],
        "oracle": python + [ROOT / "tests/oracle/compare.py", "--cases", "300", "--program", program],
        "oracle_people": python + [ROOT / "tests/oracle/people/compare.py", "--records", "300", "--program", program],
    }
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        packs = pathlib.Path(folder) / "packs"
        shutil.copytree(ROOT / "packs", packs)
        add_city(packs, args.like)
        environment = {**os.environ, "YIDAN_PACKS": str(packs), "YIDAN_PROPERTY_CASES": "100"}
        environment = {name: value for name, value in environment.items() if not name.startswith("GTEST_")}
        for name, command in checks.items():
            run = subprocess.run([str(word) for word in command], env=environment, cwd=ROOT, capture_output=True,
                                 check=False)
            if run.returncode != 0:
                failed.append(name)
                print(f"{name}: failed with a city more\n{run.stdout.decode()[-4000:]}{run.stderr.decode()[-2000:]}")
    print(f"new_city: {len(checks) - len(failed)} of {len(checks)} checks pass with a city more")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
