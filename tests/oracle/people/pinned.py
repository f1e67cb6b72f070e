"""Figures about people that a document prints, written down by hand; nothing is read from the packs.

They hold what figures.py reads from the packs to the documents: `problems` says where the two differ. A row: clause,
pools, table, key, first day, first day no longer in force (None: open), value; True means that there is a rule.
"""

from datetime import date, timedelta
from fractions import Fraction
from itertools import product

import figures

YANTAI, JINING, RIZHAO, LINYI, HEZE = ALL = ("370600", "370800", "371100", "371300", "371700")
BUT_HEZE = (YANTAI, JINING, RIZHAO, LINYI)
BUT_LINYI = (YANTAI, JINING, RIZHAO, HEZE)
EMPLOYERS = ("government", "institution", "enterprise")
NEEDY = ("destitute", "minimum-living", "returned-to-poverty")
LOW_INCOME = ("minimum-living-margin", "monitored")
FAMILY, CARE, WIDER, PREMIUMS = figures.FAMILY, figures.CARE, figures.WIDER, figures.PREMIUMS
OLD, LIST, HEZE_DAY, YANTAI_DAY = "2000-01-01", "2020-01-01", "2021-09-10", "2022-06-14"
LINYI_END, JINING_DAY, JINING_END = "2026-01-01", "2023-01-01", "2028-01-01"


def percent(text):
    return Fraction(text) / 100


CITED = [
    # who must, who may
    ("SD20-2.1.1.1-a", BUT_LINYI, "duty", {"kind": EMPLOYERS}, OLD, None, "mandatory"),
    ("SD20-2.1.1.1-b", BUT_LINYI, "duty", {"kind": "flexible"}, OLD, None, "voluntary"),
    ("LY-3.1.1-a", (LINYI,), "duty", {"kind": EMPLOYERS}, OLD, LINYI_END, "mandatory"),
    ("LY-3.1.1-b", (LINYI,), "duty", {"kind": "flexible"}, OLD, LINYI_END, "voluntary"),
    # residents
    ("HZ-2.2-a", (HEZE,), "window", {}, HEZE_DAY, "2022-01-01", "10-01..02-end"),
    ("SD20-2.3.1.2-b", ALL, "window", {}, "2022-01-01", None, "09-01..12-31"),
    ("HZ-2.2-e", (HEZE,), "late-wait", {}, HEZE_DAY, None, 1),
    ("HZ-2.2-c", (HEZE,), "individual-until", {}, HEZE_DAY, None, (6, 30)),
    ("SD20-2.3.1.3-d", ALL, "newborn-limit", {}, LIST, None, 6),
    ("SD20-2.3.1.3-d", BUT_HEZE, "newborn-cover", {"timing": "within"}, LIST, None, "payment"),
    ("SD20-2.3.1.3-d", (HEZE,), "newborn-cover", {"timing": "within"}, LIST, HEZE_DAY, "payment"),
    ("HZ-2.2-f", (HEZE,), "newborn-cover", {"timing": ("within", "next-year")}, HEZE_DAY, None, "birth"),
    ("HZ-2.2-g", (HEZE,), "newborn-cover", {"timing": "after"}, HEZE_DAY, None, "next-month"),
    ("SD20-2.3.1.3-e", ALL, "at-once", {"identity": NEEDY + LOW_INCOME}, LIST, None, True),
    ("HZ-2.2-h", (HEZE,), "at-once", {"identity": "lifted-from-poverty"}, HEZE_DAY, None, True),
    ("SD42-2-l", ALL, "after-employee", {}, HEZE_DAY, None, 3),
    ("LY-3.2.2-c", (LINYI,), "individual", {}, "2020-01-01", "2021-01-01", 25000),
    ("SD42-1-b", ALL, "individual", {}, "2022-01-01", "2023-01-01", 32000),
    ("HZ-1-b", (HEZE,), "government", {}, "2022-01-01", "2023-01-01", 58000),
    ("SD20-2.1.2.1-a", (YANTAI, RIZHAO, LINYI), "subsidy", {"identity": "destitute"}, LIST, None, "full"),
    ("SD20-2.1.2.1-a", (JINING,), "subsidy", {"identity": "destitute"}, LIST, JINING_DAY, "full"),
    ("JN-3.1-a", (JINING,), "subsidy", {"identity": "destitute"}, JINING_DAY, JINING_END, "full"),
    ("JN-3.2-a", (JINING,), "subsidy", {"identity": "minimum-living"}, JINING_DAY, JINING_END, 30000),
    ("JN-3.3-a", (JINING,), "subsidy", {"identity": ("returned-to-poverty",) + LOW_INCOME}, JINING_DAY, JINING_END,
     28000),
    ("JN-3.2-b", (JINING,), "subsidy-rest", {"identity": "minimum-living"}, JINING_DAY, JINING_END, "county"),
    ("JN-3.3-b", (JINING,), "subsidy-rest", {"identity": ("returned-to-poverty",) + LOW_INCOME, "exempt": True},
     JINING_DAY, JINING_END, "county"),
    ("JN-3.3-c", (JINING,), "subsidy-rest", {"identity": ("returned-to-poverty",) + LOW_INCOME, "exempt": False},
     JINING_DAY, JINING_END, "person"),
    ("SD20-2.1.2.1-a", (HEZE,), "subsidy", {"identity": "destitute"}, LIST, "2022-01-01", "full"),
    ("HZ-3.2-a", (HEZE,), "subsidy", {"identity": "destitute"}, "2022-01-01", "2023-01-01", 32000),
    ("SD20-2.1.2.1-a", (HEZE,), "subsidy", {"identity": "destitute"}, "2023-01-01", None, "full"),
    ("HZ-3.2-b", (HEZE,), "subsidy", {"identity": ("minimum-living", "returned-to-poverty", "lifted-from-poverty")},
     "2022-01-01", "2023-01-01", 9600),
    ("SD42-1-i", ALL, "must-be-insured", {"identity": NEEDY + LOW_INCOME}, HEZE_DAY, None, True),
    ("HZ-3.1-b", (HEZE,), "must-be-insured", {"identity": "lifted-from-poverty"}, HEZE_DAY, None, True),
    # employees
    ("SD20-2.3.1.1-a", ALL, "cover-start", {"entry": "first"}, LIST, None, "month-after-payment"),
    ("LY-3.2.1-c", (LINYI,), "employer-rate", {"kind": ("government", "institution")}, LIST, LINYI_END,
     percent("6.2")),
    ("LY-3.2.1-d", (LINYI,), "employer-rate", {"kind": "enterprise"}, LIST, LINYI_END, percent(7)),
    ("LY-3.2.1-e", (LINYI,), "person-rate", {}, LIST, LINYI_END, percent(2)),
    ("SD20-2.2.3.2-a", BUT_LINYI, "person-rate", {}, LIST, None, percent(2)),
    ("LY-3.2.1-f", (LINYI,), "separate", {"person_kind": ("veteran-cadre", "disabled-serviceman")}, LIST, LINYI_END,
     True),
    ("LY-3.2.1-h", (LINYI,), "flexible-rate", {}, LIST, LINYI_END, percent(8)),
    ("YT-2.1.5-a", (YANTAI,), "flexible-rate", {}, "2022-12-01", "2024-01-01", percent("6.3")),
    ("YT-2.1.5-b", (YANTAI,), "flexible-rate", {}, "2024-01-01", None, percent(7)),
    ("LY-3.2.1-j", (LINYI,), "base-floor", {}, LIST, LINYI_END, percent(60)),
    ("LY-3.2.1-k", (LINYI,), "base-ceiling", {}, LIST, LINYI_END, percent(300)),
    ("SD20-2.2.4-a", BUT_LINYI, "required-months", {"sex": "M"}, LINYI_END, None, 360),
    ("SD20-2.2.4-a", BUT_LINYI, "required-months", {"sex": "F"}, LINYI_END, None, 300),
    ("LY-3.2.1-l", (LINYI,), "required-months", {"sex": "M"}, LIST, LINYI_END, 360),
    ("LY-3.2.1-l", (LINYI,), "required-months", {"sex": "F"}, LIST, LINYI_END, 300),
    ("LY-3.2.1-n", (LINYI,), "deemed-recognised-from", {}, LIST, LINYI_END, date(2020, 1, 1)),
    ("LY-3.2.1-m", (LINYI,), "top-up", {}, LIST, LINYI_END, True),
    ("SD20-2.3.1.3-a", ALL, "transfer", {}, LIST, None, True),
    # the personal account
    ("YT-2.2.1-a", (YANTAI,), "holders", {"status": "active"}, LIST, None, "account"),
    ("YT-2.2.1-q", (YANTAI,), "holders", {"status": "retired"}, LIST, None, "account"),
    ("YT-2.2.1-p", (YANTAI,), "holders", {"status": "flexible"}, YANTAI_DAY, None, "no-account"),
    ("YT-2.2.1-e", (YANTAI,), "credit-active", {}, "2022-12-01", "2024-01-01",
     ((0, percent("2.15")), (35, percent("2.35")), (45, percent("2.7")))),
    ("YT-2.2.1-h", (YANTAI,), "credit-active", {}, "2024-01-01", None, ((0, percent(2)),)),
    ("YT-2.2.1-i", (YANTAI,), "credit-by-age", {}, LIST, "2024-01-01", 150),
    ("YT-2.2.2-a", (YANTAI,), "uses", {"use": CARE, "for": "self"}, YANTAI_DAY, None, "allowed"),
    ("YT-2.2.2-b", (YANTAI,), "uses", {"use": CARE + WIDER, "for": ("self",) + FAMILY}, YANTAI_DAY, None, "allowed"),
    ("YT-2.2.2-d", (YANTAI,), "uses", {"use": PREMIUMS, "for": FAMILY}, YANTAI_DAY, None, "allowed"),
]


def keys_of(key):
    """Every single key of a row: its lists spelled out."""
    values = [value if isinstance(value, tuple) else (value,) for value in key.values()]
    return [dict(zip(key, one)) for one in product(*values)]


def problems():
    """What the packs say otherwise, on the first and the last day of each row."""
    found = []
    for clause, pools, table, key, start, end, value in CITED:
        days = {date.fromisoformat(start),
                date.fromisoformat(end) - timedelta(1) if end else date.fromisoformat(start) + timedelta(3650)}
        for pool, day, asked in product(pools, sorted(days), keys_of(key)):
            figure = figures.find(pool, table, day, **asked)
            same = figure is not None and (value is True or figure.value == value)
            if not same or not figure.cited:
                found.append("%s: %s of %s on %s for %s is %s in the document, and %s in the packs" % (
                    clause, table, pool, day, asked, value, figure and (figure.value, "cited" if figure.cited else
                                                                        "not cited")))
    return found
