// Persons and bills made from their numbers: the text of a request, and what its bill must come to.
//
// All bills of a kind are of one pool, so that every one of them moves the same funds.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/json.h"
#include "bench/harness.h"
#include "benefit/settle.h"
#include "calendar/date.h"
#include "exchange/case_reader.h"
#include "exchange/case_standing.h"

namespace yidan::bench {

// The bill of a person with that number, counted from 0; both decide what is in it.
struct BillNumber {
  std::uint32_t person = 0;
  std::uint32_t bill = 0;
};

struct Kind {
  const char* name;
  const char* pool;
  bool rests_on_drafts;
  std::string (*person)(std::uint32_t person);  // members of `person`
  std::string (*encounter)(BillNumber number);  // `$.encounter`
};

// The same numbers give the same dice.
inline std::uint64_t dice(std::uint64_t number) {
  number = (number + 0x9E3779B97F4A7C15U) * 0xBF58476D1CE4E5B9U;
  number = (number ^ (number >> 27U)) * 0x94D049BB133111EBU;
  return number ^ (number >> 31U);
}
inline std::uint64_t dice(BillNumber number) { return dice((std::uint64_t{number.person} << 32U) + number.bill); }

inline std::string padded(std::uint32_t number, std::size_t digits) {
  const std::string text = std::to_string(number);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

// Yuan and fen between two amounts of fen.
inline std::string amount(std::uint64_t roll, std::uint64_t least, std::uint64_t most) {
  return to_text(Money::fen(static_cast<std::int64_t>(least + roll % (most - least))));
}

inline std::string day_of_year(std::uint32_t day) {
  return to_text(Date::from_days(Date::of(2023, 1, 5)->days() + static_cast<std::int32_t>(day)));
}

// A certificate that is no citizen's number: of those there are too few with one day of birth.
inline std::string person_id(const Kind& kind, std::uint32_t person) {
  return "W" + std::string(kind.pool) + "19700101" + padded(person, 7);
}

// Yantai employees' general outpatient care, part of it paid from the account; three of ten are retired.
inline const Kind kOutpatient{
    "outpatient, Yantai", "370600", false,
    [](std::uint32_t person) {
      const std::string status = person % 10 < 3 ? "retired" : "active";
      return R"("born":"1970-01-01","sex":"F","coverage":[{"scheme":"employee","status":")" + status +
             R"(","from":"2010-01-01"}],"diseases":[{"disease":"hypertension","from":"2021-05-01"}],)"
             R"("account_balance":"600.00")";
    },
    [](BillNumber number) {
      const std::uint64_t roll = dice(number);
      const std::string level = std::to_string(1 + roll % 3);
      return R"({"id":"E)" + std::to_string(number.bill) + R"(","care":"outpatient","date":")" +
             day_of_year(number.bill * 12) + R"(","provider":{"id":"H37060)" + level +
             R"(","region":"370600","level":)" + level +
             R"(,"designated":["outpatient"]},"use_account":true,)"
             R"("lines":[{"id":"1","class":"A","amount":")" +
             amount(roll >> 8U, 3'000, 30'000) + R"(","name":"药品"},{"id":"2","class":"B","amount":")" +
             amount(roll >> 24U, 1'000, 12'000) +
             R"(","self_pay_first":"10%","name":"检查"},{"id":"3","class":"C","amount":"15.00"}]})";
    }};

// Stays of Jining residents with the minimum-living allowance: basic, catastrophic and assistance pay of each bill.
inline const Kind kThreeLayers{
    "three layers, Jining", "370800", true,
    [](std::uint32_t) {
      return std::string(
          R"("born":"1968-05-12","sex":"F","coverage":[{"scheme":"resident","status":"adult","from":"2020-01-01"}],)"
          R"("identities":[{"category":"minimum-living","from":"2022-04-01"}])");
    },
    [](BillNumber number) {
      const std::uint64_t roll = dice(number);
      const std::string level = std::to_string(1 + roll % 3);
      return R"({"id":"E)" + std::to_string(number.bill) + R"(","care":"inpatient","admitted":")" +
             day_of_year(number.bill * 12) + R"(","date":")" + day_of_year(number.bill * 12 + 7) +
             R"(","provider":{"id":"H37080)" + level + R"(","region":"370800","level":)" + level +
             R"(,"designated":["inpatient"]},"lines":[{"id":"1","class":"A","amount":")" +
             amount(roll >> 8U, 2'000'000, 6'000'000) + R"(","name":"手术与治疗"},{"id":"2","class":"B","amount":")" +
             amount(roll >> 24U, 200'000, 900'000) +
             R"(","self_pay_first":"15%","name":"药品"},{"id":"3","class":"C","amount":"183.00"}]})";
    }};

// `yidan.request/1`
inline std::string settle_request(const Kind& kind, BillNumber number) {
  const std::string person = person_id(kind, number.person);
  return R"({"format":"yidan.request/1","key":")" + person + "/" + std::to_string(number.bill) + R"(","pool":")" +
         kind.pool + R"(","person":")" + person + R"(","do":"settle","encounter":)" + kind.encounter(number) + "}";
}

// `yidan.case/1` of a person with that many bills.
inline std::string case_text(const Kind& kind, std::uint32_t person, std::uint32_t bills) {
  std::string text = R"({"format":"yidan.case/1","pool":")" + std::string(kind.pool) + R"(","person":{"id":")" +
                     person_id(kind, person) + R"(",)" + kind.person(person) + R"(},"encounters":[)";
  for (std::uint32_t bill = 0; bill < bills; ++bill) text += (bill == 0 ? "" : ",") + kind.encounter({person, bill});
  return text + "]}";
}

// What a bill comes to: fund, account, cash.
using Amounts = std::array<Money, 3>;

// The bills of each person's case, settled by `benefit::settle_case`.
inline std::vector<std::vector<Amounts>> expected_amounts(const policy::Policy& policy, const Kind& kind,
                                                          std::uint32_t persons, std::uint32_t bills) {
  std::vector<std::vector<Amounts>> expected(persons);
  json::Document document;
  for (std::uint32_t person = 0; person < persons; ++person) {
    const std::string text = case_text(kind, person, bills);
    auto read = exchange::read_case(**document.parse(text), policy);
    require(read.has_value(), "a case cannot be read");
    const policy::Pool& pool = *policy.find(read->pool);
    const auto facts = exchange::with_standing(pool, std::move(*read));
    require(facts.has_value(), "a case has no standing");
    for (const benefit::Bill& bill : benefit::settle_case(pool, *facts, benefit::Recording::none)) {
      expected[person].push_back({bill.fund_total, bill.account, bill.cash});
    }
  }
  return expected;
}

// The amounts in the text of a settled bill.
inline Amounts amounts_in(std::string_view answer) {
  const auto of = [answer](std::string_view key) {
    const std::size_t at = answer.find(key);
    require(at != std::string_view::npos, "an answer is no bill");
    const std::size_t from = at + key.size();
    const auto money = parse_money(answer.substr(from, answer.find('"', from) - from));
    require(money.has_value(), "an answer has no amounts");
    return *money;
  };
  return {of(R"(,"fund_total":")"), of(R"(,"account":")"), of(R"(,"cash":")")};
}

}  // namespace yidan::bench
