"""Random cases for the comparison of the program with the calculator; the same seed gives the same cases."""

import datetime
import json
import random
from fractions import Fraction

import figures
import reading
from figures import half_up, yuan

# Days on which a rule begins or ends, and those after the last of February, in a leap year and in another.
BOUNDARIES = sorted({day for folders in figures.POOLS.values() for day in figures.days_of_change(folders)
                     if day >= "2020-01-01"} | {"2023-03-01", "2024-03-01"})
FUND_COUNTERS = ["employee-outpatient", "resident-outpatient", "two-disease", "employee-inpatient",
                 "resident-inpatient", "employee-chronic", "resident-chronic", "catastrophic", "large-amount",
                 "catastrophic-special-drug", "large-amount-special-drug", "assistance", "re-assistance"]
FILED_AS = ["remote-resident", "remote-resident", "remote-resident", "remote-referred", "remote-temporary"]
FILED = ["110000", "110105", "370000", "370100", "370102", "370800", "320000", "320500", "370600"]
LIMITS = ["200.00", "300.00", "500.00", "600.00", "800.00", "900.00", "1800.00", "3000.00", "5000.00", "9999.99",
          "10000.00", "12000.00", "20000.00", "30000.00", "50000.00", "60000.00", "100000.00", "150240.00"]


class Generator:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def chance(self, percent):
        return self.r.random() * 100 < percent

    def day(self, low, high):
        a, b = (datetime.date.fromisoformat(x).toordinal() for x in (low, high))
        return datetime.date.fromordinal(self.r.randint(a, max(a, b))).isoformat()

    def shift(self, date, days):
        return (datetime.date.fromisoformat(date) + datetime.timedelta(days=days)).isoformat()

    def around(self, base):
        """A day: near the case's own time, or near a day on which the rules change."""
        if self.chance(25):
            return self.shift(self.r.choice(BOUNDARIES), self.r.choice([-2, -1, -1, 0, 0, 1, 2]))
        if self.chance(5):
            return self.day("2019-11-01", "2030-12-31")
        return self.shift(base, self.r.randint(-90, 120))

    def money(self):
        kind = self.r.random()
        if kind < 0.03:
            return "0.00"
        if kind < 0.35:
            return "%.2f" % (self.r.randint(1, 200000) / 100)
        if kind < 0.50:
            return self.r.choice(LIMITS)
        if kind < 0.60:
            return str(self.r.randint(1, 5000))
        if kind < 0.65:
            return "%d.%d" % (self.r.randint(0, 5000), self.r.randint(0, 9))
        if kind < 0.995:
            return "%d.%02d" % (10 ** self.r.uniform(0, 6.2), self.r.randint(0, 99))
        return self.r.choice(["92233720368547758.07", "46116860184273879.03", "10000000000000000.00",
                              "%d.99" % self.r.randint(10 ** 12, 10 ** 17 * 9 // 10)])

    def share_of_others(self, costs):
        if costs["cause"] in reading.LIABILITIES and self.chance(60):
            costs["liability"] = self.r.choice(["0%", "33.3333%", "50%", "60%", "100%"])

    def line(self, number):
        r, line = self.r, {"id": str(number), "class": self.r.choices("ABC", [60, 30, 10])[0]}
        if self.chance(35):
            line["quantity"] = r.choice(["1", "2", "3", "0.5", "1.5", "0.3333", "7.25", "10", "0", "28.0001", "0.0001"])
            line["unit_price"] = r.choice(["0.015", "0.333333", "12.345678", "80.00", "1999.995", "3.1", "0", "250",
                                           "%d.%06d" % (r.randint(0, 900), r.randint(0, 999999))])
            if self.chance(20):
                exact = Fraction(line["quantity"]) * Fraction(line["unit_price"]) * 100
                line["amount"] = yuan(half_up(exact) + (1 if self.chance(5) else 0))
        else:
            line["amount"] = self.money()
        if self.chance(20):
            line["payment_standard"] = r.choice(["0.00", "0.01", "60.00", "12.35", "100", "1000.00", "99999.99"])
        if line["class"] == "B":
            line["self_pay_first"] = r.choice(["0%", "5%", "10%", "20%", "33.33%", "0.0001%", "2.15%", "100%", "15.5%"])
        elif line["class"] == "A" and self.chance(5):
            line["self_pay_first"] = "0%"
        elif line["class"] == "C" and self.chance(20):
            line["self_pay_first"] = "100%"
        if self.chance(6):
            line["cause"] = r.choice(reading.CAUSES)
            self.share_of_others(line)
        if self.chance(5):
            line.update(r.choice([{"code": "X1"}, {"name": "某药"}, {"x-note": 1}, {"cause": None}]))
        return line

    def fact(self, base, spread, more):
        start = self.around(self.shift(base, -self.r.randint(0, spread)))
        fact = dict(more, **{"from": start})
        if self.chance(45):
            fact["to"] = self.shift(start, self.r.choice([1, 1, 30, 90, 181, 365, 730, 2000]))
        elif self.chance(10):
            fact["to"] = None
        return fact

    def coverage(self, base):
        r, result = self.r, []
        def status(scheme):
            return {"scheme": scheme, "status": r.choice(reading.STATUSES[scheme])}
        if self.chance(75):
            return [dict(status(r.choice(["employee", "resident"])), **{"from": "2010-01-01"})]
        if self.chance(30):    # two covers on the same days
            return [dict(status("resident"), **{"from": "2015-01-01"}), self.fact(base, 400, status("employee"))]
        start = self.shift(base, -r.randint(0, 900))
        for _ in range(r.randint(0, 3)):
            end = self.shift(start, r.randint(1, 500))
            result.append(dict(status(r.choice(["employee", "resident"])), **{"from": start, "to": end}))
            start = self.shift(end, r.choice([0, 0, 1, 20, 100]))
        r.shuffle(result)
        return result

    def person(self, pool, base):
        r = self.r
        p = {"id": "P%d" % r.randint(1, 9999), "born": self.day("1930-01-01", "2009-12-31"), "sex": r.choice("MF"),
             "coverage": self.coverage(base)}
        if self.chance(65):
            p["identities"] = [self.fact(base, 300, {"category": r.choice(reading.CATEGORIES)})
                               for _ in range(r.choice([1, 1, 1, 2, 2, 3, 4]))]
            if self.chance(40):
                p["identities"][0]["from"] = "2019-01-01"
                p["identities"][0].pop("to", None)
        if self.chance(75):
            names = r.sample(reading.DISEASES, r.randint(1, 4))
            names += ["hypertension", "diabetes"] if self.chance(40) else []
            p["diseases"] = [self.fact(base, 900, {"disease": d}) for d in dict.fromkeys(names)]
            if self.chance(70):
                for d in p["diseases"]:
                    d["from"] = "2018-05-01"
                    d.pop("to", None)
        if self.chance(20):
            p["stays"] = [self.fact(base, 60, {"kind": r.choice(reading.STAY_KINDS)}) for _ in range(r.randint(1, 2))]
            for s in p["stays"]:
                if self.chance(80):
                    s["to"] = self.shift(s["from"], r.randint(1, 40))
        if self.chance(40):
            p["residence"] = [self.fact(base, 500, {"place": r.choice(FILED_AS), "region": r.choice(FILED)})
                              for _ in range(r.randint(1, 2))]
            if self.chance(20):
                p["residence"][0]["answer"] = r.choice(reading.ANSWERS)
        if self.chance(60):
            p["account_balance"] = r.choice(["0.00", "100", "1200.00", "0.01", "99999.99", "1000000"])
        if self.chance(35):
            balances = ["0.00", "50.00", "500.00", "3000.5"]
            p["accounts"] = [{"owner": r.choice(reading.OWNERS), "balance": r.choice(balances)}
                             for _ in range(r.randint(1, 4))]
        return p

    def encounter(self, number, pool, person, base, earlier, theme):
        r = self.r
        weights = {"visits": [50, 5, 1, 2, 35, 6, 1, 3], "referrals": [5, 5, 2, 2, 75, 10, 1, 3],
                   "needy": [4, 30, 2, 20, 40, 4, 0, 2]}.get(theme, [26, 18, 9, 10, 28, 5, 4, 3])
        care = r.choices(reading.CARES, weights)[0]
        e = {"id": "E%d" % number, "care": care, "date": self.around(base)}
        if care in reading.STAY_CARES:
            e["admitted"] = self.shift(e["date"], -r.choice([0, 0, 1, 5, 12, 40]))
        registered = [d["disease"] for d in person.get("diseases", [])]
        if care == "chronic":
            e["disease"] = r.choice(registered) if registered and self.chance(85) else r.choice(reading.DISEASES)
        elif care == "two-disease":
            e["disease"] = r.choice(["hypertension", "diabetes"])
        if theme and self.chance(70):
            e["date"] = self.shift(base, r.randint(-30, 60))
            if "admitted" in e:
                e["admitted"] = self.shift(e["date"], -r.choice([0, 3, 10, 25]))
        provider = {"id": "H%d" % r.randint(1, 3), "level": r.choice([1, 2, 3])}
        place = r.choices((None,) + reading.PLACES, [45, 25, 10, 8, 12])[0]
        if place:
            e["place"] = place
        local = place in (None, "local")
        if self.chance(94):
            here = [pool, pool[:4] + "02"]
            away = ["110000", "110105", "370102", "370100", "320505", r.choice(sorted(figures.POOLS))]
            away = [a for a in away if a[:4] != pool[:4]]
            provider["region"] = r.choice(here if local == self.chance(98) else away)
        if care == "pharmacy" and self.chance(50):
            del provider["level"]
        if self.chance(85):
            provider["designated"] = [care]
        elif self.chance(60):
            provider["designated"] = r.sample(reading.DESIGNATIONS, r.randint(0, 3))
        e["provider"] = provider
        if self.chance(6):
            e["cause"] = r.choice(reading.CAUSES)
            self.share_of_others(e)
        if self.chance(8):
            e["enterprise_supplement"] = "%d.%02d" % (10 ** r.uniform(0, 4), r.randint(0, 99))
        if self.chance(50):
            e["use_account"] = self.chance(85)
        if self.chance(15):
            e["before_admission"] = self.chance(80)
        if care in reading.STAY_CARES:
            if self.chance(25):
                e["stay"] = r.choice(["S1", "S1", "S2"])
            stays = [x["id"] for x in earlier if x["care"] in reading.STAY_CARES]
            first = [x for x in earlier if "stay" in e and x.get("stay") == e["stay"]]
            if first and self.chance(80):   # most numbers are given once
                provider["id"] = first[-1]["provider"]["id"]
                e["admitted"] = r.choice([first[-1]["admitted"], first[-1]["date"], self.shift(first[-1]["date"], 2)])
                e["date"] = self.shift(max(e["admitted"], first[-1]["date"]), r.choice([0, 1, 10]))
            if first:   # the bills of one stay agree on who referred it
                if "referred_from" in first[0] and self.chance(50):
                    e["referred_from"] = first[0]["referred_from"]
            elif stays and self.chance(40 if pool == "371300" else 10):
                e["referred_from"] = r.choice(stays[-2:])
            if self.chance(5):
                e["first_contact_referral"] = True
        stays = [x for x in earlier if "admitted" in x]
        if care == "outpatient" and stays and self.chance(60 if theme == "visits" else 25):    # about a stay's days
            stay = r.choice(stays)
            bound = r.choice([stay["admitted"], stay["admitted"], stay["date"]])
            e["date"] = self.shift(bound, r.choice([-1, 0, 0, 1]))
        e["lines"] = [self.line(i + 1) for i in range(r.choice([1, 1, 2, 3, 5]))]
        if self.chance(2):
            for line in e["lines"]:
                line["cause"] = r.choice(reading.CAUSES[1:])
        if care in reading.STAY_CARES + ("chronic", "special-drug") and self.chance(50):
            amount = "%d.%02d" % (10 ** r.uniform(3, 6), r.randint(0, 99))
            e["lines"].append({"id": "big", "class": "A", "amount": amount})
        return e

    def spoil(self, e, earlier):
        """Make an encounter invalid, in one of the ways that the contract names."""
        r, line = self.r, e["lines"][0]
        way = r.randint(0, 19)
        if way == 0:
            line["amount"] = r.choice(["12.345", "-1", "1e3", "", " 1", "1,000", "+5", ".5", "5.", 12, 12.5, True])
            line.pop("quantity", None), line.pop("unit_price", None)
        elif way == 1:
            line.update({"class": "B"}), line.pop("self_pay_first", None)
        elif way == 2:
            line.update({"class": "A", "self_pay_first": "10%"})
        elif way == 3:
            line.update({"class": "C", "self_pay_first": "50%"})
        elif way == 4:
            e["care"] = "inpatient"
            e.pop("admitted", None)
        elif way == 5 and "admitted" in e:
            e["admitted"] = self.shift(e["date"], 1)
        elif way == 6:
            r.choice([e, line, e["provider"]])["colour"] = "red"
        elif way == 7:
            e["care"] = r.choice(["dental", 5, None])
        elif way == 8 and earlier:
            e["id"] = r.choice(earlier)["id"]
        elif way == 9:
            e["care"] = r.choice(["chronic", "two-disease"])
            e.pop("disease", None)
        elif way == 10:
            e["care"], e["disease"] = "two-disease", "cirrhosis"
        elif way == 11:
            e["provider"]["level"] = r.choice([0, 4, "2", None] if e["care"] != "pharmacy" else [0, 4, "2"])
        elif way == 12:
            e["date"] = r.choice(["2023-02-29", "2023-13-01", "20230101", "2023-1-1", "", 20230101, None])
        elif way == 13:
            e["cause"] = "boredom"
        elif way == 14:
            line["quantity"], line["unit_price"] = r.choice([("1.00001", "1"), ("1", "1.0000001"), ("-1", "1"),
                                                             (1, "1")])
        elif way == 15:
            line.update({"class": "B", "self_pay_first": r.choice(["10", "101%", "10.00001%", "-1%", 10])})
        elif way == 16:
            e["provider"]["designated"] = r.choice([["everything"], "outpatient"])
        elif way == 17:
            e["lines"] = r.choice([None, []])
        elif way == 18:
            e["lines"] = [line, dict(line)]
        elif way == 19:
            e["date"] = "1929-12-31"
            e.pop("admitted", None)

    def opening(self, base):
        names = [n + ".paid" for n in FUND_COUNTERS]
        names += [n + ".base" for n in FUND_COUNTERS[7:]]
        names += [n + ".deductible" for n in ("employee-outpatient", "employee-chronic", "resident-chronic")]
        return {base[:4]: {n: self.r.choice(LIMITS) for n in self.r.sample(names, self.r.randint(1, 6))}}

    def case(self):
        """One case as a line of text."""
        r, pool, theme = self.r, self.r.choice(sorted(figures.POOLS)), None
        if self.chance(35):     # a year in which much meets: stays and visits, referrals, large bills of the needy
            theme = r.choice(["visits", "referrals", "needy"])
            pool = {"visits": "370600", "referrals": "371300"}.get(theme, pool)
        base = self.day("2020-02-01", "2028-06-30")
        if self.chance(60):
            base = self.day("2022-03-01", "2024-12-31")
        person, encounters = self.person(pool, base), []
        if theme and self.chance(80):
            person["coverage"] = [{"scheme": r.choice(["employee", "resident"]), "status": None, "from": "2010-01-01"}]
            if theme == "visits":
                person["coverage"][0]["scheme"] = "employee"
            person["coverage"][0]["status"] = r.choice(reading.STATUSES[person["coverage"][0]["scheme"]])
        if theme == "needy":
            needy = {"category": r.choice(reading.CATEGORIES[:5]), "from": "2019-01-01"}
            person.setdefault("identities", []).append(needy)
        for number in range(r.choice([1, 2, 3, 4, 5, 6, 8, 10])):
            encounters.append(self.encounter(number + 1, pool, person, base, encounters, theme))
        for i, encounter in enumerate(encounters):
            if self.chance(2):
                self.spoil(encounter, encounters[:i])
        case = {"format": "yidan.case/1", "pool": pool, "person": person, "encounters": encounters}
        if self.chance(15):
            case["opening"] = self.opening(base)
        if self.chance(0.5):    # wrong as a whole
            start = {"from": "2020-01-02"}
            where, wrong = r.choice([
                (case, {"pool": "370100"}), (person, {"colour": "red"}), (person, {"account_balance": 5}),
                (person, {"account_balance": "1.234"}), (person, {"identities": [dict(start, category="rich")]}),
                (person, {"coverage": [dict(start, scheme="employee", status="adult")]}),
                (person, {"diseases": [dict(start, disease="diabetes", to="2020-01-01")]})])
            where.update(wrong)
        text = json.dumps(case, ensure_ascii=False)
        if self.chance(0.5):    # a key that comes twice inside an encounter
            text = text.replace('"care": ', '"care": "outpatient", "care": ', 1)
        return text


def cases(seed, count):
    generator = Generator(seed)
    for _ in range(count):
        yield generator.case()
