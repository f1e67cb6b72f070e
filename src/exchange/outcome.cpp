#include "exchange/outcome.h"

#include <string>

#include "contract/bill.h"

namespace yidan::exchange {
namespace {

template <json::KeyText kName>
constexpr json::Key error_key = contract::kKey<contract::kErrorFields, kName>;

}  // namespace

void write_error(json::Writer& json, const Error& error, Language language) {
  json.key(contract::kKey<contract::kBillFields, "error">);
  json.begin_object();
  json.text(error_key<"code">, code_of(error.code));
  json.text(error_key<"message">, error.message.in(language));
  json.text(error_key<"where">, error.where);
  json.end_object();
}

Result<const json::Value*> parse(json::Document& document, std::string_view text, std::size_t first_line) {
  const auto parsed = document.parse(text);
  if (parsed) return *parsed;
  const json::SyntaxError& found = parsed.error();
  const std::string line = std::to_string(first_line + found.line - 1);
  const std::string column = std::to_string(found.column);
  return std::unexpected(Error{ErrorCode::syntax,
                               {"不是有效的 JSON（第 " + line + " 行第 " + column + " 列）：" + found.reason.zh,
                                "not valid JSON (line " + line + ", column " + column + "): " + found.reason.en},
                               line + ":" + column});
}

}  // namespace yidan::exchange
