// A message of the national interface on its way in: the envelope, and nodes whose fields are checked by their table.
//
// Numbers come as JSON numbers or as text, and some names are spelled in more than one way by programs that are in use:
// all known spellings are read, one is written. What is wrong is told all at once, each with its place and a code.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "calendar/instant.h"
#include "money/money.h"
#include "national/field.h"

namespace yidan::national {

// The value of a member under any of its known spellings; null when it is absent, null or empty text.
[[nodiscard]] const json::Value* member(const json::Value& object, std::string_view name);

// What is wrong with the fields of an object, which stands at `path` ("$.input.data"): missing, of the wrong type, too
// long, no word of its dictionary. Members that no table names are left alone: provinces add their own.
void check_fields(const json::Value& object, std::span<const Field> fields, const std::string& path,
                  std::vector<Error>& faults);
// The same of a node of `parent`: an object, or a list of them.
void check_node(const json::Value& parent, const Node& node, const std::string& path, std::vector<Error>& faults);

// An object whose fields were checked.
class Reader {
 public:
  explicit Reader(const json::Value& object) : object_(&object) {}

  [[nodiscard]] bool has(std::string_view name) const { return member(*object_, name) != nullptr; }
  // Empty when it is absent.
  [[nodiscard]] std::string_view text(std::string_view name) const;
  // Yuan with two decimals; 0 when it is absent.
  [[nodiscard]] Money money(std::string_view name) const;
  // Times 10^places; 0 when it is absent.
  [[nodiscard]] std::int64_t number(std::string_view name, int places) const;
  [[nodiscard]] bool flag(std::string_view name) const { return text(name) == "1"; }
  // The day of a day or an instant. REQUIRES: it is there.
  [[nodiscard]] Date day(std::string_view name) const;
  [[nodiscard]] std::span<const json::Value> list(std::string_view name) const;

 private:
  const json::Value* object_;
};

struct Envelope {
  std::string infno;
  std::string msgid;
  std::string institution;  // fixmedins_code
  std::string institution_name;
  std::string division;  // of treatment
  std::string home;      // division of enrolment; empty where it is not sent
  std::string operator_name;
  const json::Value* input = nullptr;
};

// `path_number`: the number of the transaction in the path; empty: it stands in the body alone. Faults are appended;
// without any the envelope is whole. The value outlives the envelope.
[[nodiscard]] Envelope read_envelope(const json::Value& message, std::string_view path_number,
                                     std::vector<Error>& faults);

}  // namespace yidan::national
