// Reads the list of documents, `clauses/documents.yaml`: number, issuer, days and status of what the clauses come from.
#pragma once

#include "policy/parse/reader.h"

namespace yidan::policy {

[[nodiscard]] Documents read_documents(const YamlNode& root, const FileContext& context);

// The `documents` of a pack; each must be one of `known`.
void check_documents(MapReader& pack, const Documents& known);

// Every clause of the register is of a listed document and has its status. `name` is what messages call the register.
void check_register(const ClauseRegister& clauses, const std::string& name, const Documents& known, Problems& problems);

}  // namespace yidan::policy
