"""Records as the contract writes them: numbers, days and months, and the errors that the rule book knows."""

import re
from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

import figures

SCHEMES = {"employee": ("active", "retired", "flexible"), "resident": ("adult", "child", "student", "newborn")}
KINDS = ("government", "institution", "enterprise", "flexible", "file-custody")
PERSON_KINDS = ("ordinary", "veteran-cadre", "disabled-serviceman")
USES = figures.CARE + figures.WIDER + figures.PREMIUMS + ("public-health", "fitness", "wellness", "check-up")
BENEFICIARIES = ("self",) + figures.FAMILY + ("other",)
KEYS = {
    "enrol": (("scheme", "status"), ("insured_year", "household", "residence_permit")),
    "pay": (("amount",), ("insured_year", "month")),
    "identity": (("category",), ("from", "to", "exempt", "order")),
    "employ": (("employer", "employer_kind"), ("monthly_wage", "person_kind")),
    "leave": ((), ("employer",)),
    "retire": ((), ()),
    "deemed": ((), ("months", "from", "to", "recognised")),
    "top-up": (("months",), ("amount",)),
    "transfer": ((), ("months", "from", "to", "from_pool")),
    "account-use": (("amount", "use", "for"), ()),
    "apply": ((), ("recognised", "decision")),
    "death": ((), ()),
    "withdraw": (("what", "of"), ("number",)),
}
DAY = timedelta(days=1)
NEVER = date(2199, 12, 31)    # the first day after every record


class Reject(Exception):
    """What the rule book calls an error: there is no standing."""


# ---------------------------------------------------------------- numbers and dates

def half_up(value):
    value = Fraction(value)
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def yuan(fen):
    return "%d.%02d" % divmod(fen, 100)


def money(text):
    if not isinstance(text, str) or not re.fullmatch(r"[0-9]+(\.[0-9]{1,2})?", text):
        raise Reject("money")
    return int(Fraction(text) * 100)


def day_of(text):
    try:
        if not isinstance(text, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise Reject("date") from None


def month_of(day):
    return day.year * 12 + day.month - 1


def parse_month(text):
    if not isinstance(text, str) or not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", text):
        raise Reject("month")
    return int(text[:4]) * 12 + int(text[5:]) - 1


def month_text(month):
    return "%04d-%02d" % (month // 12, month % 12 + 1)


def first_of(month):
    return date(month // 12, month % 12 + 1, 1)


def last_of(month):
    return first_of(month + 1) - DAY


def add_months(day, months):
    month = month_of(day) + months
    year, number = month // 12, month % 12 + 1
    return date(year, number, min(day.day, monthrange(year, number)[1]))


def age_on(born, day):
    return max(0, day.year - born.year - ((day.month, day.day) < (born.month, born.day)))


# ---------------------------------------------------------------- reading

def known(obj, needed, optional):
    if not isinstance(obj, dict):
        raise Reject("not an object")
    obj = {k: v for k, v in obj.items() if v is not None and not k.startswith("x-")}
    for key in obj:
        if key not in needed and key not in optional:
            raise Reject("key " + key)
    for key in needed:
        if key not in obj:
            raise Reject("missing " + key)
    return obj


def word(obj, key, words):
    if not isinstance(obj[key], str) or obj[key] not in words:
        raise Reject("word " + key)


def whole(value, least):
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise Reject("number")
    return value


def span_of(event, born):
    """`from` and `to` of deemed service: months, the second not included."""
    if ("from" in event) != ("to" in event):
        raise Reject("half a span")
    if "from" not in event:
        if "months" not in event:
            raise Reject("neither months nor a span")
        return None
    start, end = parse_month(event["from"]), parse_month(event["to"])
    if end <= start or start < month_of(born):
        raise Reject("a span that ends before it begins, or begins before birth")
    if event.get("months", 1) > end - start:
        raise Reject("more months than the span has")
    return range(start, end)


def read_event(raw, place, born):
    if not isinstance(raw, dict) or raw.get("event") not in KEYS:
        raise Reject("event")
    needed, optional = KEYS[raw["event"]]
    e = known(raw, ("event", "on") + needed, optional)
    e["on"], e["place"] = day_of(e["on"]), place
    if e["on"] < born:
        raise Reject("an event before birth")
    for key, words in (("scheme", SCHEMES), ("category", figures.RANKS), ("employer_kind", KINDS), ("use", USES),
                       ("person_kind", PERSON_KINDS), ("for", BENEFICIARIES)):
        if key in e:
            word(e, key, words)
    if e["event"] == "enrol" and e["status"] not in SCHEMES[e["scheme"]]:
        raise Reject("status")
    for key in ("amount", "monthly_wage"):
        if key in e:
            e[key] = money(e[key])
    if "insured_year" in e:
        whole(e["insured_year"], 1900)
    if e["event"] == "pay":
        if ("insured_year" in e) == ("month" in e):
            raise Reject("a pay is for a year or a month")
        if "month" in e:
            e["month"] = parse_month(e["month"])
            if e["month"] < month_of(born):
                raise Reject("a pay for a month before birth")
    if e["event"] == "identity":
        e["from"] = day_of(e["from"]) if "from" in e else e["on"]
        e["to"] = day_of(e["to"]) if "to" in e else NEVER
        if e["to"] < e["from"] or e["from"] < born:
            raise Reject("an identity that ends before it begins, or begins before birth")
    if "months" in e:
        whole(e["months"], 1)
    if e["event"] in ("deemed", "transfer"):
        e["span"] = span_of(e, born)
    if "recognised" in e:
        e["recognised"] = day_of(e["recognised"])
    if e["event"] == "withdraw":
        word(e, "what", [name for name in KEYS if name != "withdraw"])
        e["of"] = day_of(e["of"])
        if "number" in e:
            whole(e["number"], 1)
        if e["of"] > e["on"]:
            raise Reject("a withdrawal before what it takes back")
    return e


def withdraw(events):
    """Marks what withdrawals take back: each the one event of that kind and day before it, or that of the number."""
    for i, w in enumerate(events):
        if w["event"] != "withdraw":
            continue
        told = [e for e in events[:i] if (e["event"], e["on"]) == (w["what"], w["of"])]
        if "number" in w:
            told = told[w["number"] - 1:w["number"]]
        told = [e for e in told if "withdrawn" not in e]
        if len(told) != 1:
            raise Reject("a withdrawal of nothing, or of several")
        told[0]["withdrawn"] = w["on"]


def read(record):
    record = known(record, ("format", "pool", "person", "events"), ("as_of",))
    word(record, "pool", figures.POOLS)
    person = known(record["person"], ("id", "born"), ("sex", "account_balance"))
    person["born"] = day_of(person["born"])
    person["account_balance"] = money(person.get("account_balance", "0.00"))
    if "sex" in person:
        word(person, "sex", ("M", "F"))
    events = [read_event(raw, i, person["born"]) for i, raw in enumerate(record["events"])]
    withdraw(events)
    record["out_of_order"] = any(a["on"] > b["on"] for a, b in zip(events, events[1:]))
    record["events"] = sorted(events, key=lambda e: e["on"])    # stable: those of one day as written
    told = [e for e in record["events"] if e["event"] != "withdraw" and "withdrawn" not in e]
    died = [e for e in told if e["event"] == "death"]
    if len(died) > 1 or (died and told[-1]["on"] > died[0]["on"]):
        raise Reject("a second death, or an event after it")
    record["as_of"] = day_of(record["as_of"]) if "as_of" in record else max(e["on"] for e in events)
    if record["as_of"] < person["born"]:
        raise Reject("as of a day before birth")
    record["person"] = person
    return record
