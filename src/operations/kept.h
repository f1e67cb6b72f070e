// Subjects of the books that each of their events keeps whole: users, tokens, jobs. Their state is the content of the
// last event, and they have one row.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "operations/desk.h"

namespace yidan::operations {

struct KeptWhole {
  store::Subject subject;
  std::int64_t seq = 0;  // on which it was decided; 0: it is new
  std::string_view did;
  std::string text;  // what it is from now on
  store::Row row{};  // table and id are the subject's
  std::vector<store::Document> documents{};
};

// `done`, or `stale`: somebody else has changed it since. Errors: those of the store.
[[nodiscard]] Result<store::Written> write_whole(Desk& desk, const std::string& actor, KeptWhole kept);

// Compares the state with the last event, and the rows with what they must be; what differs, or nothing.
[[nodiscard]] std::optional<std::string> difference_of_whole(const store::SubjectContents& kept);

}  // namespace yidan::operations
