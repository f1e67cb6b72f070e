// Encounters in a line: a visit, a stay, at an institution of Yantai that is designated for the care.
//
// What a test is about it sets itself; everything else is what most cases have.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "facts/case.h"
#include "facts/encounter.h"
#include "testing/persons.h"
#include "testing/values.h"

namespace yidan::testing {

inline constexpr Region kYantai{370600};  // whose rules most cases are about

inline Provider designated(Care care, Region region = kYantai, int level = 2) {
  return {.id = "H1", .region = region, .level = level, .designated = {designation_for(care)}};
}

// Outpatient care of one line of class A.
inline Encounter visit(std::string id, std::string_view date, Money price) {
  return {
      .id = std::move(id), .date = day(date), .provider = designated(Care::outpatient), .lines = {{.price = price}}};
}
// The same of 1,000 yuan, on the day of the contract's example.
inline Encounter visit(std::string_view date = "2023-03-05") { return visit("E1", date, Money::yuan(1000)); }

inline Encounter stay(std::string id, std::string_view admitted, std::string_view date, Money price) {
  Encounter encounter = visit(std::move(id), date, price);
  encounter.care = Care::inpatient;
  encounter.admitted = day(admitted);
  encounter.provider = designated(Care::inpatient);
  return encounter;
}

inline Case case_of(Person person, const std::vector<Encounter>& encounters, Region pool = kYantai) {
  Case facts;
  facts.pool = pool;
  facts.person = std::move(person);
  for (const Encounter& each : encounters) facts.entries.push_back({each.id, each});
  return facts;
}

}  // namespace yidan::testing
