"""Who the person is on a day, where the care was given, what of its price is in scope, and why a benefit refuses it."""

from fractions import Fraction

from figures import fits, half_up
from reading import holds


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
    """The place after the filings were looked at (L2, B12): what is granted for that day and region governs."""
    if e["place"] in ("local", "remote-referred"):
        return e["place"]
    if e["place"] == "remote-temporary" and e["region"] is None:
        return e["place"]
    def covers(filed):
        if e["region"] is None:
            return True
        for zeros in (4, 2):
            if filed.endswith("0" * zeros):
                return e["region"][:6 - zeros] == filed[:6 - zeros]
        return e["region"] == filed
    filed = {r["place"] for r in person["residence"]
             if r["answer"] == "granted" and holds(r, e["date"]) and covers(r["region"])}
    for place in ("remote-resident", "remote-referred"):
        if place in filed:
            return place
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
