#include <cerrno>
#include <fstream>
#include <memory>
#include <optional>

#include "books/stored_bill.h"
#include "cli/commands/books_commands.h"
#include "cli/interrupt.h"
#include "cli/master_key.h"
#include "cli/output_file.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "store/backup.h"
#include "store/sealed_backup.h"

namespace yidan::cli {
namespace {

void say_counts(const char* zh, const char* en, const store::Counts& counts, Language language) {
  const std::string files = std::to_string(counts.subjects);
  const std::string events = std::to_string(counts.events);
  const Text text{zh + ("：" + files + " 人，" + events + " 个事项"),
                  en + (": " + files + " persons, " + events + " events")};
  std::printf("%s\n", text.in(language).c_str());
}

// The backup within a sealed one, from its start; null within when it is not sealed. Why it cannot be opened is said.
std::optional<std::unique_ptr<std::istream>> from_the_start(std::ifstream& file, const BackupOptions& options) {
  file.clear();
  file.seekg(0);
  const auto master = master_key();
  if (!master) {
    wrong_use(master.error(), options.language);
    return std::nullopt;
  }
  auto sealed = store::unsealed(file, *master, options.file);
  if (!sealed) {
    wrong_use(sealed.error(), options.language);
    return std::nullopt;
  }
  return std::move(*sealed);
}

std::istream& within(std::ifstream& file, const std::unique_ptr<std::istream>& sealed) {
  return sealed ? *sealed : file;
}

}  // namespace

int books_backup(const BackupOptions& options) {
  const auto store = open_store(options, store::Access::read_only);
  if (store == nullptr) return kWrongUse;
  OutputFile file(options.file, options.force);
  if (!file.open()) return refuse(cannot_write(file), options.language);
  Progress progress(is_terminal(stderr), Unit::persons, options.language);
  const auto counts = store::back_up(
      *store, operations::kSettings,
      [&](std::string_view part) -> Result<void> {
        if (file.write(part)) return {};
        return std::unexpected(cannot_write(file));
      },
      progress.go_on());
  progress.clear();
  if (!counts && interrupted()) {
    return say_interrupted({"没有备份完，备份文件保持原样", "the backup is not complete; the file named is as it was"},
                           options.language);
  }
  if (!counts) return refuse(counts.error(), options.language);
  if (!file.commit()) return refuse(cannot_write(file), options.language);
  say_counts("已备份", "backed up", *counts, options.language);
  return kAllSettled;
}

int books_restore(const BackupOptions& options) {
  std::ifstream file(options.file, std::ios::binary);
  if (!file) {
    complain_of_reading(options.file, errno, options.language);
    return kWrongUse;
  }
  auto sealed = from_the_start(file, options);
  if (!sealed) return kWrongUse;
  if (const auto whole = store::check_backup(within(file, *sealed)); !whole) {
    (void)refuse(whole.error(), options.language);
    return kWrongUse;
  }
  sealed = from_the_start(file, options);
  if (!sealed) return kWrongUse;
  const auto store = open_store(options, store::Access::create);
  if (store == nullptr) return kWrongUse;
  Progress progress(is_terminal(stderr), Unit::persons, options.language);
  const auto counts = store::restore(*store, within(file, *sealed), books::upgraded, progress.go_on());
  progress.clear();
  if (!counts) {
    if (!store::check_restored(*store)) {
      complain({"没有恢复完：请删除此账册，排除原因后重新恢复到新的账册",
                "the books were not restored in full: remove them, and restore into new ones when the cause is gone"},
               options.language);
    }
    if (interrupted()) return kInterrupted;
    (void)refuse(counts.error(), options.language);
    return kWrongUse;
  }
  say_counts("已恢复", "restored", *counts, options.language);
  return kAllSettled;
}

}  // namespace yidan::cli
