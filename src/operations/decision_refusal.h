// Why an act on a decision is refused, each said in one place.
#pragma once

#include <string>

#include "audit/gate.h"
#include "decisions/sheet.h"
#include "operations/desk.h"

namespace yidan::operations {

[[nodiscard]] Error refused(ErrorCode code, std::string zh, std::string en, std::string where = "$");
[[nodiscard]] Error no_such_decision(const std::string& id);
[[nodiscard]] Error no_procedures();
// With those that there are.
[[nodiscard]] Error unknown_kind(const policy::Procedure& procedure, const std::string& asked);
[[nodiscard]] Error touches_nothing();
// Every requirement that is not met, in one refusal.
[[nodiscard]] Error not_met(const decisions::Sheet& sheet);
// Nothing else is put into force on a day on which packs hold for a time. REQUIRES: they have an end.
[[nodiscard]] Error in_force_for_a_time(const ActivePacks& packs);
// What a closed gate says: every violation with its clauses, the gate's own last.
[[nodiscard]] Error closed(const audit::GateAnswer& gate, const Text& pool);

}  // namespace yidan::operations
