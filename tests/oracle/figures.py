"""The figures of the calculator: what `yidan policy show` says is in force, and the shape of the benefits.

The rows of every rule come from the program's own listing, month by month; which care a benefit is for, its conditions,
the kind of its deductible and with whom it shares its cap come from the packs, a city's file before the province's.
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
PROVINCE = "370000-shandong"
POOLS = {"370600": "370600-yantai", "370800": "370800-jining", "371100": "371100-rizhao",
         "371300": "371300-linyi", "371700": "371700-heze"}
LARGEST = 2 ** 63 - 1


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


def read_yaml(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.BaseLoader)


def structure(folder):
    """The benefits of a pool; a city's file replaces the province's of the same path."""
    packs = os.path.join(ROOT, "packs")
    names = {os.path.basename(os.path.dirname(p)) for p in glob.glob(packs + "/*/*/benefit.yaml")}
    found = {}
    for name in sorted(names):
        def part(file):
            for pack in (folder, PROVINCE):
                path = os.path.join(packs, pack, name, file)
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


def load(program):
    """The policy of every pool: every row seen on the first day of a month from 2019 to 2032."""
    groups = {g["name"]: g["members"] for g in
              read_yaml(os.path.join(ROOT, "packs", PROVINCE, "categories", "groups.yaml"))["groups"]}
    days = ["%d-%02d-01" % (y, m) for y in range(2019, 2032) for m in range(1, 13)]
    with ThreadPoolExecutor(8) as workers:
        asked = [(p, d) for p in POOLS for d in days]
        shown = list(workers.map(lambda a: (a[0], show(program, *a)), asked))
    policies = {}
    for pool, folder in POOLS.items():
        rows = {}
        for answered, rules in shown:
            if answered == pool:
                for rule in rules:
                    row = Row(rule)
                    rows[row.identity()] = row
        policies[pool] = Policy(pool, rows.values(), structure(folder), groups)
    return policies
