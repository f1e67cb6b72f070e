#include "operations/kept.h"

namespace yidan::operations {

Result<store::Written> write_whole(Desk& desk, const std::string& actor, KeptWhole kept) {
  const std::string number = std::to_string(kept.seq + 1);
  store::Part part{.subject = std::move(kept.subject), .expected = kept.seq, .past = kept.text};
  part.event = {.seq = kept.seq + 1,
                .kind = std::string(kept.did),
                .key = part.subject.kind + "/" + part.subject.id + "/" + number,
                .ref = "#" + number,
                .actor = actor,
                .content = std::move(kept.text),
                .policy = desk.packs().number,
                .engine = desk.engine()};
  if (kept.seq == 0) part.facts = "{}";
  kept.row.table = part.subject.kind;
  kept.row.id = part.subject.id;
  part.rows.push_back(std::move(kept.row));
  part.documents = std::move(kept.documents);
  auto written = desk.store().write(part);
  // Nobody else has keys of this form: one that is taken is that of the same step.
  if (written && *written == store::Written::key_taken) return store::Written::stale;
  return written;
}

std::optional<std::string> difference_of_whole(const store::SubjectContents& kept) {
  if (kept.events.empty() || kept.events.back().event.content != kept.state.past) return "state";
  if (kept.rows.size() != 1 || kept.rows.front().id != kept.subject.id) return "row";
  return std::nullopt;
}

}  // namespace yidan::operations
