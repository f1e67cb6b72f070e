#include "decisions/decision.h"

#include <algorithm>

#include "policy/parse/pack_path.h"

namespace yidan::decisions {
namespace {

using policy::Procedure;
using policy::Transition;

bool has(const std::vector<std::string>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// The evidence that an act brings, by the names of `needs`.
struct Evidence {
  std::vector<std::string> names;

  void operator()(const Registration& told) {
    if (told.issued) names.emplace_back("issued");
    if (told.until) names.emplace_back("until");
  }
  void operator()(const FilingTold& told) {
    names.insert(names.end(), {"number", "filed"});
    if (told.answered) names.emplace_back("answered");
    if (told.result) names.emplace_back(code(*told.result));
  }
  void operator()(const Approval& told) {
    names.insert(names.end(), {"asked", "approved"});
    if (!told.number.empty()) names.emplace_back("number");
  }
  void operator()(const Activation&) { names.emplace_back("on"); }
  void operator()(const Withdrawal&) { names.emplace_back("on"); }
};

std::optional<Body> who_of(const Told& told) {
  if (const auto* filing = std::get_if<FilingTold>(&told)) return filing->with;
  if (const auto* approval = std::get_if<Approval>(&told)) return approval->by;
  return std::nullopt;
}

std::string titles_of(const Procedure& definition, const std::vector<std::string>& states, Language language) {
  std::string list;
  for (const std::string& each : states) {
    const policy::EntryState* state = definition.state(each);
    if (state == nullptr) continue;
    list += (list.empty() ? "" : language == Language::zh ? "、" : ", ") + state->title.in(language);
  }
  return list;
}

Error refused(std::string zh, std::string en) {
  return {ErrorCode::not_permitted, {std::move(zh), std::move(en)}, "$"};
}

// Why none of the act's transitions can be taken from here.
Error why_not(const Procedure& definition, std::string_view state, const Told& told) {
  const Word& act = word(act_of(told));
  std::vector<std::string> from;
  const Transition* here = nullptr;
  for (const Transition& each : definition.transitions) {
    if (each.act != act.code) continue;
    from.insert(from.end(), each.from.begin(), each.from.end());
    if (has(each.from, state)) here = &each;
  }
  const policy::EntryState* now = definition.state(state);
  const Text stands = now == nullptr ? Text{"尚未登记", "not registered"} : now->title;
  if (here == nullptr) {
    return refused(
        "现为“" + stands.zh + "”，不能" + std::string(act.zh) + "：须为" + titles_of(definition, from, Language::zh),
        "it is " + stands.en + ", which allows no " + std::string(act.en) + ": that wants " +
            titles_of(definition, from, Language::en));
  }
  const auto who = who_of(told);
  if (who && !here->by.empty() && !here->by.contains(*who)) {
    std::string zh;
    std::string en;
    for (std::size_t i = 0; i < count_of<Body>; ++i) {
      if (!here->by.contains(static_cast<Body>(i))) continue;
      zh += (zh.empty() ? "" : "、") + std::string(word(static_cast<Body>(i)).zh);
      en += (en.empty() ? "" : ", ") + std::string(word(static_cast<Body>(i)).en);
    }
    return refused(std::string(word(*who).zh) + "不能受理：" + std::string(act.zh) + "由" + zh + "办理",
                   std::string(word(*who).en) + " cannot do this: " + std::string(act.en) + " is with " + en);
  }
  Evidence evidence;
  std::visit([&](const auto& each) { evidence(each); }, told);
  std::string missing;
  for (const std::string& need : here->needs) {
    if (!has(evidence.names, need)) missing += (missing.empty() ? "" : ", ") + need;
  }
  return refused("缺少" + missing + "：" + std::string(act.zh) + "须有此证据",
                 missing + " is missing: " + std::string(act.en) + " needs it");
}

}  // namespace

std::string Decision::state_on(Date day, const Procedure& definition) const {
  std::string state(policy::kNewEntry);
  for (const Move& move : moves) {
    if (move.day <= day) state = move.to;
  }
  if (!registration.until || *registration.until > day) return state;
  for (const Transition& each : definition.transitions) {
    if (each.day == "until" && has(each.from, state)) return each.to;
  }
  return state;
}

const Filing* Decision::filed_by(Date day) const {
  const auto found = std::ranges::find_if(filings, [&](const Filing& each) {
    return each.kind == "file" && each.filed <= day && each.state != code(FilingResult::returned);
  });
  return found == filings.end() ? nullptr : &*found;
}

const Filing* Decision::approved_by(Date day) const {
  const auto found = std::ranges::find_if(
      filings, [&](const Filing& each) { return each.kind == "report" && each.answered && *each.answered <= day; });
  return found == filings.end() ? nullptr : &*found;
}

void Decision::apply(const Told& told, const std::string& to, const std::string& filing) {
  moves.push_back({act_of(told), to, day_of(told)});
  if (const auto* said = std::get_if<Registration>(&told)) {
    registration = *said;
    add_touched(registration.draft, registration.parameters);
  }
  if (const auto* said = std::get_if<Activation>(&told)) activation = *said;
  if (const auto* said = std::get_if<FilingTold>(&told)) {
    const auto known = std::ranges::find(filings, said->number, &Filing::number);
    const Filing now{"file", said->number, said->with, said->filed, said->answered, filing};
    if (known == filings.end()) {
      filings.push_back(now);
    } else {
      *known = now;
    }
  }
  if (const auto* said = std::get_if<Approval>(&told)) {
    filings.push_back({"report", said->number, said->by, said->asked, said->approved, filing});
  }
}

void add_touched(const DraftFiles& draft, std::vector<std::string>& parameters) {
  for (const auto& [path, text] : draft) {
    const policy::PackPath parts = policy::take_apart(path);
    const bool beside = !policy::has_values(parts.folder);
    if (!parts.is_value() || beside) continue;
    const std::string id = std::string(parts.folder) + "." +
                           std::string(parts.file.substr(0, parts.file.size() - policy::kExtension.size()));
    std::string changed(policy::changed_by(id));
    if (!has(parameters, changed)) parameters.push_back(std::move(changed));
  }
}

DecisionAct act_of(const Told& told) { return static_cast<DecisionAct>(told.index()); }

Date day_of(const Told& told) {
  if (const auto* said = std::get_if<Registration>(&told)) return said->issued.value_or(said->from);
  if (const auto* said = std::get_if<FilingTold>(&told)) return said->filed;
  if (const auto* said = std::get_if<Approval>(&told)) return said->approved;
  if (const auto* said = std::get_if<Activation>(&told)) return said->on;
  return std::get<Withdrawal>(told).on;
}

Result<const Transition*> transition_of(const Procedure& definition, std::string_view kind, std::string_view state,
                                        const Told& told) {
  Evidence evidence;
  std::visit([&](const auto& each) { evidence(each); }, told);
  const auto who = who_of(told);
  const Transition* found = nullptr;
  for (const Transition& each : definition.transitions) {
    const bool of_kind = each.kinds.empty() || has(each.kinds, kind);
    if (each.act != code(act_of(told)) || !of_kind || !has(each.from, state)) continue;
    if (who && !each.by.empty() && !each.by.contains(*who)) continue;
    const bool proved = std::ranges::all_of(each.needs, [&](const auto& need) { return has(evidence.names, need); });
    if (proved) found = &each;
  }
  if (found != nullptr) return found;
  return std::unexpected(why_not(definition, state, told));
}

}  // namespace yidan::decisions
