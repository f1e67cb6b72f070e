#include "exchange/bill_text.h"

#include <algorithm>
#include <array>

#include "base/visible.h"
#include "benefit/explain.h"
#include "benefit/scope.h"
#include "exchange/bill_reason.h"
#include "exchange/bill_sentence.h"
#include "exchange/bill_tree.h"
#include "exchange/display.h"
#include "terms/say.h"

namespace yidan::exchange {
namespace {

using benefit::Bill;

constexpr std::size_t kLabelWidth = 42;
constexpr std::size_t kMoneyWidth = 16;
constexpr std::size_t kBarWidth = 20;
constexpr std::size_t kItemWidth = 30;

class BillPage : private Speaker {
 public:
  BillPage(const Person& person, const Encounter* encounter, const Bill& bill, const WriteOptions& options)
      : Speaker(options.language), person_(person), encounter_(encounter), bill_(bill), options_(options) {}

  std::string text() {
    heading();
    if (bill_.status == BillStatus::rejected) {
      paragraph(
          "",
          say("未受理：", "rejected: ") + bill_.error->message.in(options_.language) + "  (" + bill_.error->where + ")",
          "  ");
      return out_ + "\n";
    }
    paragraph("", sentence_of(bill_, options_.language), "  ");
    if (encounter_ != nullptr) place();
    if (bill_.reason) reason();
    trees_ = trees_of(bill_);
    for (const AmountNode& tree : trees_) branch(tree, "", "");
    items();
    for (const std::string& note : notes_of(person_, bill_, options_.language)) paragraph("  ※ ", note, "    ");
    counters();
    if (options_.steps != StepDetail::none) {
      documents();
      steps();
    }
    if (options_.terms) terms();
    ask();
    return out_ + "\n";
  }

 private:
  void line(const std::string& text) { out_ += text + "\n"; }

  // Text in lines, `first` before the first of them and `next` before the others.
  void paragraph(const std::string& first, const std::string& text, const std::string& next) {
    const std::size_t indent = std::max(display_width(first), display_width(next));
    bool begun = false;
    for (const std::string& each : wrapped(text, kPageColumns - indent)) {
      line((begun ? next : first) + each);
      begun = true;
    }
  }

  void heading() {
    const std::string pool = bill_.pool->name.in(options_.language);
    std::string title = pool + " · " + masked(person_.id) + " · " + shown(bill_.encounter);
    if (bill_.status != BillStatus::rejected) title += " · " + to_text(bill_.rule_date) + " · " + say(bill_.status);
    paragraph("── ", title + " ────", "   ");
  }

  void place() {
    paragraph("", place_of(*encounter_, options_.language), "  ");
    const std::string how = settled_how(*encounter_, bill_, options_.language);
    if (!how.empty()) paragraph("", how, "  ");
  }

  void reason() {
    std::string list;
    for (const auto clause : reason_clauses(person_, bill_)) list += " " + std::string(clause);
    if (!list.empty()) list = "  [" + list.substr(1) + "]";
    const std::string label = say("原因：", "why: ");
    const std::string indent(display_width(label), ' ');
    paragraph(label, benefit::explain(*bill_.reason, bill_, options_.language) + list, indent);
    const CoverGap* gap = gap_of(person_, bill_);
    if (gap != nullptr) paragraph(indent, gap->text.in(options_.language), indent);
  }

  // A bar whose length is the share of the total; none without a block to draw it with.
  [[nodiscard]] std::string bar(Money part, std::string_view block) const {
    const Money total = bill_.amounts.total;
    if (block.empty() || total.is_zero() || part.is_zero()) return {};
    const auto length = static_cast<std::size_t>(Exact{part.in_fen()} * kBarWidth / total.in_fen());
    return repeat(block, std::clamp<std::size_t>(length, 1, kBarWidth));
  }

  // A long label takes lines of its own; its amount stands in the last of them.
  void row(const std::string& first, const std::string& next, const std::string& label, Money amount,
           std::string_view block) {
    const std::vector<std::string> lines = wrapped(label, kLabelWidth - display_width(first));
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) line((i == 0 ? first : next) + lines[i]);
    std::string text = left_aligned((lines.size() == 1 ? first : next) + lines.back(), kLabelWidth);
    text += right_aligned(to_grouped_text(amount), kMoneyWidth);
    const std::string drawn = bar(amount, block);
    const bool fits = display_width(text) <= kLabelWidth + kMoneyWidth;
    line(drawn.empty() || !fits ? text : text + "  " + drawn);
  }

  [[nodiscard]] static std::string_view block_of(BillTerm term) {
    switch (term) {
      case BillTerm::total:
      case BillTerm::payers:
      case BillTerm::paid:
        return "█";
      case BillTerm::policy_scope:
      case BillTerm::left_before:
        return "▒";
      case BillTerm::account:
        return "▓";
      default:
        return "░";
    }
  }

  void branch(const AmountNode& node, const std::string& first, const std::string& next) {
    row(first, next, node.label.in(options_.language), node.amount, block_of(node.term));
    for (std::size_t i = 0; i < node.parts.size(); ++i) {
      const bool last = i + 1 == node.parts.size();
      branch(node.parts[i], next + (last ? "  └ " : "  ├ "), next + (last ? "    " : "  │ "));
    }
  }

  void item(const std::string& name, const std::array<std::string, 3>& amounts) {
    const std::vector<std::string> lines = wrapped(name, kItemWidth);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) line("     " + lines[i]);
    std::string text = "     " + left_aligned(lines.back(), kItemWidth);
    for (const std::string& amount : amounts) text += right_aligned(" " + amount, 15);
    line(text);
  }

  [[nodiscard]] std::string name_of(const FeeLine& fee, std::size_t number) const {
    const std::string& known = !fee.name.empty() ? fee.name : !fee.code.empty() ? fee.code : fee.id;
    const std::string name = known.empty() ? std::to_string(number) : shown(known, kLongestName);
    return say(fee.line_class) + " " + name;
  }

  void items() {
    if (encounter_ == nullptr) return;
    line(say("  费用明细：", "  items:"));
    item(say("类别与项目", "class and item"),
         {say("金额", "amount"), say("不计入报销", "does not count"), say("政策范围内", "policy scope")});
    std::size_t number = 0;
    for (const FeeLine& fee : encounter_->lines) {
      const benefit::ScopeAmounts parts = benefit::classify_line(*bill_.pool, *encounter_, fee, bill_.status);
      item(name_of(fee, ++number), {to_grouped_text(parts.total), to_grouped_text(parts.total - parts.policy_scope),
                                    to_grouped_text(parts.policy_scope)});
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
      row("     ", "     ", counter_name(bill_.pool->counter_names[i]), bill_.counters[i], "");
    }
  }

  // What the rules of the steps stand in: "YT  烟政办发〔2022〕17号 《…》".
  void documents() {
    const auto cited = benefit::documents_of(bill_);
    if (cited.empty()) return;
    line(say("  依据文件：", "  documents:"));
    for (const policy::Document* each : cited) {
      paragraph("     " + left_aligned(each->id, 6), document_name(*each, options_.language), std::string(11, ' '));
    }
  }

  void steps() {
    line(say("  步骤：", "  steps:"));
    std::size_t number = 0;
    for (const benefit::Step& step : bill_.steps) {
      const std::string index = std::to_string(++number);
      std::string text;
      if (options_.steps == StepDetail::full) text += benefit::explain(step, options_.language) + "  ";
      text += "‹" + std::string(benefit::rule_id(step, *bill_.pool));
      for (const auto clause : benefit::clauses_of(step, *bill_.pool)) text += " " + std::string(clause);
      const Basis basis = benefit::basis_of(step, *bill_.pool);
      if (basis != Basis::cited) text += " · " + say(basis);
      const PolicyStatus status = benefit::policy_status_of(step, *bill_.pool);
      if (status == PolicyStatus::draft) text += " · " + say(status);
      if (benefit::is_unfiled(step, *bill_.pool)) text += say(" · 未备案", " · not filed");
      paragraph(right_aligned(index, 4) + ". ", text + "›", "      ");
    }
  }

  // What the words of this bill mean.
  void terms() {
    line(say("  用语：", "  what the words mean:"));
    for (const BillTerm term : terms_of(trees_)) {
      const Word& label = label_of(term);
      const Word& meaning = meaning_of(term);
      paragraph("     ", say(label.zh, label.en) + say("：", ": ") + say(meaning.zh, meaning.en), "       ");
    }
  }

  void ask() {
    line(say("  有疑问或异议：", "  questions and objections:"));
    for (const std::string& each : where_to_ask(bill_, options_.language)) paragraph("     ", each, "     ");
  }

  const Person& person_;
  const Encounter* encounter_;
  const Bill& bill_;
  const WriteOptions& options_;
  std::vector<AmountNode> trees_;
  std::string out_;
};

}  // namespace

std::string describe(const Person& person, const Encounter* encounter, const Bill& bill, const WriteOptions& options) {
  return BillPage(person, encounter, bill, options).text();
}

}  // namespace yidan::exchange
