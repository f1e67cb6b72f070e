"""Random records for the comparison of the program with the second calculator; the same seed gives the same records."""

import datetime
import json
import random

import figures
import reading

# Days on which a rule changes or a month, a window, a year ends.
BOUNDARIES = ["2021-01-01", "2021-09-09", "2021-09-10", "2021-10-01", "2021-12-31", "2022-01-01", "2022-02-28",
              "2022-03-01", "2022-06-13", "2022-06-14", "2022-06-30", "2022-07-01", "2022-08-31", "2022-09-01",
              "2022-11-30", "2022-12-01", "2022-12-31", "2023-01-01", "2023-02-28", "2023-06-30", "2023-07-01",
              "2023-08-31", "2023-09-01", "2023-12-31", "2024-01-01", "2024-02-29", "2024-03-31", "2024-06-30",
              "2024-07-01", "2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01", "2025-12-31", "2026-01-01",
              "2026-02-28", "2026-06-30", "2026-07-01"]
PREMIUMS = {2020: 250, 2021: 280, 2022: 320, 2023: 350, 2024: 380, 2025: 400, 2026: 400, 2027: 400}
GOVERNMENT = {2020: 500, 2021: 550, 2022: 580, 2023: 610, 2024: 640, 2025: 670, 2026: 670, 2027: 670}
WAGES = ["0.00", "2000.00", "3456.79", "3500", "4000.05", "6000.00", "6543.21", "8888.88", "12345.67", "18726.51",
         "21000.00", "22078.25", "25000.5", "60000.00"]
ELSEWHERE = ["110000", "110105", "320500", "370102", "370800", "371302"]


class Generator:
    def __init__(self, seed):
        self.r = random.Random(seed)

    # ---- small choices

    def chance(self, percent):
        return self.r.random() * 100 < percent

    def day(self, low, high):
        a, b = (datetime.date.fromisoformat(x).toordinal() for x in (low, high))
        return datetime.date.fromordinal(self.r.randint(a, max(a, b))).isoformat()

    def shift(self, day, days):
        shifted = datetime.date.fromisoformat(day) + datetime.timedelta(days=days)
        return max(shifted, datetime.date.fromisoformat(self.born)).isoformat()

    def months_later(self, day, months, days=0):
        later = reading.add_months(datetime.date.fromisoformat(day), months)
        return self.shift(later.isoformat(), days)

    def birthday(self, low, high):
        self.born = low
        self.born = self.near(low, high)

    def near(self, low, high):
        """A day between two, often a boundary, a month's first or last day."""
        day = self.day(low, high)
        kind = self.r.random()
        if kind < 0.25:
            inside = [b for b in BOUNDARIES if low <= b <= high]
            day = self.r.choice(inside) if inside else day
        elif kind < 0.35:
            day = day[:8] + "01"
        elif kind < 0.45:
            day = reading.last_of(reading.month_of(datetime.date.fromisoformat(day))).isoformat()
        if self.chance(10):
            day = self.shift(day, self.r.choice([-1, 1]))
        return min(max(day, self.born, low), high)

    def month_text(self, day, months=0):
        return reading.month_text(reading.month_of(datetime.date.fromisoformat(day)) + months)

    def add(self, event, on, **more):
        self.events.append({"event": event, "on": on, **more})

    # ---- residents

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

    # ---- employees

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

    @staticmethod
    def end_life(record, last):
        """Let one in ten die, now and then before something else happens or twice: by chances of their own."""
        chances = random.Random("death of " + json.dumps(record))
        if chances.random() < 0.9:
            return
        for days in chances.choices(([0], [1], [40], [400], [-1], [0, 0]), weights=(6, 6, 6, 6, 1, 1))[0]:
            day = datetime.date.fromisoformat(last) + datetime.timedelta(days=days)
            record["events"].append({"event": "death", "on": day.isoformat()})

    def take_back(self):
        """Takes back an event, or two, and perhaps tells it again as it should have been."""
        r = self.r
        self.events.sort(key=lambda e: e["on"])
        for event in r.sample(self.events, min(len(self.events), r.choice([1, 1, 2]))):
            alike = [e for e in self.events if (e["event"], e["on"]) == (event["event"], event["on"])]
            on = self.shift(event["on"], r.choice([0, 0, 1, 20, 200]))
            number = {"number": alike.index(event) + 1} if len(alike) > 1 or self.chance(20) else {}
            self.add("withdraw", on, what=event["event"], of=event["on"], **number)
            if "amount" in event and self.chance(40):
                self.events.append({**event, "on": on, "amount": "320.00"})

    def spoil(self, record):
        """Make a record wrong, in one of the ways that the rule book names."""
        r, event = self.r, self.r.choice(record["events"])
        earlier = (datetime.date.fromisoformat(self.born) - datetime.timedelta(days=1)).isoformat()
        way = r.randint(0, 9)
        if way == 0:
            event["colour"] = "red"
        elif way == 1:
            event["event"] = "marry"
        elif way == 2:
            event["on"] = earlier
        elif way == 3:
            record["events"].append({"event": "pay", "on": self.born, "month": earlier[:7], "amount": "1.00"}
                                    if earlier[:7] < self.born[:7] else {"event": "pay", "on": self.born})
        elif way == 4:
            amount = r.choice(["12.345", "-1", "1e3", "", " 1", "1,000", 12, 12.5, True])
            record["events"].append({"event": "pay", "on": self.born, "insured_year": 2022, "amount": amount})
        elif way == 5:
            record["events"].append({"event": "pay", "on": "2023-02-01", "insured_year": 2023, "month": "2023-02",
                                     "amount": "1.00"})
        elif way == 6:
            event["on"] = r.choice(["2023-02-29", "2023-13-01", "20230101", ""])
        elif way == 7:
            record["events"].append({"event": "enrol", "on": "2026-02-01", "scheme": "employee", "status": "adult"})
        elif way == 8:
            record["pool"] = "370100"
        elif way == 9:
            record["events"].append({"event": "identity", "on": "2026-02-01", "category": "minimum-living",
                                     "from": "2026-02-01", "to": "2026-01-31"})


def records(seed, count):
    generator = Generator(seed)
    for _ in range(count):
        yield generator.build()


def text_of(record):
    return json.dumps(record, ensure_ascii=False)
