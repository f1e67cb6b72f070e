#include "statement/statement.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/visible.h"
#include "benefit/explain.h"
#include "benefit/scope.h"
#include "exchange/bill_reason.h"
#include "exchange/bill_sentence.h"
#include "exchange/bill_tree.h"
#include "exchange/display.h"
#include "statement/sheet.h"
#include "statement/units.h"
#include "terms/say.h"

namespace yidan::statement {
namespace {

using exchange::AmountNode;
using exchange::BillTerm;

constexpr std::size_t kLongestName = 300;
constexpr Face kLabel{.ink = Ink::grey};
constexpr Face kSection{.size = 100, .ink = Ink::blue};

// One bill on its pages.
class Pages : private Speaker {
 public:
  Pages(Canvas& canvas, const Settled& settled, const Options& options, std::size_t pages)
      : Speaker(options.language),
        settled_(settled),
        options_(options),
        sheet_(canvas, {title() + say("（续） · ", " (continued) · ") + name(), name() + " · " + number(), pages,
                        options.language}) {}

  // Draws; how many pages it took.
  std::size_t draw() {
    heading();
    facts();
    if (settled_.bill.reason) reason();
    items();
    layers();
    const std::vector<AmountNode> trees = exchange::trees_of(settled_.bill);
    strip(say("一单制结算：由谁支付（元）", "Who pays, on one bill (yuan)"), trees[trees.size() - 2]);
    strip(say("个人负担由何而来（元）", "What makes up what the person bears (yuan)"), trees.back());
    notes();
    documents();
    if (options_.terms) terms(trees);
    ask();
    sheet_.close();
    return sheet_.pages();
  }

  [[nodiscard]] std::string title() const { return say("医疗费用结算单", "Statement of medical costs"); }

 private:
  [[nodiscard]] std::string name() const { return say("就诊编号 ", "encounter ") + shown(settled_.bill.encounter); }
  [[nodiscard]] std::string number() const {
    const std::string& id = settled_.person.id;
    return options_.full_id ? shown(id) : exchange::masked(id);
  }

  void heading() {
    Canvas& canvas = sheet_.canvas();
    const Face large{.size = 180, .ink = Ink::black, .align = Align::centre};
    canvas.text(kMargin, sheet_.y(), kWidth, title(), large);
    sheet_.skip(canvas.height_of(title(), kWidth, large) + 20);
    const std::string below = settled_.bill.pool->name.in(options_.language) +
                              say(" · 基本医疗保险、大病保险与大额补助、医疗救助一单制结算",
                                  " · basic insurance, catastrophic insurance or subsidy, assistance: one bill");
    const Face small{.size = 80, .ink = Ink::grey, .align = Align::centre};
    canvas.text(kMargin, sheet_.y(), kWidth, below, small);
    sheet_.skip(190);
    const std::string sentence = exchange::sentence_of(settled_.bill, options_.language);
    const Face middle{.size = 110, .ink = Ink::blue, .align = Align::centre};
    const int height = canvas.height_of(sentence, kWidth - 200, middle) + 140;
    canvas.fill({kMargin, sheet_.y(), kWidth, height}, Ink::tint);
    canvas.text(kMargin + 100, sheet_.y() + 70, kWidth - 200, sentence, middle);
    sheet_.skip(height + 120);
  }

  struct Fact {
    std::string label;
    std::string value;
  };

  [[nodiscard]] std::string cover() const {
    const Cover* held = cover_on(settled_.person, settled_.bill.rule_date);
    if (held == nullptr) return say("无", "none");
    return say(held->scheme) + " · " + say(held->status);
  }

  // What the amounts are worth stands beside the status, not only in the notes at the end.
  [[nodiscard]] std::string status() const {
    const benefit::Bill& bill = settled_.bill;
    std::string text = say(bill.status);
    if (bill.basis != Basis::cited) text += " · " + say(bill.basis);
    if (bill.policy_status != PolicyStatus::in_force) text += " · " + say(bill.policy_status);
    return text;
  }

  [[nodiscard]] std::string care() const {
    const Encounter& encounter = settled_.encounter;
    const std::string how = exchange::settled_how(encounter, settled_.bill, options_.language);
    return say(encounter.care) + " · " + say(encounter.place) + (how.empty() ? "" : " · " + how);
  }

  void facts() {
    const Encounter& encounter = settled_.encounter;
    const std::array<Fact, 8> all{{
        {say("人员编号", "Person"), number()},
        {say("参保", "Cover"), cover()},
        {say("医疗机构", "Institution"), exchange::institution_of(encounter, options_.language)},
        {say("医疗类别", "Kind of care"), care()},
        {say("就医日期", "Days"), exchange::days_of(encounter, options_.language)},
        {say("规则日期", "Day of the rules"), to_text(settled_.bill.rule_date)},
        {say("就诊编号", "Encounter"), shown(settled_.bill.encounter)},
        {say("结算状态", "Status"), status()},
    }};
    for (std::size_t i = 0; i < all.size(); i += 2) pair(all[i], all[i + 1]);
    sheet_.skip(80);
  }

  void pair(const Fact& left, const Fact& right) {
    constexpr int half = kWidth / 2;
    constexpr int label = 720;
    Canvas& canvas = sheet_.canvas();
    const int width = half - label - 60;
    const int height = std::max(canvas.height_of(left.value, width, {}), canvas.height_of(right.value, width, {}));
    int x = kMargin;
    for (const Fact* fact : {&left, &right}) {
      canvas.text(x, sheet_.y(), label, fact->label, kLabel);
      canvas.text(x + label, sheet_.y(), width, fact->value, {});
      x += half;
    }
    sheet_.skip(height + 40);
  }

  void section(const std::string& text, int below) {
    const int height = sheet_.canvas().height_of(text, kWidth, kSection);
    sheet_.need(height + below);
    sheet_.canvas().text(kMargin, sheet_.y(), kWidth, text, kSection);
    sheet_.skip(height + 40);
  }

  void reason() {
    section(say("为何不予支付", "Why nothing was paid"), 150);
    sheet_.paragraph(exchange::reason_text(settled_.person, settled_.bill, options_.language),
                     {.size = 85, .ink = Ink::red});
    sheet_.skip(80);
  }

  void items() {
    section(say("费用明细（元）", "Items (yuan)"), 600);
    Table table(sheet_, {{"", 220},
                         {say("类别", "Class"), 400},
                         {say("项目", "Item"), 1283},
                         {say("数量", "Quantity"), 400, Align::right},
                         {say("单价", "Price"), 580, Align::right},
                         {say("金额", "Amount"), 620, Align::right},
                         {say("先行自付", "Borne first"), 510, Align::right},
                         {say("不计入报销", "Does not count"), 560, Align::right},
                         {say("政策范围内", "Policy scope"), 660, Align::right}});
    table.head();
    std::size_t index = 0;
    for (const FeeLine& line : settled_.encounter.lines) table.row(item(line, ++index));
    const benefit::ScopeAmounts& sums = settled_.bill.amounts;
    table.row(std::array{std::string(), say("合计", "Sum"), std::string(), std::string(), std::string(),
                         to_grouped_text(sums.total), to_grouped_text(sums.self_pay_first),
                         to_grouped_text(sums.total - sums.self_pay_first - sums.policy_scope),
                         to_grouped_text(sums.policy_scope)},
              true);
    sheet_.skip(120);
  }

  [[nodiscard]] std::array<std::string, 9> item(const FeeLine& line, std::size_t index) const {
    const benefit::ScopeAmounts parts =
        benefit::classify_line(*settled_.bill.pool, settled_.encounter, line, settled_.bill.status);
    std::string known = shown(line.name, kLongestName);
    if (!line.code.empty()) known += (known.empty() ? "" : "\n") + shown(line.code);
    return {std::to_string(index),
            say(line.line_class),
            known.empty() ? say("（未写明）", "(not named)") : known,
            line.units ? trimmed(line.units->count, kQuantityPlaces, 0) : "",
            line.units ? trimmed(line.units->price, kPricePlaces, 2) : "",
            to_grouped_text(parts.total),
            to_grouped_text(parts.self_pay_first),
            to_grouped_text(parts.total - parts.self_pay_first - parts.policy_scope),
            to_grouped_text(parts.policy_scope)};
  }

  void layers() {
    const benefit::Bill& bill = settled_.bill;
    if (bill.layers.empty()) return;
    section(say("各层保障（元）", "Layers of protection (yuan)"), 600);
    Table table(sheet_, {{say("层次", "Layer"), 1150},
                         {say("基金", "Fund"), 1143},
                         {say("计算基数", "Starts from"), 620, Align::right},
                         {say("首先自付", "First self-pay"), 500, Align::right},
                         {say("起付标准以内", "Deductible"), 600, Align::right},
                         {say("个人分担", "Your share"), 600, Align::right},
                         {say("支付", "Paid"), 620, Align::right}});
    table.head();
    for (const benefit::LayerPayment& layer : bill.layers) {
      const Money share = layer.base - layer.first_self_pay - layer.deductible - layer.paid;
      table.row(std::array{say(layer.benefit->layer), say(layer.benefit->fund), to_grouped_text(layer.base),
                           to_grouped_text(layer.first_self_pay), to_grouped_text(layer.deductible),
                           to_grouped_text(share), to_grouped_text(layer.paid)});
    }
    table.row(std::array{say("基金支付合计", "Paid by the funds"), std::string(), std::string(), std::string(),
                         std::string(), std::string(), to_grouped_text(bill.fund_total)},
              true);
    sheet_.skip(120);
  }

  struct Share {
    std::string label;
    Money amount;
  };

  // The parts of a whole, a divided one as its own parts ("account · spouse"), and the whole at the end.
  [[nodiscard]] std::vector<Share> shares_of(const AmountNode& whole) const {
    std::vector<Share> shares;
    for (const AmountNode& part : whole.parts) {
      const std::string& label = part.label.in(options_.language);
      if (part.parts.empty()) shares.push_back({label, part.amount});
      for (const AmountNode& owner : part.parts) {
        shares.push_back({label + " · " + owner.label.in(options_.language), owner.amount});
      }
    }
    shares.push_back({say("合计", "sum"), whole.amount});
    return shares;
  }

  // A whole beside its parts, each in a box of its own.
  void strip(const std::string& heading, const AmountNode& whole) {
    section(heading, 500);
    const std::vector<Share> shares = shares_of(whole);
    Canvas& canvas = sheet_.canvas();
    constexpr int gap = 40;
    const int count = static_cast<int>(shares.size());
    const int width = (kWidth - (count - 1) * gap) / count;
    const Face label{.size = 75, .ink = Ink::grey, .align = Align::centre};
    const Face amount{.size = width < 700 ? 85 : 105, .ink = Ink::black, .align = Align::centre};
    int labels = 0;
    for (const Share& share : shares) labels = std::max(labels, canvas.height_of(share.label, width - 60, label));
    const int height = labels + 260;
    sheet_.need(height);
    int x = kMargin;
    for (const Share& share : shares) {
      canvas.fill({x, sheet_.y(), width, height}, &share == &shares.back() ? Ink::head : Ink::tint);
      canvas.text(x + 30, sheet_.y() + 50, width - 60, share.label, label);
      canvas.text(x + 10, sheet_.y() + labels + 90, width - 20, to_grouped_text(share.amount), amount);
      x += width + gap;
    }
    sheet_.skip(height + 120);
  }

  void notes() {
    const auto notes = exchange::notes_of(settled_.person, settled_.bill, options_.language);
    if (notes.empty()) return;
    section(say("说明", "Notes"), 150);
    for (const std::string& note : notes) sheet_.paragraph("※ " + note, {.ink = Ink::red});
    sheet_.skip(60);
  }

  void documents() {
    const auto documents = benefit::documents_of(settled_.bill);
    if (documents.empty()) return;
    section(say("依据文件", "Documents"), 250);
    for (const policy::Document* each : documents) {
      sheet_.paragraph(exchange::document_name(*each, options_.language), {.ink = Ink::grey});
    }
    sheet_.skip(60);
  }

  void terms(std::span<const AmountNode> trees) {
    section(say("用语", "What the words mean"), 250);
    for (const BillTerm term : exchange::terms_of(trees)) {
      const Word& label = exchange::label_of(term);
      const Word& meaning = exchange::meaning_of(term);
      sheet_.paragraph(say(label.zh, label.en) + say("：", ": ") + say(meaning.zh, meaning.en), {.ink = Ink::grey});
    }
    sheet_.skip(60);
  }

  void ask() {
    section(say("疑问与异议", "Questions and objections"), 250);
    for (const std::string& line : exchange::where_to_ask(settled_.bill, options_.language)) {
      sheet_.paragraph(line, {.ink = Ink::grey});
    }
  }

  const Settled& settled_;
  const Options& options_;
  Sheet sheet_;
};

}  // namespace

Result<std::string> draw(std::span<const Settled> bills, const Options& options) {
  const std::string title = options.language == Language::zh ? "医疗费用结算单" : "Statement of medical costs";
  const Date made_on = bills.back().bill.rule_date;
  // Drawn twice: a page says how many there are.
  std::vector<std::size_t> pages;
  Canvas trial(title, made_on, options.language);
  for (const Settled& each : bills) pages.push_back(Pages(trial, each, options, 0).draw());
  Canvas canvas(title, made_on, options.language);
  for (std::size_t i = 0; i < bills.size(); ++i) (void)Pages(canvas, bills[i], options, pages[i]).draw();
  return canvas.finish();
}

}  // namespace yidan::statement
