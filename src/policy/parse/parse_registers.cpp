#include "policy/parse/parse_registers.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "policy/parse/parse_authority.h"
#include "policy/period.h"
#include "terms/nearest.h"
#include "terms/terms.h"

namespace yidan::policy {
namespace {

// Closed words of the field that a register may take its own from.
template <class E>
std::vector<NamedWord> words_of_enum() {
  std::vector<NamedWord> list;
  for (const Word& each : Terms<E>::words) {
    list.push_back({std::string(each.code), {std::string(each.zh), std::string(each.en)}});
  }
  return list;
}

class RegisterFileReader {
 public:
  RegisterFileReader(const FileContext& context, const std::string& name, Region region) : context_(context) {
    register_.name = name;
    register_.region = region;
  }

  RegisterDefinition read(const YamlNode& root) {
    MapReader map(root, context_);
    register_.at = map.at();
    // A city that only adds has the title of the province.
    if (map.optional("title") != nullptr) register_.title = map.title("title");
    register_.clauses = read_clauses(map, "clauses");
    for (const YamlNode* node : map.rows("fields")) read_field(*node);
    for (const YamlNode* node : map.rows("states")) read_state(*node);
    for (const YamlNode* node : map.rows("moves")) read_move(*node);
    for (const YamlNode* node : map.rows("checks")) read_check(*node);
    if (const YamlNode* node = map.optional("designates")) read_designating(*node);
    map.finish();
    return std::move(register_);
  }

 private:
  void read_field(const YamlNode& node) {
    MapReader row(node, context_);
    FieldDefinition field{.at = row.at(), .name = row.required_text("field").value_or("")};
    if (row.optional("type") != nullptr) field.type = row.word<FieldType>("type");
    if (field.type) field.title = row.title("title");
    field.required = row.flag("required");
    field.many = row.flag("many");
    field.fixed = row.flag("fixed");
    field.forward = row.flag("forward");
    field.limit_of = row.text("limit_of").value_or("");
    field.since = row.text("since").value_or("");
    field.lookup = row.flag("lookup");
    field.clauses = read_clauses(row, "clauses");
    if (field.type == FieldType::word) read_words(row, field);
    if (field.type == FieldType::entry) field.of = row.required_text("of").value_or("");
    row.finish();
    register_.fields.push_back(std::move(field));
  }

  // Its own, or those of an enum of the field: `of: care`.
  void read_words(MapReader& row, FieldDefinition& field) {
    const auto rows = row.rows("words");
    if (rows.empty()) {
      const YamlNode* of = row.required("of");
      if (of == nullptr) return;
      if (of->text == "care") field.words = words_of_enum<Care>();
      if (of->text == "scheme") field.words = words_of_enum<Scheme>();
      if (of->text == "identity") field.words = words_of_enum<Identity>();
      if (field.words.empty()) report_unknown_word(context_, *of, "care, scheme, identity");
      return;
    }
    for (const YamlNode* node : rows) {
      MapReader word(*node, context_);
      NamedWord named{.code = word.required_text("word").value_or("")};
      named.name = {word.required_text("zh").value_or(""), word.required_text("en").value_or("")};
      word.finish();
      if (field.word(named.code) != nullptr) {
        context_.problem(*node, "代码“" + named.code + "”重复：请删去其一", "word '" + named.code + "' stands twice");
      }
      field.words.push_back(std::move(named));
    }
  }

  void read_state(const YamlNode& node) {
    MapReader row(node, context_);
    EntryStage state{.name = row.required_text("state").value_or(""), .title = row.title("title")};
    state.final = row.flag("final");
    row.finish();
    register_.states.push_back(std::move(state));
  }

  void read_move(const YamlNode& node) {
    MapReader row(node, context_);
    EntryMove move{.at = row.at()};
    if (const auto day = row.text("at")) {
      move.day = *day;
    } else {
      move.act = row.required_text("do").value_or("");
      move.title = row.title("title");
      move.by = row.words<Role>("by");
    }
    for (const YamlNode* each : row.list("from")) move.from.push_back(each->text);
    move.to = row.required_text("to").value_or("");
    for (const YamlNode* each : row.list("needs")) move.needs.push_back(each->text);
    move.within = read_limit(row);
    if (move.within) move.overdue = row.title("overdue");
    move.clauses = read_clauses(row, "clauses");
    row.finish();
    register_.moves.push_back(std::move(move));
  }

  // "3 months", "20 working-days", "0 days".
  std::optional<TimeLimit> read_limit(MapReader& row) {
    const YamlNode* node = row.optional("within");
    const std::string since = row.text("since").value_or("");
    if (node == nullptr) return std::nullopt;
    const std::string& text = node->text;
    TimeLimit limit{.since = since};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit.count);
    const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
    const auto unit = rest.starts_with(' ') ? parse_word<LimitUnit>(rest.substr(1)) : std::nullopt;
    constexpr int most = 3660;
    if (error != std::errc() || !unit || limit.count < 0 || limit.count > most) {
      context_.problem(*node, "“" + written(*node) + "”不是时限：请写“20 working-days”“3 months”或“15 days”",
                       "'" + written(*node) + "' is no time limit: write '20 working-days', '3 months' or '15 days'");
      return std::nullopt;
    }
    limit.unit = *unit;
    return limit;
  }

  void read_check(const YamlNode& node) {
    MapReader row(node, context_);
    RegisterCheck check{.at = row.at(), .name = row.required_text("name").value_or("")};
    if (const auto kind = row.word<CheckKind>("check")) check.kind = *kind;
    check.region = register_.region;
    if (row.optional("otherwise") != nullptr)
      check.otherwise = row.word<Severity>("otherwise").value_or(Severity::warn);
    check.from = row.date("from").value_or(kEveryDay.from);
    check.until = row.date("until").value_or(Date::never());
    check.due = row.date("due");
    check.where = read_conditions(row, "where");
    check.states = texts(row, "states");
    check.fields = texts(row, "fields");
    check.by = texts(row, "by");
    check.words = texts(row, "words");
    if (const auto least = row.text("least")) check.least = read_least(*row.optional("least"), *least);
    check.within = read_limit(row);
    check.reg = row.text("in").value_or("");
    for (const YamlNode* each : row.rows("match")) read_match(*each, check);
    check.of_others = read_conditions(row, "of");
    check.other_states = texts(row, "other_states");
    check.each = texts(row, "each");
    if (!keeps_records_straight(check.kind)) row.demand("clauses");
    check.clauses = read_clauses(row, "clauses");
    check.text = row.title("text");
    row.finish();
    register_.checks.push_back(std::move(check));
  }

  void read_designating(const YamlNode& node) {
    MapReader row(node, context_);
    Designating designating{.at = row.at()};
    designating.cares = row.text("cares").value_or("");
    designating.care = row.words<Care>("care");
    if (row.optional("scheme") != nullptr) designating.scheme = row.word<Scheme>("scheme");
    designating.since = row.date("since").value_or(kEveryDay.from);
    designating.states = texts(row, "states");
    designating.provider = row.required_text("provider").value_or("");
    designating.from = row.required_text("from").value_or("");
    designating.until = row.required_text("until").value_or("");
    row.demand("clauses");
    designating.clauses = read_clauses(row, "clauses");
    row.finish();
    register_.designates = std::move(designating);
  }

  // What no document has to say: nothing is told twice, sums agree with the books.
  static bool keeps_records_straight(CheckKind kind) {
    return kind == CheckKind::unique || kind == CheckKind::within_bill;
  }

  int read_least(const YamlNode& node, const std::string& text) {
    int least = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), least);
    if (error == std::errc() && end == text.data() + text.size() && least > 0) return least;
    context_.problem(node, "“" + written(node) + "”不是个数：请写正整数",
                     "'" + written(node) + "' is no number of things: write a whole number from 1 on");
    return 1;
  }

  void read_match(const YamlNode& node, RegisterCheck& check) {
    MapReader row(node, context_);
    const auto ours = row.required_text("ours");
    const auto theirs = row.required_text("theirs");
    row.finish();
    if (ours && theirs) check.match.emplace(*theirs, *ours);
  }

  std::vector<FieldCondition> read_conditions(MapReader& map, std::string_view key) {
    std::vector<FieldCondition> list;
    for (const YamlNode* node : map.rows(key)) {
      MapReader row(*node, context_);
      FieldCondition condition{.field = row.required_text("field").value_or("")};
      row.demand("is");
      condition.words = texts(row, "is");
      row.finish();
      list.push_back(std::move(condition));
    }
    return list;
  }

  static std::vector<std::string> texts(MapReader& row, std::string_view key) {
    std::vector<std::string> list;
    for (const YamlNode* each : row.list(key)) list.push_back(each->text);
    return list;
  }

  const FileContext& context_;
  RegisterDefinition register_;
};

void read_days_off(MapReader& row, const FileContext& context, WorkCalendar& calendar) {
  const auto from = row.date("from");
  const auto until = row.date("until");
  if (!from || !until) return;
  constexpr int longest = 31;
  if (*until <= *from || until->days() - from->days() > longest) {
    context.problem(row.node(), "放假的首日（from）须早于其次日（until，不含），且不超过 31 天",
                    "a holiday ends (until, exclusive) after it begins, and within 31 days");
    return;
  }
  for (Date day = *from; day < *until; day = Date::from_days(day.days() + 1)) calendar.off.push_back(day);
}

}  // namespace

RegisterDefinition read_register(const YamlNode& root, const std::string& name, Region region,
                                 const FileContext& context) {
  return RegisterFileReader(context, name, region).read(root);
}

void read_work_calendar(const YamlNode& root, const FileContext& context, WorkCalendar& calendar) {
  MapReader map(root, context);
  for (const YamlNode* node : map.rows("years")) {
    MapReader year(*node, context);
    (void)year.required_text("year");
    (void)read_backing(year, Citing::free);
    for (const YamlNode* off : year.rows("off")) {
      MapReader row(*off, context);
      row.demand("from");
      row.demand("until");
      (void)row.title("title");
      read_days_off(row, context, calendar);
      row.finish();
    }
    for (const YamlNode* each : year.list("worked")) {
      if (const auto day = parse_date(each->text)) {
        calendar.worked.push_back(*day);
      } else {
        context.problem(*each, day.error().message.zh, day.error().message.en);
      }
    }
    year.finish();
  }
  map.finish();
  std::ranges::sort(calendar.off);
  std::ranges::sort(calendar.worked);
}

}  // namespace yidan::policy
