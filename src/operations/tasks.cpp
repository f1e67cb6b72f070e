#include "operations/tasks.h"

#include <algorithm>

namespace yidan::operations {

Result<registers::Seen> TaskEvidence::task(const std::string& id, Date on) {
  return book_.entry(std::string(kTaskRegister), id, on);
}

Result<std::optional<registers::Coverage>> TaskEvidence::check(const std::string& named, Date on) {
  const std::size_t mark = named.find('/');
  const policy::RegisterDefinition* definition = book_.definition(named.substr(0, mark));
  if (definition == nullptr || mark == std::string::npos) return std::nullopt;
  const auto check = std::ranges::find(definition->checks, named.substr(mark + 1), &policy::RegisterCheck::name);
  if (check == definition->checks.end()) return std::nullopt;
  auto coverage = check_register(book_.rules(*definition), *check, on);
  if (!coverage) return std::unexpected(std::move(coverage.error()));
  return std::optional(std::move(*coverage));
}

Result<void> may_act_on_task(Desk& desk, const exchange::RegisterRequest& request) {
  if (request.reg != kTaskRegister) return {};
  const policy::Tasks& tasks = desk.tasks();
  const auto task = std::ranges::find_if(
      tasks, [&](const policy::Task& each) { return each.id == request.entry && each.region.covers(request.pool); });
  if (task == tasks.end()) {
    return std::unexpected(
        Error{ErrorCode::not_found,
              {"没有任务“" + request.entry + "”：任务由政策包的 tasks/ 规定（yidan tasks 列出全部）",
               "there is no task '" + request.entry + "': tasks stand in tasks/ of the packs (yidan tasks lists them)"},
              "$.entry"});
  }
  const bool closes = request.told.act == RegisterAct::move && request.told.move == "close";
  if (!closes || task->closed_by == ClosedBy::document) return {};
  const Word& by = word(task->closed_by);
  return std::unexpected(Error{ErrorCode::not_permitted,
                               {"此任务由" + std::string(by.zh) + "自动销号，不能手工销号",
                                "this task is closed by " + std::string(by.en) + ", never by hand"},
                               "$.move"});
}

}  // namespace yidan::operations
