#!/usr/bin/env python3
"""What a newcomer does first: `./run` alone, which fits a screen, and `./run install`, after which `yidan` works
everywhere, with packs of its own."""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
MOST_LINES, MOST_COLUMNS = 40, 80


def clean(locale):
    environment = {name: value for name, value in os.environ.items()
                   if not name.startswith(("YIDAN_", "LC_", "LANG"))}
    return {**environment, "LANG": locale}


def columns(line):
    """As a terminal counts: a Chinese character takes two."""
    return sum(2 if "\u2e80" <= c <= "\uffdc" else 1 for c in line)


def tour(program, locale, packs):
    environment = {**clean(locale), "YIDAN_PACKS": packs}
    done = subprocess.run([ROOT / "tools/tour.sh", program], env=environment, capture_output=True, text=True)
    lines = done.stdout.split("\n")[:-1]
    faults = [] if done.returncode == 0 and not done.stderr else [f"the tour failed: {done.stderr}"]
    if len(lines) > MOST_LINES:
        faults.append(f"the tour has {len(lines)} lines")
    faults += [f"longer than a line: {line}" for line in lines if columns(line) > MOST_COLUMNS]
    return done.stdout, faults


def check_tour(program):
    packs = str(ROOT / "packs")
    zh, faults = tour(program, "C.UTF-8", packs)
    en, more = tour(program, "en_US.UTF-8", packs)
    faults += more
    for text, parts in ((zh, ("1. ", "383.50", "当日：", "一致：", "图例：", "接着试：", "./run --help")),
                        (en, ("1. ", "383.50", "that day: ", "all is as it should be", "Legend:", "What to try"))):
        faults += [f"the tour does not say '{part}'" for part in parts if part not in text]
    return faults


def check_install(program):
    with tempfile.TemporaryDirectory() as folder:
        prefix = pathlib.Path(folder) / "a prefix"
        stale = prefix / "share/yidan/packs/999999-nowhere"
        stale.mkdir(parents=True)
        (stale / "pack.yaml").write_text("gone", encoding="utf-8")
        for _ in range(2):  # over an earlier version, too
            subprocess.run([ROOT / "tools/install.sh", program, prefix], env=clean("C.UTF-8"), check=True,
                           capture_output=True)
        done = subprocess.run([prefix / "bin/yidan", "policy", "check"], env=clean("en_US.UTF-8"), cwd=folder,
                              capture_output=True, text=True)
        if done.returncode != 0 or "the packs are sound" not in done.stdout:
            return [f"an installed program does not find its packs: {done.stdout}{done.stderr}"]
        left = sorted(path.name for path in (prefix / "share/yidan").iterdir())
        is_built = (ROOT / "console/dist/index.html").exists()
        expected = ["console", "packs"] if is_built else ["packs"]
        if is_built and not (prefix / "share/yidan/console/dist/index.html").exists():
            return ["the console is not where the program looks for it"]
        return [] if left == expected and not stale.exists() else [f"left behind: {left}"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    program = pathlib.Path(parser.parse_args().program).resolve()
    faults = check_tour(program) + check_install(program)
    print("\n".join(faults) or "a newcomer gets on")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
