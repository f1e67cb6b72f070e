#include "cli/commands/commands.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "exchange/assistance_session.h"

namespace yidan::cli {

int assist(const AnswerOptions& options) {
  const auto policy = load(options.packs, options.language);
  if (!policy) return kWrongUse;
  exchange::AssistanceSession session(*policy, {options.language, style_of(options)}, form_of(options));
  return answer_files(options, [&session](std::string_view text, std::string& out, std::size_t first_line) {
    return session.assist(text, out, first_line);
  });
}

}  // namespace yidan::cli
