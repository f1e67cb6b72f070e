// 2101, 2102: a sale at a pharmacy, tried and settled. Its lines travel with it: the visit begins and is settled at
// once.

#include <algorithm>

#include "base/json_writer.h"
#include "exchange/request.h"
#include "national/settlement_output.h"
#include "national/settlement_request.h"
#include "national/transactions.h"
#include "operations/perform.h"

namespace yidan::national {
namespace {

struct Sale {
  KeptVisit kept;
  store::Subject person;
  PersonSeen seen;
};

Result<Sale> read_sale(const Turn& turn, const json::Value& input, const Reader& told) {
  const auto person = person_of(turn, told.text("psn_no"), "$.input.druginfo.psn_no");
  if (!person) return std::unexpected(person.error());
  Visit visit{.id = number_of('M', turn),
              .person = std::string(told.text("psn_no")),
              .institution = turn.envelope.institution,
              .insurance = std::string(told.text("insutype")),
              .number = {},
              .care = std::string(told.text("med_type")),
              .disease = std::string(told.text("dise_codg")),
              .begin = told.day("begntime"),
              .lines = {},
              .settlements = {}};
  auto lines = read_lines(turn, *person, visit, Reader(input).list("drugdetail"), "drugdetail");
  if (!lines) return std::unexpected(std::move(lines.error()));
  visit.lines = std::move(*lines);
  if (!visit.care.starts_with("41")) {
    return std::unexpected(Error{ErrorCode::invalid_value,
                                 {"药店结算的医疗类别为 41", "a pharmacy's sale is of care type 41"},
                                 "$.input.druginfo.med_type"});
  }
  if (auto right = check_totals(visit.lines, told, "$.input.druginfo"); !right) {
    return std::unexpected(std::move(right.error()));
  }
  auto seen = seen_person(turn, *person, visit.begin);
  if (!seen) return std::unexpected(std::move(seen.error()));
  if (auto right = check_insurance(*seen, told.text("insutype"), "$.input.druginfo.insutype"); !right) {
    return std::unexpected(std::move(right.error()));
  }
  store::Subject subject{.pool = person->pool, .id = visit.id, .kind = std::string(kVisitKind)};
  return Sale{{std::move(subject), 0, std::move(visit)}, *person, std::move(*seen)};
}

Result<operations::Answer> perform_sale(const Turn& turn, const Sale& sale, const Reader& told, std::string_view act,
                                        const operations::Beside& beside) {
  const SettlementRequest request{turn, sale.person, sale.kept.visit, sale.kept.visit.lines, told};
  auto asking = exchange::read_asking(request_text(request, act), 1, turn.policy);
  if (!asking.requests) return std::unexpected(std::move(asking.requests.error()));
  return operations::perform(turn.caller, std::move(asking.requests->front()), beside);
}

}  // namespace

Result<std::string> try_sale(const Turn& turn, const json::Value& input) {
  const Reader told(*member(input, "druginfo"));
  const auto sale = read_sale(turn, input, told);
  if (!sale) return std::unexpected(sale.error());
  const auto answer = perform_sale(turn, *sale, told, "trial", {});
  if (!answer) return std::unexpected(answer.error());
  const auto amounts = amounts_in(answer->text);
  if (!amounts) return std::unexpected(amounts.error());
  return settlement_output(turn, sale->seen, sale->kept.visit, *amounts, {told.text("insutype"), ""});
}

Result<std::string> settle_sale(const Turn& turn, const json::Value& input) {
  const Reader told(*member(input, "druginfo"));
  const std::string number(told.text("psn_no"));
  auto earlier = earlier_output(turn, number);
  if (!earlier) return std::unexpected(std::move(earlier.error()));
  if (*earlier) return std::move(**earlier);
  auto sale = read_sale(turn, input, told);
  if (!sale) return std::unexpected(std::move(sale.error()));
  const std::string id = number_of('S', turn);
  std::string output;
  const auto beside = [&](const std::string& answer) -> Result<std::vector<store::Part>> {
    // A 2601 that came meanwhile counts.
    if (const auto known = earlier_output(turn, number); !known) return std::unexpected(known.error());
    const auto seen = seen_person(turn, sale->person, sale->kept.visit.begin);
    if (!seen) return std::unexpected(seen.error());
    const auto amounts = amounts_in(answer);
    if (!amounts) return std::unexpected(amounts.error());
    KeptVisit kept = sale->kept;
    const SettledAs as{told.text("insutype"), id};
    output = settlement_output(turn, *seen, kept.visit, *amounts, as);
    kept.visit.settlements.push_back({.id = id,
                                      .encounter = encounter_id(kept.visit),
                                      .message = turn.envelope.msgid,
                                      .infno = turn.envelope.infno,
                                      .key = turn.key,
                                      .insurance = std::string(as.insurance),
                                      .text = output});
    for (FeeDetail& each : kept.visit.lines) each.settlement = id;
    const Message message{turn.envelope.msgid, turn.envelope.infno, number, turn.key};
    return std::vector{
        visit_part(turn, kept, "sale", output,
                   {settlement_row(kept.visit, *amounts, {as, turn.envelope.msgid, beijing_day(turn.now)})}),
        message_part(turn, sale->person.pool, message, "settle")};
  };
  const auto answer = perform_sale(turn, *sale, told, "settle", beside);
  if (!answer) return std::unexpected(answer.error());
  if (!answer->again) return output;
  earlier = earlier_output(turn, number);
  if (!earlier) return std::unexpected(std::move(earlier.error()));
  return (*earlier).value_or("{}");
}

}  // namespace yidan::national
