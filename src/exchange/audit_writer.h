// Writes an audit as JSON (`yidan.audit/1`).
#pragma once

#include <string>

#include "audit/finding.h"
#include "base/json_writer.h"

namespace yidan::exchange {

void write_audit(json::Writer& json, const policy::Policy& policy, const audit::Report& report);

}  // namespace yidan::exchange
