// The description of the interface for others: OpenAPI 3.1, made from the table of routes and the contract's fields.
#pragma once

#include <string>
#include <string_view>

namespace yidan::service {

// `version`: of the program.
[[nodiscard]] std::string openapi_document(std::string_view version);

}  // namespace yidan::service
