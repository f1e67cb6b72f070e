// Judges the registers of the packs: what cannot be reached, a state without an end, a move that nobody may do, a field
// or a register that is not there, and what a city's file would weaken.
#pragma once

#include "policy/problem.h"
#include "policy/register_definition.h"

namespace yidan::policy {

void check_registers(const Registers& registers, Problems& problems);

}  // namespace yidan::policy
