// A backup of sealed books: the same bytes as any backup (store/backup.h), sealed under the data key of the books.
//
//     yidan.backup-sealed/1 <64 hexadecimal digits, random>\n
//     <the wrapped data key, as in store/envelope.h>\n
//     parts, each: its length (4 bytes, the most significant first), as many sealed bytes (base/seal.h)
//
// The associated data of a part are "backup", the digits and its number from 0, with blanks between: parts of another
// backup, or in another order, do not open. That none is missing at the end says the digest within.
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>

#include "store/backup.h"
#include "store/envelope.h"

namespace yidan::store {

// Hands over a backup, part by part, to a sink that gets it sealed. The envelope and the sink outlive it.
class SealingSink {
 public:
  SealingSink(const Envelope& envelope, const Sink& sink);

  [[nodiscard]] Result<void> take(std::string_view part);

 private:
  const Envelope& envelope_;
  const Sink& sink_;
  std::string digits_;
  std::int64_t parts_ = 0;
};

// The backup within, read from `backup` as it is asked for; null when it is not sealed, and `backup` is then where it
// was. What was changed ends the stream, which is no whole backup then. Errors: those of the key. `name` is for them.
[[nodiscard]] Result<std::unique_ptr<std::istream>> unsealed(std::istream& backup, const std::optional<SealKey>& master,
                                                             std::string_view name);

}  // namespace yidan::store
