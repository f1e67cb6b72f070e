"""An independent calculator of settlement, in plain Python and exact integers.

It is written from the documents (semantics, contract, readings), not from the engine; its figures come from figures.py.
`settle` takes the policies and a case as text, and gives the bills, with money in whole fen.
"""

import copy
import datetime
import json
import re
from fractions import Fraction

from figures import POOLS, ROOT, Reject, decimal, fits, half_up, load, money, percent, yuan  # noqa: F401

LAYERS = ["basic", "catastrophic", "large-amount", "civil-servant", "assistance", "re-assistance"]
BASIS = ["cited", "published", "analogy", "assumed"]
STAY_CARES = ("inpatient", "day-surgery", "day-ward")
CARES = ("outpatient", "chronic", "two-disease", "special-drug", "inpatient", "day-surgery", "pharmacy", "day-ward")
DESIGNATIONS = CARES
PLACES = ("local", "remote-temporary", "remote-referred", "remote-resident")
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

# ---------------------------------------------------------------- reading a case

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
            "residence": facts("residence", "place", PLACES, ("region",)),
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
               "referred_from", "first_contact_referral"), "encounter")
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
    for key in ("use_account", "before_admission", "first_contact_referral"):
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


# ---------------------------------------------------------------- a person-year

class Ledger:
    """What the fold carries from bill to bill."""

    def __init__(self, person, opening):
        self.person = person
        self.counters = {year: dict(values) for year, values in opening.items()}
        self.admissions = {}        # year -> stays settled
        self.courses = []           # of per-stay deductibles: order of admission, absorbed, stays and bills
        self.stays = list(person["stays"])
        self.accounts = [list(a) for a in person["accounts"]]

    def copy(self):
        other = copy.copy(self)
        other.counters = {year: dict(values) for year, values in self.counters.items()}
        other.admissions = dict(self.admissions)
        other.courses = [dict(c, encounters=list(c["encounters"]), stays=[dict(s) for s in c["stays"]])
                         for c in self.courses]
        other.stays, other.accounts = list(self.stays), [list(a) for a in self.accounts]
        return other


def share_of_others(what):
    return what["others"] if what["cause"] not in (None, "illness") else Fraction(0)


def amounts_of(e, covered):
    """The classification of the lines (F1-F4, F10); without cover by the causes of the lines alone (F5)."""
    a = dict.fromkeys(("total", "not_payable", "outside_catalogue", "over_limit", "self_pay_first"), 0)
    for line in e["lines"]:
        others = max(share_of_others(line), share_of_others(e) if covered else 0)
        gone = half_up(line["price"] * others)
        over = line["over"] - half_up(line["over"] * others)
        a["total"] += line["price"]
        a["not_payable"] += gone
        if line["class"] == "C":
            a["outside_catalogue"] += line["price"] - gone
        else:
            a["over_limit"] += over
            a["self_pay_first"] += half_up(line["share"] * (line["price"] - gone - over))
    fits(a["total"])
    a["policy_scope"] = a["total"] - sum(v for k, v in a.items() if k != "total")
    return a


def cover_on(person, on):
    """The cover that counts, or the reason why there is none and the next day of cover (L9, B11)."""
    held = [c for c in person["coverage"] if holds(c, on)]
    if held:
        return min(held, key=lambda c: c["scheme"] != "employee"), None, None
    later = sorted(c["from"] for c in person["coverage"] if c["from"] > on and c.get("to") != c["from"])
    before = any(c["from"] <= on and c.get("to") != c["from"] for c in person["coverage"])
    return None, "left" if before else "not-enrolled", later[0] if later else None


def standing_place(e, person):
    """The place after the filing was looked at (L2, B12)."""
    if e["place"] != "remote-resident":
        return e["place"]
    def covers(filed):
        if e["region"] is None:
            return True
        for zeros in (4, 2):
            if filed.endswith("0" * zeros):
                return e["region"][:6 - zeros] == filed[:6 - zeros]
        return e["region"] == filed
    for r in person["residence"]:
        if r["place"] == "remote-resident" and holds(r, e["date"]) and covers(r["region"]):
            return "remote-resident"
    return "remote-temporary"


def is_designated(e, need_care=True):
    if e["place"] == "local" and need_care:
        return e["care"] in e["designated"] or e["paid_as"] in e["designated"]
    return bool(e["designated"])


def matches(benefit, scheme, e):
    if scheme not in benefit["schemes"]:
        return False
    if e["care"] == "chronic" and e["disease"] in benefit.get("treatments", []):
        return True
    return e["paid_as"] in benefit["care"] and e.get("disease") in benefit.get("diseases", [e.get("disease")])


def conditions(benefit, kind, on):
    return [c for c in benefit.get("conditions", []) if c["kind"] == kind
            and c.get("from", on) <= on and (c.get("until") is None or on < c["until"])]


def obstacle(benefit, e, ledger):
    """Why a benefit does not pay for this care, in the contract's order of reasons."""
    on = e["date"]
    if conditions(benefit, "registered", on) and e["care"] in ("chronic", "two-disease"):
        if not any(d["disease"] == e["disease"] and holds(d, on) for d in ledger.person["diseases"]):
            return "disease-not-registered"
    for c in conditions(benefit, "not-during", on):
        for s in ledger.stays:
            released = e["before_admission"] and s["kind"] == "inpatient" and s["from"] == on
            if s["kind"] in c["stays"] and holds(s, on) and not released:
                return "during-stay"
    if conditions(benefit, "designated", on) and not is_designated(e):
        return "not-designated"
    if conditions(benefit, "designated-for-any", on) and not is_designated(e, need_care=False):
        return "not-designated"
    return None


def identity_for(policy, benefit, held, on):
    """The identity that governs a layer (E07); False where the layer needs one that the person has not."""
    ranked = policy.ranked(held, on)
    asked = conditions(benefit, "identity", on)
    if asked:
        return ranked[0] if ranked and ranked[0] in asked[0]["identities"] else False
    for category in ranked:
        for part in ("tilt-deductible", "tilt-ratio", "tilt-cap"):
            if policy.find(benefit["name"] + "." + part, on, identity=category):
                return category
    return None


def settle_layer(policy, benefit, e, cover, ledger, place, identity, base, course):
    """One layer: first self-pay, deductible, ratio by bracket, cap. Returns the entry and the rows that worked."""
    on, name, year = e["date"], benefit["name"], e["date"][:4]
    counters = ledger.counters.setdefault(year, {})
    treated = e["care"] == "chronic" and e["disease"] in benefit.get("treatments", [])
    key = {"level": e["level"], "status": cover["status"], "identity": identity, "place": place,
           "disease": e.get("disease"), "order": min(3, course["order"]) if course else 1,
           "held": str(len({d["disease"] for d in ledger.person["diseases"]
                            if holds(d, on) and d["disease"] in benefit.get("diseases", [])}))}
    worked = [policy.one(name + ".benefit", on)]
    def part(which):
        row = policy.one(name + "." + which, on, **key)
        if row:
            worked.append(row)
        return row
    row = part("first-self-pay")
    first = half_up(row.share * base) if row else 0
    b = base - first

    plain, tilt = part("deductible"), part("tilt-deductible")
    def tilted(amount):
        if not tilt:
            return amount
        return tilt.amount if tilt.amount is not None else half_up(tilt.share * amount)
    d = tilted(plain.amount if plain else 0)
    before = counters.get(name + ".base", 0)
    if benefit["kind"] == "threshold":
        counted_from, counted_to = max(before, d), max(before + b, d)
        counters[name + ".base"] = fits(before + b)
    else:
        if treated:
            counter = "%s:%s.deductible" % (name, e["disease"])
            absorbed = counters.get(counter, 0)
        elif benefit["kind"] == "per-stay":
            counter, absorbed = None, course["absorbed"]
            if "unreferred" in course:    # a referred stay bears no more than it would without the referral (C11)
                row = policy.one(name + ".deductible", on, **dict(key, order=min(3, course.pop("unreferred"))))
                course["limit"] = absorbed + tilted(row.amount if row else 0)
            d = min(d, course.get("limit", d))
        else:
            counter, absorbed = name + ".deductible", counters.get(name + ".deductible", 0)
        used = min(b, max(0, d - absorbed))
        if counter:
            counters[counter] = fits(absorbed + used)
        else:
            course["absorbed"] += used
        counted_from, counted_to = used, b
    deductible = b - (counted_to - counted_from)

    tilt = part("tilt-ratio")
    points = tilt.points if tilt else 0
    brackets = sorted(policy.find(name + ".ratio", on, **key), key=lambda r: r.above)
    worked += brackets
    exact = Fraction(0)
    for i, bracket in enumerate(brackets):
        top = brackets[i + 1].above if i + 1 < len(brackets) else None
        low = max(counted_from, bracket.above)
        high = counted_to if top is None else min(counted_to, top)
        exact += max(0, high - low) * min(Fraction(1), bracket.share + points)
    paid = half_up(exact)

    cap, tilt = part("cap"), part("tilt-cap")
    limit = cap.amount if cap and not cap.none else None
    if tilt:
        limit = None if tilt.none else tilt.amount
    if limit is not None:
        so_far = sum(counters.get(n + ".paid", 0) for n in [name] + benefit["shared"])
        paid = min(paid, max(0, limit - so_far))
    counters[name + ".paid"] = fits(counters.get(name + ".paid", 0) + paid)
    entry = {"layer": benefit["layer"], "fund": benefit["fund"], "benefit": name, "base": base,
             "first_self_pay": first, "deductible": deductible, "paid": paid, "burden": base - paid}
    return entry, worked


def days_between(first, second):
    return (datetime.date.fromisoformat(second) - datetime.date.fromisoformat(first)).days


def same_number(e, ledger):
    """The stays of this institution under the number of this one: (course, stay)."""
    return [(c, s) for c in ledger.courses for s in c["stays"]
            if "stay" in e and (s["number"], s["at"]) == (e["stay"], e["at"])]


def check_stay(e, ledger):
    """An institution gives a number to one stay, whose bills overlap or follow on each other."""
    first, last = e.get("admitted", e["date"]), e["date"]
    for _, s in same_number(e, ledger):
        if days_between(s["to"], first) > 1 or days_between(last, s["from"]) > 1:
            raise Reject("the number of another stay")


def note_stay(e, course):
    first, last = e.get("admitted", e["date"]), e["date"]
    for s in course["stays"]:
        if (s["number"], s["at"]) == (e["stay"], e["at"]):
            s.update({"from": min(s["from"], first), "to": max(s["to"], last)})
            return
    course["stays"].append({"number": e["stay"], "at": e["at"], "from": first, "to": last})


def find_course(policy, e, ledger):
    """The course of a per-stay deductible: of this stay, of the stay that referred, or a new one (B13, C11)."""
    year = e["date"][:4]
    for c, _ in same_number(e, ledger):
        return c
    if "referred_from" in e and policy.one("referral.continuous-deductible", e["date"]):
        for c in ledger.courses:
            if e["referred_from"] in c["encounters"]:
                c["unreferred"] = ledger.admissions.get(year, 0) + 1
                return c
    ledger.admissions[year] = ledger.admissions.get(year, 0) + 1
    ledger.courses.append({"order": ledger.admissions[year], "absorbed": 0, "encounters": [], "stays": []})
    return ledger.courses[-1]


def pay_account(policy, e, ledger, cover, amounts, fund_total, in_scope):
    """The personal account and the family's (B11, D04)."""
    on, shares = e["date"], {}
    scope = policy.one("account.scope", on)
    if not e["use_account"] or not scope or not is_designated(e, need_care=False):
        return shares
    if scope.text == "in-scope":
        left = amounts["policy_scope"] - fund_total - in_scope
    else:
        left = amounts["total"] - fund_total - amounts["not_payable"] - e["supplement"]
    left = max(0, left)
    for account in ledger.accounts:
        owner, balance = account
        if owner == "self":
            allowed = cover["scheme"] == "employee"
        else:
            allowed = policy.one("account.family", on, owner=owner)
        paid = min(left, balance) if allowed else 0
        if paid:
            account[1] -= paid
            left -= paid
            shares[owner] = shares.get(owner, 0) + paid
    return shares


def settle_encounter(policy, e, ledger):
    check_stay(e, ledger)
    on, person = e["date"], ledger.person
    cover, reason, covered_from = cover_on(person, on)
    every_line = e["lines"] and all(share_of_others(line) == 1 for line in e["lines"])
    whole = share_of_others(e) == 1 or every_line
    amounts = amounts_of(e, cover)
    if whole and cover:
        amounts = dict.fromkeys(amounts, 0) | {"total": amounts["total"], "not_payable": amounts["total"]}
    like = cover and policy.one("care.by-reference", on, care=e["care"], status=cover["status"])
    e["paid_as"] = like.text if like else e["care"]
    bill = {"encounter": e["id"], "rule_date": on, "status": "settled", "amounts": amounts, "layers": []}
    in_scope = None
    worked, shares, course = [like] if like else [], {}, None
    held = {i["category"] for i in person["identities"] if holds(i, on)}
    place = standing_place(e, person)
    candidates = []
    if not cover:
        bill.update(status="not-covered", reason=reason, covered_from=covered_from)
    elif whole:
        bill.update(status="not-payable", reason=e["cause"] if share_of_others(e) == 1 else e["lines"][0]["cause"])
    else:
        if not policy.one("policy.in-force", on):
            reason = "no-policy-in-force"
        else:
            candidates = [b for b in policy.benefits.values()
                          if matches(b, cover["scheme"], e) and policy.one(b["name"] + ".benefit", on)]
            candidates.sort(key=lambda b: LAYERS.index(b["layer"]))
            open_to = [b for b in candidates if identity_for(policy, b, held, on) is not False]
            reason = obstacle(open_to[0], e, ledger) if open_to else "no-rule"
        if reason:
            bill.update(status="no-benefit", reason=reason)
    if bill["status"] == "settled":
        if e["care"] in STAY_CARES:
            course = find_course(policy, e, ledger)
            course["encounters"].append(e["id"])
            if "stay" in e:
                note_stay(e, course)
        burden = amounts["policy_scope"]
        for benefit in candidates:
            if benefit["layer"].endswith("assistance") and in_scope is None:
                in_scope = min(e["supplement"], burden)    # before any assistance (SD20-1.2.3-a)
                burden -= in_scope
            if obstacle(benefit, e, ledger):
                continue
            identity = identity_for(policy, benefit, held, on)
            assisted = [x for x in bill["layers"] if x["layer"] == "assistance"]
            allowed = identity is not False
            if conditions(benefit, "province-by-the-rules", on):
                inside = (e["region"] or policy.pool)[:2] == policy.pool[:2]
                allowed = allowed and inside and place != "remote-temporary"
            if not allowed:
                if benefit["layer"] == "re-assistance" and assisted:    # it raises U all the same
                    counters = ledger.counters[on[:4]]
                    counters["re-assistance.base"] = fits(counters.get("re-assistance.base", 0) + burden)
                continue
            entry, rows = settle_layer(policy, benefit, e, cover, ledger, place, identity, burden, course)
            worked += rows
            bill["layers"].append(entry)
            burden = entry["burden"] - entry["first_self_pay"]
    bill["fund_total"] = sum(x["paid"] for x in bill["layers"])
    if bill["status"] in ("settled", "no-benefit"):
        if in_scope is None:
            in_scope = min(e["supplement"], amounts["policy_scope"] - bill["fund_total"])
        shares = pay_account(policy, e, ledger, cover, amounts, bill["fund_total"], in_scope)
    if e["care"] in STAY_CARES:    # day surgery is a stay too (C10)
        ledger.stays.append({"kind": "inpatient", "from": e["admitted"], "to": on})
    bill["account_by_owner"], bill["account"] = shares, sum(shares.values())
    insured = sum(x["paid"] for x in bill["layers"] if not x["layer"].endswith("assistance"))
    left = amounts["total"] - amounts["not_payable"] - insured
    if e["supplement"] and (e["supplement"] > left or (cover and cover["scheme"] != "employee")):
        raise Reject("a supplement of more than was left, or of a resident")
    bill["cash"] = amounts["total"] - bill["fund_total"] - e["supplement"] - bill["account"]
    bill["basis"] = max((r.basis for r in worked), key=BASIS.index, default="cited")
    bill["policy_status"] = "draft" if any(r.draft for r in worked) else "in-force"
    bill["counters"] = {k: v for k, v in ledger.counters.get(on[:4], {}).items() if v}
    return bill


def settle(policies, line):
    """A case (text) in, a list of bills out; None where the whole case is rejected. Money is whole fen."""
    try:
        case = json.loads(line, object_pairs_hook=pairs)
        case = known(case, ("format", "pool", "person", "encounters"), ("opening",), "case")
        policy = policies[word(case, "pool", POOLS)]
        person = read_person(case["person"])
        opening = {year: {k: money(v) for k, v in known(values, (), values, "opening").items()}
                   for year, values in case.get("opening", {}).items()}
    except (Reject, ValueError):
        return None
    ledger, bills, used = Ledger(person, opening), [], set()
    for encounter in case.get("encounters", []):
        before = ledger.copy()
        name = encounter.get("id") if isinstance(encounter, dict) else None
        provider = encounter.get("provider") if isinstance(encounter, dict) else None
        at = provider.get("id", "") if isinstance(provider, dict) else ""    # an id is its institution's
        try:
            if isinstance(name, str) and (name, at) in used:
                raise Reject("an id that was used before")
            earlier = {each for each, _ in used}
            e = read_encounter(encounter, policy.pool, earlier, person["born"])
            bills.append(settle_encounter(policy, e, ledger))
        except Reject as why:
            ledger = before
            bills.append({"encounter": name, "status": "rejected", "why": str(why)})
        if isinstance(name, str):
            used.add((name, at))
    return bills
