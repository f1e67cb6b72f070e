// What is said to a person, in the language that was asked for.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include "base/result.h"
#include "terms/word.h"

namespace yidan {

[[nodiscard]] inline std::string say(Language language, std::string_view zh, std::string_view en) {
  return std::string(language == Language::zh ? zh : en);
}

// The name of a word.
template <class E>
  requires std::is_enum_v<E>
[[nodiscard]] std::string say(Language language, E value) {
  return say(language, word(value).zh, word(value).en);
}

// Says everything in one language: what writes a page for people is one.
class Speaker {
 public:
  explicit Speaker(Language language) : language_(language) {}

  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] std::string say(std::string_view zh, std::string_view en) const {
    return yidan::say(language_, zh, en);
  }
  template <class E>
  [[nodiscard]] std::string say(E value) const {
    return yidan::say(language_, value);
  }

 private:
  Language language_;
};

}  // namespace yidan
