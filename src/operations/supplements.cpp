#include "operations/supplements.h"

#include <algorithm>
#include <utility>

#include "books/decision.h"
#include "money/overflow.h"
#include "registers/conditions.h"

namespace yidan::operations {
namespace {

using registers::Seen;
using registers::values_of;

constexpr std::string_view kProgrammes = "programme";
constexpr std::string_view kPayouts = "payout";
constexpr std::string_view kOutside = "outside";
constexpr std::string_view kInScope = "in-scope";

bool contains(const std::vector<std::string>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// What the register calls the word of one of its fields.
Text name_of_word(const policy::RegisterDefinition& definition, const Seen& seen, std::string_view field) {
  const std::string& word = seen.view.value(field);
  const policy::FieldDefinition* found = definition.field(field);
  const policy::NamedWord* named = found == nullptr ? nullptr : found->word(word);
  return named == nullptr ? Text{word, word} : named->name;
}

bool is_for(const Programme& programme, const Person& person, Date day) {
  if (programme.groups.empty()) return true;
  return std::ranges::any_of(person.identities, [&](const HeldIdentity& each) {
    return each.period.contains(day) && contains(programme.groups, code(each.identity));
  });
}

class SupportGathering {
 public:
  SupportGathering(RegisterBook& book, Date on) : book_(book), on_(on) {}

  Result<std::vector<Programme>> programmes() {
    const policy::RegisterDefinition* definition = book_.definition(kProgrammes);
    std::vector<Programme> list;
    if (definition == nullptr) return list;
    const auto read = book_.list(*definition, {.state = "open"}, on_, [&](const Seen& seen) {
      list.push_back({.entry = seen.id,
                      .name = seen.view.value("name"),
                      .sponsor = seen.view.value("sponsor"),
                      .source = name_of_word(*definition, seen, "source"),
                      .conditions = seen.view.value("conditions"),
                      .covers = values_of(seen.view, "covers"),
                      .groups = values_of(seen.view, "groups"),
                      .least = parse_money(seen.view.value("least")).value_or(Money{})});
      return true;
    });
    if (!read) return std::unexpected(read.error());
    std::ranges::sort(list, {}, &Programme::entry);
    return list;
  }

  Result<void> add_payouts(BillHelp& help) {
    const policy::RegisterDefinition* definition = book_.definition(kPayouts);
    if (definition == nullptr) return {};
    const registers::Fields with{{"bill", {to_text(help.bill)}}};
    const auto read = book_.list(*definition, {.state = "paid", .with = with}, on_, [&](const Seen& seen) {
      help.payouts.push_back({.entry = seen.id,
                              .source = name_of_word(*definition, seen, "source"),
                              .programme = seen.view.value("programme"),
                              .payer = seen.view.value("payer"),
                              .amount = parse_money(seen.view.value("amount")).value_or(Money{}),
                              .day = seen.view.value("day"),
                              .document = seen.view.value("document")});
      help.received += help.payouts.back().amount;
      return true;
    });
    if (!read) return std::unexpected(read.error());
    std::ranges::sort(help.payouts, {}, [](const Payout& each) { return std::pair(each.day, each.entry); });
    return {};
  }

 private:
  RegisterBook& book_;
  Date on_;
};

// A programme covers a part of what is left, from its amount on.
bool covers(const Programme& programme, const BillHelp& help) {
  Money covered;
  if (contains(programme.covers, kOutside)) covered += help.outside;
  if (contains(programme.covers, kInScope)) covered += help.in_scope;
  covered = std::min(covered, help.left());
  return covered > Money{} && covered >= programme.least;
}

Result<Supplements> gathered(const Caller& caller, const PersonQuery& query, Date on) {
  const auto file = file_of(caller, query, Deed::see_bills);
  if (!file) return std::unexpected(file.error());
  RegisterBook book(caller.desk, Region(query.pool), query.known);
  SupportGathering gathering(book, on);
  auto programmes = gathering.programmes();
  if (!programmes) return std::unexpected(std::move(programmes.error()));
  Supplements made{.pool = Region(query.pool), .person = query.person, .on = on, .bills = {}, .programmes = {}};
  for (const books::Slot& slot : file->slots()) {
    const auto* encounter = std::get_if<Encounter>(&slot.said);
    if (encounter == nullptr || slot.reversed || !slot.folded || !slot.folded->bill) continue;
    const benefit::Bill& bill = *slot.folded->bill;
    if (bill.rule_date > on || bill.rule_date.year() != on.year()) continue;
    BillHelp help{.bill = {encounter->provider.id, bill.encounter, bill.rule_date},
                  .total = bill.amounts.total,
                  .funds = bill.fund_total,
                  .outside = bill.amounts.total - bill.amounts.policy_scope,
                  .in_scope = bill.amounts.policy_scope - bill.fund_total,
                  .payouts = {},
                  .received = {},
                  .programmes = {}};
    if (auto added = gathering.add_payouts(help); !added) return std::unexpected(std::move(added.error()));
    for (const Programme& each : *programmes) {
      if (covers(each, help) && is_for(each, slot.folded->person, bill.rule_date))
        help.programmes.push_back(each.entry);
    }
    made.bills.push_back(std::move(help));
  }
  made.programmes = std::move(*programmes);
  return made;
}

}  // namespace

Money BillHelp::left() const { return std::max(Money{}, total - funds - received); }
Money BillHelp::above() const { return std::max(Money{}, funds + received - total); }

Result<Supplements> supplements_of(const Caller& caller, const PersonQuery& query, Date on) {
  try {
    return gathered(caller, query, on);
  } catch (const Overflow&) {
    return std::unexpected(books::sums_do_not_fit());
  }
}

}  // namespace yidan::operations
