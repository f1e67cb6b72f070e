#include "operations/trail.h"

#include <algorithm>
#include <charconv>

#include "base/digest.h"
#include "base/json.h"
#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "base/visible.h"

namespace yidan::operations {
namespace {

constexpr std::string_view kNothingBefore = "0000000000000000000000000000000000000000000000000000000000000000";
constexpr std::string_view kTrailTable = "trail";

store::Subject day_subject(const std::string& day) { return {.id = day, .kind = std::string(kTrailKind)}; }

void write_trace(json::Writer& json, const Trace& trace) {
  json.begin_object();
  json.text("at", to_instant_text(trace.at));
  json.text("user", trace.noted.user);
  json.text("deed", code(trace.noted.deed));
  if (trace.noted.pool != 0) json.text("pool", to_text(Region(trace.noted.pool)));
  if (!trace.noted.person.empty()) json.text("person", trace.noted.person);
  if (!trace.noted.provider.empty()) json.text("provider", trace.noted.provider);
  if (!trace.request.empty()) json.text("request", trace.request);
  json.key("allowed");
  json.boolean(trace.noted.allowed);
  if (!trace.noted.reason.empty()) json.text("reason", trace.noted.reason);
  json.end_object();
}

std::string batch_text(const std::string& before, const std::vector<Trace>& traces) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("before", before);
  json.key("traces");
  json.begin_array();
  for (const Trace& each : traces) write_trace(json, each);
  json.end_array();
  json.end_object();
  return text;
}

Error damaged_trail(const std::string& day) {
  return {ErrorCode::damaged, {"审计轨迹 " + day + " 无法读出", "the trail of " + day + " cannot be read"}, {}};
}

Result<Trace> read_trace(const json::Value& value, const std::string& day) {
  const auto at = parse_instant(json::text_in(value, "at"));
  const auto deed = parse_word<Deed>(json::text_in(value, "deed"));
  const json::Value* allowed = json::find(value, "allowed");
  if (!at || !deed || allowed == nullptr) return std::unexpected(damaged_trail(day));
  Trace trace{.at = *at, .request = std::string(json::text_in(value, "request"))};
  std::int32_t pool = 0;
  const std::string_view written = json::text_in(value, "pool");
  std::from_chars(written.data(), written.data() + written.size(), pool);
  trace.noted = {.user = std::string(json::text_in(value, "user")),
                 .deed = *deed,
                 .pool = pool,
                 .person = std::string(json::text_in(value, "person")),
                 .provider = std::string(json::text_in(value, "provider")),
                 .allowed = allowed->truth,
                 .reason = std::string(json::text_in(value, "reason"))};
  return trace;
}

// The days of the trail in their order.
Result<std::vector<std::string>> days_of(Desk& desk) {
  std::vector<std::string> days;
  store::RowQuery query{.table = std::string(kTrailTable), .limit = 1000};
  do {
    const auto page = desk.store().rows(query);
    if (!page) return std::unexpected(page.error());
    for (const store::FoundRow& each : page->rows) days.push_back(each.row.id);
    query.after = page->next;
  } while (!query.after.empty());
  std::ranges::sort(days);
  return days;
}

// The digest of the last batch before a day.
Result<std::string> last_before(Desk& desk, const std::string& day) {
  const auto days = days_of(desk);
  if (!days) return std::unexpected(days.error());
  const auto next = std::ranges::lower_bound(*days, day);
  if (next == days->begin()) return std::string(kNothingBefore);
  const auto state = desk.store().load(day_subject(*std::prev(next)));
  if (!state) return std::unexpected(state.error());
  return state->past;
}

Result<store::Written> append_once(Desk& desk, const std::string& day, const std::vector<Trace>& traces) {
  const auto state = desk.store().load(day_subject(day));
  if (!state) return std::unexpected(state.error());
  const auto before = state->seq == 0 ? last_before(desk, day) : Result<std::string>(state->past);
  if (!before) return std::unexpected(before.error());
  const std::string number = std::to_string(state->seq + 1);
  store::Part part{.subject = day_subject(day), .expected = state->seq};
  part.event = {.seq = state->seq + 1,
                .kind = "traces",
                .key = "trail/" + day + "/" + number,
                .ref = "#" + number,
                .content = batch_text(*before, traces),
                .policy = desk.packs().number,
                .engine = desk.engine()};
  if (state->seq == 0) {
    part.facts = "{}";
    part.rows.push_back({.table = std::string(kTrailTable), .id = day, .day = day, .data = "{}"});
  }
  part.past = sm3(part.event.content);
  return desk.store().write(part);
}

}  // namespace

Result<void> append_traces(Desk& desk, const std::vector<Trace>& traces) {
  if (traces.empty()) return {};
  const std::string day = to_text(beijing_day(traces.back().at));
  constexpr int most_attempts = 50;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    const auto written = append_once(desk, day, traces);
    if (!written) return std::unexpected(written.error());
    if (*written == store::Written::done) return {};
  }
  return std::unexpected(Error{
      ErrorCode::unavailable, {"审计轨迹一直在变动，未能写入", "the trail keeps changing; it was not written"}, {}});
}

Result<VerifiedTrail> verify_trail(const Caller& caller) {
  if (auto allowed = may(caller, Deed::see_trail, {.is_of_pool = false}); !allowed) {
    return std::unexpected(std::move(allowed.error()));
  }
  VerifiedTrail verified;
  std::string before(kNothingBefore);
  const auto days = days_of(caller.desk);
  if (!days) return std::unexpected(days.error());
  for (const std::string& day : *days) {
    const auto events = caller.desk.store().events(day_subject(day));
    const auto state = caller.desk.store().load(day_subject(day));
    if (!events) return std::unexpected(events.error());
    if (!state) return std::unexpected(state.error());
    for (const store::Event& each : *events) {
      json::Document document;
      const auto parsed = document.parse(each.content);
      const std::string place = day + " #" + std::to_string(each.seq);
      if (!parsed || json::text_in(**parsed, "before") != before) {
        verified.difference =
            Text{"轨迹 " + place + " 与其前一批不相接：此处或其前有改动",
                 "the batch " + place + " does not follow the one before it: one of them was changed"};
        return verified;
      }
      before = sm3(each.content);
      ++verified.batches;
      if (const json::Value* list = json::find(**parsed, "traces")) verified.traces += list->items().size();
    }
    if (state->past != before) {
      verified.difference = Text{"轨迹 " + day + " 的末批与所记摘要不符",
                                 "the last batch of " + day + " is not the one whose digest is kept"};
      return verified;
    }
  }
  if (verified.batches > 0) verified.last = before;
  return verified;
}

Result<std::vector<Trace>> traces(const Caller& caller, const TraceQuery& query) {
  if (auto allowed = may(caller, Deed::see_trail, {.pool = query.pool, .is_of_pool = query.pool != 0}); !allowed) {
    return std::unexpected(std::move(allowed.error()));
  }
  const std::string person =
      query.person.empty() ? std::string() : caller.desk.store().pseudonym({query.pool, query.person});
  auto days =
      query.on ? Result<std::vector<std::string>>(std::vector<std::string>{to_text(*query.on)}) : days_of(caller.desk);
  if (!days) return std::unexpected(std::move(days.error()));
  std::vector<Trace> found;
  for (const std::string& day : *days) {
    const auto events = caller.desk.store().events(day_subject(day));
    if (!events) return std::unexpected(events.error());
    for (const store::Event& event : *events) {
      json::Document document;
      const auto parsed = document.parse(event.content);
      const json::Value* list = parsed ? json::find(**parsed, "traces") : nullptr;
      if (list == nullptr) return std::unexpected(damaged_trail(day));
      for (const json::Value& each : list->items()) {
        auto trace = read_trace(each, day);
        if (!trace) return std::unexpected(std::move(trace.error()));
        const Trail::Noted& noted = trace->noted;
        const bool is_wanted = (query.user.empty() || noted.user == query.user) &&
                               (query.pool == 0 || noted.pool == query.pool) &&
                               (person.empty() || noted.person == person);
        if (is_wanted) found.push_back(std::move(*trace));
      }
    }
  }
  return found;
}

std::string traces_text(const std::vector<Trace>& traces, Language language) {
  std::string page;
  for (const Trace& each : traces) {
    const Word& deed = word(each.noted.deed);
    const bool zh = language == Language::zh;
    page += to_instant_text(each.at) + "  " + (each.noted.user.empty() ? "-" : each.noted.user) + "  " +
            std::string(zh ? deed.zh : deed.en);
    if (each.noted.pool != 0) page += "  " + to_text(Region(each.noted.pool));
    if (!each.noted.person.empty()) page += "  " + each.noted.person;
    if (!each.noted.provider.empty()) page += "  " + each.noted.provider;
    if (!each.noted.allowed) page += zh ? "  拒绝" : "  refused";
    if (!each.noted.reason.empty()) page += "  " + harmless(each.noted.reason);
    page += "\n";
  }
  return page;
}

std::string traces_json(const std::vector<Trace>& traces) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.trail/1");
  json.key("traces");
  json.begin_array();
  for (const Trace& each : traces) write_trace(json, each);
  json.end_array();
  json.end_object();
  return text + "\n";
}

}  // namespace yidan::operations
