#include <algorithm>

#include "exchange/assistance_writer.h"
#include "exchange/display.h"
#include "terms/say.h"

namespace yidan::exchange {
namespace {

using assistance::Application;
using assistance::CountedBill;

constexpr std::size_t kEntryWidth = 26;
constexpr std::size_t kPaidWidth = 14;

class AssistancePage : private Speaker {
 public:
  AssistancePage(const policy::Pool& pool, const Case& facts, const AssistanceOptions& options)
      : Speaker(options.language), pool_(pool), facts_(facts) {}

  std::string text(std::span<const Application> applications) {
    line("── " + pool_.name.in(language()) + " · " + masked(facts_.person.id) + " · " +
         say("依申请医疗救助", "assistance on application") + " ────");
    for (const Application& application : applications) describe(application);
    return out_ + "\n";
  }

 private:
  void line(const std::string& text) { out_ += text + "\n"; }
  void row(const std::string& label, const std::string& value) {
    line("  " + left_aligned(label, kEntryWidth) + value);
  }

  void describe(const Application& application) {
    const bool refused = application.refusal.has_value();
    line(say("申请 ", "application of ") + to_text(application.applied) + say("：", ": ") +
         (refused ? say("不予救助——", "refused: ") + say(*application.refusal)
                  : say("救助 ", "granted, ") + to_grouped_text(application.paid) + say(" 元", "")));
    if (!refused) figures(application);
    for (const CountedBill& bill : application.bills) describe(bill);
    if (!refused) total(application);
    clauses(application);
  }

  void figures(const Application& application) {
    for (const Period& period : application.window) {
      row(say("救助区间", "window"),
          to_text(period.from) + say(" 至 ", " to ") + to_text(Date::from_days(period.to.days() - 1)));
    }
    row(say("申请当月起付标准", "deductible of the month"), to_grouped_text(application.rules.deductible));
    row(say("支付比例", "ratio"), to_text(application.rules.rate(0)));
    if (application.rules.has_cap)
      row(say("申请年度限额", "limit of the year"), to_grouped_text(application.rules.cap));
  }

  void describe(const CountedBill& bill) {
    const CaseEntry& entry = facts_.entries[bill.entry];
    const std::string label = "  " + to_text(entry.encounter->date) + "  " + entry.id;
    if (bill.reason) {
      line(left_aligned(label, kEntryWidth) + say("  不计入：", "  does not count: ") + say(*bill.reason));
      return;
    }
    line(left_aligned(label, kEntryWidth) + right_aligned(to_grouped_text(bill.result.paid), kPaidWidth) +
         say("  负担 ", "  burden ") + to_grouped_text(bill.base) + say("，此前累计 ", ", before ") +
         to_grouped_text(bill.accumulated) + say("，超过起付标准 ", ", above the deductible ") +
         to_grouped_text(bill.result.counted));
  }

  void total(const Application& application) {
    line(left_aligned("  " + say("合计", "total"), kEntryWidth) +
         right_aligned(to_grouped_text(application.paid), kPaidWidth) + say("  负担合计 ", "  burden ") +
         to_grouped_text(application.base_total));
    std::string marks = "  " + say("依据：", "basis: ") + say(application.basis);
    if (application.policy_status == PolicyStatus::draft) marks += " · " + say(application.policy_status);
    line(marks);
  }

  void clauses(const Application& application) {
    std::string list;
    for (const policy::RuleId rule : application.because) {
      for (const std::string& clause : pool_.rule(rule).clauses) {
        if ((list + " ").find(" " + clause + " ") == std::string::npos) list += " " + clause;
      }
    }
    if (!list.empty()) line("  ‹" + list.substr(1) + "›");
  }

  const policy::Pool& pool_;
  const Case& facts_;
  std::string out_;
};

}  // namespace

std::string describe(const policy::Pool& pool, const Case& facts, std::span<const Application> applications,
                     const AssistanceOptions& options) {
  return AssistancePage(pool, facts, options).text(applications);
}

}  // namespace yidan::exchange
