"""A client of the national interface: messages as a hospital builds them, and the registers of a city that has it."""

import base64
import io
import json
import zipfile

POOL, PERSON = "370600", "370600195003010028"
HOSPITAL, OTHER = "H37060000001", "H37060000002"
DAY = "2023-03-05"
ITEMS = {"XJ01": ("检查", "A", None, None), "YP02": ("药品", "B", "10%", None), "ZF03": ("自费项目", "C", None, None),
         "HC04": ("耗材", "A", None, "60.00")}
# code, quantity, price
LINES = [("XJ01", "1", "1000.00"), ("YP02", "2", "150.00"), ("ZF03", "1", "50.00"), ("HC04", "2", "80.00")]


def amount(quantity, price):
    return f"{int(quantity) * float(price):.2f}"


RESULT = ["psn_no", "mdtrt_id", "setl_id", "msgid", "stmt_rslt", "refd_setl_flag", "memo", "medfee_sumamt",
          "fund_pay_sumamt", "acct_pay"]


def statement_line(info, flag):
    """What `setlinfo` comes to in a statement."""
    return [info["setl_id"], info["mdtrt_id"], info["psn_no"], info["medfee_sumamt"], info["fund_pay_sumamt"],
            info["acct_pay"], flag]


def statement_text(lines):
    return "".join("\t".join(each) + "\n" for each in lines)


def sum_of(lines, column):
    cents = sum(round(float(each[column]) * 100) for each in lines)
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


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

    def upload(self, text, name="statement.txt", as_bytes=False, zipped=True):
        """The message of 9101: a file as base64 text or as a list of bytes."""
        content = text.encode()
        if zipped:
            packed = io.BytesIO()
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(name, content)
            content = packed.getvalue()
        told = list(content) if as_bytes else base64.b64encode(content).decode()
        return {"fsUploadIn": {"in": told, "filename": name + ".zip", "fixmedins_code": self.code}}

    def details(self, number, lines, **changed):
        """The message of 3202 about lines that went up under a number."""
        return {"data": {"clr_type": "11", "setl_optins": POOL, "file_qury_no": number, "stmt_begndate": "2000-01-01",
                         "stmt_enddate": "2199-12-31", "medfee_sumamt": sum_of(lines, 3),
                         "fund_pay_sumamt": sum_of(lines, 4), "cash_payamt": "0.00", "fixmedins_setl_cnt": len(lines),
                         **changed}}

    def download(self, info, message=None):
        """The lines of a result, by the settlement: what 9102 answers is the file itself."""
        message = message or self.message("9102", {"fsDownloadIn": {
            "file_qury_no": info["file_qury_no"], "filename": info["filename"], "fixmedins_code": self.code}})
        answer = self.client.send("POST", "/fsi/api", json.dumps(message, ensure_ascii=False),
                                  {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"})
        assert answer.headers["Content-Type"] == "application/zip", answer.bytes.decode()
        with zipfile.ZipFile(io.BytesIO(answer.bytes)) as archive:
            text = archive.read(archive.namelist()[0]).decode()
        return [dict(zip(RESULT, row.split("\t"))) for row in text.splitlines()]

    def totals(self, fee, funds, account, count, **changed):
        return {"data": {"insutype": "310", "clr_type": "11", "setl_optins": POOL, "stmt_begndate": "2000-01-01",
                         "stmt_enddate": "2199-12-31", "medfee_sumamt": fee, "fund_pay_sumamt": funds,
                         "acct_pay": account, "fixmedins_setl_cnt": count, **changed}}


def put(client, token, method, path, body, key):
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": key, "Content-Type": "application/json"}
    answer = client.send(method, f"/v1/pools/{POOL}/{path}", json.dumps(body, ensure_ascii=False), headers)
    assert answer.status == 200, answer.bytes.decode()


def facts_of(person):
    return {"facts": {"person": {"id": person, "born": "1950-03-01", "sex": "F", "account_balance": "1200.00",
                                 "coverage": [{"scheme": "employee", "status": "retired", "from": "2010-01-01"}]}}}


def prepare(client, token):
    """The registers of the city: two hospitals with agreement and designation, the items, one person."""
    def tell(method, path, body, key):
        put(client, token, method, path, body, key)

    for code in (HOSPITAL, OTHER):
        entry = f"registers/institution/entries/{code}"
        tell("POST", entry, {"on": "2021-01-01", "by": "designation", "move": "register",
                            "fields": {"name": "示范医院", "kind": "hospital", "level": "2", "region": "370602"}}, code)
        agreement = f"registers/agreement/entries/A{code}"
        tell("POST", agreement, {"on": "2021-01-02", "by": "window",
                                "fields": {"provider": code, "received": "2021-01-02"}}, code + "-a1")
        for move, day, fields in (
                ("accept", "2021-01-02", {"accepted": "2021-01-02"}),
                ("pass", "2021-01-10", {"assessed": "2021-01-10", "result": "passed"}),
                ("sign", "2021-01-11", {"signed": "2021-01-11", "from": "2021-02-01", "until": "2025-02-01",
                                        "cares": ["outpatient", "chronic", "inpatient", "pharmacy"],
                                        "responsible": "张医师",
                                        "outpatient_section": "门诊指标与实名就医"})):
            by = "window" if move == "accept" else "designation"
            tell("POST", agreement + "/moves", {"on": day, "by": by, "move": move, "fields": fields}, code + "-" + move)
        tell("POST", f"registers/designation/entries/D{code}",
            {"on": "2022-08-01", "by": "policy", "fields": {"provider": code, "decided_by": "烟台市医疗保障局",
                                                          "from": "2022-08-01"}}, code + "-d")
    for code, (name, level, share, limit) in ITEMS.items():
        fields = {"name": name, "class": level}
        fields.update({"self_pay_first": share} if share else {})
        fields.update({"limit": limit} if limit else {})
        tell("POST", f"registers/item/entries/{code}",
            {"on": "2021-01-01", "by": "policy", "move": "list", "fields": fields}, "item-" + code)
    tell("POST", f"persons/{PERSON}/facts", facts_of(PERSON), "f")
