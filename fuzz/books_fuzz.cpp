// Any lines as requests and cases, one after the other, to files of books: never a crash; what follows from each
// balances in every fund; the fast way decides what the whole file decides, byte for byte; and a file made again from
// the events that were taken comes out the same.

#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "books/file.h"
#include "operations/post.h"
#include "testing/packs.h"

namespace {

using namespace yidan;  // NOLINT

void require(bool holds) {
  if (!holds) std::abort();
}

const books::PolicyInUse& packs() {
  static const books::PolicyInUse in_use{1, &testing::shipped_policy(), "packs"};
  return in_use;
}

// A file beside the events that it took; an event that is refused is not among them.
struct Kept {
  std::vector<books::Asked> taken;
  store::State state;
  books::Decision last;
};

books::File rebuilt(const store::Subject& key, const std::vector<books::Asked>& taken) {
  books::File file(key);
  for (const books::Asked& asked : taken) require(file.apply(asked).has_value());
  return file;
}

__extension__ using Wide = __int128;

void check_balance(const store::Part& change) {
  std::map<std::string, Wide> funds;
  for (const store::Entry& entry : change.entries) funds[entry.fund] += entry.amount;
  for (const auto& [fund, sum] : funds) require(sum == 0);
}

void check_same(const store::Part& a, const store::Part& b) {
  require(a.past == b.past && a.event.answer == b.event.answer && a.event.ref == b.event.ref);
  require(a.documents == b.documents && a.rows == b.rows && a.entries.size() == b.entries.size());
  for (std::size_t i = 0; i < a.entries.size(); ++i) {
    require(a.entries[i].party == b.entries[i].party && a.entries[i].amount == b.entries[i].amount);
  }
}

void perform(const operations::Request& request, Kept& kept) {
  const store::Subject key = operations::file_of(request);
  const books::Asked asked = books::asked_by(request, packs(), "fuzz");
  books::File file = rebuilt(key, kept.taken);
  const auto decided = file.apply(asked);
  const bool entry =
      request.kind == EventKind::settle || request.kind == EventKind::credit || request.kind == EventKind::use;
  if (entry) {
    const auto next = books::decide_next(key, kept.state, asked);
    if (next && *next && decided) check_same((*next)->change, decided->change);
    if (decided) require(next.has_value());
  }
  if (!decided) return;
  check_balance(decided->change);
  kept.taken.push_back(asked);
  kept.state = {file.seq(), file.facts_text(), decided->change.past};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::map<store::Subject, Kept> files;
  constexpr int most_lines = 24;
  for (int line = 0; line < most_lines && !rest.empty(); ++line) {
    const std::size_t end = rest.find('\n');
    const auto asking = operations::read_asking(rest.substr(0, end), 1, testing::shipped_policy());
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (!asking.requests) continue;
    for (const operations::Request& request : *asking.requests) perform(request, files[operations::file_of(request)]);
  }
  return 0;
}
