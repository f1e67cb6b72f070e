#include "ledger/check.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/decimal.h"

namespace yidan::ledger {
namespace {

bool is_between_funds(LedgerAccount account) {
  return account == LedgerAccount::due_from_fund || account == LedgerAccount::due_to_fund;
}

// In 128 bits: amounts that balance must not overflow on the way.
void ensure_balanced(const Position& posting) {
  std::array<decimal::Wide, count_of<Fund>> sums{};
  for (const Entry& entry : posting.entries())
    sums[static_cast<std::size_t>(entry.place.fund)] += entry.amount.in_fen();
  const bool balanced = std::ranges::all_of(sums, [](decimal::Wide sum) { return sum == 0; });
  ensure(balanced, "K1: the entries of a posting sum to zero in every fund");
}

// The same passage as the other fund books it.
Place counterpart_of(const Place& place, Fund other) {
  const auto account =
      place.account == LedgerAccount::due_to_fund ? LedgerAccount::due_from_fund : LedgerAccount::due_to_fund;
  return {other, account, std::string(code(place.fund)), place.route};
}

void ensure_mirrored(const Position& posting, const Entry& entry, Fund other) {
  const auto& entries = posting.entries();
  const Place mirror = counterpart_of(entry.place, other);
  const auto found = std::ranges::lower_bound(entries, mirror, {}, &Entry::place);
  const bool mirrored = found != entries.end() && found->place == mirror &&
                        decimal::Wide{found->amount.in_fen()} + entry.amount.in_fen() == 0;
  ensure(mirrored, "K2: what one fund books about another, the other books about it");
}

// The passage of an entry about another fund; absent of every other entry.
std::optional<Passage> passage_of(const Position& posting, const Entry& entry) {
  const Place& place = entry.place;
  ensure(is_between_funds(place.account) == place.route.has_value(),
         "K2: money between funds has a route, no other has");
  if (!place.route) return std::nullopt;
  const std::optional<Fund> other = parse_word<Fund>(place.party);
  ensure(other.has_value() && *other != place.fund, "K2: an entry with a route names another fund");
  ensure_mirrored(posting, entry, *other);
  return place.account == LedgerAccount::due_to_fund ? Passage{*place.route, place.fund, *other}
                                                     : Passage{*place.route, *other, place.fund};
}

Error refusal(const Passage& passage) {
  const auto zh = [](const Word& each) { return std::string(each.zh); };
  const auto en = [](const Word& each) { return std::string(each.en); };
  const Word& route = word(passage.route);
  const Word& payer = word(passage.payer);
  const Word& receiver = word(passage.receiver);
  return {ErrorCode::not_permitted,
          {"不得经“" + zh(route) + "”由" + zh(payer) + "付给" + zh(receiver) +
               "：各项基金分账核算、专款专用，不得相互挤占（LY-3.4-c）；文件确有规定的，请在政策包 funds/routes.yaml "
               "中写明条款和日期",
           "the " + en(payer) + " may not pay the " + en(receiver) + " by the route '" + en(route) +
               "': funds are kept apart, each for its own purpose (LY-3.4-c); where a document permits it, add it to "
               "funds/routes.yaml of the pack, with clause and day"},
          std::string(route.code) + ": " + std::string(payer.code) + " → " + std::string(receiver.code)};
}

Error too_large() {
  const std::string most = to_text(kLargestEntry);
  return {ErrorCode::overflow,
          {"一笔分录超过 " + most + " 元：请检查金额",
           "an entry of the books exceeds " + most + " yuan: check the amounts"},
          {}};
}

}  // namespace

void Routes::permit(const Passage& passage) {
  const auto at = std::ranges::lower_bound(permitted_, passage);
  if (at == permitted_.end() || *at != passage) permitted_.insert(at, passage);
}

bool Routes::permits(const Passage& passage) const { return std::ranges::binary_search(permitted_, passage); }

bool passes_between_funds(const Position& posting) {
  return std::ranges::any_of(posting.entries(),
                             [](const Entry& entry) { return is_between_funds(entry.place.account); });
}

Result<void> check(const Position& posting, const Routes& routes) {
  ensure_balanced(posting);
  for (const Entry& entry : posting.entries()) {
    if (entry.amount > kLargestEntry || entry.amount < Money{} - kLargestEntry) return std::unexpected(too_large());
    const std::optional<Passage> passage = passage_of(posting, entry);
    if (passage && !routes.permits(*passage)) return std::unexpected(refusal(*passage));
  }
  return {};
}

}  // namespace yidan::ledger
