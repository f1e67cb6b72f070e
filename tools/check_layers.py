#!/usr/bin/env python3
"""Checks that every include between modules is declared, and that no modules use each other in a circle.

A module is a folder of src whose CMakeLists.txt says `module(name USES other ... LIBS ...)`. The linker cannot see an
include of a header-only part, so this reads each `#include "module/..."` and compares. What tests share, src/testing,
is for tests alone: it may stand in no USES, and only a `*_test.cpp` or a `test_support.h` includes it. Prints
`file:line: what, what instead`; exits 1 if it printed anything. `--self-test` proves that it goes red.
"""

import pathlib
import re
import sys
import tempfile

MODULE = re.compile(r"^\s*module\(([^)]*)\)", re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"')
KEYWORDS = ("PROGRAM", "PARTS", "USES", "LIBS")
FOR_TESTS = "testing"  # the module that no product links


def declared_modules(src):
    """What each module's line says that it uses: {module: [used, ...]}."""
    modules = {}
    for lists in sorted(src.glob("*/CMakeLists.txt")):
        for words in MODULE.findall(lists.read_text(encoding="utf-8")):
            name, *rest = words.split()
            part, modules[name] = None, []
            for word in rest:
                if word in KEYWORDS:
                    part = word
                elif part == "USES":
                    modules[name].append(word)
    return modules


def is_of_tests(path):
    return path.name.endswith("_test.cpp") or path.name == "test_support.h"


def include_problems(src, modules):
    for path in sorted([*src.rglob("*.h"), *src.rglob("*.cpp")]):
        owner = path.relative_to(src).parts[0]
        if owner not in modules:
            continue  # tools/tidy.py names the file that no module builds
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            include = INCLUDE.match(line)
            if not include:
                continue
            target, slash, _ = include.group(1).partition("/")
            where = f"{path.relative_to(src.parent)}:{number}"
            if not slash:
                yield f'{where}: include of "{target}" without its module, write "{owner}/{target}"'
            elif target not in modules:
                yield f"{where}: include from {target}, which is no module, give it a src/{target}/CMakeLists.txt"
            elif target == FOR_TESTS and owner != FOR_TESTS:
                if not is_of_tests(path):
                    yield f"{where}: {owner} includes {target}, which is for tests, move what the product needs out"
            elif target != owner and target not in modules[owner]:
                yield (f"{where}: {owner} includes {target}, which src/{owner}/CMakeLists.txt does not name in USES, "
                       f"declare it if {target} lies below {owner}, else pass a value of a lower module")


def unknown_problems(modules):
    for name, used in modules.items():
        for other in used:
            if other == FOR_TESTS:
                yield f"src/{name}/CMakeLists.txt:1: USES {other}, which every test has and no product, remove it"
            elif other not in modules:
                yield f"src/{name}/CMakeLists.txt:1: USES {other}, which is no module, remove it or write the module"


def cycle_problems(modules):
    done = set()

    def walk(name, trail):
        if name in trail:
            circle = " -> ".join([*trail[trail.index(name):], name])
            yield f"src/{name}/CMakeLists.txt:1: circle {circle}, move what both need into a module below them"
        elif name not in done:
            for other in modules.get(name, []):
                yield from walk(other, [*trail, name])
            done.add(name)

    for name in modules:
        yield from walk(name, [])


def problems(root):
    src = root / "src"
    modules = declared_modules(src)
    return [*include_problems(src, modules), *unknown_problems(modules), *cycle_problems(modules)]


def self_test():
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)

        def write(path, text):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")

        write("src/base/CMakeLists.txt", "module(base LIBS yaml-cpp)\n")
        write("src/money/CMakeLists.txt", "module(money USES base)\n")
        write("src/money/money.h", '#include "base/result.h"\n#include "money/rate.h"\n#include <string>\n')
        assert problems(root) == [], problems(root)

        write("src/testing/CMakeLists.txt", "module(testing USES money base)\n")
        write("src/testing/values.h", '#include "money/money.h"\n')
        write("src/money/money_test.cpp", '#include "testing/values.h"\n')
        write("src/money/test_support.h", '#include "testing/values.h"\n')
        assert problems(root) == [], problems(root)

        write("src/money/rate.h", '#include "testing/values.h"\n')
        write("src/calendar/CMakeLists.txt", "module(calendar USES testing)\n")
        write("src/base/result.h", '\n#include "money/money.h"\n#include "utils/x.h"\n#include "result.h"\n')
        write("src/terms/CMakeLists.txt", "module(terms\n  USES facts gone)\n")
        write("src/facts/CMakeLists.txt", "module(facts PROGRAM p USES terms)\n")
        found = "\n".join(problems(root))
        for expected in ("src/base/result.h:2: base includes money", "src/base/result.h:3: include from utils",
                         'src/base/result.h:4: include of "result.h"', "money/rate.h:1: money includes testing",
                         "USES testing", "circle facts -> terms -> facts", "USES gone"):
            assert expected in found, f"not found: {expected}\nin:\n{found}"
    print("check_layers: self-test passed")


def main():
    if sys.argv[1:] == ["--self-test"]:
        self_test()
        return 0
    found = problems(pathlib.Path(__file__).resolve().parent.parent)
    print("\n".join(found) if found else "check_layers: every include is declared")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
