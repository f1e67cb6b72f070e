#include "operations/trial.h"

#include <array>
#include <charconv>
#include <vector>

#include "base/digest.h"
#include "base/json_writer.h"
#include "exchange/registered_provider.h"
#include "money/money.h"

namespace yidan::operations {
namespace {

constexpr std::size_t kDigits = 16;

std::string short_digest(std::initializer_list<std::string_view> parts) { return digest_of(parts).substr(0, kDigits); }

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end != std::string_view::npos) text.remove_prefix(end + 1);
  }
  return parts;
}

// Fund, account and cash; absent for what is not an amount.
std::optional<std::array<Money, 3>> amounts_of(std::string_view text) {
  const auto parts = split(text, '-');
  std::array<Money, 3> amounts;
  if (parts.size() != amounts.size()) return std::nullopt;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    std::int64_t fen = 0;
    const char* start = parts[i].data();
    const char* end = start + parts[i].size();
    const auto [read_to, fault] = std::from_chars(start, end, fen);
    if (read_to != end || fault != std::errc{}) return std::nullopt;
    amounts[i] = Money::fen(fen);
  }
  return amounts;
}

void add(Text& text, std::string_view zh, std::string_view en) {
  text.zh += (text.zh.empty() ? "" : "、") + std::string(zh);
  text.en += (text.en.empty() ? "" : ", ") + std::string(en);
}

std::string list(const std::array<Money, 3>& amounts, const std::array<std::string_view, 3>& names) {
  std::string text;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    text += (i == 0 ? "" : ", ") + std::string(names[i]) + " " + to_text(amounts[i]);
  }
  return text;
}

Error not_as_in_trial(const Text& changed, const std::array<Money, 3>& then, const std::array<Money, 3>& now) {
  constexpr std::array<std::string_view, 3> zh{"基金", "账户", "现金"};
  constexpr std::array<std::string_view, 3> en{"fund", "account", "cash"};
  return {ErrorCode::conflict,
          {"与预结算不一致，未结算。有变化的：" + changed.zh + "。预结算时 " + list(then, zh) + "；现在 " +
               list(now, zh) + "。请重新预结算",
           "not as in the trial, and not settled. What changed: " + changed.en + ". Then " + list(then, en) + "; now " +
               list(now, en) + ". Make a new trial"},
          "$.as_in_trial"};
}

Error no_digest() {
  return {ErrorCode::invalid_value,
          {"不是预结算的摘要：请原样填写预结算答复中的 trial", "not the digest of a trial: give its 'trial' unchanged"},
          "$.as_in_trial"};
}

}  // namespace

Trial trial_of(const Desk& desk, const store::State& state, const books::Asked& asked,
               const books::Decision& decision) {
  if (decision.bills.empty()) return {};
  const books::BillVersion& bill = decision.bills.front();
  return {short_digest({asked.policy.digest, desk.engine()}), short_digest({state.facts, state.past}),
          short_digest({asked.content}),
          std::to_string(bill.fund_total) + "-" + std::to_string(bill.account) + "-" + std::to_string(bill.cash),
          exchange::without_registered(asked.content) != asked.content};
}

std::string digest_text(const Trial& trial) {
  return trial.rules + "." + trial.file + "." + trial.encounter + "." + trial.amounts;
}

std::string text_of(const Trial& trial, const books::Decision& decision) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.trial/1");
  json.text("pool", to_text(Region(decision.change.subject.pool)));
  json.text("person", decision.change.subject.id);
  json.key("bill");
  json.raw(decision.bill);
  json.text("trial", digest_text(trial));
  json.end_object();
  return text;
}

Result<void> compare(const Trial& now, std::string_view digest) {
  const auto parts = split(digest, '.');
  if (parts.size() != 4) return std::unexpected(no_digest());
  const auto then_amounts = amounts_of(parts[3]);
  const auto now_amounts = amounts_of(now.amounts);
  if (!then_amounts || !now_amounts) return std::unexpected(no_digest());
  Text changed;
  if (parts[0] != now.rules) add(changed, "政策包或程序版本", "the packs or the program");
  if (parts[1] != now.file) add(changed, "该人员的登记或此前的账单", "the person's facts or earlier bills");
  if (parts[2] != now.encounter && now.registered) {
    add(changed, "本次费用，或登记册所载的机构情况", "the encounter, or what the registers say of its institution");
  } else if (parts[2] != now.encounter) {
    add(changed, "本次费用", "the encounter");
  }
  if (*then_amounts != *now_amounts) add(changed, "金额", "the amounts");
  if (changed.zh.empty()) return {};
  return std::unexpected(not_as_in_trial(changed, *then_amounts, *now_amounts));
}

}  // namespace yidan::operations
