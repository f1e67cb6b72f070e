#include "operations/rebuild.h"

#include "base/json.h"

namespace yidan::operations {
namespace {

Error damaged(std::string zh, std::string en) { return {ErrorCode::damaged, {std::move(zh), std::move(en)}, {}}; }

// What was asked was an object when it was written.
bool is_object(std::string_view content) {
  json::Document document;
  const auto value = document.parse(content);
  return value && (*value)->kind == json::Kind::object;
}

Error not_decided_again(const store::Event& event, const Error& error) {
  const std::string number = std::to_string(event.seq);
  return damaged(
      "该人员第 " + number + " 个事项不能重新结算（" + error.message.zh + "）：请运行 yidan verify",
      "event " + number + " of this person cannot be decided again (" + error.message.en + "): run yidan verify");
}

}  // namespace

Result<books::Asked> asked_by(const store::Event& event, const books::PolicyOf& policy_of) {
  auto policy = policy_of(event.policy);
  if (!policy) return std::unexpected(std::move(policy.error()));
  const auto kind = parse_word<EventKind>(event.kind);
  if (!kind) {
    return std::unexpected(
        damaged("账册中有本程序不认识的事项“" + event.kind + "”：请用更新的程序",
                "the books have an event that this program does not know ('" + event.kind + "'): use a newer program"));
  }
  if (!is_object(event.content)) {
    const std::string number = std::to_string(event.seq);
    return std::unexpected(damaged("第 " + number + " 个事项的内容已损坏：请从备份恢复",
                                   "the content of event " + number + " is damaged: restore from a backup"));
  }
  return books::Asked{*kind, event.key, event.content, std::move(*policy), event.engine};
}

Result<books::File> rebuild(Desk& desk, const store::FileKey& key, std::optional<store::Instant> known) {
  const auto events = desk.store().events(key);
  if (!events) return std::unexpected(events.error());
  books::File file(key, desk.policy_of());
  for (const store::Event& event : *events) {
    if (known && event.recorded > *known) break;
    const auto asked = asked_by(event, desk.policy_of());
    if (!asked) return std::unexpected(asked.error());
    if (const auto applied = file.apply(*asked); !applied) {
      return std::unexpected(not_decided_again(event, applied.error()));
    }
  }
  return file;
}

}  // namespace yidan::operations
