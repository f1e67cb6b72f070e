// A request as its route's handler gets it: matched, its parameters checked.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/rights.h"
#include "base/result.h"
#include "calendar/date.h"
#include "calendar/instant.h"
#include "http/message.h"
#include "operations/permission.h"
#include "operations/signers.h"

namespace yidan::service {

struct Route;

struct Asked {
  const Route* route = nullptr;
  const http::Request* request = nullptr;
  std::vector<std::pair<std::string_view, std::string>> values{};  // of path and query, by name
  std::string key{};                                               // the Idempotency-Key
  std::shared_ptr<const access::Rights> rights{};                  // of who is logged in; null: everything
  std::shared_ptr<const operations::Signer> signer{};  // of the institution that asks; null: no institution does
  bool is_signed = false;                              // by its headers, and rightly
  operations::Trail* trail = nullptr;
  std::string request_number{};
  Language language = Language::zh;

  // The value of a parameter; empty where it was not given.
  [[nodiscard]] std::string_view value(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const { return !value(name).empty(); }
  // REQUIRES for all of these: the parameter is of that kind by the route's table, where it was checked.
  [[nodiscard]] std::optional<Date> day(std::string_view name) const;
  [[nodiscard]] std::optional<Instant> instant(std::string_view name) const;
  [[nodiscard]] bool flag(std::string_view name) const { return value(name) == "true"; }
  [[nodiscard]] std::int64_t number(std::string_view name, std::int64_t otherwise) const;
};

}  // namespace yidan::service
