// The text of a request of the contract: what all of them have, and between it what is asked.
#pragma once

#include <string>

#include "base/json_writer.h"

namespace yidan::testing {

struct RequestHead {
  std::string key;
  std::string pool;
  std::string person;  // empty: of none
  std::string asked;   // "settle"
};

// `write_members(json)` writes what is asked.
template <class Members>
std::string request_text(const RequestHead& head, Members write_members) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.request/1");
  json.text("key", head.key);
  json.text("pool", head.pool);
  if (!head.person.empty()) json.text("person", head.person);
  json.text("do", head.asked);
  write_members(json);
  json.end_object();
  return text;
}

}  // namespace yidan::testing
