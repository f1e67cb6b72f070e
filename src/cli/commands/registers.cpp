#include "cli/commands/registers.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/digest.h"
#include "base/json_writer.h"
#include "cli/commands/register_books.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "exchange/answer_text.h"
#include "exchange/entry_text.h"
#include "policy/load.h"
#include "registers/field_values.h"

namespace yidan::cli {
namespace {

using operations::RegisterBook;
using policy::RegisterDefinition;

int act_on_entry(const RegisterOptions& options, RegisterAct act) {
  const auto asked = open_register(options, store::Access::read_write);
  if (!asked) return kWrongUse;
  RegisterBook book(*asked->books->desk, asked->pools.front());
  const RegisterDefinition* definition = register_asked(book, *asked, options);
  if (definition == nullptr) return kWrongUse;
  exchange::RegisterRequest request{.pool = asked->pools.front(), .reg = options.reg, .entry = options.id};
  request.told = {.act = act, .move = options.move, .on = asked->on};
  const auto by = role_typed(options.by);
  if (!by) return wrong_use(by.error(), options.language);
  request.told.by = *by;
  auto fields = fields_typed(options.with, *definition);
  if (!fields) return wrong_use(fields.error(), options.language);
  request.fields = std::move(*fields);
  request.content = content_of(request);
  // The same act typed again has the same key.
  request.key = options.key.empty() ? options.reg + "/" + options.id + "/" + digest_of({request.content}).substr(0, 24)
                                    : options.key;
  const auto answer = perform(caller_of(*asked->books, options), request);
  if (!answer) return refuse(answer.error(), options.language);
  if (!is_text_asked(options.as)) {
    print_answer(answer->text);
    return kAllSettled;
  }
  RegisterOptions show = options;
  show.as = "text";
  return register_show(show);
}

}  // namespace

int register_open(const RegisterOptions& options) { return act_on_entry(options, RegisterAct::open); }
int register_amend(const RegisterOptions& options) { return act_on_entry(options, RegisterAct::amend); }
int register_move(const RegisterOptions& options) { return act_on_entry(options, RegisterAct::move); }

int register_kinds(const RegisterOptions& options) {
  const auto packs = read_packs(options.packs, options.language);
  const auto policy = packs ? compile(*packs, options.language) : std::nullopt;
  if (!policy) return kWrongUse;
  Region pool = policy->pools.empty() ? Region() : policy->pools.front().region;
  if (!options.pool.empty()) {
    const policy::Pool* found = find_pool(*policy, options.pool, options.language);
    if (found == nullptr) return kWrongUse;
    pool = found->region;
  }
  const policy::Registers all = policy::read_registers(*packs);
  if (!options.reg.empty() && !all.files.contains(options.reg)) {
    return refuse(operations::no_such_register(all, options.reg), options.language);
  }
  std::string page;
  json::Writer json(page, json::Writer::Style::pretty);
  const bool text = options.as != "json";
  if (!text) json.begin_array();
  for (const auto& [name, files] : all.files) {
    if (!options.reg.empty() && name != options.reg) continue;
    const auto definition = register_in(all, name, pool);
    if (!definition) continue;
    if (text) {
      page += exchange::definition_page(*definition, options.language);
    } else {
      exchange::write_definition(json, *definition);
    }
  }
  if (!text) json.end_array();
  if (text) {
    print_page(page);
  } else {
    print_answer(page);
  }
  return kAllSettled;
}

int register_show(const RegisterOptions& options) {
  const auto asked = open_register(options, store::Access::read_only);
  if (!asked) return kWrongUse;
  const auto seen_by = operations::see_registers(caller_of(*asked->books, options), asked->pools.front(), asked->known);
  if (!seen_by) return refuse(seen_by.error(), options.language);
  RegisterBook& book = **seen_by;
  const RegisterDefinition* definition = register_asked(book, *asked, options);
  if (definition == nullptr) return kWrongUse;
  const auto kept = book.kept(options.reg, options.id);
  if (!kept) return refuse(kept.error(), options.language);
  const auto seen = book.entry(options.reg, options.id, asked->on);
  if (!seen) return refuse(seen.error(), options.language);
  const auto findings = check_entry(book.rules(*definition), *seen, asked->on);
  if (!findings) return refuse(findings.error(), options.language);
  // What was done later is not known on that day.
  std::vector<exchange::RecordedStep> steps;
  std::ranges::copy_if(kept->steps, std::back_inserter(steps),
                       [&](const exchange::RecordedStep& each) { return each.step.told.on <= asked->on; });
  const exchange::EntryAnswer answer{.pool = book.pool(),
                                     .definition = definition,
                                     .seen = &*seen,
                                     .on = asked->on,
                                     .findings = &*findings,
                                     .steps = &steps};
  if (options.as == "html") {
    print_answer(entry_html(answer, options.language));
  } else if (is_text_asked(options.as)) {
    print_page(entry_page(answer, options.language));
  } else {
    print_answer(as_answered(*asked->books, entry_json(answer)));
  }
  const bool overdue = seen->view.next && seen->view.next->due < asked->on;
  return findings->empty() && !overdue ? kAllSettled : kSomeRejected;
}

int register_check(const RegisterOptions& options) {
  const auto asked = open_register(options, store::Access::read_only);
  if (!asked) return kWrongUse;
  const auto seen_by = operations::see_registers(caller_of(*asked->books, options), asked->pools.front(), asked->known);
  if (!seen_by) return refuse(seen_by.error(), options.language);
  RegisterBook& book = **seen_by;
  const RegisterDefinition* definition = register_asked(book, *asked, options);
  if (definition == nullptr) return kWrongUse;
  const auto from = options.from.empty() ? Result<Date>(Date()) : parse_date(options.from);
  if (!from) return wrong_use(from.error(), options.language);
  std::string page;
  std::string out;
  json::Writer json(out, json::Writer::Style::pretty);
  json.begin_object();
  json.text("format", "yidan.coverage/1");
  json.text("pool", to_text(book.pool()));
  json.text("register", definition->name);
  json.text("on", to_text(asked->on));
  json.key("checks");
  json.begin_array();
  bool all_held = true;
  bool found = options.check.empty();
  for (const policy::RegisterCheck& each : definition->checks) {
    if (!options.check.empty() && each.name != options.check) continue;
    found = true;
    auto coverage = check_register(book.rules(*definition), each, asked->on, *from);
    if (!coverage) return refuse(coverage.error(), options.language);
    all_held &= coverage->is_whole() && coverage->findings.empty();
    const exchange::CheckedRegister checked{&each, std::move(*coverage)};
    page += checked_text(checked, options.language);
    write_checked(json, checked);
  }
  json.end_array();
  json.end_object();
  if (!found) {
    return wrong_use({ErrorCode::not_found,
                      {"登记册没有核查“" + options.check + "”", "the register has no check '" + options.check + "'"},
                      {}},
                     options.language);
  }
  if (is_text_asked(options.as)) {
    print_page(page);
  } else {
    print_answer(as_answered(*asked->books, out));
  }
  return all_held ? kAllSettled : kSomeRejected;
}

}  // namespace yidan::cli
