"""The calculator's own reader of cases: words, facts, lines and encounters, with what the contract calls an error."""

import datetime
import re
from fractions import Fraction

from figures import Reject, decimal, fits, half_up, money, percent

STAY_CARES = ("inpatient", "day-surgery", "day-ward")
CARES = ("outpatient", "chronic", "two-disease", "special-drug", "inpatient", "day-surgery", "pharmacy", "day-ward")
DESIGNATIONS = CARES
PLACES = ("local", "remote-temporary", "remote-referred", "remote-resident")
ANSWERS = ("granted", "pending", "refused")
CAUSES = ("illness", "work-injury", "third-party", "public-health", "abroad", "wellness", "check-up", "state-declared")
LIABILITIES = ("work-injury", "third-party")
DISEASES = ("hypertension", "diabetes", "malignancy", "dialysis", "transplant", "severe-mental-illness",
            "mdr-tuberculosis", "xdr-tuberculosis", "pulmonary-tuberculosis", "extrapulmonary-tuberculosis",
            "chronic-hepatitis-b", "chronic-hepatitis-c", "cirrhosis")
STATUSES = {"employee": ("active", "retired", "flexible"), "resident": ("adult", "child", "student", "newborn")}
CATEGORIES = ("destitute", "minimum-living", "returned-to-poverty", "minimum-living-margin", "monitored",
              "impoverished-by-illness", "lifted-from-poverty")
STAY_KINDS = ("inpatient", "ltc-special-care", "ltc-institutional-care", "ltc-visiting-care")
OWNERS = ("spouse", "parent", "child")

def day(text):
    if not isinstance(text, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise Reject("bad date")
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        raise Reject("bad date") from None
    return text     # dates of this form compare as text


def holds(fact, on):
    return fact["from"] <= on and (fact.get("to") is None or on < fact["to"])


class Object(dict):
    """A JSON object that remembers whether a key came twice."""

    twice = False


def pairs(items):
    result = Object()
    for key, value in items:
        if key in result:
            result.twice = True
        result[key] = value
    return result


def known(obj, required, optional, what):
    if not isinstance(obj, dict) or getattr(obj, "twice", False):
        raise Reject("not a proper object: " + what)
    for key in obj:
        if key not in required and key not in optional and not key.startswith("x-"):
            raise Reject("unknown key %s in %s" % (key, what))
    result = {k: v for k, v in obj.items() if v is not None}
    for key in required:
        if key not in result:
            raise Reject("%s is missing in %s" % (key, what))
    return result


def word(obj, key, allowed, default=None):
    value = obj.get(key, default)
    if value not in allowed:
        raise Reject("bad " + key)
    return value


def text(obj, key):
    if not isinstance(obj[key], str):
        raise Reject("bad " + key)
    return obj[key]


def flag(obj, key):
    value = obj.get(key, False)
    if not isinstance(value, bool):
        raise Reject("bad " + key)
    return value


def period(obj):
    day(obj["from"])
    if "to" in obj and day(obj["to"]) <= obj["from"]:
        raise Reject("a period without a day")
    return obj


def read_person(person):
    p = known(person, ("id",), ("born", "sex", "coverage", "identities", "diseases", "stays", "residence",
                                "account_balance", "accounts"), "person")
    def facts(name, key, allowed, more=()):
        result = []
        for fact in p.get(name, []):
            fact = period(known(fact, (key, "from") + more, ("to",), name))
            word(fact, key, allowed)
            result.append(fact)
        return result
    def filings(p):
        result = []
        for fact in p.get("residence", []):
            fact = period(known(fact, ("place", "from", "region"), ("to", "filed", "channel", "answer", "answered"),
                                "residence"))
            word(fact, "place", PLACES[1:])
            fact.setdefault("answer", "granted")
            word(fact, "answer", ANSWERS)
            result.append(fact)
        return result
    coverage = facts("coverage", "scheme", STATUSES, ("status",))
    born = day(p["born"]) if "born" in p else ""
    for c in coverage:
        word(c, "status", STATUSES[c["scheme"]])
        if c["from"] < born:
            raise Reject("cover before birth")
    accounts = []
    for account in p.get("accounts", []):
        account = known(account, ("owner", "balance"), (), "accounts")
        accounts.append([word(account, "owner", OWNERS), money(account["balance"])])
    accounts.sort(key=lambda a: OWNERS.index(a[0]))
    return {"id": p["id"], "born": born, "coverage": coverage,
            "identities": facts("identities", "category", CATEGORIES),
            "diseases": facts("diseases", "disease", DISEASES), "stays": facts("stays", "kind", STAY_KINDS),
            "residence": filings(p),
            "accounts": [["self", money(p.get("account_balance", "0.00"))]] + accounts}


def liability(what, cause):
    """The share that others bear (F10): of the whole, where nothing is said."""
    if "liability" not in what:
        return Fraction(1)
    if cause not in LIABILITIES:
        raise Reject("a share of what is no liability")
    return percent(what["liability"])


def read_line(line):
    """One line as class, cause, share of others, price, over-limit part, first-borne share."""
    for key in ("id", "code", "name"):
        if isinstance(line, dict) and line.get(key) is not None:
            text(line, key)
    line = known(line, ("class",), ("id", "amount", "quantity", "unit_price", "payment_standard", "self_pay_first",
                                         "cause", "liability", "code", "name"), "line")
    klass = word(line, "class", ("A", "B", "C"))
    cause = word(line, "cause", CAUSES, None) if "cause" in line else None
    others = liability(line, cause)
    quantity = decimal(line["quantity"], 4, "quantity") if "quantity" in line else None
    if ("unit_price" in line) != (quantity is not None):
        raise Reject("quantity and unit price go together")
    if quantity is not None:
        exact = quantity * decimal(line["unit_price"], 6, "unit_price") * 100
        price = fits(half_up(exact))
        if "amount" in line and money(line["amount"]) != price:
            raise Reject("amount and quantity disagree")
    elif "amount" in line:
        exact = price = money(line["amount"])
    else:
        raise Reject("a line without an amount")
    share = percent(line["self_pay_first"]) if "self_pay_first" in line else None
    if (klass == "A" and share) or (klass == "C" and share is not None and share != 1):
        raise Reject("a share that contradicts the class")
    if klass == "B" and share is None:
        raise Reject("class B without a share")
    over = 0
    if "payment_standard" in line:
        standard = money(line["payment_standard"]) * (1 if quantity is None else quantity)
        over = half_up(max(0, exact - standard)) if klass != "C" else 0
    return {"class": klass, "cause": cause, "others": others, "price": price, "over": over,
            "share": share if klass == "B" else 0}


def read_encounter(encounter, pool, earlier, born=""):
    e = known(encounter, ("id", "care", "date", "provider"),
              ("lines", "admitted", "place", "cause", "liability", "enterprise_supplement",
               "use_account", "disease", "stay", "before_admission",
               "referred_from", "first_contact_referral", "reimbursed_later"), "encounter")
    if not text(e, "id"):
        raise Reject("an empty id")
    word(e, "care", CARES)
    day(e["date"])
    if min(e["date"], e.get("admitted", e["date"])) < born:
        raise Reject("before birth")
    if e["care"] in STAY_CARES and "admitted" not in e:
        raise Reject("a stay without its admission")
    if "admitted" in e and day(e["admitted"]) > e["date"]:
        raise Reject("admitted after discharge")
    if "disease" in e:
        word(e, "disease", DISEASES)
    if e["care"] == "chronic" and "disease" not in e:
        raise Reject("chronic care without a disease")
    if e["care"] == "two-disease" and e.get("disease") not in ("hypertension", "diabetes"):
        raise Reject("two-disease care without its disease")
    provider = known(e["provider"], (), ("id", "region", "level", "designated"), "provider")
    if e["care"] != "pharmacy" and "level" not in provider:
        raise Reject("level is missing")
    if "level" in provider and (isinstance(provider["level"], (bool, float)) or provider["level"] not in (1, 2, 3)):
        raise Reject("bad level")
    for value in provider.get("designated", []):
        if value not in DESIGNATIONS:
            raise Reject("bad designation")
    region = provider.get("region")
    if region is not None and (not isinstance(region, str) or not re.fullmatch(r"[0-9]{6}", region)):
        raise Reject("bad region")
    e["place"] = word(e, "place", PLACES, "local")
    if region is not None and (region[:4] == pool[:4]) != (e["place"] == "local"):
        raise Reject("place contradicts region")
    e["cause"] = word(e, "cause", CAUSES, "illness")
    e["others"] = liability(e, e["cause"])
    e["supplement"] = money(e.get("enterprise_supplement", "0.00"))
    for key in ("use_account", "before_admission", "first_contact_referral", "reimbursed_later"):
        e[key] = flag(e, key)
    for key in ("stay", "referred_from"):
        if key in e and not text(e, key):
            del e[key]
    if "referred_from" in e and e["referred_from"] not in earlier:
        raise Reject("referred from an encounter that is not there")
    if not e.get("lines"):
        raise Reject("no lines")
    ids = [line["id"] for line in e["lines"] if isinstance(line, dict) and line.get("id")]
    if len(ids) > len(set(map(str, ids))):
        raise Reject("a line's id twice")
    e["lines"] = [read_line(line) for line in e["lines"]]
    e.update(level=provider.get("level"), designated=provider.get("designated", []), region=region,
             at=provider.get("id", ""))
    return e
