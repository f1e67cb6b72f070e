#include "service/asked.h"

#include <algorithm>
#include <charconv>

namespace yidan::service {

std::string_view Asked::value(std::string_view name) const {
  const auto found = std::ranges::find(values, name, [](const auto& each) { return each.first; });
  return found == values.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<Date> Asked::day(std::string_view name) const {
  if (!has(name)) return std::nullopt;
  const auto day = parse_date(value(name));
  return day ? std::optional(*day) : std::nullopt;
}

std::optional<Instant> Asked::instant(std::string_view name) const {
  if (!has(name)) return std::nullopt;
  const auto instant = parse_instant(value(name));
  return instant ? std::optional(*instant) : std::nullopt;
}

std::int64_t Asked::number(std::string_view name, std::int64_t otherwise) const {
  const std::string_view text = value(name);
  std::int64_t number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace yidan::service
