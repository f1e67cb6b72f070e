#include "prove/properties/pairs.h"

#include <algorithm>
#include <utility>

#include "prove/properties/properties.h"

namespace yidan::prove {

namespace {

// Whether it counts what earlier bills of the stay have absorbed, which no search looks for.
bool bears_a_stay(const std::vector<FlatLayer>& layers) {
  return std::ranges::any_of(layers,
                             [](const FlatLayer& each) { return each.kind == benefit::kernel::Deductible::stay; });
}

}  // namespace

bool Pairs::holds(const Pair& pair) {
  if (failed_ || scene_.ended) return false;
  if (pair.better == pair.worse && !pair.stay.at_most) return true;
  if (!asked_.emplace(pair.better, pair.worse, pair.stay.at_most.value_or(-1)).second) return true;
  if (!scene_.next()) return false;
  const auto& better = scene_.situations.runs()[pair.better].layers;
  const auto& worse = scene_.situations.runs()[pair.worse].layers;
  if (scene_.composition.at_least(better, pair.stay, worse, pair.other_stay)) return true;
  Question question;
  const Linear scope = question.program.input();
  Counters counters(question.program);
  const BillWork theirs = bill_of(question.program, worse, counters, {}, scope);
  Counters again = counters.unraised();
  const BillWork ours = bill_of(question.program, better, again, {.absorbed = {}, .at_most = pair.stay.at_most}, scope);
  const Linear loss = theirs.paid - ours.paid;
  question.clauses = {{greater(loss, 0)}};
  const Search search = telling(seek(scene_, question, again), question, loss, again);
  if (search.decided == Decided::possible) {
    failed_ = refuted(pair, search.hit);
  } else if (search.decided == Decided::undecided) {
    failed_ = unknown(property_, asked_.size(), pair.facts, search.why);
  } else if (bears_a_stay(better) || bears_a_stay(worse)) {
    failed_ = unknown(property_, asked_.size(), pair.facts,
                      {"可能取决于同一次住院此前的结算", "an earlier bill of the stay may decide it"});
  }
  return !failed_;
}

Search Pairs::telling(Search found, Question question, const Linear& loss, const Counters& counters) const {
  if (found.decided != Decided::possible) return found;
  for (const std::int64_t least : {100'000, 10'000, 1'000}) {
    question.clauses = {{greater(loss, least)}};
    Search more = seek(scene_, question, counters);
    if (more.decided == Decided::possible) return more;
  }
  return found;
}

Proof Pairs::refuted(const Pair& pair, const Hit& hit) const {
  const policy::Pool& pool = scene_.target.pool;
  const Date on = scene_.target.on;
  const Case ours = case_of(pool, on, pair.facts, {hit.scope}, hit.opening, pair.referred);
  const Case theirs = case_of(pool, on, pair.than, {hit.scope}, hit.opening);
  const auto our = settled(pool, ours, 1);
  const auto their = settled(pool, theirs, 1);
  if (!our || !their || our->paid >= their->paid) {
    return unknown(property_, asked_.size(), pair.facts, not_replayed());
  }
  const Money loss = their->paid - our->paid;
  const Text who = words_of(pair.facts);
  const Basis basis = std::max(our->basis, their->basis);
  const std::string scope = yuan(our->scope);
  Proof proof = proved(
      property_, asked_.size(),
      {who.zh + "：政策范围内 " + scope + " 元，" + pair.words.zh + "时基金支付 " + yuan(our->paid) + " 元，" +
           pair.words_than.zh + "时支付 " + yuan(their->paid) + " 元，少 " + yuan(loss) + " 元" + said_of(basis).zh,
       who.en + ": of " + scope + " in scope the funds pay " + yuan(our->paid) + " " + pair.words.en + " and " +
           yuan(their->paid) + " " + pair.words_than.en + ", " + yuan(loss) + " less" + said_of(basis).en});
  proof.verdict = Verdict::refuted;
  proof.loss = loss;
  proof.basis = basis;
  proof.cases = {{pair.words, ours, our->scope, our->paid}, {pair.words_than, theirs, their->scope, their->paid}};
  return proof;
}

Proof Pairs::result(Text text) {
  if (failed_) return std::move(*failed_);
  return proved(property_, asked_.size(), std::move(text));
}

namespace {

Text name_of(std::size_t identity) {
  const Word& named = word(static_cast<Identity>(identity));
  return {std::string(named.zh), std::string(named.en)};
}

}  // namespace

Proof prove_needy_first(Scene& scene) {
  Pairs pairs(scene, Property::needy_first);
  const Situations& all = scene.situations;
  for (std::size_t kind = 0; kind < all.examples().size(); ++kind) {
    for (const Details& details : all.details_of(kind)) {
      for (std::size_t i = 1; i < count_of<Identity>; ++i) {
        const auto bit = static_cast<std::uint8_t>(1U << i);
        if ((all.identities_of(kind) & bit) == 0 || (details.identities & bit) != 0) continue;
        Details more = details;
        more.identities |= bit;
        const Text name = name_of(i);
        const Pair pair{.better = all.run_of(kind, more),
                        .facts = {all.examples()[kind], more},
                        .worse = all.run_of(kind, details),
                        .than = {all.examples()[kind], details},
                        .words = {"有“" + name.zh + "”身份", "with the category '" + name.en + "'"},
                        .words_than = {"没有这一身份", "without it"}};
        if (!pairs.holds(pair)) return pairs.result({});
      }
    }
  }
  return pairs.result({"多一项救助身份从不使个人多付：困难群众不比普通参保人多付",
                       "one more category of assistance never costs: who is needy pays no more than anybody else"});
}

Proof prove_lower_level_first(Scene& scene) {
  Pairs pairs(scene, Property::lower_level_first);
  const Situations& all = scene.situations;
  for (std::size_t kind = 0; kind < all.examples().size(); ++kind) {
    for (const Details& details : all.details_of(kind)) {
      if (details.level == 0) continue;
      Details lower = details;
      --lower.level;
      const Pair pair{.better = all.run_of(kind, lower),
                      .facts = {all.examples()[kind], lower},
                      .worse = all.run_of(kind, details),
                      .than = {all.examples()[kind], details},
                      .words = {"在此级别机构", "there"},
                      .words_than = {"在高一级机构", "one level higher"}};
      if (!pairs.holds(pair)) return pairs.result({});
    }
  }
  return pairs.result({"同一费用在低一级机构，基金支付不少于高一级机构",
                       "of the same bill the funds pay at a lower institution no less than one level higher"});
}

}  // namespace yidan::prove
