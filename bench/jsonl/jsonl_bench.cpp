// From the text of a case to the text of its bill: parse, settle, print, no steps; what `yidan settle --jsonl` does.
// The limit is reading the same text as JSON and nothing else.

#include "base/json.h"
#include "bench/harness.h"
#include "exchange/session.h"
#include "testing/packs.h"

namespace {

using namespace yidan;  // NOLINT

constexpr std::size_t kCases = 20'000;
constexpr std::size_t kEncounters = 5;

std::string case_text(std::size_t number) {
  std::string text =
      R"({"format":"yidan.case/1","pool":"370800","person":{"id":"P)" + std::to_string(number) +
      R"(","born":"1970-01-01","sex":"M","coverage":[{"scheme":"resident","status":"adult","from":"2020-01-01"}],)"
      R"("identities":[{"category":"minimum-living","from":"2022-01-01"}]},"encounters":[)";
  for (std::size_t i = 0; i < kEncounters; ++i) {
    const std::string month = "0" + std::to_string(i + 2);
    text += (i == 0 ? "" : ",") +
            (R"({"id":"E)" + std::to_string(i) + R"(","care":"inpatient","admitted":"2023-)" + month +
             R"(-01","date":"2023-)" + month + R"(-12","provider":{"id":"H1","region":"370800","level":)" +
             std::to_string(1 + (number + i) % 3) + R"(,"designated":["inpatient"]},"lines":[{"class":"A","amount":")" +
             std::to_string(3000 + (number * 7 + i * 131) % 20'000) +
             R"(.50"},{"class":"B","amount":"800.00","self_pay_first":"10%"},{"class":"C","amount":"65.00"}]})");
  }
  return text + "]}";
}

}  // namespace

int main() {
  const policy::Policy& policy = testing::shipped_policy();
  std::vector<std::string> lines;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < kCases; ++i) {
    lines.push_back(case_text(i));
    bytes += lines.back().size();
  }
  exchange::Session session(policy, {Language::zh, exchange::StepDetail::none, json::Writer::Style::compact},
                            exchange::Form::json);
  std::string out;
  for (const std::string& line : lines) {
    bench::require(session.settle(line, out) == exchange::Outcome::settled, "a case is rejected");
  }
  std::printf("%zu cases, %zu encounters, %.1f MB in, %.1f MB out\n", kCases, kCases * kEncounters,
              static_cast<double>(bytes) / 1e6, static_cast<double>(out.size()) / 1e6);
  json::Document document;
  bench::compare("JSONL, encounters parsed, settled, printed", static_cast<double>(kCases * kEncounters),
                 {{"reading the JSON alone",
                   [&] {
                     for (const std::string& line : lines) bench::require(document.parse(line).has_value(), "JSON");
                   }},
                  {"yidan, case to bill",
                   [&] {
                     for (const std::string& line : lines) {
                       out.clear();
                       (void)session.settle(line, out);
                     }
                   }}},
                 5);
  return 0;
}
