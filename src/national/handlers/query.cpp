// 2001, 5204: what somebody has a right to, and the lines of a settlement.

#include <algorithm>

#include "base/json_writer.h"
#include "national/line_reader.h"
#include "national/transactions.h"
#include "operations/standing.h"
#include "standing/standing.h"

namespace yidan::national {
namespace {

std::string_view pooled_fund(Scheme scheme) { return scheme == Scheme::employee ? "310100" : "390100"; }

void write_entitlement(json::Writer& json, const Reader& asked, const standing::Standing& standing, Date day) {
  const Scheme scheme = asked.text("insutype") == "310" ? Scheme::employee : Scheme::resident;
  const auto covers = [&](const standing::CoverSpan& each) {
    return each.scheme == scheme && each.period.contains(day);
  };
  const auto cover = std::ranges::find_if(standing.cover, covers);
  json.begin_object();
  json.text("psn_no", asked.text("psn_no"));
  json.text("trt_chk_type", "1");
  json.text("fund_pay_type", pooled_fund(scheme));
  json.text("trt_enjymnt_flag", cover == standing.cover.end() ? "0" : "1");
  if (cover != standing.cover.end()) {
    json.text("begndate", to_text(cover->period.from));
    if (cover->period.to != Date::never()) json.text("enddate", to_text(cover->period.to));
    json.text("trt_chk_rslt", "当日享受待遇");
  } else {
    const auto gap = std::ranges::find_if(standing.gaps, [&](const auto& each) { return each.period.contains(day); });
    json.text("trt_chk_rslt", gap == standing.gaps.end() ? "当日没有此险种的待遇" : word(gap->reason).zh);
  }
  json.end_object();
}

}  // namespace

Result<std::string> check_entitlement(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  const auto person = person_of(turn, asked.text("psn_no"), "$.input.data.psn_no");
  if (!person) return std::unexpected(person.error());
  const Date day = asked.day("begntime");
  const auto standing = operations::standing_of(turn.caller, {person->pool, person->id, {}}, day);
  if (!standing) return std::unexpected(standing.error());
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.key("trtinfo");
  json.begin_array();
  write_entitlement(json, asked, standing->standing, day);
  json.end_array();
  json.end_object();
  return text;
}

Result<std::string> show_lines(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  const auto kept = visit_of(turn, asked.text("mdtrt_id"), std::string(asked.text("psn_no")));
  if (!kept) return std::unexpected(kept.error());
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.key("data");
  json.begin_array();
  for (const FeeDetail& each : kept->visit.lines) {
    if (each.settlement == asked.text("setl_id")) write_settled_line(json, kept->visit, each);
  }
  json.end_array();
  json.end_object();
  return text;
}

}  // namespace yidan::national
