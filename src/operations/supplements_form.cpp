// Help beside the funds as it leaves the desk: JSON for programs, text for people.
#include <algorithm>

#include "base/json_writer.h"
#include "base/visible.h"
#include "exchange/display.h"
#include "operations/supplements.h"
#include "terms/say.h"

namespace yidan::operations {
namespace {

void write_payout(json::Writer& json, const Payout& payout, Language language) {
  json.begin_object();
  json.text("entry", payout.entry);
  json.text("source", payout.source.in(language));
  if (!payout.programme.empty()) json.text("programme", payout.programme);
  if (!payout.payer.empty()) json.text("payer", payout.payer);
  json.text("amount", to_text(payout.amount));
  json.text("day", payout.day);
  json.text("document", payout.document);
  json.end_object();
}

void write_help(json::Writer& json, const BillHelp& help, Language language) {
  json.begin_object();
  json.text("bill", to_text(help.bill));
  json.text("total", to_text(help.total));
  json.text("funds", to_text(help.funds));
  json.text("outside", to_text(help.outside));
  json.text("in_scope", to_text(help.in_scope));
  json.key("payouts");
  json.begin_array();
  for (const Payout& each : help.payouts) write_payout(json, each, language);
  json.end_array();
  json.text("received", to_text(help.received));
  json.text("left", to_text(help.left()));
  if (help.above() > Money{}) json.text("above", to_text(help.above()));
  json.key("programmes");
  json.begin_array();
  for (const std::string& each : help.programmes) json.string(each);
  json.end_array();
  json.end_object();
}

void write_programme(json::Writer& json, const Programme& programme, Language language) {
  json.begin_object();
  json.text("entry", programme.entry);
  json.text("name", programme.name);
  json.text("sponsor", programme.sponsor);
  json.text("source", programme.source.in(language));
  if (!programme.conditions.empty()) json.text("conditions", programme.conditions);
  json.end_object();
}

class HelpPage : private Speaker {
 public:
  explicit HelpPage(Language language) : Speaker(language) {}

  std::string write(const Supplements& supplements) {
    out_ =
        exchange::masked(supplements.person) + "  " + to_text(supplements.pool) + "  " + to_text(supplements.on) + "\n";
    for (const BillHelp& each : supplements.bills) write(each, supplements.programmes);
    if (supplements.bills.empty()) out_ += say("本年没有结算单\n", "no bills this year\n");
    return harmless(std::move(out_));
  }

 private:
  void amount(const std::string& name, Money value) {
    out_ += "  " + exchange::left_aligned(name, 34) + exchange::right_aligned(to_grouped_text(value), 16) + "\n";
  }

  void write(const BillHelp& help, const std::vector<Programme>& programmes) {
    out_ += to_text(help.bill) + "\n";
    amount(say("费用", "cost"), help.total);
    amount(say("基金支付", "paid by the funds"), help.funds);
    amount(say("目录外费用", "outside the catalogue"), help.outside);
    amount(say("范围内个人负担", "left of cost in scope"), help.in_scope);
    for (const Payout& each : help.payouts) {
      amount(each.source.in(language()) + " " + (each.payer.empty() ? each.programme : each.payer) + " " + each.day,
             each.amount);
    }
    if (help.above() > Money{}) {
      amount(say("！所得超出费用", "! receipts above the cost"), help.above());
      return;
    }
    amount(say("仍由个人负担", "left to the person"), help.left());
    for (const std::string& entry : help.programmes) {
      const auto found = std::ranges::find(programmes, entry, &Programme::entry);
      if (found == programmes.end()) continue;
      out_ += "  " + say("可申请：", "may be asked: ") + found->name + say("（", " (") + found->source.in(language()) +
              say("，", ", ") + found->sponsor + say("）", ")") +
              (found->conditions.empty() ? "" : say("：", ": ") + found->conditions) + "\n";
    }
  }

  std::string out_;
};

}  // namespace

std::string supplements_json(const Supplements& supplements, Language language) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.supplements/1");
  json.text("pool", to_text(supplements.pool));
  json.text("person", supplements.person);
  json.text("on", to_text(supplements.on));
  json.key("bills");
  json.begin_array();
  for (const BillHelp& each : supplements.bills) write_help(json, each, language);
  json.end_array();
  json.key("programmes");
  json.begin_array();
  for (const Programme& each : supplements.programmes) write_programme(json, each, language);
  json.end_array();
  json.end_object();
  return text + "\n";
}

std::string supplements_text(const Supplements& supplements, Language language) {
  return HelpPage(language).write(supplements);
}

}  // namespace yidan::operations
