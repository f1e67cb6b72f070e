// What is answered to a request that is not a settlement (a settlement's answer is its bill): what was done, which
// bills changed by how much, what was posted. The text is kept, and given again byte for byte.
#pragma once

#include <string>

#include "books/asked.h"
#include "store/store.h"

namespace yidan::books {

class File;

[[nodiscard]] std::string answer_text(const File& file, const Decision& decision, const Asked& asked);

// The same of an entry that was decided without the whole file at hand.
struct Folded;
[[nodiscard]] std::string answer_text(const Folded& folded, const Decision& decision, const Asked& asked);

// The error of a request about a person of whom the books know nothing.
[[nodiscard]] Error no_file();

}  // namespace yidan::books
