// What is asked of the books, and what they answer: requests, receipts, years, balances; and the summaries of batches.
#pragma once

#include <span>

#include "contract/field.h"

namespace yidan::contract {

// One object a word of `do`, each with the members that every request has.
[[nodiscard]] std::span<const Object* const> request_objects();

// Answers: settled, trial, done, refused, year, balance, credit summary, dues summary, policy.
[[nodiscard]] std::span<const Object* const> books_answers();

}  // namespace yidan::contract
