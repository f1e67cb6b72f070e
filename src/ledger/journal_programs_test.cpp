// hledger and ledger, which know nothing of ours, read a random journal and reckon the balance of every account: it
// is the sum of our postings, to the fen. Both are run with their strict checks; both have to be installed.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>

#include <gtest/gtest.h>

#include "base/csv.h"
#include "ledger/journal.h"

namespace yidan::ledger {
namespace {

namespace fs = std::filesystem;

// Balance by account, without those that are zero.
using Balances = std::map<std::string, Money>;

constexpr std::array kPools{370600, 370800, 371300};
const std::vector<std::string> kParties{
    "",
    "H1",
    "H2",
    "烟台市人民医院",
    "P 1",
    "two  blanks",
    " before",
    "after ",
    "a:b",
    "a;b",
    "(round)",
    "[square]",
    "{curly}",
    "<angle>",
    "~",
    "*",
    "!",
    "=2023-01-01",
    "@ 1 CNY",
    "\ttab",
    "line\nend",
    "\"quoted\"",
    "it's",
    "%41",
    "100%",
    "\u3000",
    "\u00A0\u00A0x",
    "\u2028",
    "\u0085",
    "医；院",
    "\xFF\xFE",
    "\xE5\x8C",
    "-1.00 CNY",
    "include",
    ":",
    "A,B",
    "$",
    "#tag",
    "|",
    "\\",
    "丅丠",
    "a/b",
    "\x7F",
    "\x1B[0m",
};

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(engine_); }
  template <class Items>
  const auto& one_of(const Items& items) {
    return items[below(items.size())];
  }
  template <class E>
  E any() {
    return static_cast<E>(below(count_of<E>));
  }
  // One of the odd ones, or two of them in one.
  std::string party() { return one_of(kParties) + (below(3) == 0 ? one_of(kParties) : ""); }
  // Small and great, of either sign.
  Money amount() {
    constexpr std::array<std::int64_t, 4> most{100, 100'000, 1'000'000'000, 1'000'000'000'000'000};
    const std::int64_t end = one_of(most);
    return Money::fen(std::uniform_int_distribution<std::int64_t>(-end, end)(engine_));
  }

 private:
  std::mt19937_64 engine_;
};

Recorded random_posting(Chance& chance, int number) {
  Recorded recorded;
  recorded.pool = chance.one_of(kPools);
  recorded.on = Date::from_days(19'000 + number / 3);
  if (chance.below(2) == 0) recorded.rule_date = Date::from_days(18'000 + static_cast<int>(chance.below(1'000)));
  recorded.kind = chance.any<EventKind>();
  recorded.reference = chance.party();
  for (std::size_t moves = 1 + chance.below(4); moves > 0; --moves) {
    recorded.posting.move(chance.any<Fund>(), chance.any<LedgerAccount>(), chance.party(), chance.any<LedgerAccount>(),
                          chance.party(), chance.amount());
  }
  if (chance.below(4) == 0) {
    recorded.posting.pass(Route::account_credit, Fund::employee_pooled, LedgerAccount::account_credit, "",
                          Fund::personal_account, LedgerAccount::account_liability, chance.party(), chance.amount());
  }
  return recorded;
}

std::vector<Recorded> random_postings(std::uint64_t seed, int count) {
  Chance chance(seed);
  std::vector<Recorded> postings;
  postings.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) postings.push_back(random_posting(chance, i));
  return postings;
}

bool is_of_a_person(LedgerAccount account) {
  using enum LedgerAccount;
  return account == person_payable || account == account_liability || account == receipts_held;
}

Balances reckon(const std::vector<Recorded>& postings, Persons persons) {
  Balances balances;
  for (const Recorded& recorded : postings) {
    for (auto [place, amount] : recorded.posting.entries()) {
      if (persons == Persons::left_out && is_of_a_person(place.account)) place.party.clear();
      balances[account_name(recorded.pool, place)] += amount;
    }
  }
  std::erase_if(balances, [](const auto& each) { return each.second.is_zero(); });
  return balances;
}

class File {
 public:
  explicit File(const std::string& text) {
    std::string name = (fs::temp_directory_path() / "yidan-journal-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder: " + name);
    folder_ = name;
    std::ofstream(path(), std::ios::binary) << text;
  }
  ~File() { fs::remove_all(folder_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  [[nodiscard]] std::string path() const { return (folder_ / "books.journal").string(); }

 private:
  fs::path folder_;
};

// What a program prints, complaints included; the test fails when it is not installed or not content.
std::string output_of(const std::string& command) {
  FILE* pipe = popen(("{ export LC_ALL=C.UTF-8; " + command + "; } 2>&1").c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
  std::string text;
  std::array<char, 4096> block{};
  for (std::size_t size = 1; size > 0;) {
    size = std::fread(block.data(), 1, block.size(), pipe);
    text.append(block.data(), size);
  }
  EXPECT_EQ(pclose(pipe), 0) << command << "\n" << text;
  return text;
}

Money amount_in(std::string text) {
  constexpr std::string_view unit = " CNY";
  if (text.ends_with(unit)) text.resize(text.size() - unit.size());
  const bool negative = text.starts_with('-');
  const auto amount = parse_money(negative ? std::string_view(text).substr(1) : text);
  EXPECT_TRUE(amount) << text;
  return negative ? Money{} - amount.value_or(Money{}) : amount.value_or(Money{});
}

// Rows of account and amount; a heading has no amount.
Balances read_rows(const std::string& text) {
  Balances balances;
  csv::Reader reader;
  reader.push(text);
  reader.finish();
  while (const auto row = reader.next()) {
    if (row->fault || row->fields.size() != 2) {
      ADD_FAILURE() << "no row of two fields: " << row->raw;
      continue;
    }
    const std::string account(row->fields[0]);
    if (account == "account") continue;
    EXPECT_FALSE(balances.contains(account)) << account;
    balances[account] = amount_in(std::string(row->fields[1]));
  }
  return balances;
}

void expect_same(const Balances& found, const Balances& expected, const std::string& program) {
  EXPECT_EQ(found.size(), expected.size()) << program;
  for (const auto& [account, amount] : expected) {
    const auto at = found.find(account);
    ASSERT_NE(at, found.end()) << program << " has no " << account;
    EXPECT_EQ(to_text(at->second), to_text(amount)) << program << ": " << account;
  }
}

void expect_both_agree(const std::vector<Recorded>& postings, Persons persons) {
  std::string text;
  Journal journal(text, persons);
  for (const Recorded& recorded : postings) journal.write(recorded);
  const File file(text);
  const Balances expected = reckon(postings, persons);
  EXPECT_GT(expected.size(), 50U);

  EXPECT_EQ(output_of("hledger -f " + file.path() + " check --strict ordereddates"), "");
  expect_same(read_rows(output_of("hledger -f " + file.path() + " balance --flat -N -O csv")), expected, "hledger");
  expect_same(read_rows(output_of("ledger --pedantic -f " + file.path() +
                                  R"( balance --flat --no-total --format '%(account),%(amount)\n')")),
              expected, "ledger");
}

TEST(JournalPrograms, ReckonTheBalancesThatWeReckon) {
  for (const std::uint64_t seed : {1U, 2U}) expect_both_agree(random_postings(seed, 400), Persons::named);
}

TEST(JournalPrograms, ReckonThemWithoutPersonsToo) {
  for (const std::uint64_t seed : {3U, 4U}) expect_both_agree(random_postings(seed, 400), Persons::left_out);
}

TEST(JournalPrograms, RefuseWhatIsNotBalanced) {
  Recorded recorded{370600, Date::from_days(19'000), {}, EventKind::settle, "S-1", {}};
  recorded.posting.add({Fund::assistance, LedgerAccount::person_payable, "P1", {}}, Money::fen(-1));
  std::string text;
  Journal(text, Persons::named).write(recorded);
  const File file(text);
  for (const char* program : {"hledger", "ledger"}) {
    const std::string found = output_of("! " + std::string(program) + " -f " + file.path() + " balance");
    EXPECT_NE(found.find("balance"), std::string::npos) << program << ": " << found;
  }
}

}  // namespace
}  // namespace yidan::ledger
