#!/usr/bin/env python3
"""A hospital that knows the national interface alone: whole visits against the running service, with what goes wrong in
one (lost answers, messages twice, wrong totals, codes that are none), and the amounts of the command line to the fen.

    national.py --program build/dev/src/cli/yidan
"""

import argparse
import copy
import json
import subprocess
import tempfile

from server import Client, environment, serving

POOL, PERSON = "370600", "370600195003010028"
HOSPITAL, OTHER = "H37060000001", "H37060000002"
DAY = "2023-03-05"
ITEMS = {"XJ01": ("检查", "A", None, None), "YP02": ("药品", "B", "10%", None), "ZF03": ("自费项目", "C", None, None),
         "HC04": ("耗材", "A", None, "60.00")}
# code, quantity, price
LINES = [("XJ01", "1", "1000.00"), ("YP02", "2", "150.00"), ("ZF03", "1", "50.00"), ("HC04", "2", "80.00")]


def amount(quantity, price):
    return f"{int(quantity) * float(price):.2f}"


class Hospital:
    def __init__(self, client, token, code=HOSPITAL):
        self.client, self.token, self.code, self.count = client, token, code, 0
        described = client.send("GET", "/v1/national").json["transactions"]
        self.gives = {each["infno"]: each["gives"] for each in described}

    def message(self, infno, data, msgid=None):
        self.count += 1
        return {"infno": infno, "msgid": msgid or f"{self.code}20230305100000{self.count:04d}", "mdtrtarea_admvs": POOL,
                "insuplc_admdvs": POOL, "recer_sys_code": "1", "infver": "V1.0", "opter_type": "1", "opter": "001",
                "opter_name": "张", "inf_time": f"{DAY} 10:00:00", "fixmedins_code": self.code,
                "fixmedins_name": "示范医院", "input": data}

    def send(self, message, number=""):
        answer = self.client.send("POST", "/fsi/api" + number, json.dumps(message, ensure_ascii=False),
                                  {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"})
        assert answer.status == 200, answer.bytes.decode()
        return answer.json

    def ask(self, infno, data, msgid=None):
        return self.send(self.message(infno, data, msgid))

    def done(self, infno, data, msgid=None):
        answer = self.ask(infno, data, msgid)
        assert answer["infcode"] == 0, f"{infno}: {answer}"
        self.check(infno, answer["output"])
        return answer["output"]

    def check(self, infno, output):
        """What is answered has all that the description says must stand."""
        for node in self.gives[infno]:
            told = output[node["node"]]
            for each in told if node["list"] else [told]:
                for field in node["fields"]:
                    # A trial has no number yet; what is taken back is spelled as elsewhere.
                    apart = field["name"] in ("setl_id", "pdn_cash_pay", "crt_payb_lmt_amt")
                    is_there = not field["required"] or apart or field["name"] in each
                    assert is_there, f"{infno}: no {field['name']}: {each}"

    def refused(self, code, where, infno, data, msgid=None):
        answer = self.ask(infno, data, msgid)
        assert answer["infcode"] == -1 and answer["code"] == code, f"{infno}: {answer}"
        assert where is None or answer["where"] == where, answer
        assert answer["err_msg"] and answer["faults"], answer
        return answer

    def find(self):
        output = self.done("1101", {"data": {"mdtrt_cert_type": "02", "mdtrt_cert_no": PERSON, "psn_name": "王某"}})
        assert output["baseinfo"]["certno"] == PERSON and output["baseinfo"]["gend"] == "2", output
        assert [each["insutype"] for each in output["insuinfo"]] == ["310"], output
        return output["baseinfo"]["psn_no"]

    def register(self, person, msgid=None):
        data = {"data": {"psn_no": person, "insutype": "310", "begntime": f"{DAY} 09:30:00", "mdtrt_cert_type": "02",
                         "mdtrt_cert_no": PERSON, "ipt_otp_no": "7", "atddr_no": "D1", "dr_name": "李",
                         "dept_code": "01", "dept_name": "内科", "caty": "A03"}}
        return self.done("2201", data, msgid)["data"]["mdtrt_id"]

    def tell(self, person, visit):
        self.done("2203", {"mdtrtinfo": {"mdtrt_id": visit, "psn_no": person, "med_type": "11",
                                         "begntime": f"{DAY} 09:30:00"}, "diseinfo": []})

    def lines(self, person, visit, batch="1", codes=LINES):
        return {"feedetail": [
            {"feedetl_sn": f"{batch}-{i}", "mdtrt_id": visit, "psn_no": person, "chrg_bchno": batch,
             "rx_circ_flag": "0", "fee_ocur_time": f"{DAY} 09:40:00", "med_list_codg": code, "medins_list_codg": code,
             "det_item_fee_sumamt": amount(quantity, price), "cnt": quantity, "pric": price, "bilg_dept_codg": "01",
             "bilg_dept_name": "内科", "bilg_dr_codg": "D1", "bilg_dr_name": "李", "hosp_appr_flag": "0",
             "exp_content": "{}"} for i, (code, quantity, price) in enumerate(codes, 1)]}

    def settlement(self, person, visit, batch="1", **changed):
        return {"data": {"psn_no": person, "mdtrt_cert_type": "02", "mdtrt_cert_no": PERSON, "med_type": "11",
                         "medfee_sumamt": "1510.00", "psn_setlway": "01", "mdtrt_id": visit, "chrg_bchno": batch,
                         "insutype": "310", "acct_used_flag": "1", "fulamt_ownpay_amt": 50, "overlmt_selfpay": "40.00",
                         "preselfpay_amt": "30.00", "inscp_scp_amt": "1390.00", **changed}}

    def totals(self, fee, funds, account, count, **changed):
        return {"data": {"insutype": "310", "clr_type": "11", "setl_optins": POOL, "stmt_begndate": "2000-01-01",
                         "stmt_enddate": "2199-12-31", "medfee_sumamt": fee, "fund_pay_sumamt": funds,
                         "acct_pay": account, "fixmedins_setl_cnt": count, **changed}}


def prepare(client, token):
    """The registers of the city: two hospitals with agreement and designation, the items, one person."""
    def put(method, path, body, key):
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": key, "Content-Type": "application/json"}
        answer = client.send(method, f"/v1/pools/{POOL}/{path}", json.dumps(body, ensure_ascii=False), headers)
        assert answer.status == 200, answer.bytes.decode()

    for code in (HOSPITAL, OTHER):
        entry = f"registers/institution/entries/{code}"
        put("POST", entry, {"on": "2021-01-01", "by": "designation", "move": "register",
                            "fields": {"name": "示范医院", "kind": "hospital", "level": "2", "region": "370602"}}, code)
        agreement = f"registers/agreement/entries/A{code}"
        put("POST", agreement, {"on": "2021-01-02", "by": "window",
                                "fields": {"provider": code, "received": "2021-01-02"}}, code + "-a1")
        for move, day, fields in (
                ("accept", "2021-01-02", {"accepted": "2021-01-02"}),
                ("pass", "2021-01-10", {"assessed": "2021-01-10", "result": "passed"}),
                ("sign", "2021-01-11", {"signed": "2021-01-11", "from": "2021-02-01", "until": "2025-02-01",
                                        "cares": ["outpatient", "inpatient", "pharmacy"],
                                        "responsible": "张医师",
                                        "outpatient_section": "门诊指标与实名就医"})):
            by = "window" if move == "accept" else "designation"
            put("POST", agreement + "/moves", {"on": day, "by": by, "move": move, "fields": fields}, code + "-" + move)
        put("POST", f"registers/designation/entries/D{code}",
            {"on": "2022-08-01", "by": "policy", "fields": {"provider": code, "decided_by": "烟台市医疗保障局",
                                                          "from": "2022-08-01"}}, code + "-d")
    for code, (name, level, share, limit) in ITEMS.items():
        fields = {"name": name, "class": level}
        fields.update({"self_pay_first": share} if share else {})
        fields.update({"limit": limit} if limit else {})
        put("POST", f"registers/item/entries/{code}",
            {"on": "2021-01-01", "by": "policy", "move": "list", "fields": fields}, "item-" + code)
    put("POST", f"persons/{PERSON}/facts",
        {"facts": {"person": {"id": PERSON, "born": "1950-03-01", "sex": "F", "account_balance": "1200.00",
                              "coverage": [{"scheme": "employee", "status": "retired", "from": "2010-01-01"}]}}}, "f")


def printed_bill(program):
    """What the command line makes of the same visit."""
    lines = [{"id": str(i), "class": ITEMS[code][1], "amount": amount(quantity, price), "quantity": quantity,
              "unit_price": price, **({"self_pay_first": ITEMS[code][2]} if ITEMS[code][2] else {}),
              **({"payment_standard": ITEMS[code][3]} if ITEMS[code][3] else {})}
             for i, (code, quantity, price) in enumerate(LINES)]
    case = {"format": "yidan.case/1", "pool": POOL,
            "person": {"id": PERSON, "born": "1950-03-01", "sex": "F", "account_balance": "1200.00",
                       "coverage": [{"scheme": "employee", "status": "retired", "from": "2010-01-01"}]},
            "encounters": [{"id": "E", "care": "outpatient", "date": DAY, "use_account": True, "lines": lines,
                            "provider": {"id": HOSPITAL, "region": "370602", "level": 2,
                                         "designated": ["outpatient"]}}]}
    printed = subprocess.run([program, "settle", "--as", "json", "-"], input=json.dumps(case), env=environment(),
                             capture_output=True, text=True, check=True).stdout
    return json.loads(printed)["bills"][0]


def check_amounts(output, bill):
    info = output["setlinfo"]
    layers = {each["fund"]: each["paid"] for each in bill["layers"]}
    expected = {"medfee_sumamt": bill["amounts"]["total"], "inscp_scp_amt": bill["amounts"]["policy_scope"],
                "hifp_pay": layers.get("employee-pooled", "0.00"),
                "hifob_pay": layers.get("employee-large-amount", "0.00"),
                "fund_pay_sumamt": bill["fund_total"], "acct_pay": bill["account"], "psn_cash_pay": bill["cash"]}
    for name, value in expected.items():
        assert info[name] == value, f"{name}: {info[name]}, the command line says {value}"
    rows = {each["fund_pay_type"]: each["fund_payamt"] for each in output["setldetail"]}
    assert rows == {"310100": expected["hifp_pay"], "310200": bill["account"]}, rows


def settles_a_visit(hospital, program):
    hospital.done("9001", {"signIn": {"opter_no": "001", "ip": "10.0.0.1"}})
    person = hospital.find()
    visit = hospital.register(person)
    hospital.refused("not-permitted", "$.infno", "2207", hospital.settlement(person, visit))
    hospital.tell(person, visit)
    divided = hospital.done("2204", hospital.lines(person, visit))["result"]
    assert [(each["chrgitm_lv"], each["preselfpay_amt"], each["overlmt_amt"], each["inscp_scp_amt"])
            for each in divided] == [("1", "0.00", "0.00", "1000.00"), ("2", "30.00", "0.00", "270.00"),
                                     ("3", "0.00", "0.00", "0.00"), ("1", "0.00", "40.00", "120.00")], divided
    bill = printed_bill(program)
    trial = hospital.done("2206", hospital.settlement(person, visit))
    check_amounts(trial, bill)
    assert "setl_id" not in trial["setlinfo"]
    wrong = hospital.refused("contradiction", "$.input.data.preselfpay_amt", "2207",
                             hospital.settlement(person, visit, preselfpay_amt="30.01", inscp_scp_amt="1389.99"))
    assert "1-2 300.00=0.00+0.00+30.00+270.00" in wrong["err_msg"], wrong
    message = hospital.message("2207", hospital.settlement(person, visit))
    first = hospital.send(message)
    assert first["infcode"] == 0, first
    check_amounts(first["output"], bill)
    # The answer was lost: the same message is answered the same, another content under its number is none.
    assert hospital.send(message)["output"] == first["output"]
    other = {**message, "input": hospital.settlement(person, visit, acct_used_flag="0")}
    assert hospital.send(other)["code"] == "conflict"
    refused = hospital.refused("not-permitted", "$.infno", "2207", hospital.settlement(person, visit))
    assert "2208" in refused["err_msg"], refused
    number = first["output"]["setlinfo"]["setl_id"]
    asked = {"data": {"psn_no": person, "mdtrt_id": visit, "setl_id": number}}
    assert hospital.done("5203", asked) == first["output"]
    lines = hospital.done("5204", asked)["data"]
    assert [each["feedetl_sn"] for each in lines] == ["1-1", "1-2", "1-3", "1-4"], lines
    right = {"data": {"psn_no": person, "insutype": "310", "fixmedins_code": HOSPITAL, "med_type": "11",
                      "begntime": f"{DAY} 09:30:00"}}
    assert hospital.done("2001", right)["trtinfo"][0]["trt_enjymnt_flag"] == "1"
    right["data"]["insutype"] = "390"
    assert hospital.done("2001", right)["trtinfo"][0]["trt_enjymnt_flag"] == "0"
    funds, account = bill["fund_total"], bill["account"]
    assert hospital.done("3201", hospital.totals("1510.00", funds, account, 1))["stmtinfo"]["stmt_rslt"] == "0"
    unequal = hospital.done("3201", hospital.totals("1510.01", funds, account, 1))["stmtinfo"]
    assert unequal["stmt_rslt"] == "3" and "1510.01" in unequal["stmt_rslt_dscr"], unequal
    assert hospital.done("3201", hospital.totals("0", "0", "0", 0))["stmtinfo"]["stmt_rslt"] == "1"
    assert hospital.done("3201", hospital.totals("1510.00", funds, account, 2))["stmtinfo"]["stmt_rslt"] == "2"
    back = hospital.done("2208", asked)["setlinfo"]
    assert back["medfee_sumamt"] == "-1510.00" and back["setl_id"] != number, back
    hospital.refused("not-found", "$.input.data.setl_id", "2208", asked)
    assert hospital.done("3201", hospital.totals("0.00", "0.00", "0.00", 2))["stmtinfo"]["stmt_rslt"] == "0"
    hospital.done("2205", {"data": {"mdtrt_id": visit, "chrg_bchno": "0000", "psn_no": person}})
    hospital.done("2202", {"data": {"psn_no": person, "mdtrt_id": visit, "ipt_otp_no": "7"}})
    hospital.refused("not-permitted", "$.infno", "2204", hospital.lines(person, visit, "9"))
    return person


def survives_lost_answers(hospital, person):
    """2601 for a message whose outcome is not known: as if it had never come, whether it came or not."""
    visit = hospital.register(person)
    hospital.tell(person, visit)
    hospital.done("2204", hospital.lines(person, visit))
    lost = hospital.message("2207", hospital.settlement(person, visit))
    reversal = {"data": {"psn_no": person, "omsgid": lost["msgid"], "oinfno": "2207"}}
    hospital.done("2601", reversal)
    late = hospital.send(lost)
    assert late["infcode"] == -1 and late["code"] == "conflict" and "2601" in late["err_msg"], late
    came = hospital.message("2207", hospital.settlement(person, visit))
    assert hospital.send(came)["infcode"] == 0
    reversal["data"]["omsgid"] = came["msgid"]
    hospital.done("2601", reversal)
    hospital.done("2601", reversal)
    hospital.refused("not-permitted", "$.input.data.oinfno", "2601",
                     {"data": {"psn_no": person, "omsgid": "x", "oinfno": "2201"}})
    message = hospital.message("2207", hospital.settlement(person, visit))
    assert hospital.send(message)["infcode"] == 0, "it can be settled again"


def settles_a_stay(hospital, person):
    """Admission, lines, something given back, discharge, settlement; an interim settlement; all of it taken back."""
    admission = {"mdtrtinfo": {
        "psn_no": person, "insutype": "310", "begntime": "2023-04-01 08:00:00", "mdtrt_cert_type": "02",
        "mdtrt_cert_no": PERSON, "med_type": "21", "ipt_no": "Z1", "atddr_no": "D1", "chfpdr_name": "李",
        "adm_diag_dscr": "示例", "adm_dept_codg": "01", "adm_dept_name": "内科", "adm_bed": "1",
        "dscg_maindiag_code": "I10", "dscg_maindiag_name": "示例"}, "diseinfo": []}
    visit = hospital.done("2401", admission)["result"]["mdtrt_id"]

    def lines(rows):
        return {"feedetail": [
            {"feedetl_sn": number, "mdtrt_id": visit, "psn_no": person, "med_type": "21",
             "fee_ocur_time": f"{day} 09:00:00", "med_list_codg": code, "medins_list_codg": code, "cnt": quantity,
             "pric": price, "det_item_fee_sumamt": amount(quantity, price), "bilg_dept_codg": "01",
             "bilg_dept_name": "内科", "bilg_dr_codg": "D1", "bilg_dr_name": "李",
             **({"init_feedetl_sn": of} if of else {})} for number, day, code, quantity, price, of in rows]}

    hospital.done("2301", lines([("1", "2023-04-01", "XJ01", "5", "1000.00", None),
                                 ("2", "2023-04-02", "YP02", "4", "150.00", None),
                                 ("3", "2023-04-03", "HC04", "3", "80.00", None)]))
    back = hospital.done("2301", lines([("4", "2023-04-04", "HC04", "-1", "80.00", "3")]))["result"][0]
    assert (back["det_item_fee_sumamt"], back["overlmt_amt"], back["inscp_scp_amt"]) == ("-80.00", "-20.00", "-60.00")
    hospital.refused("contradiction", "$.input.feedetail[0].init_feedetl_sn", "2301",
                     lines([("5", "2023-04-04", "HC04", "-3", "80.00", "3")]))
    asked = {"data": {"psn_no": person, "mdtrt_cert_type": "02", "mdtrt_cert_no": PERSON, "medfee_sumamt": "5760.00",
                      "psn_setlway": "01", "mdtrt_id": visit, "insutype": "310", "acct_used_flag": "0",
                      "mid_setl_flag": "0", "overlmt_selfpay": "40.00", "preselfpay_amt": "60.00",
                      "inscp_scp_amt": "5660.00"}}
    hospital.refused("not-permitted", "$.input.data.mid_setl_flag", "2304", asked)
    leaving = {"dscginfo": {"mdtrt_id": visit, "psn_no": person, "insutype": "310", "endtime": "2023-04-05 10:00:00",
                            "dscg_dept_codg": "01", "dscg_dept_name": "内科", "dscg_way": "1"}, "diseinfo": []}
    early = copy.deepcopy(leaving)
    early["dscginfo"]["endtime"] = "2023-03-31 10:00:00"
    hospital.refused("invalid-value", "$.input.dscginfo.endtime", "2402", early)
    hospital.done("2402", leaving)
    trial = hospital.done("2303", asked)["setlinfo"]
    # A retired person, level 2, first stay of the year: 5660 less 400, of it 89 %.
    settled = hospital.done("2304", asked)
    info = settled["setlinfo"]
    assert info["hifp_pay"] == trial["hifp_pay"] and float(info["hifp_pay"]) > 0, info
    assert info["psn_type"] == "1201" and info["clr_type"] == "21" and info["balc"] != "", info
    hospital.refused("not-permitted", "$.infno", "2405", {"data": {"mdtrt_id": visit, "psn_no": person}})
    hospital.done("2305", {"data": {"mdtrt_id": visit, "psn_no": person, "setl_id": info["setl_id"]}})
    hospital.done("2405", {"data": {"mdtrt_id": visit, "psn_no": person}})
    interim = copy.deepcopy(asked)
    interim["data"]["mid_setl_flag"] = "1"
    first = hospital.done("2304", interim)["setlinfo"]
    assert first["medfee_sumamt"] == "5760.00", first
    hospital.done("2305", {"data": {"mdtrt_id": visit, "psn_no": person, "setl_id": first["setl_id"]}})
    hospital.done("2302", {"data": [{"feedetl_sn": "0000", "mdtrt_id": visit, "psn_no": person}]})
    hospital.done("2404", {"data": {"mdtrt_id": visit, "psn_no": person}})


def sells(hospital, person):
    """A sale: its lines travel with it; an invoice is used once."""
    def sale(invoice):
        lines = [{"feedetl_sn": "1", "fee_ocur_time": f"{DAY} 12:00:00", "med_list_codg": "YP02",
                  "medins_list_codg": "YP02", "det_item_fee_sumamt": "150.00", "cnt": "1", "pric": "150.00"}]
        return {"druginfo": {"psn_no": person, "mdtrt_cert_type": "02", "mdtrt_cert_no": PERSON,
                             "begntime": f"{DAY} 12:00:00", "medfee_sumamt": "150.00", "invono": invoice,
                             "insutype": "310", "acct_used_flag": "1", "med_type": "41"}, "drugdetail": lines}

    trial = hospital.done("2101", sale("F1"))["setlinfo"]
    sold = hospital.done("2102", sale("F1"))["setlinfo"]
    assert sold["medfee_sumamt"] == trial["medfee_sumamt"] == "150.00" and sold["clr_type"] == "41", sold
    hospital.refused("conflict", None, "2102", sale("F1"))
    wrong = sale("F2")
    wrong["druginfo"]["medfee_sumamt"] = "151.00"
    hospital.refused("contradiction", "$.input.druginfo.medfee_sumamt", "2102", wrong)
    back = {"data": {"psn_no": person, "mdtrt_id": sold["mdtrt_id"], "setl_id": sold["setl_id"]}}
    assert hospital.done("2103", back)["setlinfo"]["medfee_sumamt"] == "-150.00"
    hospital.done("2102", sale("F1"))


def refuses_what_is_wrong(hospital, other, person):
    assert hospital.send({"infno": "2201"})["code"] == "missing"
    nothing = hospital.message("2201", {})
    del nothing["infno"]
    assert hospital.send(nothing)["where"] == "$.infno"
    assert hospital.send(nothing, "/2201")["where"] == "$.input.data"
    assert hospital.send({**nothing, "infno": "2202"}, "/2201")["code"] == "contradiction"
    hospital.refused("not-found", "$.infno", "1301", {"data": {}})
    many = hospital.refused("missing", None, "2201", {"data": {"psn_no": "", "insutype": "999"}})
    assert len(many["faults"]) > 8, many
    assert hospital.send([])["where"] == "$"
    hospital.refused("not-found", "$.input.data.mdtrt_cert_no", "1101",
                     {"data": {"mdtrt_cert_type": "02", "mdtrt_cert_no": "370602199001010015"}})
    visit = hospital.register(person)
    hospital.tell(person, visit)
    wrong = hospital.lines(person, visit)
    wrong["feedetail"][2]["med_list_codg"] = "NONE"
    refused = hospital.refused("not-found", "$.input.feedetail[2].med_list_codg", "2204", wrong)
    assert "NONE" in refused["err_msg"], refused
    wrong = hospital.lines(person, visit)
    wrong["feedetail"][1]["det_item_fee_sumamt"] = "300.01"
    hospital.refused("contradiction", "$.input.feedetail[1].det_item_fee_sumamt", "2204", wrong)
    twice = hospital.lines(person, visit)
    twice["feedetail"].append(copy.deepcopy(twice["feedetail"][0]))
    hospital.refused("duplicate-id", "$.input.feedetail[4].feedetl_sn", "2204", twice)
    hospital.done("2204", hospital.lines(person, visit))
    hospital.refused("duplicate-id", None, "2204", hospital.lines(person, visit))
    other.refused("not-found", "$.input.data.mdtrt_id", "2206", hospital.settlement(person, visit))
    forged = other.message("2206", hospital.settlement(person, visit))
    forged["fixmedins_code"] = HOSPITAL
    assert other.send(forged)["code"] == "forbidden", "one hospital speaks for another"
    hospital.refused("not-found", "$.input.data.chrg_bchno", "2207", hospital.settlement(person, visit, "2"))
    hospital.refused("not-found", "$.input.data.psn_no", "2207", hospital.settlement("nobody", visit))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    program = parser.parse_args().program
    with tempfile.TemporaryDirectory() as folder:
        books = f"{folder}/books.db"

        def run(*words):
            return subprocess.run([program, *words, "--db", books], env=environment(), capture_output=True, text=True,
                                  check=True).stdout.strip()

        run("init", "--drafts")
        run("user", "put", "root", "--role", "administrator,policy,designation,window,enrolment")
        tokens = {"root": run("user", "token", "root", "--until", "2199-01-01")}
        for code in (HOSPITAL, OTHER):
            run("user", "put", code, "--role", "institution", "--pool", POOL, "--provider", code)
            tokens[code] = run("user", "token", code, "--until", "2199-01-01")
        with serving(program, books) as port:
            client = Client(port)
            prepare(client, tokens["root"])
            hospital, other = Hospital(client, tokens[HOSPITAL]), Hospital(client, tokens[OTHER], OTHER)
            person = settles_a_visit(hospital, program)
            survives_lost_answers(hospital, person)
            settles_a_stay(hospital, person)
            sells(hospital, person)
            refuses_what_is_wrong(hospital, other, person)
        run("verify")
        messages = hospital.count + other.count
    print(f"{messages} messages of the national interface were answered as they should be")


if __name__ == "__main__":
    main()
