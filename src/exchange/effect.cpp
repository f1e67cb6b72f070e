#include "exchange/effect.h"

#include "base/visible.h"
#include "exchange/changed_amounts.h"
#include "exchange/session.h"

namespace yidan::exchange {
namespace {

Result<SettledCase> settled_by(const policy::Policy& policy, std::string_view text) {
  return Session(policy, {.steps = StepDetail::none}, Form::text).settled(text);
}

std::string state_of(const benefit::Bill& bill, Language language) {
  const Word& named = word(bill.status);
  return std::string(language == Language::zh ? named.zh : named.en);
}

Payers payers_of(const benefit::Bill& bill) { return {bill.fund_total, bill.account, bill.cash}; }

std::string line_of(const Effect& effect, Language language) {
  std::string line = "  " + shown(effect.before.encounter);
  if (effect.before.status != effect.after.status) {
    line += "  " + state_of(effect.before, language) + " → " + state_of(effect.after, language);
  }
  return line + changed_amounts(payers_of(effect.before), payers_of(effect.after), language) + "\n";
}

}  // namespace

bool Effect::changes() const {
  return before.status != after.status || before.fund_total != after.fund_total || before.account != after.account ||
         before.cash != after.cash;
}

Result<std::vector<Effect>> effects_of(const policy::Policy& before, const policy::Policy& after,
                                       std::string_view text) {
  auto first = settled_by(before, text);
  if (!first) return std::unexpected(std::move(first.error()));
  auto second = settled_by(after, text);
  if (!second) return std::unexpected(std::move(second.error()));
  ensure(first->bills.size() == second->bills.size(), "a bill an encounter, by whatever packs");
  std::vector<Effect> effects;
  effects.reserve(first->bills.size());
  for (std::size_t i = 0; i < first->bills.size(); ++i) {
    effects.push_back({std::move(first->bills[i]), std::move(second->bills[i])});
  }
  return effects;
}

std::string describe(const std::vector<Effect>& effects, Language language) {
  std::string text;
  for (const Effect& effect : effects) {
    if (effect.changes()) text += line_of(effect, language);
  }
  if (!text.empty()) return text;
  return language == Language::zh ? "  不变\n" : "  as before\n";
}

}  // namespace yidan::exchange
