#include "national/settlement_request.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "base/json_writer.h"
#include "terms/credential.h"

namespace yidan::national {
namespace {

// Kinds of care by the first digits of a med_type; the first of a kind is what it is called.
struct MedicalType {
  std::string_view begins;
  Care care;
};
constexpr std::array kMedicalTypes{MedicalType{"11", Care::outpatient}, MedicalType{"13", Care::outpatient},
                                   MedicalType{"14", Care::chronic},    MedicalType{"21", Care::inpatient},
                                   MedicalType{"24", Care::inpatient},  MedicalType{"41", Care::pharmacy}};

// Absent: one that is not settled here.
std::optional<Care> care_of(std::string_view med_type) {
  const auto* found =
      std::ranges::find_if(kMedicalTypes, [&](const MedicalType& each) { return med_type.starts_with(each.begins); });
  return found == kMedicalTypes.end() ? std::nullopt : std::optional(found->care);
}

bool is_interim(const Visit& visit, const Reader& asked) {
  return visit.is_stay && (asked.flag("mid_setl_flag") || visit.settled() != nullptr);
}

// Of a visit its day; of a stay the day of discharge, or of its last fee where it goes on.
Date day_of_bill(const Visit& visit, const std::vector<FeeDetail>& lines) {
  if (!visit.is_stay) return visit.begin;
  if (visit.end) return *visit.end;
  Date last = visit.begin;
  for (const FeeDetail& each : lines) last = std::max(last, each.day);
  return last;
}

// The invoice, and by what the person was identified where that is told by a card: a token is not verified here.
void write_paperwork(json::Writer& json, const Reader& asked) {
  const std::string_view shown = asked.text("mdtrt_cert_type");
  const bool is_card = shown == "02" || shown == "03";
  if (!asked.has("invono") && !is_card) return;
  json.key("paperwork");
  json.begin_object();
  if (asked.has("invono")) json.text("invoice", asked.text("invono"));
  if (is_card) json.text("credential", code(shown == "02" ? Credential::id_card : Credential::social_card));
  json.end_object();
}

void write_encounter(json::Writer& json, const SettlementRequest& request) {
  const Visit& visit = request.visit;
  json.begin_object();
  json.text("id", encounter_id(visit));
  json.text("care", code(*care_of(visit.care)));
  json.text("date", to_text(day_of_bill(visit, request.lines)));
  if (visit.is_stay) json.text("admitted", to_text(visit.begin));
  if (is_interim(visit, request.asked)) json.text("stay", visit.id);
  if (care_of(visit.care) == Care::chronic) json.text("disease", visit.disease);
  json.key("provider");
  json.begin_object();
  json.text("id", visit.institution);
  const std::string& name = request.turn.envelope.institution_name;
  if (!name.empty()) json.text("name", name);
  json.end_object();
  json.key("use_account");
  json.boolean(request.asked.flag("acct_used_flag"));
  write_paperwork(json, request.asked);
  json.key("lines");
  json.begin_array();
  write_contract_lines(json, net_of_returns(request.lines));
  json.end_array();
  json.end_object();
}

}  // namespace

std::string_view medical_type(Care care) {
  const auto* found = std::ranges::find(kMedicalTypes, care, &MedicalType::care);
  if (found != kMedicalTypes.end()) return found->begins;
  return traits(care).is_stay ? "21" : traits(care).is_for_a_disease ? "14" : "11";
}

std::vector<FeeDetail> open_lines(const Visit& visit, std::string_view batch) {
  std::vector<FeeDetail> lines;
  std::ranges::copy_if(visit.lines, std::back_inserter(lines), [batch](const FeeDetail& each) {
    return each.settlement.empty() && (batch.empty() || each.batch == batch);
  });
  return lines;
}

Result<void> check_care(const Visit& visit, const Reader& asked) {
  const auto care = care_of(visit.care);
  if (!care || (*care == Care::inpatient) != visit.is_stay) {
    return std::unexpected(
        Error{ErrorCode::invalid_value,
              {"医疗类别 " + visit.care + " 不能以此交易结算（门诊 11、13、14，住院 21、24，药店 41）",
               "care of type " + visit.care +
                   " is not settled by this transaction (11, 13, 14; stays 21, 24; pharmacies 41)"},
              "$.input.data.med_type"});
  }
  if (*care == Care::chronic && !parse_word<Disease>(visit.disease)) {
    return std::unexpected(
        Error{ErrorCode::invalid_value,
              {"病种编码 " + visit.disease + " 未知（可用：" + codes_of<Disease>() + "）",
               "the disease " + visit.disease + " is not known (there are: " + codes_of<Disease>() + ")"},
              "$.input.mdtrtinfo.dise_codg"});
  }
  if (visit.is_stay && !visit.end && !asked.flag("mid_setl_flag")) {
    return std::unexpected(Error{ErrorCode::not_permitted,
                                 {"尚未出院：请先办理出院（2402），或以 mid_setl_flag 1 中途结算",
                                  "the stay goes on: discharge first (2402), or settle in between by mid_setl_flag 1"},
                                 "$.input.data.mid_setl_flag"});
  }
  return {};
}

std::string encounter_id(const Visit& visit) {
  const std::size_t before = visit.settlements.size();
  return before == 0 ? visit.id : visit.id + "-" + std::to_string(before + 1);
}

Result<void> check_totals(const std::vector<FeeDetail>& lines, const Reader& asked, const std::string& place) {
  struct Total {
    std::string_view name;
    Money FeeDetail::* part;
  };
  constexpr std::array totals{Total{"medfee_sumamt", &FeeDetail::amount},
                              Total{"fulamt_ownpay_amt", &FeeDetail::outside},
                              Total{"overlmt_selfpay", &FeeDetail::over_limit},
                              Total{"preselfpay_amt", &FeeDetail::first}, Total{"inscp_scp_amt", &FeeDetail::scope}};
  Text differing;
  std::string where;
  for (const Total& each : totals) {
    if (!asked.has(each.name)) continue;
    Money sum;
    for (const FeeDetail& line : lines) sum += line.*(each.part);
    if (sum == asked.money(each.name)) continue;
    const std::string name(each.name);
    if (where.empty()) where = place + "." + name;
    const std::string declared = to_text(asked.money(each.name));
    differing.zh += "；" + name + " 申报 " + declared + "，明细合计 " + to_text(sum);
    differing.en += "; " + name + " declared " + declared + ", the lines come to " + to_text(sum);
  }
  if (where.empty()) return {};
  constexpr std::size_t most_named = 20;
  for (std::size_t i = 0; i < std::min(lines.size(), most_named); ++i) {
    const FeeDetail& line = lines[i];
    const std::string parts = " " + line.number + " " + to_text(line.amount) + "=" + to_text(line.outside) + "+" +
                              to_text(line.over_limit) + "+" + to_text(line.first) + "+" + to_text(line.scope);
    differing.zh += (i == 0 ? "；明细" : "，") + parts;
    differing.en += (i == 0 ? "; lines" : ",") + parts;
  }
  return std::unexpected(
      Error{ErrorCode::contradiction,
            {"合计与明细不符" + differing.zh, "the totals are not those of the lines" + differing.en},
            where});
}

std::string request_text(const SettlementRequest& request, std::string_view act) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.request/1");
  json.text("pool", to_text(Region(request.person.pool)));
  json.text("person", request.person.id);
  json.text("do", act);
  if (act != "trial") json.text("key", request.turn.key);
  json.key("encounter");
  write_encounter(json, request);
  json.end_object();
  return text;
}

}  // namespace yidan::national
