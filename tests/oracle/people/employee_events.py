"""What happens to employees: contracts and their payments, retirement, uses of the account."""

import reading
from chances import Chances

WAGES = ["0.00", "2000.00", "3456.79", "3500", "4000.05", "6000.00", "6543.21", "8888.88", "12345.67", "18726.51",
         "21000.00", "22078.25", "25000.5", "60000.00"]


class EmployeeEvents(Chances):
    def employment(self, on, name=None):
        """A contract, its payments and perhaps its end; gives the day after it."""
        r = self.r
        name = name or r.choice(["U1", "U2", "U3"])
        kind = r.choices(reading.KINDS, [10, 10, 45, 25, 10])[0]
        event = {"employer": name, "employer_kind": kind}
        if kind in ("flexible", "file-custody"):
            if self.chance(20):
                event["monthly_wage"] = r.choice(WAGES)
        elif self.chance(94):
            event["monthly_wage"] = r.choice(WAGES)
            if self.chance(7):
                event["person_kind"] = r.choice(reading.PERSON_KINDS)
        if self.chance(6):
            kind = r.choice(["active", "flexible"])
            self.add("enrol", on, scheme="employee", status=kind)
        else:
            self.add("employ", on, **event)
        lasts = r.choice([0, 1, 2, 3, 5, 8, 12, 20])
        self.monthly(on, lasts)
        for _ in range(r.choice([0, 0, 1])):
            if "monthly_wage" in event:
                self.add("employ", self.near(on, self.months_later(on, max(lasts, 1))),
                         **{**event, "monthly_wage": r.choice(WAGES)})
        end = self.months_later(on, lasts, r.choice([-20, -1, 0, 3, 14]))
        if self.chance(75):
            end = max(end, on)
            leave = {} if self.chance(25) else {"employer": name if self.chance(95) else "U9"}
            self.add("leave", end, **leave)
        return end

    def monthly(self, on, lasts):
        """Payments of a relation: none, one, a list with holes, late ones, ones for months outside it."""
        r, kind = self.r, self.r.random()
        if kind < 0.10:
            return
        if kind < 0.55:
            months = [r.choice([0, 0, 0, 0, 1, 2])]
        else:
            months = [m for m in range(lasts + 1) if self.chance(r.choice([70, 90, 97]))]
        if self.chance(8):
            months.append(r.choice([-2, -1, lasts + 1, lasts + 3]))
        for m in months:
            due = self.months_later(on, m)
            paid = self.shift(due, r.choice([0, 0, 0, 2, 5, 10, 20, 20, 40, 120, -10]))
            month = self.month_text(on, m)
            if month >= self.born[:7]:
                self.add("pay", paid, month=month, amount=r.choice(["540.00", "480.00", "1000", "300.50"]))

    def retirement(self, on):
        """Retirement, with what may complete the years of contribution."""
        r = self.r
        if self.chance(90):
            self.add("retire", on)
        else:
            self.add("enrol", on, scheme="employee", status="retired")
        for _ in range(r.choice([0, 1, 1, 2, 3])):
            day = self.near(self.shift(on, -400), self.shift(on, 300))
            kind = r.choice(["deemed", "deemed", "top-up", "transfer"])
            event = {"months": r.choice([1, 12, 60, 120, 240, 296, 299, 300, 336, 356, 359, 360, 400])}
            if kind != "top-up" and self.chance(40):
                start = r.choice(["1985-07", "1990-01", "1995-03", "2000-01", "2020-06"])
                end = r.choice(["1995-03", "2005-01", "2015-07", "2020-01", "2022-08", "2024-01"])
                if start < end:
                    event.update({"from": start, "to": end})
                    if kind == "transfer" or self.chance(60):
                        del event["months"]
            if kind == "deemed" and self.chance(92):
                event["recognised"] = r.choice([day, day, self.shift(day, -5), self.shift(day, 20), "2019-12-31",
                                                "2020-01-01"])
            if kind == "top-up" and self.chance(30):
                event["amount"] = "12345.00"
            if kind == "transfer" and self.chance(50):
                event["from_pool"] = r.choice(["370100", "320500"])
            self.add(kind, day, **event)

    def account_uses(self, low, high):
        r = self.r
        for _ in range(r.choice([1, 1, 2, 3, 5])):
            use = r.choice(reading.USES[:8]) if self.chance(80) else r.choice(reading.USES)
            self.add("account-use", self.near(low, high), amount=r.choice(["0.01", "58.00", "80", "120.00", "129.00",
                                                                           "258.01", "1000.00", "99999.99"]),
                     use=use, **{"for": r.choice(reading.BENEFICIARIES)})
