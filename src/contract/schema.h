// JSON Schemas (draft 2020-12) of objects, for documents of several kinds: a schema that has its parts within, or one
// that keeps the schemas of all in one place (OpenAPI 3.1).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "contract/parts.h"

namespace yidan::contract {

enum class SchemaPlace : std::uint8_t {
  definitions,  // "#/$defs/yidan.case~11"
  components,   // "#/components/schemas/yidan.case.1"
};

// The name of a part among components, where it may have no slash.
[[nodiscard]] std::string component_name(std::string_view name);

// The schemas of all parts, as members of an open object.
void write_schemas(json::Writer& json, const Parts& parts, SchemaPlace place);
// "$ref" to the one object, or "oneOf" of several, as a member of an open object. REQUIRES: they are among the parts.
void write_reference(json::Writer& json, const Parts& parts, SchemaPlace place, std::span<const Object* const> objects);
// The schema of a value that is neither object nor list.
void write_schema(json::Writer& json, const Field& field);

}  // namespace yidan::contract
