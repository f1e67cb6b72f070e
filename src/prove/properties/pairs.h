// One bill under two situations, of which one may never be paid less than the other.
#pragma once

#include <optional>
#include <set>

#include "prove/scene.h"

namespace yidan::prove {

// `better` may not be paid less. The words say what each of the two is.
struct Pair {
  RunId better = 0;
  Facts facts;
  Stay stay{.absorbed = kAnything};
  Referred referred = Referred::no;
  RunId worse = 0;
  Stay other_stay{.absorbed = kAnything};
  Facts than;
  Text words;
  Text words_than;
};

// Asks each pair once, until one is refuted.
class Pairs {
 public:
  Pairs(Scene& scene, Property property) : scene_(scene), property_(property) {}

  // Whether to go on: it holds, or somebody has asked to end.
  [[nodiscard]] bool holds(const Pair& pair);
  // What became of all of them; `text` says what is proved.
  [[nodiscard]] Proof result(Text text);

 private:
  // A loss that says something, of a thousand yuan, a hundred or ten, where there is one.
  [[nodiscard]] Search telling(Search found, Question question, const Linear& loss, const Counters& counters) const;
  [[nodiscard]] Proof refuted(const Pair& pair, const Hit& hit) const;

  Scene& scene_;
  Property property_;
  std::set<std::tuple<RunId, RunId, std::int64_t>> asked_;
  std::optional<Proof> failed_;
};

}  // namespace yidan::prove
