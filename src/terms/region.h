// A region of GB/T 2260: where people live, where institutions stand, and what is pooled together.
#pragma once

#include <cstdint>
#include <string>

namespace yidan {

// Six digits; the first two are the province, the first four the pooling city.
class Region {
 public:
  constexpr Region() = default;
  constexpr explicit Region(std::int32_t code) : code_(code) {}

  [[nodiscard]] constexpr bool known() const { return code_ != 0; }
  [[nodiscard]] constexpr std::int32_t code() const { return code_; }
  [[nodiscard]] constexpr std::int32_t province() const { return code_ / 10000; }
  [[nodiscard]] constexpr std::int32_t city() const { return code_ / 100; }
  [[nodiscard]] constexpr bool is_county() const { return code_ % 100 != 0; }
  // A code that ends in 0000 or 00 stands for everything below it.
  [[nodiscard]] constexpr bool covers(Region other) const {
    if (code_ % 10000 == 0) return province() == other.province();
    if (code_ % 100 == 0) return city() == other.city();
    return code_ == other.code_;
  }
  auto operator<=>(const Region&) const = default;

 private:
  std::int32_t code_ = 0;
};

// "370600".
[[nodiscard]] std::string to_text(Region region);

}  // namespace yidan
