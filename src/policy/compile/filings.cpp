#include "policy/compile/filings.h"

#include <algorithm>

namespace yidan::policy {
namespace {

bool is_condition(const Competence& row) {
  return row.filing == FilingDemand::file_then_implement || row.filing == FilingDemand::report_then_implement;
}

// The document of the first clause, whose decision the rule is; null where another region's is followed, or that of a
// higher body.
const Document* deciding_document(const ClauseRegister& clauses, const Rule& rule, const Pool& pool) {
  if (rule.clauses.empty() || rule.basis != Basis::cited) return nullptr;
  const auto clause = clauses.find(rule.clauses.front());
  if (clause == clauses.end() || !clause->second.region.covers(pool.region)) return nullptr;
  const Document* document = find_document(pool.documents, clause->second.document);
  const bool higher = document == nullptr || document->issuers.intersects({Body::nation, Body::province});
  return higher ? nullptr : document;
}

}  // namespace

void mark_unfiled(const ClauseRegister& clauses, const Competences& competences, Pool& pool) {
  if (std::ranges::none_of(competences, is_condition)) return;
  for (Rule& rule : pool.rules) {
    const Document* document = deciding_document(clauses, rule, pool);
    if (document == nullptr) continue;
    const Date issued = document->issued.value_or(document->validity.from);
    const auto rows = competences_for(competences, rule.id, pool.region, rule.period.from, {});
    const bool asked = std::ranges::any_of(
        rows, [issued](const Competence* row) { return is_condition(*row) && issued >= row->period.from; });
    rule.unfiled = asked && (!document->filed_on || rule.period.from < *document->filed_on);
  }
}

}  // namespace yidan::policy
