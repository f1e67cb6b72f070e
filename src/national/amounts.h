// A bill of ours in the money columns of the national interface: one amount a fund, all of them adding up.
//
//   medfee_sumamt   = fulamt_ownpay_amt + overlmt_selfpay + preselfpay_amt + inscp_scp_amt
//   fund_pay_sumamt = hifp_pay + cvlserv_pay + hifes_pay + hifmi_pay + hifob_pay + maf_pay + oth_pay
//   psn_part_amt    = acct_pay + psn_cash_pay       (acct_mulaid_pay is a part of acct_pay)
//   medfee_sumamt   = fund_pay_sumamt + psn_part_amt + hosp_part_amt
//
// What no cause lets the funds pay stands with what is outside the catalogue: the interface has no column of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/json_writer.h"
#include "money/money.h"
#include "terms/terms.h"

namespace yidan::national {

// What one fund paid: a row of `setldetail`.
struct FundPaid {
  std::string_view type;  // fund_pay_type
  std::string_view name;
  Money scope;
  Money paid;

  bool operator==(const FundPaid&) const = default;
};

struct Amounts {
  Money total;
  Money outside;
  Money over_limit;
  Money first;
  Money scope;
  Money deductible;
  Money basic;
  Money civil_servant;
  Money enterprise;
  Money catastrophic;
  Money large_amount;
  Money assistance;
  Money funds;
  Money person;
  Money account;
  Money family_account;
  Money cash;
  std::vector<FundPaid> paid;

  bool operator==(const Amounts&) const = default;
};

// The code there of a fund of ours; of the personal account.
[[nodiscard]] std::string_view fund_pay_type(Fund fund);
inline constexpr std::string_view kAccountPayType = "310200";

// Of a bill of the contract, which has amounts. Throws Overflow when a sum does not fit.
[[nodiscard]] Amounts amounts_of(const json::Value& bill);

// Of an output that was written so. REQUIRES: none of it is negative.
[[nodiscard]] Amounts read_amounts(const json::Value& output);

// The same taken back: every amount negated.
[[nodiscard]] Amounts negated(Amounts amounts);

// The columns, as members of an open object; and the rows of `setldetail` as a member of it.
void write_amounts(json::Writer& json, const Amounts& amounts);
void write_funds(json::Writer& json, const Amounts& amounts);

}  // namespace yidan::national
