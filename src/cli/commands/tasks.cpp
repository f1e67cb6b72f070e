#include "cli/commands/tasks.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <CLI/CLI.hpp>

#include "cli/command_line.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "exchange/task_report.h"
#include "operations/tasks.h"

namespace yidan::cli {
namespace {

using exchange::TaskReport;

// Without books nobody has given evidence.
class NoEvidence final : public tasks::Evidence {
 public:
  Result<registers::Seen> task(const std::string& id, Date) override { return registers::Seen{id, {}}; }
  Result<std::optional<registers::Coverage>> check(const std::string&, Date) override { return std::nullopt; }
};

// The packs with their tasks: those of the books, which are compiled with them, or without books those at hand.
struct Plan {
  std::unique_ptr<OpenBooks> books;
  std::optional<policy::Policy> at_hand;
  policy::Tasks tasks;

  [[nodiscard]] const policy::Policy& policy() const { return books == nullptr ? *at_hand : books->policy; }
};

// Absent, said on standard error, when there is none.
std::optional<Plan> read_plan(const TaskOptions& options) {
  Plan plan;
  if (!options.db.empty() && options.who.empty()) {
    plan.books = open_books(options, store::Access::read_only);
    if (plan.books == nullptr) return std::nullopt;
    plan.tasks = plan.books->desk->tasks();
    return plan;
  }
  const auto packs = read_packs(options.packs, options.language);
  plan.at_hand = packs ? compile(*packs, options.language) : std::nullopt;
  if (!plan.at_hand) return std::nullopt;
  plan.tasks = policy::read_tasks(*packs);
  return plan;
}

// "who leads 七（三）?"; a section that marks nobody says so, it does not inherit.
int answer_who(const Plan& plan, const TaskOptions& options) {
  const policy::Pool* pool = find_pool(plan.policy(), options.pool, options.language);
  if (pool == nullptr) return kWrongUse;
  const auto marked = tasks::marked_by(plan.tasks, pool->region, options.who);
  std::string page;
  for (const policy::Task* each : marked) {
    page += options.who + "  " + exchange::responsible_text(*each, options.language) + "  " + each->id + "\n";
  }
  if (marked.empty()) {
    page = options.who + (options.language == Language::zh ? "  未标注责任单位\n" : "  not marked\n");
  }
  print_page(page);
  return marked.empty() ? kSomeRejected : kAllSettled;
}

bool is_wanted(const tasks::TaskStanding& standing, const TaskOptions& options) {
  if (options.overdue && standing.state != TaskState::overdue) return false;
  if (options.lead.empty()) return true;
  const auto names_it = [&](const std::string& each) { return each.contains(options.lead); };
  return std::ranges::any_of(standing.task->lead, names_it) || std::ranges::any_of(standing.task->support, names_it);
}

void print_reports(const std::vector<TaskReport>& reports, const TaskOptions& options) {
  if (options.as == "csv") {
    return print(tasks_csv(reports, options.language));
  }
  for (const TaskReport& each : reports) {
    print(options.as == "json"   ? tasks_json(each) + "\n"
          : options.as == "svg"  ? tasks_chart(each, options.language)
          : options.as == "html" ? tasks_page(each, options.language)
                                 : fitted_to(stdout, tasks_text(each, options.language)));
  }
}

}  // namespace

int tasks(const TaskOptions& options) {
  const auto on = parse_date(options.on.empty() ? today() : options.on);
  if (!on) return wrong_use(on.error(), options.language);
  const auto known = known_asked(options.known_at);
  if (!known) return wrong_use(known.error(), options.language);
  const auto plan = read_plan(options);
  if (!plan) return kWrongUse;
  if (!options.who.empty()) return answer_who(*plan, options);
  std::vector<TaskReport> reports;
  bool any_overdue = false;
  const policy::Pool* asked =
      options.pool.empty() ? nullptr : find_pool(plan->policy(), options.pool, options.language);
  if (asked == nullptr && !options.pool.empty()) return kWrongUse;
  for (const policy::Pool& pool : plan->policy().pools) {
    if (asked != nullptr && &pool != asked) continue;
    std::unique_ptr<operations::RegisterBook> book;
    std::unique_ptr<tasks::Evidence> evidence = std::make_unique<NoEvidence>();
    if (plan->books != nullptr) {
      auto seen = operations::see_registers(caller_of(*plan->books, options), pool.region, *known);
      if (!seen) return refuse(seen.error(), options.language);
      book = std::move(*seen);
      evidence = std::make_unique<operations::TaskEvidence>(*book);
    }
    auto standing = standing_of(plan->policy(), pool, plan->tasks, *evidence, *on);
    if (!standing) return refuse(standing.error(), options.language);
    std::erase_if(*standing, [&](const tasks::TaskStanding& each) { return !is_wanted(each, options); });
    any_overdue |= std::ranges::any_of(*standing, [](const auto& each) { return each.state == TaskState::overdue; });
    reports.push_back({&pool, *on, std::move(*standing)});
  }
  print_reports(reports, options);
  return any_overdue ? kSomeRejected : kAllSettled;
}

void add_tasks(CLI::App& app, TaskOptions& options, const std::string& packs, Language language, int& status) {
  const auto say = [language](const char* zh, const char* en) { return language == Language::zh ? zh : en; };
  CLI::App* command =
      app.add_subcommand("tasks", say("任务台账：谁牵头、何时到期、凭什么销号、哪些逾期",
                                      "tasks: who leads, what is due when, by what it is closed, what is overdue"));
  command->add_option("--pool", options.pool, say("统筹区；默认全部", "the pool; all when not given"));
  command->add_option("--on", options.on, say("日期；默认今天", "the day; today when not given"));
  command->add_option("--known", options.known_at, say("账册按当时所知", "the books as they were known then"));
  command->add_flag("--overdue", options.overdue, say("只看逾期的", "overdue ones alone"));
  command->add_option("--lead", options.lead, say("只看此机关牵头或配合的", "those that this body leads or supports"));
  command->add_option("--who", options.who,
                      say("某章节由谁负责，如 七（三）", "who is responsible for a section: 七（三）"));
  command
      ->add_option(
          "--db", options.db,
          say("账册：证据和登记册；不写则只按政策包", "the books: evidence and registers; without them packs alone"))
      ->envname("YIDAN_DB");
  command
      ->add_option("--as", options.as,
                   say("text、json、csv、svg（甘特图）、html", "text, json, csv, svg (a chart), html"))
      ->check(one_of({"text", "json", "csv", "svg", "html"}, language));
  command->callback([&options, &packs, &status, language] {
    options.language = language;
    options.packs = packs;
    status = tasks(options);
  });
}

}  // namespace yidan::cli
