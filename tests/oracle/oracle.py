"""An independent calculator of settlement, in plain Python and exact integers.

It is written from the documents (semantics, contract, readings), not from the engine; its figures come from figures.py.
`settle` takes the policies and a case as text, and gives the bills, with money in whole fen.
"""

import copy
import json

from figures import POOLS, Reject, fits, money
from layers import check_stay, find_course, note_stay, settle_layer
from reading import STAY_CARES, holds, known, pairs, read_encounter, read_person, word
from situation import amounts_of, conditions, cover_on, identity_for, is_designated, matches, obstacle, \
    share_of_others, standing_place

LAYERS = ["basic", "catastrophic", "large-amount", "civil-servant", "assistance", "re-assistance"]
BASIS = ["cited", "published", "analogy", "assumed"]


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


def deposit_row(policy, e, person, place):
    """The row that waives the deposit of a stay: by the identity held on admission, after a first contact (E14)."""
    if not e["first_contact_referral"] or e["paid_as"] not in STAY_CARES or place != "local":
        return None
    on = e["admitted"]
    ranked = policy.ranked({i["category"] for i in person["identities"] if holds(i, on)}, on)
    return policy.one("pay-later.deposit", on, identity=ranked[0]) if ranked else None


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
        waived = deposit_row(policy, e, person, place)
        bill["deposit_waived"] = waived is not None
        worked += [waived] if waived else []
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
