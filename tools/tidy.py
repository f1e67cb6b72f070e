#!/usr/bin/env python3
"""Reads the sources for what a compiler does not see, and names the better way.

Lines, functions and files that grow too long; banned words; headers that do not say what they are; names that two files
of a module have; clause ids that no document has; paths of a machine; white space. Prints `file:line: what, what
instead`, all of them in one run; exits 1 if it printed anything. `--self-test` proves that each rule goes red.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

LINE_LIMIT, FUNCTION_LIMIT, FILE_LIMIT = 120, 70, 400
CODE = (".h", ".cpp")
SOURCE = (*CODE, ".py", ".cmake", ".sh", ".ts", ".vue")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:root|home|work)/")
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E)\b")
NOISE = re.compile(r'R"([^(\s]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<!\w)\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*.*?\*/',
                   re.DOTALL)
DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.MULTILINE)
NOT_A_FUNCTION = re.compile(r"^\s*(?:inline\s+)?(?:namespace|class|struct|enum|union|extern)\b|[=(,\[]\s*$")


def in_engine(path):
    return path.startswith("src/") and not path.startswith("src/cli/")


# A banned word, where it is banned, and what to write instead.
BANNED = [
    (re.compile(r"\b(?:float|double)\b"), lambda path: path.startswith("src/"),
     "binary fractions lose fen, use Money or Rate (or mark the line `// tidy: not money`)"),
    (re.compile(r"\bs?rand\s*\("), lambda path: True,
     "hidden state makes a run unrepeatable, use a std::mt19937_64 with a printed seed"),
    (re.compile(r"\bsystem_clock\b|\bnow\s*\("),
     lambda path: not path.startswith(("src/cli/", "src/http/", "src/store/postgres/", "bench/")),
     "the engine has no clock, take the date as an argument"),
    (re.compile(r"\busing\s+namespace\b"), lambda path: path.endswith(".h"),
     "it reaches every includer, name what you use"),
    (re.compile(r"\bstd::cout\b"), in_engine,
     "only the command line prints, return the text or write to a given stream"),
]


def blank(match):
    """Strings and comments become spaces, line breaks stay, so that positions still hold."""
    return re.sub(r"[^\n]", " ", match.group())


def stripped(text):
    return DIRECTIVE.sub(blank, NOISE.sub(blank, text))


def long_functions(code):
    """Yields (line, length). A function is an outermost brace after a parameter list or a constructor's `m{1}`."""
    depth, opened_at, head, before = 0, None, 0, ""
    for brace in re.finditer(r"[;{}]", code):
        if brace.group() == "{":
            depth += 1
            text = code[head:brace.start()]
            follows = bool(re.search("[()]", text)) or (before == "}" and not text.strip())
            if opened_at is None and follows and not NOT_A_FUNCTION.search(text):
                start = head + len(text) - len(text.lstrip())
                opened_at = depth
        elif brace.group() == "}":
            if opened_at == depth:
                length = code.count("\n", start, brace.start()) + 1
                if length > FUNCTION_LIMIT:
                    yield code.count("\n", 0, start) + 1, length
                opened_at = None
            depth -= 1
        head, before = brace.end(), brace.group()


def says_what_it_is(text):
    comment = re.match(r"\s*(?://[^\n]*\n?\s*|/\*.*?\*/\s*)+", text, re.DOTALL)
    return bool(comment) and len(re.findall(r"\w+", comment.group())) >= 4


def code_problems(path, text, lines):
    code = stripped(text)
    for number, line in enumerate(code.split("\n"), 1):
        marked = number <= len(lines) and "// tidy: not money" in lines[number - 1]
        for word, applies, better in BANNED:
            found = word.search(line)
            if found and applies(path) and not (marked and "not money" in better):
                yield number, f"`{found.group().strip()}`, {better}"
    for number, length in long_functions(code):
        yield number, f"a function of {length} lines, {FUNCTION_LIMIT} is the limit: give its steps functions and names"
    if path.startswith("src/") and len(lines) > FILE_LIMIT:
        yield FILE_LIMIT + 1, f"a file of {len(lines)} lines, {FILE_LIMIT} is the limit: look for the second idea in it"
    if path.endswith(".h") and not says_what_it_is(text):
        yield 1, "the header does not say what it is, begin with a comment that does"


# What a line declares that begins a thing in an anonymous namespace: a type, a constant, a function.
TYPE = re.compile(r"(?:class|struct|union|enum(?: class)?) (\w+)[^;]*$|using (\w+) =")
CONSTANT = re.compile(r"(?:constexpr|const)\b.*?\b(k[A-Z]\w*|[a-z_]+_key)\b *[{=;\[(]")
FUNCTION = re.compile(r"[^=;]*?\b([a-z]\w*)(\([^;]*\))")


def unnamed(text):
    """Yields (line, name) of what stands in anonymous namespaces; of a function the name with its parameters."""
    code, inside = stripped(text).split("\n"), False
    for number, line in enumerate(text.split("\n"), 1):
        if line == "namespace {" or line == "}  // namespace":
            inside = line == "namespace {"
        elif inside and re.match(r"(?!template)\w", line):
            head = "\n".join(code[number - 1:number + 4]).split("{")[0]
            found = TYPE.match(code[number - 1]) or CONSTANT.match(code[number - 1]) or FUNCTION.match(head)
            if found:
                yield number, " ".join("".join(group or "" for group in found.groups()).split())


class Unnamed:
    """The names of anonymous namespaces by module: several files of one are compiled in one piece (decision 0082)."""

    def __init__(self):
        self.first = {}

    def problems(self, path, text):
        if not path.startswith(("src/", "tests/")) or not path.endswith(".cpp"):
            return
        is_test = path.endswith("_test.cpp")
        module = path.split("/")[1] if path.startswith("src/") else "tests" if is_test else path
        within = re.search(r"^namespace ([\w:]+) \{$", text, re.MULTILINE)
        for number, name in unnamed(text):
            place = self.first.setdefault((module, is_test, within and within.group(1), name), f"{path}:{number}")
            if not place.startswith(path + ":"):
                yield number, f"`{name}` stands in {place} as well, share it or give each the name of what it is"


class Clauses:
    """The register: its clauses, and what looks like a clause of one of its documents."""

    def __init__(self, register):
        rows = register.read_text(encoding="utf-8").splitlines()[1:] if register.exists() else []
        self.ids = {row.split("\t")[0] for row in rows}
        documents = "|".join(sorted({row.split("\t")[1] for row in rows})) or "(?!)"
        self.cited = re.compile(rf"\b(?:{documents})-(?:[TR]-?)?[0-9]+(?:\.[0-9]+)*(?:-[A-Za-z0-9]+)*")


def text_problems(path, text, lines, clauses):
    bad_example = path.startswith("tests/cases/bad/")
    cites = path.startswith(("src/", "packs/", "tests/")) and not bad_example and path != "packs/clauses/clauses.tsv"
    for number, line in enumerate(lines, 1):
        if path.endswith(SOURCE) and len(line) > LINE_LIMIT:
            yield number, f"a line of {len(line)} characters, {LINE_LIMIT} is the limit: break it"
        if path.endswith(SOURCE) and UNFINISHED.search(line):
            yield number, f"`{UNFINISHED.search(line).group()}`, do it now or write down what is missing and why"
        if MACHINE_PATH.search(line):
            yield number, "a path of one machine, write it relative to the repository"
        if not bad_example and line != line.rstrip(" \r" if path.endswith(".tsv") else None):
            yield number, "trailing white space, remove it"
        for clause in clauses.cited.findall(line) if cites else []:
            if clause not in clauses.ids:
                yield number, f"clause {clause} does not exist, choose one of packs/clauses/clauses.tsv"
    if text and not text.endswith("\n") and not bad_example:
        yield len(lines), "no line break at the end of the file, add one"


def files_of(root):
    """What belongs to the repository: what git knows or would add; without git, whatever lies outside build."""
    command = ["git", "-c", f"safe.directory={root}", "-C", str(root), "ls-files", "-coz", "--exclude-standard"]
    try:
        listed = subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\0")
    except (OSError, subprocess.CalledProcessError):
        listed = [str(path.relative_to(root)) for path in root.rglob("*")]
    skipped = ("build/", "node_modules/", ".git/", ".cache/", "fuzz/corpus/")
    return sorted({path for path in listed if path and not path.startswith(skipped) and (root / path).is_file()})


def problems(root):
    clauses, names = Clauses(root / "packs/clauses/clauses.tsv"), Unnamed()
    for path in files_of(root):
        content = (root / path).read_bytes()
        if b"\0" in content:
            continue
        text = content.decode("utf-8", errors="replace")
        lines = text.split("\n")[: -1 if text.endswith("\n") else None]
        found = [*text_problems(path, text, lines, clauses)]
        if path.endswith(CODE):
            found += [*code_problems(path, text, lines), *names.problems(path, text)]
            if path.startswith("src/") and not (root / "/".join(path.split("/")[:2]) / "CMakeLists.txt").exists():
                found.append((1, "no module builds this file, move it into one or give its folder a module(...) line"))
        yield from (f"{path}:{number}: {what}" for number, what in sorted(found))


def self_test():
    long_body = "  int x;\n" * 75
    unnamed_of = lambda declared: "namespace y {\nnamespace {\n\n" + declared + "\n}  // namespace\n}  // namespace y\n"
    bad = {
        "src/a/a.h": ("#pragma once\nusing namespace std;\n", ["1: the header", "2: `using namespace"]),
        "src/a/a.cpp": ("double x;\nint y = rand();\nauto z = clock::now();\nvoid p() { std::cout << 1; }\n",
                        ["1: `double`", "2: `rand(`", "3: `now(`", "4: `std::cout`"]),
        "src/a/long.cpp": ("namespace a {\nstruct S {\n  S() : m{1} {\n" + long_body + "  }\n};\n"
                           + "int f(R r = {}) {\n" + long_body + "}\n}\n" + "\n" * 400,
                           ["3: a function of 77 lines", "81: a function of 77 lines", "401: a file of"]),
        "src/a/twice.cpp": (unnamed_of("class Page {\n};\nconstexpr int kWide = 8;\nint f(int x) {\n}\n"),
                            ["4: `Page` stands in src/a/once.cpp:5", "6: `kWide`", "7: `f(int x)`"]),
        "src/lost/b.cpp": ("int b;\n", ["1: no module builds"]),
        "src/a/text.cpp": (
            f"// YT-9.9-z\n// {'x' * 120}\n//  \n// TO" "DO later\n// see /" "root/x\nint c;",
            ["1: clause YT-9.9-z", "2: a line of", "3: trailing", "4: `TO" "DO`", "5: a path", "6: no line"]),
    }
    good = {
        "packs/clauses/clauses.tsv": "id\tdocument\nYT-2.1-a\tYT\nJN-R-4.3\tJN\n",
        "src/a/CMakeLists.txt": "module(a)\n",
        "src/a/good.h": "// Good words say what this header is for.\n#pragma once\n" + "void declared();\n" * 80,
        "src/a/good.cpp": "// a float, YT-2.1-a, JN-R-4.3.\ndouble t;  // tidy: not money\n#define X {\n"
                          "auto s = \"{ double rand( \";\nauto c = '{';\nauto n = 1'000;\n"
                          "const Row rows[] = {\n" + "  {f(1)},\n" * 90 + "};\nvoid f() {\n  if (g()) {\n  }\n}\n",
        "src/a/once.cpp": unnamed_of("class Page;\nclass Page {\n};\nconstexpr std::array<int, kWide> kHigh{8};\n"
                                     "constexpr int kWide = 8;\nint f(int x) {\n}\nint f(char x) {\n}\n"),
        "src/cli/CMakeLists.txt": "module(cli)\n", "src/cli/main.cpp": "int main() { std::cout << now(); }\n",
        "tests/cases/bad/x.yaml": "clause: YT-0.0-q  ",
    }
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for path, text in [*good.items(), *((path, text) for path, (text, _) in bad.items())]:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        found = [*problems(root)]
    expected = [f"{path}:{what}" for path, (_, whats) in bad.items() for what in whats]
    for what in expected:
        assert any(line.startswith(what) for line in found), f"not found: {what}\nin:\n" + "\n".join(found)
    assert len(found) == len(expected), "more than expected:\n" + "\n".join(found)
    print("tidy: self-test passed")


def main():
    sys.stdout.reconfigure(encoding="utf-8")
    if sys.argv[1:] == ["--self-test"]:
        self_test()
        return 0
    found = [*problems(pathlib.Path(__file__).resolve().parent.parent)]
    print("\n".join(found) if found else "tidy: nothing to mend")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
