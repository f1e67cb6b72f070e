// No layer pays outside the scope: its base is part of the policy scope, and nothing is paid for a cause that the funds
// never pay, or for what lies outside the catalogue or above the payment standard.
#include "benefit/settle.h"
#include "prove/properties/properties.h"

namespace yidan::prove {
namespace {

constexpr std::int64_t kBill = 2'000'000;

// A bill of a line of class A and what the funds may not pay: another line outside the catalogue, a part of a third
// above the payment standard.
Case with_outside(const Scene& scene, const Facts& facts, Cause cause, bool scope_too) {
  Case made = case_of(scene.target.pool, scene.target.on, facts, {kBill}, {});
  Encounter& encounter = *made.entries.back().encounter;
  encounter.cause = cause;
  if (!scope_too) encounter.lines.clear();
  const Money outside = Money::fen(kBill);
  encounter.lines.push_back({.line_class = LineClass::c, .price = outside, .self_pay_first = kWhole});
  encounter.lines.push_back({.price = outside, .over_limit = outside});
  return made;
}

Proof refuted(const Scene& scene, const Facts& facts, Case shown, const Settlement& bill, const Text& what) {
  const Text who = words_of(facts);
  Proof proof =
      proved(Property::no_layer_outside_scope, scene.situations.runs().size() - 1,
             {who.zh + "：" + what.zh + "，基金仍支付 " + yuan(bill.paid) + " 元；请核对 scope/not-payable",
              who.en + ": " + what.en + ", and the funds pay " + yuan(bill.paid) + "; check scope/not-payable"});
  proof.verdict = Verdict::refuted;
  proof.loss = bill.paid;
  proof.basis = bill.basis;
  proof.cases = {{what, std::move(shown), bill.scope, bill.paid}};
  return proof;
}

bool is_for_a_time(const Scene& scene, Cause cause) {
  policy::Key key;
  key.set(policy::Dimension::cause, static_cast<std::size_t>(cause));
  const policy::Cell* cell = scene.target.pool.not_payable.find(key, scene.target.on);
  return cell != nullptr && cell->is(policy::Payability::payable);
}

// Of one kind of circumstances every cause, and nothing but what lies outside.
std::optional<Proof> look_at(const Scene& scene, const Facts& facts) {
  const policy::Pool& pool = scene.target.pool;
  const Case outside = with_outside(scene, facts, Cause::illness, false);
  const auto none = settled(pool, outside, 1);
  if (none && none->paid != Money()) {
    return refuted(scene, facts, outside, *none, {"费用全在政策范围之外", "all of the bill lies outside the scope"});
  }
  for (std::size_t i = 1; i < count_of<Cause>; ++i) {
    const auto cause = static_cast<Cause>(i);
    if (is_for_a_time(scene, cause)) continue;
    const Case caused = with_outside(scene, facts, cause, true);
    const auto bill = settled(pool, caused, 1);
    if (!bill || bill->paid == Money()) continue;
    const Word& named = word(cause);
    return refuted(scene, facts, caused, *bill,
                   {"“" + std::string(named.zh) + "”的费用", "the cause is '" + std::string(named.en) + "'"});
  }
  return std::nullopt;
}

}  // namespace

Proof prove_no_layer_outside_scope(Scene& scene) {
  const Situations& all = scene.situations;
  for (std::size_t i = 1; i < all.runs().size() && scene.next(); ++i) {
    if (scene.composition.within(all.runs()[i].layers)) continue;
    return unknown(Property::no_layer_outside_scope, all.runs().size() - 1, all.runs()[i].first,
                   {"见性质“within”", "see the property 'within'"});
  }
  for (std::size_t kind = 0; kind < all.examples().size() && scene.next(); ++kind) {
    if (auto found = look_at(scene, {all.examples()[kind], all.details_of(kind).front()})) return std::move(*found);
  }
  return proved(Property::no_layer_outside_scope, all.runs().size() - 1,
                {"各层基数都在政策范围之内；目录外、超支付标准和基金不予支付情形的费用，各层都不支付",
                 "every base lies in the scope; no layer pays for what is outside the catalogue, above the payment "
                 "standard, or of a cause that the funds never pay"});
}

}  // namespace yidan::prove
