// The target of a request, "/v1/pools/370600?on=2023-03-05", taken apart and decoded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace yidan::http {

struct Target {
  std::vector<std::string> segments;                       // "v1", "pools", "370600"; of "/" none
  std::vector<std::pair<std::string, std::string>> query;  // in the order in which they stand
};

// Absent for what is no path from the root, or has an escape that is none, a byte that is no UTF-8 or a NUL in it.
// `.` and `..` are segments like any other: nothing here is a file.
[[nodiscard]] std::optional<Target> read_target(std::string_view written);

// "a b/c" as one segment of a path: "a%20b%2Fc".
[[nodiscard]] std::string encoded(std::string_view segment);

}  // namespace yidan::http
