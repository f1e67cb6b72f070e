// Registers of a pool, whatever the packs define, with one set of routes; and its tasks.

#include "operations/registers.h"

#include <memory>

#include "base/json_writer.h"
#include "exchange/entry_writer.h"
#include "exchange/task_report.h"
#include "operations/tasks.h"
#include "service/routes/all.h"

namespace yidan::service {
namespace {

using operations::RegisterBook;
using policy::RegisterDefinition;

// A register of the pool of the path, with the book that has it.
struct Opened {
  std::unique_ptr<RegisterBook> book;
  const RegisterDefinition* definition = nullptr;
  Date on;
};

Result<Opened> register_asked(Context& context, const Asked& asked) {
  const auto pool = pool_of(context, asked);
  if (!pool) return std::unexpected(pool.error());
  auto book = operations::see_registers(context.caller(asked), (*pool)->region, asked.instant("known"));
  if (!book) return std::unexpected(std::move(book.error()));
  Opened opened{.book = std::move(*book), .on = asked.day("on").value_or(context.today())};
  opened.definition = opened.book->definition(asked.value("register"));
  if (opened.definition != nullptr) return opened;
  return std::unexpected(operations::no_such_register(context.desk.registers(), std::string(asked.value("register"))));
}

Result<http::Answer> kinds(Context& context, const Asked& asked) {
  const auto pool = pool_of(context, asked);
  if (!pool) return std::unexpected(pool.error());
  const auto book = operations::see_registers(context.caller(asked), (*pool)->region);
  if (!book) return std::unexpected(book.error());
  http::Answer answer;
  json::Writer json(answer.body, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.registers/1");
  json.text("pool", to_text((*pool)->region));
  json.key("registers");
  json.begin_array();
  for (const auto& [name, files] : context.desk.registers().files) {
    if (const RegisterDefinition* each = (*book)->definition(name)) exchange::write_definition(json, *each);
  }
  json.end_array();
  json.end_object();
  return answer;
}

Error no_such_state(const Asked& asked) {
  const std::string state(asked.value("state"));
  return {ErrorCode::invalid_value,
          {"登记册没有状态“" + state + "”", "the register has no state '" + state + "'"},
          "query.state"};
}

// What the store says of a mark is said of the parameter.
Error at_mark(Error error) {
  if (error.where == "$.after") error.where = "query.after";
  return error;
}

Result<http::Answer> entries(Context& context, const Asked& asked) {
  auto opened = register_asked(context, asked);
  if (!opened) return std::unexpected(std::move(opened.error()));
  const Date on = opened->on;
  RegisterBook& book = *opened->book;
  const RegisterDefinition* definition = opened->definition;
  RegisterBook::Wanted wanted{.state = std::string(asked.value("state")), .overdue = asked.flag("overdue")};
  if (!wanted.state.empty() && definition->state(wanted.state) == nullptr) {
    return std::unexpected(no_such_state(asked));
  }
  if (const auto day = asked.day("due_before")) wanted.due_by = Date::from_days(day->days() - 1);
  http::Answer answer;
  json::Writer json(answer.body, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.entries/1");
  json.text("register", definition->name);
  json.text("on", to_text(on));
  json.key("entries");
  json.begin_array();
  const RegisterBook::Page page{.after = std::string(asked.value("after")),
                                .limit = static_cast<std::size_t>(asked.number("limit", kUsualPage))};
  const auto next = book.page(*definition, wanted, on, page, [&](const registers::Seen& seen) {
    exchange::write_entry(json, {.pool = book.pool(), .definition = definition, .seen = &seen, .on = on});
    return true;
  });
  if (!next) return std::unexpected(at_mark(next.error()));
  json.end_array();
  if (!next->empty()) json.text("next", *next);
  json.end_object();
  return json_answer(context, std::move(answer.body));
}

Result<http::Answer> entry(Context& context, const Asked& asked) {
  auto opened = register_asked(context, asked);
  if (!opened) return std::unexpected(std::move(opened.error()));
  const Date on = opened->on;
  RegisterBook& book = *opened->book;
  const RegisterDefinition* definition = opened->definition;
  const std::string id(asked.value("entry"));
  const auto kept = book.kept(definition->name, id);
  if (!kept) return std::unexpected(kept.error());
  const auto seen = book.entry(definition->name, id, on);
  if (!seen) return std::unexpected(seen.error());
  const auto findings = check_entry(book.rules(*definition), *seen, on);
  if (!findings) return std::unexpected(findings.error());
  std::vector<exchange::RecordedStep> steps;
  for (const exchange::RecordedStep& each : kept->steps) {
    if (each.step.told.on <= on) steps.push_back(each);  // what was done later is not known on that day
  }
  return json_answer(context, exchange::entry_json({.pool = book.pool(),
                                                    .definition = definition,
                                                    .seen = &*seen,
                                                    .on = on,
                                                    .findings = &*findings,
                                                    .steps = &steps}));
}

Result<http::Answer> coverage(Context& context, const Asked& asked) {
  auto opened = register_asked(context, asked);
  if (!opened) return std::unexpected(std::move(opened.error()));
  const Date on = opened->on;
  RegisterBook& book = *opened->book;
  const RegisterDefinition* definition = opened->definition;
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.coverage/1");
  json.text("pool", to_text(book.pool()));
  json.text("register", definition->name);
  json.text("on", to_text(on));
  json.key("checks");
  json.begin_array();
  for (const policy::RegisterCheck& each : definition->checks) {
    auto found = check_register(book.rules(*definition), each, on);
    if (!found) return std::unexpected(std::move(found.error()));
    exchange::write_checked(json, {&each, std::move(*found)});
  }
  json.end_array();
  json.end_object();
  return json_answer(context, std::move(text));
}

Result<http::Answer> tasks_of_pool(Context& context, const Asked& asked) {
  const auto pool = pool_of(context, asked);
  if (!pool) return std::unexpected(pool.error());
  const Date on = asked.day("on").value_or(context.today());
  const auto book = operations::see_registers(context.caller(asked), (*pool)->region, asked.instant("known"));
  if (!book) return std::unexpected(book.error());
  operations::TaskEvidence evidence(**book);
  auto standing = standing_of(context.policy, **pool, context.desk.tasks(), evidence, on);
  if (!standing) return std::unexpected(std::move(standing.error()));
  return json_answer(context, exchange::tasks_json({*pool, on, std::move(*standing)}));
}

constexpr std::array kDayAndKnownQuery{on_day(), as_known()};
constexpr std::array kEntriesQuery{on_day(),
                                   as_known(),
                                   contract::id("state", "只看此状态", "those in this state"),
                                   contract::day("due_before", "只看期限在此日之前的", "those due before this day"),
                                   contract::flag("overdue", "只看逾期的", "overdue ones alone"),
                                   contract::text("after", "上一页的 next", "'next' of the page before"),
                                   page_limit()};

constexpr Route acted(std::string_view method, std::string_view path, std::string_view name, std::string_view said,
                      Gist gist) {
  return {.method = method,
          .path = path,
          .name = name,
          .part = Part::registers,
          .gist = gist,
          .handler = change,
          .takes = said,
          .gives = "yidan.entry/1",
          .changes = true};
}

constexpr std::array kRegisterRoutes{
    Route{.method = "GET",
          .path = "/v1/pools/{pool}/registers",
          .name = "registers",
          .part = Part::registers,
          .gist = {"登记册及其定义：字段、状态、办理事项、核查", "the registers: fields, states, moves, checks"},
          .handler = kinds,
          .gives = "yidan.registers/1"},
    Route{.method = "GET",
          .path = "/v1/pools/{pool}/registers/{register}",
          .name = "entries",
          .part = Part::registers,
          .gist = {"登记册的各项，按某日", "the entries of a register as of a day"},
          .handler = entries,
          .query = kEntriesQuery,
          .gives = "yidan.entries/1"},
    Route{.method = "GET",
          .path = "/v1/pools/{pool}/registers/{register}/checks",
          .name = "register-checks",
          .part = Part::registers,
          .gist = {"登记册的核查与覆盖率", "the checks of a register and its coverage"},
          .handler = coverage,
          .query = kDayAndKnownQuery,
          .gives = "yidan.coverage/1"},
    Route{.method = "GET",
          .path = "/v1/pools/{pool}/registers/{register}/entries/{entry}",
          .name = "entry",
          .part = Part::registers,
          .gist = {"一项登记：状态、期限、历次办理、核查所见", "one entry: state, deadline, steps, findings"},
          .handler = entry,
          .query = kDayAndKnownQuery,
          .gives = "yidan.entry/1"},
    acted("POST", "/v1/pools/{pool}/registers/{register}/entries/{entry}", "open-entry", "open",
          {"新登记一项", "open an entry"}),
    acted("PATCH", "/v1/pools/{pool}/registers/{register}/entries/{entry}", "amend-entry", "amend",
          {"更正一项登记", "amend an entry"}),
    acted("POST", "/v1/pools/{pool}/registers/{register}/entries/{entry}/moves", "move-entry", "move",
          {"办理一项登记", "move an entry on"}),
    Route{.method = "GET",
          .path = "/v1/pools/{pool}/tasks",
          .name = "tasks",
          .part = Part::registers,
          .gist = {"任务台账：谁牵头、何时到期、凭什么销号", "tasks: who leads, what is due, by what it is closed"},
          .handler = tasks_of_pool,
          .query = kDayAndKnownQuery,
          .gives = "yidan.tasks/1"},
};

}  // namespace

std::span<const Route> register_routes() { return kRegisterRoutes; }

}  // namespace yidan::service
