// Stand-ins in the place of identity numbers in what is stored, and the numbers back in their place.
//
// A number counts where it stands alone between two marks (a quote, a slash, an end of the text), so that it is found
// as a string of JSON ("370602…"), as the owner of an account (370602…/spouse) and as a part of a key that was made of
// it (370600/370602…/settle/E1). There "~" and the letters of the stand-in are written. A text that has "~" after a
// mark of its own is given a second one. So whatever the texts are, `completed` gives back what `substituted` was
// given, to the byte. What stands otherwise (a number within a sentence) is left as it is.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "store/stand_in.h"

namespace yidan::store {

// An identity number with the ways in which texts spell it.
class Number {
 public:
  Number(const Subject& subject, const StandIn& stand_in);

  [[nodiscard]] const StandIn& stand_in() const { return stand_in_; }
  // Within JSON; as a part of a key, where "/" and "%" are spelled "%2F" and "%25". Mostly they are the same.
  [[nodiscard]] const std::string& plain() const { return plain_; }
  [[nodiscard]] const std::string& in_key() const { return in_key_; }
  // What is stored in their place.
  [[nodiscard]] const std::string& mark() const { return mark_; }
  [[nodiscard]] const std::string& mark_in_key() const { return mark_in_key_; }

 private:
  StandIn stand_in_;
  std::string plain_;
  std::string in_key_;
  std::string mark_;
  std::string mark_in_key_;
};

[[nodiscard]] std::string substituted(std::string_view text, std::span<const Number> numbers);

// The number behind a stand-in; null when there is none.
using NumberOf = std::function<const Number*(const StandIn&)>;
[[nodiscard]] std::string completed(std::string text, const NumberOf& number_of);

}  // namespace yidan::store
