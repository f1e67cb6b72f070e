// Which route a request asks for, and whether its parameters are what the route takes.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/target.h"
#include "service/route.h"

namespace yidan::service {

class Matching {
 public:
  explicit Matching(std::span<const Route> routes);

  struct Found {
    const Route* route = nullptr;
    std::vector<std::pair<std::string_view, std::string>> values{};  // of the path, by name
    std::vector<std::string_view> methods{};  // without a route: those that the path takes; none: there is no such path
  };
  // HEAD asks as GET does.
  [[nodiscard]] Found find(std::string_view method, const http::Target& target) const;

 private:
  struct Pattern {
    const Route* route;
    std::vector<std::string_view> segments;
    bool takes_rest = false;
  };
  std::vector<Pattern> patterns_;
};

// Adds those of the query to the values. Errors: `unknown_key`, `duplicate_key`, `missing`, `invalid_value`, each with
// the place "query.NAME".
[[nodiscard]] Result<void> read_query(const Route& route, const http::Target& target,
                                      std::vector<std::pair<std::string_view, std::string>>& values);

}  // namespace yidan::service
