// What the files in requests/ share: each turns its members of a request into the content of an event.
#pragma once

#include "exchange/object_reader.h"
#include "exchange/request.h"

namespace yidan::exchange {

// How the names of members begin that are the sender's own and say nothing.
inline constexpr std::string_view kOnesOwn = "x-";

// Reads what one `do` takes. Throws Fault for what is no such request; a content that is not right is the request's.
using ReadRequest = void(ObjectReader& reader, Request& request);

// One line of the table of requests: the word of `do`, and who reads the rest.
struct RequestForm {
  std::string_view name;
  ReadRequest* read;
};

// `member`, an object of the request, becomes the content as it stands.
void take_member(ObjectReader& reader, std::string_view member, EventKind kind, Request& request);

// `member` becomes one event of the record, `event` in the contract's words.
void take_event(ObjectReader& reader, std::string_view member, std::string_view event, Request& request);

// The content that stands at `path`, of an event of that kind. Throws Fault.
[[nodiscard]] Content content_at(EventKind kind, const json::Value& value, const Path& path, Region pool,
                                 bool kept = false);

// What read() gives, or the Fault that it throws.
template <class Read>
auto caught(Read read) -> Result<decltype(read())> {
  try {
    return read();
  } catch (Fault& fault) {
    return std::unexpected(std::move(fault.error));
  }
}

// Text of a member that is there and not empty.
[[nodiscard]] std::string require_named(ObjectReader& reader, std::string_view member);

// Spells the person's number in facts as it was read: in what is kept it stands in one spelling.
void spell_number(Request& request);

// The key of a request. Throws Fault for what is none.
[[nodiscard]] std::string require_key(ObjectReader& reader);

// The bill named by `encounter` and, where it is given, `provider`.
[[nodiscard]] EncounterName require_bill(ObjectReader& reader);

// The text of a content as it is kept and compared. REQUIRES: the request was read in canonical form.
[[nodiscard]] std::string content_text(const json::Value& value);

}  // namespace yidan::exchange
