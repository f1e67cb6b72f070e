// What a part of a file moves in the books (docs/books.md): a bill, a credit, a use, applications, payments and dues.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "assistance/assist.h"
#include "benefit/bill.h"
#include "ledger/posting.h"
#include "standing/standing.h"

namespace yidan::books {

// Who pays what of a bill.
struct Payments {
  struct OfLayer {
    Fund fund = Fund::employee_pooled;
    Layer layer = Layer::basic;
    Money amount;
  };
  std::vector<OfLayer> layers;
  std::array<Money, count_of<AccountOwner>> account{};
};
[[nodiscard]] Payments payments_of(const benefit::Bill& bill);

// Of a bill as it is now, of which the provider was told `told`: what changed since is between the funds and the
// person. Throws Overflow, as all below.
[[nodiscard]] ledger::Position position_of(const Payments& now, const Payments& told, const std::string& provider,
                                           const std::string& person);

// Of money for the account: `own` comes from the person's contributions, which the personal-account fund has already;
// the rest from the pooled fund (the employer's part until 2023, YT-2.2.1-c; all of a retired person's, YT-2.2.1-j).
[[nodiscard]] ledger::Position position_of_credit(Money own, Money from_pooled, const std::string& person);

// Of money taken from the account.
[[nodiscard]] ledger::Position position_of_use(Money amount, const std::string& person);

// Of what applications for assistance are granted.
[[nodiscard]] ledger::Position position_of(const std::vector<assistance::Application>& applications,
                                           const std::string& person);

// Of balances that accounts began with.
[[nodiscard]] ledger::Position position_of_opening(const Person& person);

// Of payments made and of dues that are paid, as far as they are listed in the record.
[[nodiscard]] ledger::Position position_of(const Record& record, const standing::Standing& standing,
                                           const std::string& person);

}  // namespace yidan::books
