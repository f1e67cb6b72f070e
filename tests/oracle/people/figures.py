"""The figures of the second calculator of standings, written by hand; nothing is read from the packs.

CITED are figures that a document prints: each row names its clause. ASSUMED are figures that no document gives; they
were taken over from the packs by hand, so that the calculator and the program differ in nothing but the rules. A row:
clause or reason, pools, table, key, first day, first day no longer in force (None: open), value.
"""

from datetime import date
from fractions import Fraction
from functools import lru_cache

YANTAI, JINING, RIZHAO, LINYI, HEZE = POOLS = ("370600", "370800", "371100", "371300", "371700")
ALL = POOLS
BUT_HEZE = (YANTAI, JINING, RIZHAO, LINYI)
BUT_LINYI = (YANTAI, JINING, RIZHAO, HEZE)
BUT_JINING = (YANTAI, RIZHAO, LINYI, HEZE)
EMPLOYERS = ("government", "institution", "enterprise")
NEEDY = ("destitute", "minimum-living", "returned-to-poverty")
LOW_INCOME = ("minimum-living-margin", "monitored")
FAMILY = ("spouse", "parent", "child")
CARE = ("outpatient", "inpatient", "pharmacy")
WIDER = ("device", "consumable")
PREMIUMS = ("resident-premium", "ltc-premium", "inclusive-commercial-premium")
RANKS = ("destitute", "minimum-living", "returned-to-poverty", "minimum-living-margin", "monitored",
         "impoverished-by-illness", "lifted-from-poverty")
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
    ("HZ-2.2-f", (HEZE,), "newborn-cover", {"timing": "within"}, HEZE_DAY, None, "birth"),
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
    ("SD42-1-i", ALL, "must-be-insured", {"identity": NEEDY + LOW_INCOME}, LIST, None, True),
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
    ("LY-3.2.1-g", (LINYI,), "flexible-base", {}, LIST, LINYI_END, percent(100)),
    ("LY-3.2.1-h", (LINYI,), "flexible-rate", {}, LIST, LINYI_END, percent(8)),
    ("YT-2.1.5-a", (YANTAI,), "flexible-rate", {}, "2022-12-01", "2024-01-01", percent("6.3")),
    ("YT-2.1.5-b", (YANTAI,), "flexible-rate", {}, "2024-01-01", None, percent(7)),
    ("LY-3.2.1-j", (LINYI,), "base-floor", {}, LIST, LINYI_END, percent(60)),
    ("LY-3.2.1-k", (LINYI,), "base-ceiling", {}, LIST, LINYI_END, percent(300)),
    ("SD20-2.2.4-a", BUT_LINYI, "required-months", {"sex": "M"}, LIST, None, 360),
    ("SD20-2.2.4-a", BUT_LINYI, "required-months", {"sex": "F"}, LIST, None, 300),
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
    ("YT-2.2.2-a", (YANTAI,), "uses", {"use": CARE, "for": "self"}, OLD, YANTAI_DAY, "allowed"),
    ("YT-2.2.2-b", (YANTAI,), "uses", {"use": CARE + WIDER, "for": ("self",) + FAMILY}, YANTAI_DAY, None, "allowed"),
    ("YT-2.2.2-d", (YANTAI,), "uses", {"use": PREMIUMS, "for": FAMILY}, YANTAI_DAY, None, "allowed"),
]

ASSUMED = [
    ("custody persons are among those who may join", BUT_LINYI, "duty", {"kind": "file-custody"}, OLD, None,
     "voluntary"),
    ("custody persons are among those who may join", (LINYI,), "duty", {"kind": "file-custody"}, OLD, LINYI_END,
     "voluntary"),
    ("Heze's rule by analogy", ALL, "residence-permit", {}, OLD, None, "allowed"),
    ("the province's window, read back", BUT_HEZE, "window", {}, "2019-01-01", "2022-01-01", "09-01..12-31"),
    ("Heze's window, read back", (HEZE,), "window", {}, "2019-01-01", HEZE_DAY, "10-01..02-end"),
    ("after the limit the list says nothing", BUT_HEZE, "newborn-cover", {"timing": "after"}, LIST, None, "ordinary"),
    ("after the limit the list says nothing", (HEZE,), "newborn-cover", {"timing": "after"}, LIST, HEZE_DAY,
     "ordinary"),
    ("the notice has no day of its own", ALL, "after-employee", {}, LIST, HEZE_DAY, 3),
    ("Linyi's figure by analogy", BUT_LINYI, "individual", {}, "2020-01-01", "2021-01-01", 25000),
    ("320 less the rise of 40", ALL, "individual", {}, "2021-01-01", "2022-01-01", 28000),
    ("recalled", ALL, "individual", {}, "2023-01-01", "2024-01-01", 35000),
    ("recalled", ALL, "individual", {}, "2024-01-01", "2025-01-01", 38000),
    ("recalled", BUT_LINYI, "individual", {}, "2025-01-01", None, 40000),
    ("recalled", (LINYI,), "individual", {}, "2025-01-01", LINYI_END, 40000),
    ("at most twice the individual part", ALL, "government", {}, "2020-01-01", "2021-01-01", 50000),
    ("580 less the rise of 30", ALL, "government", {}, "2021-01-01", "2022-01-01", 55000),
    ("at least 580", BUT_HEZE, "government", {}, "2022-01-01", "2023-01-01", 58000),
    ("recalled", ALL, "government", {}, "2023-01-01", "2024-01-01", 61000),
    ("recalled", ALL, "government", {}, "2024-01-01", "2025-01-01", 64000),
    ("recalled", BUT_LINYI, "government", {}, "2025-01-01", None, 67000),
    ("recalled", (LINYI,), "government", {}, "2025-01-01", LINYI_END, 67000),
    ("Heze's amount by analogy", (YANTAI, RIZHAO, LINYI), "subsidy",
     {"identity": ("minimum-living", "returned-to-poverty")}, LIST, None, 9600),
    ("Heze's amount by analogy", (JINING,), "subsidy", {"identity": ("minimum-living", "returned-to-poverty")},
     LIST, JINING_DAY, 9600),
    ("the amount of 2022", (HEZE,), "subsidy",
     {"identity": ("minimum-living", "returned-to-poverty", "lifted-from-poverty")}, LIST, "2022-01-01", 9600),
    ("the amount of 2022", (HEZE,), "subsidy",
     {"identity": ("minimum-living", "returned-to-poverty", "lifted-from-poverty")}, "2023-01-01", None, 9600),
    ("the draft's end: as in the province", (JINING,), "subsidy", {"identity": "destitute"}, JINING_END, None, "full"),
    ("the draft's end: as in the province", (JINING,), "subsidy",
     {"identity": ("minimum-living", "returned-to-poverty")}, JINING_END, None, 9600),
    ("the list's rule, read back", ALL, "cover-start", {"entry": "first"}, OLD, LIST, "month-after-payment"),
    ("no document has a rule for resumption", ALL, "cover-start", {"entry": "again"}, OLD, None, "at-once"),
    ("about 6 %, at most 8 %", BUT_LINYI, "employer-rate", {"kind": EMPLOYERS}, LIST, None, percent(7)),
    ("Linyi's by analogy", BUT_LINYI, "separate", {"person_kind": ("veteran-cadre", "disabled-serviceman")}, LIST,
     None, True),
    ("Linyi's by analogy", BUT_LINYI, "flexible-base", {}, LIST, None, percent(100)),
    ("Linyi's by analogy", (JINING, RIZHAO, HEZE), "flexible-rate", {}, LIST, None, percent(8)),
    ("the first step, read back", (YANTAI,), "flexible-rate", {}, LIST, "2022-12-01", percent("6.3")),
    ("Linyi's by analogy", BUT_LINYI, "base-floor", {}, LIST, None, percent(60)),
    ("Linyi's by analogy", BUT_LINYI, "base-ceiling", {}, LIST, None, percent(300)),
    ("Linyi's by analogy", BUT_LINYI, "deemed-recognised-from", {}, LIST, None, date(2020, 1, 1)),
    ("Linyi's by analogy", BUT_LINYI, "top-up", {}, LIST, None, True),
    ("the list's rule, read back", ALL, "transfer", {}, OLD, LIST, True),
    ("Yantai's by analogy", (JINING, RIZHAO, LINYI, HEZE), "holders", {"status": ("active", "retired")}, LIST, None,
     "account"),
    ("Yantai's by analogy", (JINING, RIZHAO, LINYI, HEZE), "holders", {"status": "flexible"}, LIST, None,
     "no-account"),
    ("the document's rule, read back", (YANTAI,), "holders", {"status": "flexible"}, LIST, YANTAI_DAY, "no-account"),
    ("twice the halved employer part", (YANTAI,), "credit-active", {}, LIST, "2022-12-01",
     ((0, percent("2.3")), (35, percent("2.7")), (45, percent("3.4")))),
    ("2 % and 2.5 % of a mean of 5,000 and 3,000", (YANTAI,), "credit-retired", {}, "2024-01-01", None,
     ((0, 8000), (70, 10000))),
    ("the day of the age is not printed", (YANTAI,), "age-on", {}, LIST, None, "month-end"),
    ("Yantai's by analogy", (JINING, RIZHAO, LINYI, HEZE), "uses", {"use": CARE, "for": "self"}, OLD, YANTAI_DAY,
     "allowed"),
    ("Yantai's by analogy", (JINING, RIZHAO, LINYI, HEZE), "uses",
     {"use": CARE + WIDER, "for": ("self",) + FAMILY}, YANTAI_DAY, None, "allowed"),
    ("Yantai's by analogy", (JINING, RIZHAO, LINYI, HEZE), "uses", {"use": PREMIUMS, "for": FAMILY}, YANTAI_DAY,
     None, "allowed"),
]

# The average wage of the province (published figures): from a first of January on, yuan a year.
WAGES = [("2019-01-01", 6538300), ("2020-01-01", 6913600), ("2021-01-01", 7490600), ("2022-01-01", 7959700),
         ("2023-01-01", 8483100), ("2024-01-01", 8831300), ("2025-01-01", 9007200)]
# Jining's amounts are those of the day of payment, the others' those of the insured year.
SUBSIDY_BY_PAYMENT = (JINING,)


class Figure:
    """One value of a table on a day; `cited` says that a document prints it."""

    def __init__(self, value, cited):
        self.value, self.cited = value, cited


def _iso(text):
    return None if text is None else date.fromisoformat(text)


def _index():
    tables = {}
    for rows, cited in ((CITED, True), (ASSUMED, False)):
        for _, pools, table, key, start, end, value in rows:
            for pool in pools:
                tables.setdefault((pool, table), []).append((key, _iso(start), _iso(end), Figure(value, cited)))
    for i, (start, value) in enumerate(WAGES):
        end = WAGES[i + 1][0] if i + 1 < len(WAGES) else None
        for pool in POOLS:
            tables.setdefault((pool, "average-wage"), []).append(({}, _iso(start), _iso(end), Figure(value, False)))
    return tables


_TABLES = _index()


def _fits(key, asked):
    for name, values in key.items():
        if asked[name] not in values if isinstance(values, tuple) else asked[name] != values:
            return False
    return True


@lru_cache(maxsize=None)
def find(pool, table, day, **asked):
    """The figure of a table on a day, or None; two at once are a mistake of this file."""
    found = [figure for key, start, end, figure in _TABLES.get((pool, table), ())
             if start <= day and (end is None or day < end) and _fits(key, asked)]
    if len(found) > 1:
        raise AssertionError("%s of %s has two values on %s for %s" % (table, pool, day, asked))
    return found[0] if found else None


def value(pool, table, day, **asked):
    figure = find(pool, table, day, **asked)
    return None if figure is None else figure.value
