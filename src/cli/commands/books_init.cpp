#include "cli/commands/books_commands.h"
#include "cli/terminal.h"

namespace yidan::cli {
namespace {

int say_drafts(bool allowed, Language language) {
  const Text text = allowed ? Text{"征求意见稿：可以动用资金", "drafts: may move money"}
                            : Text{"征求意见稿：不得动用资金", "drafts: move no money"};
  std::printf("%s\n", text.in(language).c_str());
  return kAllSettled;
}

}  // namespace

int books_init(const InitOptions& options) {
  const auto books = open_books(options, store::Access::create);
  if (books == nullptr) return kWrongUse;
  if (options.drafts) {
    if (const auto set = books->desk->let_drafts_move_money(true); !set) return refuse(set.error(), options.language);
  }
  const auto counts = books->store->counts();
  if (!counts) return refuse(counts.error(), options.language);
  const std::string events = std::to_string(counts->events);
  const Text text{"账册就绪，有 " + events + " 个事项", "the books are ready and have " + events + " events"};
  std::printf("%s\n", text.in(options.language).c_str());
  return say_drafts(books->desk->drafts_move_money(), options.language);
}

int books_drafts(const DraftsOptions& options) {
  const auto books = open_books(options, options.asked.empty() ? store::Access::read_only : store::Access::read_write);
  if (books == nullptr) return kWrongUse;
  if (!options.asked.empty()) {
    const auto set = books->desk->let_drafts_move_money(options.asked == "on");
    if (!set) return refuse(set.error(), options.language);
  }
  return say_drafts(books->desk->drafts_move_money(), options.language);
}

}  // namespace yidan::cli
