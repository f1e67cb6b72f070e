"""Residents: enrolments, windows, premiums, subsidies, cover (docs/people.md, "Residents")."""

from calendar import monthrange
from datetime import date

import figures
from reading import DAY, NEVER, add_months, first_of, last_of, month_of


def year_day(pair, year):
    return date(year, *pair)


class Residents:
    """The part of a derivation that speaks of residents."""

    def window(self, year):
        """First and last day of the collection window of an insured year."""
        found = self.look("window", date(year - 1, 12, 31))
        if found is None:
            return None
        opens, closes = found.split("..")
        month, number = int(closes[:2]), closes[3:]
        end_year = year if closes[:2] < opens[:2] else year - 1
        last = monthrange(end_year, month)[1] if number == "end" else int(number)
        first = date(year - 1, int(opens[:2]), int(opens[3:]))
        extended = self.look("window-extension", date(year, 1, 1))
        return first, extended or date(end_year, month, last)

    def enrol_residents(self):
        self.enrolments, self.held_for = [], {}
        for order, e in enumerate(self.events):
            if e["event"] == "enrol" and e["scheme"] == "resident":
                self.enrol_resident(e, order)

    def enrol_resident(self, e, order):
        open_now = [r for r in self.relations if r.opened <= e["on"] and (r.ended is None or e["on"] < r.ended)]
        if any(self.look("duty", e["on"], kind=r.kind) == "mandatory" or self.pays_into(r, e["on"]) for r in open_now):
            self.warn("resident-while-employed", e)
            return
        if self.entitled_from and self.entitled_from <= e["on"]:
            self.warn("resident-while-employed", e)
            return
        if "household" in e and e["household"][:4] != self.pool[:4]:
            if not e.get("residence_permit") or self.look("residence-permit", e["on"]) != "allowed":
                self.warn("household-elsewhere", e)
                return
        year = e.get("insured_year")
        if year is None:
            window = self.window(e["on"].year + 1)
            year = e["on"].year
            if e["status"] == "newborn":
                year = self.born.year if e["on"] <= self.newborn_limit(e["on"]) else year
            elif window and window[0] <= e["on"] <= window[1]:
                year += 1
        self.enrolments.append({"on": e["on"], "year": year, "status": e["status"], "order": order})

    def pays_into(self, r, day):
        """Whether a relation gives cover on a day, or cover that is paid for already and waits for its first month."""
        waits = r.begins is not None and min(d for d in r.paid.values() if d) <= day < r.begins
        return waits or any(start <= day < end for start, end in r.cover)

    def taken(self, n):
        """The day on which the employee scheme takes who enrolled, or a day after all records."""
        days = [NEVER]
        if self.entitled_from and self.entitled_from >= n["on"]:
            days.append(self.entitled_from)
        for r in self.relations:
            if self.look("duty", r.opened, kind=r.kind) == "mandatory":
                days += [r.opened] if r.order > n["order"] else []
            else:
                days += [start for start, _ in self.runs(r) if start > n["on"]]
        return min(days)

    @staticmethod
    def runs(r):
        """The days on which a relation gives cover, neighbouring months together."""
        runs = []
        for start, end in r.cover:
            if runs and runs[-1][1] == start:
                runs[-1][1] = end
            else:
                runs.append([start, end])
        return runs

    def stands(self, n, year):
        """Whether the premium of a year is owed, or was paid, by an enrolment (P8)."""
        begins, taken = date(year, 1, 1), self.taken(n)
        if n["year"] > year or taken > date(year, 12, 31):
            return n["year"] <= year
        if any(start <= begins < end for r in self.relations for start, end in r.cover):
            return False
        if self.entitled_from and self.entitled_from <= begins:
            return False
        before = self.held_for.get(year)
        self.held_for[year] = [n]    # as if it were the only one
        paid = self.paid_day(year, self.premiums(year, n["on"]), n["on"],
                             figures.find(self.pool, "individual", begins))
        self.held_for[year] = before
        return paid is not None and paid < taken

    def enrolments_for(self, year):
        """The enrolments that hold for a year, in the order of the events."""
        if self.held_for.get(year) is None:
            self.held_for[year] = [n for n in self.enrolments if self.stands(n, year)]
        return self.held_for[year]

    def premiums(self, year, since):
        """The payments for a year that come in time, by the days from which they count."""
        pays = [(max(e["on"], since), e) for e in self.of("pay") if e.get("insured_year") == year]
        return [(on, e) for on, e in pays if on <= self.last_payable(year)]

    def status_in(self, year):
        last = self.enrolments_for(year)[-1]
        if last["status"] == "newborn" and last["year"] < year:
            return "child"
        return last["status"]

    def is_newborn(self, year, day):
        last = self.enrolments_for(year)[-1]
        if last["status"] != "newborn":
            return False
        first = year == self.born.year or year == last["year"] == self.born.year + 1
        return first or (year <= last["year"] + 1 and day <= self.newborn_limit(day))

    def last_payable(self, year):
        end = date(year, 12, 31)
        last = self.enrolments_for(year)[-1]
        if last["status"] == "newborn" and year == self.born.year:
            return max(end, self.newborn_limit(end))
        return end

    def newborn_limit(self, day):
        months = self.look("newborn-limit", day)
        return add_months(self.born, months) if months is not None else self.born - DAY

    def at_once(self, day):
        return self.holding(day, lambda h: self.look("at-once", day, identity=h["category"])) is not None

    def owed(self, year, day):
        """Who owes what for a year on a charge day: ([(part, payer, fen)], subsidy or None, whether it is cited)."""
        individual = figures.find(self.pool, "individual", date(year, 1, 1))
        government = figures.find(self.pool, "government", date(year, 1, 1))
        if individual is None:
            return [], None, False
        until = self.look("individual-until", day)
        late = until is not None and day > year_day(until, year)
        late = late and not self.at_once(day) and not self.is_newborn(year, day)
        parts, cited = [], individual.cited
        if government:
            parts.append(("government", "person" if late else "treasury", government.value))
            cited = cited and (government.cited or not late)
        return self.subsidised(year, day, individual.value, parts, cited)

    def subsidised(self, year, day, individual, parts, cited):
        by_payment = figures.dated_by(self.pool, "subsidy") == "payment"
        table_day = day if by_payment else date(year, 1, 1)
        held = self.holding(day, lambda h: self.look("subsidy", table_day, identity=h["category"]))
        if held is None:
            return parts + [("individual", "person", individual)], None, cited
        found = figures.find(self.pool, "subsidy", table_day, identity=held["category"])
        amount = individual if found.value == "full" else min(found.value, individual)
        rest = self.look("subsidy-rest", table_day, identity=held["category"], exempt=held.get("exempt", False))
        parts += [("individual", "assistance", amount), ("individual", rest or "person", individual - amount)]
        subsidy = {"for": str(year), "category": held["category"], "payer": "assistance", "amount": amount}
        return [p for p in parts if p[2]], subsidy, cited and found.cited

    def own_share(self, year, day):
        """What the person owes on a day."""
        return sum(amount for _, payer, amount in self.owed(year, day)[0] if payer == "person")

    def assess_residents(self):
        years = {n["year"] for n in self.enrolments}
        if years:
            years |= set(range(min(years), self.as_of.year + 1))
        for e in self.of("pay"):
            if "insured_year" in e:
                if self.enrolments_for(e["insured_year"]):
                    years.add(e["insured_year"])
                else:
                    self.warn("pay-without-enrolment", e)
        self.resident_years = {y: self.assess(y) for y in sorted(years) if self.enrolments_for(y)}
        # Who had not paid when the employee scheme took them was unpaid until that day.
        self.awaited = [(n["on"], self.taken(n), year) for year in years for n in self.enrolments
                        if n["year"] <= year and n not in self.enrolments_for(year)]

    def assess(self, year):
        enrolled = self.enrolments_for(year)
        year_end, since = date(year, 12, 31), min(n["on"] for n in enrolled)
        standard = figures.find(self.pool, "individual", date(year, 1, 1))
        pays = self.premiums(year, since)
        for e in self.of("pay"):
            if e.get("insured_year") == year and max(e["on"], since) > self.last_payable(year):
                self.warn("pay-too-late", e)
        if standard is None:
            self.warn("no-standard")
        paid_on = self.paid_day(year, pays, since, standard)
        charge = paid_on or min(self.as_of, self.last_payable(year))
        parts, subsidy, _ = self.owed(year, charge)
        for part, payer, amount in parts:
            self.dues.append({"for": str(year), "part": part, "payer": payer, "amount": amount,
                              "paid_on": paid_on, "presumed": False})
        if subsidy:
            self.subsidies.append(subsidy)
        if pays:
            self.weigh_premiums(year, pays, paid_on, charge)
        starts, delayed = self.resident_cover(year, paid_on, enrolled) if paid_on else (None, False)
        if starts and starts <= year_end:
            self.covers.append({"scheme": "resident", "status": self.status_in(year), "from": starts,
                                "to": date(year + 1, 1, 1), "began": (starts, 0), "year": year})
        return {"since": since, "paid_on": paid_on, "delayed": delayed}

    def weigh_premiums(self, year, pays, paid_on, charge):
        """Too little of what is owed, too much of what cited figures say, on the day on which the year is charged."""
        parts, _, cited = self.owed(year, charge)
        own, paid = sum(amount for _, payer, amount in parts if payer == "person"), sum(e["amount"] for _, e in pays)
        if parts and paid_on is None and paid < own:
            self.warn("pay-short", pays[-1][1])
        elif cited and paid_on is not None and paid > own:
            self.warn("pay-over", pays[-1][1])

    def paid_day(self, year, pays, since, standard):
        """The first day on which what was paid for the year reaches what the person owes on that day."""
        end, window = min(self.as_of, self.last_payable(year)), self.window(year)
        ready = max(since, window[0]) if window else since
        until = self.look("individual-until", end)
        days = {day for day, _ in pays} | {ready} | {h[k] for h in self.held for k in ("from", "to")}
        days |= {self.newborn_limit(end) + DAY, date(year, 1, 1), date(year + 1, 1, 1)}
        if until:
            days.add(year_day(until, year) + DAY)
        for table in ("subsidy", "subsidy-rest", "at-once", "individual-until", "newborn-limit"):
            days |= figures.breaks(self.pool, table)
        for day in sorted(d for d in days if d <= end):
            reached = [e["amount"] for on, e in pays if on <= day]
            own = self.own_share(year, day)
            if reached and (sum(reached) >= own or (standard is None and any(on == day for on, _ in pays))):
                return day
            if standard and own == 0 and day >= ready:
                return day
        return None

    def resident_cover(self, year, paid, enrolled):
        """(first day of cover, whether a rule delays it)."""
        not_before = max(date(year, 1, 1), self.born)
        window = self.window(year)
        newborn, within = self.is_newborn(year, paid), paid <= self.newborn_limit(paid)
        if newborn and within:
            in_the_next = year == self.born.year < paid.year
            start = self.look("newborn-cover", paid, timing="next-year" if in_the_next else "within")
            if start == "birth":
                return not_before, False
            if start == "payment":
                return max(not_before, paid), False
        if window and paid <= window[1]:
            return max(not_before, paid), False
        if newborn and not within and self.look("newborn-cover", paid, timing="after") == "next-month":
            return max(not_before, first_of(month_of(paid) + 1)), True
        if self.at_once(paid) or any(
                self.after_employee(n["on"]) for n in enrolled
                if n["year"] == year and n["on"] <= paid < self.taken(n)):
            return max(not_before, paid), False
        wait = self.look("late-wait", paid) or 0
        return max(not_before, add_months(paid, wait)), wait > 0

    def after_employee(self, day):
        """Whether an enrolment comes no later than the months after the last one that was paid for as an employee."""
        months = self.look("after-employee", day)
        paid = [m for r in self.relations for m in r.paid if first_of(m) <= day]
        return bool(paid) and months is not None and day <= add_months(last_of(max(paid)), months)
