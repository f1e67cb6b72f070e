// Reads `registers/*.yaml`: what a register keeps, and the calendar of working days.
#pragma once

#include <string>

#include "policy/parse/reader.h"
#include "policy/register_definition.h"

namespace yidan::policy {

// The file of that name is no register: `registers/working-days.yaml`.
inline constexpr std::string_view kWorkCalendar = "working-days";

// `name` is that of the file, `region` its pack's. Words, limits and days are judged here; names of fields and states
// by check_registers.
[[nodiscard]] RegisterDefinition read_register(const YamlNode& root, const std::string& name, Region region,
                                               const FileContext& context);

void read_work_calendar(const YamlNode& root, const FileContext& context, WorkCalendar& calendar);

}  // namespace yidan::policy
