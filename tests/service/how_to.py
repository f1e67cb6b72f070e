#!/usr/bin/env python3
"""Runs the pages of docs/how-to as somebody who copies every command, and compares what they show with what comes.

A block of `sh` is run, all blocks of a page by one shell in an empty folder, with a port that is free in place of 8080.
A block of `json` or `text` after it shows what it prints: its parts between "…" in their order; blanks do not count.

    how_to.py --program build/dev/src/cli/yidan
"""

import argparse
import pathlib
import re
import socket
import subprocess
import tempfile

from server import ROOT, environment

PAGES = ROOT / "docs" / "how-to"
MARK = "=== printed so far ==="


def without_blanks(text):
    return re.sub(r"\s+", "", text)


def free_port():
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return str(line.getsockname()[1])


def missing_part(shown, printed):
    """The first part of what is shown that does not come, behind those before it."""
    printed, at = without_blanks(printed), 0
    for part in shown.split("…"):
        found = printed.find(without_blanks(part), at)
        if found < 0:
            return part.strip()
        at = found + len(without_blanks(part))
    return None


def run(program, commands):
    """What each of the commands printed."""
    script = "set -e -o pipefail\n" + f"\necho '{MARK}'\n".join(commands)
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "bin").mkdir()
        (pathlib.Path(folder) / "bin" / "yidan").symlink_to(program)
        surroundings = environment()
        surroundings["PATH"] = f"{folder}/bin:{surroundings['PATH']}"
        script = "trap 'kill $(jobs -p) 2> /dev/null || true' EXIT\n" + script.replace("8080", free_port())
        done = subprocess.run(["bash", "-c", script], cwd=folder, env=surroundings, capture_output=True, text=True,
                              timeout=120, check=False)
    return done.stdout.split(MARK), done.returncode, done.stderr


def check(page, program):
    """The faults of a page, and how much of it was tried."""
    blocks = re.findall(r"^```(\w+)\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    commands = [text for kind, text in blocks if kind == "sh"]
    printed, status, told = run(program, commands)
    if status != 0 or len(printed) != len(commands):
        last = commands[min(len(printed), len(commands)) - 1]
        return [f"{page.name} exits with {status} in:\n{last}{printed[-1]}{told}"], 0, 0
    faults, shown, at = [], 0, -1
    for kind, text in blocks:
        if kind == "sh":
            at += 1
            continue
        shown += 1
        part = missing_part(text, printed[at])
        if part is not None:
            faults.append(f"{page.name} shows what does not come: {part}\nbut this does:\n{printed[at]}")
    return faults, len(commands), shown


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    program = pathlib.Path(parser.parse_args().program).resolve()
    faults, ran, shown = [], 0, 0
    for page in sorted(PAGES.glob("*.md")):
        found, commands, outputs = check(page, program)
        faults, ran, shown = faults + found, ran + commands, shown + outputs
    if faults or ran < 10 or shown < 8:
        raise SystemExit("\n".join(faults) or f"{ran} blocks of commands and {shown} outputs were found, too few")
    print(f"{ran} blocks of commands run and show what the pages say")


if __name__ == "__main__":
    main()
