#include "books/first_claims.h"

#include <algorithm>
#include <string>
#include <variant>

#include "exchange/request.h"

namespace yidan::books {
namespace {

struct Entry {
  std::string key;
  benefit::Claim claim;
  bool reversed = false;
};

// In the first form an encounter's id was one of its file, whatever the institution.
void reverse(std::vector<Entry>& entries, const exchange::Reversal& reversal) {
  for (Entry& entry : entries) {
    const bool is_meant =
        reversal.bill.id.empty() ? entry.key == reversal.request : entry.claim.name.id == reversal.bill.id;
    entry.reversed = entry.reversed || is_meant;
  }
}

void hear(std::vector<Entry>& entries, const store::Event& event, Region pool) {
  const auto kind = parse_word<EventKind>(event.kind);
  if (!kind) return;
  const auto said = exchange::read_content(*kind, event.content, pool);
  if (!said) return;
  if (const auto* reversal = std::get_if<exchange::Reversal>(&*said)) return reverse(entries, *reversal);
  const auto* encounter = std::get_if<Encounter>(&*said);
  if (encounter == nullptr) return;
  benefit::Claim claim = benefit::claim_of(*encounter);
  if (*kind == EventKind::settle) {
    entries.push_back({event.key, std::move(claim)});
    return;
  }
  const auto corrected =
      std::ranges::find_if(entries, [&](const Entry& entry) { return entry.claim.name.id == encounter->id; });
  if (corrected != entries.end()) corrected->claim = std::move(claim);
}

}  // namespace

std::vector<benefit::Claim> claims_of(const store::first_form::File& file) {
  std::vector<Entry> entries;
  for (const store::Event& event : file.events) hear(entries, event, Region(file.subject.pool));
  std::vector<benefit::Claim> claims;
  for (Entry& entry : entries) {
    if (!entry.reversed) benefit::note_claim(claims, std::move(entry.claim));
  }
  return claims;
}

}  // namespace yidan::books
