"""A second calculator of standings, written from docs/people.md and the documents alone.

A record (dict) in, a standing (dict) out: cover, gaps, dues, subsidies, the personal account, years, identities and the
codes of warnings. Arithmetic is exact: fen are integers, rates and bases fractions, and everything is rounded once.
"""

import figures
from employment import Employment
from reading import DAY, NEVER, Reject, age_on, first_of, half_up, last_of, month_of, month_text, read, yuan
from residents import Residents


class Derivation(Employment, Residents):
    def __init__(self, record):
        self.pool, self.told_as_of, self.person = record["pool"], record["as_of"], record["person"]
        deaths = [e["on"] for e in record["events"]
                  if e["event"] == "death" and e["on"] <= self.told_as_of < e.get("withdrawn", NEVER)]
        self.died = deaths[0] if deaths else None
        self.as_of = self.died or self.told_as_of    # after a death nothing comes
        self.born = self.person["born"]
        self.warnings = []
        if record["out_of_order"]:
            self.warn("out-of-order")
        self.events = [e for e in record["events"] if e["on"] <= self.as_of]
        gone = [e for e in record["events"] if e["event"] == "withdraw" or "withdrawn" in e]
        gone = [e for e in gone if e.get("withdrawn", e["on"]) <= self.told_as_of]    # as if neither had been
        for e in record["events"][len(self.events):]:
            if e not in gone:
                self.warn("after-as-of", e)
        self.events = [e for e in self.events if e not in gone]
        said = [{k: v for k, v in e.items() if k not in ("place", "withdrawn")} for e in self.events]
        for i, e in enumerate(self.events):
            if e["event"] != "account-use" and said[i] in said[:i]:
                self.warn("told-twice", e)
        self.dues, self.subsidies, self.covers = [], [], []

    def warn(self, code, event=None):
        place = event["place"] if event else None
        if (code, place) not in self.warnings:
            self.warnings.append((code, place))

    def of(self, *names):
        return [e for e in self.events if e["event"] in names]

    def look(self, table, day, **asked):
        return figures.value(self.pool, table, day, **asked)

    def figure(self, table, day, **asked):
        return figures.find(self.pool, table, day, **asked)

    # ---- identities

    def hold_identities(self):
        self.held = []
        for e in self.of("identity"):
            again = [h for h in self.held if (h["category"], h["from"]) == (e["category"], e["from"])]
            if again:
                self.held[self.held.index(again[0])] = e
            else:
                self.held.append(e)

    def holding(self, day, fits=lambda h: True):
        """The highest of the identities of a day that fit; of one rank the one known first."""
        found = [h for h in self.held if h["from"] <= day < h["to"] and fits(h)]
        return min(found, key=lambda h: (figures.RANKS.index(h["category"]), not h.get("exempt"))) if found else None

    def counting(self):
        spans = []
        marks = sorted({h[k] for h in self.held for k in ("from", "to")})
        for start, end in zip(marks, marks[1:]):
            held = self.holding(start)
            if held is None:
                continue
            if spans and spans[-1][0] == held["category"] and spans[-1][2] == start:
                spans[-1][2] = end
            else:
                spans.append([held["category"], start, end])
        return self.living(spans) if self.died else spans

    # ---- the line of time

    def cover_at(self, day):
        found = [c for c in self.covers if c["from"] <= day < c["to"]]
        if not found:
            return None
        best = max(found, key=lambda c: (c["scheme"] == "employee", c["began"]))
        return best["scheme"], best["status"], best["year"]

    def reason_at(self, day):
        if self.retired_on and day >= self.retired_on:
            if self.entitled_from is None or day < self.entitled_from:
                return "unpaid"
        for r in self.relations:
            if r.has(day):
                return "unpaid" if not r.paid else "waiting-period" if day < r.begins else "suspended"
        assessed = self.resident_years.get(day.year)
        if assessed and day >= assessed["since"]:
            return ("waiting-period" if assessed["delayed"] else "unpaid"), day.year
        if any(since <= day < until and day.year == year for since, until, year in self.awaited):
            return "unpaid", day.year
        if any(c["scheme"] == "employee" and c["to"] <= day for c in self.covers):
            return "left"
        return "not-enrolled"

    def draw_line(self):
        self.line_cover, self.line_gaps = [], []
        if not self.events:
            return
        first = min([self.events[0]["on"]] + [c["from"] for c in self.covers])
        end = max([self.as_of + DAY] + [c["to"] for c in self.covers if c["to"] != NEVER]
                  + [c["from"] + DAY for c in self.covers])
        marks = {first, end} | {first_of(m) for m in range(month_of(first) + 1, month_of(end) + 1)}
        days = [c[k] for c in self.covers for k in ("from", "to")] + [self.retired_on, self.entitled_from]
        days += [d for r in self.relations for d in (r.opened, r.ended, r.begins)]
        days += [y["since"] for y in self.resident_years.values()] + [d for a in self.awaited for d in a[:2]]
        marks |= {d + shift for d in days if d and d != NEVER for shift in (-DAY, 0 * DAY, DAY)}
        marks = sorted(m for m in marks if first <= m <= end)
        for start, stop in zip(marks, marks[1:]):
            cover = self.cover_at(start)
            line, what = (self.line_gaps, self.reason_at(start)) if cover is None else (self.line_cover, cover)
            if line and line[-1][0] == what and line[-1][2] == start:
                line[-1][2] = stop
            else:
                line.append([what, start, stop])
        after = self.cover_at(end)
        for line, opens in ((self.line_cover, lambda what: what == after), (self.line_gaps, lambda what: True)):
            if line and line[-1][2] == end and opens(line[-1][0]):
                line[-1][2] = None

        if self.died:
            self.line_cover, self.line_gaps = self.living(self.line_cover), self.living(self.line_gaps)

    def living(self, spans):
        """The spans up to the day of death."""
        end = self.died + DAY
        return [[what, a, min(b or NEVER, end)] for what, a, b in spans if a < end]

    # ---- the personal account

    def credit_of(self, month):
        """(fen, day on which it is there), or None."""
        day = first_of(month)
        r = self.contributing.get(month)
        age_on_day = first_of(month // 12 * 12) if self.look("age-on", day) == "year-start" else last_of(month)
        age = age_on(self.born, age_on_day)
        if self.entitled_from and month >= month_of(self.entitled_from):
            if self.look("holders", day, status="retired") != "account":
                return None
            by_age, bands = self.look("credit-by-age", day), self.look("credit-retired", day)
            if by_age is not None:
                return by_age * age, day
            if bands is None:
                self.warn("no-credit-rule")
                return None
            return [v for start, v in bands if start <= age][-1], day
        if r is None or month not in r.paid or self.look("holders", day, status=r.status) != "account":
            return None
        if any(self.look("separate", d, person_kind=r.person_kind) for d in (day, r.opened)):
            return None
        bands, base = self.look("credit-active", day), self.base_of(r, month)
        if base is None:
            return None
        if bands is None:
            self.warn("no-credit-rule")
            return None
        rate = [v for start, v in bands if start <= age][-1]
        return half_up(base * rate), max(day, r.paid[month] or day)

    def keep_account(self):
        months = set(self.contributing)
        if self.entitled_from:
            months |= set(range(month_of(self.entitled_from), month_of(self.as_of) + 1))
        credits = [(there, month, fen) for month in sorted(months) if month <= month_of(self.as_of)
                   for fen, there in [self.credit_of(month) or (0, None)] if there]
        self.opening = self.balance = self.person["account_balance"]
        self.entries = []
        todo = [(there, 0, i, c) for i, c in enumerate(sorted(credits)) for there in [c[0]]]
        todo += [(e["on"], 1, i, e) for i, e in enumerate(self.of("account-use"))]
        for day, is_use, _, what in sorted(todo, key=lambda t: t[:3]):
            if not is_use:
                self.balance += what[2]
                self.entries.append({"month": month_text(what[1]), "credit": yuan(what[2])})
                continue
            entry = {"on": day.isoformat(), "use": what["use"], "for": what["for"]}
            refusal, cover = None, self.cover_at(day)
            if self.look("uses", day, **{"use": what["use"], "for": what["for"]}) != "allowed":
                refusal = "not-allowed"
            elif cover is None or cover[0] != "employee":
                refusal = "not-covered"
            elif what["amount"] > self.balance:
                refusal = "insufficient"
            if refusal:
                entry.update(refused=yuan(what["amount"]), reason=refusal)
            else:
                self.balance -= what["amount"]
                entry["debit"] = yuan(what["amount"])
            self.entries.append(entry)

    # ---- all of it

    def run(self):
        self.hold_identities()
        self.relate()
        self.retire()
        self.charge_months()
        self.cover_relations()
        self.enrol_residents()
        self.assess_residents()
        self.draw_line()
        self.keep_account()
        held = self.holding(self.as_of, lambda h: self.look("must-be-insured", self.as_of, identity=h["category"]))
        if held and self.cover_at(self.as_of) is None:
            self.warn("needy-not-covered")
        return self

    def result(self):
        def span(start, end):
            return {"from": start.isoformat(), **({} if end in (None, NEVER) else {"to": end.isoformat()})}
        years = {"actual_months": self.actual, "deemed_months": self.deemed, "topped_up_months": self.topped,
                 "required_months": self.required, "missing_months": self.missing,
                 "entitled_from": self.entitled_from and self.entitled_from.isoformat()}
        return {
            "as_of": self.told_as_of.isoformat(), "died": self.died and self.died.isoformat(),
            "cover": [{"scheme": c[0], "status": c[1], **span(a, b)} for c, a, b in self.line_cover],
            "gaps": [{**span(a, b), "reason": reason if isinstance(reason, str) else reason[0]}
                     for reason, a, b in self.line_gaps],
            "dues": [{**d, "amount": yuan(d["amount"]), "paid_on": d["paid_on"] and d["paid_on"].isoformat()}
                     for d in self.dues],
            "subsidies": [{**s, "amount": yuan(s["amount"])} for s in self.subsidies],
            "entries": self.entries, "opening": yuan(self.opening), "balance": yuan(self.balance),
            "years": {k: v for k, v in years.items() if v is not None},
            "identities": [{"category": c, **span(a, b)} for c, a, b in self.counting()],
            "warnings": self.warnings,
        }


def derive(record):
    """A record (as parsed JSON) in, a standing out; None where the rule book knows an error instead."""
    try:
        return Derivation(read(record)).run().result()
    except Reject:
        return None
