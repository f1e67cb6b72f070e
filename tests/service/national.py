#!/usr/bin/env python3
"""A hospital that knows the national interface alone: whole visits against the running service, with what goes wrong in
one (lost answers, messages twice, wrong totals, codes that are none), and the amounts of the command line to the fen.

    national.py --program build/dev/src/cli/yidan
"""

import argparse
import base64
import contextlib
import copy
import json
import sqlite3
import subprocess
import tempfile

from hospital_client import (DAY, HOSPITAL, ITEMS, LINES, OTHER, PERSON, POOL, Hospital, amount, prepare,
                             statement_line, statement_text)
from server import Client, environment, serving


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
    settled = {**first["output"]["setlinfo"], "refd_setl_flag": "0"}
    assert hospital.done("5203", asked) == {**first["output"], "setlinfo": settled}
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
    assert hospital.done("5203", asked)["setlinfo"]["refd_setl_flag"] == "1"
    late = hospital.send(message)
    assert late["code"] == "conflict" and "撤销" in late["err_msg"], late
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
    late = hospital.send(came)
    assert late["code"] == "conflict" and "2601" in late["err_msg"], late
    counted = hospital.done("3201", hospital.totals("0.00", "0.00", "0.00", 2))["stmtinfo"]
    assert counted["stmt_rslt"] == "0", "what 2601 takes back is as if it had never come"
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
    lost = hospital.message("2102", sale("F3"))
    reversal = {"data": {"psn_no": person, "omsgid": lost["msgid"], "oinfno": "2102"}}
    hospital.done("2601", reversal)
    assert hospital.send(lost)["code"] == "conflict", "a sale that was reversed before it came"
    lost["msgid"] = reversal["data"]["omsgid"] = lost["msgid"][:-4] + "9999"
    assert hospital.send(lost)["infcode"] == 0
    hospital.done("2601", reversal)
    assert hospital.send(lost)["code"] == "conflict", "a sale that was reversed"


def looks_up(hospital, other):
    """Institutions, dictionaries; an own code of the institution stands for a national one once it is told."""
    found = hospital.done("1201", {"medinsinfo": {"fixmedins_code": OTHER}})["medinsinfo"]
    assert [(each["fixmedins_code"], each["fixmedins_type"], each["medinslv"]) for each in found] == [(OTHER, "1", "2")]
    named = {"medinsinfo": {"fixmedins_name": "示范医院", "fixmedins_type": "1"}}
    assert {each["fixmedins_code"] for each in hospital.done("1201", named)["medinsinfo"]} == {HOSPITAL, OTHER}
    named["medinsinfo"]["fixmedins_type"] = "2"
    assert not hospital.done("1201", named)["medinsinfo"], "no pharmacy has that name"
    assert not hospital.done("1201", {"medinsinfo": {"fixmedins_code": "H9"}})["medinsinfo"]
    hospital.refused("missing", "$.input.medinsinfo.fixmedins_code", "1201", {"medinsinfo": {}})
    words = hospital.done("1901", {"data": {"type": "insutype"}})["list"]
    assert ("310", "职工基本医疗保险") in {(each["value"], each["label"]) for each in words}, words
    refused = hospital.refused("not-found", "$.input.data.type", "1901", {"data": {"type": "INSUTYPE"}})
    assert "insutype" in refused["err_msg"], refused

    def mapping(own, code, begin="2021-01-01", **more):
        return {"data": {"fixmedins_hilist_id": own, "fixmedins_hilist_name": "本院药品", "list_type": "101",
                         "med_list_codg": code, "begndate": begin, **more}}

    hospital.refused("not-found", "$.input.data.med_list_codg", "3301", mapping("OWN-1", "NONE"))
    hospital.refused("invalid-value", "$.input.data.enddate", "3301", mapping("OWN-1", "XJ01", enddate="2020-12-31"))
    hospital.done("3301", mapping("OWN-1", "XJ01"))
    message = hospital.message("3301", mapping("OWN-1", "YP02", "2023-03-01", enddate="2023-03-31"))
    assert hospital.send(message)["infcode"] == 0 == hospital.send(message)["infcode"]
    person = hospital.find()
    visit = hospital.register(person)
    hospital.tell(person, visit)
    lines = hospital.lines(person, visit, codes=[("OWN-1", "1", "150.00")])
    del lines["feedetail"][0]["med_list_codg"]
    divided = hospital.done("2204", lines)["result"][0]
    assert (divided["chrgitm_lv"], divided["preselfpay_amt"]) == ("2", "15.00"), "it stands for YP02 on that day"
    lines["feedetail"][0].update({"feedetl_sn": "2", "fee_ocur_time": "2023-04-01 09:00:00"})
    assert hospital.done("2204", lines)["result"][0]["chrgitm_lv"] == "1", "and for XJ01 on another"
    lines["feedetail"][0].update({"feedetl_sn": "3", "medins_list_codg": "OWN-2"})
    refused = hospital.refused("not-found", "$.input.feedetail[0].med_list_codg", "2204", lines)
    assert "3301" in refused["err_msg"], refused
    theirs = other.register(person)
    other.tell(person, theirs)
    lines = other.lines(person, theirs, codes=[("OWN-1", "1", "150.00")])
    del lines["feedetail"][0]["med_list_codg"]
    other.refused("not-found", "$.input.feedetail[0].med_list_codg", "2204", lines)
    hospital.done("2205", {"data": {"mdtrt_id": visit, "chrg_bchno": "0000", "psn_no": person}})


def files_for_the_patient(hospital, other, books):
    """A referral, a chronic disease, a chosen institution: filed, read by settlement, taken back."""
    person = hospital.find()
    referral = {"refmedin": {
        "psn_no": person, "diag_code": "I10", "diag_name": "示例", "reflin_medins_no": "H11010500001",
        "reflin_medins_name": "某医院", "mdtrtarea_admdvs": "110105", "refl_type": "1", "refl_date": "2023-03-05",
        "refl_rea": "示例", "refl_opnn": "同意", "enddate": "2023-09-05"}}

    def told(name):
        with contextlib.closing(sqlite3.connect(books)) as kept:
            (facts,), = kept.execute("select facts from facts join subject on subject.id = facts.subject "
                                     "where kind = 'person' and number = ?", (PERSON,))
        return json.loads(facts)["person"].get(name, [])

    message = hospital.message("2501", referral)
    number = hospital.send(message)["output"]["result"]["trt_dcla_detl_sn"]
    assert hospital.send(message)["output"]["result"]["trt_dcla_detl_sn"] == number, "the same message is one filing"
    filed = {"channel": "institution", "filed": "2023-03-05", "from": "2023-03-05", "place": "remote-referred",
             "region": "110105", "to": "2023-09-06"}
    assert told("residence") == [filed], told("residence")
    local = copy.deepcopy(referral)
    local["refmedin"]["mdtrtarea_admdvs"] = "370602"
    hospital.refused("contradiction", "$.input.refmedin.mdtrtarea_admdvs", "2501", local)
    wrong = copy.deepcopy(referral)
    wrong["refmedin"]["enddate"] = "2023-03-01"
    hospital.refused("invalid-value", "$.input.refmedin.enddate", "2501", wrong)
    back = {"data": {"trt_dcla_detl_sn": number, "psn_no": person, "memo": "误报"}}
    other.refused("not-found", "$.input.data.trt_dcla_detl_sn", "2502", back)
    hospital.refused("not-found", "$.input.data.trt_dcla_detl_sn", "2504", back)
    hospital.done("2502", back)
    assert told("residence") == []
    hospital.done("2502", back)  # as it was answered
    hospital.refused("not-permitted", "$.input.data.trt_dcla_detl_sn", "2502", {"data": {**back["data"], "memo": "再撤"}})
    chronic = {"data": {"psn_no": person, "insutype": "310", "opsp_dise_code": "hypertension", "opsp_dise_name": "高血压",
                        "insu_optins": POOL, "ide_fixmedins_no": HOSPITAL, "ide_fixmedins_name": "示范医院",
                        "hosp_ide_date": "2023-03-01", "diag_dr_codg": "D1", "diag_dr_name": "李",
                        "begndate": "2023-03-01"}}
    unknown = copy.deepcopy(chronic)
    unknown["data"]["opsp_dise_code"] = "M001"
    hospital.refused("invalid-value", "$.input.data.opsp_dise_code", "2503", unknown)
    visit = hospital.register(person)
    hospital.done("2203A", {"mdtrtinfo": {"mdtrt_id": visit, "psn_no": person, "med_type": "14",
                                          "begntime": f"{DAY} 09:30:00", "dise_codg": "hypertension"},
                            "diseinfo": [{"diag_type": "1", "maindiag_flag": "1", "diag_srt_no": 1, "diag_code": "I10",
                                          "diag_name": "高血压", "vali_flag": "1"}]})
    hospital.done("2204", hospital.lines(person, visit))
    asked = hospital.settlement(person, visit, med_type="14")
    before = hospital.done("2206", asked)["setlinfo"]["fund_pay_sumamt"]
    number = hospital.done("2503", chronic)["result"]["trt_dcla_detl_sn"]
    assert told("diseases") == [{"disease": "hypertension", "from": "2023-03-01"}]
    after = hospital.done("2206", asked)["setlinfo"]["fund_pay_sumamt"]
    assert before == "0.00" != after, "settlement reads what was filed"
    settled = hospital.done("2207", asked)["setlinfo"]
    asks_about_the_past(hospital, other, person, visit, settled)
    hospital.done("2208", {"data": {"psn_no": person, "mdtrt_id": visit, "setl_id": settled["setl_id"]}})
    hospital.done("2504", {"data": {"trt_dcla_detl_sn": number, "psn_no": person}})
    assert told("diseases") == []
    chosen = {"data": {"psn_no": person, "biz_appy_type": "1", "begndate": "2023-03-01", "fix_srt_no": "1",
                       "fixmedins_code": HOSPITAL, "fixmedins_name": "示范医院"}}
    number = hospital.done("2505", chosen)["result"]["trt_dcla_detl_sn"]
    hospital.done("2506", {"data": {"trt_dcla_detl_sn": number, "psn_no": person}})


def asks_about_the_past(hospital, other, person, visit, settled):
    days = {"begntime": f"{DAY} 00:00:00", "endtime": f"{DAY} 23:59:59"}
    visits = hospital.done("5201", {"data": {"psn_no": person, **days, "mdtrt_id": visit}})["mdtrtinfo"]
    assert [(each["mdtrt_id"], each["med_type"], each["dise_codg"], each["vali_flag"]) for each in visits] == [
        (visit, "14", "hypertension", "1")], visits
    assert hospital.done("5201", {"data": {"psn_no": person, **days, "med_type": "14"}})["mdtrtinfo"] == visits
    assert not hospital.done("5201", {"data": {"psn_no": person, "begntime": "2022-03-05 00:00:00",
                                               "endtime": "2022-03-05 00:00:00"}})["mdtrtinfo"]
    theirs = other.done("5201", {"data": {"psn_no": person, **days}})["mdtrtinfo"]
    assert visit not in {each["mdtrt_id"] for each in theirs}, "another institution's visit"
    told = hospital.done("5202", {"data": {"psn_no": person, "mdtrt_id": visit}})["diseinfo"]
    assert [each["diag_code"] for each in told] == ["I10"], told
    other.refused("not-found", "$.input.data.mdtrt_id", "5202", {"data": {"psn_no": person, "mdtrt_id": visit}})
    used = hospital.done("5205", {"data": {"psn_no": person, **days}})["data"]
    assert {each["setl_id"] for each in used} == {settled["setl_id"]} and len(used) == 4, used
    sums = {(each["insutype"], each["cum_type_code"]): each["cum"]
            for each in other.done("5206", {"data": {"psn_no": person, "cum_ym": "202303"}})["cuminfo"]}
    assert sums["310", "C0000_BIZ14"] == "1" and sums["310", "F0000_BIZ14"] == "1510.00", sums
    assert sums["310", "D310100_BIZ14"] == settled["hifp_pay"], sums
    assert not hospital.done("5206", {"data": {"psn_no": person, "cum_ym": "202302"}})["cuminfo"], "of later months"
    hospital.refused("invalid-value", "$.input.data.cum_ym", "5206", {"data": {"psn_no": person, "cum_ym": "202313"}})


def reconciles_in_details(hospital, other, person):
    """9101, 3202, 9102: a statement goes up as a file, and what differs comes back, line by line."""
    visit = hospital.register(person)
    hospital.tell(person, visit)
    settled = []
    for batch in ("1", "2", "3"):
        hospital.done("2204", hospital.lines(person, visit, batch, LINES))
        settled.append(hospital.done("2207", hospital.settlement(person, visit, batch))["setlinfo"])
    back = hospital.done("2208", {"data": {"psn_no": person, "mdtrt_id": visit, "setl_id": settled[2]["setl_id"]}})
    number = hospital.done("9101", hospital.upload("", as_bytes=True, zipped=False))["fileinfo"]["file_qury_no"]
    known = hospital.download(hospital.done("3202", hospital.details(number, []))["fileinfo"])
    assert {each["stmt_rslt"] for each in known} == {"1"}, "nothing was told: the insurer has more"
    lines = [[each["setl_id"], each["mdtrt_id"], each["psn_no"], each["medfee_sumamt"], each["fund_pay_sumamt"],
              each["acct_pay"], each["refd_setl_flag"]] for each in known]
    ours = {each["setl_id"]: each for each in settled}
    # What was taken back is there under the number of the settlement; both ways of telling it agree.
    assert {each[0] for each in lines} >= set(ours), lines

    def compared(told, **how):
        info = hospital.done("9101", hospital.upload(statement_text(told), **how))["fileinfo"]
        result = hospital.done("3202", hospital.details(info["file_qury_no"], told))["fileinfo"]
        return {each["setl_id"]: each for each in hospital.download(result) if each["stmt_rslt"] != "0"}

    assert not compared(lines), "one line for what was settled and taken back"
    two = [statement_line(each, "0") for each in settled] + [statement_line(back["setlinfo"], "1")]
    rest = [each for each in lines if each[0] not in ours]
    assert not compared(rest + two, as_bytes=True), "two lines for it"
    heading = ["setl_id", "mdtrt_id", "psn_no", "medfee_sumamt", "fund_pay_sumamt", "acct_pay", "refd_setl_flag"]
    text = "\ufeff" + statement_text([heading] + rest + two).replace("\n", "\r\n")
    info = hospital.done("9101", hospital.upload(text))["fileinfo"]
    message = hospital.message("3202", hospital.details(info["file_qury_no"], rest + two))
    first = hospital.send(message)
    assert hospital.send(message)["output"] == first["output"], "the same message is answered the same"
    assert {each["stmt_rslt"] for each in hospital.download(first["output"]["fileinfo"])} == {"0"}
    # Planted: one forgotten, one invented, one a fen off, one that was taken back told as settled.
    planted = rest + [statement_line(settled[1], "0"), statement_line(settled[2], "0"),
                      ["S0", "M0", person, "1.00", "0.00", "0.00", "0"]]
    planted[-3][3] = "1510.01"
    found = compared(planted)
    expected = {settled[0]["setl_id"]: "1", settled[1]["setl_id"]: "3", settled[2]["setl_id"]: "3", "S0": "2"}
    assert {number: each["stmt_rslt"] for number, each in found.items()} == expected, found
    assert "1510.00" in found[settled[1]["setl_id"]]["memo"] and "1510.01" in found[settled[1]["setl_id"]]["memo"]
    assert found[settled[2]["setl_id"]]["refd_setl_flag"] == "1" and "已撤销" in found[settled[2]["setl_id"]]["memo"]
    assert found[settled[0]["setl_id"]]["msgid"] == settled[0]["medins_setl_id"]
    # What is wrong is told with its line; a file is its institution's.
    number = info["file_qury_no"]
    wrong = hospital.refused("contradiction", "$.input.data.medfee_sumamt", "3202",
                             hospital.details(number, rest + two, medfee_sumamt="1.00"))
    assert "1.00" in wrong["err_msg"], wrong
    hospital.refused("invalid-value", "$.input.data.setl_optins", "3202",
                     hospital.details(number, rest + two, setl_optins="440100"))
    other.refused("not-found", "$.input.data.file_qury_no", "3202", other.details(number, rest + two))
    other.refused("not-found", "$.input.fsDownloadIn.file_qury_no", "9102", {"fsDownloadIn": {
        "file_qury_no": number, "filename": "x", "fixmedins_code": OTHER}})
    for told, code, where, says in (
            ("S1\tM1\n", "invalid-value", "file[1]", "第 1 行"),
            (statement_text(two) + "S8\tM8\t" + person + "\tten\t0\t0\t0\n", "invalid-value",
             f"file[{len(two) + 1}].medfee_sumamt", f"第 {len(two) + 1} 行"),
            (statement_text(two) + "S8\tM8\t" + person + "\t1\t1\t1\t7\n", "invalid-value",
             f"file[{len(two) + 1}].refd_setl_flag", "没有代码"),
            (statement_text(two) + "\tM8\n\n" + "S8\tM8\t\t1\t1\t1\t0\n", "invalid-value",
             f"file[{len(two) + 1}]", "共 2 行有误"),
            (statement_text([two[0], two[0]]), "duplicate-id", "file[2].setl_id", "重复")):
        info = hospital.done("9101", hospital.upload(told))["fileinfo"]
        refused = hospital.refused(code, where, "3202", hospital.details(info["file_qury_no"], two))
        assert says in refused["err_msg"], refused
    bomb = hospital.upload("0" * (129 << 20))
    number = hospital.done("9101", bomb)["fileinfo"]["file_qury_no"]
    hospital.refused("invalid-value", "$.input.data.file_qury_no", "3202", hospital.details(number, []))
    damaged = hospital.upload("x")
    damaged["fsUploadIn"]["in"] = base64.b64encode(b"PK nothing").decode()
    number = hospital.done("9101", damaged)["fileinfo"]["file_qury_no"]
    hospital.refused("syntax", "$.input.data.file_qury_no", "3202", hospital.details(number, []))
    for nothing in ("?", [300], [1.5], {"a": 1}):
        damaged["fsUploadIn"]["in"] = nothing
        hospital.refused("wrong-type", "$.input.fsUploadIn.in", "9101", damaged)


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
    as_resident = {"data": {"psn_no": person, "insutype": "390", "begntime": f"{DAY} 09:30:00", "mdtrt_cert_type": "02",
                            "mdtrt_cert_no": PERSON, "ipt_otp_no": "7", "atddr_no": "D1", "dr_name": "李",
                            "dept_code": "01", "dept_name": "内科", "caty": "A03"}}
    told = hospital.refused("contradiction", "$.input.data.insutype", "2201", as_resident)
    assert "310" in told["err_msg"], told
    hospital.refused("contradiction", "$.input.data.insutype", "2207",
                     hospital.settlement(person, visit, insutype="390"))


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
            reconciles_in_details(hospital, other, person)
            looks_up(hospital, other)
            files_for_the_patient(hospital, other, books)
            refuses_what_is_wrong(hospital, other, person)
        run("verify")
        messages = hospital.count + other.count
    print(f"{messages} messages of the national interface were answered as they should be")


if __name__ == "__main__":
    main()
