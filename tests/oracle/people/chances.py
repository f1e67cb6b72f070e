"""Chances with a memory of the person: days near boundaries, months, and the events that they fall on."""

import datetime
import random

import reading

# Days on which a rule changes or a month, a window, a year ends.
BOUNDARIES = ["2021-01-01", "2021-09-09", "2021-09-10", "2021-10-01", "2021-12-31", "2022-01-01", "2022-02-28",
              "2022-03-01", "2022-06-13", "2022-06-14", "2022-06-30", "2022-07-01", "2022-08-31", "2022-09-01",
              "2022-11-30", "2022-12-01", "2022-12-31", "2023-01-01", "2023-02-28", "2023-06-30", "2023-07-01",
              "2023-08-31", "2023-09-01", "2023-12-31", "2024-01-01", "2024-02-29", "2024-03-31", "2024-06-30",
              "2024-07-01", "2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01", "2025-12-31", "2026-01-01",
              "2026-02-28", "2026-06-30", "2026-07-01"]


class Chances:
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
