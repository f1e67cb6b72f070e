#include "store/fault.h"

#include "base/utf8.h"

namespace yidan::store {
namespace {

Error fault(ErrorCode code, std::string_view database, const std::string& zh, const std::string& en) {
  const std::string name(database);
  return {.code = code, .message = {"账册数据库 " + name + "：" + zh, "books " + name + ": " + en}, .where = name};
}

std::string said(std::string_view reason) { return as_utf8(reason); }

}  // namespace

Error no_books(std::string_view database) {
  return fault(ErrorCode::not_found, database, "没有账册。请检查名称是否正确；新建账册需要明确说明要新建",
               "there are no books here. Is the name right? New books are made only when that is asked for");
}

Error not_ours(std::string_view database) {
  return fault(ErrorCode::invalid_value, database, "是其他程序的数据库，未作任何改动。请为账册另选一个名称",
               "this is the database of another program, and was left alone. Choose another name for the books");
}

Error too_new(std::string_view database, int version, int known) {
  const std::string is = std::to_string(version);
  const std::string knows = std::to_string(known);
  return fault(ErrorCode::unavailable, database,
               "表结构为第 " + is + " 版，本程序只认识到第 " + knows + " 版。请使用更新的程序",
               "its tables are of version " + is + ", this program knows up to " + knows + ". Use a newer program");
}

Error too_old_to_read(std::string_view database, int version, int needed) {
  const std::string is = std::to_string(version);
  const std::string needs = std::to_string(needed);
  return fault(ErrorCode::unavailable, database,
               "表结构为第 " + is + " 版，本程序需要第 " + needs + " 版，只读方式不能升级。请先以读写方式打开一次",
               "its tables are of version " + is + ", this program needs " + needs +
                   ", and reading alone cannot bring them up to date. Open the books for writing once");
}

Error of_first_form(std::string_view database) {
  return fault(
      ErrorCode::unavailable, database,
      "由 0.3 版程序建立，表结构不同，未作任何改动。请用 0.3 版程序备份（yidan backup），再用本程序恢复到新的"
      "账册（yidan restore）",
      "made by version 0.3 of the program, whose tables are others, and left alone. Back it up with that version "
      "(yidan backup) and restore it with this one into new books (yidan restore)");
}

Error read_only(std::string_view database) {
  return fault(ErrorCode::unavailable, database, "以只读方式打开，不能写入。请以读写方式打开",
               "opened for reading alone, nothing can be written. Open the books for writing");
}

Error no_policy(std::string_view database, std::int64_t number) {
  const std::string text = std::to_string(number);
  return fault(ErrorCode::not_found, database, "没有编号为 " + text + " 的政策包",
               "there is no set of packs with number " + text);
}

Error sums_overflow(std::string_view database) {
  return fault(ErrorCode::overflow, database, "科目发生额之和超出 64 位分", "a sum of entries exceeds 64 bits of fen");
}

Error unavailable(std::string_view database, std::string_view reason) {
  return fault(ErrorCode::unavailable, database, "现在不能使用（数据库称：“" + said(reason) + "”）。请排除原因后重试",
               "cannot be used now (" + said(reason) + "). Remove the cause and try again");
}

Error disk_full(std::string_view database, std::string_view reason) {
  return fault(ErrorCode::unavailable, database,
               "磁盘已满（数据库称：“" + said(reason) + "”），没有写入。请腾出空间后重试",
               "the disk is full (" + said(reason) + "), nothing was written. Make room and try again");
}

Error no_right_to_read_beside_others(std::string_view database) {
  return fault(ErrorCode::unavailable, database,
               "读取时须与记账者共用 -wal、-shm 两个文件，而此处无权建立。请给予该文件夹的写权限，或读取备份恢复的账册",
               "whoever reads shares the files -wal and -shm with those who write, and has no right to make them here. "
               "Give the right to write in the folder, or read books restored from a backup");
}

Error locked(std::string_view database, std::string_view reason) {
  return fault(ErrorCode::unavailable, database, "被其他程序占用（数据库称：“" + said(reason) + "”）。请稍后重试",
               "another program holds it locked (" + said(reason) + "). Try again later");
}

Error damaged(std::string_view database, std::string_view reason) {
  return fault(ErrorCode::damaged, database, "已损坏（数据库称：“" + said(reason) + "”）。请停止写入，从备份恢复",
               "damaged (" + said(reason) + "). Stop writing and restore it from a backup");
}

Error refused(std::string_view database, std::string_view reason) {
  return fault(ErrorCode::invalid_value, database, "拒绝了该内容（数据库称：“" + said(reason) + "”）",
               "refused what it was given (" + said(reason) + ")");
}

Error damaged_backup() {
  return {ErrorCode::damaged,
          {"备份文件不完整或被改动过：请用另一份备份", "the backup is cut short or was changed: use another one"},
          {}};
}

Error key_needed(std::string_view database, std::string_view fingerprint) {
  const std::string of(fingerprint);
  return fault(
      ErrorCode::unavailable, database,
      "已加密封存，打开需要指纹为 " + of + " 的主密钥。请以 YIDAN_KEY_FILE 指明密钥文件，或把密钥放在 YIDAN_KEY 中",
      "sealed, and opened only with the master key of fingerprint " + of +
          ". Name its file in YIDAN_KEY_FILE, or put the key in YIDAN_KEY");
}

Error other_key(std::string_view database, std::string_view fingerprint, std::string_view given) {
  const std::string of(fingerprint);
  const std::string other(given);
  return fault(
      ErrorCode::unavailable, database,
      "由指纹为 " + of + " 的主密钥封存，所给主密钥的指纹是 " + other + "。请给出封存时（或最近一次更换后）的密钥",
      "sealed by the master key of fingerprint " + of + "; the one given has " + other +
          ". Give the key by which they were sealed, or the one that replaced it last");
}

Error sealed_meanwhile(std::string_view database) {
  return fault(ErrorCode::unavailable, database, "打开之后已被加密封存。请给出主密钥，重新打开（重新启动程序）",
               "they were sealed since they were opened. Open them again with the master key (start the program anew)");
}

Error not_sealed(std::string_view database) {
  return fault(ErrorCode::conflict, database, "没有加密封存，无主密钥可换。请先运行 yidan seal",
               "not sealed, so there is no master key to replace. Run yidan seal first");
}

Error rotated_meanwhile(std::string_view database, std::string_view fingerprint) {
  const std::string key(fingerprint);
  return fault(ErrorCode::conflict, database,
               "有人同时更换了主密钥，现为指纹 " + key + "；本次没有更换。请以该密钥再运行",
               "somebody else replaced the master key at the same time: it is now " + key +
                   "; this one was not taken. Run it again with that key");
}

}  // namespace yidan::store
