// What a bill says to the person who holds it: who pays what in one sentence, what its figures rest on, whom to ask.
#pragma once

#include <string>
#include <vector>

#include "benefit/bill.h"
#include "facts/encounter.h"
#include "facts/person.h"
#include "policy/policy.h"

namespace yidan::exchange {

// Of a name that somebody gave, an institution or an item, so many bytes are shown.
inline constexpr std::size_t kLongestName = 300;

// "共 1,510.00 元：医保基金支付 383.50，个人账户 1,126.50，现金 0.00". REQUIRES: the bill is not rejected.
[[nodiscard]] std::string sentence_of(const benefit::Bill& bill, Language language);

// Where and when: institution, level, kind of care, days.
[[nodiscard]] std::string place_of(const Encounter& encounter, Language language);
// Of care elsewhere, and of what was reimbursed later: whether the layers were settled at once. Empty for other bills.
[[nodiscard]] std::string settled_how(const Encounter& encounter, const benefit::Bill& bill, Language language);
// "2023-03-01 至 2023-03-05", or the one day.
[[nodiscard]] std::string days_of(const Encounter& encounter, Language language);
// The institution by its name, or else its id, with its level.
[[nodiscard]] std::string institution_of(const Encounter& encounter, Language language);

// What a person should know of the figures that are not cited, of a draft, of the deposit, of the number; none mostly.
[[nodiscard]] std::vector<std::string> notes_of(const Person& person, const benefit::Bill& bill, Language language);

// "烟政办发〔2022〕17号 《…》", with its status where it is not in force.
[[nodiscard]] std::string document_name(const policy::Document& document, Language language);

// Whom to ask, and where to object.
[[nodiscard]] std::vector<std::string> where_to_ask(const benefit::Bill& bill, Language language);

}  // namespace yidan::exchange
