#include "exchange/cost_report.h"

#include <array>

#include "base/csv.h"
#include "base/json_writer.h"
#include "calendar/month.h"
#include "contract/cost.h"
#include "exchange/display.h"
#include "terms/say.h"

namespace yidan::exchange {
namespace {

using costing::Amounts;
using costing::Capacity;
using costing::Cost;
using costing::GroupKey;
using costing::Side;

template <json::KeyText kName>
constexpr json::Key cost_key = contract::kKey<contract::kCostFields, kName>;
template <json::KeyText kName>
constexpr json::Key amounts_key = contract::kKey<contract::kCostAmountFields, kName>;
template <json::KeyText kName>
constexpr json::Key packs_key = contract::kKey<contract::kCostPacksFields, kName>;
template <json::KeyText kName>
constexpr json::Key month_key = contract::kKey<contract::kCostMonthFields, kName>;
template <json::KeyText kName>
constexpr json::Key fund_key = contract::kKey<contract::kCostFundFields, kName>;
template <json::KeyText kName>
constexpr json::Key group_key = contract::kKey<contract::kCostGroupFields, kName>;
template <json::KeyText kName>
constexpr json::Key side_key = contract::kKey<contract::kCostSideFields, kName>;
template <json::KeyText kName>
constexpr json::Key capacity_key = contract::kKey<contract::kCostCapacityFields, kName>;

bool is_nothing(const Amounts& amounts) { return amounts.before.is_zero() && amounts.after.is_zero(); }

// "3.17": hundredths of a month.
std::string months_text(std::int64_t hundredths) { return to_text(Money::fen(hundredths)); }

std::string month_text(int year, unsigned month) { return to_text(Month::of(year, month)); }

class CostWriter {
 public:
  explicit CostWriter(std::string& out) : json_(out, json::Writer::Style::pretty) {}

  void write(const CostReport& report) {
    const Cost& cost = *report.cost;
    json_.begin_object();
    json_.text(cost_key<"format">, "yidan.cost/1");
    json_.text(cost_key<"pool">, to_text(report.pool->region));
    number(cost_key<"year">, cost.year());
    json_.text(cost_key<"draft">, report.draft);
    json_.text(cost_key<"on">, to_text(report.on));
    number(cost_key<"persons">, cost.persons());
    number(cost_key<"bills">, cost.bills());
    number(cost_key<"not_settled">, report.not_settled);
    write_in_force(report);
    json_.key(cost_key<"paid">);
    write(cost.total());
    json_.key(cost_key<"funds">);
    write_funds([&cost](Fund fund) { return cost.of(fund); });
    write_months(cost);
    write_groups(cost);
    json_.key(cost_key<"gain">);
    write(cost.gain());
    json_.key(cost_key<"lose">);
    write(cost.loss());
    write_capacity(report);
    json_.end_object();
  }

 private:
  void number(json::Key key, std::int64_t value) {
    json_.key(key);
    json_.number(static_cast<long long>(value));
  }

  void write_in_force(const CostReport& report) {
    if (report.in_force.empty()) return;
    json_.key(cost_key<"in_force">);
    json_.begin_array();
    for (const costing::PacksInForce& each : report.in_force) {
      json_.begin_object();
      json_.text(packs_key<"from">, to_text(each.from));
      json_.text(packs_key<"packs">, each.digest);
      json_.end_object();
    }
    json_.end_array();
  }

  void write(const Amounts& amounts) {
    json_.begin_object();
    json_.fixed(amounts_key<"before">, amounts.before.in_fen(), 2);
    json_.fixed(amounts_key<"after">, amounts.after.in_fen(), 2);
    json_.fixed(amounts_key<"difference">, amounts.difference().in_fen(), 2);
    json_.end_object();
  }

  template <class AmountsOf>
  void write_funds(const AmountsOf& amounts_of) {
    json_.begin_array();
    for (std::size_t i = 0; i < costing::kFunds; ++i) {
      const auto fund = static_cast<Fund>(i);
      const Amounts amounts = amounts_of(fund);
      if (is_nothing(amounts)) continue;
      json_.begin_object();
      json_.text(fund_key<"fund">, code(fund));
      json_.key(fund_key<"paid">);
      write(amounts);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_months(const Cost& cost) {
    json_.key(cost_key<"months">);
    json_.begin_array();
    for (unsigned month = 1; month <= costing::kMonths; ++month) {
      json_.begin_object();
      json_.text(month_key<"month">, month_text(cost.year(), month));
      json_.key(month_key<"paid">);
      write(cost.in_month(month));
      json_.key(month_key<"funds">);
      write_funds([&](Fund fund) { return cost.in_month(month, fund); });
      json_.end_object();
    }
    json_.end_array();
  }

  void write_groups(const Cost& cost) {
    json_.key(cost_key<"groups">);
    json_.begin_array();
    for (const auto& [key, group] : cost.groups()) {
      json_.begin_object();
      if (key.scheme) json_.text(group_key<"scheme">, code(*key.scheme));
      if (key.status) json_.text(group_key<"status">, code(*key.status));
      json_.text(group_key<"identity">, code(key.identity));
      number(group_key<"persons">, group.persons);
      number(group_key<"gain">, group.gain);
      number(group_key<"lose">, group.lose);
      json_.key(group_key<"paid">);
      write(group.paid);
      json_.end_object();
    }
    json_.end_array();
  }

  void write(const Side& side) {
    json_.begin_object();
    number(side_key<"persons">, side.persons);
    json_.fixed(side_key<"sum">, side.sum.in_fen(), 2);
    json_.fixed(side_key<"largest">, side.largest.in_fen(), 2);
    if (side.persons > 0) json_.text(side_key<"person">, masked(side.person));
    json_.end_object();
  }

  void write_capacity(const CostReport& report) {
    json_.key(cost_key<"capacity">);
    json_.begin_array();
    for (const Capacity& capacity : report.capacity) {
      json_.begin_object();
      json_.text(capacity_key<"fund">, code(capacity.fund));
      json_.fixed(capacity_key<"balance">, capacity.balance.in_fen(), 2);
      json_.fixed(capacity_key<"outlay">, capacity.outlay.in_fen(), 2);
      number(capacity_key<"months">, capacity.months);
      if (const auto held = capacity.held()) json_.text(capacity_key<"held">, months_text(*held));
      if (const auto after = capacity.held_after()) json_.text(capacity_key<"held_after">, months_text(*after));
      json_.end_object();
    }
    json_.end_array();
  }

  json::Writer json_;
};

// A table for people: a name in front, amounts behind.
class CostPage : private Speaker {
 public:
  CostPage(const CostReport& report, Language language) : Speaker(language), report_(report), cost_(*report.cost) {}

  std::string text() {
    head();
    funds();
    months();
    groups();
    sides();
    capacity();
    return std::move(out_);
  }

 private:
  template <class E>
  [[nodiscard]] std::string name(E value) const {
    return say(word(value).zh, word(value).en);
  }

  void head() {
    const std::string pool = report_.pool->name.in(language());
    const std::string year = std::to_string(cost_.year());
    out_ += say(pool + " " + year + " 年的结算按草案重算：" + report_.draft,
                pool + ", the bills of " + year + " under the draft " + report_.draft) +
            "\n";
    const std::string persons = std::to_string(cost_.persons());
    const std::string bills = std::to_string(cost_.bills());
    out_ += say(persons + " 人，" + bills + " 份结算单；未写入账册",
                persons + " persons, " + bills + " bills; nothing is written") +
            "\n";
    in_force();
    if (report_.not_settled == 0) return;
    const std::string count = std::to_string(report_.not_settled);
    out_ += say("有 " + count + " 个事项在其中一套规则下不予受理，按未支付计",
                count + " entries are refused by one of the two: nothing is paid for them") +
            "\n";
  }

  // What "in force" means: by the books, or the packs at hand.
  void in_force() {
    if (report_.in_force.empty()) {
      out_ += say("现行：手头的政策包（账册没有启用政策包）",
                  "in force: the packs at hand, the books have put none into force") +
              "\n";
      return;
    }
    std::string list;
    for (const costing::PacksInForce& each : report_.in_force) {
      const std::string from = to_text(each.from);
      const std::string digest = each.digest.substr(0, kShownDigits);
      list += (list.empty() ? "" : say("；", "; ")) + say("自 " + from + " 起 " + digest, digest + " from " + from);
    }
    out_ += say("现行：账册启用的政策包，" + list, "in force: what the books have put into force, " + list) + "\n";
  }

  void heading(const std::string& title) {
    out_ += "\n" + left_aligned(title, kName) + right_aligned(say("现行", "in force"), kAmount) +
            right_aligned(say("草案", "draft"), kAmount) + right_aligned(say("差额", "difference"), kAmount) + "\n";
  }

  void row(const std::string& title, const Amounts& amounts) {
    std::string difference = to_text(amounts.difference());
    if (amounts.difference() > Money{}) difference.insert(0, 1, '+');
    out_ += left_aligned(title, kName) + right_aligned(to_text(amounts.before), kAmount) +
            right_aligned(to_text(amounts.after), kAmount) + right_aligned(difference, kAmount) + "\n";
  }

  void funds() {
    heading(say("按基金", "by fund"));
    for (std::size_t i = 0; i < costing::kFunds; ++i) {
      const auto fund = static_cast<Fund>(i);
      if (!is_nothing(cost_.of(fund))) row("  " + name(fund), cost_.of(fund));
    }
    row(say("  合计", "  total"), cost_.total());
  }

  void months() {
    heading(say("按月", "by month"));
    for (unsigned month = 1; month <= costing::kMonths; ++month) {
      if (!is_nothing(cost_.in_month(month))) row("  " + month_text(cost_.year(), month), cost_.in_month(month));
    }
  }

  [[nodiscard]] std::string group_name(const GroupKey& key) const {
    if (!key.scheme) return say("无待遇", "without cover");
    std::string text = key.status ? name(*key.status) : name(*key.scheme);
    if (key.identity != Identity::none) text += " " + name(key.identity);
    return text;
  }

  void groups() {
    heading(say("按人群", "by group"));
    for (const auto& [key, group] : cost_.groups()) {
      const std::string persons = std::to_string(group.persons);
      row("  " + group_name(key) + say("（" + persons + " 人）", " (" + persons + ")"), group.paid);
    }
  }

  void side(const std::string& zh, const std::string& en, const Side& side) {
    if (side.persons == 0) {
      out_ += say(zh + "：无", en + ": nobody") + "\n";
      return;
    }
    const std::string persons = std::to_string(side.persons);
    const std::string sum = to_text(side.sum);
    const std::string largest = to_text(side.largest);
    out_ +=
        say(zh + "：" + persons + " 人，共 " + sum + " 元，单人最多 " + largest + " 元（" + masked(side.person) + "）",
            en + ": " + persons + " persons, together " + sum + " yuan, at most " + largest + " of one (" +
                masked(side.person) + ")") +
        "\n";
  }

  void sides() {
    out_ += "\n";
    side("全年基金多付", "the funds pay more", cost_.gain());
    side("全年基金少付", "the funds pay less", cost_.loss());
  }

  [[nodiscard]] std::string held(const std::optional<std::int64_t>& months) const {
    return months ? months_text(*months) : say("不计", "n/a");
  }

  void capacity() {
    if (report_.capacity.empty()) return;
    const std::string day = to_text(report_.on);
    out_ += "\n" + left_aligned(say("支付能力（" + day + "）", "months held, " + day), kName) +
            right_aligned(say("结余", "balance"), kAmount) + right_aligned(say("现行 月", "in force"), kAmount) +
            right_aligned(say("草案 月", "draft"), kAmount) + "\n";
    for (const Capacity& each : report_.capacity) {
      out_ += left_aligned("  " + name(each.fund), kName) + right_aligned(to_text(each.balance), kAmount) +
              right_aligned(held(each.held()), kAmount) + right_aligned(held(each.held_after()), kAmount) + "\n";
      if (each.months == static_cast<std::int64_t>(costing::kMonths)) continue;
      const std::string used = std::to_string(each.months);
      out_ +=
          say("    已结月份不足 12 个，用了 " + used + " 个", "    fewer than 12 closed months: " + used + " used") +
          "\n";
    }
  }

  static constexpr std::size_t kShownDigits = 12;  // of a digest
  static constexpr std::size_t kName = 32;
  static constexpr std::size_t kAmount = 16;

  const CostReport& report_;
  const Cost& cost_;
  std::string out_;
};

}  // namespace

std::string cost_json(const CostReport& report) {
  std::string out;
  CostWriter(out).write(report);
  return out + "\n";
}

std::string cost_text(const CostReport& report, Language language) { return CostPage(report, language).text(); }

std::string cost_csv(const CostReport& report) {
  const Cost& cost = *report.cost;
  const std::string pool = to_text(report.pool->region);
  std::string out;
  csv::append_row(out, std::array<std::string, 11>{"pool", "month", "fund", "scheme", "status", "identity", "persons",
                                                   "gain", "lose", "before", "after"});
  for (unsigned month = 1; month <= costing::kMonths; ++month) {
    for (std::size_t i = 0; i < costing::kFunds; ++i) {
      const auto fund = static_cast<Fund>(i);
      const Amounts& paid = cost.in_month(month, fund);
      if (is_nothing(paid)) continue;
      csv::append_row(
          out, std::array<std::string, 11>{pool, month_text(cost.year(), month), std::string(code(fund)), "", "", "",
                                           "", "", "", to_text(paid.before), to_text(paid.after)});
    }
  }
  for (const auto& [key, group] : cost.groups()) {
    csv::append_row(out, std::array<std::string, 11>{pool, "", "", key.scheme ? std::string(code(*key.scheme)) : "",
                                                     key.status ? std::string(code(*key.status)) : "",
                                                     std::string(code(key.identity)), std::to_string(group.persons),
                                                     std::to_string(group.gain), std::to_string(group.lose),
                                                     to_text(group.paid.before), to_text(group.paid.after)});
  }
  return out;
}

}  // namespace yidan::exchange
