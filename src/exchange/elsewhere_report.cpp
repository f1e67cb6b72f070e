#include "exchange/elsewhere_report.h"

#include "base/csv.h"
#include "base/visible.h"
#include "contract/elsewhere.h"
#include "exchange/display.h"
#include "exchange/text_writer.h"
#include "terms/say.h"

namespace yidan::exchange {
namespace {

std::string share_at_once(const ElsewhereShare& share) {
  return share_text(share.at_once, share.at_once + share.later);
}

Text what_to_file(const UnfiledBill& bill) {
  switch (bill.place) {
    case Place::remote_resident:
      return {"补办异地长期居住备案，用 facts 的 residence 记入；准予后结算单自动按备案重新结算",
              "file the long-term residence and tell it by 'facts' ('residence'); once granted the bill is settled "
              "again as filed"};
    case Place::remote_referred:
      return {"由转出机构补报转诊备案，用 facts 的 residence（remote-referred）记入",
              "have the referral filed by the institution that referred, and tell it by 'facts' ('residence', "
              "remote-referred)"};
    case Place::local:
    case Place::remote_temporary:
      break;
  }
  return {"核实是转诊、长期居住还是临时外出，补办备案，用 facts 的 residence 记入；准予后结算单自动按备案重新结算",
          "find out whether it was a referral, residence or a trip, file it and tell it by 'facts' ('residence'); once "
          "granted the bill is settled again as filed"};
}

void write_share(json::Writer& json, const ElsewhereShare& share) {
  json.begin_object();
  json.text("month", to_text(share.month));
  json.text("care", code(share.care));
  json.text("reach", code(share.reach));
  json.key("at_once");
  json.number(share.at_once);
  json.key("later");
  json.number(share.later);
  json.text("share", share_at_once(share));
  json.text("fund_at_once", to_text(share.fund_at_once));
  json.text("fund_later", to_text(share.fund_later));
  json.end_object();
}

void write_unfiled(json::Writer& json, const UnfiledBill& bill) {
  json.begin_object();
  json.text("person", bill.person);
  json.text("category", code(bill.identity));
  json.text("encounter", bill.encounter);
  if (!bill.provider.empty()) json.text("provider", bill.provider);
  if (bill.region.known()) json.text("region", to_text(bill.region));
  json.text("date", to_text(bill.date));
  json.text("care", code(bill.care));
  json.text("place", code(bill.place));
  if (bill.later) {
    json.key("reimbursed_later");
    json.boolean(true);
  }
  json.text("fund_total", to_text(bill.fund));
  json.key("todo");
  write_text(json, what_to_file(bill));
  json.end_object();
}

std::string row(const std::vector<std::string>& cells) {
  std::string text;
  csv::append_text_row(text, cells);
  return text;
}

std::string how(bool later, Language language) {
  return later ? say(language, "事后报销", "later") : say(language, "直接结算", "at once");
}

}  // namespace

std::string elsewhere_text(const ElsewhereReport& report, Language language) {
  std::string page = report.pool->name.in(language) + "  " + to_text(report.from) + " – " + to_text(report.to) + "\n";
  if (report.shares.empty()) page += say(language, "没有异地就医的结算单\n", "no bills of care elsewhere\n");
  for (const ElsewhereShare& each : report.shares) {
    page += to_text(each.month) + "  " + left_aligned(say(language, each.care), 16) +
            left_aligned(say(language, each.reach), 20) + say(language, "直接结算 ", "at once ") +
            right_aligned(std::to_string(each.at_once), 6) + say(language, "，事后报销 ", ", later ") +
            right_aligned(std::to_string(each.later), 6) + right_aligned(share_at_once(each), 8) + "%\n";
  }
  if (report.unfiled.empty()) return page;
  page += say(language, "救助对象未备案的异地就医：\n", "assistance targets elsewhere without a filing:\n");
  for (const UnfiledBill& each : report.unfiled) {
    page += "  " + masked(each.person) + "  " + say(language, each.identity) + "  " + each.encounter + "  " +
            to_text(each.date) + "  " + say(language, each.care) + "  " + say(language, each.place) + "  " +
            how(each.later, language) + "\n    " + what_to_file(each).in(language) + "\n";
  }
  return harmless(page);
}

std::string elsewhere_json(const ElsewhereReport& report) {
  std::string text;
  json::Writer json(text, json::Writer::Style::pretty);
  json.begin_object();
  json.text("format", contract::kElsewhere.name);
  json.text("pool", to_text(report.pool->region));
  json.text("from", to_text(report.from));
  json.text("to", to_text(report.to));
  json.key("shares");
  json.begin_array();
  for (const ElsewhereShare& each : report.shares) write_share(json, each);
  json.end_array();
  json.key("unfiled");
  json.begin_array();
  for (const UnfiledBill& each : report.unfiled) write_unfiled(json, each);
  json.end_array();
  json.end_object();
  return text;
}

std::string elsewhere_csv(const ElsewhereReport& report, bool unfiled, Language language) {
  const auto words = [language](const char* zh, const char* en) { return say(language, zh, en); };
  std::string out = "\xEF\xBB\xBF";  // by which spreadsheets know UTF-8
  if (unfiled) {
    out += row({words("人员编号", "person"), words("救助身份", "category"), words("就诊编号", "encounter"),
                words("机构编号", "provider"), words("区划", "region"), words("就诊日", "date"),
                words("医疗类别", "care"), words("就医地", "place"), words("结算方式", "settled"),
                words("基金支付", "fund_total"), words("怎样处理", "todo")});
    for (const UnfiledBill& each : report.unfiled) {
      out += row({each.person, say(language, each.identity), each.encounter, each.provider,
                  each.region.known() ? to_text(each.region) : "", to_text(each.date), say(language, each.care),
                  say(language, each.place), how(each.later, language), to_text(each.fund),
                  what_to_file(each).in(language)});
    }
    return out;
  }
  out += row({words("月份", "month"), words("医疗类别", "care"), words("范围", "reach"), words("直接结算", "at_once"),
              words("事后报销", "later"), words("直接结算率%", "share"), words("直接结算基金支付", "fund_at_once"),
              words("事后报销基金支付", "fund_later")});
  for (const ElsewhereShare& each : report.shares) {
    out += row({to_text(each.month), say(language, each.care), say(language, each.reach), std::to_string(each.at_once),
                std::to_string(each.later), share_at_once(each), to_text(each.fund_at_once), to_text(each.fund_later)});
  }
  return out;
}

}  // namespace yidan::exchange
