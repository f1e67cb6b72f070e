// Bills of one kind settled by many clients, every answer held against the case settled without any books.
#pragma once

#include "bench/books/open_books.h"

namespace yidan::bench {

class Settling {
 public:
  // At most `bills` a person will be settled.
  Settling(const policy::Policy& policy, const Kind& kind, std::uint32_t persons, std::uint32_t bills,
           Registered registered = Registered::no)
      : kind_(kind),
        registered_(registered),
        expected_(expected_amounts(policy, kind, persons, bills)),
        settled_(persons) {}

  [[nodiscard]] const Kind& kind() const { return kind_; }
  [[nodiscard]] std::uint32_t persons() const { return static_cast<std::uint32_t>(settled_.size()); }
  [[nodiscard]] Money funds_paid() const { return funds_paid_; }

  // The next `calls` bills, persons mixed; persons are divided among the clients.
  Timing run(operations::Desk& desk, std::size_t clients, std::size_t calls) {
    std::vector<BillNumber> numbers(calls);
    std::vector<std::string> texts(calls);
    for (std::size_t i = 0; i < calls; ++i) {
      numbers[i] = next();
      texts[i] = settle_request(kind_, numbers[i]);
      if (registered_ == Registered::silent) leave_to_registers(texts[i]);
    }
    const auto client_of = [&](std::size_t i) { return numbers[i].person % clients; };
    const Timing timing =
        run_clients(clients, calls, client_of, [&](std::size_t i) { texts[i] = answer_to(desk, texts[i]); });
    for (std::size_t i = 0; i < calls; ++i) check(numbers[i], texts[i]);
    return timing;
  }

 private:
  BillNumber next() {
    constexpr std::uint32_t stride = 7919;
    const std::uint32_t person = (turn_++ * stride) % persons();
    return {person, settled_[person]++};
  }

  void check(BillNumber number, std::string_view answer) {
    const Amounts amounts = amounts_in(answer);
    require(amounts == expected_[number.person].at(number.bill), "a bill is not what its case comes to");
    require(answer.contains(kind_.rests_on_drafts ? R"("layer":"assistance")" : R"("layer":"basic")"), "a layer");
    funds_paid_ += amounts[0];
  }

  const Kind& kind_;
  Registered registered_;
  std::vector<std::vector<Amounts>> expected_;
  std::vector<std::uint32_t> settled_;  // bills a person has
  std::uint32_t turn_ = 0;
  Money funds_paid_;
};

// Debits equal credits in every fund, and the funds' expense is what the bills say.
inline void check_balances(store::Store& store, Money funds_paid) {
  const auto balances = store.balances({});
  require(balances, "no balances");
  std::map<std::string, Money> funds;
  Money expense;
  for (const store::Balance& balance : *balances) {
    const Money net = Money::fen(balance.debit) - Money::fen(balance.credit);
    funds[balance.fund] += net;
    if (balance.account == code(LedgerAccount::benefit_expense)) expense += net;
  }
  for (const auto& [fund, net] : funds) require(net.is_zero(), "a fund does not balance");
  require(expense == funds_paid, "the funds' expense is not the sum of the bills");
}

}  // namespace yidan::bench
