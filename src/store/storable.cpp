#include "store/storable.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace yidan::store {
namespace {

// Calls `visit` with each text of a change.
template <class Visit>
void each_text(const Change& change, Visit visit) {
  const Event& event = change.event;
  for (const std::string* text : {&change.file.person, &event.kind, &event.key, &event.ref, &event.content,
                                  &event.answer, &event.engine, &change.past})
    visit(*text);
  if (change.facts) visit(*change.facts);
  for (const BillVersion& bill : change.bills) {
    for (const std::string* text :
         {&bill.encounter, &bill.rule_date, &bill.status, &bill.policy_status, &bill.text, &bill.steps})
      visit(*text);
  }
  for (const Entry& entry : change.entries) {
    for (const std::string* text : {&entry.fund, &entry.account, &entry.party, &entry.route}) visit(*text);
  }
}

Error not_storable(std::string_view where) {
  return {.code = ErrorCode::invalid_value,
          .message = {"文本不是 UTF-8，或含有空字符（NUL），不能存入账簿",
                      "a text that is not UTF-8, or has a NUL in it, cannot be kept in the books"},
          .where = as_utf8(where)};
}

Error empty_name(std::string_view where) {
  return {.code = ErrorCode::invalid_value,
          .message = {"人员编号、请求的键和事项的名称不能为空",
                      "a person, the key of a request and the ref of an event cannot be empty"},
          .where = as_utf8(where)};
}

Error too_large(std::string_view where) {
  return {.code = ErrorCode::overflow,
          .message =
              {"超出账簿的限度：一次写入 64 MiB、分录和账单各 1048575 行、键 2000 字节、人员编号 500 字节",
               "more than the books can take: 64 MiB of text, 1048575 entries and as many bills an event, 2000 bytes a "
               "key, 500 a person"},
          .where = as_utf8(where)};
}

void ensure_consistent(const Change& change) {
  ensure(change.expected >= 0 && change.event.seq == change.expected + 1, "an event is the one after the expected");
  ensure(change.expected > 0 || change.facts, "a new file comes with its facts");
  std::vector<std::int64_t> entries;
  for (const BillVersion& bill : change.bills) {
    ensure(bill.version == change.event.seq, "a bill's version is its event");
    entries.push_back(bill.entry);
  }
  std::ranges::sort(entries);
  ensure(std::ranges::adjacent_find(entries) == entries.end(), "an event makes one version of a bill");
}

}  // namespace

std::size_t bytes_of(const Change& change) {
  std::size_t bytes = 0;
  each_text(change, [&](const std::string& text) { bytes += text.size(); });
  return bytes;
}

Result<void> check_storable(const Change& change) {
  ensure_consistent(change);
  const std::string& key = change.event.key;
  if (key.empty() || change.event.ref.empty() || change.file.person.empty()) return std::unexpected(empty_name(key));
  const bool many = change.entries.size() >= kMostLines || change.bills.size() >= kMostLines;
  const bool long_name =
      key.size() > kLongestName || change.event.ref.size() > kLongestName || change.file.person.size() > kLongestPerson;
  if (many || long_name || bytes_of(change) > kMostBytes) return std::unexpected(too_large(clipped(key)));
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
