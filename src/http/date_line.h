// The day and time of an answer, as HTTP writes them: "Sat, 28 Nov 2026 12:10:40 GMT" (RFC 9110, 5.6.7).
#pragma once

#include <chrono>
#include <string>

namespace yidan::http {

[[nodiscard]] std::string date_line(std::chrono::sys_seconds instant);

}  // namespace yidan::http
