// A file as its events have made it, now or as it was known at an earlier instant (semantics M6).
#pragma once

#include <optional>
#include <span>

#include "books/file.h"
#include "operations/desk.h"

namespace yidan::operations {

// What an event of the store asked of its file, read into values once. Errors: `damaged`.
[[nodiscard]] Result<books::Asked> asked_by(const store::Event& event, std::int32_t pool,
                                            const books::PolicyOf& policy_of);

// From the events recorded up to and including `known`; all when absent.
[[nodiscard]] Result<books::File> rebuild(Desk& desk, const store::Subject& key,
                                          std::optional<store::Instant> known = std::nullopt);

// The same of a whole stream that was read. Errors: `damaged`.
[[nodiscard]] Result<books::File> rebuild(Desk& desk, const store::SubjectContents& contents);

}  // namespace yidan::operations
