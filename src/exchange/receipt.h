// From what and by what an answer of the books was made: the member `receipt` of the contract.
#pragma once

#include <cstdint>
#include <string>

#include "base/json_writer.h"

namespace yidan::exchange {

struct Receipt {
  std::int64_t event = 0;  // that made this version
  std::string key;
  std::string packs;   // digest
  std::string engine;  // version of the program
  std::string inputs;  // digest of facts, past and encounter
};

// The member `receipt`.
void write_receipt(json::Writer& json, const Receipt& receipt);

}  // namespace yidan::exchange
