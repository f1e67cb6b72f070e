#include "store/storable.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/seal.h"
#include "base/text.h"
#include "base/utf8.h"
#include "store/any_twice.h"

namespace yidan::store {
namespace {

// Calls `visit` with each text of a change.
template <class Visit>
void each_text(Change change, Visit visit) {
  for (const Part& part : change) {
    const Event& event = part.event;
    for (const std::string* text : {&part.subject.id, &part.subject.kind, &event.kind, &event.key, &event.ref,
                                    &event.actor, &event.content, &event.answer, &event.engine, &part.past})
      visit(*text);
    if (part.facts) visit(*part.facts);
    for (const Document& document : part.documents) {
      visit(document.name);
      visit(document.text);
    }
    for (const Row& row : part.rows) {
      for (const std::string* text :
           {&row.table, &row.id, &row.provider, &row.day, &row.care, &row.state, &row.due, &row.data})
        visit(*text);
    }
    for (const Entry& entry : part.entries) {
      for (const std::string* text : {&entry.fund, &entry.account, &entry.party, &entry.route}) visit(*text);
    }
  }
}

Error not_storable(std::string_view where) {
  return {.code = ErrorCode::invalid_value,
          .message = {"文本不是 UTF-8，或含有空字符（NUL），不能存入账册",
                      "a text that is not UTF-8, or has a NUL in it, cannot be kept in the books"},
          .where = as_utf8(where)};
}

Error empty_name(std::string_view where) {
  return {.code = ErrorCode::invalid_value,
          .message = {"人员编号、请求的键和事项的名称不能为空",
                      "a person, the key of a request and the ref of an event cannot be empty"},
          .where = as_utf8(where)};
}

Error looks_sealed(std::string_view where) {
  return {.code = ErrorCode::invalid_value,
          .message = {"人员编号不能以 sealed1: 开头：封存的号码以此为标志",
                      "no person's id begins with sealed1: — by that sealed numbers are known"},
          .where = as_utf8(where)};
}

Error too_large(std::string_view where) {
  return {
      .code = ErrorCode::overflow,
      .message =
          {"超出账册的限度：一次写入 64 MiB、分录和单据各 1048575 行、键 2000 字节、人员编号 500 字节",
           "more than the books can take: 64 MiB of text, 1048575 entries and as many documents an event, 2000 bytes "
           "a key, 500 a person"},
      .where = as_utf8(where)};
}

void ensure_consistent(Change change) {
  ensure(!change.empty(), "a change has a part");
  for (const Part& part : change) {
    ensure(part.expected >= 0 && part.event.seq == part.expected + 1, "an event is the one after the expected");
    ensure(part.expected > 0 || part.facts, "a new subject comes with its facts");
    ensure(part.event.key == change.front().event.key, "a change has one key");
    ensure(std::ranges::count(change, part.subject, &Part::subject) == 1, "a change has one part a subject");
    ensure(!any_twice(part.documents, [](const Document& each) { return std::string_view(each.name); }),
           "an event leaves one document of a name");
    ensure(
        !any_twice(part.rows,
                   [](const Row& each) { return std::pair<std::string_view, std::string_view>(each.table, each.id); }),
        "an event writes a row once");
  }
}

bool has_empty_name(const Part& part) {
  return part.event.key.empty() || part.event.ref.empty() || part.subject.id.empty() || part.subject.kind.empty();
}

bool has_sealed_number(const Part& part) { return part.subject.kind == kPerson && is_sealed_text(part.subject.id); }

bool is_too_large(const Part& part) {
  const bool many =
      part.entries.size() >= kMostLines || part.documents.size() >= kMostLines || part.rows.size() >= kMostLines;
  const bool long_row = std::ranges::any_of(part.rows, [](const Row& row) {
    return row.id.size() > kLongestName ||
           std::max({row.table.size(), row.provider.size(), row.day.size(), row.due.size()}) > kLongestId;
  });
  return many || long_row || part.event.key.size() > kLongestName || part.event.ref.size() > kLongestName ||
         part.subject.id.size() > kLongestId || part.subject.kind.size() > kLongestId;
}

}  // namespace

std::size_t bytes_of(Change change) {
  std::size_t bytes = 0;
  each_text(change, [&](const std::string& text) { bytes += text.size(); });
  return bytes;
}

Result<void> check_storable(Change change) {
  ensure_consistent(change);
  const std::string& key = change.front().event.key;
  if (std::ranges::any_of(change, has_empty_name)) return std::unexpected(empty_name(key));
  if (std::ranges::any_of(change, has_sealed_number)) return std::unexpected(looks_sealed(key));
  if (std::ranges::any_of(change, is_too_large) || bytes_of(change) > kMostBytes)
    return std::unexpected(too_large(clipped(key)));
  bool storable = true;
  each_text(change, [&](const std::string& text) { storable = storable && is_storable(text); });
  if (!storable) return std::unexpected(not_storable(key));
  return {};
}

bool is_storable(std::string_view text) { return !text.contains('\0') && is_utf8(text); }

Result<void> check_storable(std::string_view name, std::string_view text) {
  if (name.size() > kLongestName) return std::unexpected(too_large(clipped(name)));
  if (!is_storable(name) || !is_storable(text)) return std::unexpected(not_storable(name));
  return {};
}

}  // namespace yidan::store
