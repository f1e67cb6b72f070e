// A sentence in both languages as JSON: of a finding, of a proof.
#pragma once

#include "base/json_writer.h"
#include "contract/audit.h"

namespace yidan::exchange {

inline void write_text(json::Writer& json, const Text& text) {
  json.begin_object();
  json.text(contract::kKey<contract::kAuditTextFields, "zh">, text.zh);
  json.text(contract::kKey<contract::kAuditTextFields, "en">, text.en);
  json.end_object();
}

}  // namespace yidan::exchange
