#include "exchange/bill_sentence.h"

#include "base/visible.h"
#include "exchange/number_warnings.h"
#include "terms/say.h"

namespace yidan::exchange {
namespace {

using benefit::Bill;

std::string level_of(const Provider& provider, Language language) {
  return say(language, "等级 ", "level ") + std::to_string(provider.level);
}

// What a basis weaker than the documents means for the person.
std::string meaning_of(Basis basis, Language language) {
  switch (basis) {
    case Basis::cited:
      return {};
    case Basis::published:
      return say(language, "依据为公开来源：本单有数值取自公开发布的资料，而不是文件原文，以经办机构的结算为准。",
                 "basis published: some figures come from public sources and not from the documents themselves; what "
                 "the office settles counts.");
    case Basis::analogy:
      return say(
          language,
          "依据含类推：本单有规定系参照其他地区或较晚的条款，本地当日并无明文。"
          "正式结算的金额可能不同，以经办机构的结算为准。",
          "basis by analogy: some rules follow a clause of another region or of a later day, where the place has "
          "none of its own on this day. The amounts may differ when the bill is settled for good; what the "
          "office settles counts.");
    case Basis::assumed:
      return say(language,
                 "依据含假定：本单有数值文件未作规定，是在文件界限以内推定的。"
                 "正式结算的金额可能不同，以经办机构的结算为准。",
                 "basis assumed: some figures are in no document; they were chosen within the bounds that documents "
                 "set. The amounts may differ when the bill is settled for good; what the office settles counts.");
  }
  return {};
}

}  // namespace

std::string sentence_of(const Bill& bill, Language language) {
  const std::string total = to_grouped_text(bill.amounts.total);
  const std::string funds = to_grouped_text(bill.fund_total);
  const std::string account = to_grouped_text(bill.account);
  const std::string cash = to_grouped_text(bill.cash);
  const std::string supplement = to_grouped_text(bill.supplement);
  const bool none = bill.supplement.is_zero();
  return say(language,
             "共 " + total + " 元：医保基金支付 " + funds + (none ? "" : "，企业补充保险 " + supplement) +
                 "，个人账户 " + account + "，现金 " + cash,
             total + " yuan in all: the funds pay " + funds +
                 (none ? "" : ", the employer's supplement " + supplement) + ", the account " + account + ", cash " +
                 cash);
}

std::string institution_of(const Encounter& encounter, Language language) {
  const Provider& provider = encounter.provider;
  const std::string& name = provider.name.empty() ? provider.id : provider.name;
  const std::string known =
      name.empty() ? say(language, "未写明机构", "institution not named") : shown(name, kLongestName);
  return known + say(language, "（", " (") + level_of(provider, language) + say(language, "）", ")");
}

std::string days_of(const Encounter& encounter, Language language) {
  std::string last = to_text(encounter.date);
  if (!encounter.admitted) return last;
  return to_text(*encounter.admitted) + say(language, " 至 ", " to ") + last;
}

std::string place_of(const Encounter& encounter, Language language) {
  std::string text = institution_of(encounter, language) + " · " + say(language, encounter.care);
  if (encounter.place != Place::local) text += " · " + say(language, encounter.place);
  return text + " · " + days_of(encounter, language);
}

std::string settled_how(const Encounter& encounter, const Bill& bill, Language language) {
  if (encounter.place == Place::local && !encounter.reimbursed_later) return {};
  std::string layers;
  for (const benefit::LayerPayment& each : bill.layers) {
    layers += (layers.empty() ? "" : say(language, "、", ", ")) + say(language, each.benefit->layer);
  }
  const bool later = encounter.reimbursed_later;
  std::string text = later ? say(language, "事后到窗口报销", "reimbursed later at a window")
                           : say(language, "与机构直接结算", "settled at once with the institution");
  if (bill.layers.size() < 2) return text;
  text += say(language, "：", ": ") + layers;
  return text + (later ? say(language, "一并报销", ", together") : say(language, "一次结清", ", all on one bill"));
}

std::vector<std::string> notes_of(const Person& person, const Bill& bill, Language language) {
  std::vector<std::string> notes;
  if (bill.deposit_waived) {
    notes.push_back(say(language, "免收住院押金，先诊疗后付费。", "No deposit is asked for: treated before paying."));
  }
  if (bill.basis != Basis::cited) notes.push_back(meaning_of(bill.basis, language));
  if (bill.policy_status == PolicyStatus::draft) {
    notes.push_back(say(language, "适用了征求意见稿，尚非现行政策：本单只供了解，不能凭它付款。",
                        "A draft rule was applied; it is not in force: this bill informs, no money moves on it."));
  }
  for (const NumberDoubt doubt : number_doubts(person)) {
    notes.push_back(say(language, "提示：", "warning: ") + std::string(sentence_of(doubt, language)));
  }
  for (const benefit::Repeated& each : bill.repeated) {
    notes.push_back(say(language, "提示：", "warning: ") + sentence_of(each).in(language));
  }
  return notes;
}

std::string document_name(const policy::Document& document, Language language) {
  std::string text = document.number.empty() ? "" : document.number + " ";
  text += say(language, "《", "") + document.title.in(language) + say(language, "》", "");
  if (document.status == PolicyStatus::draft) text += " · " + say(language, document.status);
  return text;
}

std::vector<std::string> where_to_ask(const Bill& bill, Language language) {
  const std::string pool = bill.pool->name.in(language);
  return {say(language, "费用项目、数量或价格有疑问：请向就诊的医疗机构询问。",
              "About items, quantities or prices: ask the institution that gave the care."),
          say(language, "支付金额、参保状态有疑问或异议：请持本单向" + pool + "医疗保障经办机构查询，并可要求复核。",
              "About what was paid, or about your cover: show this bill to the medical-security office of " + pool +
                  "; whoever disagrees may ask it for a review.")};
}

}  // namespace yidan::exchange
