#include "exchange/bill_term.h"

#include <array>

namespace yidan::exchange {
namespace {

struct Entry {
  BillTerm term;
  Word label;
  Word meaning;
};

constexpr std::array<Entry, kBillTerms> kEntries{{
    {BillTerm::total, {"", "总费用", "total"}, {"", "本次就医的全部费用。", "All that this care cost."}},
    {BillTerm::not_payable,
     {"", "基金不予支付", "not payable"},
     {"", "因工伤、第三人责任等原因发生的费用，依规定不由医保基金支付。",
      "Costs of causes that the funds never pay for, such as work injury or a third party's liability."}},
    {BillTerm::outside_catalogue,
     {"", "目录外", "outside the catalogue"},
     {"", "医保目录以外（丙类）的项目，全部由个人负担。",
      "Items that the catalogue does not have (class C); the person bears them whole."}},
    {BillTerm::over_limit,
     {"", "超支付标准", "over the limit"},
     {"", "单价高出医保支付标准的部分，由个人负担。",
      "The part of a price above what the insurance recognises; borne by the person."}},
    {BillTerm::self_pay_first,
     {"", "乙类先行自付", "class B share first"},
     {"", "乙类项目先由个人负担的比例，余下的才进入报销计算。",
      "The share of a class B item that the person bears first; only the rest goes on."}},
    {BillTerm::policy_scope,
     {"", "政策范围内", "policy scope"},
     {"", "可以按规定报销的费用：各项保障由此算起。",
      "The costs that the rules recognise: what every layer of protection starts from."}},
    {BillTerm::left_before,
     {"", "尚余", "left after"},
     {"", "前面各层支付以后，政策范围内还没有支付的部分。",
      "What is still unpaid of the policy scope after the layers before."}},
    {BillTerm::not_counted,
     {"", "不计入本层", "does not count here"},
     {"", "依规定不进入这一层计算的部分，例如前面的起付标准。",
      "What the rules keep out of this layer, for instance an earlier deductible."}},
    {BillTerm::first_self_pay,
     {"", "首先自付", "first self-pay"},
     {"", "异地就医等情形先由个人负担的比例，不计入起付标准与累计。",
      "A share that the person bears before all else, for instance of care elsewhere."}},
    {BillTerm::deductible,
     {"", "起付标准以内", "under the deductible"},
     {"", "起付线以下的部分：达到起付标准以前由个人负担。",
      "What lies under the threshold from which the fund pays; borne by the person."}},
    {BillTerm::shared,
     {"", "按比例个人分担", "your share by the ratio"},
     {"", "超过起付标准以后，按支付比例应由个人负担的部分。",
      "What the ratio leaves to the person above the deductible."}},
    {BillTerm::over_cap,
     {"", "超支付限额", "above the cap"},
     {"", "超过本年度最高支付限额、基金不再支付的部分。", "What would be paid but for the most that a year pays."}},
    {BillTerm::paid, {"", "支付", "pays"}, {"", "由基金支付的金额。", "What the fund pays."}},
    {BillTerm::payers,
     {"", "由谁支付", "who pays"},
     {"", "同一张单上各方的支付，加起来等于总费用。",
      "Everybody who pays on this one bill; together they pay the total."}},
    {BillTerm::supplement,
     {"", "企业补充保险", "employer's supplement"},
     {"", "单位的补充医疗保险支付的部分，不是医保基金，先于医疗救助。",
      "Paid by the employer's supplementary insurance, which is no fund; it comes before assistance."}},
    {BillTerm::account,
     {"", "个人账户", "account"},
     {"", "由本人（或共济的家庭成员）医保个人账户支付的部分。",
      "Paid from the person's own insurance account, or from a family member's."}},
    {BillTerm::cash, {"", "现金", "cash"}, {"", "最后需要自己付的钱。", "What is left to pay out of pocket."}},
    {BillTerm::burden,
     {"", "个人负担", "borne by the person"},
     {"", "个人账户与现金之和：总费用减去各基金支付。",
      "Account and cash together: the total less what the funds pay."}},
    {BillTerm::left_over,
     {"", "政策范围内未支付", "policy scope not paid"},
     {"", "政策范围内、各项保障支付以后仍由个人负担的部分。",
      "What remains of the policy scope when every layer has paid."}},
}};

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < kEntries.size(); ++i) {
    if (static_cast<std::size_t>(kEntries[i].term) != i) return false;
  }
  return true;
}
static_assert(is_in_order());

}  // namespace

const Word& label_of(BillTerm term) { return kEntries[static_cast<std::size_t>(term)].label; }
const Word& meaning_of(BillTerm term) { return kEntries[static_cast<std::size_t>(term)].meaning; }

}  // namespace yidan::exchange
