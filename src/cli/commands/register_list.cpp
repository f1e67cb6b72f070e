#include "cli/commands/register_list.h"

#include <array>
#include <fstream>
#include <utility>

#include "base/csv.h"
#include "base/temporary_folder.h"
#include "cli/commands/register_books.h"
#include "cli/output_file.h"
#include "cli/terminal.h"
#include "exchange/entry_text.h"
#include "registers/field_values.h"
#include "sheets/workbook.h"

namespace yidan::cli {
namespace {

using exchange::entry_columns;
using exchange::EntryAnswer;

// Text on its way to a file or standard output, in blocks.
class Outlet {
 public:
  explicit Outlet(const RegisterOptions& options) : file_(options.out.empty() ? "-" : options.out, options.force) {}

  bool open() { return file_.open(); }
  void add(std::string_view text) {
    text_ += text;
    constexpr std::size_t block = 1U << 16U;
    if (text_.size() >= block) flush();
  }
  Result<void> finish() {
    flush();
    if (good_ && file_.commit()) return {};
    return std::unexpected(cannot_write(file_));
  }
  [[nodiscard]] const OutputFile& file() const { return file_; }

 private:
  void flush() {
    good_ = good_ && file_.write(text_);
    text_.clear();
  }

  OutputFile file_;
  std::string text_;
  bool good_ = true;
};

class TextList final : public ListOutput {
 public:
  TextList(std::unique_ptr<Outlet> out, Language language) : out_(std::move(out)), language_(language) {}

  void take(const EntryAnswer& answer) override {
    out_->add(fitted_to(stdout, entry_line(answer, language_)));
    ++count_;
  }
  Result<void> finish() override {
    const std::string count = std::to_string(count_);
    out_->add(language_ == Language::zh ? "共 " + count + " 项\n" : count + " entries\n");
    return out_->finish();
  }

 private:
  std::unique_ptr<Outlet> out_;
  Language language_;
  std::size_t count_ = 0;
};

class JsonList final : public ListOutput {
 public:
  JsonList(std::unique_ptr<Outlet> out, const ListHead& head) : out_(std::move(out)), ungated_(head.ungated) {
    out_->add(R"({"format":"yidan.entries/1","register":")" + head.definition->name + R"(","on":")" + to_text(head.on) +
              R"(","entries":[)");
  }
  void take(const EntryAnswer& answer) override {
    out_->add((first_ ? "\n" : ",\n") + entry_json(answer));
    first_ = false;
  }
  Result<void> finish() override {
    out_->add(ungated_ ? "],\"ungated\":true}\n" : "]}\n");
    return out_->finish();
  }

 private:
  std::unique_ptr<Outlet> out_;
  bool ungated_;
  bool first_ = true;
};

class CsvList final : public ListOutput {
 public:
  CsvList(std::unique_ptr<Outlet> out, const ListHead& head, Language language)
      : out_(std::move(out)), language_(language) {
    // By which spreadsheets know UTF-8.
    row(entry_columns(*head.definition, language), "\xEF\xBB\xBF");
  }
  void take(const EntryAnswer& answer) override { row(entry_cells(answer, language_), ""); }
  Result<void> finish() override { return out_->finish(); }

 private:
  void row(const std::vector<std::string>& cells, std::string text) {
    csv::append_text_row(text, cells);
    out_->add(text);
  }

  std::unique_ptr<Outlet> out_;
  Language language_;
};

sheets::CellKind kind_of(const policy::FieldDefinition& field) {
  if (field.many) return sheets::CellKind::text;
  switch (field.type.value_or(FieldType::text)) {
    case FieldType::number:
      return sheets::CellKind::number;
    case FieldType::money:
      return sheets::CellKind::amount;
    case FieldType::day:
      return sheets::CellKind::day;
    default:
      return sheets::CellKind::text;
  }
}

// What follows the fields of an entry: its fields begin behind id, pool, state, since, due, days overdue.
std::vector<sheets::SheetColumn> sheet_columns(const policy::RegisterDefinition& definition, Language language) {
  using enum sheets::CellKind;
  constexpr std::array before{text, text, text, day, day, number};
  std::vector<sheets::SheetColumn> columns;
  for (const std::string& title : entry_columns(definition, language)) {
    const std::size_t i = columns.size();
    columns.push_back({title, i < before.size() ? before.at(i) : kind_of(definition.fields[i - before.size()])});
  }
  return columns;
}

class XlsxList final : public ListOutput {
 public:
  XlsxList(std::unique_ptr<Outlet> out, const ListHead& head, Language language)
      : out_(std::move(out)), definition_(*head.definition), language_(language), book_(path()) {
    const auto columns = sheet_columns(definition_, language);
    book_.begin_sheet(say("登记", "entries"), columns);
  }
  void take(const EntryAnswer& answer) override { book_.row(entry_cells(answer, language_)); }

  Result<void> finish() override {
    write_definition();
    if (auto done = book_.finish(); !done) return done;
    std::ifstream in(path(), std::ios::binary);
    std::array<char, 1U << 16U> block{};
    while (in.read(block.data(), block.size()) || in.gcount() > 0) {
      out_->add({block.data(), static_cast<std::size_t>(in.gcount())});
    }
    return out_->finish();
  }

 private:
  [[nodiscard]] std::string say(const char* zh, const char* en) const { return language_ == Language::zh ? zh : en; }
  [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "register.xlsx"; }

  // A second sheet says what the columns mean, and by which clause.
  void write_definition() {
    const std::vector<sheets::SheetColumn> columns{{say("字段", "field"), {}},     {say("名称", "title"), {}},
                                                   {say("类型", "type"), {}},      {say("必填", "required"), {}},
                                                   {say("可用代码", "words"), {}}, {say("条款", "clauses"), {}}};
    book_.begin_sheet(say("定义", "definition"), columns);
    for (const policy::FieldDefinition& each : definition_.fields) {
      std::string words;
      for (const policy::NamedWord& word : each.words) {
        words += (words.empty() ? "" : say("、", ", ")) + word.code + " " + word.name.in(language_);
      }
      std::string clauses;
      for (const std::string& clause : each.clauses) clauses += (clauses.empty() ? "" : " ") + clause;
      const Word& type = word(*each.type);
      const std::vector<std::string> cells{each.name,
                                           each.title.in(language_),
                                           std::string(language_ == Language::zh ? type.zh : type.en),
                                           each.required ? say("是", "yes") : say("否", "no"),
                                           words,
                                           clauses};
      book_.row(cells);
    }
  }

  TemporaryFolder folder_;
  std::unique_ptr<Outlet> out_;
  const policy::RegisterDefinition& definition_;
  Language language_;
  sheets::Workbook book_;
};

// A list over the pools asked for. A city may add fields: the columns are those of the first pool that has the list.
class Listing {
 public:
  Listing(const RegisterOptions& options, const AskedRegister& asked) : options_(options), asked_(asked) {}

  int run() {
    if (auto day = read_due_day(); !day) return wrong_use(day.error(), options_.language);
    for (const Region pool : asked_.pools) {
      const auto seen_by = operations::see_registers(caller_of(*asked_.books, options_), pool, asked_.known);
      if (!seen_by) return refuse(seen_by.error(), options_.language);
      operations::RegisterBook& book = **seen_by;
      const policy::RegisterDefinition* definition = book.definition(options_.reg);
      if (definition == nullptr) continue;  // a city's own register is not every city's
      if (auto listed = list(book, *definition); !listed) return wrong_use(listed.error(), options_.language);
    }
    if (output_ == nullptr) {
      return refuse(operations::no_such_register(asked_.books->desk->registers(), options_.reg), options_.language);
    }
    if (const auto done = output_->finish(); !done) return wrong_use(done.error(), options_.language);
    return any_overdue_ ? kSomeRejected : kAllSettled;
  }

 private:
  Result<void> read_due_day() {
    if (options_.due_before.empty()) return {};
    const auto day = parse_date(options_.due_before);
    if (!day) return std::unexpected(day.error());
    due_by_ = Date::from_days(day->days() - 1);
    return {};
  }

  Result<void> list(operations::RegisterBook& book, const policy::RegisterDefinition& definition) {
    const auto typed = fields_typed(options_.with, definition);
    auto with = typed ? registers::read_fields(definition, *typed) : std::unexpected(typed.error());
    if (!with) return std::unexpected(std::move(with.error()));
    if (!options_.state.empty() && definition.state(options_.state) == nullptr) return std::unexpected(no_such_state());
    if (auto opened = open_output(definition); !opened) return opened;
    const operations::RegisterBook::Wanted wanted{
        .state = options_.state, .due_by = due_by_, .overdue = options_.overdue, .with = std::move(*with)};
    return book.list(definition, wanted, asked_.on, [&](const registers::Seen& seen) {
      any_overdue_ |= seen.view.next && seen.view.next->due < asked_.on;
      output_->take({.pool = book.pool(), .definition = &*columns_, .seen = &seen, .on = asked_.on});
      return true;
    });
  }

  Result<void> open_output(const policy::RegisterDefinition& definition) {
    if (output_ != nullptr) return {};
    columns_ = definition;
    auto made =
        list_output(options_, {.definition = &*columns_, .on = asked_.on, .ungated = asked_.books->desk->is_ungated()});
    if (!made) return std::unexpected(std::move(made.error()));
    output_ = std::move(*made);
    return {};
  }

  [[nodiscard]] Error no_such_state() const {
    return {ErrorCode::invalid_value,
            {"没有状态“" + options_.state + "”：请看 yidan register kinds " + options_.reg,
             "there is no state '" + options_.state + "': see yidan register kinds " + options_.reg},
            {}};
  }

  const RegisterOptions& options_;
  const AskedRegister& asked_;
  std::optional<Date> due_by_;
  std::optional<policy::RegisterDefinition> columns_;
  std::unique_ptr<ListOutput> output_;
  bool any_overdue_ = false;
};

}  // namespace

Result<std::unique_ptr<ListOutput>> list_output(const RegisterOptions& options, const ListHead& head) {
  auto out = std::make_unique<Outlet>(options);
  if (!out->open()) return std::unexpected(cannot_write(out->file()));
  if (options.as == "json") return std::make_unique<JsonList>(std::move(out), head);
  if (options.as == "csv") return std::make_unique<CsvList>(std::move(out), head, options.language);
  if (options.as == "xlsx") return std::make_unique<XlsxList>(std::move(out), head, options.language);
  return std::make_unique<TextList>(std::move(out), options.language);
}

int register_list(const RegisterOptions& options) {
  const auto asked = open_register(options, store::Access::read_only);
  return asked ? Listing(options, *asked).run() : kWrongUse;
}

}  // namespace yidan::cli
