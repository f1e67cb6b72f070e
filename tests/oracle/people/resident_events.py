"""What happens to residents: enrolments, premiums, newborns, identities."""

import figures
from chances import Chances

PREMIUMS = {2020: 250, 2021: 280, 2022: 320, 2023: 350, 2024: 380, 2025: 400, 2026: 400, 2027: 400}
GOVERNMENT = {2020: 500, 2021: 550, 2022: 580, 2023: 610, 2024: 640, 2025: 670, 2026: 670, 2027: 670}
ELSEWHERE = ["110000", "110105", "320500", "370102", "370800", "371302"]


class ResidentEvents(Chances):
    def premium(self, year):
        """An amount for a year: exact, short, too much, less a subsidy, with the government part."""
        own, government = PREMIUMS.get(year, 400), GOVERNMENT.get(year, 670)
        amount = self.r.choice([own] * 8 + [own + government] * 3 + [own - 96, own - 96, own - 280, own - 300, own // 2,
                                                                     own + 1, own - 1, 1, own + government - 1])
        return "%d.00" % max(amount, 1) if self.chance(90) else "%d.5" % max(amount, 1)

    def paying_day(self, year):
        """A day on which a premium for a year may be paid: in the window, on its edges, late, after the year."""
        kind = self.r.random()
        if kind < 0.30:
            return self.near("%d-09-01" % (year - 1), "%d-12-31" % (year - 1))
        if kind < 0.50:
            return self.near("%d-01-01" % year, "%d-03-01" % year)
        if kind < 0.70:
            return self.shift("%d-06-30" % year, self.r.choice([-1, 0, 0, 1, 1, 2]))
        if kind < 0.95:
            return self.near("%d-01-01" % year, "%d-12-31" % year)
        return self.near("%d-01-01" % (year + 1), "%d-03-01" % (year + 1))

    def resident(self, year, years=None):
        """Enrolment, and payments for some years."""
        r = self.r
        age = year - int(self.born[:4])
        status = "newborn" if age <= 0 else r.choice(["child", "student"]) if age < 18 else "adult"
        if self.chance(5):
            status = r.choice(["adult", "child", "student", "newborn"])
        on = max(self.paying_day(year) if self.chance(60) else self.near("%d-09-01" % (year - 1), "%d-11-30" % year),
                 self.born)
        enrol = {"scheme": "resident", "status": status}
        if self.chance(70):
            enrol["insured_year"] = max(year, int(on[:4]) if self.chance(50) else 0)
        if self.chance(8):
            enrol["household"] = r.choice(ELSEWHERE + [self.pool, self.pool[:4] + "02"])
            if self.chance(50):
                enrol["residence_permit"] = self.chance(80)
        self.add("enrol", on, **enrol)
        for y in range(year, year + (years or r.choice([1, 1, 2, 3]))):
            if self.chance(15):
                continue
            for _ in range(r.choice([1, 1, 1, 1, 2, 3])):
                paid = on if self.chance(15) else self.paying_day(y)
                self.add("pay", max(paid, self.born), insured_year=y, amount=self.premium(y))

    def newborn(self):
        r = self.r
        self.birthday("2021-03-01", "2025-12-31")
        if self.chance(15):
            self.born = r.choice(["2024-02-29", "2022-08-31", "2021-08-30", "2023-12-31", "2022-12-31", "2024-08-31"])
        year = int(self.born[:4])
        limit = self.months_later(self.born, 6)
        on = self.near(self.born, r.choice([self.born, limit, self.months_later(self.born, 10)]))
        enrol = {"scheme": "resident", "status": "newborn"}
        if self.chance(35):
            enrol["insured_year"] = r.choice([year, int(on[:4])])
        self.add("enrol", on, **enrol)
        paid = r.choice([on, limit, self.shift(limit, 1), self.shift(limit, -1), self.near(self.born, limit),
                         self.near(limit, self.months_later(self.born, 14))])
        self.add("pay", paid, insured_year=r.choice([year, year, int(paid[:4])]), amount=self.premium(year))
        if self.chance(50):
            if self.chance(40):
                self.add("enrol", self.near(on, self.months_later(on, 8)), scheme="resident",
                         status=r.choice(["newborn", "child"]), insured_year=year + 1)
            self.add("pay", max(self.paying_day(year + 1), self.born), insured_year=year + 1,
                     amount=self.premium(year + 1))

    def identities(self, low, high):
        r = self.r
        for _ in range(r.choice([1, 1, 1, 2, 2, 3])):
            on = self.near(low, high)
            identity = {"category": r.choice(figures.RANKS)}
            if self.chance(60):
                identity["from"] = self.shift(on, r.choice([0, 0, -1, -10, -19, -31, -200, 30]))
            start = identity.get("from", on)
            if self.chance(40):
                identity["to"] = self.shift(start, r.choice([0, 1, 30, 90, 181, 365, 730]))
            if self.chance(30):
                identity["exempt"] = self.chance(70)
            if self.chance(5):
                identity["order"] = "县政发〔2023〕1号"
            self.add("identity", on, **identity)
            if self.chance(25):    # ended, or corrected, by a later event
                later = self.near(on, self.months_later(on, 12))
                self.add("identity", later, **{**identity, "from": start, "to": max(later, start)})
