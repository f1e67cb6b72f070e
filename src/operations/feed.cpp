#include "operations/feed.h"

#include "calendar/instant.h"
#include "contract/feed.h"
#include "operations/jobs.h"
#include "operations/permission.h"
#include "operations/provider_of.h"
#include "operations/trail.h"
#include "operations/users.h"

namespace yidan::operations {
namespace {

template <json::KeyText kName>
constexpr json::Key happened_key = contract::kKey<contract::kHappenedFields, kName>;

// How the ref of a settlement begins (books/entry.cpp).
constexpr std::string_view kOfEncounter = "e:";

bool is_of_feed(const store::Subject& subject) {
  return !is_of_users(subject.kind) && subject.kind != kTrailKind && subject.kind != kJobKind;
}

Happened happened_of(const Caller& caller, const store::Committed& committed, std::string provider) {
  const store::Subject& subject = committed.subject;
  const store::Event& event = committed.recorded.event;
  const bool is_person = subject.kind == store::kPerson;
  return {.position = committed.position,
          .recorded = event.recorded,
          .pool = subject.pool,
          .kind = subject.kind,
          .id = is_person ? caller.desk.store().pseudonym(subject) : subject.id,
          .did = event.kind,
          .of = event.ref.starts_with(kOfEncounter) ? event.ref.substr(kOfEncounter.size()) : event.ref,
          .provider = std::move(provider),
          .key = {}};
}

}  // namespace

Result<FeedPage> feed_after(const Caller& caller, const FeedQuery& query) {
  const Whom whom{.pool = query.pool, .provider = query.provider};
  if (auto allowed = may(caller, Deed::see_feed, whom); !allowed) return std::unexpected(std::move(allowed.error()));
  constexpr std::size_t page_size = 1'000;
  constexpr int most_pages = 50;  // of what is of others: who waits gets a position from which to go on
  FeedPage page{.events = {}, .next = query.after};
  for (int i = 0; i < most_pages; ++i) {
    const auto committed = caller.desk.store().events_after(page.next, page_size);
    if (!committed) return std::unexpected(committed.error());
    for (const store::Committed& each : *committed) {
      page.next = each.position;
      if (!is_of_feed(each.subject) || (query.pool != 0 && each.subject.pool != query.pool)) continue;
      std::string provider = provider_of(each.subject, each.recorded.event);
      if (!query.provider.empty() && provider != query.provider) continue;
      page.events.push_back(happened_of(caller, each, std::move(provider)));
      if (!query.provider.empty()) page.events.back().key = each.recorded.event.key;
      if (page.events.size() == query.limit) return page;
    }
    if (committed->size() < page_size) break;
  }
  return page;
}

void write_happened(json::Writer& json, const Happened& happened) {
  json.begin_object();
  json.text(happened_key<"position">, std::to_string(happened.position));
  json.text(happened_key<"recorded">, to_instant_text(happened.recorded));
  if (happened.pool != 0) json.text(happened_key<"pool">, to_text(Region(happened.pool)));
  json.text(happened_key<"subject">, happened.kind);
  json.text(happened_key<"id">, happened.id);
  json.text(happened_key<"did">, happened.did);
  json.text(happened_key<"of">, happened.of);
  if (!happened.provider.empty()) json.text(happened_key<"provider">, happened.provider);
  if (!happened.key.empty()) json.text(happened_key<"key">, happened.key);
  json.end_object();
}

std::string feed_json(const FeedPage& page) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.feed/1");
  json.key("events");
  json.begin_array();
  for (const Happened& each : page.events) write_happened(json, each);
  json.end_array();
  json.text("next", std::to_string(page.next));
  json.end_object();
  return text;
}

}  // namespace yidan::operations
