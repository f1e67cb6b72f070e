"""The figures of the calculator: what `yidan policy show` says is in force, and the shape of the benefits.

The rows of every rule come from the program's own listing, day of change by day of change; which care a benefit is for,
its conditions, the kind of its deductible and with whom it shares its cap come from the packs, a city's file before the
province's.
"""

import glob
import json
import os
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction

import yaml

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PACKS = os.environ.get("YIDAN_PACKS") or os.path.join(ROOT, "packs")  # as the program chooses them
LARGEST = 2 ** 63 - 1


def read_yaml(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.BaseLoader)


def folders_of_pools():
    """The cities among the packs, each with the folders that it reads: its own before the one that it extends."""
    packs = [(os.path.basename(os.path.dirname(p)), read_yaml(p)) for p in sorted(glob.glob(PACKS + "/*/pack.yaml"))]
    return {pack["region"]: (folder, pack["extends"]) for folder, pack in packs if "extends" in pack}


POOLS = folders_of_pools()


class Reject(Exception):
    """What the contract calls an error."""


# ---------------------------------------------------------------- numbers

def half_up(value):
    """A non-negative fraction, rounded half up to a whole number."""
    value = Fraction(value)
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def fits(value):
    if value > LARGEST:
        raise Reject("overflow")
    return value


def decimal(text, places, what):
    """Digits with at most `places` decimals, as an exact fraction."""
    if not isinstance(text, str) or not re.fullmatch(r"[0-9]+(\.[0-9]{1,%d})?" % places, text):
        raise Reject("bad number: " + what)
    return Fraction(text)


def money(text, what="money"):
    return fits(int(decimal(text, 2, what) * 100))


def percent(text):
    if not isinstance(text, str) or not re.fullmatch(r"[0-9]+(\.[0-9]{1,4})?%", text):
        raise Reject("bad rate")
    value = Fraction(text[:-1]) / 100
    if value > 1:
        raise Reject("rate above 100 %")
    return value


def yuan(fen):
    return "%d.%02d" % divmod(fen, 100)


# ---------------------------------------------------------------- the policy

class Row:
    """One row of a table: its key, its value, the days it holds, its standing."""

    def __init__(self, show):
        self.rule, self.text = show["rule"], show["value"]
        self.start, self.end = show["from"], show.get("to")
        self.basis, self.draft = show["basis"], show["policy_status"] == "draft"
        self.key, self.above = {}, 0
        for pair in show["key"].split():
            name, values = pair.split("=", 1)
            if name == "above":
                self.above = money(values)
            else:
                self.key[name] = values.split(",")
        amount = self.text.split(" = ")[-1]
        self.none = amount == "none"
        self.amount = money(amount) if re.fullmatch(r"[0-9]+\.[0-9]{2}", amount) else None
        self.share = percent(amount) if amount.endswith("%") and amount != "300%" else None
        self.points = Fraction(amount[1:]) / 100 if amount.startswith("+") else None

    def identity(self):
        return (self.rule, self.start, self.end, self.text, json.dumps(self.key, sort_keys=True), self.above,
                self.basis, self.draft)


class Policy:
    """What is in force in one pool, day by day."""

    def __init__(self, pool, rows, benefits, groups):
        self.pool, self.benefits, self.groups = pool, benefits, groups
        self.rows = {}
        for row in rows:
            if "identity" in row.key:
                row.key["identity"] = [c for name in row.key["identity"] for c in groups.get(name, [name])]
            self.rows.setdefault(row.rule, []).append(row)

    def find(self, rule, on, **key):
        """All the rows of a rule that hold on that day for that key."""
        return [r for r in self.rows.get(rule, []) if r.start <= on and (r.end is None or on < r.end)
                and all(str(key.get(name) or "none") in values for name, values in r.key.items())]

    def one(self, rule, on, **key):
        found = self.find(rule, on, **key)
        if len(found) > 1:
            raise AssertionError("%s overlaps on %s for %s" % (rule, on, key))
        return found[0] if found else None

    def ranked(self, categories, on):
        return sorted(categories, key=lambda c: int(self.one("categories.rank", on, identity=c).text))


def show(program, pool, on):
    out = subprocess.run([program, "policy", "show", pool, "--on", on, "--as", "json", "--lang", "en"],
                         cwd=ROOT, check=True, capture_output=True).stdout
    return json.loads(out)["rules"]


def structure(folders):
    """The benefits of a pool; a city's file replaces the province's of the same path."""
    names = {os.path.basename(os.path.dirname(p)) for p in glob.glob(PACKS + "/*/*/benefit.yaml")}
    found = {}
    for name in sorted(names):
        def part(file):
            for pack in folders:
                path = os.path.join(PACKS, pack, name, file)
                if os.path.exists(path):
                    return read_yaml(path)
            return {}
        benefit = part("benefit.yaml")
        if not benefit:
            continue
        if benefit["base"] not in ("policy-scope", "burden"):
            raise AssertionError("a base that the calculator does not know")
        benefit["name"] = name
        benefit["kind"] = part("deductible.yaml").get("kind")
        benefit["shared"] = part("cap.yaml").get("shared_with", [])
        found[name] = benefit
    return found


def groups_of(folders):
    """The groups that the packs of a pool name, each by its members; a city's stand beside the province's."""
    groups = {}
    for folder in folders:
        path = os.path.join(PACKS, folder, "categories", "groups.yaml")
        if os.path.exists(path):
            groups.update({group["name"]: group["members"] for group in read_yaml(path)["groups"]})
    return groups


def days_of_change(folders):
    """Every first day of anything in the packs of a pool: between two of them nothing begins."""
    days = set()
    for folder in folders:
        for path in glob.glob(os.path.join(PACKS, folder, "**", "*.yaml"), recursive=True):
            with open(path, encoding="utf-8") as file:
                days |= set(re.findall(r"\b(?:from|until): *\"?([0-9]{4}-[0-9]{2}-[0-9]{2})", file.read()))
    return sorted(days)


def load(program):
    """The policy of every pool: every row seen on a day on which something begins."""
    with ThreadPoolExecutor(8) as workers:
        asked = [(pool, day) for pool, folders in POOLS.items() for day in days_of_change(folders)]
        shown = list(workers.map(lambda a: (a[0], show(program, *a)), asked))
    policies, days = {}, set(asked)
    for pool, folders in POOLS.items():
        rows = {}
        for answered, rules in shown:
            if answered == pool:
                for rule in rules:
                    row = Row(rule)
                    if (pool, row.start) not in days:
                        raise AssertionError("%s begins on %s, which no file names" % (row.rule, row.start))
                    rows[row.identity()] = row
        policies[pool] = Policy(pool, rows.values(), structure(folders), groups_of(folders))
    return policies
