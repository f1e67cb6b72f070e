#include "exchange/bill_tree.h"

#include <algorithm>
#include <array>

namespace yidan::exchange {
namespace {

using benefit::Bill;
using benefit::LayerPayment;

Text plain(BillTerm term) { return {std::string(label_of(term).zh), std::string(label_of(term).en)}; }

Text layer_pays(const LayerPayment& layer) {
  const Word& name = word(layer.benefit->layer);
  return {std::string(name.zh) + "支付", std::string(name.en) + " pays"};
}

void add(std::vector<AmountNode>& parts, BillTerm term, Money amount) {
  if (!amount.is_zero()) parts.push_back({term, plain(term), amount});
}

// What a layer makes of what is there before it.
std::vector<AmountNode> work_of(const LayerPayment& layer, Money before) {
  std::vector<AmountNode> parts;
  if (before > layer.base) add(parts, BillTerm::not_counted, before - layer.base);
  add(parts, BillTerm::first_self_pay, layer.first_self_pay);
  add(parts, BillTerm::deductible, layer.deductible);
  const Money computed = layer.paid + layer.over_cap;
  add(parts, BillTerm::shared, layer.base - layer.first_self_pay - layer.deductible - computed);
  add(parts, BillTerm::over_cap, layer.over_cap);
  parts.push_back({BillTerm::paid, layer_pays(layer), layer.paid});
  return parts;
}

AmountNode cost_of(const Bill& bill) {
  const benefit::ScopeAmounts& amounts = bill.amounts;
  AmountNode total{BillTerm::total, plain(BillTerm::total), amounts.total};
  add(total.parts, BillTerm::not_payable, amounts.not_payable);
  add(total.parts, BillTerm::outside_catalogue, amounts.outside_catalogue);
  add(total.parts, BillTerm::over_limit, amounts.over_limit);
  add(total.parts, BillTerm::self_pay_first, amounts.self_pay_first);
  total.parts.push_back({BillTerm::policy_scope, plain(BillTerm::policy_scope), amounts.policy_scope});
  if (!bill.layers.empty()) total.parts.back().parts = work_of(*bill.layers.begin(), amounts.policy_scope);
  return total;
}

void add_later_layers(const Bill& bill, std::vector<AmountNode>& trees) {
  Money left = bill.amounts.policy_scope;
  const LayerPayment* earlier = nullptr;
  for (const LayerPayment& layer : bill.layers) {
    const bool is_assisted = traits(layer.benefit->layer).is_assistance;
    if (is_assisted && earlier != nullptr && !traits(earlier->benefit->layer).is_assistance) {
      left -= bill.supplement_in_scope;
    }
    if (earlier != nullptr) {
      const Word& name = word(earlier->benefit->layer);
      const Text label{std::string(name.zh) + "后" + std::string(label_of(BillTerm::left_before).zh),
                       std::string(label_of(BillTerm::left_before).en) + " " + std::string(name.en)};
      // A layer that starts again from the whole policy scope has more before it than was left.
      const Money before = std::max(left, layer.base);
      trees.push_back({BillTerm::left_before, label, before, work_of(layer, before)});
    }
    left -= layer.paid;
    earlier = &layer;
  }
}

AmountNode account_of(const Bill& bill) {
  AmountNode account{BillTerm::account, plain(BillTerm::account), bill.account};
  if (bill.account == bill.account_by_owner[0]) return account;
  for (std::size_t i = 0; i < count_of<AccountOwner>; ++i) {
    const Word& owner = word(static_cast<AccountOwner>(i));
    if (bill.account_by_owner[i].is_zero()) continue;
    account.parts.push_back(
        {BillTerm::account, {std::string(owner.zh), std::string(owner.en)}, bill.account_by_owner[i]});
  }
  return account;
}

AmountNode tree_of_payers(const Bill& bill) {
  AmountNode payers{BillTerm::payers, plain(BillTerm::payers), bill.amounts.total};
  for (const LayerPayment& layer : bill.layers) {
    const Word& name = word(layer.benefit->layer);
    payers.parts.push_back({BillTerm::paid, {std::string(name.zh), std::string(name.en)}, layer.paid});
  }
  add(payers.parts, BillTerm::supplement, bill.supplement);
  payers.parts.push_back(account_of(bill));
  payers.parts.push_back({BillTerm::cash, plain(BillTerm::cash), bill.cash});
  return payers;
}

// What the employer's supplement paid is left out: of the policy scope first, then of what the layers do not look at.
AmountNode burden_of(const Bill& bill) {
  const benefit::ScopeAmounts& amounts = bill.amounts;
  Money supplement = bill.supplement - bill.supplement_in_scope;
  const auto less_supplement = [&supplement](Money part) {
    const Money taken = std::min(supplement, part);
    supplement -= taken;
    return part - taken;
  };
  AmountNode burden{BillTerm::burden, plain(BillTerm::burden), bill.account + bill.cash};
  add(burden.parts, BillTerm::not_payable, amounts.not_payable);
  add(burden.parts, BillTerm::outside_catalogue, less_supplement(amounts.outside_catalogue));
  add(burden.parts, BillTerm::over_limit, less_supplement(amounts.over_limit));
  add(burden.parts, BillTerm::self_pay_first, less_supplement(amounts.self_pay_first));
  add(burden.parts, BillTerm::left_over,
      less_supplement(amounts.policy_scope - bill.fund_total - bill.supplement_in_scope));
  return burden;
}

void note_terms(std::span<const AmountNode> nodes, std::array<bool, kBillTerms>& used) {
  for (const AmountNode& node : nodes) {
    used[static_cast<std::size_t>(node.term)] = true;
    note_terms(node.parts, used);
  }
}

}  // namespace

std::vector<BillTerm> terms_of(std::span<const AmountNode> trees) {
  std::array<bool, kBillTerms> used{};
  note_terms(trees, used);
  std::vector<BillTerm> terms;
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (used[i]) terms.push_back(static_cast<BillTerm>(i));
  }
  return terms;
}

std::vector<AmountNode> trees_of(const Bill& bill) {
  std::vector<AmountNode> trees{cost_of(bill)};
  add_later_layers(bill, trees);
  trees.push_back(tree_of_payers(bill));
  trees.push_back(burden_of(bill));
  return trees;
}

}  // namespace yidan::exchange
