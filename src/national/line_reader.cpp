#include "national/line_reader.h"

#include <algorithm>
#include <set>

#include "base/json_writer.h"
#include "benefit/scope.h"
#include "contract/encounter.h"
#include "exchange/request.h"
#include "operations/registers.h"

namespace yidan::national {
namespace {

std::string place_of(std::size_t index, std::string_view name) {
  return "$.input.feedetail[" + std::to_string(index) + "]." + std::string(name);
}

// The text of a number as the contract takes it: noughts that say nothing are left out.
std::string plain_number(std::int64_t scaled, int places) {
  std::string text;
  decimal::append(text, scaled, places);
  while (text.contains('.') && text.back() == '0') text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text;
}

class LineReader {
 public:
  LineReader(const Turn& turn, const store::Subject& person, const Visit& visit)
      : turn_(turn),
        pool_(*turn.policy.find(Region(person.pool))),
        visit_(visit),
        book_(turn.caller.desk, pool_.region) {
    for (const FeeDetail& each : visit.lines) numbers_.insert(each.number);
  }

  Result<FeeDetail> read(const json::Value& value, std::size_t index) {
    const Reader told(value);
    FeeDetail line{.number = std::string(told.text("feedetl_sn")),
                   .batch = std::string(told.text("chrg_bchno")),
                   .code = std::string(told.text("med_list_codg")),
                   .quantity = plain_number(told.number("cnt", 4), 4),
                   .unit_price = plain_number(told.number("pric", 6), 6),
                   .amount = told.money("det_item_fee_sumamt")};
    if (told.text("mdtrt_id") != visit_.id || told.text("psn_no") != visit_.person) {
      return std::unexpected(Error{ErrorCode::contradiction,
                                   {"费用明细不属于同一就诊", "the fee line is of another visit"},
                                   place_of(index, "mdtrt_id")});
    }
    if (!numbers_.insert(line.number).second) {
      return std::unexpected(
          Error{ErrorCode::duplicate_id,
                {"费用明细流水号重复：" + line.number, "the fee line is there already: " + line.number},
                place_of(index, "feedetl_sn")});
    }
    if (auto listed = look_up(line, told.day("fee_ocur_time"), index); !listed) {
      return std::unexpected(std::move(listed.error()));
    }
    if (auto divided = divide(line, index); !divided) return std::unexpected(std::move(divided.error()));
    return line;
  }

 private:
  Result<void> look_up(FeeDetail& line, Date day, std::size_t index) {
    const auto seen = book_.entry(std::string(kItemRegister), line.code, day);
    if (!seen) return std::unexpected(seen.error());
    if (seen->view.state != "listed") {
      return std::unexpected(
          Error{ErrorCode::not_found,
                {"医保目录编码 " + line.code + " 在 " + to_text(day) + " 不在目录中：请核对编码，或先登记目录项目",
                 "the code " + line.code + " is not in the catalogue on " + to_text(day) +
                     ": check it, or list the item first"},
                place_of(index, "med_list_codg")});
    }
    line.name = seen->view.value("name");
    line.line_class = seen->view.value("class");
    if (line.line_class == "B") line.self_pay_first = seen->view.value("self_pay_first");
    line.limit = seen->view.value("limit");
    return {};
  }

  // The parts, by the reader and the arithmetic of every other bill.
  Result<void> divide(FeeDetail& line, std::size_t index) {
    std::string text;
    json::Writer json(text, json::Writer::Style::compact);
    json.begin_object();
    json.text("id", "x");
    json.text("care", "outpatient");
    json.text("date", to_text(visit_.begin));
    json.key("provider");
    json.begin_object();
    json.text("id", "x");
    json.key("level");
    json.number(1);
    json.end_object();
    json.key("lines");
    json.begin_array();
    write_contract_lines(json, {&line});
    json.end_array();
    json.end_object();
    const auto content = exchange::read_content(EventKind::settle, text, pool_.region);
    if (!content)
      return std::unexpected(
          Error{content.error().code, content.error().message, place_of(index, "det_item_fee_sumamt")});
    const auto& encounter = std::get<Encounter>(*content);
    const benefit::ScopeAmounts parts = benefit::classify_lines(pool_, encounter);
    line.outside = parts.outside_catalogue + parts.not_payable;
    line.over_limit = parts.over_limit;
    line.first = parts.self_pay_first;
    line.scope = parts.policy_scope;
    return {};
  }

  const Turn& turn_;
  const policy::Pool& pool_;
  const Visit& visit_;
  operations::RegisterBook book_;
  std::set<std::string> numbers_;
};

}  // namespace

Result<std::vector<FeeDetail>> read_lines(const Turn& turn, const store::Subject& person, const Visit& visit,
                                          std::span<const json::Value> told) {
  LineReader reader(turn, person, visit);
  std::vector<FeeDetail> lines;
  for (std::size_t i = 0; i < told.size(); ++i) {
    auto line = reader.read(told[i], i);
    if (!line) return std::unexpected(std::move(line.error()));
    lines.push_back(std::move(*line));
  }
  return lines;
}

std::string share_text(const FeeDetail& line) {
  if (line.line_class == "C") return "1.0000";
  const auto rate = parse_rate(line.self_pay_first.empty() ? "0%" : line.self_pay_first);
  std::string text;
  decimal::append(text, rate ? rate->in_ppm() / 100 : 0, 4);
  return text;
}

void write_contract_lines(json::Writer& json, const std::vector<const FeeDetail*>& lines) {
  for (const FeeDetail* each : lines) {
    json.begin_object();
    json.text("id", each->number);
    json.text("code", each->code);
    if (!each->name.empty()) json.text("name", each->name);
    json.text("class", each->line_class);
    if (!each->self_pay_first.empty()) json.text("self_pay_first", each->self_pay_first);
    json.text("quantity", each->quantity);
    json.text("unit_price", each->unit_price);
    json.text("amount", to_text(each->amount));
    if (!each->limit.empty()) json.text("payment_standard", each->limit);
    json.end_object();
  }
}

}  // namespace yidan::national
