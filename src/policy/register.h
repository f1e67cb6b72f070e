// The register of documents and clauses: the vocabulary of citations.
//
// A citation in a pack must name a clause of the register (`packs/clauses/clauses.tsv`), and a row that is `cited` must
// hold where and when its clauses hold (`compile/check_citations.h`). The register holds our own one-line gist of a
// clause, never the document's sentence.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "policy/judging.h"
#include "policy/problem.h"
#include "terms/authority.h"
#include "terms/region.h"
#include "terms/terms.h"

namespace yidan::policy {

// A document that another rests on, and who issued it.
struct CitedDocument {
  std::string number;
  Body issuer = Body::province;
};

struct Document {
  std::string id;  // "YT"
  Position at;
  std::string number;  // "烟政办发〔2022〕17号"; empty where it has none
  Text title;
  Text issuer;
  WordSet<Body> issuers;             // the same as bodies; empty: not said
  std::vector<CitedDocument> cites;  // on whose strength it decides
  std::optional<Date> issued;        // absent: not known
  std::optional<Date> filed_on;      // with the higher body (备案); absent: it was not, or that is not known
  std::string publication;           // the mark of publication as printed: "主动公开"; empty: none is printed
  Period validity;                   // open where no end is stated
  PolicyStatus status = PolicyStatus::in_force;
  Text note;
};

struct Clause {
  std::string document;    // "YT"
  std::string section;     // "二（一）1"
  std::string capability;  // "outpatient-pooling"
  Region region;           // where it holds: the province's clauses hold in its cities, too
  PolicyStatus status = PolicyStatus::in_force;
  std::optional<Date> from;    // absent: the rule is older than its document, or the document has no day
  Date until = Date::never();  // exclusive; never: no end is stated
  bool testable = false;
  Text gist;
};

// By id: "YT"; in the order of the list.
using Documents = std::vector<Document>;
[[nodiscard]] const Document* find_document(const Documents& documents, std::string_view id);

// By clause id, "YT-2.1.1-a".
using ClauseRegister = std::map<std::string, Clause, std::less<>>;

// Reads the tab-separated register, which messages call `name`; a missing one (without a text) and a malformed row
// are problems.
[[nodiscard]] ClauseRegister read_register(std::optional<std::string_view> text, const std::string& name,
                                           Problems& problems, Judging judging = Judging::now);

}  // namespace yidan::policy
