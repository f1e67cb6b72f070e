// The first program that kept books: what it made is made again as it made it.
#pragma once

#include <string_view>

namespace yidan::books {

inline constexpr std::string_view kFirstProgram = "0.3.0";

}  // namespace yidan::books
