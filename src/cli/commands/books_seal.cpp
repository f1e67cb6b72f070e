#include <cstdio>

#include "cli/commands/books_commands.h"
#include "cli/interrupt.h"
#include "cli/master_key.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "store/sealing.h"

namespace yidan::cli {
namespace {

Text described(const store::SealStatus& status) {
  const std::string plain = std::to_string(status.plain);
  const std::string& key = status.fingerprint;
  if (!status.sealed)
    return {"未封存：" + plain + " 人的号码为明文", "not sealed: the numbers of " + plain + " persons are plain"};
  if (!status.finished || status.plain != 0) {
    return {"正在封存，尚未完成：还有 " + plain + " 人的号码为明文；主密钥指纹 " + key + "。请再运行 yidan seal",
            "being sealed, not finished: the numbers of " + plain + " persons are plain yet; master key " + key +
                ". Run yidan seal again"};
  }
  return {"已封存；主密钥指纹 " + key, "sealed; master key " + key};
}

int say_status(const Result<store::SealStatus>& status, Language language) {
  if (!status) return refuse(status.error(), language);
  std::printf("%s\n", described(*status).in(language).c_str());
  return kAllSettled;
}

int say_no_key(Language language) {
  return wrong_use({.code = ErrorCode::invalid_value,
                    .message = {"没有主密钥：请以 YIDAN_KEY_FILE 指明密钥文件，或把密钥放在 YIDAN_KEY 中",
                                "there is no master key: name its file in YIDAN_KEY_FILE, or put it in YIDAN_KEY"},
                    .where = {}},
                   language);
}

int rotate(const SealOptions& options, const std::optional<SealKey>& master) {
  const auto next = read_key_file(options.new_key_file);
  if (!next) return wrong_use(next.error(), options.language);
  return say_status(store::rotate_master_key(options.db, master, *next), options.language);
}

int seal_all(const SealOptions& options, const SealKey& master) {
  Progress progress(is_terminal(stderr), Unit::persons, options.language);
  const auto status = store::seal(options.db, master, progress.go_on());
  progress.clear();
  if (!status && interrupted()) {
    return say_interrupted({"没有封存完；再运行一次即从此处继续", "not all is sealed; run it again, and it goes on"},
                           options.language);
  }
  return say_status(status, options.language);
}

}  // namespace

int books_seal(const SealOptions& options) {
  if (options.status) return say_status(store::seal_status(options.db), options.language);
  const auto master = master_key();
  if (!master) return wrong_use(master.error(), options.language);
  if (!*master) return say_no_key(options.language);
  return options.rotate ? rotate(options, *master) : seal_all(options, **master);
}

}  // namespace yidan::cli
