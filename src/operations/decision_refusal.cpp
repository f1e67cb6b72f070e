#include "operations/decision_refusal.h"

#include "base/text.h"

namespace yidan::operations {

Error refused(ErrorCode code, std::string zh, std::string en, std::string where) {
  return {code, {std::move(zh), std::move(en)}, std::move(where)};
}

Error no_such_decision(const std::string& id) {
  return refused(ErrorCode::not_found, "没有决策“" + id + "”：请先登记（yidan policy decide）",
                 "there is no decision '" + id + "': register it first (yidan policy decide)", "$.decision");
}

Error unknown_kind(const policy::Procedure& procedure, const std::string& asked) {
  std::string names;
  for (const policy::EntryKind& each : procedure.kinds) {
    if (!each.whole) names += (names.empty() ? "" : ", ") + each.name;
  }
  return refused(ErrorCode::invalid_value, "没有这种决策“" + asked + "”（可用：" + names + "）",
                 "there is no kind of decision '" + asked + "' (there are: " + names + ")", "$.decision.kind");
}

Error touches_nothing() {
  return refused(ErrorCode::missing, "决策没有涉及任何参数：请写 parameters，或附草案（draft）",
                 "the decision touches no parameter: give 'parameters', or a 'draft'", "$.decision.parameters");
}

Error no_procedures() {
  return refused(ErrorCode::not_found, "政策包没有 procedures/decision.yaml 和 filing.yaml：请补上",
                 "the packs have no procedures/decision.yaml and filing.yaml: add them");
}

Error not_met(const decisions::Sheet& sheet) {
  Error error{ErrorCode::not_permitted, {}, "$"};
  for (const decisions::Check& each : sheet.checks) {
    if (each.grade != Grade::violation) continue;
    const std::string clauses = joined(each.clauses, ", ");
    error.message.zh += (error.message.zh.empty() ? "" : "；") + each.text.zh + "（" + clauses + "）";
    error.message.en += (error.message.en.empty() ? "" : "; ") + each.text.en + " (" + clauses + ")";
  }
  if (sheet.earliest) {
    error.message.zh += "；最早可自 " + to_text(*sheet.earliest) + " 起施行";
    error.message.en += "; the earliest lawful day is " + to_text(*sheet.earliest);
  }
  return error;
}

Error in_force_for_a_time(const ActivePacks& packs) {
  const std::string until = to_text(*packs.until);
  return refused(ErrorCode::not_permitted,
                 "至 " + until + "（不含）按“" + packs.decision +
                     "”的政策包执行：请自该日起启用，或把临时调整写成 .temporary.yaml",
                 "until " + until + " the packs of '" + packs.decision +
                     "' hold for a time: put this into force from that day on, or write what is for a time as "
                     ".temporary.yaml",
                 "$.activation.on");
}

Error closed(const audit::GateAnswer& gate, const Text& pool) {
  Error error{ErrorCode::not_permitted, {pool.zh + "不予启用", pool.en + " is not put into force"}, "$"};
  for (const audit::Held& each : gate.refused) {
    std::string name = each.day == gate.on ? each.id : to_text(each.day) + " " + each.id;
    if (each.clauses.size() > 1 || each.clauses.front() != each.id) name += " (" + joined(each.clauses, ", ") + ")";
    error.message.zh += "；" + name + "：" + each.text.zh;
    error.message.en += "; " + name + ": " + each.text.en;
  }
  return error;
}

}  // namespace yidan::operations
