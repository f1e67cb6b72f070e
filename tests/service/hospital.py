#!/usr/bin/env python3
"""A hostile hospital: whole days of visits through the national interface over a bad line, from several threads, and
books of its own, which agree with the service's to the fen at the end; otherwise it prints the seed and exits with 1.

    hospital.py --program build/dev/src/cli/yidan --seed 1 --visits 60 --kill 2
    hospital.py --program build/dev/src/cli/yidan --seed 7 --visits 2000 --kill 50 --store postgresql://host/empty
"""

import argparse
import collections
import concurrent.futures
import json
import pathlib
import random
import subprocess
import tempfile
import time

from hospital_books import Books, citizens, fen, yuan
from hospital_client import (DAY, HOSPITAL, LINES, OTHER, PERSON, POOL, Hospital, facts_of, prepare, put,
                             statement_line, statement_text)
from hospital_wire import Fault, Sender, Wire, at_once, same
from server import Client, Process, environment

STAMP = 20230305100000  # of a msgid: one second for them all


class Institution:
    def __init__(self, client, code, wire, visits):
        self.hospital, self.wire, self.books = Hospital(client, None, code), wire, Books()
        self.numbers = max(40, 2 * visits)  # of the last four digits


class Visit:
    """One visit, by a seed of its own: which of the persons, which lines, and what goes wrong."""

    def __init__(self, number, seed, institution, person, counts):
        self.number, self.institution, self.certificate, self.counts = number, institution, person, counts
        self.random = random.Random(f"{seed}/{number}")
        self.sender = Sender(institution.wire, self.random, counts)
        self.books, self.hospital = institution.books, institution.hospital
        self.person, self.visit, self.batches, self.messages = "", "", 0, {}

    def chance(self, share):
        return self.random.random() < share

    def msgid(self):
        return f"{self.hospital.code}{STAMP}{self.random.randrange(self.institution.numbers):04d}"

    def message(self, infno, data, msgid=None):
        message = self.hospital.message(infno, data, msgid or self.msgid())
        skew = self.random.choice(["2023-03-05 10:00:00", "1999-12-31 23:59:59", "2038-01-19 03:14:08"])
        return {**message, "inf_time": skew}

    def ask(self, infno, data):
        """The answer, whatever it is; a msgid that was used for something else is changed."""
        while True:
            message = self.message(infno, data)
            answer = self.sender.until_answered(message)
            if answer["infcode"] == 0 and self.chance(0.1) and infno in ("2201", "2203", "2204", "2205", "2208"):
                again = self.sender.until_answered(message)
                same(message, answer, again)
            if answer.get("code") != "conflict" or answer["where"] != "$.msgid":
                return answer
            self.counts["msgid used before"] += 1

    def done(self, infno, data):
        answer = self.ask(infno, data)
        if answer["infcode"] != 0:
            raise Fault(f"{infno} of visit {self.number}: {answer}")
        return answer["output"]

    def refused(self, code, infno, data):
        answer = self.ask(infno, data)
        if answer["infcode"] != -1 or answer["code"] != code:
            raise Fault(f"{infno} of visit {self.number} is not refused with {code}: {answer}")
        self.counts["refused as it must be"] += 1

    def play(self):
        if self.chance(0.3):
            self.done("9001", {"signIn": {"opter_no": "001", "ip": "10.0.0.1"}})
        found = self.done("1101", {"data": {"mdtrt_cert_type": "02", "mdtrt_cert_no": self.certificate}})
        self.person = found["baseinfo"]["psn_no"]
        data = {"data": {"psn_no": self.person, "insutype": "310", "begntime": f"{DAY} 09:30:00",
                         "mdtrt_cert_type": "02", "mdtrt_cert_no": self.certificate, "ipt_otp_no": str(self.number),
                         "atddr_no": "D1", "dr_name": "李", "dept_code": "01", "dept_name": "内科", "caty": "A03"}}
        self.visit = self.done("2201", data)["data"]["mdtrt_id"]
        if self.chance(0.08):
            self.close()
            return
        self.done("2203", {"mdtrtinfo": {"mdtrt_id": self.visit, "psn_no": self.person, "med_type": "11",
                                         "begntime": f"{DAY} 09:30:00"}, "diseinfo": []})
        batches = [self.upload() for _ in range(self.random.choice([1, 1, 2, 3]))]
        if self.chance(0.25):
            batches = self.upload_anew(batches)
        settled = [(each, self.settle(each)) for each in batches]
        for batch, output in settled:
            if self.chance(0.35):
                self.take_back(output)
                self.show(output, was_taken_back=True)
                if self.chance(0.3):
                    self.is_spent(self.messages[output["setlinfo"]["setl_id"]])
                if self.chance(0.5):
                    self.settle(batch)
        if self.chance(0.1):
            code = "not-permitted" if self.has_nothing_open() else "not-found"
            self.refused(code, "2207", self.settlement(("99", [1, 0, 0, 0, 1])))

    def has_nothing_open(self):
        return self.ask("2205", {"data": {"mdtrt_id": self.visit, "chrg_bchno": "98", "psn_no": self.person}})[
            "code"] == "not-permitted"

    def close(self):
        self.done("2202", {"data": {"psn_no": self.person, "mdtrt_id": self.visit, "ipt_otp_no": str(self.number)}})
        self.refused("not-permitted", "2203", {"mdtrtinfo": {
            "mdtrt_id": self.visit, "psn_no": self.person, "med_type": "11", "begntime": f"{DAY} 09:30:00"}})

    def upload(self):
        """Uploads a batch: its number, and its sums as the service divided them."""
        self.batches += 1
        codes = [(code, str(self.random.randint(1, 3)), yuan(self.random.randint(1, 60000)))
                 for code, _, _ in self.random.choices(LINES, k=self.random.randint(1, 4))]
        lines = self.hospital.lines(self.person, self.visit, str(self.batches), codes)
        for told, (_, quantity, price) in zip(lines["feedetail"], codes):
            told["det_item_fee_sumamt"] = yuan(int(quantity) * fen(price))
        divided = self.done("2204", lines)["result"]
        names = ("det_item_fee_sumamt", "fulamt_ownpay_amt", "overlmt_amt", "preselfpay_amt", "inscp_scp_amt")
        sums = [sum(fen(each[name]) for each in divided) for name in names]
        total = sum(int(quantity) * fen(price) for _, quantity, price in codes)
        if sums[0] != total or sum(sums[1:]) != total:
            raise Fault(f"2204 of visit {self.number}: {yuan(total)} was divided into {sums}")
        return str(self.batches), sums

    def upload_anew(self, batches):
        """2205 of one batch, or of all, and new ones in their place."""
        if self.chance(0.5):
            self.done("2205", {"data": {"mdtrt_id": self.visit, "chrg_bchno": "0000", "psn_no": self.person}})
            return [self.upload()]
        self.done("2205", {"data": {"mdtrt_id": self.visit, "chrg_bchno": batches[0][0], "psn_no": self.person}})
        return [*batches[1:], self.upload()]

    def settlement(self, batch):
        number, sums = batch
        names = ("medfee_sumamt", "fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt", "inscp_scp_amt")
        data = self.hospital.settlement(self.person, self.visit, number, **{
            name: yuan(amount) for name, amount in zip(names, sums)})
        data["data"]["mdtrt_cert_no"] = self.certificate
        return data

    def settle(self, batch):
        """Settles a batch, and knows in the end that it is settled, once, and how."""
        if self.chance(0.5):
            self.done("2206", self.settlement(batch))
        if self.chance(0.25):
            wrong = [*batch[1]]
            wrong[self.random.choice([0, 1, 2, 3, 4])] += 1
            self.refused("contradiction", self.random.choice(["2206", "2207"]), self.settlement((batch[0], wrong)))
        while self.chance(0.3):
            self.settle_and_give_up(batch)
        message = self.new_settlement(batch)
        answer = self.sender.until_answered(message)
        if answer["infcode"] != 0:
            raise Fault(f"2207 of visit {self.number}: {answer}")
        if self.chance(0.2):
            same(message, answer, self.sender.until_answered(message))
        output = answer["output"]
        self.books.answered(self.person, message["msgid"])
        self.check(output["setlinfo"], batch[1], message)
        if self.chance(0.3):
            self.counts["asked with 5203"] += 1
            self.show(output)
        self.books.enter(output)
        self.messages[output["setlinfo"]["setl_id"]] = message
        return output

    def show(self, output, was_taken_back=False):
        shown = self.done("5203", self.number_of(output))
        flag = "1" if was_taken_back else "0"
        if shown != {**output, "setlinfo": {**output["setlinfo"], "refd_setl_flag": flag}}:
            raise Fault(f"5203 of visit {self.number} is not what was answered: {output}, {flag}: {shown}")

    def new_settlement(self, batch):
        """A message with a msgid of which this person has no settlement; one that was used must be refused."""
        while True:
            message = self.message("2207", self.settlement(batch))
            if self.books.take(self.person, message["msgid"]):
                return message
            if not self.books.must_be_refused(self.person, message["msgid"]):
                continue
            answer = self.sender.until_answered(message)
            if answer.get("code") != "conflict":
                raise Fault(f"2207 of visit {self.number} with a msgid that was used: {answer}")
            self.counts["msgid used before"] += 1

    def settle_and_give_up(self, batch):
        """Nobody knows what became of the message: 2601, after it or while it comes; and it may come late."""
        message = self.new_settlement(batch)
        reversal = {"data": {"psn_no": self.person, "omsgid": message["msgid"], "oinfno": "2207"}}
        way = self.random.choice(["crossed", "late", "restart"])
        self.counts[f"reversed by 2601, {way}"] += 1
        if way == "crossed":
            at_once(lambda: self.done("2601", reversal), lambda: self.institution.wire.heard(message))
        else:
            if way == "restart":  # it remembers the msgid it was about to send, and nothing else
                self.sender.once(message)
            self.done("2601", reversal)
        self.books.answered(self.person, message["msgid"])
        self.is_spent(message)
        if self.chance(0.2):
            self.done("2601", reversal)

    def is_spent(self, message):
        """A settlement that was taken back is not one again because its message arrives late."""
        late = self.sender.until_answered(message)
        if late["infcode"] == 0 or late["code"] != "conflict":
            raise Fault(f"2207 of visit {self.number} was taken back and is answered: {late}")

    def take_back(self, output):
        """2208, alone, twice at once, or crossed with a 2601 of the settlement."""
        asked = self.number_of(output)
        reversal = {"data": {"psn_no": self.person, "omsgid": output["setlinfo"]["medins_setl_id"], "oinfno": "2207"}}
        way = self.random.choice(["alone", "alone", "twice", "crossed", "2601"])
        self.counts[f"taken back, {way}"] += 1
        if way == "2601":
            self.done("2601", reversal)
            self.books.remove(output)
            return
        if way == "alone":
            answers = [self.ask("2208", asked)]
        elif way == "twice":
            answers = at_once(*[lambda: self.ask("2208", asked)] * 2)
        else:
            answers = at_once(lambda: self.ask("2208", asked), lambda: self.done("2601", reversal))[:1]
        given = {json.dumps(each["output"]) for each in answers if each["infcode"] == 0}
        for each in answers:
            if each["infcode"] != 0 and each["code"] != "not-found":
                raise Fault(f"2208 of visit {self.number}: {each}")
        if not given and way == "crossed":
            self.counts["2601 was quicker than 2208"] += 1
            self.books.remove(output)
            return
        if len(given) != 1:
            raise Fault(f"2208 of visit {self.number}, {way}: {answers}")
        back = json.loads(given.pop())
        if back["setlinfo"]["medfee_sumamt"] != "-" + output["setlinfo"]["medfee_sumamt"]:
            raise Fault(f"2208 of visit {self.number} takes back something else: {back} {output}")
        self.books.take_back(output, back)

    def number_of(self, output):
        return {"data": {"psn_no": self.person, "mdtrt_id": self.visit, "setl_id": output["setlinfo"]["setl_id"]}}

    def check(self, info, sums, message):
        """The amounts of a settlement add up, and are those of the lines."""
        told = [fen(info[name]) for name in ("medfee_sumamt", "fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt",
                                             "inscp_scp_amt")]
        paid = sum(fen(info[name]) for name in ("fund_pay_sumamt", "acct_pay", "psn_cash_pay"))
        if told != sums or paid != sums[0] or info["medins_setl_id"] != message["msgid"]:
            raise Fault(f"2207 of visit {self.number}, lines {sums}: {info}")


class Day:
    def __init__(self, options, folder):
        self.options, self.counts = options, collections.Counter()
        self.books = f"{folder}/books.db" if options.store == "sqlite" else options.store
        self.run("init", "--drafts")
        self.run("user", "put", "root", "--role", "administrator,policy,designation,window,enrolment,fund")
        self.root = self.run("user", "token", "root", "--until", "2199-01-01")
        self.server = Process(options.program, self.books)
        self.client = Client(self.server.port)
        prepare(self.client, self.root)
        self.persons = [PERSON, *citizens(5)]
        for each in self.persons[1:]:
            put(self.client, self.root, "POST", f"persons/{each}/facts", facts_of(each), f"f-{each}")
        self.institutions = []
        for code in (HOSPITAL, OTHER):
            self.run("user", "put", code, "--role", "institution", "--pool", POOL, "--provider", code)
            token = self.run("user", "token", code, "--until", "2199-01-01")
            wire = Wire(self.server.port, token)
            self.institutions.append(Institution(self.client, code, wire, options.visits))

    def run(self, *words):
        done = subprocess.run([self.options.program, *words, "--db", self.books], env=environment(),
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Fault(f"yidan {' '.join(words)} exits with {done.returncode}: {done.stdout}{done.stderr}")
        return done.stdout.strip()

    def play(self):
        """All visits; the server is killed when as many as were drawn are played."""
        options = self.options
        chosen = random.Random(f"{options.seed}/day")
        visits = [Visit(number, options.seed, chosen.choice(self.institutions), chosen.choice(self.persons),
                        self.counts) for number in range(1, options.visits + 1)]
        kills = sorted(chosen.randrange(1, max(2, options.visits - 8)) for _ in range(options.kill))
        with concurrent.futures.ThreadPoolExecutor(options.threads) as pool:
            playing = [pool.submit(each.play) for each in visits]
            while not all(each.done() for each in playing):
                time.sleep(0.001)
                if kills and sum(each.done() for each in playing) >= kills[0]:
                    kills.pop(0)
                    self.counts["kills"] += 1
                    self.server.kill()
                    self.server.start()
            for each in playing:
                each.result()

    def close(self):
        """The day's end: what the institution has added up, 3201, what it is owed, and the proofs of the books."""
        owed = json.loads(self.run("balance", "--by", "provider", "--as", "json"))["rows"]
        for each in self.institutions:
            desk = Visit(0, self.options.seed, each, PERSON, self.counts)
            for state, output in each.books.entries:
                desk.visit, desk.person = output["setlinfo"]["mdtrt_id"], output["setlinfo"]["psn_no"]
                if state == "settled":
                    desk.show(output, output["setlinfo"]["setl_id"] in each.books.taken_back)
            total = each.books.sums()
            self.compare(desk, total, "0")
            self.compare(desk, each.books.sums("settled"), "0", refd_setl_flag="0")
            self.compare(desk, each.books.sums("refund"), "0", refd_setl_flag="1")
            for i in range(3):
                off = [amount + (i == j) for j, amount in enumerate(total)]
                self.compare(desk, off, "3")
            self.compare(desk, (*total[:3], total[3] - 1), "1")
            self.compare(desk, (*total[:3], total[3] + 1), "2")
            self.compare_details(desk, each)
            ours = {row["fund"]: fen(row["credit"]) - fen(row["debit"]) for row in owed
                    if row.get("provider") == each.hospital.code and row["account"] == "provider-payable"}
            ours = {fund: amount for fund, amount in ours.items() if amount}
            if ours != each.books.by_fund():
                raise Fault(f"{each.hospital.code} is owed {ours} and believes {each.books.by_fund()}")
        self.server.stop()
        self.run("verify")
        self.run("audit", "verify")

    def compare_details(self, desk, institution):
        """3202: its own books agree, line by line; what is planted, and nothing else, comes back with its cause."""
        lines = [statement_line(output["setlinfo"], "1" if state == "refund" else "0")
                 for state, output in institution.books.entries]
        self.expect_results(desk, lines, {}, {})
        chosen = random.Random(f"{self.options.seed}/statement")
        back = institution.books.taken_back
        standing = [each for each in lines if each[6] == "0" and each[0] not in back]
        if len(standing) < 2 or not back:
            return
        forgotten, off = chosen.sample(standing, 2)
        settled_back = chosen.choice(sorted(back))
        refund = institution.books.refund_of(settled_back)
        planted = [[*each[:3], yuan(fen(each[3]) + (each is off)), *each[4:]] for each in lines
                   if each is not forgotten and each[0] != refund]
        planted.append(["S-invented", "M-invented", PERSON, "8.00", "0.00", "0.00", "0"])
        self.expect_results(desk, planted,
                            {forgotten[0]: "1", "S-invented": "2", off[0]: "3", settled_back: "3"},
                            {forgotten[0]: "missing-there", "S-invented": "missing-here", off[0]: "amount",
                             settled_back: "state"})
        self.counts["planted differences named"] += 4

    def expect_results(self, desk, lines, results, causes):
        uploaded = desk.done("9101", desk.hospital.upload(statement_text(lines)))["fileinfo"]
        told = desk.hospital.details(uploaded["file_qury_no"], lines)
        info = desk.done("3202", told)["fileinfo"]
        reader = Hospital(self.client, desk.institution.wire.token, desk.hospital.code)
        found = {each["setl_id"]: each["stmt_rslt"] for each in reader.download(info) if each["stmt_rslt"] != "0"}
        if found != results:
            raise Fault(f"3202 of {desk.hospital.code} says {found}, not {results}")
        seen = self.client.send("GET", f"/v1/pools/{POOL}/reconciliation?from=2000-01-01&provider={desk.hospital.code}",
                                headers={"Authorization": f"Bearer {desk.institution.wire.token}"}).json["statements"]
        named = {each["settlement"]: each["cause"] for each in seen[0]["differences"]}
        if named != causes:
            raise Fault(f"the differences of {desk.hospital.code} are {named}, not {causes}")

    @staticmethod
    def compare(desk, told, expected, **more):
        fee, funds, account, count = told
        asked = desk.hospital.totals(yuan(fee), yuan(funds), yuan(account), count, **more)
        result = desk.done("3201", asked)["stmtinfo"]
        if result["stmt_rslt"] != expected:
            raise Fault(f"3201 of {desk.hospital.code} {more} says {result}, not {expected}, of {told}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--visits", type=int, default=60)
    parser.add_argument("--threads", type=int, default=8)
    parser.add_argument("--store", default="sqlite", help="sqlite, or the URL of an empty database")
    parser.add_argument("--kill", type=int, nargs="?", const=2, default=0, help="how often the server is killed")
    options = parser.parse_args()
    options.program = str(pathlib.Path(options.program).resolve())
    with tempfile.TemporaryDirectory() as folder:
        day = None
        try:
            day = Day(options, folder)
            day.play()
            day.close()
        except Fault as fault:
            raise SystemExit(f"seed {options.seed}, {options.visits} visits: {fault}") from None
        finally:
            if day is not None and day.server.process.returncode is None:
                day.server.kill()
    print("; ".join(f"{name}: {count}" for name, count in sorted(day.counts.items())))
    settled = sum(len(each.books.entries) for each in day.institutions)
    print(f"{options.visits} visits, {settled} settlements and refunds agree (seed {options.seed})")


if __name__ == "__main__":
    main()
