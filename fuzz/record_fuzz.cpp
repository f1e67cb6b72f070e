// Any bytes as a record, and as a case with applications: never a crash, always an answer, and the same outcome in
// both forms. Cover and gaps follow each other without hole or overlap, the account's balance is the sum of its
// entries, and what an application pays is the sum of its bills within its limit.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "benefit/settle.h"
#include "exchange/assistance_session.h"
#include "exchange/case_reader.h"
#include "exchange/case_standing.h"
#include "exchange/record_reader.h"
#include "exchange/standing_session.h"
#include "testing/packs.h"

namespace {

using namespace yidan;  // NOLINT

void require(bool holds) {
  if (!holds) std::abort();
}

void check_answer(const std::string& answer, const std::string& page) {
  require(!answer.empty() && answer.back() == '\n');
  json::Document written;
  require(written.parse(answer).has_value());
  require(!page.empty());
}

void check_line_of_time(const standing::Standing& standing) {
  std::vector<Period> line;
  for (const auto& cover : standing.cover) line.push_back(cover.period);
  for (const auto& gap : standing.gaps) line.push_back(gap.period);
  std::ranges::sort(line, {}, &Period::from);
  for (std::size_t i = 0; i < line.size(); ++i) {
    require(line[i].from < line[i].to);
    require(i == 0 || line[i - 1].to == line[i].from);
  }
  require(line.empty() || standing.died.value_or(standing.as_of) < line.back().to);
}

void check_account(const standing::Account& account) {
  Money balance = account.opening;
  for (const auto& entry : account.entries) {
    if (entry.kind == standing::AccountEntry::Kind::credit) balance += entry.amount;
    if (entry.kind == standing::AccountEntry::Kind::debit) balance -= entry.amount;
    require(balance >= Money{});
  }
  require(balance == account.balance);
}

void check_record(std::string_view input) {
  json::Document document;
  const auto value = exchange::parse(document, input, 1);
  if (!value) return;
  const auto record = exchange::read_record(**value, testing::shipped_policy());
  if (!record) return;
  const auto& pool = *testing::shipped_policy().find(record->pool);
  const auto standing = standing::derive(pool, *record, standing::as_of(*record));
  if (!standing) return;
  check_line_of_time(*standing);
  check_account(standing->account);
}

void check_grant(const assistance::Application& application) {
  Money paid;
  for (const auto& bill : application.bills) {
    require(!bill.reason || bill.result.paid == Money{});
    paid += bill.result.paid;
  }
  require(paid == application.paid);
  require(!application.rules.has_cap || paid <= application.rules.cap);
  require(application.refusal.has_value() == application.window.empty());
}

void check_case(std::string_view input) {
  json::Document document;
  const auto value = exchange::parse(document, input, 1);
  if (!value) return;
  auto read = exchange::read_case(**value, testing::shipped_policy());
  if (!read || !read->record) return;
  const auto& pool = *testing::shipped_policy().find(read->pool);
  const auto facts = exchange::with_standing(pool, std::move(*read));
  if (!facts) return;
  const auto bills = benefit::settle_case(pool, *facts, benefit::Recording::none);
  const auto applications = assistance::decide(pool, *facts->record, *facts, bills);
  if (!applications) return;
  for (const auto& each : *applications) check_grant(each);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static exchange::StandingSession standing(testing::shipped_policy(), {.language = Language::en},
                                            exchange::Form::json);
  static exchange::StandingSession standing_page(testing::shipped_policy(), {.language = Language::zh},
                                                 exchange::Form::text);
  static exchange::AssistanceSession assistance(testing::shipped_policy(), {.language = Language::zh},
                                                exchange::Form::json);
  static exchange::AssistanceSession assistance_page(testing::shipped_policy(), {.language = Language::en},
                                                     exchange::Form::text);
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  std::string answer;
  std::string page;
  require(standing.derive(input, answer) == standing_page.derive(input, page));
  check_answer(answer, page);
  answer.clear();
  page.clear();
  require(assistance.assist(input, answer) == assistance_page.assist(input, page));
  check_answer(answer, page);
  check_record(input);
  check_case(input);
  return 0;
}
