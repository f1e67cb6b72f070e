// 2201 to 2205: a visit is registered, told of, given fee lines; and each of it taken back.

#include <algorithm>

#include "base/json_writer.h"
#include "exchange/request.h"
#include "national/line_reader.h"
#include "national/person_seen.h"
#include "national/transactions.h"
#include "operations/permission.h"

namespace yidan::national {
namespace {

constexpr std::string_view kAll = "0000";

std::string data_of(const json::Value& input, std::string_view name) {
  return std::string(Reader(*member(input, "data")).text(name));
}

std::string registered_output(const Visit& visit) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.key("data");
  json.begin_object();
  json.text("mdtrt_id", visit.id);
  json.text("psn_no", visit.person);
  json.text("ipt_otp_no", visit.number);
  json.end_object();
  json.end_object();
  return text;
}

void write_divided(json::Writer& json, const FeeDetail& line) {
  json.begin_object();
  write_divided_line(json, line);
  json.text("pric_uplmt_amt", line.limit.empty() ? "0.00" : line.limit);
  json.text("med_chrgitm_type", "14");  // the fee heading is not known here
  json.text("lmt_used_flag", "0");
  json.end_object();
}

}  // namespace

Result<std::string> begin_visit(const Turn& turn, const Visit& visit, const std::string& place,
                                std::string (*output_of)(const Visit&)) {
  const auto person = person_of(turn, visit.person, place + ".psn_no");
  if (!person) return std::unexpected(person.error());
  auto allowed = operations::may(turn.caller, Deed::settle,
                                 {.pool = person->pool, .person = person->id, .provider = visit.institution});
  if (!allowed) return std::unexpected(std::move(allowed.error()));
  auto earlier = earlier_output(turn, visit.person);
  if (!earlier) return std::unexpected(std::move(earlier.error()));
  if (*earlier) return std::move(**earlier);
  // Better told at the door than when it is settled.
  const auto seen = seen_person(turn, *person, visit.begin);
  if (!seen) return std::unexpected(seen.error());
  auto right = check_insurance(*seen, visit.insurance, place + ".insutype");
  if (!right) return std::unexpected(std::move(right.error()));
  std::string output = output_of(visit);
  const KeptVisit kept{{.pool = person->pool, .id = visit.id, .kind = std::string(kVisitKind)}, 0, visit};
  const auto written = turn.caller.desk.store().write(visit_part(turn, kept, "begin", output));
  if (!written) return std::unexpected(written.error());
  return output;  // the same, where the same message has come at the same time
}

Result<std::string> register_visit(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  return begin_visit(turn,
                     {.id = number_of('M', turn),
                      .person = std::string(asked.text("psn_no")),
                      .institution = turn.envelope.institution,
                      .insurance = std::string(asked.text("insutype")),
                      .number = std::string(asked.text("ipt_otp_no")),
                      .begin = asked.day("begntime")},
                     "$.input.data", registered_output);
}

Result<std::string> close_visit(const Turn& turn, const json::Value& input) {
  return change_visit(turn, data_of(input, "mdtrt_id"), data_of(input, "psn_no"), "close",
                      [](Visit& visit) -> Result<std::string> {
                        visit.is_closed = true;
                        return "{}";
                      });
}

Result<std::string> tell_visit(const Turn& turn, const json::Value& input) {
  const Reader told(*member(input, "mdtrtinfo"));
  return change_visit(turn, told.text("mdtrt_id"), std::string(told.text("psn_no")), "tell",
                      [&](Visit& visit) -> Result<std::string> {
                        visit.care = told.text("med_type");
                        visit.disease = told.text("dise_codg");
                        visit.begin = told.day("begntime");
                        return "{}";
                      });
}

Result<std::string> add_lines(const Turn& turn, const json::Value& input) {
  const auto told = Reader(input).list("feedetail");
  if (told.empty()) {
    return std::unexpected(Error{ErrorCode::missing, {"没有费用明细", "there is no fee line"}, "$.input.feedetail"});
  }
  const Reader first(told.front());
  return change_visit(turn, first.text("mdtrt_id"), std::string(first.text("psn_no")), "add-lines",
                      [&](Visit& visit) -> Result<std::string> {
                        const auto person = person_of(turn, visit.person, "$.input.feedetail[0].psn_no");
                        if (!person) return std::unexpected(person.error());
                        auto added = read_lines(turn, *person, visit, told);
                        if (!added) return std::unexpected(std::move(added.error()));
                        std::string text;
                        json::Writer json(text, json::Writer::Style::compact);
                        json.begin_object();
                        json.key("result");
                        json.begin_array();
                        for (const FeeDetail& each : *added) write_divided(json, each);
                        json.end_array();
                        json.end_object();
                        std::ranges::move(*added, std::back_inserter(visit.lines));
                        return text;
                      });
}

Result<std::string> take_lines_back(const Turn& turn, const json::Value& input) {
  const std::string batch = data_of(input, "chrg_bchno");
  return change_visit(turn, data_of(input, "mdtrt_id"), data_of(input, "psn_no"), "take-lines-back",
                      [&](Visit& visit) -> Result<std::string> {
                        const std::size_t before = visit.lines.size();
                        std::erase_if(visit.lines, [&](const FeeDetail& each) {
                          return each.settlement.empty() && (batch == kAll || each.batch == batch);
                        });
                        if (visit.lines.size() < before) return "{}";
                        return std::unexpected(Error{
                            ErrorCode::not_found,
                            {"该批次没有未结算的费用明细：" + batch, "no fee line of this batch is open: " + batch},
                            "$.input.data.chrg_bchno"});
                      });
}

}  // namespace yidan::national
