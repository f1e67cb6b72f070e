#include "exchange/bill_text.h"

#include <algorithm>
#include <array>

#include "benefit/explain.h"
#include "exchange/bill_reason.h"
#include "exchange/display.h"
#include "exchange/number_warnings.h"

namespace yidan::exchange {
namespace {

using benefit::Bill;

constexpr std::size_t kLabelWidth = 48;
constexpr std::size_t kMoneyWidth = 16;
constexpr std::size_t kBarWidth = 24;

class Page {
 public:
  Page(const Case& facts, const Bill& bill, const WriteOptions& options)
      : facts_(facts), bill_(bill), options_(options), zh_(options.language == Language::zh) {}

  std::string text() {
    heading();
    if (bill_.status == BillStatus::rejected) {
      line(say("未受理：", "rejected: ") + bill_.error->message.in(options_.language) + "  (" + bill_.error->where +
           ")");
      return out_ + "\n";
    }
    if (bill_.reason) reason();
    waterfall();
    layer_table();
    marks();
    warnings();
    counters();
    if (options_.steps != StepDetail::none) {
      documents();
      steps();
    }
    return out_ + "\n";
  }

 private:
  [[nodiscard]] std::string say(std::string_view zh, std::string_view en) const { return std::string(zh_ ? zh : en); }
  template <class E>
  [[nodiscard]] std::string say(E value) const {
    return say(word(value).zh, word(value).en);
  }
  void line(const std::string& text) { out_ += text + "\n"; }

  void heading() {
    const std::string pool = bill_.pool->name.in(options_.language);
    std::string title = pool + " · " + masked(facts_.person.id) + " · " + bill_.encounter;
    if (bill_.status != BillStatus::rejected) title += " · " + to_text(bill_.rule_date) + " · " + say(bill_.status);
    line("── " + title + " ────");
  }

  void reason() {
    std::string list;
    for (const auto clause : reason_clauses(facts_.person, bill_)) list += " " + std::string(clause);
    if (!list.empty()) list = "  [" + list.substr(1) + "]";
    line(say("原因：", "why: ") + benefit::explain(*bill_.reason, bill_, options_.language) + list);
    const CoverGap* gap = gap_of(facts_.person, bill_);
    if (gap != nullptr) line("      " + gap->text.in(options_.language));
  }

  // A bar whose length is the share of the total; none without a block to draw it with.
  [[nodiscard]] std::string bar(Money part, std::string_view block) const {
    const Money total = bill_.amounts.total;
    if (block.empty() || total.is_zero() || part.is_zero()) return {};
    const auto length = static_cast<std::size_t>(Exact{part.in_fen()} * kBarWidth / total.in_fen());
    return repeat(block, std::max<std::size_t>(length, 1));
  }

  void row(std::string_view indent, const std::string& label, Money amount, std::string_view block) {
    const std::string money = to_grouped_text(amount);
    std::string text = std::string(indent) + label;
    const std::size_t width = display_width(text);
    text.append(width < kLabelWidth ? kLabelWidth - width : 1, ' ');
    text.append(money.size() < kMoneyWidth ? kMoneyWidth - money.size() : 1, ' ');
    text += money;
    const std::string drawn = bar(amount, block);
    line(drawn.empty() ? text : text + "  " + drawn);
  }
  void part(std::string_view zh, std::string_view en, Money amount) {
    if (!amount.is_zero()) row("  ├ ", say(zh, en), amount, "░");
  }

  void waterfall() {
    const benefit::ScopeAmounts& amounts = bill_.amounts;
    row("", say("总费用", "total"), amounts.total, "█");
    part("基金不予支付", "not payable", amounts.not_payable);
    part("目录外", "outside the catalogue", amounts.outside_catalogue);
    part("超支付标准", "over the limit", amounts.over_limit);
    part("乙类先行自付", "class B share first", amounts.self_pay_first);
    row("  └ ", say("政策范围内", "policy scope"), amounts.policy_scope, "▒");
    for (const benefit::LayerPayment& layer : bill_.layers) {
      if (!layer.first_self_pay.is_zero()) row("     · ", say("首先自付", "first self-pay"), layer.first_self_pay, "░");
      if (!layer.deductible.is_zero())
        row("     · ", say("起付标准以内", "under the deductible"), layer.deductible, "░");
      row("     ├ ", say(layer.benefit->layer), layer.paid, "█");
    }
    row("  ", say("基金合计", "funds"), bill_.fund_total, "█");
    if (!bill_.account.is_zero()) row("  ", say("个人账户", "account"), bill_.account, "▓");
    row("  ", say("现金", "cash"), bill_.cash, "░");
    if (bill_.deposit_waived) line("  " + say("免收住院押金，先诊疗后付费", "no deposit: treated before paying"));
  }

  void layer_table() {
    if (bill_.layers.empty()) return;
    const auto cells = [this](const std::string& name, const std::array<std::string, 5>& amounts) {
      std::string text = "  " + left_aligned(name, 30);
      for (const std::string& amount : amounts) text += right_aligned(amount, 15);
      line(text);
    };
    cells(say("层次", "layer"), {say("基数", "base"), say("首先自付", "first self-pay"), say("起付以内", "deductible"),
                                 say("支付", "paid"), say("负担", "burden")});
    for (const benefit::LayerPayment& layer : bill_.layers) {
      cells(say(layer.benefit->layer),
            {to_grouped_text(layer.base), to_grouped_text(layer.first_self_pay), to_grouped_text(layer.deductible),
             to_grouped_text(layer.paid), to_grouped_text(layer.burden)});
    }
  }

  void marks() {
    if (bill_.basis != Basis::cited) {
      line(say("  ※ 依据：", "  ※ basis: ") + say(bill_.basis) +
           (bill_.basis == Basis::analogy
                ? say("（部分规定系参照其他地区或较晚的条款，见步骤）",
                      " (some rules follow a clause of another region or of a later day, see the steps)")
                : say("（部分数值并非文件所定，见步骤）",
                      " (some figures are not given by the documents, see the steps)")));
    }
    if (bill_.policy_status == PolicyStatus::draft) {
      line(say("  ※ 适用了征求意见稿，尚非现行政策", "  ※ a draft rule was applied; it is not in force"));
    }
  }

  void warnings() {
    for (const NumberDoubt doubt : number_doubts(facts_.person)) {
      line(say("  ! 提示：", "  ! warning: ") + std::string(sentence_of(doubt, options_.language)));
    }
  }

  // A counter in words: "职工普通门诊统筹 已用起付", "… 累计", "… 已付".
  [[nodiscard]] std::string counter_name(const std::string& name) const {
    const std::string benefit = name.substr(0, name.find_first_of(".:"));
    const std::string part = name.substr(name.rfind('.') + 1);
    const auto found = std::ranges::find(bill_.pool->benefits, benefit, &policy::Benefit::id);
    std::string words = found == bill_.pool->benefits.end() ? benefit : found->title.in(options_.language);
    const std::size_t colon = name.find(':');
    if (colon != std::string::npos) {
      const auto disease = parse_word<Disease>(name.substr(colon + 1, name.rfind('.') - colon - 1));
      if (disease) words += " · " + say(*disease);
    }
    if (part == "deductible") return words + say(" 已用起付", " – deductible");
    return words + (part == "base" ? say(" 累计", " – base") : say(" 已付", " – paid"));
  }

  void counters() {
    bool first = true;
    for (std::size_t i = 0; i < bill_.counters.size(); ++i) {
      if (bill_.counters[i].is_zero()) continue;
      if (first) line(say("  本年累计：", "  year so far:"));
      first = false;
      row("     ", counter_name(bill_.pool->counter_names[i]), bill_.counters[i], "");
    }
  }

  // What the rules of the steps stand in: "YT  烟政办发〔2022〕17号《…》".
  void documents() {
    const auto cited = benefit::documents_of(bill_);
    if (cited.empty()) return;
    line(say("  依据文件：", "  documents:"));
    for (const policy::Document* each : cited) {
      std::string text = "     " + left_aligned(each->id, 6);
      if (!each->number.empty()) text += each->number + " ";
      text += say("《", "") + each->title.in(options_.language) + say("》", "");
      if (each->status == PolicyStatus::draft) text += " · " + say(each->status);
      line(text);
    }
  }

  void steps() {
    line(say("  步骤：", "  steps:"));
    std::size_t number = 0;
    for (const benefit::Step& step : bill_.steps) {
      const std::string index = std::to_string(++number);
      std::string text = std::string(4 - std::min<std::size_t>(index.size(), 4), ' ') + index + ". ";
      if (options_.steps == StepDetail::full) text += benefit::explain(step, options_.language);
      text += "  ‹" + std::string(benefit::rule_id(step, *bill_.pool));
      for (const auto clause : benefit::clauses_of(step, *bill_.pool)) text += " " + std::string(clause);
      const Basis basis = benefit::basis_of(step, *bill_.pool);
      if (basis != Basis::cited) text += " · " + say(basis);
      const PolicyStatus status = benefit::policy_status_of(step, *bill_.pool);
      if (status == PolicyStatus::draft) text += " · " + say(status);
      line(text + "›");
    }
  }

  const Case& facts_;
  const Bill& bill_;
  const WriteOptions& options_;
  bool zh_;
  std::string out_;
};

}  // namespace

std::string describe(const Case& facts, const Bill& bill, const WriteOptions& options) {
  return Page(facts, bill, options).text();
}

}  // namespace yidan::exchange
