// What the registers say of the institution that an encounter names, beside what the encounter says itself.
//
// The books keep it with the encounter, as the member `registered` of its provider, so that a bill is settled again as
// it was told, whatever becomes of the registers. It is no member that anybody may send.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "contract/fault.h"
#include "exchange/request.h"

namespace yidan::exchange {

// A member that is absent is left to the encounter.
struct RegisteredProvider {
  std::optional<int> level;
  Region region;
  std::optional<WordSet<Designation>> designated;
  std::array<WordSet<Designation>, count_of<Scheme>> withheld{};

  [[nodiscard]] bool empty() const;
};

void apply(const RegisteredProvider& registered, Provider& provider);

// An encounter as it was sent, in canonical form. REQUIRES: its text outlives it.
class SentEncounter {
 public:
  explicit SentEncounter(std::string_view content);

  // Null when it has none, or one that has been completed before.
  [[nodiscard]] const json::Value* provider() const { return provider_; }
  // The text of a member of the encounter that is a string; else empty.
  [[nodiscard]] std::string_view text(std::string_view member) const;

  // REQUIRES, of both: there is a provider. The canonical text with what is registered in it.
  [[nodiscard]] std::string with(const RegisteredProvider& registered) const;
  // What that says, judged like any other content; `place` is where it stands in what was sent.
  [[nodiscard]] Result<Content> read_with(const RegisteredProvider& registered, const std::string& place,
                                          Region pool) const;

 private:
  template <class Use>
  auto used_with(const RegisteredProvider& registered, Use use) const;

  json::Document document_;
  const json::Value* value_ = nullptr;
  const json::Value* provider_ = nullptr;
};

// The text of an encounter as it was sent, without what is registered in it.
[[nodiscard]] std::string without_registered(std::string_view content);

// The encounter, with what is registered in the place of what it does not say. Throws Fault.
[[nodiscard]] Encounter read_registered_encounter(const json::Value& value, const contract::Path& path, Region pool,
                                                  bool kept);

}  // namespace yidan::exchange
