#!/usr/bin/env python3
"""Counts the tests of one run of ctest, and shows what failed: `tools/test_report.py build/dev`.

ctest runs GoogleTest programs whole, so it knows of programs and not of tests: those are counted from the report that
each program leaves. A test that was skipped or disabled has failed, because it proved nothing; so has a program that
left no report, or none of any test. Prints what failed, then as its last line `PASSED FAILED`. `--self-test` proves
that each of these goes red.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

# What a program prints of a test that passed, and of its own beginning and end.
PASSED = re.compile(r"^\[ RUN      \] (\S+)\n(?:(?!\[ RUN      \]).*\n)*?\[       OK \] \1.*\n", re.MULTILINE)
FRAME = re.compile(r"^(?:\[[-=]{10}\]|Running main|Note: (?:Randomizing|This is test shard)).*\n|^\n", re.MULTILINE)


def reports_of(build):
    """The report that each GoogleTest run leaves: {name of the run: file}."""
    listed = subprocess.run(["ctest", "--test-dir", str(build), "--show-only=json-v1"], capture_output=True, check=True)
    reports = {}
    for test in json.loads(listed.stdout)["tests"]:
        for given in test.get("properties", []):
            for variable in given["value"] if given["name"] == "ENVIRONMENT" else []:
                if variable.startswith("GTEST_OUTPUT=xml:"):
                    reports[test["name"]] = pathlib.Path(variable.removeprefix("GTEST_OUTPUT=xml:"))
    return reports


def outcome_of(test):
    """Of one test of a GoogleTest report: None when it passed, else what became of it."""
    if test.get("status") != "run":
        return "disabled"
    if test.get("result") == "skipped" or test.find("skipped") is not None:
        return "skipped"
    return "failed" if test.find("failure") is not None else None


def tests_of(report):
    """(tests that passed, names of the others and what became of them) of one GoogleTest report."""
    passed, bad = 0, []
    for test in xml.parse(report).iter("testcase"):
        outcome = outcome_of(test)
        if outcome:
            bad.append(f"{test.get('classname')}.{test.get('name')} {outcome}")
        else:
            passed += 1
    return passed, bad


def count(run, reports):
    """(passed, [what failed]) of one entry of ctest."""
    name, sound = run.get("name"), run.get("status") == "run"
    said = run.findtext("system-out") or ""
    if name not in reports:
        return (1, []) if sound else (0, [f"{name} {run.get('status')}\n{said}"])
    try:
        passed, bad = tests_of(reports[name])
    except (OSError, xml.ParseError):
        passed, bad = 0, [f"{name} left no report: it ended before its tests did"]
    if not bad and passed == 0:
        bad = [f"{name} ran no test"]
    if not bad and not sound:
        bad = [f"{name} ended with an error although its tests passed"]
    if bad:
        bad[-1] += "\n" + FRAME.sub("", PASSED.sub("", said))
    return passed, bad


def summary(junit, reports):
    passed, failed = 0, []
    ran = set()
    for run in xml.parse(junit).iter("testcase"):
        ran.add(run.get("name"))
        good, bad = count(run, reports)
        passed += good
        failed += bad
    failed += [f"{name} was not run" for name in sorted(set(reports) - ran)]
    if not ran:
        failed.append("no tests were found")
    return passed, failed


GOOD = '<testsuites><testcase name="A" classname="S" status="run" result="completed"/></testsuites>'
OTHERS = {
    "failed": GOOD.replace("/></", '><failure message="m"/></testcase></'),
    "disabled": GOOD.replace("run", "notrun"),
    "skipped": GOOD.replace("completed", "skipped"),
    "ran no test": "<testsuites/>",
    "left no report": GOOD[:20],
}
SAID = "[ RUN      ] S.A\nnoise\n[       OK ] S.A (0 ms)\n[ RUN      ] S.B\ncrash\n"


def self_test():
    with tempfile.TemporaryDirectory() as folder:
        report, junit = pathlib.Path(folder) / "report.xml", pathlib.Path(folder) / "ctest.xml"

        def found(content, status="run", reports=None):
            report.write_text(content, encoding="utf-8")
            junit.write_text(f'<testsuite><testcase name="x" status="{status}"><system-out>{SAID}</system-out>'
                             "</testcase></testsuite>", encoding="utf-8")
            return summary(junit, {"x": report} if reports is None else reports)

        assert found(GOOD) == (1, []), found(GOOD)
        assert found(GOOD, reports={}) == (1, [])
        assert found(GOOD, "fail", {})[1] and found(GOOD, "notrun", {})[1] and found(GOOD, "disabled", {})[1]
        assert found(GOOD, reports={"y": report}) == (1, ["y was not run"])
        for outcome, content in OTHERS.items():
            passed, failed = found(content)
            assert passed == 0 and len(failed) == 1 and outcome in failed[0], (outcome, failed)
        passed, (failed,) = found(GOOD, "fail")
        assert "ended with an error" in failed and "crash" in failed and "noise" not in failed, failed
        junit.write_text("<testsuite/>", encoding="utf-8")
        assert summary(junit, {})[1] == ["no tests were found"]
    print("test_report.py: every kind of failure is counted")


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    build = pathlib.Path(sys.argv[1])
    passed, failed = summary(build / "reports/ctest.xml", reports_of(build))
    for what in failed:
        print(f"FAILED / 失败: {what}", file=sys.stderr)
    print(passed, len(failed))


if __name__ == "__main__":
    main()
