// Cases and records: what is read by the contract beside the policy, so that their tables stand without a value.
#pragma once

#include "base/json_writer.h"
#include "contract/answer.h"
#include "contract/encounter.h"
#include "contract/event.h"
#include "contract/person.h"
#include "facts/case.h"

namespace yidan::contract {

// `yidan.case/1`, and `yidan.record/1`.
[[nodiscard]] const Object& case_object();
[[nodiscard]] const Object& record_object();
// A case without its encounters, format and pool: the `facts` of a request.
[[nodiscard]] const Object& facts_object();

// The case as a text of the contract; a rejected encounter is left out.
void write_case(json::Writer& json, const Case& facts);
void write_record(json::Writer& json, const Record& record);

}  // namespace yidan::contract
