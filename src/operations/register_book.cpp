#include <algorithm>
#include <charconv>
#include <utility>

#include "operations/entry_part.h"
#include "operations/permission.h"
#include "operations/registers.h"
#include "terms/nearest.h"

namespace yidan::operations {
namespace {

using policy::RegisterDefinition;
using registers::Fields;
using registers::Seen;
using registers::View;

bool has_values(const View& view, const Fields& with) {
  return std::ranges::all_of(with, [&](const auto& wanted) {
    const auto found = view.fields.find(wanted.first);
    return found != view.fields.end() && std::ranges::any_of(wanted.second, [&](const std::string& each) {
             return std::ranges::find(found->second, each) != found->second.end();
           });
  });
}

// States from which an entry may have come into `state` by itself since its row was written, and the state itself.
std::vector<std::string> states_before(const RegisterDefinition& definition, const std::string& state) {
  std::vector<std::string> list{state};
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (const policy::EntryMove& each : definition.moves) {
      if (each.day.empty() || each.to != list[i]) continue;
      for (const std::string& from : each.from) {
        if (std::ranges::find(list, from) == list.end()) list.push_back(from);
      }
    }
  }
  return list;
}

constexpr std::size_t kPage = 1000;

}  // namespace

// "2:…": from which of the queries on, and after which of its rows. Errors: `invalid_value`.
Result<RegisterBook::Mark> RegisterBook::read_mark(std::string_view text, std::size_t queries) {
  Mark mark;
  if (text.empty()) return mark;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, mark.query);
  if (read.ec == std::errc() && read.ptr != end && *read.ptr == ':' && mark.query < queries) {
    mark.after = std::string(read.ptr + 1, end);
    return mark;
  }
  return std::unexpected(Error{ErrorCode::invalid_value,
                               {"不是翻页标记：请原样填写上一页的 next",
                                "this is no mark of a page: give 'next' of the "
                                "page before unchanged"},
                               "query.after"});
}

std::optional<Date> RegisterBook::Wanted::last_due(Date on) const {
  if (!overdue) return due_by;
  return std::min(due_by.value_or(Date::never()), Date::from_days(on.days() - 1));
}

RegisterBook::RegisterBook(Desk& desk, Region pool, std::optional<Instant> known)
    : desk_(desk), pool_(pool), known_(known) {}

const RegisterDefinition* RegisterBook::definition(std::string_view name) {
  auto found = definitions_.find(name);
  if (found == definitions_.end()) {
    found = definitions_.emplace(std::string(name), policy::register_in(desk_.registers(), name, pool_)).first;
  }
  return found->second ? &*found->second : nullptr;
}

registers::Rules RegisterBook::rules(const RegisterDefinition& definition) {
  return {definition, desk_.registers().calendar, pool_, *this};
}

Result<RegisterBook::Kept> RegisterBook::read(const std::string& of, const std::string& id) {
  const auto history = desk_.store().history(entry_subject(pool_, of, id));
  if (!history) return std::unexpected(history.error());
  Kept kept{.entry = {.pool = pool_, .id = id, .steps = {}}, .steps = {}};
  for (const store::Recorded& each : *history) {
    if (known_ && each.event.recorded > *known_) break;
    auto step = step_of(each);
    if (!step) return std::unexpected(std::move(step.error()));
    kept.entry.steps.push_back(*step);
    kept.steps.push_back({std::move(*step), each.event.recorded, each.event.actor});
  }
  return kept;
}

Result<RegisterBook::Kept> RegisterBook::kept(const std::string& of, const std::string& id) {
  auto found = read(of, id);
  if (found && found->steps.empty()) {
    return std::unexpected(Error{
        ErrorCode::not_found, {"“" + id + "”未登记于 " + of, "'" + id + "' is not in the register " + of}, "$.entry"});
  }
  return found;
}

Result<Seen> RegisterBook::entry(const std::string& of, const std::string& id, Date on) {
  const RegisterDefinition* found = definition(of);
  if (found == nullptr) return Seen{id, {}};
  const auto kept = read(of, id);
  if (!kept) return std::unexpected(kept.error());
  return Seen{id, view_on(kept->entry, *found, desk_.registers().calendar, on)};
}

Result<View> RegisterBook::view_of_row(const store::FoundRow& found, const RegisterDefinition& definition, Date on) {
  // The row says how the entry was after its last step: that is enough when all steps count by then.
  if (!known_ && found.row.day <= to_text(on)) {
    auto view = view_of(found.row, definition);
    if (view) pass_time(*view, definition, desk_.registers().calendar, on);
    return view;
  }
  const auto kept = read(definition.name, found.row.id);
  if (!kept) return std::unexpected(kept.error());
  return view_on(kept->entry, definition, desk_.registers().calendar, on);
}

std::vector<store::RowQuery> RegisterBook::queries_of(const RegisterDefinition& definition, const Wanted& wanted,
                                                      Date on) const {
  store::RowQuery query{.table = kind_of_register(definition.name), .pool = pool_.code(), .limit = kPage};
  // What never changes may be looked for on any day.
  const auto look_up = [&](bool on_any_day) {
    for (const policy::FieldDefinition& each : definition.fields) {
      const auto found = wanted.with.find(each.name);
      const bool one = found != wanted.with.end() && found->second.size() == 1;
      if (each.lookup && one && (each.fixed || !on_any_day)) query.provider = found->second.front();
    }
  };
  look_up(true);
  if (known_ || !query.provider.empty()) return {query};
  // Rows of entries with which something is done later say nothing of this day: those are asked one by one.
  store::RowQuery later = query;
  later.from = to_text(Date::from_days(on.days() + 1));
  query.to = to_text(on);
  if (const auto due_by = wanted.last_due(on)) query.due_to = to_text(*due_by);
  look_up(false);
  std::vector<store::RowQuery> queries;
  for (const std::string& state :
       wanted.state.empty() ? std::vector<std::string>{""} : states_before(definition, wanted.state)) {
    query.state = state;
    queries.push_back(query);
  }
  queries.push_back(std::move(later));
  return queries;
}

Result<RegisterBook::Stopped> RegisterBook::go_through(std::span<const store::RowQuery> queries,
                                                       const RegisterDefinition& definition, const Wanted& wanted,
                                                       Date on, const Mark& from, const Visit& visit) {
  const std::optional<Date> due_by = wanted.last_due(on);
  const auto is_wanted = [&](const View& view) {
    return view.state != policy::kNotRegistered && has_values(view, wanted.with) &&
           (wanted.state.empty() || view.state == wanted.state) &&
           (!due_by || (view.next && view.next->due <= *due_by));
  };
  for (std::size_t at = from.query; at < queries.size(); ++at) {
    store::RowQuery query = queries[at];
    if (at == from.query) query.after = from.after;
    do {
      const auto page = desk_.store().rows(query);
      if (!page) return std::unexpected(page.error());
      for (std::size_t i = 0; i < page->rows.size(); ++i) {
        auto view = view_of_row(page->rows[i], definition, on);
        if (!view) return std::unexpected(std::move(view.error()));
        if (!is_wanted(*view) || visit({page->rows[i].row.id, std::move(*view)})) continue;
        query.limit = i + 1;
        return Stopped{at, std::move(query)};
      }
      query.after = page->next;
    } while (!query.after.empty());
  }
  return Stopped{};
}

Result<void> RegisterBook::list(const RegisterDefinition& definition, const Wanted& wanted, Date on,
                                const Visit& visit) {
  auto stopped = go_through(queries_of(definition, wanted, on), definition, wanted, on, {}, visit);
  if (!stopped) return std::unexpected(std::move(stopped.error()));
  return {};
}

Result<std::string> RegisterBook::page(const RegisterDefinition& definition, const Wanted& wanted, Date on,
                                       const Page& asked, const Visit& visit) {
  const auto queries = queries_of(definition, wanted, on);
  const auto from = read_mark(asked.after, queries.size());
  if (!from) return std::unexpected(from.error());
  std::size_t count = 0;
  const auto stopped = go_through(queries, definition, wanted, on, *from, [&](Seen seen) {
    (void)visit(std::move(seen));
    return ++count < asked.limit;
  });
  if (!stopped) return std::unexpected(stopped.error());
  if (!stopped->last) return std::string();
  // The store says what the mark of a row is where a page ends with it.
  const auto last = desk_.store().rows(*stopped->last);
  if (!last) return std::unexpected(last.error());
  if (!last->next.empty()) return std::to_string(stopped->query) + ":" + last->next;
  const bool is_last = stopped->query + 1 == queries.size();
  return is_last ? std::string() : std::to_string(stopped->query + 1) + ":";
}

Result<void> RegisterBook::each(const std::string& of, const Fields& with, Date on, const Visit& visit) {
  const RegisterDefinition* found = definition(of);
  if (found == nullptr) return {};
  return list(*found, {.with = with}, on, visit);
}

Result<std::unique_ptr<RegisterBook>> see_registers(const Caller& caller, Region pool, std::optional<Instant> known) {
  if (auto allowed = may(caller, Deed::see_registers, {.pool = pool.code()}); !allowed) {
    return std::unexpected(std::move(allowed.error()));
  }
  return std::make_unique<RegisterBook>(caller.desk, pool, known);
}

Error no_such_register(const policy::Registers& all, const std::string& name) {
  std::vector<std::string_view> known;
  for (const auto& [each, files] : all.files) known.push_back(each);
  const Text meant = did_you_mean_or_all(name, known);
  return {ErrorCode::not_found,
          {"没有登记册“" + name + "”" + meant.zh, "there is no register '" + name + "'" + meant.en},
          "$.register"};
}

}  // namespace yidan::operations
