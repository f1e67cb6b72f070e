// Reads the list of documents, `clauses/documents.yaml`: what a pack may say that it carries.
#pragma once

#include <set>
#include <string>

#include "policy/parse/reader.h"

namespace yidan::policy {

using DocumentIds = std::set<std::string, std::less<>>;

[[nodiscard]] DocumentIds read_documents(const YamlNode& root, const FileContext& context);

// The `documents` of a pack; each must be one of `known`.
void check_documents(MapReader& pack, const DocumentIds& known);

}  // namespace yidan::policy
