#include "operations/provider_of.h"

#include "operations/reconciliation.h"

namespace yidan::operations {

std::string provider_of(const exchange::Content& content) {
  if (const auto* encounter = std::get_if<Encounter>(&content)) return encounter->provider.id;
  if (const auto* reversal = std::get_if<exchange::Reversal>(&content)) return reversal->bill.provider;
  return {};
}

std::string provider_of(const store::Subject& subject, const store::Event& event) {
  if (subject.kind == kStatementKind) return subject.id.substr(0, subject.id.find('/'));
  const auto kind = subject.kind == store::kPerson ? parse_word<EventKind>(event.kind) : std::nullopt;
  if (!kind) return {};
  const auto content = exchange::read_content(*kind, event.content, Region(subject.pool));
  return content ? provider_of(*content) : std::string();
}

}  // namespace yidan::operations
