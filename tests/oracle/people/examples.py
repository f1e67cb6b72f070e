"""Hand examples: records with what the documents' readings give, figured on paper; the calculator must agree."""


def record(pool, born, as_of, *events, sex="M", balance="0.00"):
    person = {"id": "X", "born": born, "sex": sex, "account_balance": balance}
    return {"format": "yidan.record/1", "pool": pool, "as_of": as_of, "person": person, "events": list(events)}


def event(name, on, **more):
    return {"event": name, "on": on, **{{"for_": "for", "from_": "from"}.get(k, k): v for k, v in more.items()}}


def enrol(on, status="adult", **more):
    return event("enrol", on, scheme="resident", status=status, **more)


def premium(on, year, amount):
    return event("pay", on, insured_year=year, amount=amount)


def month(on, of, amount="900.00"):
    return event("pay", on, month=of, amount=amount)


def employ(on, wage=None, kind="enterprise", name="U1"):
    return event("employ", on, employer=name, employer_kind=kind, **({"monthly_wage": wage} if wage else {}))


def span(start, end=None, **more):
    return {**more, "from": start, **({"to": end} if end else {})}


def due(year, part, payer, amount, paid_on=None):
    return {"for": year, "part": part, "payer": payer, "amount": amount, "paid_on": paid_on, "presumed": False}


def resident(start, end, status="adult"):
    return span(start, end, scheme="resident", status=status)


def of_employee(start, end=None, status="active"):
    return span(start, end, scheme="employee", status=status)


def credits(*pairs):
    return [{"month": m, "credit": c} for m, c in pairs]


YANTAI, JINING, LINYI, HEZE = "370600", "370800", "371300", "371700"
OF_2022 = enrol("2021-11-03", insured_year=2022)

# Name, record, and the fields that are known from paper.
EXAMPLES = [
    ("the contract's own", record(
        HEZE, "1990-03-07", "2023-12-31", OF_2022, premium("2022-03-15", 2022, "320.00"),
        event("identity", "2022-05-20", category="minimum-living", from_="2022-05-01"), employ("2023-02-01", "6000.00"),
        month("2023-02-25", "2023-02", "540.00"), event("leave", "2023-09-30", employer="U1"),
        event("retire", "2023-10-01"), event("deemed", "2023-10-08", months=120, recognised="2023-10-08"),
        event("account-use", "2023-11-02", amount="58.00", use="pharmacy", for_="spouse")), {
            "cover": [resident("2022-04-15", "2023-01-01"), of_employee("2023-03-01", "2023-10-01")],
            "gaps": [span("2021-11-03", "2022-01-01", reason="not-enrolled"),
                     span("2022-01-01", "2022-04-15", reason="waiting-period"),
                     span("2023-01-01", "2023-02-01", reason="unpaid"),
                     span("2023-02-01", "2023-03-01", reason="waiting-period"), span("2023-10-01", reason="unpaid")],
            "years": {"actual_months": 8, "deemed_months": 120, "topped_up_months": 0, "required_months": 360,
                      "missing_months": 232}}),
    ("B01: Heze's own window ends with February 2022", record(
        HEZE, "1980-01-01", "2022-12-31", OF_2022, premium("2022-02-28", 2022, "320.00")), {
            "cover": [resident("2022-02-28", "2023-01-01")]}),
    ("B01: the province's window ends with December 2022", record(
        HEZE, "1980-01-01", "2023-12-31", enrol("2022-11-03"), premium("2023-01-05", 2023, "350.00")), {
            "cover": [resident("2023-02-05", "2024-01-01")]}),
    ("B03: a month of waiting, clamped", record(
        HEZE, "1980-01-01", "2023-12-31", enrol("2022-11-03"), premium("2023-01-31", 2023, "350.00")), {
            "cover": [resident("2023-02-28", "2024-01-01")]}),
    ("B05: after 30 June both parts", record(
        HEZE, "1980-01-01", "2022-12-31", OF_2022, premium("2022-07-01", 2022, "900.00")), {
            "cover": [resident("2022-08-01", "2023-01-01")],
            "dues": [due("2022", "government", "person", "580.00", "2022-07-01"),
                     due("2022", "individual", "person", "320.00", "2022-07-01")]}),
    ("B05: on 30 June the individual part", record(
        HEZE, "1980-01-01", "2022-12-31", OF_2022, premium("2022-06-30", 2022, "320.00")), {
            "cover": [resident("2022-07-30", "2023-01-01")],
            "dues": [due("2022", "government", "treasury", "580.00", "2022-06-30"),
                     due("2022", "individual", "person", "320.00", "2022-06-30")]}),
    ("B05: after 30 June the individual part alone is too little", record(
        HEZE, "1980-01-01", "2022-12-31", OF_2022, premium("2022-07-01", 2022, "320.00")), {
            "cover": [], "warnings": [("pay-short", 1)]}),
    ("B02: Heze, paid six months after the birth", record(
        HEZE, "2022-03-31", "2022-12-31", enrol("2022-09-20", "newborn"), premium("2022-09-30", 2022, "320.00")), {
            "cover": [resident("2022-03-31", "2023-01-01", "newborn")], "gaps": []}),
    ("B02: Heze, a day later", record(
        HEZE, "2022-03-31", "2022-12-31", enrol("2022-09-20", "newborn"), premium("2022-10-01", 2022, "320.00")), {
            "cover": [resident("2022-11-01", "2023-01-01", "newborn")],
            "gaps": [span("2022-09-20", "2022-11-01", reason="waiting-period")]}),
    ("B02: elsewhere from the payment", record(
        LINYI, "2022-03-31", "2022-12-31", enrol("2022-04-20", "newborn"), premium("2022-09-30", 2022, "320.00")), {
            "cover": [resident("2022-09-30", "2023-01-01", "newborn")]}),
    ("B04: three months after employee cover, to the day", record(
        HEZE, "1980-01-01", "2023-12-31", employ("2022-11-07", "6000.00"), month("2022-11-20", "2022-11"),
        event("leave", "2023-02-10"), enrol("2023-05-28"), premium("2023-06-03", 2023, "350.00")), {
            "cover": [of_employee("2022-12-01", "2023-03-01"), resident("2023-06-03", "2024-01-01")]}),
    ("B04: a day later Heze waits", record(
        HEZE, "1980-01-01", "2023-12-31", employ("2022-11-07", "6000.00"), month("2022-11-20", "2022-11"),
        event("leave", "2023-02-10"), enrol("2023-05-29"), premium("2023-06-03", 2023, "350.00")), {
            "cover": [of_employee("2022-12-01", "2023-03-01"), resident("2023-07-03", "2024-01-01")]}),
    ("P8: a year that begins in employment is owed by nobody", record(
        HEZE, "1990-03-07", "2022-12-31", enrol("2021-10-05", insured_year=2022), employ("2021-12-01", "6000.00"),
        event("leave", "2022-01-31", employer="U1")), {
            "dues": [due(m, part, payer, amount) for m in ("2021-12", "2022-01") for part, payer, amount in
                     (("employer", "employer", "420.00"), ("individual", "person", "120.00"))]}),
    ("P8: a payment inside the window covers from its day, a newborn's too", record(
        HEZE, "2021-07-20", "2022-12-31", enrol("2022-01-25", "newborn", insured_year=2022),
        premium("2022-02-10", 2022, "320.00")), {"cover": [resident("2022-02-10", "2023-01-01", "newborn")]}),
    ("P8: the year of birth, paid after New Year", record(
        YANTAI, "2021-11-15", "2022-03-31", enrol("2022-02-01", "newborn"), premium("2022-02-10", 2021, "280.00")), {
            "cover": [resident("2021-11-15", "2022-01-01", "newborn")]}),
    ("P8: three months, asked of the enrolment after the last relation", record(
        HEZE, "1990-03-07", "2023-12-31", employ("2022-02-01", "6000.00"), month("2022-02-10", "2022-02"),
        event("leave", "2022-09-20"), enrol("2022-10-10", insured_year=2023),
        employ("2022-11-01", "6000.00", name="U2"),
        month("2022-11-10", "2022-11"), event("leave", "2022-11-20"), enrol("2023-03-01", insured_year=2023),
        premium("2023-03-01", 2023, "350.00")), {
            "cover": [of_employee("2022-03-01", "2022-10-01"), of_employee("2022-11-01", "2022-12-01"),
                      resident("2023-04-01", "2024-01-01")]}),
    ("P7: a token is no month", record(
        LINYI, "1990-03-07", "2023-02-28", employ("2023-01-10", kind="flexible"),
        month("2023-01-10", "2023-01", "0.01")), {
            "cover": [], "warnings": [("pay-short", None)],
            "dues": [due(m, "individual", "person", "565.54") for m in ("2023-01", "2023-02")]}),
    ("P9: identities of before 2020 are ranked", record(
        LINYI, "1990-03-07", "2020-06-30", event("identity", "2018-01-01", category="minimum-living"),
        event("identity", "2018-06-01", category="destitute"), enrol("2019-10-10", insured_year=2020)), {
            "subsidies": [{"for": "2020", "category": "destitute", "payer": "assistance", "amount": "250.00"}]}),
    ("B08: the floor, and the flexible base", record(
        LINYI, "1980-01-01", "2023-03-01", employ("2023-01-05", "2000.00"), event("leave", "2023-01-31"),
        employ("2023-02-01", kind="flexible", name="F"), event("leave", "2023-02-28")), {
            "dues": [due("2023-01", "employer", "employer", "296.91"), due("2023-01", "individual", "person", "84.83"),
                     due("2023-02", "individual", "person", "565.54")]}),
    ("B08: the ceiling", record(
        LINYI, "1980-01-01", "2023-01-31", employ("2023-01-05", "30000.00", "institution")), {
            "dues": [due("2023-01", "employer", "employer", "1314.88"),
                     due("2023-01", "individual", "person", "424.16")]}),
    ("B10, A04: steps of Yantai's flexible rate", record(
        YANTAI, "1980-01-01", "2024-01-31", employ("2023-12-05", kind="flexible"), month("2023-12-05", "2023-12")), {
            "dues": [{**due("2023-12", "individual", "person", "445.36", "2023-12-05")},
                     due("2024-01", "individual", "person", "515.16")], "entries": []}),
    ("B09: deemed and actual months count once; top-up completes the years", record(
        LINYI, "1963-05-01", "2023-12-31", employ("2021-01-01", "6000.00"), month("2021-01-10", "2021-01"),
        event("retire", "2023-05-10"),
        event("deemed", "2023-05-12", from_="1992-01", to="2021-07", recognised="2023-05-12"),
        event("top-up", "2023-06-20", months=1)), {
            "years": {"actual_months": 28, "deemed_months": 348, "topped_up_months": 1, "required_months": 360,
                      "missing_months": 0, "entitled_from": "2023-05-12"},
            "gaps": [span("2021-01-01", "2021-02-01", reason="waiting-period"),
                     span("2023-05-10", "2023-05-12", reason="unpaid")]}),
    ("B11: Heze's 96, the person the rest", record(
        HEZE, "1980-01-01", "2022-12-31", event("identity", "2021-10-01", category="minimum-living"), OF_2022,
        premium("2022-05-10", 2022, "224.00")), {
            "cover": [resident("2022-05-10", "2023-01-01")],
            "dues": [due("2022", "government", "treasury", "580.00", "2022-05-10"),
                     due("2022", "individual", "assistance", "96.00", "2022-05-10"),
                     due("2022", "individual", "person", "224.00", "2022-05-10")],
            "subsidies": [{"for": "2022", "category": "minimum-living", "payer": "assistance", "amount": "96.00"}]}),
    ("B11: Jining's county bears the rest, and nothing is paid by the person", record(
        JINING, "1980-01-01", "2023-12-31", event("identity", "2023-01-10", category="minimum-living"),
        enrol("2023-03-01")), {
            "cover": [resident("2023-03-01", "2024-01-01")],
            "dues": [due("2023", "government", "treasury", "610.00", "2023-03-01"),
                     due("2023", "individual", "assistance", "300.00", "2023-03-01"),
                     due("2023", "individual", "county", "50.00", "2023-03-01")]}),
    ("B11: Jining's monitored persons pay first what is beyond 280", record(
        JINING, "1980-01-01", "2023-12-31", event("identity", "2023-01-10", category="monitored"),
        enrol("2023-03-01"), premium("2023-04-01", 2023, "70.00")), {
            "cover": [resident("2023-04-01", "2024-01-01")],
            "dues": [due("2023", "government", "treasury", "610.00", "2023-04-01"),
                     due("2023", "individual", "assistance", "280.00", "2023-04-01"),
                     due("2023", "individual", "person", "70.00", "2023-04-01")]}),
    ("D01: the bracket changes in the month of the birthday", record(
        YANTAI, "1988-12-15", "2024-01-31", employ("2023-11-01", "10000.00"), month("2023-11-05", "2023-11")), {
            "entries": credits(("2023-11", "215.00"), ("2023-12", "235.00"), ("2024-01", "200.00")),
            "balance": "650.00"}),
    ("D01: 29 February, 35 on 1 March", record(
        YANTAI, "1988-02-29", "2023-03-31", employ("2023-02-01", "10000.00"), month("2023-02-05", "2023-02")), {
            "entries": credits(("2023-02", "215.00"), ("2023-03", "235.00"))}),
    ("A04: November and December 2022", record(
        YANTAI, "1990-12-15", "2022-12-31", employ("2022-11-01", "10000.00"), month("2022-11-05", "2022-11")), {
            "entries": credits(("2022-11", "230.00"), ("2022-12", "215.00"))}),
    ("D02, D03: 68 gives 102.00, then 80.00, and 100.00 from 70 on", record(
        YANTAI, "1955-06-20", "2025-07-31", event("retire", "2023-11-20"), event("top-up", "2023-11-20", months=360)), {
            "entries": credits(("2023-11", "102.00"), ("2023-12", "102.00"), *(
                ("%d-%02d" % (y, m), "100.00" if (y, m) >= (2025, 6) else "80.00")
                for y in (2024, 2025) for m in range(1, 13) if (y, m) <= (2025, 7)))}),
    ("D04: uses of the account, and who may not", record(
        YANTAI, "1990-01-01", "2023-03-31", employ("2022-12-01", "10000.00"), month("2022-12-05", "2022-12"),
        event("account-use", "2022-12-31", amount="1.00", use="outpatient", for_="self"),
        event("account-use", "2023-01-01", amount="430.00", use="device", for_="parent"),
        event("account-use", "2023-01-01", amount="0.01", use="pharmacy", for_="child"),
        event("account-use", "2023-02-01", amount="100.00", use="resident-premium", for_="spouse"),
        event("account-use", "2023-02-01", amount="10.00", use="ltc-premium", for_="self"),
        event("account-use", "2023-02-01", amount="10.00", use="check-up", for_="self"),
        event("account-use", "2023-02-01", amount="10.00", use="outpatient", for_="other")), {
            "balance": "330.00"}),
]
