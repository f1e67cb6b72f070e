#include "operations/rebuild.h"

namespace yidan::operations {
namespace {

Error damaged(std::string zh, std::string en) { return {ErrorCode::damaged, {std::move(zh), std::move(en)}, {}}; }

Error damaged_content(std::int64_t seq) {
  const std::string number = std::to_string(seq);
  return damaged("第 " + number + " 个事项的内容已损坏：请从备份恢复",
                 "the content of event " + number + " is damaged: restore from a backup");
}

Error not_decided_again(const store::Event& event, const Error& error) {
  const std::string number = std::to_string(event.seq);
  return damaged(
      "该人员第 " + number + " 个事项不能重新结算（" + error.message.zh + "）：请运行 yidan verify",
      "event " + number + " of this person cannot be decided again (" + error.message.en + "): run yidan verify");
}

Result<void> apply_event(const store::Event& event, std::int32_t pool, const books::PolicyOf& policy_of,
                         books::File& file) {
  const auto asked = asked_by(event, pool, policy_of);
  if (!asked) return std::unexpected(asked.error());
  const auto applied = file.apply(*asked);
  return applied ? Result<void>{} : std::unexpected(not_decided_again(event, applied.error()));
}

}  // namespace

Result<books::Asked> asked_by(const store::Event& event, std::int32_t pool, const books::PolicyOf& policy_of) {
  auto policy = policy_of(event.policy);
  if (!policy) return std::unexpected(std::move(policy.error()));
  const auto kind = parse_word<EventKind>(event.kind);
  if (!kind) {
    return std::unexpected(
        damaged("账册中有本程序不认识的事项“" + event.kind + "”：请用更新的程序",
                "the books have an event that this program does not know ('" + event.kind + "'): use a newer program"));
  }
  auto said = exchange::read_content(*kind, event.content, Region(pool));
  const bool is_object = said || (said.error().code != ErrorCode::syntax && said.error().where != "$");
  if (!is_object) return std::unexpected(damaged_content(event.seq));
  return books::Asked{.kind = *kind,
                      .key = event.key,
                      .content = event.content,
                      .said = std::move(said),
                      .place = "$",
                      .policy = std::move(*policy),
                      .engine = event.engine,
                      .actor = event.actor,
                      .kept = true};
}

Result<books::File> rebuild(Desk& desk, const store::Subject& key, std::optional<store::Instant> known) {
  const auto events = desk.store().events(key);
  if (!events) return std::unexpected(events.error());
  const books::PolicyOf policy_of = desk.policy_of();
  books::File file(key);
  for (const store::Event& event : *events) {
    if (known && event.recorded > *known) break;
    if (auto applied = apply_event(event, key.pool, policy_of, file); !applied) return std::unexpected(applied.error());
  }
  return file;
}

Result<books::File> rebuild(Desk& desk, const store::SubjectContents& contents) {
  const books::PolicyOf policy_of = desk.policy_of();
  books::File file(contents.subject);
  for (const store::Recorded& each : contents.events) {
    auto applied = apply_event(each.event, contents.subject.pool, policy_of, file);
    if (!applied) return std::unexpected(applied.error());
  }
  return file;
}

}  // namespace yidan::operations
