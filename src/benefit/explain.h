// Steps made into sentences, in Chinese and in English, from one table of templates.
#pragma once

#include <string>
#include <vector>

#include "benefit/bill.h"
#include "benefit/step.h"

namespace yidan::benefit {

// The sentence of a step with its numbers in it.
[[nodiscard]] std::string explain(const Step& step, Language language);

// The id of the rule behind a step: the rule's, or for a step that follows from addition alone a name of its own.
[[nodiscard]] std::string_view rule_id(const Step& step, const policy::Pool& pool);

// Clause ids of all rules behind a step, each once.
[[nodiscard]] std::vector<std::string_view> clauses_of(const Step& step, const policy::Pool& pool);
[[nodiscard]] std::vector<std::string_view> clauses_of(const Reason& reason, const policy::Pool& pool);

// The documents on which the recorded steps and the reason of a bill rest, in the order of the list.
[[nodiscard]] std::vector<const policy::Document*> documents_of(const Bill& bill);
[[nodiscard]] Basis basis_of(const Step& step, const policy::Pool& pool);
[[nodiscard]] PolicyStatus policy_status_of(const Step& step, const policy::Pool& pool);
// Whether a rule behind the step holds only once it was filed, and was not in time.
[[nodiscard]] bool is_unfiled(const Step& step, const policy::Pool& pool);

// The sentence of a bill's reason.
[[nodiscard]] std::string explain(const Reason& reason, const Bill& bill, Language language);

// A number or word of a step as text.
using policy::to_text;

}  // namespace yidan::benefit
