// The members of one JSON object, each put to the field of the contract whose name it has, in one pass and without
// taking memory. What is no field, or stands twice, is an error. `null` counts as absent.
#pragma once

#include <span>
#include <string>

#include "base/json.h"
#include "contract/fault.h"
#include "contract/field.h"

namespace yidan::contract {

// Fails when two of an object's members have the same name.
void require_named_once(std::span<const json::Member> members, const Path& path);

class Members {
 public:
  // Faults when the value is not an object or has a key twice. `found` has a place for each field and lives as long.
  Members(const json::Value& value, const Path& path, std::span<const Field> fields, const json::Value** found);

  [[nodiscard]] const Path& path() const { return path_; }
  [[nodiscard]] Path place(std::string_view key) const { return path_.member(key); }
  [[nodiscard]] const Field& field(std::size_t at) const { return fields_[at]; }
  // The value of a field, or null when it is absent.
  [[nodiscard]] const json::Value* value(std::size_t at) const { return found_[at]; }
  [[nodiscard]] bool has(std::string_view key) const;

  // Faults for an absent field; a misspelt one in its place is named instead.
  [[noreturn]] void fail_missing(std::size_t at) const;
  [[noreturn]] void fail_missing(std::string_view key, std::string zh, std::string en) const;

  // Faults when a member is no field; keys that begin with "x-" are ignored.
  void finish() const {
    if (has_others_) refuse_others();
  }

 private:
  void put(const json::Member& member, std::size_t& expected);
  [[nodiscard]] bool is_field(std::string_view key) const;
  void refuse_others() const;

  std::span<const json::Member> members_;
  Path path_;
  std::span<const Field> fields_;
  const json::Value** found_;
  std::uint64_t seen_ = 0;  // fields that stand, null or not
  bool twice_ = false;
  bool has_others_ = false;
};

}  // namespace yidan::contract
