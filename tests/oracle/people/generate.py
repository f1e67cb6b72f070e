"""Random records for the comparison of the program with the second calculator; the same seed gives the same records."""

import json

import figures
from chances import BOUNDARIES
from employee_events import EmployeeEvents
from mishaps import Mishaps
from resident_events import ResidentEvents


class Generator(ResidentEvents, EmployeeEvents, Mishaps):
    # ---- lives

    def working_life(self):
        on = self.near("2020-06-01", "2024-06-30")
        for _ in range(self.r.choice([1, 1, 2, 2, 3])):
            on = self.employment(on)
            on = self.shift(on, self.r.choice([-60, -10, 0, 0, 1, 5, 31, 60, 92, 200]))
            if on > "2026-06-30":
                break
        if self.chance(25):
            year = int(on[:4])
            self.resident(year, 1)
            if self.chance(70):    # soon after the employee cover: about three months
                self.events[-1]["on"] = self.months_later(on, 3, self.r.choice([-1, 0, 1]))
        return on

    def build(self):
        """One record as a dict."""
        r = self.r
        self.events, self.pool = [], r.choice(figures.POOLS)
        self.birthday("1950-01-01", "2005-12-31")
        if self.chance(10):
            self.born = r.choice(["1952-02-29", "1956-02-29", "1980-02-29", "1988-02-29", "2000-02-29"])
        life = r.choices(["resident", "newborn", "worker", "mover", "retiree", "account", "noise"],
                         [22, 13, 18, 14, 15, 14, 4])[0]
        if life == "account":
            self.pool = r.choice(figures.pools_with("credit-active")) if self.chance(80) else self.pool
        elif life in ("resident", "newborn") and self.chance(35):
            self.pool = r.choice(figures.pools_with("late-wait") + figures.pools_with("subsidy-rest"))
        getattr(self, "live_" + life)()
        if self.chance(60 if life in ("resident", "newborn") else 12):
            self.identities(max("2021-01-01", self.born), "2025-12-31")
        if self.chance(10):
            self.account_uses(max("2021-06-01", self.born), "2025-12-31")
        if self.chance(5):
            self.add("apply", self.near(max("2021-06-01", self.born), "2025-12-31"), **r.choice(
                [{}, {"recognised": "2024-03-01"}]))
        return self.finish()

    def live_resident(self):
        if self.chance(30):
            self.birthday("2006-01-01", "2020-12-31")
        self.resident(self.r.choice([2021, 2022, 2022, 2022, 2023, 2023, 2024, 2025, 2026]))
        if self.chance(15):
            self.resident(self.r.choice([2022, 2023, 2024, 2025]))

    def live_newborn(self):
        self.newborn()

    def live_worker(self):
        self.working_life()

    def live_mover(self):
        self.resident(self.r.choice([2021, 2022, 2023]))
        on = self.near("2021-06-01", "2025-06-30")
        end = self.employment(on)
        if self.chance(60):
            back = self.months_later(end, self.r.choice([0, 1, 2, 3, 3, 3, 4]), self.r.choice([-1, 0, 0, 1]))
            enrol = {"scheme": "resident", "status": "adult"}
            if self.chance(50):
                enrol["insured_year"] = int(back[:4])
            self.add("enrol", back, **enrol)
            year = enrol.get("insured_year", int(back[:4]))
            paid = self.r.choice([back, self.shift(back, 3), self.paying_day(year)])
            self.add("pay", max(paid, self.born), insured_year=year, amount=self.premium(year))
        if self.chance(20):
            self.employment(self.shift(end, self.r.randint(0, 300)))

    def live_retiree(self):
        self.birthday("1950-01-01", "1975-12-31")
        if self.chance(70):
            on = self.working_life()
        else:
            on = self.near("2020-06-01", "2025-06-30")
        on = self.shift(on, self.r.choice([-40, -1, 0, 0, 1, 15, 40]))
        self.retirement(on)
        if self.chance(12):
            self.employment(self.shift(on, self.r.randint(0, 90)))
        if self.chance(15):
            self.resident(int(on[:4]) + self.r.choice([0, 1]), 1)
        if self.chance(50):
            self.account_uses(on, self.months_later(on, 20))

    def live_account(self):
        year = self.r.choice([35, 45, 70, 70, None])
        if year:    # the age is reached on a day in the years of the record
            reached = self.near("2021-06-01", "2025-06-30")
            self.born = "%d%s" % (int(reached[:4]) - year, reached[4:])
            if self.born[5:] == "02-29":
                self.born = self.born[:5] + "02-28"
            if self.chance(8):
                self.born = {35: "1988-02-29", 45: "1980-02-29", 70: "1952-02-29"}[year]
        on = self.near("2021-01-01", "2024-06-30")
        end = self.employment(on)
        if year == 70 or self.chance(30):
            self.retirement(self.shift(end, self.r.choice([0, 0, 1, 20])))
            self.add("top-up", self.months_later(end, self.r.choice([0, 0, 1, 3])), months=self.r.choice([300, 360]))
        self.account_uses(on, self.months_later(on, 30))

    def live_noise(self):
        """Many things in no order of their own."""
        for _ in range(self.r.choice([2, 3, 4])):
            self.r.choice([self.working_life, lambda: self.resident(self.r.choice([2021, 2022, 2023, 2024])),
                           lambda: self.identities("2021-01-01", "2025-12-31"),
                           lambda: self.retirement(self.near("2021-06-01", "2025-06-30"))])()

    # ---- the record

    def finish(self):
        r = self.r
        person = {"id": "P%d" % r.randint(1, 9999), "born": self.born}
        if self.chance(97):
            person["sex"] = r.choice("MF")
        if self.chance(30):
            person["account_balance"] = r.choice(["0.00", "100", "0.01", "57.99", "58.00", "1200.50"])
        self.events = self.events[:60]
        if self.chance(15):
            self.take_back()
        if self.chance(92):
            self.events.sort(key=lambda e: e["on"])
        else:
            r.shuffle(self.events)
        record = {"format": "yidan.record/1", "pool": self.pool, "person": person, "events": self.events}
        last = max(e["on"] for e in self.events)
        if self.chance(75):
            record["as_of"] = r.choice([
                last, self.shift(last, r.choice([1, 30, 200])), self.near(min(last, "2026-12-31"), "2026-12-31"),
                last[:4] + "-12-31", r.choice(BOUNDARIES), r.choice(self.events)["on"]])
        if self.chance(2):
            self.spoil(record)
        self.end_life(record, last)
        return record


def records(seed, count):
    generator = Generator(seed)
    for _ in range(count):
        yield generator.build()


def text_of(record):
    return json.dumps(record, ensure_ascii=False)
