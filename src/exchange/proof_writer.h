// Writes proofs as JSON (`yidan.proof/1`).
#pragma once

#include "base/json_writer.h"
#include "prove/proof.h"

namespace yidan::exchange {

void write_proof(json::Writer& json, const prove::Report& report);

// The case that shows a refutation, as a file that `yidan settle` takes.
[[nodiscard]] std::string case_file(const prove::Shown& shown);

}  // namespace yidan::exchange
