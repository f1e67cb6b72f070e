#include "national/visit.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/json.h"
#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "base/text.h"

namespace yidan::national {
namespace {

void write_detail(json::Writer& json, const FeeDetail& line) {
  json.begin_object();
  json.text("number", line.number);
  json.text("batch", line.batch);
  json.text("code", line.code);
  json.text("name", line.name);
  json.text("class", line.line_class);
  json.text("self_pay_first", line.self_pay_first);
  json.text("quantity", line.quantity);
  json.text("unit_price", line.unit_price);
  json.text("limit", line.limit);
  json.text("returns", line.returns);
  json.text("day", to_text(line.day));
  json.text("amount", to_text(line.amount));
  json.text("outside", to_text(line.outside));
  json.text("over_limit", to_text(line.over_limit));
  json.text("first", to_text(line.first));
  json.text("scope", to_text(line.scope));
  json.text("settlement", line.settlement);
  json.end_object();
}

void write_settlement(json::Writer& json, const Settlement& settlement) {
  json.begin_object();
  json.text("id", settlement.id);
  json.text("encounter", settlement.encounter);
  json.text("message", settlement.message);
  json.text("infno", settlement.infno);
  json.text("key", settlement.key);
  json.text("insurance", settlement.insurance);
  json.text("text", settlement.text);
  json.key("cancelled");
  json.boolean(settlement.cancelled);
  json.end_object();
}

std::string string_in(const json::Value& value, std::string_view name) {
  return std::string(json::text_in(value, name));
}

bool flag_in(const json::Value& value, std::string_view name) {
  const json::Value* found = json::find(value, name);
  return found != nullptr && found->truth;
}

// Negative where something was given back.
Money money_in(const json::Value& value, std::string_view name) {
  return parse_signed_money(json::text_in(value, name)).value_or(Money());
}

// Of a stay: lines come until it is settled, and may come after the discharge.
std::vector<std::string_view> calls_of_stay(const Visit& visit) {
  std::vector<std::string_view> calls;
  const bool is_settled = visit.settled() != nullptr;
  const bool has_left = visit.end.has_value();
  if (is_settled) calls.push_back("2305");
  if (!is_settled || !has_left) calls.push_back("2301");
  if (visit.has_open_lines()) calls.insert(calls.end(), {"2302", "2303", "2304"});
  if (!has_left) calls.insert(calls.end(), {"2402", "2403"});
  if (has_left && !is_settled) calls.push_back("2405");
  if (!has_left && !is_settled && !visit.has_open_lines()) calls.push_back("2404");
  std::ranges::sort(calls);
  return calls;
}

FeeDetail detail_of(const json::Value& value) {
  return {.number = string_in(value, "number"),
          .batch = string_in(value, "batch"),
          .code = string_in(value, "code"),
          .name = string_in(value, "name"),
          .line_class = string_in(value, "class"),
          .self_pay_first = string_in(value, "self_pay_first"),
          .quantity = string_in(value, "quantity"),
          .unit_price = string_in(value, "unit_price"),
          .limit = string_in(value, "limit"),
          .returns = string_in(value, "returns"),
          .day = parse_date(json::text_in(value, "day")).value_or(Date()),
          .amount = money_in(value, "amount"),
          .outside = money_in(value, "outside"),
          .over_limit = money_in(value, "over_limit"),
          .first = money_in(value, "first"),
          .scope = money_in(value, "scope"),
          .settlement = string_in(value, "settlement")};
}

Settlement settlement_of(const json::Value& value) {
  return {.id = string_in(value, "id"),
          .encounter = string_in(value, "encounter"),
          .message = string_in(value, "message"),
          .infno = string_in(value, "infno"),
          .key = string_in(value, "key"),
          .insurance = string_in(value, "insurance"),
          .text = string_in(value, "text"),
          .cancelled = flag_in(value, "cancelled")};
}

}  // namespace

const Settlement* Visit::settled() const {
  const auto found = std::ranges::find_if(settlements, [](const Settlement& each) { return !each.cancelled; });
  return found == settlements.end() ? nullptr : &*found;
}

bool Visit::has_open_lines() const {
  return std::ranges::any_of(lines, [](const FeeDetail& each) { return each.settlement.empty(); });
}

std::vector<std::string_view> calls_of(const Visit& visit) {
  if (visit.is_closed) return {};
  if (visit.is_stay) return calls_of_stay(visit);
  std::vector<std::string_view> calls;
  const bool is_settled = visit.settled() != nullptr;
  if (visit.care.starts_with("41")) return is_settled ? std::vector<std::string_view>{"2103"} : calls;
  if (is_settled) calls.push_back("2208");
  if (!is_settled || !visit.care.empty()) calls.insert(calls.end(), {"2203", "2204"});
  if (visit.has_open_lines()) calls.insert(calls.end(), {"2205", "2206", "2207"});
  if (!is_settled && !visit.has_open_lines()) calls.push_back("2202");
  std::ranges::sort(calls);
  return calls;
}

Text state_of(const Visit& visit) {
  if (visit.is_closed) return {"已撤销", "taken back"};
  if (visit.settled() != nullptr && !visit.has_open_lines()) return {"已结算", "settled"};
  if (visit.has_open_lines()) return {"有未结算的费用明细", "with fee lines that are not settled"};
  if (visit.is_stay) return visit.end ? Text{"已出院", "discharged"} : Text{"在院", "a stay that goes on"};
  if (!visit.care.empty()) return {"已上传就诊信息", "told of"};
  return {"已挂号", "registered"};
}

Result<void> check_call(const Visit& visit, std::string_view infno) {
  if (infno == "2203A") infno = "2203";  // another number of the same call
  const auto calls = calls_of(visit);
  if (std::ranges::find(calls, infno) != calls.end()) return {};
  const Text state = state_of(visit);
  const std::string number(infno);
  const std::string zh = calls.empty() ? "无" : joined(calls, "、");
  const std::string en = calls.empty() ? "none" : joined(calls, ", ");
  return std::unexpected(
      Error{ErrorCode::not_permitted,
            {"就诊 " + visit.id + " " + state.zh + "，现在不能办理 " + number + "；现在可以办理：" + zh,
             "the visit " + visit.id + " is " + state.en + ": " + number + " may not come now; what may: " + en},
            "$.infno"});
}

std::string text_of(const Visit& visit) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("id", visit.id);
  json.text("person", visit.person);
  json.text("institution", visit.institution);
  json.text("insurance", visit.insurance);
  json.text("number", visit.number);
  json.text("care", visit.care);
  json.text("disease", visit.disease);
  json.text("begin", to_text(visit.begin));
  json.key("stay");
  json.boolean(visit.is_stay);
  if (visit.end) json.text("end", to_text(*visit.end));
  json.key("closed");
  json.boolean(visit.is_closed);
  json.key("lines");
  json.begin_array();
  for (const FeeDetail& each : visit.lines) write_detail(json, each);
  json.end_array();
  json.key("settlements");
  json.begin_array();
  for (const Settlement& each : visit.settlements) write_settlement(json, each);
  json.end_array();
  json.end_object();
  return text;
}

Result<Visit> read_visit(std::string_view text) {
  json::Document document;
  const auto parsed = document.parse(text);
  const auto begin = parsed ? parse_date(json::text_in(**parsed, "begin")) : std::unexpected(Error{});
  if (!begin) {
    return std::unexpected(Error{ErrorCode::damaged, {"就诊记录无法读出", "the record of a visit cannot be read"}, {}});
  }
  const json::Value& value = **parsed;
  Visit visit{.id = string_in(value, "id"),
              .person = string_in(value, "person"),
              .institution = string_in(value, "institution"),
              .insurance = string_in(value, "insurance"),
              .number = string_in(value, "number"),
              .care = string_in(value, "care"),
              .disease = string_in(value, "disease"),
              .begin = *begin,
              .is_stay = flag_in(value, "stay"),
              .is_closed = flag_in(value, "closed")};
  if (const auto end = parse_date(json::text_in(value, "end"))) visit.end = *end;
  if (const json::Value* lines = json::find(value, "lines")) {
    for (const json::Value& each : lines->items()) visit.lines.push_back(detail_of(each));
  }
  if (const json::Value* settlements = json::find(value, "settlements")) {
    for (const json::Value& each : settlements->items()) visit.settlements.push_back(settlement_of(each));
  }
  return visit;
}

}  // namespace yidan::national
