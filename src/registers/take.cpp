#include "registers/take.h"

#include <algorithm>
#include <utility>

#include "registers/check.h"
#include "registers/conditions.h"
#include "terms/nearest.h"

namespace yidan::registers {
namespace {

using policy::EntryMove;
using policy::FieldDefinition;
using policy::RegisterDefinition;

bool has(const std::vector<std::string>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

Error refused(ErrorCode code, std::string zh, std::string en, std::string where = "$") {
  return {code, {std::move(zh), std::move(en)}, std::move(where)};
}

void add_to(std::string& list, std::string_view each, Language language) {
  if (!list.empty()) list += language == Language::zh ? "、" : ", ";
  list += each;
}

// What may be done from a state, by whom: "accept（受理，由定点管理）".
Text moves_from(const RegisterDefinition& definition, std::string_view state) {
  Text list;
  for (const EntryMove& each : definition.moves) {
    if (each.act.empty() || !has(each.from, state)) continue;
    std::string zh;
    std::string en;
    for (std::size_t i = 0; i < count_of<Role>; ++i) {
      if (!each.by.contains(static_cast<Role>(i))) continue;
      add_to(zh, word(static_cast<Role>(i)).zh, Language::zh);
      add_to(en, code(static_cast<Role>(i)), Language::en);
    }
    add_to(list.zh, each.act + "（" + each.title.zh + "，由" + zh + "）", Language::zh);
    add_to(list.en, each.act + " (by " + en + ")", Language::en);
  }
  if (list.zh.empty()) return {"无", "nothing"};
  return list;
}

class Taking {
 public:
  Taking(const Rules& rules, const Entry& entry, const Told& told, std::optional<Date> today)
      : rules_(rules), definition_(rules.definition), entry_(entry), told_(told), today_(today) {
    before_ = view_on(entry, definition_, rules.calendar, told.on);
  }

  Result<Step> run() {
    if (auto known = check_known(); !known) return std::unexpected(std::move(known.error()));
    Step step{.told = told_, .to = {}};
    if (auto reckoned = reckon_limits(step.told); !reckoned) return std::unexpected(std::move(reckoned.error()));
    if (told_.act == RegisterAct::amend) {
      if (auto may = check_amendment(); !may) return std::unexpected(std::move(may.error()));
    } else {
      auto move = move_asked();
      if (!move) return std::unexpected(std::move(move.error()));
      step.told.move = (*move)->act;
      step.to = (*move)->to;
    }
    Entry after = entry_;
    after.steps.push_back(step);
    const View view = view_on(after, definition_, rules_.calendar, told_.on);
    if (auto whole = check_required(view); !whole) return std::unexpected(std::move(whole.error()));
    if (auto there = check_references(); !there) return std::unexpected(std::move(there.error()));
    if (auto right = check_rules(view); !right) return std::unexpected(std::move(right.error()));
    return step;
  }

 private:
  Result<void> check_known() {
    const bool opens = told_.act == RegisterAct::open;
    if (opens && !entry_.steps.empty()) {
      return std::unexpected(refused(ErrorCode::duplicate_id,
                                     "“" + entry_.id + "”已登记：请用变更（amend）或流转（move）",
                                     "'" + entry_.id + "' is registered already: amend it or move it on"));
    }
    if (!opens && entry_.steps.empty()) {
      return std::unexpected(refused(ErrorCode::not_found, "“" + entry_.id + "”尚未登记：请先登记（open）",
                                     "'" + entry_.id + "' is not registered: open it first"));
    }
    if (!opens && before_.state == policy::kNotRegistered) {
      return std::unexpected(refused(
          ErrorCode::contradiction,
          "“" + entry_.id + "”自 " + to_text(entry_.steps.front().told.on) + " 起登记，不能用更早的日期（on）",
          "'" + entry_.id + "' is registered from " + to_text(entry_.steps.front().told.on) + " on: 'on' lies before",
          "$.on"));
    }
    return {};
  }

  // Days that follow from the time limit of what the entry is about.
  Result<void> reckon_limits(Told& told) {
    if (told.act != RegisterAct::open) return {};
    for (const FieldDefinition& each : definition_.fields) {
      if (each.limit_of.empty()) continue;
      const FieldDefinition* named = definition_.field(each.limit_of);
      const auto about = told.fields.find(each.limit_of);
      const auto since = told.fields.find(each.since);
      if (named == nullptr || about == told.fields.end() || since == told.fields.end()) continue;
      const auto other = rules_.others.entry(named->of, about->second.front(), told.on);
      if (!other) return std::unexpected(other.error());
      const auto unit = parse_word<LimitUnit>(other->view.value("limit_unit"));
      const auto begin = parse_date(since->second.front());
      const std::string& count = other->view.value("limit");
      if (!unit || !begin || count.empty() || count.size() > 4) continue;
      const policy::TimeLimit limit{.count = std::stoi(count), .unit = *unit};
      told.fields[each.name] = {to_text(end_of_limit(limit, *begin, rules_.calendar))};
    }
    return {};
  }

  Result<void> check_amendment() {
    for (const auto& [name, values] : told_.fields) {
      const FieldDefinition* field = definition_.field(name);
      if (field == nullptr) continue;
      if (field->fixed) {
        return std::unexpected(refused(ErrorCode::not_permitted, "“" + field->title.zh + "”登记后不能变更：请另行登记",
                                       field->title.en + " is never amended: open another entry", "$.fields." + name));
      }
      if (field->forward && today_ && told_.on < *today_) {
        return std::unexpected(refused(
            ErrorCode::not_permitted, "“" + field->title.zh + "”不能追溯变更：请自 " + to_text(*today_) + " 起另记",
            field->title.en + " is not amended for days that have passed: from " + to_text(*today_) + " on", "$.on"));
      }
    }
    if (!definition_.is_final(before_.state)) return {};
    const Text state = definition_.title_of_state(before_.state);
    return std::unexpected(refused(ErrorCode::not_permitted, "已为“" + state.zh + "”，不能再变更",
                                   "it is " + state.en + ": nothing of it is amended any more"));
  }

  Result<const EntryMove*> move_asked() {
    std::vector<const EntryMove*> here;
    for (const EntryMove& each : definition_.moves) {
      if (!each.act.empty() && has(each.from, before_.state) && (told_.move.empty() || each.act == told_.move)) {
        here.push_back(&each);
      }
    }
    if (here.empty() || (told_.move.empty() && here.size() > 1)) return std::unexpected(not_from_here());
    if (auto in_order = check_day(); !in_order) return std::unexpected(std::move(in_order.error()));
    std::optional<Error> why;
    for (const EntryMove* each : here) {
      auto may = may_be_done(*each);
      if (may) return each;
      why = std::move(may.error());
    }
    return std::unexpected(std::move(*why));
  }

  [[nodiscard]] Error not_from_here() const {
    const Text state = definition_.title_of_state(before_.state);
    const Text allowed = moves_from(definition_, before_.state);
    if (told_.move.empty()) {
      return refused(ErrorCode::missing, "请写明办理事项（move）：" + allowed.zh,
                     "say what is done ('move'): " + allowed.en, "$.move");
    }
    std::vector<std::string_view> acts;
    for (const EntryMove& each : definition_.moves) {
      if (!each.act.empty()) acts.push_back(each.act);
    }
    const bool known = std::ranges::find(acts, told_.move) != acts.end();
    const Text meant = known ? Text{} : did_you_mean(told_.move, acts, {});
    return refused(known ? ErrorCode::not_permitted : ErrorCode::invalid_value,
                   "现为“" + state.zh + "”，不能办理 " + told_.move + meant.zh + "；可办理：" + allowed.zh,
                   "it is " + state.en + ", which does not allow " + told_.move + meant.en + "; allowed: " + allowed.en,
                   "$.move");
  }

  // A move counts after those before it.
  Result<void> check_day() {
    for (const Step& each : entry_.steps) {
      if (each.to.empty() || each.told.on <= told_.on) continue;
      return std::unexpected(
          refused(ErrorCode::contradiction, "此前的流转在 " + to_text(each.told.on) + "：日期（on）不能更早",
                  "it was moved on " + to_text(each.told.on) + " already: 'on' lies before that day", "$.on"));
    }
    return {};
  }

  Result<void> may_be_done(const EntryMove& move) {
    if (!told_.by || !move.by.contains(*told_.by)) {
      std::string zh;
      std::string en;
      for (std::size_t i = 0; i < count_of<Role>; ++i) {
        if (!move.by.contains(static_cast<Role>(i))) continue;
        add_to(zh, std::string(word(static_cast<Role>(i)).zh) + "（" + std::string(code(static_cast<Role>(i))) + "）",
               Language::zh);
        add_to(en, code(static_cast<Role>(i)), Language::en);
      }
      return std::unexpected(refused(ErrorCode::not_permitted, "“" + move.title.zh + "”由" + zh + "办理：请写明 by",
                                     move.act + " is done by " + en + ": say so in 'by'", "$.by"));
    }
    std::string zh;
    std::string en;
    for (const std::string& need : move.needs) {
      const auto told = told_.fields.find(need);
      const bool there = told != told_.fields.end() ? !told->second.empty() : before_.fields.contains(need);
      if (there) continue;
      const FieldDefinition* field = definition_.field(need);
      add_to(zh, (field == nullptr ? need : field->title.zh) + "（" + need + "）", Language::zh);
      add_to(en, need, Language::en);
    }
    if (zh.empty()) return {};
    return std::unexpected(refused(ErrorCode::missing, "“" + move.title.zh + "”缺少" + zh + "：请补上",
                                   move.act + " needs " + en + ": add it", "$.fields"));
  }

  Result<void> check_required(const View& view) {
    for (const FieldDefinition& each : definition_.fields) {
      if (!each.required || view.fields.contains(each.name)) continue;
      return std::unexpected(refused(ErrorCode::missing, "缺少“" + each.title.zh + "”（" + each.name + "）：请补上",
                                     each.name + " (" + each.title.en + ") is missing: add it",
                                     "$.fields." + each.name));
    }
    return {};
  }

  // What a field names in another register is there.
  Result<void> check_references() {
    for (const auto& [name, values] : told_.fields) {
      const FieldDefinition* field = definition_.field(name);
      if (field != nullptr && field->type == FieldType::bill) {
        if (auto there = check_bills(name, values); !there) return there;
      }
      if (field == nullptr || field->type != FieldType::entry) continue;
      for (const std::string& each : values) {
        const auto other = rules_.others.entry(field->of, each, told_.on);
        if (!other) return std::unexpected(other.error());
        if (other->view.state != policy::kNotRegistered) continue;
        return std::unexpected(refused(
            ErrorCode::not_found, "“" + each + "”在 " + to_text(told_.on) + " 未登记于 " + field->of + "：请先登记",
            "'" + each + "' is not in the register " + field->of + " on " + to_text(told_.on) + ": open it first",
            "$.fields." + name));
      }
    }
    return {};
  }

  Result<void> check_bills(const std::string& field, const std::vector<std::string>& values) {
    for (const std::string& each : values) {
      const auto name = parse_bill_name(each);
      auto bill = name ? rules_.others.bill(*name) : std::unexpected(name.error());
      if (!bill) {
        bill.error().where = "$.fields." + field;
        return std::unexpected(std::move(bill.error()));
      }
      if (*bill) continue;
      return std::unexpected(refused(
          ErrorCode::not_found, "账册中没有结算单“" + each + "”（机构编号/就诊编号/日期）：请核对，已冲正的不算",
          "the books have no bill '" + each + "' (institution/encounter/day): check it; one that was reversed is none",
          "$.fields." + field));
    }
    return {};
  }

  Result<void> check_rules(const View& view) {
    const auto findings = check_entry(rules_, {entry_.id, view}, told_.on);
    if (!findings) return std::unexpected(findings.error());
    for (const Finding& each : *findings) {
      if (each.check->otherwise != Severity::refuse) continue;
      const std::string clauses = list_of(each.check->clauses, Language::en);
      return std::unexpected(refused(
          ErrorCode::not_permitted,
          each.check->text.zh + "：" + each.said.zh + (clauses.empty() ? "" : "（" + clauses + "）"),
          each.check->text.en + ": " + each.said.en + (clauses.empty() ? "" : " (" + clauses + ")"), "$.fields"));
    }
    return {};
  }

  const Rules& rules_;
  const RegisterDefinition& definition_;
  const Entry& entry_;
  const Told& told_;
  std::optional<Date> today_;
  View before_;
};

}  // namespace

Result<Step> take(const Rules& rules, const Entry& entry, const Told& told, std::optional<Date> today) {
  return Taking(rules, entry, told, today).run();
}

}  // namespace yidan::registers
