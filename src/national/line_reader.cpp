#include "national/line_reader.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/decimal.h"
#include "base/json_writer.h"
#include "benefit/scope.h"
#include "contract/encounter.h"
#include "exchange/request.h"
#include "national/mapping.h"
#include "operations/registers.h"

namespace yidan::national {
namespace {

// The text of a number as the contract takes it: noughts that say nothing are left out.
std::string plain_number(std::int64_t scaled, int places) {
  std::string text;
  decimal::append(text, scaled, places);
  while (text.contains('.') && text.back() == '0') text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text;
}

// A quantity, times 10^4; negative where something was given back.
std::int64_t counted(std::string_view quantity) {
  const bool is_negative = quantity.starts_with('-');
  if (is_negative) quantity.remove_prefix(1);
  const std::int64_t count = decimal::parse(quantity, 4).value_or(0);
  return is_negative ? -count : count;
}

class LineReader {
 public:
  LineReader(const Turn& turn, const store::Subject& person, const Visit& visit, std::string_view node)
      : turn_(turn),
        pool_(*turn.policy.find(Region(person.pool))),
        visit_(visit),
        node_(node),
        book_(turn.caller.desk, pool_.region) {
    for (const FeeDetail& each : visit.lines) numbers_.insert(each.number);
  }

  // A line that gives something back takes it off the line that it names; its parts are what that line loses.
  Result<FeeDetail> read_return(const json::Value& value, std::size_t index, const std::vector<FeeDetail>& added) {
    const Reader told(value);
    const std::string of(told.text("init_feedetl_sn"));
    auto code = code_of(told, index);
    if (!code) return std::unexpected(std::move(code.error()));
    FeeDetail line{.number = std::string(told.text("feedetl_sn")),
                   .code = std::move(*code),
                   .quantity = plain_number(told.number("cnt", 4), 4),
                   .unit_price = plain_number(told.number("pric", 6), 6),
                   .returns = of,
                   .day = told.day("fee_ocur_time"),
                   .amount = told.money("det_item_fee_sumamt")};
    const FeeDetail net = net_line(of, added);
    const std::int64_t left = counted(net.quantity) + counted(line.quantity);
    const bool is_known = !net.number.empty() && net.settlement.empty() && net.code == line.code;
    if (!is_known || left < 0 || line.amount > Money()) return std::unexpected(not_given_back(of, index));
    if (!numbers_.insert(line.number).second) return std::unexpected(twice(line.number, index));
    FeeDetail rest = net;
    rest.quantity = plain_number(left, 4);
    rest.amount = net.amount + line.amount;
    if (auto divided = divide(rest, index); !divided) return std::unexpected(std::move(divided.error()));
    line.name = net.name;
    line.line_class = net.line_class;
    line.self_pay_first = net.self_pay_first;
    line.limit = net.limit;
    line.outside = rest.outside - net.outside;
    line.over_limit = rest.over_limit - net.over_limit;
    line.first = rest.first - net.first;
    line.scope = rest.scope - net.scope;
    return line;
  }

  Result<FeeDetail> read(const json::Value& value, std::size_t index) {
    const Reader told(value);
    auto code = code_of(told, index);
    if (!code) return std::unexpected(std::move(code.error()));
    FeeDetail line{.number = std::string(told.text("feedetl_sn")),
                   .batch = std::string(told.text("chrg_bchno")),
                   .code = std::move(*code),
                   .quantity = plain_number(told.number("cnt", 4), 4),
                   .unit_price = plain_number(told.number("pric", 6), 6),
                   .day = told.day("fee_ocur_time"),
                   .amount = told.money("det_item_fee_sumamt")};
    // The lines of a sale name no visit: there is none yet.
    const bool is_of_visit = (!told.has("mdtrt_id") || told.text("mdtrt_id") == visit_.id) &&
                             (!told.has("psn_no") || told.text("psn_no") == visit_.person);
    if (!is_of_visit) {
      return std::unexpected(Error{ErrorCode::contradiction,
                                   {"费用明细不属于同一就诊", "the fee line is of another visit"},
                                   place_of(index, "mdtrt_id")});
    }
    if (!numbers_.insert(line.number).second) return std::unexpected(twice(line.number, index));
    if (auto listed = look_up(line, told.day("fee_ocur_time"), index); !listed) {
      return std::unexpected(std::move(listed.error()));
    }
    if (auto divided = divide(line, index); !divided) return std::unexpected(std::move(divided.error()));
    return line;
  }

 private:
  [[nodiscard]] std::string place_of(std::size_t index, std::string_view name) const {
    return "$.input." + std::string(node_) + "[" + std::to_string(index) + "]." + std::string(name);
  }
  // The national code, or what the institution's own stands for on the day of the fee.
  [[nodiscard]] Result<std::string> code_of(const Reader& told, std::size_t index) const {
    if (told.has("med_list_codg")) return std::string(told.text("med_list_codg"));
    const std::string own(told.text("medins_list_codg"));
    auto code = national_code(turn_, own, told.day("fee_ocur_time"));
    if (!code || !code->empty()) return code;
    return std::unexpected(
        Error{ErrorCode::not_found,
              {"费用明细没有医保目录编码，本院编码 " + own + " 当日也没有对照：请补编码，或以 3301 上传对照",
               "the line has no national code, and the own code " + own +
                   " stands for none on that day: add one, or tell it with 3301"},
              place_of(index, "med_list_codg")});
  }
  [[nodiscard]] Error twice(const std::string& number, std::size_t index) const {
    return {ErrorCode::duplicate_id,
            {"费用明细流水号重复：" + number, "the fee line is there already: " + number},
            place_of(index, "feedetl_sn")};
  }
  [[nodiscard]] Error not_given_back(const std::string& of, std::size_t index) const {
    return {
        ErrorCode::contradiction,
        {"退费明细须冲减同一就诊中未结算的同一项目，且不多于原数量：" + of,
         "what is given back is of a line of this visit that is not settled, of the same code, and no more than was "
         "taken: " +
             of},
        place_of(index, "init_feedetl_sn")};
  }

  // A line less what of it was given back; without a number when there is none.
  [[nodiscard]] FeeDetail net_line(const std::string& number, const std::vector<FeeDetail>& added) const {
    std::vector<FeeDetail> all = visit_.lines;
    std::ranges::copy(added, std::back_inserter(all));
    for (const FeeDetail& each : net_of_returns(all)) {
      if (each.number == number) return each;
    }
    return {};
  }

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
    write_contract_lines(json, {line});
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
  std::string_view node_;
  operations::RegisterBook book_;
  std::set<std::string> numbers_;
};

}  // namespace

Result<std::vector<FeeDetail>> read_lines(const Turn& turn, const store::Subject& person, const Visit& visit,
                                          std::span<const json::Value> told, std::string_view node) {
  LineReader reader(turn, person, visit, node);
  std::vector<FeeDetail> lines;
  for (std::size_t i = 0; i < told.size(); ++i) {
    const bool gives_back = Reader(told[i]).has("init_feedetl_sn");
    auto line = gives_back ? reader.read_return(told[i], i, lines) : reader.read(told[i], i);
    if (!line) return std::unexpected(std::move(line.error()));
    lines.push_back(std::move(*line));
  }
  return lines;
}

std::vector<FeeDetail> net_of_returns(const std::vector<FeeDetail>& lines) {
  std::vector<FeeDetail> net;
  for (const FeeDetail& each : lines) {
    const auto of = each.returns.empty() ? net.end() : std::ranges::find(net, each.returns, &FeeDetail::number);
    if (of == net.end()) {
      if (each.returns.empty()) net.push_back(each);
      continue;
    }
    of->quantity = plain_number(counted(of->quantity) + counted(each.quantity), 4);
    for (Money FeeDetail::* part :
         {&FeeDetail::amount, &FeeDetail::outside, &FeeDetail::over_limit, &FeeDetail::first, &FeeDetail::scope}) {
      (*of).*part += each.*part;
    }
  }
  std::erase_if(net, [](const FeeDetail& each) { return counted(each.quantity) == 0; });
  return net;
}

std::string share_text(const FeeDetail& line) {
  if (line.line_class == "C") return "1.0000";
  const auto rate = parse_rate(line.self_pay_first.empty() ? "0%" : line.self_pay_first);
  std::string text;
  decimal::append(text, rate ? rate->in_ppm() / 100 : 0, 4);
  return text;
}

void write_divided_line(json::Writer& json, const FeeDetail& line) {
  json.text("feedetl_sn", line.number);
  json.text("det_item_fee_sumamt", to_text(line.amount));
  json.text("cnt", line.quantity);
  json.text("pric", line.unit_price);
  json.text("selfpay_prop", share_text(line));
  json.text("fulamt_ownpay_amt", to_text(line.outside));
  json.text("overlmt_amt", to_text(line.over_limit));
  json.text("preselfpay_amt", to_text(line.first));
  json.text("inscp_scp_amt", to_text(line.scope));
  json.text("chrgitm_lv", line.line_class == "A" ? "1" : line.line_class == "B" ? "2" : "3");
}

void write_settled_line(json::Writer& json, const Visit& visit, const FeeDetail& line) {
  json.begin_object();
  json.text("mdtrt_id", visit.id);
  json.text("setl_id", line.settlement);
  json.text("fee_ocur_time", to_text(line.day));
  json.text("hilist_name", line.name);
  json.text("med_list_codg", line.code);
  write_divided_line(json, line);
  json.end_object();
}

void write_contract_lines(json::Writer& json, const std::vector<FeeDetail>& lines) {
  for (const FeeDetail& each : lines) {
    json.begin_object();
    json.text("id", each.number);
    json.text("code", each.code);
    if (!each.name.empty()) json.text("name", each.name);
    json.text("class", each.line_class);
    if (!each.self_pay_first.empty()) json.text("self_pay_first", each.self_pay_first);
    json.text("quantity", each.quantity);
    json.text("unit_price", each.unit_price);
    json.text("amount", to_text(each.amount));
    if (!each.limit.empty()) json.text("payment_standard", each.limit);
    json.end_object();
  }
}

}  // namespace yidan::national
