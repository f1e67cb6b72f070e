"""The books of a hospital: what it believes to be settled, in fen; and citizens to be treated."""

import collections
import threading

FUNDS = {"310100": "employee-pooled", "310200": "personal-account", "330100": "employee-large-amount"}


def fen(yuan):
    sign = -1 if yuan.startswith("-") else 1
    whole, _, part = yuan.lstrip("-").partition(".")
    return sign * (int(whole) * 100 + int(part.ljust(2, "0")))


def yuan(amount):
    return f"{'-' if amount < 0 else ''}{abs(amount) // 100}.{abs(amount) % 100:02d}"


def citizens(count):
    """Numbers of persons, with their check digit."""
    weights, digits = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2], "10X98765432"
    for i in range(count):
        number = f"37060219500302{(i * 2 + 2):03d}"
        yield number + digits[sum(int(digit) * weight for digit, weight in zip(number, weights)) % 11]


class Books:
    """What an institution believes: its settlements and what it took back, by what it was answered."""

    def __init__(self):
        self.lock, self.entries, self.spent, self.known = threading.Lock(), [], set(), set()
        self.taken_back = {}  # setl_id → that of what takes it back

    def take(self, person, msgid):
        """Whether the msgid is new for a settlement of this person."""
        with self.lock:
            is_new = (person, msgid) not in self.spent
            self.spent.add((person, msgid))
            return is_new

    def must_be_refused(self, person, msgid):
        """A msgid of which the service has answered that it is spent, by a settlement or by 2601."""
        with self.lock:
            return (person, msgid) in self.known

    def answered(self, person, msgid):
        with self.lock:
            self.known.add((person, msgid))

    def enter(self, output):
        with self.lock:
            self.entries.append(("settled", output))

    def take_back(self, output, refund):
        with self.lock:
            self.entries.append(("refund", refund))
            self.taken_back[output["setlinfo"]["setl_id"]] = refund["setlinfo"]["setl_id"]

    def remove(self, output):
        """What 2601 takes back was never there."""
        with self.lock:
            self.entries.remove(("settled", output))

    def refund_of(self, settlement):
        return self.taken_back[settlement]

    def sums(self, state=None):
        chosen = [output["setlinfo"] for each, output in self.entries if state in (None, each)]
        totals = [sum(fen(info[name]) for info in chosen) for name in ("medfee_sumamt", "fund_pay_sumamt", "acct_pay")]
        return (*totals, len(chosen))

    def by_fund(self):
        owed = collections.Counter()
        for _, output in self.entries:
            for each in output["setldetail"]:
                owed[FUNDS[each["fund_pay_type"]]] += fen(each["fund_payamt"])
        return {fund: amount for fund, amount in owed.items() if amount}
