// 2206, 2207, 2208, 5203: a visit is tried, settled, taken back, asked about.
//
// A settlement is the same request to the books as any other; what becomes of the visit is written in the same change.

#include <algorithm>
#include <functional>

#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "exchange/request.h"
#include "national/amounts.h"
#include "national/line_reader.h"
#include "national/transactions.h"
#include "operations/perform.h"

namespace yidan::national {
namespace {

using Lines = std::vector<const FeeDetail*>;

// A kind of care as the books know it; absent: one that is not settled here.
std::optional<Care> care_of(std::string_view med_type) {
  if (med_type.starts_with("11") || med_type.starts_with("13")) return Care::outpatient;
  return std::nullopt;
}

Lines lines_of_batch(const Visit& visit, std::string_view batch) {
  Lines lines;
  for (const FeeDetail& each : visit.lines) {
    if (each.settlement.empty() && each.batch == batch) lines.push_back(&each);
  }
  return lines;
}

// What a batch is settled as: once more after an earlier settlement it has a number of its own.
std::string encounter_id(const Visit& visit) {
  const std::size_t before = visit.settlements.size();
  return before == 0 ? visit.id : visit.id + "-" + std::to_string(before + 1);
}

std::string request_text(const Turn& turn, const store::Subject& person, const Visit& visit, const Lines& lines,
                         std::string_view act, const Reader& asked) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.request/1");
  json.text("pool", to_text(Region(person.pool)));
  json.text("person", person.id);
  json.text("do", act);
  if (act != "trial") json.text("key", turn.key);
  json.key("encounter");
  json.begin_object();
  json.text("id", encounter_id(visit));
  json.text("care", code(*care_of(asked.text("med_type"))));
  json.text("date", to_text(visit.begin));
  json.key("provider");
  json.begin_object();
  json.text("id", visit.institution);
  if (!turn.envelope.institution_name.empty()) json.text("name", turn.envelope.institution_name);
  json.end_object();
  json.key("use_account");
  json.boolean(asked.flag("acct_used_flag"));
  json.key("lines");
  json.begin_array();
  write_contract_lines(json, lines);
  json.end_array();
  json.end_object();
  json.end_object();
  return text;
}

// What the institution declares against what its lines come to: all that differs, to the fen, with the lines.
Result<void> check_totals(const Lines& lines, const Reader& asked) {
  struct Total {
    std::string_view name;
    Money FeeDetail::* part;
  };
  constexpr std::array totals{Total{"medfee_sumamt", &FeeDetail::amount},
                              Total{"fulamt_ownpay_amt", &FeeDetail::outside},
                              Total{"overlmt_selfpay", &FeeDetail::over_limit},
                              Total{"preselfpay_amt", &FeeDetail::first}, Total{"inscp_scp_amt", &FeeDetail::scope}};
  Text differing;
  std::string place;
  for (const Total& each : totals) {
    if (!asked.has(each.name)) continue;
    Money sum;
    for (const FeeDetail* line : lines) sum += line->*(each.part);
    if (sum == asked.money(each.name)) continue;
    if (place.empty()) place = "$.input.data." + std::string(each.name);
    const std::string name(each.name);
    differing.zh += "；" + name + " 申报 " + to_text(asked.money(each.name)) + "，明细合计 " + to_text(sum);
    differing.en +=
        "; " + name + " declared " + to_text(asked.money(each.name)) + ", the lines come to " + to_text(sum);
  }
  if (place.empty()) return {};
  constexpr std::size_t most_named = 20;
  for (std::size_t i = 0; i < std::min(lines.size(), most_named); ++i) {
    const FeeDetail& line = *lines[i];
    const std::string parts = " " + line.number + " " + to_text(line.amount) + "=" + to_text(line.outside) + "+" +
                              to_text(line.over_limit) + "+" + to_text(line.first) + "+" + to_text(line.scope);
    differing.zh += (i == 0 ? "；明细" : "，") + parts;
    differing.en += (i == 0 ? "; lines" : ",") + parts;
  }
  return std::unexpected(
      Error{ErrorCode::contradiction,
            {"合计与明细不符" + differing.zh, "the totals are not those of the lines" + differing.en},
            place});
}

std::string_view clearing_class(std::string_view care) {
  return care.starts_with("2") ? "21" : care.starts_with("41") ? "41" : "11";
}

// `setlinfo` and `setldetail`; without a number of a settlement it is a trial's.
std::string output_of(const Turn& turn, const store::Subject& person, const Visit& visit, const Amounts& amounts,
                      std::string_view insurance, std::string_view id) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.key("setlinfo");
  json.begin_object();
  json.text("mdtrt_id", visit.id);
  if (!id.empty()) json.text("setl_id", id);
  json.text("psn_no", visit.person);
  json.text("psn_name", "未登记");
  json.text("psn_cert_type", "01");
  json.text("certno", person.id);
  json.text("insutype", insurance);
  json.text("psn_type", insurance == "310" ? "1101" : "1501");
  json.text("cvlserv_flag", "0");
  json.text("setl_time", to_instant_text(turn.now).substr(0, 19));
  json.text("med_type", visit.care);
  write_amounts(json, amounts);
  json.text("balc", "0.00");
  json.text("medins_setl_id", turn.envelope.msgid);
  json.text("clr_optins", to_text(Region(person.pool)));
  json.text("clr_type", clearing_class(visit.care));
  json.end_object();
  write_funds(json, amounts);
  json.end_object();
  return text;
}

// A row by which the day's settlements of the institution are added up.
store::Row settlement_row(const Turn& turn, const Visit& visit, const Amounts& amounts, std::string_view insurance,
                          const std::string& id, bool is_refund) {
  store::Row row{.table = std::string(kSettlementTable),
                 .id = id,
                 .provider = visit.institution,
                 .day = to_text(beijing_day(turn.now)),
                 .care = std::string(insurance) + "/" + std::string(clearing_class(visit.care)),
                 .state = is_refund ? "refund" : "settled"};
  json::Writer json(row.data, json::Writer::Style::compact);
  json.begin_object();
  json.text("total", to_text(amounts.total));
  json.text("funds", to_text(amounts.funds));
  json.text("account", to_text(amounts.account));
  json.text("cash", to_text(amounts.cash));
  json.text("visit", visit.id);
  json.text("message", turn.envelope.msgid);
  json.end_object();
  return row;
}

// The amounts of a bill as the books answered it. Errors: a bill that has none, with the reason.
Result<Amounts> amounts_in(std::string_view answer) {
  json::Document document;
  const auto parsed = document.parse(answer);
  const json::Value* bill = parsed ? json::find(**parsed, "bill") : nullptr;
  ensure(bill != nullptr, "a settlement is answered with its bill");
  if (json::text_in(*bill, "status") != code(BillStatus::not_covered)) return amounts_of(*bill);
  return std::unexpected(Error{ErrorCode::not_permitted,
                               {"此人当日没有参保待遇：请先查询（1101），费用由个人负担",
                                "the person is not covered on that day: ask 1101; the cost is the person's"},
                               "$.input.data.psn_no"});
}

Amounts amounts_in_output(std::string_view output) {
  json::Document document;
  const auto parsed = document.parse(output);
  ensure(parsed.has_value(), "an output that is kept is JSON");
  return read_amounts(**parsed);
}

struct Ready {
  KeptVisit kept;
  store::Subject person;
  Lines lines;
};

// A visit that can be settled as it is asked.
Result<void> make_ready(const Turn& turn, const Reader& asked, Ready& ready) {
  auto kept = visit_of(turn, asked.text("mdtrt_id"), std::string(asked.text("psn_no")));
  if (!kept) return std::unexpected(std::move(kept.error()));
  ready.kept = std::move(*kept);
  if (auto may_come = check_call(ready.kept.visit, turn.envelope.infno); !may_come) return may_come;
  if (!care_of(asked.text("med_type"))) {
    return std::unexpected(
        Error{ErrorCode::invalid_value,
              {"此交易只结算普通门诊（11）和急诊（13）", "this settles general outpatient (11) and emergency (13)"},
              "$.input.data.med_type"});
  }
  ready.kept.visit.care = asked.text("med_type");
  const auto person = person_of(turn, asked.text("psn_no"), "$.input.data.psn_no");
  if (!person) return std::unexpected(person.error());
  ready.person = *person;
  ready.lines = lines_of_batch(ready.kept.visit, asked.text("chrg_bchno"));
  if (ready.lines.empty()) {
    return std::unexpected(Error{ErrorCode::not_found,
                                 {"该批次没有未结算的费用明细", "no fee line of this batch is open"},
                                 "$.input.data.chrg_bchno"});
  }
  return check_totals(ready.lines, asked);
}

Result<operations::Answer> perform_text(const Turn& turn, const std::string& text, const operations::Beside& beside) {
  auto asking = exchange::read_asking(text, 1, turn.policy);
  if (!asking.requests) return std::unexpected(std::move(asking.requests.error()));
  return operations::perform(turn.caller, std::move(asking.requests->front()), beside);
}

}  // namespace

Result<std::string> try_settlement(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  Ready ready;
  if (auto made = make_ready(turn, asked, ready); !made) return std::unexpected(std::move(made.error()));
  const auto answer =
      perform_text(turn, request_text(turn, ready.person, ready.kept.visit, ready.lines, "trial", asked), {});
  if (!answer) return std::unexpected(answer.error());
  const auto amounts = amounts_in(answer->text);
  if (!amounts) return std::unexpected(amounts.error());
  return output_of(turn, ready.person, ready.kept.visit, *amounts, asked.text("insutype"), "");
}

Result<std::string> settle_visit(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  const std::string person_number(asked.text("psn_no"));
  auto earlier = earlier_output(turn, person_number);
  if (!earlier) return std::unexpected(std::move(earlier.error()));
  if (*earlier) return std::move(**earlier);
  Ready ready;
  if (auto made = make_ready(turn, asked, ready); !made) return std::unexpected(std::move(made.error()));
  std::string output;
  const auto beside = [&](const std::string& answer) -> Result<std::vector<store::Part>> {
    // What another call has done with the visit meanwhile counts.
    Ready now;
    if (auto made = make_ready(turn, asked, now); !made) return std::unexpected(std::move(made.error()));
    const auto amounts = amounts_in(answer);
    if (!amounts) return std::unexpected(amounts.error());
    Visit& visit = now.kept.visit;
    const std::string id = number_of('S', turn);
    output = output_of(turn, now.person, visit, *amounts, asked.text("insutype"), id);
    visit.settlements.push_back({.id = id,
                                 .encounter = encounter_id(visit),
                                 .message = turn.envelope.msgid,
                                 .key = turn.key,
                                 .insurance = std::string(asked.text("insutype")),
                                 .text = output});
    for (FeeDetail& each : visit.lines) {
      if (each.settlement.empty() && each.batch == asked.text("chrg_bchno")) each.settlement = id;
    }
    return std::vector{visit_part(turn, now.kept, "settle", output,
                                  {settlement_row(turn, visit, *amounts, asked.text("insutype"), id, false)})};
  };
  const auto answer =
      perform_text(turn, request_text(turn, ready.person, ready.kept.visit, ready.lines, "settle", asked), beside);
  if (!answer) return std::unexpected(answer.error());
  if (!answer->again) return output;
  // The same message came twice at the same time: the other was answered.
  earlier = earlier_output(turn, person_number);
  if (!earlier) return std::unexpected(std::move(earlier.error()));
  return (*earlier).value_or("{}");
}

// Takes a settlement back: the bill is reversed, the lines are open again.
Result<std::string> cancel(const Turn& turn, const CancelAsked& asked) {
  auto earlier = earlier_output(turn, asked.person);
  if (!earlier) return std::unexpected(std::move(earlier.error()));
  if (*earlier) return std::move(**earlier);
  auto kept = visit_of(turn, asked.visit, asked.person);
  if (!kept) return std::unexpected(std::move(kept.error()));
  const auto person = person_of(turn, asked.person, "$.input.data.psn_no");
  if (!person) return std::unexpected(person.error());
  const auto found = std::ranges::find(kept->visit.settlements, asked.settlement, &Settlement::id);
  if (found == kept->visit.settlements.end() || found->cancelled) {
    return std::unexpected(
        Error{ErrorCode::not_found,
              {"没有可撤销的结算 " + asked.settlement, "there is no settlement " + asked.settlement + " to take back"},
              "$.input.data.setl_id"});
  }
  std::string output;
  const auto beside = [&](const std::string&) -> Result<std::vector<store::Part>> {
    auto now = visit_of(turn, asked.visit, asked.person);
    if (!now) return std::unexpected(std::move(now.error()));
    Visit& visit = now->visit;
    const auto settlement = std::ranges::find(visit.settlements, asked.settlement, &Settlement::id);
    settlement->cancelled = true;
    for (FeeDetail& each : visit.lines) {
      if (each.settlement == asked.settlement) each.settlement.clear();
    }
    const Amounts back = negated(amounts_in_output(settlement->text));
    const std::string id = number_of('S', turn);
    output = output_of(turn, *person, visit, back, settlement->insurance, id);
    return std::vector{
        visit_part(turn, *now, "cancel", output, {settlement_row(turn, visit, back, settlement->insurance, id, true)})};
  };
  const auto answer = operations::perform(
      turn.caller,
      exchange::reversal_of(Region(person->pool), person->id, {found->encounter, kept->visit.institution}, turn.key),
      beside);
  if (!answer) return std::unexpected(answer.error());
  if (!answer->again) return output;
  earlier = earlier_output(turn, asked.person);
  if (!earlier) return std::unexpected(std::move(earlier.error()));
  return (*earlier).value_or("{}");
}

Result<std::string> cancel_settlement(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  return cancel(turn, {std::string(asked.text("mdtrt_id")), std::string(asked.text("psn_no")),
                       std::string(asked.text("setl_id"))});
}

Result<std::string> show_settlement(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  const auto kept = visit_of(turn, asked.text("mdtrt_id"), std::string(asked.text("psn_no")));
  if (!kept) return std::unexpected(kept.error());
  const auto found = std::ranges::find(kept->visit.settlements, asked.text("setl_id"), &Settlement::id);
  if (found != kept->visit.settlements.end()) return found->text;
  return std::unexpected(
      Error{ErrorCode::not_found, {"没有此结算", "there is no such settlement"}, "$.input.data.setl_id"});
}

}  // namespace yidan::national
