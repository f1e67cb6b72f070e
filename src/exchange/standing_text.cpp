#include "exchange/standing_text.h"

#include <algorithm>
#include <array>

#include "exchange/display.h"
#include "exchange/grounds.h"
#include "exchange/month_runs.h"
#include "exchange/number_warnings.h"
#include "money/overflow.h"
#include "standing/narrate.h"
#include "terms/say.h"

namespace yidan::exchange {
namespace {

using standing::AccountEntry;
using standing::Reasoning;
using standing::Standing;

constexpr std::size_t kWhen = 26;
constexpr std::size_t kWhat = 18;
constexpr std::size_t kMoney = 14;

Money times(Money amount, int count) {
  std::int64_t product = 0;
  if (__builtin_mul_overflow(amount.in_fen(), std::int64_t{count}, &product)) throw Overflow{};
  return Money::fen(product);
}

// One line of time: either cover or a gap.
struct Stretch {
  const standing::CoverSpan* cover = nullptr;
  const standing::Gap* gap = nullptr;

  [[nodiscard]] const Period& period() const { return cover != nullptr ? cover->period : gap->period; }
  [[nodiscard]] const Reasoning& why() const { return cover != nullptr ? cover->why : gap->why; }
};

std::vector<Stretch> stretches_of(const Standing& standing) {
  std::vector<Stretch> line;
  line.reserve(standing.cover.size() + standing.gaps.size());
  for (const auto& cover : standing.cover) line.push_back({.cover = &cover});
  for (const auto& gap : standing.gaps) line.push_back({.gap = &gap});
  std::ranges::stable_sort(line, {}, [](const Stretch& each) { return each.period().from; });
  return line;
}

class StandingPage : private Speaker {
 public:
  StandingPage(const policy::Pool& pool, const Record& record, const Standing& standing, const StandingOptions& options)
      : Speaker(options.language),
        pool_(pool),
        record_(record),
        standing_(standing),
        options_(options),
        line_(stretches_of(standing)) {}

  std::string text() {
    heading();
    state();
    owed();
    time_line();
    dues();
    subsidies();
    identities();
    account();
    years();
    warnings();
    marks();
    return out_ + "\n";
  }

 private:
  void line(const std::string& text) {
    out_ += text;
    out_.erase(out_.find_last_not_of(' ') + 1);
    out_ += '\n';
  }
  void section(std::string_view zh, std::string_view en) { line(say(zh, en)); }

  [[nodiscard]] std::string months(int count) const {
    return std::to_string(count) + say(" 个月", count == 1 ? " month" : " months");
  }
  // First and last day; the end of a period is the day after its last.
  [[nodiscard]] std::string days(const Period& period) const {
    const std::string from = to_text(period.from);
    if (period.to == Date::never()) return say(from + " 起", "from " + from);
    const Date last = Date::from_days(period.to.days() - 1);
    return last == period.from ? from : from + say(" 至 ", " to ") + to_text(last);
  }
  [[nodiscard]] std::string span(Month first, Month last) const {
    return first == last ? to_text(first) : to_text(first) + " … " + to_text(last);
  }

  // The clauses of a finding and how sure it is: "‹HZ-2.2-e · assumed›"; nothing when there is nothing to say.
  [[nodiscard]] std::string marks_of(const Reasoning& reasoning) const {
    std::string marks;
    for (const std::string_view clause : clauses_of(reasoning, pool_)) marks += " " + std::string(clause);
    const Grounds grounds = grounds_of(reasoning, pool_);
    if (grounds.basis != Basis::cited) marks += " · " + say(grounds.basis);
    if (grounds.status == PolicyStatus::draft) marks += " · " + say(grounds.status);
    return marks.empty() ? marks : "‹" + marks.substr(1) + "›";
  }
  void sentence_line(const std::string& sentence, const Reasoning& reasoning) {
    const std::string marks = marks_of(reasoning);
    const std::string between = sentence.empty() || marks.empty() ? "" : "  ";
    if (!sentence.empty() || !marks.empty()) line("      " + sentence + between + marks);
  }
  void why(const Reasoning& reasoning) {
    const bool speaks = options_.sentences && reasoning.saying != standing::Saying::none;
    sentence_line(speaks ? narrate(reasoning, options_.language) : "", reasoning);
  }

  void heading() {
    line("── " + pool_.name.in(options_.language) + " · " + masked(record_.person) + " · " + say("截至 ", "as of ") +
         to_text(standing_.as_of) + " ────");
  }

  [[nodiscard]] std::string cover_name(const standing::CoverSpan& cover) const {
    return say(cover.scheme) + " · " + say(cover.status);
  }

  // The answer to the first question: is this person covered on the day?
  void state() {
    const Date day = standing_.as_of;
    const auto now = std::ranges::find_if(line_, [day](const Stretch& each) { return each.period().contains(day); });
    const auto next = std::ranges::find_if(
        line_, [day](const Stretch& each) { return each.cover != nullptr && each.period().from > day; });
    if (standing_.died)
      return line(say("已于 ", "died on ") + to_text(*standing_.died) + say(" 死亡，待遇终止", ": cover has ended"));
    std::string text = say("当日：", "that day: ");
    if (now == line_.end()) {
      text += say("未享受待遇", "not covered");
    } else if (now->cover != nullptr) {
      text += say("享受待遇 · ", "covered · ") + cover_name(*now->cover) + say("（", " (") + days(now->period()) +
              say("）", ")");
    } else {
      text += say("未享受待遇 · ", "not covered · ") + say(now->gap->reason) + say("（", " (") + days(now->period()) +
              say("）", ")");
    }
    const bool covered = now != line_.end() && now->cover != nullptr;
    if (!covered && next != line_.end()) {
      text += say("；自 ", "; covered from ") + to_text(next->period().from) + say(" 起享受待遇", "");
    }
    line(text);
  }

  // The second question: what is to be paid? What the others owe is settled among the funds.
  void owed() {
    if (standing_.died) return;
    std::string text;
    for (const Payer payer : {Payer::person, Payer::employer}) {
      const Open open = open_of(payer);
      if (open.amount.is_zero()) continue;
      text += (text.empty() ? "" : say("；", "; ")) + say(payer) + " " + to_grouped_text(open.amount) +
              say(" 元（", " (") + open.of + say("）", ")");
    }
    line(say("应缴未缴：", "owed: ") + (text.empty() ? say("无", "nothing") : text));
  }

  struct Open {
    Money amount;
    std::string of;  // "2022, 2023, 4 months"
  };
  [[nodiscard]] Open open_of(Payer payer) const {
    Open open;
    int count = 0;
    std::string last;
    const auto add = [&](const std::string& part) { open.of += (open.of.empty() ? "" : say("、", ", ")) + part; };
    for (const standing::Due& each : standing_.dues) {
      if (each.payer != payer || each.paid_on || each.presumed) continue;
      open.amount += each.amount;
      if (!each.insured_year) {
        ++count;
      } else if (const std::string year = std::to_string(*each.insured_year); year != last) {
        add(year + say(" 年度", ""));
        last = year;
      }
    }
    if (count > 0) add(months(count));
    return open;
  }

  void time_line() {
    if (line_.empty()) return;
    section("待遇时间线：", "cover and gaps:");
    for (const Stretch& each : line_) {
      const bool covered = each.cover != nullptr;
      const std::string what =
          covered ? cover_name(*each.cover) : say("未享受待遇 · ", "not covered · ") + say(each.gap->reason);
      line((covered ? "  █ " : "  ░ ") + left_aligned(days(each.period()), kWhen) + what);
      why(each.why());
    }
  }

  // The payers from whom a payment is awaited; the others settle among the funds.
  static bool pays_in(Payer payer) { return payer == Payer::person || payer == Payer::employer; }

  [[nodiscard]] std::string state_of(const DueRun& run) const {
    const standing::Due& due = *run.first;
    if (!pays_in(due.payer)) return {};
    if (run.months <= 1 && due.paid_on) return to_text(*due.paid_on) + say(" 已缴", " paid");
    std::string text;
    const auto add = [&text, this](const std::string& part) { text += (text.empty() ? "" : say("，", ", ")) + part; };
    if (run.paid > 0) add(say("已缴 ", "paid: ") + months(run.paid));
    if (run.presumed > 0) add(say("视同已缴 ", "taken as paid: ") + months(run.presumed));
    const int open = run.months - run.paid - run.presumed;
    if (run.months == 0) return say("未缴", "not paid");
    if (open > 0) add(open == run.months ? say("未缴", "not paid") : say("未缴 ", "not paid: ") + months(open));
    return text;
  }

  // The year whose standard it is, of residents' financing.
  [[nodiscard]] std::string standard_of(const standing::Reasoning& why) const {
    const auto year = standing::standard_year_of(why, pool_);
    return year ? say("  标准年度 ", "  standard of ") + std::to_string(*year) : "";
  }

  void due(const DueRun& run) {
    const standing::Due& due = *run.first;
    const std::string when =
        due.insured_year ? std::to_string(*due.insured_year) + say(" 年度", "") : span(due.month, run.last());
    std::string text = "  " + left_aligned(when, kWhen - 6) + left_aligned(say(due.part), kWhat - 1) +
                       left_aligned(say(due.payer), kWhat + 1);
    const bool many = run.months > 1;
    text += right_aligned(to_grouped_text(many ? times(due.amount, run.months) : due.amount), kMoney) + "  ";
    if (many) text += months(run.months) + " × " + to_grouped_text(due.amount) + "  ";
    line(text + state_of(run) + standard_of(due.why));
    why(due.why);
  }

  // What each payer owes in all, and what of it is not paid yet.
  void due_totals() {
    std::array<Money, count_of<Payer>> owed{};
    std::array<Money, count_of<Payer>> open{};
    for (const standing::Due& each : standing_.dues) {
      const auto payer = static_cast<std::size_t>(each.payer);
      owed[payer] += each.amount;
      if (!each.paid_on && !each.presumed) open[payer] += each.amount;
    }
    for (std::size_t i = 0; i < count_of<Payer>; ++i) {
      const auto payer = static_cast<Payer>(i);
      if (owed[i].is_zero()) continue;
      const bool awaited = pays_in(payer) && !open[i].is_zero();
      line("  " + left_aligned(say("合计", "in all"), kWhen + kWhat - 7) + left_aligned(say(payer), kWhat + 1) +
           right_aligned(to_grouped_text(owed[i]), kMoney) + "  " +
           (awaited ? say("其中未缴 ", "of which not paid: ") + to_grouped_text(open[i]) : ""));
    }
  }

  void dues() {
    if (standing_.dues.empty()) return;
    section("应缴：", "owed:");
    for (const DueRun& run : fold(standing_.dues)) due(run);
    due_totals();
  }

  void subsidies() {
    if (standing_.subsidies.empty()) return;
    section("参保资助：", "subsidies:");
    for (const standing::Subsidy& each : standing_.subsidies) {
      line("  " + left_aligned(std::to_string(each.insured_year) + say(" 年度", ""), kWhen - 6) +
           left_aligned(say(each.category) + " · " + say(each.payer), 2 * kWhat) +
           right_aligned(to_grouped_text(each.amount), kMoney) + standard_of(each.why));
      why(each.why);
    }
  }

  void identities() {
    if (standing_.identities.empty()) return;
    section("救助身份：", "categories:");
    for (const standing::CountingIdentity& each : standing_.identities) {
      line("  " + left_aligned(days(each.period), kWhen + 2) + name_of(each) + "  " + marks_of(each.why));
    }
  }
  [[nodiscard]] std::string name_of(const standing::CountingIdentity& held) const {
    const bool by_order = held.why.saying == standing::Saying::identity_by_order;
    return by_order ? narrate(held.why, options_.language) : say(held.category);
  }

  void balance_line(const std::string& when, const std::string& what, const std::string& amount, Money balance,
                    const std::string& more = {}) {
    line("  " + left_aligned(when, kWhen - 6) + left_aligned(what, 2 * kWhat) + right_aligned(amount, kMoney) +
         say("   余额 ", "   balance ") + right_aligned(to_grouped_text(balance), kMoney) + "  " + more);
  }

  // What the run credits, on top of `before`.
  Money credit_line(const EntryRun& run, Money before) {
    const Money each = run.first->amount;
    const Money credited = times(each, run.months);
    const std::string product = run.months == 1 ? "" : "  " + months(run.months) + " × " + to_grouped_text(each);
    balance_line(span(run.first->month, run.last()), say("划入", "credited") + product, "+" + to_grouped_text(credited),
                 before + credited);
    return credited;
  }

  void use_line(const AccountEntry& entry, Money balance) {
    const bool refused = entry.kind == AccountEntry::Kind::refused;
    const std::string what = say(entry.use) + say("（", " (") + say(entry.beneficiary) + say("）", ")");
    const std::string amount = to_grouped_text(entry.amount);
    balance_line(to_text(entry.on), (refused ? "✗ " : "") + what, refused ? "(" + amount + ")" : "-" + amount, balance,
                 (refused ? say("拒付：", "refused: ") + say(entry.refusal) + "  " : "") + marks_of(entry.why));
  }

  void account() {
    const standing::Account& account = standing_.account;
    if (account.entries.empty() && account.opening.is_zero()) return;
    section("个人账户：", "personal account:");
    Money balance = account.opening;
    if (!balance.is_zero()) balance_line(say("期初", "opening"), "", "", balance);
    for (const EntryRun& run : fold(account.entries)) {
      const AccountEntry& entry = *run.first;
      if (run.months > 0) {
        balance += credit_line(run, balance);
        why(entry.why);
      } else {
        if (entry.kind == AccountEntry::Kind::debit) balance -= entry.amount;
        use_line(entry, balance);
      }
    }
    ensure(balance == account.balance, "P5: a balance is its opening and its entries");
  }

  void years() {
    const standing::Years& years = standing_.years;
    const int counted = years.actual_months + years.deemed_months + years.topped_up_months;
    if (counted == 0 && !years.retired) return;
    section("缴费年限：", "contributory months:");
    std::string text = "  " + say("实际 ", "actual ") + std::to_string(years.actual_months);
    if (years.deemed_months > 0) text += say(" + 视同 ", " + deemed ") + std::to_string(years.deemed_months);
    if (years.topped_up_months > 0) text += say(" + 补缴 ", " + topped up ") + std::to_string(years.topped_up_months);
    text += " = " + months(counted);
    if (years.required_months) text += say("；应满 ", "; required ") + std::to_string(*years.required_months);
    if (years.missing_months && *years.missing_months > 0) {
      text += say("，还差 ", ", missing ") + months(*years.missing_months);
    }
    if (years.entitled_from) {
      text +=
          say("；自 ", "; entitled as retired from ") + to_text(*years.entitled_from) + say(" 起享受退休人员待遇", "");
    }
    line(text + "  " + marks_of(years.why));
    if (!years.required_months) why(years.why);
  }

  void warnings() {
    const auto doubts = number_doubts(record_);
    if (standing_.warnings.empty() && doubts.empty()) return;
    section("提示：", "warnings:");
    for (const NumberDoubt doubt : doubts) {
      line("  ! " + say(doubt) + "  (person.id)");
      if (options_.sentences) line("      " + std::string(sentence_of(doubt, options_.language)));
    }
    for (const standing::Warning& each : standing_.warnings) {
      std::string text = "  ! " + say(each.kind);
      if (each.event) text += "  (events[" + std::to_string(*each.event) + "])";
      line(text);
      sentence_line(options_.sentences ? narrate(each, options_.language) : "", each.why);
    }
  }

  void marks() {
    const Grounds grounds = grounds_of(standing_, pool_);
    if (grounds.basis != Basis::cited) {
      line(say("※ 依据：", "※ basis: ") + say(grounds.basis) +
           (grounds.basis == Basis::analogy
                ? say("（部分规定系参照其他地区或较晚的条款，见各条所注）",
                      " (some rules follow a clause of another region or of a later day, see the marks)")
                : say("（部分数值并非文件所定，见各条所注）",
                      " (some figures are not given by the documents, see the marks)")));
    }
    if (grounds.status == PolicyStatus::draft) {
      line(say("※ 适用了征求意见稿，尚非现行政策", "※ a draft rule was applied; it is not in force"));
    }
  }

  const policy::Pool& pool_;
  const Record& record_;
  const Standing& standing_;
  const StandingOptions& options_;
  std::vector<Stretch> line_;
  std::string out_;
};

}  // namespace

Result<std::string> describe(const policy::Pool& pool, const Record& record, const Standing& standing,
                             const StandingOptions& options) {
  return unless_overflow(standing::sums_do_not_fit(), "$",
                         [&] { return StandingPage(pool, record, standing, options).text(); });
}

}  // namespace yidan::exchange
