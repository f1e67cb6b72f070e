"""Relations with the employee scheme: months, dues, cover, contributory years (docs/people.md, "Employees")."""

from datetime import date
from fractions import Fraction

from reading import DAY, NEVER, first_of, half_up, month_of, month_text


def status_of(kind):
    return "flexible" if kind in ("flexible", "file-custody") else "active"


class Relation:
    def __init__(self, event, order):
        self.employer, self.opened, self.order = event.get("employer"), event["on"], order
        self.kind = event.get("employer_kind") or ("flexible" if event["status"] == "flexible" else "enterprise")
        self.person_kind = event.get("person_kind", "ordinary")
        self.status = status_of(self.kind)
        self.wages = [(event["on"], event.get("monthly_wage"))]
        self.ended, self.by_retirement = None, False
        self.months, self.pays, self.paid = [], [], {}    # months that it contributes for
        self.whole = {}    # month -> day on which the employer's part was reached, too
        self.presumed = False
        self.unnamed = event["event"] == "enrol"    # no employer has been named
        self.begins, self.cover = None, []

    def wage(self, month):
        known_by_then = [w for on, w in self.wages if month_of(on) <= month and w is not None]
        return known_by_then[-1] if known_by_then else None

    def has(self, day):
        """Whether the person is in the relation on a day: to the end of its last month, or the day of retirement."""
        if self.ended is None:
            return self.opened <= day
        return self.opened <= day < (self.ended if self.by_retirement else first_of(month_of(self.ended) + 1))


class Employment:
    """The part of a derivation that speaks of employees."""

    def open_relations(self, entitled=None):
        """Relations and retirement, in the order of the events; what opens when the person is entitled is none."""
        self.relations, self.retired_on, self.granted_on, self.loose_leaves = [], None, None, []
        for order, e in enumerate(self.events):
            name = e["event"]
            open_now = [r for r in self.relations if r.ended is None]
            if name == "employ" or (name == "enrol" and e["scheme"] == "employee" and e["status"] != "retired"):
                told, opens = Relation(e, order), not entitled or e["on"] < entitled
                like = [r for r in open_now if r.status == told.status]
                if name == "enrol":    # a contract that is known says more
                    if not like and opens:
                        self.relations.append(told)
                    continue
                same = [r for r in open_now if r.unnamed and r in like
                        or (r.employer, r.kind) == (told.employer, told.kind)]
                if not same:
                    self.relations += [told] if opens else []
                    continue
                if same[0].unnamed:
                    same[0].employer, same[0].kind, same[0].unnamed = told.employer, told.kind, False
                    same[0].person_kind = told.person_kind
                same[0].wages.append((e["on"], e.get("monthly_wage")))
            elif name == "leave":
                if "employer" in e:
                    open_now = [r for r in open_now if r.employer == e["employer"]]
                if not open_now:
                    self.loose_leaves.append(e)
                else:
                    open_now[0].ended = e["on"]
            elif name == "retire" or (name == "enrol" and e["scheme"] == "employee"):
                for r in open_now:
                    r.ended, r.by_retirement = e["on"], True
                self.retired_on = self.retired_on or e["on"]
                if name == "enrol":
                    self.granted_on = self.granted_on or e["on"]

    def spread_months(self):
        """Which relation contributes for which month."""
        self.contributing, self.two_employers = {}, False
        ahead = sorted({e["month"] for e in self.of("pay") if e.get("month", 0) > month_of(self.as_of)})
        for r in self.relations:
            last = month_of(r.ended or self.as_of) - r.by_retirement
            months = list(range(month_of(r.opened), last + 1))
            if r.ended is None:    # a month that is paid already
                months += ahead
            r.months = [m for m in months if m not in self.contributing]
            self.two_employers |= len(r.months) < len(months)
            self.contributing.update({m: r for m in r.months})
        self.pay_months()

    def pay_months(self):
        """A month is paid on the day on which what the person owes for it is reached; its listed payments add up."""
        for r in self.relations:
            r.paid, r.whole, r.presumed, sums = {}, {}, False, {}
            r.pays = [e for e in self.of("pay") if e.get("month") in r.months]
            for e in r.pays:
                month = e["month"]
                sums[month] = sums.get(month, 0) + e["amount"]
                owed = self.monthly(r, month)[0]
                if sums[month] >= sum(amount for _, payer, amount in owed if payer == "person"):
                    r.paid.setdefault(month, e["on"])
                if sums[month] >= sum(amount for _, _, amount in owed):
                    r.whole.setdefault(month, e["on"])
            if r.status != "flexible" and len(sums) == 1 and r.paid:
                only, r.presumed = min(r.paid), True
                r.paid.update({m: None for m in r.months if m > only})

    def relate(self):
        """Relations with their months, and what is odd about them."""
        self.open_relations()
        self.spread_months()
        self.open_relations(self.entitlement())
        self.spread_months()
        for e in self.loose_leaves:
            self.warn("leave-without-relation", e)
        if self.two_employers:
            self.warn("two-employers")
        for e in self.of("pay"):
            if "month" in e and e["month"] not in self.contributing:
                self.warn("pay-without-enrolment", e)

    def base_of(self, r, month):
        """The contribution base of a month, exact; None when it cannot be known."""
        day = first_of(month)
        average = self.look("average-wage", day)
        twelfth = None if average is None else Fraction(average, 12)
        if r.status == "flexible":
            share = self.look("flexible-base", day)
            return None if twelfth is None or share is None else twelfth * share
        wage = r.wage(month)
        if wage is None:
            return None
        base = Fraction(wage)
        floor, ceiling = self.look("base-floor", day), self.look("base-ceiling", day)
        if twelfth is not None and floor is not None:
            base = max(base, twelfth * floor)
        if twelfth is not None and ceiling is not None:
            base = min(base, twelfth * ceiling)
        return base

    def monthly(self, r, month):
        """What is owed for a month: ([(part, payer, fen)], the figures, why nothing is)."""
        day = first_of(month)
        if r.status != "flexible" and self.look("separate", day, person_kind=r.person_kind):
            return [], [], "separate-contribution"
        base = self.base_of(r, month)
        if r.status == "flexible":
            rates = [("individual", "person", self.figure("flexible-rate", day))]
        elif base is None:
            return [], [], "no-wage"
        else:
            rates = [("employer", "employer", self.figure("employer-rate", day, kind=r.kind)),
                     ("individual", "person", self.figure("person-rate", day))]
        if base is None or any(rate is None for _, _, rate in rates):
            return [], [], "no-rate"
        owed = [(part, payer, half_up(base * rate.value)) for part, payer, rate in rates]
        return owed, [rate for _, _, rate in rates], None

    def charge_months(self):
        for month in sorted(self.contributing):
            r = self.contributing[month]
            if self.entitled_from and month >= month_of(self.entitled_from):
                continue
            owed, rates, nothing = self.monthly(r, month)
            if nothing:
                self.warn(nothing)
                continue
            presumed = month in r.paid and r.paid[month] is None
            for part, payer, amount in owed:
                self.dues.append({"for": month_text(month), "part": part, "payer": payer, "amount": amount,
                                  "paid_on": (r.whole if payer == "employer" else r.paid).get(month),
                                  "presumed": presumed})
            self.weigh(r, month, rates, sum(amount for _, _, amount in owed))

    def weigh(self, r, month, basis, owed):
        """What was paid for a month: too little of whatever is owed, too much of what cited figures say."""
        paid = [e["amount"] for e in r.pays if e["month"] == month]
        if r.status == "flexible":
            basis = basis + [self.figure("flexible-base", first_of(month))]
        if paid and sum(paid) < owed:
            self.warn("pay-short")
        elif paid and sum(paid) > owed and all(figure.cited for figure in basis):
            self.warn("pay-over")

    def cover_relations(self):
        for r in self.relations:
            if not r.paid:
                continue
            first = not any(o.paid for o in self.relations[:self.relations.index(r)])
            first = first and not any(e["on"] <= r.opened for e in self.of("transfer"))
            start = self.look("cover-start", r.opened, entry="first" if first else "again")
            if start == "month-after-payment":
                first_day = min(day for day in r.paid.values() if day)
                r.begins = max(first_of(month_of(first_day) + 1), first_of(min(r.paid)))
            else:
                r.begins = max(r.opened, first_of(min(r.paid)))
            months, now = set(r.paid), month_of(self.as_of)
            if now in r.months and now - 1 in r.paid and self.as_of < first_of(now + 1) - DAY:
                months.add(now)    # it is not over
            spans = [(first_of(m), first_of(m + 1)) for m in sorted(months)]
            if r.by_retirement and r.months and max(r.months) in months:
                spans.append((first_of(month_of(r.ended)), r.ended))
            if r.ended is None and (max(months) >= now or r.presumed):
                spans.append((first_of(now + 1), NEVER))
            for start, end in spans:
                start, end = max(start, r.begins), min(end, self.entitled_from or NEVER)
                if start < end:
                    r.cover.append((start, end))
                    self.covers.append({"scheme": "employee", "status": r.status, "from": start, "to": end,
                                        "began": (r.begins, r.order), "year": None})

    # ---- retirement and years

    def count_months(self, day, end=None):
        """Months of contribution known by a day, those before the month `end`: (actual, deemed, topped up)."""
        end = end or month_of(NEVER)
        paid = {m for r in self.relations for m in r.paid if first_of(m + 1) <= day and m < end}
        actual, loose, deemed, deemed_loose, topped = set(paid), 0, set(), 0, 0
        for e in self.of("transfer"):
            if e["on"] <= day and self.look("transfer", e["on"]):
                if e["span"] is None:
                    loose += e["months"]
                else:
                    actual |= {m for m in e["span"] if m < end}
        for e in self.of("deemed"):
            if not self.is_recognised(e) or e["recognised"] > day:
                continue
            if e["span"] is None:
                deemed_loose += e["months"]
            else:
                new = [m for m in e["span"] if m not in actual and m not in deemed and m < end]
                deemed |= set(new[:e.get("months", len(new))])
        for e in self.of("top-up"):
            if e["on"] <= day:
                topped += e["months"]
        return len(actual) + loose, len(deemed) + deemed_loose, topped

    def is_recognised(self, e):
        day = e.get("recognised")
        if day is None or day > self.as_of:
            return False
        earliest = self.look("deemed-recognised-from", e["on"])
        return earliest is None or day >= earliest

    def entitlement(self):
        """The day from which the person is entitled to retiree benefits, or None."""
        day = self.retired_on or self.as_of
        self.required = self.look("required-months", day, sex=self.person["sex"]) if "sex" in self.person else None
        if self.retired_on is None:
            return None
        days = {self.retired_on, self.granted_on or NEVER} | {e["on"] for e in self.events}
        days |= {e["recognised"] for e in self.of("deemed") if "recognised" in e}
        days |= {first_of(m + 1) for r in self.relations for m in r.paid}
        for day in sorted(d for d in days if self.retired_on <= d <= self.as_of):
            if day == self.granted_on:
                return day
            if self.required is not None and sum(self.count_months(day)) >= self.required:
                return day
        return None

    def retire(self):
        for e in self.of("deemed"):
            if not self.is_recognised(e):
                self.warn("deemed-not-recognised", e)
        self.entitled_from = self.entitlement()
        end = self.entitled_from and month_of(self.entitled_from)    # what comes after the right counts no more
        self.actual, self.deemed, self.topped = self.count_months(NEVER, end)
        total = self.actual + self.deemed + self.topped
        self.missing = None if self.required is None else max(0, self.required - total)
        if self.granted_on and self.missing:
            self.missing = 0
        if self.entitled_from:
            self.covers.append({"scheme": "employee", "status": "retired", "from": self.entitled_from, "to": NEVER,
                                "began": (self.entitled_from, 0), "year": None})
        elif self.retired_on and self.missing and self.look("top-up", self.retired_on):
            self.warn("top-up-not-given")
