#include "registers/check_bills.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "calendar/instant.h"
#include "registers/conditions.h"

namespace yidan::registers {
namespace {

using policy::RegisterCheck;

constexpr Instant kHour = Instant{3600} * 1'000'000;

// The last microsecond of a day.
Instant end_of(Date day) { return parse_instant(yidan::to_text(day)).value_or(0); }

struct DayOfProvider {
  Date day;
  std::string provider;

  auto operator<=>(const DayOfProvider&) const = default;
};

class BillCount {
 public:
  BillCount(const Rules& rules, const RegisterCheck& check, Date on, Date since)
      : rules_(rules), check_(check), on_(on), since_(std::max(check.from, since)) {}

  Result<Coverage> run() {
    if (auto read = read_entries(); !read) return std::unexpected(std::move(read.error()));
    const BillsAsked asked{.provider = {}, .from = since_, .to = std::min(on_, day_before(check_.until))};
    const auto read = rules_.others.each_bill(asked, [&](const BillSeen& bill) {
      if (bill.settled) count(bill);
    });
    if (!read) return std::unexpected(read.error());
    for (auto& [key, day] : days_) {
      std::ranges::sort(day.missing);
      coverage_.days.push_back(std::move(day));
    }
    return std::move(coverage_);
  }

 private:
  static Date day_before(Date day) { return Date::from_days(day.days() - 1); }

  // When each encounter was told of: the first time.
  Result<void> read_entries() {
    return rules_.others.each(rules_.definition.name, {}, on_, [&](const Seen& each) {
      if (!stands(rules_.definition, check_.states, each.view) || !is_such(each.view, check_.where)) return true;
      const auto day = each.view.day(check_.by.back());
      if (!day || *day < since_) return true;
      auto& told = told_[{*day, each.view.value(check_.by.front())}];
      const Instant came = came_at(each.view, *day);
      if (check_.fields.size() > 2) {
        for (const std::string& encounter : values_of(each.view, check_.fields[2])) {
          rejected_.emplace(DayOfProvider{*day, each.view.value(check_.by.front())}, encounter);
        }
      }
      for (const std::string& encounter : values_of(each.view, check_.fields.front())) {
        const auto [known, fresh] = told.emplace(encounter, came);
        if (!fresh) known->second = std::min(known->second, came);
      }
      return true;
    });
  }

  // What says not when it came came in time.
  [[nodiscard]] Instant came_at(const View& view, Date day) const {
    if (check_.fields.size() < 2) return end_of(day);
    return parse_instant(view.value(check_.fields[1])).value_or(end_of(day));
  }

  [[nodiscard]] Instant due_of(Date day) const {
    return end_of(day) + (check_.within ? Instant{check_.within->count} * kHour : Instant{});
  }

  void count(const BillSeen& bill) {
    const Instant due = due_of(bill.name.day);
    const auto told = told_.find(DayOfProvider{bill.name.day, bill.name.provider});
    const Instant* came = nullptr;
    if (told != told_.end()) {
      const auto found = told->second.find(bill.name.encounter);
      if (found != told->second.end() && found->second <= end_of(on_)) came = &found->second;
    }
    if (came == nullptr && due > end_of(on_)) return;  // there is time left
    BillsOfDay& day = days_[{bill.name.day, bill.name.provider}];
    day.provider = bill.name.provider;
    day.day = bill.name.day;
    ++day.bills;
    ++coverage_.all;
    if (came == nullptr) {
      day.missing.push_back(bill.name.encounter);
      const bool rejected = rejected_.contains({{bill.name.day, bill.name.provider}, bill.name.encounter});
      const Text said = rejected ? Text{"明细校验未通过", "what was received was rejected"}
                                 : Text{"未收到明细", "nothing was received"};
      return find(bill, said, on_.days() - beijing_day(due).days());
    }
    ++day.named;
    ++coverage_.held;
    if (*came <= due) return;
    ++day.late;
    const std::string hours = std::to_string((*came - due + kHour - 1) / kHour);
    find(bill, {"逾时 " + hours + " 小时收到", "received " + hours + " hours late"}, 0);
  }

  void find(const BillSeen& bill, Text said, int days) {
    if (coverage_.findings.size() >= kMostFindings) return;
    coverage_.findings.push_back({&check_, to_text(bill.name), std::move(said), days});
  }

  const Rules& rules_;
  const RegisterCheck& check_;
  Date on_;
  Date since_;
  std::map<DayOfProvider, std::map<std::string, Instant, std::less<>>> told_;
  std::set<std::pair<DayOfProvider, std::string>> rejected_;
  std::map<DayOfProvider, BillsOfDay> days_;
  Coverage coverage_;
};

}  // namespace

Result<Coverage> count_bills(const Rules& rules, const RegisterCheck& check, Date on, Date since) {
  return BillCount(rules, check, on, since).run();
}

}  // namespace yidan::registers
