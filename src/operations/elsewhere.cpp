#include "operations/elsewhere.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "operations/permission.h"
#include "operations/rebuild.h"

namespace yidan::operations {
namespace {

using exchange::ElsewhereShare;
using exchange::UnfiledBill;

bool tells_of_elsewhere(const store::SubjectContents& contents) {
  constexpr std::string_view elsewhere = R"("place":"remote-)";
  return std::ranges::any_of(contents.events, [&](const store::Recorded& each) {
    return each.event.kind != code(EventKind::facts) && each.event.content.contains(elsewhere);
  });
}

Reach reach_of(Region provider, Region pool) {
  if (!provider.known()) return Reach::unknown;
  return provider.province() == pool.province() ? Reach::province : Reach::cross_province;
}

// The category by which the person is a target of assistance on the day; `none`: by none.
Identity category_on(const Person& person, Date day) {
  const WordSet<Identity> held = identities_on(person, day);
  for (std::size_t i = 1; i < count_of<Identity>; ++i) {
    if (held.contains(static_cast<Identity>(i))) return static_cast<Identity>(i);
  }
  return Identity::none;
}

class Gathering {
 public:
  explicit Gathering(const ElsewhereQuery& query) : query_(query) {}

  void take(const std::string& person, const books::Slot& slot) {
    const auto* encounter = std::get_if<Encounter>(&slot.said);
    if (encounter == nullptr || slot.reversed || !slot.folded || !slot.folded->bill) return;
    const Month month = Month::of(encounter->date);
    if (encounter->place == Place::local || month < query_.from || query_.to < month) return;
    count(month, *encounter, *slot.folded->bill);
    note_unfiled(person, *encounter, slot.folded->person, *slot.folded->bill);
  }

  [[nodiscard]] exchange::ElsewhereReport report(const policy::Pool* pool) && {
    exchange::ElsewhereReport report{.pool = pool, .from = query_.from, .to = query_.to};
    for (auto& [key, share] : shares_) report.shares.push_back(share);
    std::ranges::stable_sort(unfiled_, {}, &UnfiledBill::date);
    report.unfiled = std::move(unfiled_);
    return report;
  }

 private:
  void count(Month month, const Encounter& encounter, const benefit::Bill& bill) {
    if (bill.status != BillStatus::settled) return;
    const Reach reach = reach_of(encounter.provider.region, query_.pool);
    ElsewhereShare& share = shares_[{month, encounter.care, reach}];
    share.month = month;
    share.care = encounter.care;
    share.reach = reach;
    ++(encounter.reimbursed_later ? share.later : share.at_once);
    (encounter.reimbursed_later ? share.fund_later : share.fund_at_once) += bill.fund_total;
  }

  void note_unfiled(const std::string& id, const Encounter& encounter, const Person& person,
                    const benefit::Bill& bill) {
    const Identity category = category_on(person, encounter.date);
    if (category == Identity::none) return;
    if (!filed_places(person, encounter.provider.region, encounter.date).empty()) return;
    unfiled_.push_back({.person = id,
                        .identity = category,
                        .encounter = encounter.id,
                        .provider = encounter.provider.id,
                        .region = encounter.provider.region,
                        .date = encounter.date,
                        .care = encounter.care,
                        .place = encounter.place,
                        .later = encounter.reimbursed_later,
                        .fund = bill.fund_total});
  }

  const ElsewhereQuery& query_;
  std::map<std::tuple<Month, Care, Reach>, ElsewhereShare> shares_;
  std::vector<UnfiledBill> unfiled_;
};

}  // namespace

Result<exchange::ElsewhereReport> elsewhere(const Caller& caller, const ElsewhereQuery& query, const GoOn& go_on) {
  if (auto allowed = may(caller, Deed::see_bills, {.pool = query.pool.code()}); !allowed) {
    return std::unexpected(std::move(allowed.error()));
  }
  Gathering gathering(query);
  std::int64_t done = 0;
  const auto walked = caller.desk.store().each_subject([&](const store::SubjectContents& each) -> Result<void> {
    if (each.subject.pool != query.pool.code() || each.subject.kind != store::kPerson) return {};
    if (tells_of_elsewhere(each)) {
      const auto file = rebuild(caller.desk, each);
      if (!file) return std::unexpected(file.error());
      for (const books::Slot& slot : file->slots()) gathering.take(each.subject.id, slot);
    }
    return go_on(++done);
  });
  if (!walked) return std::unexpected(walked.error());
  return std::move(gathering).report(caller.desk.packs().policy->find(query.pool));
}

}  // namespace yidan::operations
