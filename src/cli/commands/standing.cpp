#include "cli/commands/commands.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "exchange/standing_session.h"

namespace yidan::cli {

int standing(const StandingOptions& options) {
  const auto policy = load(options.packs, options.language);
  if (!policy) return kWrongUse;
  exchange::StandingSession session(*policy, {options.language, options.sentences, style_of(options)},
                                    form_of(options));
  return answer_files(options, [&session](std::string_view text, std::string& out, std::size_t first_line) {
    return session.derive(text, out, first_line);
  });
}

}  // namespace yidan::cli
