#include "books/position.h"

#include <algorithm>
#include <map>

namespace yidan::books {
namespace {

using enum LedgerAccount;
using ledger::Position;

Money negative(Money amount) { return Money{} - amount; }

// The account of a member of the family is kept apart from the person's own.
std::string party_of(const std::string& person, AccountOwner owner) {
  return owner == AccountOwner::self ? person : person + "/" + std::string(code(owner));
}

// A share of a bill: what the payer bears now, and what of it the provider was told of.
void book_share(Position& position, Fund fund, LedgerAccount bearing, const std::string& bearer, Money now, Money told,
                const std::string& provider, const std::string& person) {
  position.add({.fund = fund, .account = bearing, .party = bearer}, now);
  position.add({.fund = fund, .account = provider_payable, .party = provider}, negative(told));
  position.add({.fund = fund, .account = person_payable, .party = person}, told - now);
}

Money paid_by(const Payments& payments, Fund fund, Layer layer) {
  Money sum;
  for (const Payments::OfLayer& each : payments.layers) {
    if (each.fund == fund && each.layer == layer) sum += each.amount;
  }
  return sum;
}

// Payments and dues of one insured year, or of one month.
struct Paid {
  Money cash;
  Money by_employee;  // the own share of somebody with an employer: it belongs to the personal accounts
  bool employed = false;
};

Money own_share(const Paid& paid) { return paid.employed ? std::min(paid.cash, paid.by_employee) : Money{}; }

void book_income(Position& position, const standing::Due& due, Fund fund, const std::string& person) {
  const std::string payer(code(due.payer));
  switch (due.payer) {
    case Payer::person:
    case Payer::employer:
      position.move(fund, receipts_held, person, contribution_income, payer, due.amount);
      return;
    case Payer::county:
    case Payer::treasury:
      position.move(fund, subsidy_receivable, payer, contribution_income, payer, due.amount);
      return;
    case Payer::assistance:
      position.pass(Route::premium_subsidy, subsidy_fund(), premium_subsidy, {}, fund, contribution_income, payer,
                    due.amount);
      return;
    case Payer::pooled_fund:
      return;  // bears nothing of a premium
  }
}

class PaymentBook {
 public:
  PaymentBook(const Record& record, const standing::Standing& standing, const std::string& person)
      : record_(record), standing_(standing), person_(person) {}

  Position run() {
    sum_up_months();
    book_payments();
    for (const standing::Due& due : standing_.dues) {
      if (due.paid_on && !due.presumed) book_income(position_, due, fund_of(due), person_);
    }
    return std::move(position_);
  }

 private:
  void sum_up_months() {
    for (const Event& event : record_.events) {
      const auto* pay = std::get_if<PayEvent>(&event.what);
      if (pay != nullptr && pay->month && !event.withdrawn) months_[*pay->month].cash += pay->amount;
    }
    for (const standing::Due& due : standing_.dues) {
      if (due.insured_year || due.presumed) continue;
      const auto paid = months_.find(due.month);
      if (paid == months_.end()) continue;
      if (due.part == DuePart::employer) paid->second.employed = true;
      if (due.part == DuePart::individual && due.paid_on) paid->second.by_employee += due.amount;
    }
  }

  void book_payments() {
    for (const Event& event : record_.events) {
      if (event.withdrawn) continue;
      if (const auto* pay = std::get_if<PayEvent>(&event.what); pay != nullptr && pay->insured_year) {
        receive(premium_fund(Scheme::resident), pay->amount);
      }
      if (const auto* top_up = std::get_if<TopUpEvent>(&event.what); top_up != nullptr && top_up->amount) {
        position_.move(premium_fund(Scheme::employee), treasury_deposit, {}, contribution_income,
                       std::string(code(Payer::person)), *top_up->amount);
      }
    }
    for (const auto& [month, paid] : months_) {
      receive(Fund::personal_account, own_share(paid));
      receive(premium_fund(Scheme::employee), paid.cash - own_share(paid));
    }
  }

  void receive(Fund fund, Money amount) { position_.move(fund, treasury_deposit, {}, receipts_held, person_, amount); }

  [[nodiscard]] Fund fund_of(const standing::Due& due) const {
    if (due.insured_year) return premium_fund(Scheme::resident);
    const auto paid = months_.find(due.month);
    const bool own = due.part == DuePart::individual && paid != months_.end() && paid->second.employed;
    return own ? Fund::personal_account : premium_fund(Scheme::employee);
  }

  const Record& record_;
  const standing::Standing& standing_;
  const std::string& person_;
  std::map<Month, Paid> months_;
  Position position_;
};

}  // namespace

Payments payments_of(const benefit::Bill& bill) {
  Payments payments;
  for (const benefit::LayerPayment& layer : bill.layers) {
    if (!layer.paid.is_zero()) payments.layers.push_back({layer.benefit->fund, layer.benefit->layer, layer.paid});
  }
  payments.account = bill.account_by_owner;
  return payments;
}

Position position_of(const Payments& now, const Payments& told, const std::string& provider,
                     const std::string& person) {
  Position position;
  for (const Payments::OfLayer& each : now.layers) {
    book_share(position, each.fund, benefit_expense, std::string(code(each.layer)), each.amount,
               paid_by(told, each.fund, each.layer), provider, person);
  }
  // Layers of which the provider was told and which pay no longer.
  for (const Payments::OfLayer& each : told.layers) {
    if (!paid_by(now, each.fund, each.layer).is_zero()) continue;
    book_share(position, each.fund, benefit_expense, std::string(code(each.layer)), {}, each.amount, provider, person);
  }
  for (std::size_t i = 0; i < now.account.size(); ++i) {
    book_share(position, Fund::personal_account, account_liability, party_of(person, static_cast<AccountOwner>(i)),
               now.account[i], told.account[i], provider, person);
  }
  return position;
}

Position position_of_credit(Money own, Money from_pooled, const std::string& person) {
  Position position;
  position.move(Fund::personal_account, account_credit, {}, account_liability, person, own);
  position.pass(Route::account_credit, premium_fund(Scheme::employee), account_credit, {}, Fund::personal_account,
                account_liability, person, from_pooled);
  return position;
}

Position position_of_use(Money amount, const std::string& person) {
  Position position;
  position.move(Fund::personal_account, account_liability, person, person_payable, person, amount);
  return position;
}

Position position_of(const std::vector<assistance::Application>& applications, const std::string& person) {
  Position position;
  for (const assistance::Application& application : applications) {
    if (application.benefit == nullptr) continue;
    const policy::Benefit& benefit = *application.benefit;
    position.move(benefit.fund, benefit_expense, std::string(code(benefit.layer)), person_payable, person,
                  application.paid);
  }
  return position;
}

Position position_of_opening(const Person& person) {
  Position position;
  position.move(Fund::personal_account, opening_balance, {}, account_liability, person.id, person.account_balance);
  for (const FamilyAccount& account : person.accounts) {
    position.move(Fund::personal_account, opening_balance, {}, account_liability, party_of(person.id, account.owner),
                  account.balance);
  }
  return position;
}

Position position_of(const Record& record, const standing::Standing& standing, const std::string& person) {
  return PaymentBook(record, standing, person).run();
}

}  // namespace yidan::books
