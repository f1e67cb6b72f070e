#include "exchange/entry_text.h"

#include "base/visible.h"
#include "exchange/display.h"
#include "registers/field_values.h"

namespace yidan::exchange {
namespace {

using policy::RegisterDefinition;

class EntryPage {
 public:
  explicit EntryPage(Language language) : language_(language) {}

  [[nodiscard]] std::string say(std::string_view zh, std::string_view en) const {
    return std::string(language_ == Language::zh ? zh : en);
  }
  void line(const std::string& text) { out_ += harmless(text) + "\n"; }
  void indented(const std::string& text) { line("    " + text); }
  std::string take() { return std::move(out_); }

  [[nodiscard]] std::string head(const EntryAnswer& answer) const {
    const registers::View& view = answer.seen->view;
    std::string text = to_text(answer.pool) + "  " + answer.seen->id + "  " +
                       answer.definition->title_of_state(view.state).in(language_);
    if (view.state != policy::kNotRegistered) text += say("，自 ", ", since ") + to_text(view.since);
    if (view.next) text += due_text(*view.next, answer.on);
    return text;
  }

  [[nodiscard]] std::string due_text(const registers::Deadline& next, Date on) const {
    const std::string what = next.move->title.in(language_);
    const int days = on.days() - next.due.days();
    if (days > 0) {
      return say("；“", "; '") + what + say("”应于 ", "' was due on ") + to_text(next.due) +
             say("，逾期 ", ", overdue by ") + std::to_string(days) + say(" 天", " days");
    }
    return say("；“", "; '") + what + say("”期限 ", "' is due on ") + to_text(next.due) + say("，还有 ", ", ") +
           std::to_string(-days) + say(" 天", " days left");
  }

  [[nodiscard]] std::string values(const RegisterDefinition& definition, const registers::Fields& fields,
                                   std::string_view between) const {
    std::string list;
    for (const policy::FieldDefinition& each : definition.fields) {
      const auto found = fields.find(each.name);
      if (found == fields.end()) continue;
      std::string shown;
      for (const std::string& value : found->second) {
        if (!shown.empty()) shown += say("、", ", ");
        shown += registers::value_shown(each, value, language_);
      }
      if (!list.empty()) list += between;
      list += each.title.in(language_) + say("：", ": ") + shown;
    }
    return list;
  }

  // "2022-03-01  H1  997/1000 (99.70 %), late 2, missing 3".
  [[nodiscard]] std::string day(const registers::BillsOfDay& day) const {
    std::string text = to_text(day.day) + "  " + day.provider + "  " + std::to_string(day.named) + "/" +
                       std::to_string(day.bills) + say("（", " (") + share_of(day.named, day.bills) +
                       say(" %）", " %)");
    if (day.late > 0) text += say("，逾时 ", ", late ") + std::to_string(day.late);
    if (!day.missing.empty()) text += say("，缺 ", ", missing ") + std::to_string(day.missing.size());
    return text;
  }

  void finding(const registers::Finding& found) {
    std::string clauses;
    for (const std::string& each : found.check->clauses) clauses += (clauses.empty() ? "" : " ") + each;
    indented((found.check->otherwise == Severity::refuse ? say("［不予通过］", "[refused] ")
                                                         : say("［提醒］", "[warning] ")) +
             found.check->text.in(language_) + say("：", ": ") + found.said.in(language_) + say("（", " (") + clauses +
             say("）", ")"));
  }

  void step(const RecordedStep& each, const RegisterDefinition& definition) {
    const registers::Told& told = each.step.told;
    std::string text =
        to_text(told.on) + "  " + std::string(language_ == Language::zh ? word(told.act).zh : word(told.act).en);
    for (const policy::EntryMove& move : definition.moves) {
      if (!told.move.empty() && move.act == told.move && move.to == each.step.to) {
        text += say("“", " '") + move.title.in(language_) + say("”", "'");
        break;
      }
    }
    if (told.by)
      text += say("，由", ", by ") + std::string(language_ == Language::zh ? word(*told.by).zh : word(*told.by).en);
    const std::string fields = values(definition, told.fields, say("；", "; "));
    if (!fields.empty()) text += say("：", ": ") + fields;
    text += say("（记于 ", " (recorded ") + to_instant_text(each.recorded).substr(0, 19) +
            (each.actor.empty() ? "" : say("，", ", ") + each.actor) + say("）", ")");
    indented(text);
  }

  void field(const policy::FieldDefinition& each) {
    std::string text = left_aligned(each.name, 22) + each.title.in(language_) + say("（", " (");
    text += language_ == Language::zh ? word(*each.type).zh : word(*each.type).en;
    if (each.many) text += say("，可多个", ", many");
    if (each.required) text += say("，必填", ", required");
    if (each.fixed) text += say("，不可变更", ", fixed");
    if (each.forward) text += say("，不可追溯", ", not for the past");
    text += say("）", ")");
    for (std::size_t i = 0; i < each.words.size(); ++i) {
      text +=
          (i == 0 ? std::string("  ") : say("、", ", ")) + each.words[i].code + " " + each.words[i].name.in(language_);
    }
    indented(text);
  }

  void move(const policy::EntryMove& each) {
    std::string from;
    for (const std::string& state : each.from) from += (from.empty() ? "" : "|") + state;
    std::string text = left_aligned(each.act.empty() ? "(" + each.day + ")" : each.act, 14) + from + " → " + each.to;
    if (!each.act.empty()) {
      std::string by;
      for (std::size_t i = 0; i < count_of<Role>; ++i) {
        if (each.by.contains(static_cast<Role>(i)))
          by += (by.empty() ? "" : "|") + std::string(code(static_cast<Role>(i)));
      }
      text += "  " + each.title.in(language_) + say("，由 ", ", by ") + by;
    }
    for (std::size_t i = 0; i < each.needs.size(); ++i)
      text += (i == 0 ? say("，须有 ", ", needs ") : ", ") + each.needs[i];
    if (each.within) {
      const Word& unit = word(each.within->unit);
      text += say("，期限 ", ", within ") + std::to_string(each.within->count) + say("", " ") +
              std::string(language_ == Language::zh ? unit.zh : unit.en);
      if (!each.within->since.empty()) text += say("（自 ", " (of ") + each.within->since + say("）", ")");
    }
    indented(text + clauses(each.clauses));
  }

  static std::string clauses(const std::vector<std::string>& list) {
    std::string text;
    for (const std::string& each : list) text += (text.empty() ? "  " : " ") + each;
    return text;
  }

 private:
  Language language_;
  std::string out_;
};

}  // namespace

std::string entry_line(const EntryAnswer& answer, Language language) {
  EntryPage page(language);
  std::string text = page.head(answer);
  const std::string fields = page.values(*answer.definition, answer.seen->view.fields, page.say("；", "; "));
  if (!fields.empty()) text += "  " + fields;
  page.line(text);
  return page.take();
}

std::string entry_page(const EntryAnswer& answer, Language language) {
  EntryPage page(language);
  page.line(answer.definition->title.in(language) + "  " + page.head(answer));
  const registers::View& view = answer.seen->view;
  for (const policy::FieldDefinition& each : answer.definition->fields) {
    const auto found = view.fields.find(each.name);
    if (found == view.fields.end()) continue;
    std::string shown;
    for (const std::string& value : found->second) {
      if (!shown.empty()) shown += page.say("、", ", ");
      shown += registers::value_shown(each, value, language);
    }
    page.indented(left_aligned(each.title.in(language), 22) + shown);
  }
  for (const registers::DoneLate& each : view.late) {
    page.indented(page.say("“", "'") + each.move->title.in(language) + page.say("”逾期 ", "' was done ") +
                  std::to_string(each.done.days() - each.due.days()) + page.say(" 天：期限 ", " days late: due ") +
                  to_text(each.due) + page.say("，办理 ", ", done ") + to_text(each.done));
  }
  if (answer.findings != nullptr) {
    for (const registers::Finding& each : *answer.findings) page.finding(each);
  }
  if (answer.steps != nullptr) {
    for (const RecordedStep& each : *answer.steps) page.step(each, *answer.definition);
  }
  if (answer.receipt) page.indented(page.say("事项 ", "event ") + std::to_string(answer.receipt->event));
  return page.take();
}

std::string checked_text(const CheckedRegister& checked, Language language) {
  EntryPage page(language);
  const registers::Coverage& coverage = checked.coverage;
  std::string text = checked.check->text.in(language) + page.say("：", ": ") + std::to_string(coverage.held) + "/" +
                     std::to_string(coverage.all);
  const std::string share = share_of(coverage);
  if (!share.empty()) text += page.say("，", ", ") + share + " %";
  if (checked.check->due) text += page.say("；期限 ", "; due ") + to_text(*checked.check->due);
  if (coverage.days_overdue > 0) {
    text += page.say("，逾期 ", ", overdue by ") + std::to_string(coverage.days_overdue) + page.say(" 天", " days");
  }
  page.line(text + EntryPage::clauses(checked.check->clauses));
  for (const registers::BillsOfDay& each : coverage.days) page.indented(page.day(each));
  constexpr std::size_t most = 50;
  for (std::size_t i = 0; i < coverage.findings.size() && i < most; ++i) {
    const registers::Finding& each = coverage.findings[i];
    page.indented(each.entry + page.say("：", ": ") + each.said.in(language));
  }
  if (coverage.findings.size() > most) {
    page.indented(page.say("……另有 ", "… and ") + std::to_string(coverage.findings.size() - most) +
                  page.say(" 项（--as json 列出全部）", " more (--as json lists all)"));
  }
  return page.take();
}

std::string definition_page(const RegisterDefinition& definition, Language language) {
  EntryPage page(language);
  page.line(definition.name + "  " + definition.title.in(language) + EntryPage::clauses(definition.clauses));
  page.line(page.say("  字段", "  fields"));
  for (const policy::FieldDefinition& each : definition.fields) page.field(each);
  page.line(page.say("  状态", "  states"));
  for (const policy::EntryStage& each : definition.states) {
    page.indented(left_aligned(each.name, 22) + each.title.in(language) +
                  (each.final ? page.say("（终止）", " (final)") : ""));
  }
  page.line(page.say("  流转", "  moves"));
  for (const policy::EntryMove& each : definition.moves) page.move(each);
  if (!definition.checks.empty()) page.line(page.say("  核查", "  checks"));
  for (const policy::RegisterCheck& each : definition.checks) {
    page.indented(left_aligned(each.name, 22) + each.text.in(language) +
                  (each.due ? page.say("，期限 ", ", due ") + to_text(*each.due) : "") +
                  EntryPage::clauses(each.clauses));
  }
  return page.take();
}

}  // namespace yidan::exchange
