// The formats of the contract by name: "yidan.case/1", "yidan.bill/1" …, and what is said of them to others: JSON
// Schemas, the reference page, the words for fuzzers.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "contract/field.h"

namespace yidan::contract {

// A format is one object, or one of several that a member tells apart.
struct Format {
  std::string_view name;
  Gist gist;
  std::span<const Object* const> objects;
  std::string_view tag;  // of several: the member that tells them apart
};

[[nodiscard]] std::span<const Format> formats();
// By its name, or by the part before the slash without "yidan."; null when there is none.
[[nodiscard]] const Format* find_format(std::string_view name);

// The JSON Schema (draft 2020-12) of a format, indented. What a schema cannot say stands in descriptions.
[[nodiscard]] std::string schema_of(const Format& format);
// {"yidan.case/1": …}: all of them.
[[nodiscard]] std::string all_schemas();

// Markdown: a table of fields an object, each object once.
[[nodiscard]] std::string reference();

// A dictionary of libFuzzer: the names of members and the words of a format.
[[nodiscard]] std::string dictionary_of(const Format& format);

}  // namespace yidan::contract
