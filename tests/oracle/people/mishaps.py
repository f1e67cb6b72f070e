"""What spoils a record: deaths, events taken back, and mistakes that the rule book names."""

import datetime
import json
import random

from chances import Chances


class Mishaps(Chances):
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
