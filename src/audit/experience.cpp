#include "audit/experience.h"

namespace yidan::audit {
namespace {

using policy::kMillion;
using policy::Quantity;

Quantity ratio(std::int64_t paid, std::int64_t base) { return {Quantity::Unit::share, Exact{paid} * kMillion, base}; }

}  // namespace

template <class Visit>
void Experience::for_each(std::string_view benefit, int year, Visit visit) const {
  for (const auto& [key, sum] : sums_) {
    if (std::get<0>(key) == benefit && std::get<1>(key) == year) visit(std::get<2>(key), sum);
  }
}

void Experience::add(std::string_view benefit, int year, Group group, Money base, Money paid) {
  Sum& sum = sums_[{std::string(benefit), year, group}];
  sum.base = (Money::fen(sum.base) + base).in_fen();
  sum.paid = (Money::fen(sum.paid) + paid).in_fen();
  ++sum.bills;
}

std::optional<Quantity> Experience::average(std::string_view benefit, int year) const {
  Money base;
  Money paid;
  for_each(benefit, year, [&](const Group&, const Sum& sum) {
    base += Money::fen(sum.base);
    paid += Money::fen(sum.paid);
  });
  if (base.in_fen() <= 0) return std::nullopt;
  return ratio(paid.in_fen(), base.in_fen());
}

Text Experience::parts(std::string_view benefit, int year) const {
  Text out;
  for_each(benefit, year, [&](const Group& group, const Sum& sum) {
    if (sum.base <= 0) return;
    const std::string level = std::to_string(group.level);
    const std::string share = to_text(ratio(sum.paid, sum.base));
    out.zh += (out.zh.empty() ? "" : "，") + (group.level == 0 ? std::string("不分级别") : level + "级") +
              (group.retired ? "退休" : "") + " " + share;
    out.en += (out.en.empty() ? "" : ", ") + (group.level == 0 ? std::string("no level") : "level " + level) +
              (group.retired ? " retired" : "") + " " + share;
  });
  return out;
}

std::size_t Experience::bills(std::string_view benefit, int year) const {
  std::size_t count = 0;
  for_each(benefit, year, [&](const Group&, const Sum& sum) { count += sum.bills; });
  return count;
}

}  // namespace yidan::audit
