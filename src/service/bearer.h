// The token by which a request says who asks: "Authorization: Bearer yt_…".
#pragma once

#include <string_view>

#include "http/message.h"

namespace yidan::service {

// Empty when there is none.
[[nodiscard]] inline std::string_view bearer_token(const http::Request& request) {
  constexpr std::string_view scheme = "Bearer ";
  const std::string_view written = request.header("Authorization");
  return written.starts_with(scheme) ? written.substr(scheme.size()) : std::string_view();
}

}  // namespace yidan::service
