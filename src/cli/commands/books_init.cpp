#include <algorithm>
#include <cstdio>

#include "cli/commands/books_commands.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "operations/decisions.h"

namespace yidan::cli {
namespace {

int say_drafts(bool allowed, Language language) {
  const Text text = allowed ? Text{"征求意见稿：可以动用资金", "drafts: may move money"}
                            : Text{"征求意见稿：不得动用资金", "drafts: move no money"};
  std::printf("%s\n", text.in(language).c_str());
  return kAllSettled;
}

// Puts the packs into force where no others are and the gate is open, and says so pool by pool.
int adopt(const OpenBooks& books, const InitOptions& options, Date on) {
  int status = kAllSettled;
  for (const operations::Adopted& each : operations::adopt_all(caller_of(books, options), on)) {
    const policy::Pool* pool = books.policy.find(each.pool);
    if (each.answer) {
      const Text text{pool->name.zh + "：已核查并启用（关口 " + to_text(on) + "）",
                      pool->name.en + ": audited and put into force (gate of " + to_text(on) + ")"};
      std::printf("%s\n", text.in(options.language).c_str());
      continue;
    }
    status = std::max(status, refuse(each.answer.error(), options.language));
  }
  return status;
}

}  // namespace

int books_init(const InitOptions& options) {
  const auto books = open_books(options, store::Access::create);
  if (books == nullptr) return kWrongUse;
  if (options.drafts) {
    if (const auto set = books->desk->let_drafts_move_money(true); !set) return refuse(set.error(), options.language);
  }
  if (options.ungated) {
    if (const auto set = books->desk->remove_gate(); !set) return refuse(set.error(), options.language);
  }
  const auto on = parse_date(options.on.empty() ? today() : options.on);
  if (!on) return wrong_use(on.error(), options.language);
  const int adopted = options.activate && !books->desk->is_ungated() ? adopt(*books, options, *on) : kAllSettled;
  if (adopted == kWrongUse) return kWrongUse;
  const auto counts = books->store->counts();
  if (!counts) return refuse(counts.error(), options.language);
  const std::string events = std::to_string(counts->events);
  const Text text{"账册就绪，有 " + events + " 个事项", "the books are ready and have " + events + " events"};
  std::printf("%s\n", text.in(options.language).c_str());
  static_cast<void>(say_drafts(books->desk->drafts_move_money(), options.language));
  return adopted;
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
