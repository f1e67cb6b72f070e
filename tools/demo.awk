# tools/demo.awk: requests that fill the registers of five cities with made-up entries, one a line; the same for the same
# seed. No person, institution or place of it is real; the codes of counties are those of the statistics, their towns are not.
function put(pool, did, register, entry, on, by, move, fields) {
  printf "{\"format\":\"yidan.request/1\",\"pool\":\"%s\",\"do\":\"%s\",\"register\":\"%s\",\"entry\":\"%s\",", pool, did, register, entry
  printf "\"on\":\"%s\",\"by\":\"%s\",", on, by
  if (move != "") printf "\"move\":\"%s\",", move
  printf "\"fields\":{%s},\"key\":\"demo/%s/%d\"}\n", fields, pool, ++number
}
function field(name, value) { return "\"" name "\":\"" value "\"" }
function list(name, values,   parts, n, i, text) {
  n = split(values, parts, " ")
  for (i = 1; i <= n; i++) text = text (i > 1 ? "," : "") "\"" parts[i] "\""
  return "\"" name "\":[" text "]"
}
function day(from, spread,   t) {
  t = int(rand() * spread)
  return strftime("%Y-%m-%d", mktime(from " 12 00 00") + t * 86400)
}
function pick(words,   parts, n) { n = split(words, parts, " "); return parts[1 + int(rand() * n)] }

function places(pool,   c, t, v, county, town, village) {
  for (c = 1; c <= 5; c++) {
    county = substr(pool, 1, 4) sprintf("%02d", c + 1)
    put(pool, "open", "place", county, "2020-01-01", "administrator", "", field("name", "第" c "县") "," field("kind", "county") "," field("county", county))
    for (t = 1; t <= 4; t++) {
      town = county sprintf("%03d", t)
      put(pool, "open", "place", town, "2020-01-01", "administrator", "", field("name", pick("青石 白河 东岭 西湾 南坡 北沟 双桥 三里") "镇") "," field("kind", "township") "," field("county", county))
      if (rand() < 0.9) put(pool, "open", "point", "P-" town, day("2022 03 01", 300), "window", "", field("place", town) "," field("kind", pick("government-centre convenience-centre bank")) "," field("level", "township"))
      for (v = 1; v <= 3; v++) {
        village = town sprintf("%03d", v)
        put(pool, "open", "place", village, "2020-01-01", "administrator", "", field("name", pick("柳树 石桥 杏园 河口 新庄 前营 后营") "村") "," field("kind", "village") "," field("county", county))
        if (rand() < 0.85) put(pool, "open", "point", "P-" village, day("2022 03 01", 300), "window", "", field("place", village) "," field("kind", pick("party-centre clinic")) "," field("level", "village"))
      }
    }
  }
}

function institutions(pool,   i, id, kind, received, level, section) {
  for (i = 1; i <= 20; i++) {
    id = sprintf("H%02d", i)
    kind = i <= 8 ? "hospital" : pick("clinic health-centre pharmacy")
    level = i <= 3 ? "3" : i <= 6 ? "2" : "1"
    put(pool, "open", "institution", id, "2020-01-01", "designation", "", field("name", pick("清泉 安康 仁和 百草 惠民 长青") (kind == "hospital" ? "医院" : kind == "pharmacy" ? "药房" : "诊所") i "号") "," field("kind", kind) "," field("level", level) "," field("region", substr(pool, 1, 4) sprintf("%02d", 2 + i % 5)))
    received = day("2021 10 01", 200)
    put(pool, "open", "agreement", "A" id, received, "window", "", field("provider", id) "," field("received", received))
    if (rand() < 0.15) continue
    put(pool, "move", "agreement", "A" id, received, "window", "accept", field("accepted", received))
    if (rand() < 0.2) continue
    put(pool, "move", "agreement", "A" id, "2022-06-30", "designation", "pass", field("assessed", "2022-06-30") "," field("result", "passed"))
    if (rand() < 0.2) continue
    section = pool == "370600" ? "," field("outpatient_section", "门诊指标与实名就医") : ""
    put(pool, "move", "agreement", "A" id, "2022-07-10", "designation", "sign", field("signed", "2022-07-10") "," field("from", "2022-08-01") "," field("until", "2024-08-01") "," list("cares", kind == "pharmacy" ? "pharmacy" : "outpatient inpatient") "," field("responsible", "负责人" i) section)
    if (pool == "370600" && kind != "pharmacy") put(pool, "open", "designation", "D" id, "2022-08-02", "policy", "", field("provider", id) "," field("decided_by", "市医疗保障局") "," field("from", "2022-08-02"))
  }
}

function services(pool,   i, c, n, id, names, name) {
  n = split("慢特病认定 异地就医备案 转诊备案 参保登记 零星报销", names, " ")
  for (i = 1; i <= n; i++) {
    for (c = 1; c <= (pool == "371100" ? 2 : 1); c++) {
      id = "S" i (c > 1 ? "-" pool + 2 : "")
      name = names[i]
      put(pool, "open", "service", id, "2022-03-01", "window", "", field("item", "S" i) "," field("name", name) "," field("handling", "即时办结") "," field("procedure", c > 1 && i == 1 ? "受理、审核、办结" : "受理、办结") "," list("materials", "身份证") "," field("limit", 5 * i) "," field("limit_unit", "working-days") "," field("standard", "一次办好") "," field("owner", "county") "," list("channels", i == 5 ? "window" : "window online mobile nearby appointment self-service") "," list("media", "card e-voucher identity-card") "," list("reach", i == 4 ? "local" : "province-wide cross-province") ",\"high_frequency\":true," field("platform", "一体化政务服务平台"))
    }
  }
  for (i = 1; i <= 12; i++) {
    name = day("2022 09 01", 60)
    put(pool, "open", "business", "B" i, name, "window", "", field("item", "S" (1 + i % 5)) "," field("received", name) "," field("channel", pick("window online mobile")) "," field("started_at", "county"))
    if (rand() < 0.6) put(pool, "move", "business", "B" i, "2022-11-20", "window", "finish", field("done", "2022-11-20") ",\"visits\":1")
  }
}

function networks(pool,   d, r, i, c, conditions, n) {
  n = split("out in", d, " ")
  for (i = 1; i <= 2; i++) {
    put(pool, "open", "network", "N-" d[i] "-province", day("2021 05 01", 90), "administrator", "", field("service", "outpatient") "," field("direction", d[i]) "," field("reach", "province"))
    put(pool, "open", "network", "N-" d[i] "-cross", day("2021 07 01", 90), "administrator", "", field("service", "outpatient") "," field("direction", d[i]) "," field("reach", "cross-province"))
  }
  put(pool, "open", "network", "N-card", day("2021 08 01", 90), "administrator", "", field("service", "card-pharmacy") "," field("direction", "out") "," field("reach", "cross-province"))
  for (c = 1; c <= (pool == "371700" ? 4 : 5); c++) put(pool, "open", "network", "N-county-" c, day("2021 09 01", 60), "administrator", "", field("service", "outpatient") "," field("direction", "in") "," field("reach", "province") "," field("county", substr(pool, 1, 4) sprintf("%02d", c + 1)))
  n = split("hypertension diabetes malignancy dialysis anti-rejection", conditions, " ")
  for (i = 1; i <= n; i++) if (rand() < 0.9) put(pool, "open", "network", "N-" conditions[i], day("2021 10 01", 60), "administrator", "", field("service", "chronic") "," field("condition", conditions[i]) "," field("direction", "out") "," field("reach", "cross-province"))
  if (rand() < 0.7) put(pool, "open", "window", "W1", "2021-11-15", "window", "", field("place", "政务服务中心") "," field("opened", "2021-11-15"))
}

# Help beside the funds, electronic prescriptions, and the platform.
function beside(pool,   i, name) {
  put(pool, "open", "programme", "G1", "2022-01-01", "assistance", "", field("name", "大病慈善救助") "," field("sponsor", "市慈善总会") "," field("source", "charity") "," list("covers", "outside in-scope") "," field("least", "1000.00") "," field("from", "2022-01-01") "," field("conditions", "凭结算单向县慈善会申请"))
  put(pool, "open", "programme", "G2", "2022-01-01", "policy", "", field("name", "惠民保") "," field("sponsor", "某财险公司") "," field("source", "inclusive") "," list("covers", "outside in-scope") "," field("least", "10000.00") "," field("from", "2022-01-01") "," field("until", "2024-01-01"))
  for (i = 1; i <= 5; i++) {
    name = day("2023 03 01", 20)
    put(pool, "open", "prescription", sprintf("R%03d", i), name, "institution", "issue", field("issuer", sprintf("H%02d", i)) "," field("issued", name))
  }
  put(pool, "open", "interface", "2305", "2022-01-04", "administrator", "", field("transaction", "住院结算") "," field("direction", "in"))
  put(pool, "move", "interface", "2305", "2022-01-10", "administrator", "enable", field("version", "V1.0") "," field("enabled_from", "2022-01-10"))
}

# Visits to an institution on one day, and the details of all but one of them.
function visits(pool, provider, on, count,   i, head, named) {
  for (i = 1; i <= count; i++) {
    head = sprintf("{\"format\":\"yidan.request/1\",\"pool\":\"%s\",\"person\":\"DEMO%02d\",\"key\":\"demo/%s/visit/%d/", pool, i, pool, i)
    printf "%sfacts\",\"do\":\"facts\",\"facts\":{\"person\":{\"coverage\":[{\"scheme\":\"employee\",\"status\":\"active\",\"from\":\"2015-01-01\"}]}}}\n", head
    printf "%ssettle\",\"do\":\"settle\",\"encounter\":{\"id\":\"V%02d\",\"care\":\"outpatient\",\"date\":\"%s\",", head, i, on
    printf "\"provider\":{\"id\":\"%s\",\"level\":3,\"designated\":[\"outpatient\"]},\"paperwork\":{\"invoice\":\"F%04d\",%s},", provider, i, i % 4 ? "\"credential\":\"e-voucher\",\"verified\":true,\"mobile_payment\":true" : "\"credential\":\"social-card\",\"failed\":\"e-voucher\",\"failure\":\"令牌已过期\""
    printf "\"lines\":[{\"class\":\"A\",\"amount\":\"%d.00\"}]}}\n", 900 + int(rand() * 900)
    if (i < count) named = named (i > 1 ? " " : "") sprintf("V%02d", i)
  }
  put(pool, "open", "upload", provider "-" on, on, "institution", "", field("provider", provider) "," field("day", on) "," field("kind", "details") "," field("received_at", on " 23:40:00") "," list("bills", named))
}

# An institution of examples/, designated since 2020 for what those bills say that it does.
function example(pool, id, name, kind, level, region, cares) {
  put(pool, "open", "institution", id, "2019-01-01", "designation", "", field("name", name) "," field("kind", kind) (level ? "," field("level", level) : "") "," field("region", region))
  put(pool, "open", "agreement", "A" id, "2019-12-02", "window", "", field("provider", id) "," field("received", "2019-12-02"))
  put(pool, "move", "agreement", "A" id, "2019-12-02", "window", "accept", field("accepted", "2019-12-02"))
  put(pool, "move", "agreement", "A" id, "2019-12-20", "designation", "pass", field("assessed", "2019-12-20") "," field("result", "passed"))
  put(pool, "move", "agreement", "A" id, "2019-12-25", "designation", "sign", field("signed", "2019-12-25") "," field("from", "2020-01-01") "," field("until", "2028-01-01") "," list("cares", cares) "," field("responsible", "示例") (pool == "370600" ? "," field("outpatient_section", "门诊指标与实名就医") : ""))
}
function examples() {
  example("370600", "H1", "海晏医院", "hospital", "2", "370600", "outpatient inpatient")
  put("370600", "open", "designation", "DH1", "2022-08-02", "policy", "", field("provider", "H1") "," field("decided_by", "市医疗保障局") "," field("from", "2022-08-02"))
  example("370800", "H1", "南池医院", "hospital", "3", "370800", "inpatient")
  example("370800", "H2", "竹竿巷卫生服务中心", "hospital", "1", "370800", "outpatient")
  example("370800", "JN-H2", "任城中心医院", "hospital", "2", "370800", "chronic")
  example("370800", "JN-H3", "运河人民医院", "hospital", "3", "370800", "inpatient chronic")
  example("371100", "RZ-H2", "阳光海岸医院", "hospital", "2", "371102", "outpatient")
  example("371100", "RZ-P1", "观海药房", "pharmacy", "", "371102", "pharmacy")
  example("371300", "LY-H1", "沂河卫生院", "hospital", "1", "371302", "inpatient")
  example("371300", "LY-H3", "沂蒙人民医院", "hospital", "3", "371302", "inpatient outpatient")
  example("371700", "HZ-C1", "牡丹园卫生院", "health-centre", "1", "371702", "outpatient two-disease")
  example("371700", "HZ-H3", "曹州人民医院", "hospital", "3", "371702", "inpatient")
}


# A few items of the catalogue, by which a fee line may be told.
function items(pool,   i, n, rows, cells, more) {
  n = split("XJ01 血常规 A|JC12 胸部CT平扫 A|ZL07 静脉输液 A|CW03 床位费（三人间） B 0% 50.00|YP01 阿莫西林胶囊 A|YP02 氨氯地平片 B 10%|YP15 阿托伐他汀钙片 B 10%|YP31 重组人胰岛素 B 15%|TX01 血液透析 A|CL09 一次性导管 B 20% 800.00|CL22 进口敷料 C|SS05 腹腔镜胆囊切除术 A", rows, "|")
  for (i = 1; i <= n; i++) {
    split(rows[i] "   ", cells, " ")
    more = (cells[4] != "" ? "," field("self_pay_first", cells[4]) : "") (cells[5] != "" ? "," field("limit", cells[5]) : "")
    put(pool, "open", "item", cells[1], "2021-01-01", "policy", "", field("name", cells[2]) "," field("class", cells[3]) more)
  }
}

BEGIN {
  srand(2022)
  n = split("370600 370800 371100 371300 371700", pools, " ")
  for (p = 1; p <= n; p++) {
    places(pools[p])
    institutions(pools[p])
    services(pools[p])
    networks(pools[p])
    beside(pools[p])
    items(pools[p])
  }
  examples()
  visits("371300", "H01", "2023-03-01", 12)
  put("371100", "open", "task", "RZ-T-02", "2022-02-28", "policy", "", field("schedule_end", "2022-02-28"))
  put("371100", "move", "task", "RZ-T-02", "2022-02-28", "policy", "close", field("document", "三年行动方案") "," field("document_day", "2022-02-28"))
  put("371100", "open", "cleanup", "C1", "2022-11-01", "policy", "", field("policy", "职工大病保险旧名称") "," list("rules", "schemes.aliases") "," field("policy_day", "2022-11-01"))
  put("371100", "move", "cleanup", "C1", "2022-11-03", "administrator", "change", field("system_day", "2022-11-03"))
  put("371100", "open", "platform-check", "K1", "2022-03-01", "supervisor", "", field("subject", "codes") "," field("document", "编码贯标验收表") "," field("document_day", "2021-12-15"))
  put("370800", "open", "support", "M1", "2023-01-01", "policy", "", field("name", "职工医疗互助") "," field("subject", "mutual-aid") "," field("body", "市总工会") "," field("from", "2023-01-01"))
  put("371300", "open", "task", "LY-4.1-a", "2019-12-01", "policy", "", field("schedule_end", "2020-01-01"))
  put("371300", "move", "task", "LY-4.1-a", "2020-01-15", "policy", "close", field("document", "各县准备情况清单") "," field("document_day", "2020-01-15"))
  put("370600", "open", "opinion-plan", "OP1", "2022-07-10", "policy", "", field("issued", "2022-07-10") "," field("owner", "办公室") "," list("topics", "门诊统筹 个人账户") "," list("steps", "发现后3日内答复"))
  put("370600", "open", "concern", "Q1", "2022-08-01", "window", "", field("topic", "门诊起付线何时计算") "," field("heard", "2022-08-01") "," field("plan", "OP1") "," field("answer_by", "2022-08-04"))
}
