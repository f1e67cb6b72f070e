// The register of documents and clauses: the vocabulary of citations.
//
// A citation in a pack must name a clause of the register (`packs/clauses/clauses.tsv`). The register holds our own
// one-line gist of a clause, never the document's sentence.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "policy/problem.h"

namespace yidan::policy {

struct Clause {
  std::string document;    // "YT"
  std::string section;     // "二（一）1"
  std::string capability;  // "outpatient-pooling"
  bool testable = false;
  Text gist;
};

// By clause id, "YT-2.1.1-a".
using ClauseRegister = std::map<std::string, Clause, std::less<>>;

// Reads the tab-separated register, which messages call `name`; a missing one (without a text) and a malformed row
// are problems.
[[nodiscard]] ClauseRegister read_register(std::optional<std::string_view> text, const std::string& name,
                                           Problems& problems);

}  // namespace yidan::policy
