#include "policy/sentence.h"

#include "base/decimal.h"

namespace yidan::policy {
namespace {

std::string plain(std::int64_t number) {
  std::string out;
  decimal::append(out, number, 0);
  return out;
}

}  // namespace

std::string to_text(const Argument& argument, Language language) {
  switch (argument.kind) {
    case Argument::Kind::money:
      return to_text(Money::fen(argument.number));
    case Argument::Kind::rate:
      return to_text(Rate::ppm(static_cast<std::int32_t>(argument.number)));
    case Argument::Kind::points: {
      std::string points = to_text(Rate::ppm(static_cast<std::int32_t>(argument.number)));
      points.pop_back();
      return points;
    }
    case Argument::Kind::date:
      return to_text(Date::from_days(static_cast<std::int32_t>(argument.number)));
    case Argument::Kind::month:
      return to_text(Month::from_index(static_cast<std::int32_t>(argument.number)));
    case Argument::Kind::count:
      return plain(argument.number);
    case Argument::Kind::word:
      return std::string(language == Language::zh ? argument.word->zh : argument.word->en);
    case Argument::Kind::nothing:
      break;
  }
  return {};
}

void fill(std::string& out, std::string_view sentence, std::span<const Argument> arguments, Language language) {
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (sentence[i] != '{') {
      out += sentence[i];
      continue;
    }
    ensure(i + 2 < sentence.size() && sentence[i + 2] == '}', "a slot of a sentence is one digit in braces");
    const auto slot = static_cast<std::size_t>(sentence[i + 1] - '0');
    ensure(slot < arguments.size(), "every slot of a sentence has an argument");
    out += to_text(arguments[slot], language);
    i += 2;
  }
}

}  // namespace yidan::policy
