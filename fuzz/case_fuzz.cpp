// Any bytes as a case: never a crash, never parts that do not add up, always an answer.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "exchange/session.h"
#include "testing/packs.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace yidan;  // NOLINT
  static exchange::Session json(testing::shipped_policy(),
                                {Language::en, exchange::StepDetail::full, json::Writer::Style::compact},
                                exchange::Form::json);
  static exchange::Session text(testing::shipped_policy(),
                                {Language::zh, exchange::StepDetail::full, json::Writer::Style::compact},
                                exchange::Form::text);
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  std::string out;
  const auto outcome = json.settle(input, out);
  if (out.empty() || out.back() != '\n') std::abort();
  json::Document written;
  if (!written.parse(out)) std::abort();
  std::string page;
  if (text.settle(input, page) != outcome) std::abort();
  return 0;
}
