#include "cli/commands/commands.h"
#include "cli/load.h"
#include "cli/terminal.h"

namespace yidan::cli {
namespace {

using exchange::StepDetail;

StepDetail detail_of(const std::string& word) {
  if (word == "none") return StepDetail::none;
  return word == "ids" ? StepDetail::ids : StepDetail::full;
}

}  // namespace

int settle(const SettleOptions& options) {
  const auto policy = load(options.packs, options.language);
  if (!policy) return kWrongUse;
  exchange::Session session(*policy,
                            {.language = options.language,
                             .steps = detail_of(options.steps),
                             .style = style_of(options),
                             .terms = options.terms},
                            form_of(options));
  return answer_files(options, with_clauses(options, options.clauses, policy->clauses,
                                            [&session](std::string_view text, std::string& out, std::size_t line) {
                                              return session.settle(text, out, line);
                                            }));
}

}  // namespace yidan::cli
