// Reads the one object of a text.
#pragma once

#include <string_view>
#include <utility>

#include "exchange/outcome.h"
#include "exchange/request_parts.h"

namespace yidan::exchange {

// What read(reader) gives of the object; a member that it did not ask for is an error, too.
template <class Read>
auto read_object(std::string_view text, Read read) -> Result<decltype(read(std::declval<ObjectReader&>()))> {
  json::Document document;
  const auto value = parse(document, text, 1);
  if (!value) return std::unexpected(value.error());
  return caught([&] {
    ObjectReader reader(**value, Path{});
    auto answer = read(reader);
    reader.finish();
    return answer;
  });
}

}  // namespace yidan::exchange
