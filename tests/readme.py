#!/usr/bin/env python3
"""Runs every command of README.md and README.zh-CN.md and compares what they show with what the program prints.

A command is a line or a code span that begins with `./run` or `yidan`; one with a placeholder is run with a value in
its place, or passed over where the text only names it. What a README shows is a block of code that is no command:
each of its lines, cut at "…", is found in what the commands of its section printed, or in a file that the section
names; blanks do not count. Where a section says to write one figure in place of another, that is done in a copy of
the packs.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
KEY = "370600/370600195003010028/settle/H1/E1"
PLACEHOLDERS = {"KEY": KEY, "键": KEY, "FILE": "books.backup", "文件": "books.backup", "TIME": "2030-01-01",
                "DRAFT": "draft", "草案目录": "draft",
                "POOL": "371700", "统筹区": "371700", "PERSON": "37170220220310002X", "人员编号": "37170220220310002X"}
# In the books of a README drafts move no money: one request of this file is refused, as its text says.
REFUSES = "post --jsonl examples/books.jsonl"


def without_blanks(text):
    return re.sub(r"\s+", "", text)


class Sandbox:
    """A folder that looks like the repository, with books of its own."""

    def __init__(self, program, folder, language):
        self.program, self.folder, self.language = program, pathlib.Path(folder), language
        shutil.copytree(ROOT / "packs", self.folder / "packs")
        (self.folder / "examples").symlink_to(ROOT / "examples")
        changed = "371700-heze/resident-outpatient/cap.yaml"
        (self.folder / "draft" / changed).parent.mkdir(parents=True)
        shutil.copy(ROOT / "packs" / changed, self.folder / "draft" / changed)
        cases = [json.dumps(json.loads((ROOT / "examples" / f"{city}.json").read_text(encoding="utf-8")))
                 for city in ("heze", "yantai")]
        (self.folder / "cases.jsonl").write_text("\n".join(cases) + "\n", encoding="utf-8")
        key = ["openssl", "genpkey", "-algorithm", "SM2"]
        public = ["openssl", "pkey", "-pubout", "-out", str(self.folder / "H1.pem")]
        subprocess.run(public, input=subprocess.run(key, check=True, capture_output=True).stdout, check=True)
        self.books = "books.db"

    def begin_books(self):
        """New books, with bills in them, and with somebody who has a record."""
        (self.folder / self.books).unlink(missing_ok=True)
        for arguments in ("init", "post examples/yantai.json examples/case-with-record.json"):
            self.run(arguments)

    def run(self, arguments):
        """What the command printed, and its exit status."""
        environment = {name: value for name, value in os.environ.items()
                       if not name.startswith(("YIDAN_", "LC_", "LANG"))}
        environment.update(LC_ALL="C.UTF-8", YIDAN_PACKS=str(self.folder / "packs"), YIDAN_DB=self.books)
        spoken = "" if "--lang" in arguments else f"--lang {self.language} "
        done = subprocess.run(f"'{self.program}' {spoken}{arguments}", shell=True, cwd=self.folder, env=environment,
                              capture_output=True, text=True)
        return done.stdout + done.stderr, done.returncode


def command_of(line):
    """The arguments of a command; None of a line that is none."""
    found = re.fullmatch(r"(?:\./run|yidan)(?: (.*))?", line.strip())
    return None if found is None else (found.group(1) or "")


def filled(arguments):
    """With values in place of placeholders; None where the text only names a command."""
    words = [PLACEHOLDERS.get(word, word) for word in arguments.split(" ")]
    named_alone = {"ARGUMENT...", "参数…", "…", "[PREFIX]", "install", "tour", ""}
    return None if named_alone & set(words) else " ".join(words)


def is_named_alone(span):
    """`yidan assist` in a sentence: the name of a command."""
    return re.fullmatch(r"[a-z]+( [a-z]+)?", span) is not None


class Readme:
    def __init__(self, path, sandbox):
        self.name, self.text, self.sandbox = path.name, path.read_text(encoding="utf-8"), sandbox
        self.faults, self.commands, self.lines = [], 0, 0

    def check(self):
        for section in re.split(r"\n(?=## )", self.text):
            self.check_section(section)
        return self.faults

    def check_section(self, section):
        printed = self.contents_of_files(section)
        self.edit(section)
        self.sandbox.begin_books()
        in_table = False
        for block in re.split(r"\n\n+", section):
            lines = block.split("\n")
            in_table = any(line.startswith("| ") for line in lines)
            if lines[0].startswith("    "):
                printed += self.check_code(lines, printed)
            else:
                printed += self.run_spans(block, in_table)

    @staticmethod
    def contents_of_files(section):
        named = re.findall(r"`(packs/[^`]*\.yaml)`", section)
        return "".join((ROOT / name).read_text(encoding="utf-8") for name in named)

    def edit(self, section):
        """"Write A in place of B in this file", of a section about a file of the packs."""
        named = re.search(r"`(packs/[^`]*\.yaml)`", section)
        figures = re.search(r'(?:Write|把) `("[0-9.]+")` (?:in place of|改成) `("[0-9.]+")`', section)
        if not named or not figures:
            return
        new, old = figures.groups() if self.name == "README.md" else figures.groups()[::-1]
        path = self.sandbox.folder / named.group(1)
        text = path.read_text(encoding="utf-8")
        if old not in text:
            self.faults.append(f"{self.name}: {named.group(1)} has no {old}")
        path.write_text(text.replace(old, new), encoding="utf-8")

    def run(self, arguments):
        filled_in = filled(arguments)
        if filled_in is None:
            return ""
        if filled_in.startswith("init"):
            (self.sandbox.folder / self.sandbox.books).unlink(missing_ok=True)
        self.sandbox.books = "new.db" if filled_in.startswith("restore") else "books.db"
        printed, status = self.sandbox.run(filled_in)
        self.sandbox.books = "books.db"
        if filled_in.startswith("init"):
            self.sandbox.run("post examples/case-with-record.json")
        self.commands += 1
        if status != 0 and not (status == 1 and filled_in == REFUSES):
            self.faults.append(f"{self.name}: `yidan {filled_in}` exits with {status}:\n{printed}")
        return printed

    def run_spans(self, block, in_table):
        printed = ""
        if not in_table:
            for span in re.findall(r"`((?:\./run|yidan)[^`]*)`", block.replace("\n", " ")):
                command = command_of(span) or ""
                printed += "" if is_named_alone(command) else self.run(command)
            return printed
        for row in block.split("\n"):
            for span in re.findall(r"`((?:\./run|yidan)[^`]*)`", row.split(" | ")[0]):
                printed += self.run(command_of(span) or "")
        return printed

    def check_code(self, lines, printed):
        if all(line.strip().startswith("./test") for line in lines):
            return ""  # what runs this
        commands = [command_of(line) for line in lines]
        if all(command is not None or line.strip().startswith("export ")
               for command, line in zip(commands, lines) if line.strip()):
            return "".join(self.run(command) for command in commands if command is not None)
        shown = without_blanks(printed)
        for line in lines:
            for part in line.split("…"):
                part = without_blanks(part).strip("{}[],")
                self.lines += 1
                if part and part not in shown:
                    self.faults.append(f"{self.name} shows what no command of its section prints: {line.strip()}")
        return ""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    program = pathlib.Path(parser.parse_args().program).resolve()
    faults = []
    for name, language in (("README.md", "en"), ("README.zh-CN.md", "zh")):
        with tempfile.TemporaryDirectory() as folder:
            readme = Readme(ROOT / name, Sandbox(program, folder, language))
            faults += readme.check()
            if readme.commands < 30 or readme.lines < 20:
                faults.append(f"{name}: {readme.commands} commands and {readme.lines} shown lines were found, too few")
    print("\n".join(faults) or "the READMEs show what the program prints")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
