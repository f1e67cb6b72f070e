#include "policy/compile/check_registers.h"

#include <algorithm>
#include <set>
#include <utility>

#include "terms/nearest.h"

namespace yidan::policy {
namespace {

using Names = std::vector<std::string_view>;

template <class List>
Names names_in(const List& list) {
  Names names;
  for (const auto& each : list) names.push_back(each.name);
  return names;
}

class RegisterJudge {
 public:
  RegisterJudge(const Registers& all, const RegisterDefinition& whole, Problems& problems)
      : all_(all), whole_(whole), problems_(problems) {}

  void judge() {
    if (whole_.title.zh.empty() || whole_.fields.empty() || whole_.states.empty() || whole_.moves.empty()) {
      return problems_.add(whole_.at, "登记册须有名称（title）、字段（fields）、状态（states）和流转（moves）：请补上",
                           "a register has a 'title', 'fields', 'states' and 'moves': add what is missing");
    }
    refuse_twice(whole_.fields, "字段", "field");
    refuse_states_twice();
    refuse_twice(whole_.checks, "核查", "check");
    for (const FieldDefinition& each : whole_.fields) judge_field(each);
    judge_lookup();
    for (const EntryMove& each : whole_.moves) judge_move(each);
    judge_reach();
    judge_ends();
    for (const RegisterCheck& each : whole_.checks) judge_check(each);
    if (whole_.designates) judge_designating(*whole_.designates);
  }

 private:
  template <class List>
  void refuse_twice(const List& list, std::string_view zh, std::string_view en) {
    std::set<std::string_view> seen;
    for (const auto& each : list) {
      if (seen.insert(each.name).second) continue;
      problems_.add(each.at, std::string(zh) + "“" + each.name + "”重复：请另取一名",
                    std::string(en) + " '" + each.name + "' stands twice: give it another name");
    }
  }

  void refuse_states_twice() {
    std::set<std::string_view> seen;
    for (const EntryStage& each : whole_.states) {
      if (each.name == kNotRegistered || !seen.insert(each.name).second) {
        problems_.add(whole_.at, "状态“" + each.name + "”重复，或用了 new：请另取一名",
                      "state '" + each.name + "' stands twice, or is called 'new': give it another name");
      }
    }
  }

  void judge_field(const FieldDefinition& field) {
    if (!field.type) {
      problems_.add(field.at, "字段“" + field.name + "”没有类型（type）：请补上",
                    "field '" + field.name + "' has no 'type': add it");
    }
    if (!field.limit_of.empty()) {
      expect_day(field.at, field.name);
      expect_day(field.at, field.since);
      const FieldDefinition* named = expect_field(field.at, field.limit_of);
      const auto other = named == nullptr ? std::nullopt : register_in(all_, named->of, whole_.region);
      if (other && (other->field("limit") == nullptr || other->field("limit_unit") == nullptr)) {
        problems_.add(field.at, "登记册“" + named->of + "”没有 limit、limit_unit 字段，不能由它计算期限",
                      "register '" + named->of + "' has no fields 'limit' and 'limit_unit' to reckon by");
      }
    }
    if (field.type == FieldType::entry && !field.of.empty() && !all_.files.contains(field.of)) {
      Names known;
      for (const auto& [name, files] : all_.files) known.push_back(name);
      unknown(field.at, field.of, {"登记册", "register"}, known);
    }
  }

  void judge_lookup() {
    std::size_t count = 0;
    for (const FieldDefinition& each : whole_.fields) {
      if (!each.lookup) continue;
      if (++count > 1 || each.many) {
        problems_.add(each.at, "只有一个单值字段可写 lookup: true：请从“" + each.name + "”删去",
                      "one field of one value has 'lookup: true': delete it at '" + each.name + "'");
      }
    }
  }

  void judge_move(const EntryMove& move) {
    if (move.from.empty()) {
      problems_.add(move.at, "流转没有写由何状态（from）：请补上", "a move has no 'from': add it");
    }
    for (const std::string& each : move.from) {
      if (each == kNotRegistered && !move.act.empty()) continue;
      expect_state(move.at, each);
      if (whole_.is_final(each)) {
        problems_.add(move.at, "“" + each + "”是终止状态（final），不能再流转：请改正其一",
                      "'" + each + "' is final, nothing comes after it: correct one of them");
      }
    }
    expect_state(move.at, move.to);
    if (!move.act.empty() && move.by.empty()) {
      problems_.add(move.at, "“" + move.act + "”没有写由谁办理（by）：请补上",
                    "'" + move.act + "' says not who may do it: add 'by'");
    }
    for (const std::string& each : move.needs) expect_field(move.at, each);
    if (!move.day.empty()) expect_day(move.at, move.day);
    if (move.within && !move.within->since.empty()) expect_day(move.at, move.within->since);
  }

  // Every state is reached from `new`.
  void judge_reach() {
    std::set<std::string_view> reached{kNotRegistered};
    for (bool more = true; more;) {
      more = false;
      for (const EntryMove& move : whole_.moves) {
        const bool from_here = std::ranges::any_of(move.from, [&](const auto& each) { return reached.contains(each); });
        if (from_here && reached.insert(move.to).second) more = true;
      }
    }
    for (const EntryStage& each : whole_.states) {
      if (reached.contains(each.name)) continue;
      problems_.add(whole_.at, "状态“" + each.name + "”不能到达：请补一条到它的流转，或删去",
                    "state '" + each.name + "' cannot be reached: add a move to it, or delete it");
    }
  }

  // From every state a final one is reached.
  void judge_ends() {
    std::set<std::string_view> ends;
    for (const EntryStage& each : whole_.states) {
      if (each.final) ends.insert(each.name);
    }
    for (bool more = true; more;) {
      more = false;
      for (const EntryMove& move : whole_.moves) {
        if (!ends.contains(move.to)) continue;
        for (const std::string& each : move.from) more |= ends.insert(each).second;
      }
    }
    for (const EntryStage& each : whole_.states) {
      if (ends.contains(each.name)) continue;
      problems_.add(whole_.at, "状态“" + each.name + "”没有终点：请补一条流转，或写 final: true",
                    "state '" + each.name + "' has no end: add a move from it, or 'final: true'");
    }
  }

  void judge_check(const RegisterCheck& check) {
    for (const std::string& each : check.fields) expect_field(check.at, each);
    for (const std::string& each : check.by) expect_field(check.at, each);
    for (const FieldCondition& each : check.where) expect_words(check, whole_, each);
    for (const std::string& each : check.states) expect_state(check.at, each);
    if (check.within && !check.within->since.empty()) expect_day(check.at, check.within->since);
    for (const std::string& each : check.each) {
      const FieldDefinition* field = expect_field(check.at, each);
      if (field != nullptr && field->words.empty()) {
        problems_.add(check.at, "“" + each + "”没有代码（words），不能逐项核查",
                      "'" + each + "' has no words to be covered");
      }
    }
    judge_kind(check);
    if (!check.reg.empty()) judge_others(check);
  }

  void judge_kind(const RegisterCheck& check) {
    const bool of_days = check.kind == CheckKind::in_time || check.kind == CheckKind::in_order;
    if (of_days) {
      for (const std::string& each : check.fields) expect_day(check.at, each);
    }
    const bool compares = check.kind == CheckKind::in_order || check.kind == CheckKind::equal;
    const std::size_t wanted = compares ? 2 : 1;
    const bool by_fields = check.kind != CheckKind::covered && check.kind != CheckKind::exists;
    if (by_fields && check.fields.size() < wanted) demand(check, "fields");
    if (check.kind == CheckKind::in_time && (!check.within || check.within->since.empty()))
      demand(check, "within, since");
    if (check.kind == CheckKind::same && check.by.empty()) demand(check, "by");
    if (check.kind == CheckKind::exists && check.reg.empty()) demand(check, "in");
    if (!check.reg.empty() && check.match.empty()) demand(check, "match");
    if (check.kind == CheckKind::unique) expect_lookup(check, whole_, check.fields);
    if (check.kind == CheckKind::within_bill) judge_sums(check);
    if (check.kind == CheckKind::bills) judge_bills(check);
  }

  // Amounts of entries that name one bill.
  void judge_sums(const RegisterCheck& check) {
    if (check.fields.size() != 2) return demand(check, "fields");
    expect_type(check, check.fields.front(), FieldType::bill);
    expect_type(check, check.fields.back(), FieldType::money);
    expect_lookup(check, whole_, {check.fields.front()});
  }

  // Encounters by name, when they came, and those that were rejected, of an institution and a day.
  void judge_bills(const RegisterCheck& check) {
    if (check.by.size() != 2) return demand(check, "by");
    expect_day(check.at, check.by.back());
    if (check.fields.size() > 1) expect_type(check, check.fields[1], FieldType::time);
    if (check.within && check.within->unit != LimitUnit::hours) demand(check, "within: 24 hours");
  }

  void expect_type(const RegisterCheck& check, const std::string& name, FieldType type) {
    const FieldDefinition* field = expect_field(check.at, name);
    if (field == nullptr || field->type == type) return;
    problems_.add(check.at,
                  "“" + name + "”的类型应为" + std::string(word(type).zh) + "（" + std::string(code(type)) + "）",
                  "'" + name + "' should be of type '" + std::string(code(type)) + "'");
  }

  // Otherwise each act would look at every entry.
  void expect_lookup(const RegisterCheck& check, const RegisterDefinition& of, const std::vector<std::string>& fields) {
    const bool found = std::ranges::any_of(fields, [&](const std::string& each) {
      const FieldDefinition* field = of.field(each);
      return each == "entry" || (field != nullptr && field->lookup);
    });
    if (found) return;
    problems_.add(check.at, "核查“" + check.name + "”所比的字段都不能直接查找：请给其中一个写 lookup: true",
                  "none of the fields that '" + check.name + "' compares can be looked up: give one 'lookup: true'");
  }

  void judge_designating(const Designating& designating) {
    const FieldDefinition* provider = expect_field(designating.at, designating.provider);
    if (provider != nullptr && (provider->type != FieldType::entry || !provider->lookup)) {
      problems_.add(
          provider->at, "结算按“" + provider->name + "”查找机构：须为 type: entry 且写 lookup: true",
          "settlement looks institutions up by '" + provider->name + "': make it 'type: entry' with 'lookup: true'");
    }
    expect_day(designating.at, designating.from);
    expect_day(designating.at, designating.until);
    for (const std::string& each : designating.states) expect_state(designating.at, each);
    if (designating.states.empty()) {
      problems_.add(designating.at, "定点（designates）没有写算数的状态：请补上 states",
                    "'designates' says not which entries count: add 'states'");
    }
    if (!designating.cares.empty()) (void)expect_field(designating.at, designating.cares);
    if (designating.cares.empty() == designating.care.empty() ||
        designating.cares.empty() != designating.scheme.has_value()) {
      problems_.add(designating.at,
                    "定点（designates）或写 cares（载明诊疗的字段），或写 care 和 scheme（该险种另须的定点）：两者取一",
                    "'designates' has either 'cares', the field that names the care, or 'care' and 'scheme', what that "
                    "scheme needs besides: write one of them");
    }
  }

  void demand(const RegisterCheck& check, const std::string& key) {
    problems_.add(check.at, "“" + std::string(code(check.kind)) + "”核查缺少 " + key + "：请补上",
                  "a check '" + std::string(code(check.kind)) + "' wants '" + key + "': add it");
  }

  void judge_others(const RegisterCheck& check) {
    const auto found = all_.files.find(check.reg);
    if (found == all_.files.end()) {
      Names known;
      for (const auto& [name, files] : all_.files) known.push_back(name);
      return unknown(check.at, check.reg, {"登记册", "register"}, known);
    }
    const auto other = register_in(all_, check.reg, whole_.region);
    if (!other) return;
    for (const FieldCondition& each : check.of_others) expect_words(check, *other, each);
    for (const std::string& each : check.other_states) {
      if (other->state(each) == nullptr) unknown(check.at, each, {"状态", "state"}, names_in(other->states));
    }
    for (const auto& [theirs, ours] : check.match) {
      if (theirs != "entry" && other->field(theirs) == nullptr) {
        unknown(check.at, theirs, {"字段", "field"}, names_in(other->fields));
      }
      if (ours != "entry") (void)expect_field(check.at, ours);
    }
    if (check.kind != CheckKind::exists) return;
    std::vector<std::string> compared;
    for (const auto& [theirs, ours] : check.match) compared.push_back(theirs);
    expect_lookup(check, *other, compared);
  }

  void expect_words(const RegisterCheck& check, const RegisterDefinition& of, const FieldCondition& condition) {
    const FieldDefinition* field = of.field(condition.field);
    if (field == nullptr) return unknown(check.at, condition.field, {"字段", "field"}, names_in(of.fields));
    if (field->type != FieldType::word) return;
    for (const std::string& each : condition.words) {
      if (field->word(each) != nullptr) continue;
      Names known;
      for (const NamedWord& word : field->words) known.push_back(word.code);
      unknown(check.at, each, {"代码", "word"}, known);
    }
  }

  const FieldDefinition* expect_field(const Position& at, const std::string& name) {
    const FieldDefinition* field = whole_.field(name);
    if (field == nullptr) unknown(at, name, {"字段", "field"}, names_in(whole_.fields));
    return field;
  }

  void expect_day(const Position& at, const std::string& name) {
    const FieldDefinition* field = expect_field(at, name);
    if (field == nullptr || (field->type == FieldType::day && !field->many)) return;
    problems_.add(at, "“" + name + "”不是日期字段：此处须为一个日期",
                  "'" + name + "' is no field of a day: one belongs here");
  }

  void expect_state(const Position& at, const std::string& name) {
    if (whole_.state(name) == nullptr) unknown(at, name, {"状态", "state"}, names_in(whole_.states));
  }

  void unknown(const Position& at, const std::string& written, const Text& what, const Names& known) {
    const Text meant = did_you_mean_or_all(written, known);
    problems_.add(at, "没有" + what.zh + "“" + written + "”" + meant.zh,
                  "there is no " + what.en + " '" + written + "'" + meant.en);
  }

  const Registers& all_;
  const RegisterDefinition& whole_;
  Problems& problems_;
};

// What a city's file says of a register that is the province's: more fields, more evidence, more checks, and no less.
void judge_addition(const RegisterDefinition& base, const RegisterDefinition& addition, Problems& problems) {
  const auto weakens = [&](const Position& at, const std::string& what) {
    problems.add(at, "市级登记册只能增加，不能改动省级的“" + what + "”：请删去",
                 "a city's register adds, and changes nothing of the province's: delete '" + what + "'");
  };
  if (!addition.states.empty()) weakens(addition.at, "states");
  if (addition.designates) weakens(addition.designates->at, "designates");
  for (const FieldDefinition& each : addition.fields) {
    if (base.field(each.name) != nullptr && each.type) weakens(each.at, each.name + ".type");
  }
  for (const EntryMove& each : addition.moves) {
    const auto same = std::ranges::find_if(
        base.moves, [&](const EntryMove& other) { return other.act == each.act && other.to == each.to; });
    if (same == base.moves.end()) {
      weakens(each.at, each.act);
    } else if (!each.by.empty()) {
      weakens(each.at, "by");
    } else if (each.within && same->within) {
      weakens(each.at, "within");
    }
  }
}

}  // namespace

void check_registers(const Registers& registers, Problems& problems) {
  for (const auto& [name, files] : registers.files) {
    for (const RegisterDefinition& file : files) {
      const auto base = std::ranges::find_if(files, [&](const RegisterDefinition& other) {
        return &other != &file && other.region != file.region && other.region.covers(file.region);
      });
      if (base != files.end()) judge_addition(*base, file, problems);
      const auto whole = register_in(registers, name, file.region);
      if (whole) RegisterJudge(registers, *whole, problems).judge();
    }
  }
}

}  // namespace yidan::policy
