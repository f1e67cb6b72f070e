// What stands for a subject, and for the key of a request, wherever the database would need the thing itself: 128 bits
// of a keyed hash. From a stand-in nobody finds the number without the key and the table of subjects.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "store/store.h"

namespace yidan::store {

struct StandIn {
  static constexpr std::size_t kSize = 16;
  static constexpr std::size_t kLetters = 22;

  KeyedDigest::Bytes bytes{};

  auto operator<=>(const StandIn&) const = default;
  [[nodiscard]] std::string_view raw() const { return {bytes.data(), bytes.size()}; }
};

// REQUIRES: `kSize` bytes, as `raw` gives them.
[[nodiscard]] StandIn stand_in_of(std::string_view raw);

// As `kLetters` letters of an alphabet that needs no escape anywhere (base64url), and back.
[[nodiscard]] std::string to_text(const StandIn& stand_in);
[[nodiscard]] std::optional<StandIn> parse_stand_in(std::string_view text);

// Gives stand-ins; made from the key that the books keep as a setting.
class Identity {
 public:
  explicit Identity(std::string_view key) : digest_(key) {}

  [[nodiscard]] StandIn of(const Subject& subject) const;
  [[nodiscard]] StandIn of_key(std::string_view request_key) const;

 private:
  KeyedDigest digest_;
};

}  // namespace yidan::store
