"""One layer of a bill, and the courses of stays that share a per-stay deductible."""

import datetime
from fractions import Fraction

from figures import Reject, fits, half_up
from reading import holds


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
