#include "ledger/journal.h"

#include <random>

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "ledger/test_support.h"
#include "testing/values.h"

namespace yidan::ledger {
namespace {

using enum LedgerAccount;

constexpr Fund kAccounts = Fund::personal_account;

using testing::day;

std::string named(std::string party) { return account_name(370600, {kPooled, provider_payable, std::move(party), {}}); }

Recorded bill() {
  Recorded recorded{370600, day("2023-03-06"), day("2023-03-05"), EventKind::settle, "S-1", {}};
  recorded.posting.move(kPooled, benefit_expense, "basic", provider_payable, "H1", Money::fen(38'350));
  recorded.posting.move(kAccounts, account_liability, "P1", provider_payable, "H1", Money::fen(1'650));
  return recorded;
}

// What stands below the heading.
std::string body(const std::vector<Recorded>& all, Persons persons) {
  std::string text;
  Journal journal(text, persons);
  const std::size_t heading = text.size();
  for (const Recorded& each : all) journal.write(each);
  return text.substr(heading);
}

TEST(AccountName, SaysClassPoolFundAccountPartyAndRoute) {
  EXPECT_EQ(named("H1"), "liabilities:370600:employee-pooled:provider-payable:H1");
  EXPECT_EQ(named(""), "liabilities:370600:employee-pooled:provider-payable");
  EXPECT_EQ(account_name(370600, {kAccounts, due_from_fund, "employee-pooled", Route::account_credit}),
            "assets:370600:personal-account:due-from-fund:employee-pooled:account-credit");
  EXPECT_EQ(account_name(371300, {kAccounts, opening_balance, "", {}}),
            "equity:371300:personal-account:opening-balance");
  EXPECT_EQ(account_name(371300, {Fund::resident_pooled, contribution_income, "person", {}}),
            "income:371300:resident-pooled:contribution-income:person");
  EXPECT_EQ(account_name(371300, {Fund::assistance, benefit_expense, "assistance", {}}),
            "expenses:371300:assistance:benefit-expense:assistance");
}

TEST(AccountName, HoldsNothingThatAProgramCouldMistake) {
  const std::string before = named("") + ":";
  EXPECT_EQ(named("烟台市人民医院_1-A.2"), before + "烟台市人民医院_1-A.2");
  EXPECT_EQ(named("a:b;c"), before + "a%3Ab%3Bc");
  EXPECT_EQ(named(" a  b "), before + "%20a%20%20b%20");
  EXPECT_EQ(named("(a)[b]\t\n"), before + "%28a%29%5Bb%5D%09%0A");
  EXPECT_EQ(named("100%"), before + "100%25");
  EXPECT_EQ(named("%20"), before + "%2520");
  EXPECT_EQ(named("\u3000\u00A0"), before + "%E3%80%80%C2%A0");
  EXPECT_EQ(named("医\xE5\x8C"), before + "医%E5%8C");
  EXPECT_EQ(named("\xFF"), before + "%FF");
  EXPECT_EQ(named(std::string("\0", 1)), before + "%00");
}

// Undoes the `%XX` of a name.
std::string read_back(std::string_view name) {
  std::string text;
  for (; !name.empty(); name.remove_prefix(1)) {
    if (name.front() != '%') {
      text += name.front();
      continue;
    }
    text += static_cast<char>(std::stoi(std::string(name.substr(1, 2)), nullptr, 16));
    name.remove_prefix(2);
  }
  return text;
}

TEST(AccountName, CanBeReadBack) {
  std::mt19937_64 engine(5);
  const std::vector<std::string> pieces{"a",  "%",      "%4",         "1",    ":",    " ",
                                        "医", "\u3000", "\U0002A6D6", "\xE5", "\x8C", "é"};
  for (int i = 0; i < 2'000; ++i) {
    std::string party;
    for (std::size_t count = 1 + engine() % 6; count > 0; --count) party += pieces[engine() % pieces.size()];
    const std::string name = named(party).substr(named("").size() + 1);
    EXPECT_EQ(read_back(name), party);
    EXPECT_EQ(name.find_first_of(" :;\t"), std::string::npos) << name;
    EXPECT_TRUE(is_utf8(name)) << name;
  }
}

TEST(Journal, BeginsWithWhatItIs) {
  std::string text = "what stood there\n";
  const Journal journal(text, Persons::left_out);
  EXPECT_TRUE(text.starts_with("what stood there\n; 一单账务日记账。"));
  EXPECT_TRUE(text.ends_with("\ncommodity CNY\n    format 1000.00 CNY\n"));
}

TEST(Journal, HasATransactionAFundAndDeclaresItsAccountsFirst) {
  EXPECT_EQ(body({bill()}, Persons::named), R"(
account liabilities:370600:employee-pooled:provider-payable:H1
account expenses:370600:employee-pooled:benefit-expense:basic
2023-03-06=2023-03-05 (S-1) settle
    liabilities:370600:employee-pooled:provider-payable:H1  -383.50 CNY
    expenses:370600:employee-pooled:benefit-expense:basic  383.50 CNY

account liabilities:370600:personal-account:provider-payable:H1
account liabilities:370600:personal-account:account-liability:P1
2023-03-06=2023-03-05 (S-1) settle
    liabilities:370600:personal-account:provider-payable:H1  -16.50 CNY
    liabilities:370600:personal-account:account-liability:P1  16.50 CNY
)");
}

TEST(Journal, DeclaresAnAccountOnce) {
  Recorded again = bill();
  again.rule_date.reset();
  again.reference.clear();
  again.kind = EventKind::reverse;
  const std::string twice = body({bill(), again}, Persons::named);
  EXPECT_EQ(twice.substr(body({bill()}, Persons::named).size()), R"(
2023-03-06 reverse
    liabilities:370600:employee-pooled:provider-payable:H1  -383.50 CNY
    expenses:370600:employee-pooled:benefit-expense:basic  383.50 CNY

2023-03-06 reverse
    liabilities:370600:personal-account:provider-payable:H1  -16.50 CNY
    liabilities:370600:personal-account:account-liability:P1  16.50 CNY
)");
}

TEST(Journal, NamesNoPersonUnlessItIsAsked) {
  Recorded recorded{370600, day("2023-03-06"), {}, EventKind::record, "a) b", {}};
  for (const std::string person : {"P1", "P2"}) {
    recorded.posting.move(kPooled, treasury_deposit, "", receipts_held, person, Money::yuan(3));
    recorded.posting.move(kPooled, receipts_held, person, person_payable, person, Money::yuan(1));
    recorded.posting.move(kAccounts, opening_balance, "", account_liability, person, Money::yuan(2));
  }
  EXPECT_EQ(body({recorded}, Persons::left_out), R"(
account assets:370600:employee-pooled:treasury-deposit
account liabilities:370600:employee-pooled:person-payable
account liabilities:370600:employee-pooled:receipts-held
2023-03-06 (a%29%20b) record
    assets:370600:employee-pooled:treasury-deposit  6.00 CNY
    liabilities:370600:employee-pooled:person-payable  -2.00 CNY
    liabilities:370600:employee-pooled:receipts-held  -4.00 CNY

account liabilities:370600:personal-account:account-liability
account equity:370600:personal-account:opening-balance
2023-03-06 (a%29%20b) record
    liabilities:370600:personal-account:account-liability  -4.00 CNY
    equity:370600:personal-account:opening-balance  4.00 CNY
)");
  EXPECT_NE(body({recorded}, Persons::named).find("receipts-held:P2  -2.00"), std::string::npos);
}

TEST(Journal, LeavesOutWhatOnlyMovesBetweenPersonsThatItDoesNotName) {
  Recorded recorded{370600, day("2023-03-06"), {}, EventKind::use, "", {}};
  recorded.posting.move(kAccounts, account_liability, "P1", account_liability, "P2", Money::yuan(1));
  EXPECT_EQ(body({recorded}, Persons::left_out), "");
  EXPECT_NE(body({recorded}, Persons::named), "");
}

}  // namespace
}  // namespace yidan::ledger
