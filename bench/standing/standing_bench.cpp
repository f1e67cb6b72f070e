// From the text of a record to the text of its standing: ten events each; what `yidan standing --jsonl` does with a
// line. The limit is reading the same text as JSON and nothing else. A million standings are to take 20 seconds.

#include "base/json.h"
#include "bench/harness.h"
#include "exchange/record_reader.h"
#include "exchange/standing_session.h"
#include "testing/packs.h"

namespace {

using namespace yidan;  // NOLINT

constexpr std::size_t kRecords = 60'000;

// Joins events in the order of the list.
std::string record(std::size_t number, const char* pool, const std::vector<std::string>& events) {
  std::string text = R"({"format":"yidan.record/1","pool":")" + std::string(pool) +
                     R"(","as_of":"2023-12-31","person":{"id":"P)" + std::to_string(number) + R"(","born":"19)" +
                     std::to_string(50 + number % 45) + R"(-03-07","sex":")" + (number % 2 == 0 ? "M" : "F") +
                     R"("},"events":[)";
  for (std::size_t i = 0; i < events.size(); ++i) text += (i == 0 ? "" : ",") + events[i];
  return text + "]}";
}

std::string money(std::size_t yuan) { return "\"" + std::to_string(yuan) + ".00\""; }

// A resident who takes a job, leaves it and retires.
std::string life(std::size_t number) {
  return record(number, "370600",
                {R"({"event":"enrol","on":"2021-11-03","scheme":"resident","status":"adult","insured_year":2022})",
                 R"({"event":"pay","on":"2022-03-15","insured_year":2022,"amount":"320.00"})",
                 R"({"event":"identity","on":"2022-05-20","category":"minimum-living","from":"2022-05-01"})",
                 R"({"event":"employ","on":"2023-02-01","employer":"U1","employer_kind":"enterprise","monthly_wage":)" +
                     money(3000 + number % 9000) + "}",
                 R"({"event":"pay","on":"2023-02-25","month":"2023-02","amount":"540.00"})",
                 R"({"event":"account-use","on":"2023-08-02","amount":"58.00","use":"pharmacy","for":"spouse"})",
                 R"({"event":"leave","on":"2023-09-30","employer":"U1"})", R"({"event":"retire","on":"2023-10-01"})",
                 R"({"event":"deemed","on":"2023-10-08","months":)" + std::to_string(120 + number % 240) +
                     R"(,"recognised":"2023-10-08"})",
                 R"({"event":"account-use","on":"2023-11-02","amount":"99.00","use":"outpatient","for":"self"})"});
}

// Years of resident premiums, late and in time.
std::string resident(std::size_t number) {
  std::vector<std::string> events{
      R"({"event":"enrol","on":"2019-11-03","scheme":"resident","status":"adult","insured_year":2020})",
      R"({"event":"identity","on":"2020-05-20","category":"destitute","from":"2020-05-01","to":"2021-05-01"})",
      R"({"event":"identity","on":"2021-05-20","category":"monitored","from":"2021-05-01"})"};
  for (const char* year : {"2020", "2021", "2022", "2023"}) {
    const std::string month = number % 3 == 0 ? "-07-0" : "-01-0";
    for (const char* day : {"1", "2"}) {
      if (events.size() == 10) break;
      events.push_back(R"({"event":"pay","on":")" + (year + month) + day + R"(","insured_year":)" + year +
                       R"(,"amount":)" + money(100 + number % 300) + "}");
    }
  }
  return record(number, "371700", events);
}

// Months paid one by one.
std::string employee(std::size_t number) {
  std::vector<std::string> events{
      R"({"event":"employ","on":"2023-01-10","employer":"U2","employer_kind":"institution","monthly_wage":)" +
      money(4000 + number % 20'000) + "}"};
  for (int month = 1; month <= 9; ++month) {
    const std::string named = "2023-0" + std::to_string(month);
    events.push_back(R"({"event":"pay","on":")" + named + R"(-25","month":")" + named + R"(","amount":"540.00"})");
  }
  return record(number, "371300", events);
}

std::string text_of(std::size_t number) {
  return number % 3 == 0 ? life(number) : number % 3 == 1 ? resident(number) : employee(number);
}

}  // namespace

int main() {
  const policy::Policy& policy = testing::shipped_policy();
  std::vector<std::string> lines;
  std::vector<Record> records;
  json::Document document;
  for (std::size_t i = 0; i < kRecords; ++i) {
    lines.push_back(text_of(i));
    const auto value = document.parse(lines.back());
    bench::require(value.has_value(), "JSON");
    auto record = exchange::read_record(**value, policy);
    bench::require(record && record->events.size() == 10, "a record is rejected");
    records.push_back(std::move(*record));
  }
  std::string out;
  const auto derive_all = [&](bool sentences) {
    exchange::StandingSession session(policy, {Language::zh, sentences, json::Writer::Style::compact},
                                      exchange::Form::json);
    for (const std::string& line : lines) {
      out.clear();
      bench::require(session.derive(line, out) == exchange::Outcome::settled, "a record is rejected");
    }
  };
  std::size_t found = 0;
  bench::compare("standings of ten events", static_cast<double>(kRecords),
                 {{"reading the JSON alone",
                   [&] {
                     for (const std::string& line : lines) bench::require(document.parse(line).has_value(), "JSON");
                   }},
                  {"yidan, derive alone",
                   [&] {
                     for (const Record& record : records) {
                       const policy::Pool& pool = *policy.find(record.pool);
                       found += standing::derive(pool, record, standing::as_of(record))->cover.size();
                     }
                   }},
                  {"yidan, record to standing, no sentences", [&] { derive_all(false); }},
                  {"yidan, record to standing, sentences", [&] { derive_all(true); }}},
                 5);
  bench::require(found > 0, "nobody is covered");
  return 0;
}
