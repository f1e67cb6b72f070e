// Any messages of the national interface, a line each: never a crash; every answer is an envelope with infcode 0 or -1,
// and a failure says in Chinese what is wrong, and for programs code, place and faults. The same message again is
// answered the same.
//
// @PERSON@, @VISIT@ and @SETTLEMENT@ stand for the last such number that was answered.

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "base/json_canonical.h"
#include "contract/answer.h"
#include "fuzz/office.h"
#include "national/gate.h"

namespace {

using namespace yidan;  // NOLINT
using fuzz::require;

// Numbers that came back, by the name of the field.
class Numbers {
 public:
  [[nodiscard]] std::string put_into(std::string_view message) const {
    std::string text(message);
    for (const auto& [mark, number] : numbers_) {
      for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += number.size()) {
        text.replace(at, mark.size(), number);
      }
    }
    return text;
  }
  void learn_from(const std::string& answer) {
    learn(answer, R"("psn_no":")", "@PERSON@");
    learn(answer, R"("mdtrt_id":")", "@VISIT@");
    learn(answer, R"("setl_id":")", "@SETTLEMENT@");
  }

 private:
  void learn(const std::string& answer, std::string_view before, std::string_view mark) {
    const std::size_t at = answer.find(before);
    if (at == std::string::npos) return;
    const std::size_t from = at + before.size();
    numbers_[mark] = answer.substr(from, answer.find('"', from) - from);
  }
  std::map<std::string_view, std::string> numbers_;
};

// Whether it was accepted.
bool check(const national::Answered& answered) {
  if (answered.is_file) return true;
  json::Document document;
  const auto answer = document.parse(answered.text);
  require(answer && (*answer)->kind == json::Kind::object);
  const json::Value* code = json::find(**answer, "infcode");
  require(code != nullptr && (code->text == "0" || code->text == "-1"));
  if (code->text == "0") return true;
  require(!json::text_in(**answer, "err_msg").empty());
  const std::string_view word = json::text_in(**answer, "code");
  require(std::ranges::find(contract::kErrorWords, word, &Word::code) != contract::kErrorWords.end());
  require(word != code_of(ErrorCode::damaged) && word != code_of(ErrorCode::unavailable));
  const json::Value* faults = json::find(**answer, "faults");
  require(faults != nullptr && !faults->items().empty());
  return false;
}

// The parts of an answer that do not tell when it was given.
std::string lasting(const std::string& text) {
  json::Document document;
  const auto answer = document.parse(text);
  const json::Value* output = answer ? json::find(**answer, "output") : nullptr;
  return output == nullptr ? std::string() : json::canonical(*output);
}

// One input: the office is opened anew when the one before has changed anything.
class Hospital {
 public:
  bool send(std::string_view message) {
    if (!office_) office_.emplace();
    const std::string text = numbers_.put_into(message);
    const national::Answered first = answer(text);
    const bool accepted = check(first);
    numbers_.learn_from(first.text);
    if (accepted) require(repeats(text, first));
    return accepted;
  }
  void end() {
    if (office_ && office_->has_changed()) office_.reset();
    numbers_ = {};
  }

 private:
  national::Answered answer(const std::string& text) {
    const operations::Caller caller(office_->desk(), "fuzz");
    return national::answer(
        {.caller = caller, .policy = testing::shipped_policy(), .now = office_->next_instant(), .text = text});
  }
  bool repeats(const std::string& text, const national::Answered& first) {
    const national::Answered again = answer(text);
    (void)check(again);
    return !changes_books(text) || lasting(again.text) == lasting(first.text);
  }
  static bool changes_books(std::string_view text) { return text.contains(R"("2207")") || text.contains(R"("2304")"); }

  std::optional<fuzz::Office> office_;
  Numbers numbers_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Hospital hospital;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  constexpr int most_messages = 12;
  for (int count = 0; count < most_messages && !rest.empty(); ++count) {
    const std::size_t end = rest.find('\n');
    hospital.send(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  hospital.end();
  return 0;
}
