#include "cli/commands/books_commands.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "operations/verify.h"

namespace yidan::cli {
namespace {

void say_good(const operations::Verified& verified, Language language) {
  const auto [files, events, bills, entries, decisions, registered] = verified.counts;
  Text text{"一致：" + std::to_string(files) + " 人，" + std::to_string(events) + " 个事项，" + std::to_string(bills) +
                " 份结算单，" + std::to_string(entries) + " 条分录；各基金借贷相等",
            "all is as it should be: " + std::to_string(files) + " persons, " + std::to_string(events) + " events, " +
                std::to_string(bills) + " bills, " + std::to_string(entries) + " entries; every fund balances"};
  if (decisions > 0) {
    text.zh += "；决策和备案 " + std::to_string(decisions) + " 件";
    text.en += "; decisions and filings: " + std::to_string(decisions);
  }
  if (registered > 0) {
    text.zh += "；登记 " + std::to_string(registered) + " 项";
    text.en += "; entries of registers: " + std::to_string(registered);
  }
  std::printf("%s\n", text.in(language).c_str());
}

}  // namespace

int books_verify(const VerifyOptions& options) {
  const auto books = open_books(options, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  Progress progress(is_terminal(stderr), Unit::persons, options.language);
  const auto verified = operations::verify(caller_of(*books, options), progress.go_on());
  progress.clear();
  if (!verified && interrupted()) {
    return say_interrupted({"没有核对完，已核对的没有发现不同；账册没有改动",
                            "not all was verified, and what was is as it should be; the books are as they were"},
                           options.language);
  }
  if (!verified) return refuse(verified.error(), options.language);
  if (verified->by_other_programs > 0) {
    const std::string count = std::to_string(verified->by_other_programs);
    complain({count + " 个事项由其他版本的程序记下", count + " events were decided by another version of the program"},
             options.language);
  }
  if (verified->difference) {
    const Text difference = to_text(*verified->difference);
    complain({"第一处不同：" + difference.zh, "the first difference: " + difference.en}, options.language);
    return kSomeRejected;
  }
  say_good(*verified, options.language);
  return kAllSettled;
}

}  // namespace yidan::cli
