"""The figures of the second calculator of standings, read from the packs; the rules are its own.

This is a reader of its own: it knows that a city's file replaces the province's of the same path, that a row holds on
its days for its key, and how a value is written; of what a figure is for it knows nothing. pinned.py holds it to what
the documents print.
"""

import os
import re
from datetime import date
from fractions import Fraction
from functools import lru_cache

import yaml

PACKS = os.environ.get("YIDAN_PACKS") or os.path.join(  # as the program chooses them
    os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "packs")
FAMILY = ("spouse", "parent", "child")
CARE = ("outpatient", "inpatient", "pharmacy")
WIDER = ("device", "consumable")
PREMIUMS = ("resident-premium", "ltc-premium", "inclusive-commercial-premium")
RANKS = ("destitute", "minimum-living", "returned-to-poverty", "minimum-living-margin", "monitored",
         "impoverished-by-illness", "lifted-from-poverty")

# Where the tables stand; a table is named like its file.
FOLDERS = ("enrolment", "resident", "employee", "account", "categories", "indicators")
NAMES = {"employer_kind": "kind"}  # of keys


def read(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.BaseLoader)


def _packs():
    """The pools, and the folders that each reads, its own before the one that it extends."""
    packs = {}
    for folder in sorted(os.listdir(PACKS)):
        path = os.path.join(PACKS, folder, "pack.yaml")
        if os.path.exists(path):
            pack = read(path)
            if "extends" in pack:
                packs[pack["region"]] = (folder, pack["extends"])
    return packs


FOLDERS_OF = _packs()
POOLS = tuple(sorted(FOLDERS_OF))


class Figure:
    """One value of a table on a day; `cited` says that a document prints it."""

    def __init__(self, value, cited):
        self.value, self.cited = value, cited


@lru_cache(maxsize=None)
def _file(pool, table):
    """The file of a table as it stands for a pool, or an empty one."""
    for folder in FOLDERS_OF[pool]:
        for part in FOLDERS:
            path = os.path.join(PACKS, folder, part, table + ".yaml")
            if os.path.exists(path):
                return read(path)
    return {"values": []}


@lru_cache(maxsize=None)
def _groups(pool):
    groups = {}
    for folder in FOLDERS_OF[pool]:
        path = os.path.join(PACKS, folder, "categories", "groups.yaml")
        if os.path.exists(path):
            groups.update({group["name"]: group["members"] for group in read(path)["groups"]})
    return groups


def pools_with(table):
    """The pools that have a rule of this kind, on whatever day."""
    return [pool for pool in POOLS if _file(pool, table)["values"]]


def breaks(pool, table):
    """The days on which a row of a table begins or ends."""
    return {date.fromisoformat(row[k]) for row in _file(pool, table)["values"] for k in ("from", "until") if k in row}


def dated_by(pool, table):
    return _file(pool, table).get("dated_by")


def _fen(text):
    return int(Fraction(text) * 100)


def _half_up(value):
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def _scalar(text):
    """A figure as it is written: money in fen, a share as a fraction, months as a number, a day; else a word."""
    if re.fullmatch(r"[0-9]+\.[0-9]{2}", text):
        return _fen(text)
    if re.fullmatch(r"[0-9.]+%", text):
        return Fraction(text[:-1]) / 100
    if re.fullmatch(r"[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return date.fromisoformat(text)
    if re.fullmatch(r"[0-9]{2}-[0-9]{2}", text):
        return int(text[:2]), int(text[3:])
    return text


def _figure(pool, row, day):
    """The row's value; a share of an indicator is rounded once, a mean not before."""
    value, cited = row["value"], row["basis"] == "cited"
    if isinstance(value, str):
        return Figure(_scalar(value), cited)
    of = [r for r in _file(pool, value["of"])["values"] if _holds(r, day)][0]
    parts = of["value"]["mean"] if isinstance(of["value"], dict) else [of["value"]]
    mean = sum(Fraction(part) for part in parts) * 100 / len(parts)
    share = Fraction(value["share"][:-1]) / 100
    return Figure(_half_up(share * mean), cited and of["basis"] == "cited")


def _holds(row, day):
    return row["from"] <= day.isoformat() and ("until" not in row or day.isoformat() < row["until"])


def _fits(pool, row, by, asked):
    for name in by:
        if name not in row:
            continue
        values = row[name] if isinstance(row[name], list) else [row[name]]
        wanted = asked[NAMES.get(name, name)]
        if isinstance(wanted, bool):
            wanted = "yes" if wanted else "no"
        if wanted not in [member for value in values for member in _groups(pool).get(value, [value])]:
            return False
    return True


@lru_cache(maxsize=None)
def find(pool, table, day, **asked):
    """The figure of a table on a day, or None; brackets of ages are one figure, else two are a mistake of the packs."""
    file = _file(pool, table)
    rows = [r for r in file["values"] if _holds(r, day) and _fits(pool, r, file.get("by", []), asked)]
    found = [(int(row.get("age_from", 0)), _figure(pool, row, day)) for row in rows]
    if any("age_from" in row for row in rows):
        return Figure(tuple((age, figure.value) for age, figure in sorted(found, key=lambda f: f[0])),
                      all(figure.cited for _, figure in found))
    if len(found) > 1:
        raise AssertionError("%s of %s has two values on %s for %s" % (table, pool, day, asked))
    return found[0][1] if found else None


def value(pool, table, day, **asked):
    figure = find(pool, table, day, **asked)
    return None if figure is None else figure.value
