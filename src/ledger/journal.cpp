#include "ledger/journal.h"

#include <string_view>

#include "base/result.h"
#include "base/utf8.h"

namespace yidan::ledger {
namespace {

constexpr std::string_view kHeading =
    "; 一单账务日记账。每个基金一笔分录，各自平衡；借方为正，贷方为负；日期为记账日=规则日期；名称中的 %XX 为一个字节。\n"
    "; 账册的日记账：每个基金一笔分录，借贷相等；借方为正，贷方为负；\n"
    "; 日期为记账日=规则日期；%XX 是名称中的一个字节。\n"
    "; Journal of the books. A transaction a fund, each balanced; debits are positive, credits negative;\n"
    "; dates are the day of recording=the rule date; %XX is a byte of a name.\n"
    "; hledger -f …, ledger -f … (UTF-8)\n"
    "\n"
    "commodity CNY\n"
    "    format 1000.00 CNY\n";

// The class with which the name of an account begins.
constexpr std::string_view class_of(LedgerAccount account) {
  switch (account) {
    case LedgerAccount::treasury_deposit:
    case LedgerAccount::subsidy_receivable:
    case LedgerAccount::due_from_fund:
      return "assets";
    case LedgerAccount::due_to_fund:
    case LedgerAccount::provider_payable:
    case LedgerAccount::person_payable:
    case LedgerAccount::receipts_held:
    case LedgerAccount::account_liability:
      return "liabilities";
    case LedgerAccount::opening_balance:
      return "equity";
    case LedgerAccount::contribution_income:
      return "income";
    case LedgerAccount::benefit_expense:
    case LedgerAccount::premium_subsidy:
    case LedgerAccount::account_credit:
      return "expenses";
  }
  fail_invariant("every account has its class");
}

bool is_of_persons(LedgerAccount account) {
  return account == LedgerAccount::person_payable || account == LedgerAccount::account_liability ||
         account == LedgerAccount::receipts_held;
}

// Bytes of the character with which the text begins; 1 where it begins with none.
std::size_t character_size(std::string_view text) {
  std::size_t size = 1;
  while (size < 4 && !is_utf8(text.substr(0, size))) ++size;
  return is_utf8(text.substr(0, size)) ? size : 1;
}

// Whether both programs take the character for part of a word wherever it stands.
bool is_plain(std::string_view character) {
  constexpr std::string_view ascii = "0123456789-_.ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  if (character.size() == 1) return ascii.find(character) != std::string_view::npos;
  return character.size() == 3 && character >= "\u3400" && character <= "\u9FFF";
}

void append_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  while (!text.empty()) {
    const std::string_view character = text.substr(0, character_size(text));
    text.remove_prefix(character.size());
    if (is_plain(character)) {
      out += character;
      continue;
    }
    for (const char each : character) {
      const auto byte = static_cast<unsigned char>(each);
      out += {'%', digits[byte / 16U], digits[byte % 16U]};
    }
  }
}

// The part of a posting that is one fund's, with the parties that the journal may name.
Position part_of(const Position& posting, Fund fund, Persons persons) {
  Position part;
  for (const Entry& entry : posting.entries()) {
    if (entry.place.fund != fund) continue;
    Place place = entry.place;
    if (persons == Persons::left_out && is_of_persons(place.account)) place.party.clear();
    part.add(place, entry.amount);
  }
  return part;
}

std::string heading_of(const Recorded& recorded) {
  std::string line = to_text(recorded.on);
  if (recorded.rule_date) line += "=" + to_text(*recorded.rule_date);
  if (!recorded.reference.empty()) {
    line += " (";
    append_escaped(line, recorded.reference);
    line += ")";
  }
  return line + " " + std::string(code(recorded.kind)) + "\n";
}

}  // namespace

std::string account_name(std::int32_t pool, const Place& place) {
  std::string name(class_of(place.account));
  name += ":" + std::to_string(pool);
  name += ":" + std::string(code(place.fund));
  name += ":" + std::string(code(place.account));
  if (!place.party.empty()) append_escaped(name += ":", place.party);
  if (place.route) name += ":" + std::string(code(*place.route));
  return name;
}

Journal::Journal(std::string& out, Persons persons) : out_(out), persons_(persons) { out_ += kHeading; }

void Journal::declare(const std::string& account) {
  if (declared_.insert(account).second) out_ += "account " + account + "\n";
}

void Journal::write(const Recorded& recorded) {
  for (std::size_t i = 0; i < count_of<Fund>; ++i) {
    const Position part = part_of(recorded.posting, static_cast<Fund>(i), persons_);
    if (part.empty()) continue;
    std::string transaction = heading_of(recorded);
    out_ += "\n";
    for (const Entry& entry : part.entries()) {
      const std::string account = account_name(recorded.pool, entry.place);
      declare(account);
      transaction += "    " + account + "  " + to_text(entry.amount) + " CNY\n";
    }
    out_ += transaction;
  }
}

}  // namespace yidan::ledger
