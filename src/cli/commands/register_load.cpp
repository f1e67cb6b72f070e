#include <algorithm>
#include <fstream>
#include <map>
#include <utility>

#include "base/csv.h"
#include "base/digest.h"
#include "cli/commands/register_books.h"
#include "cli/load.h"
#include "cli/output_file.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "policy/find_pool.h"
#include "registers/field_values.h"
#include "sheets/table.h"

namespace yidan::cli {
namespace {

using operations::RegisterBook;
using policy::RegisterDefinition;
using sheets::TableRow;

constexpr std::size_t kAtOnce = 2000;  // rows decided and written together

// What stands in the columns of a sheet: a field, the entry's id, its pool; nothing where it is unknown.
struct Heading {
  static constexpr std::size_t none = SIZE_MAX;
  std::size_t id = none;
  std::size_t pool = none;
  std::vector<std::pair<std::size_t, const policy::FieldDefinition*>> fields;
  std::vector<std::string> unknown;
};

bool is_one_of(const std::string& text, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, text) != names.end();
}

// A row that names at least the id and one field; titles and notes above it are passed over.
std::optional<Heading> heading_of(const TableRow& row, const RegisterDefinition& definition) {
  Heading heading;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    std::string title = row.cells[i];
    std::erase_if(title, [](char each) { return each == '*' || each == '\n' || each == '\r' || each == ' '; });
    if (is_one_of(title, {"编号", "登记编号", "entry", "id"})) {
      heading.id = i;
    } else if (is_one_of(title, {"统筹区", "pool"})) {
      heading.pool = i;
    } else {
      const auto field = std::ranges::find_if(definition.fields, [&](const policy::FieldDefinition& each) {
        return each.name == title || each.title.zh == title || each.title.en == row.cells[i];
      });
      if (field != definition.fields.end()) {
        heading.fields.emplace_back(i, &*field);
      } else if (!title.empty()) {
        heading.unknown.push_back(row.cells[i]);
      }
    }
  }
  if (heading.id == Heading::none || heading.fields.empty()) return std::nullopt;
  return heading;
}

std::string digest_of_file(const std::string& name) {
  std::ifstream in(name, std::ios::binary);
  Digest digest;
  std::string block(1U << 16U, '\0');
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    digest.add({block.data(), static_cast<std::size_t>(in.gcount())});
  }
  return digest.hex();
}

class RegisterLoad {
 public:
  RegisterLoad(const RegisterOptions& options, AskedRegister& asked, const RegisterDefinition& definition,
               std::optional<Role> by)
      : options_(options),
        asked_(asked),
        definition_(definition),
        by_(by),
        batch_(options.batch.empty() ? digest_of_file(options.file).substr(0, 16) : options.batch),
        refused_(options.refused.empty() ? "-" : options.refused, options.force),
        progress_(is_terminal(stderr), Unit::rows, options.language) {}

  int run() {
    auto table = sheets::open_table(options_.file);
    if (!table) return wrong_use(table.error(), options_.language);
    if (!options_.refused.empty() && !refused_.open()) return wrong_use(cannot_write(refused_), options_.language);
    while (true) {
      auto row = (*table)->next();
      if (!row) {
        progress_.clear();
        return wrong_use(row.error(), options_.language);
      }
      if (!*row) break;
      if (!(*row)->is_empty()) take(std::move(**row));
      if (rows_.size() >= kAtOnce && !flush()) return failed_;
    }
    if (!flush()) return failed_;
    progress_.clear();
    if (!heading_) return complain_of_heading();
    return summarise();
  }

 private:
  void take(TableRow row) {
    if (!heading_) {
      heading_ = heading_of(row, definition_);
      if (heading_) head_cells_ = std::move(row.cells);
      return;
    }
    auto request = request_of(row);
    ++all_;
    if (!request) return refuse_row(row, request.error());
    rows_.push_back(std::move(*request));
    kept_.push_back(std::move(row));
  }

  [[nodiscard]] static std::string cell(const TableRow& row, std::size_t column) {
    return column < row.cells.size() ? row.cells[column] : std::string();
  }

  Result<exchange::RegisterRequest> request_of(const TableRow& row) const {
    exchange::RegisterRequest request{.reg = definition_.name, .entry = cell(row, heading_->id)};
    if (request.entry.empty()) {
      return std::unexpected(Error{ErrorCode::missing, {"缺少编号：请补上", "the id is missing: add it"}, "entry"});
    }
    auto pool = pool_of(cell(row, heading_->pool));
    if (!pool) return std::unexpected(std::move(pool.error()));
    request.pool = *pool;
    request.told = {.act = RegisterAct::open, .move = options_.move, .on = asked_.on, .by = by_, .fields = {}};
    for (const auto& [column, field] : heading_->fields) {
      auto values = registers::values_in_cell(cell(row, column), field->many);
      if (!values.empty()) request.fields.emplace_back(field->name, std::move(values));
    }
    request.content = content_of(request);
    request.key = batch_ + "/" + to_text(request.pool) + "/" + definition_.name + "/" + request.entry;
    return request;
  }

  Result<Region> pool_of(const std::string& written) const {
    if (!options_.pool.empty()) return asked_.pools.front();
    const auto found = policy::find_pool(asked_.books->policy, written);
    if (!found) return std::unexpected(found.error());
    return (*found)->region;
  }

  bool flush() {
    if (rows_.empty()) return true;
    const auto loaded = operations::load(caller_of(*asked_.books, options_), rows_);
    if (!loaded) {
      progress_.clear();
      failed_ = refuse(loaded.error(), options_.language);
      return false;
    }
    done_ += loaded->done;
    again_ += loaded->again;
    for (const operations::RefusedRow& each : loaded->refused) refuse_row(kept_[each.row], each.error);
    rows_.clear();
    kept_.clear();
    (void)progress_.go_on()(static_cast<std::int64_t>(all_));
    return true;
  }

  // The row as it was written, with its line and why.
  void refuse_row(const TableRow& row, const Error& error) {
    ++refused_count_;
    std::string text;
    if (options_.refused.empty()) {
      progress_.clear();
      text = options_.file + ":" + std::to_string(row.line) + ": " + error.message.in(options_.language);
      complain({text, text}, options_.language);
      return;
    }
    if (refused_count_ == 1) append_refused("line", "reason", head_cells_, text);
    append_refused(std::to_string(row.line), error.message.in(options_.language), row.cells, text);
    (void)refused_.write(text);
  }

  static void append_refused(const std::string& line, const std::string& why, const std::vector<std::string>& cells,
                             std::string& text) {
    std::vector<std::string> refused{line, why};
    refused.insert(refused.end(), cells.begin(), cells.end());
    csv::append_text_row(text, refused);
  }

  [[nodiscard]] int complain_of_heading() const {
    std::string names;
    for (const policy::FieldDefinition& each : definition_.fields) {
      names += (names.empty() ? "" : "、") + each.title.zh;
    }
    std::string english;
    for (const policy::FieldDefinition& each : definition_.fields) english += (english.empty() ? "" : ", ") + each.name;
    complain({"表中没有表头行：须有“编号”列和至少一个字段列（" + names + "）",
              "the sheet has no heading: a column 'entry' and at least one field are wanted (" + english + ")"},
             options_.language);
    return kWrongUse;
  }

  int summarise() {
    for (const std::string& each : heading_->unknown) {
      complain(
          {"列“" + each + "”不是登记册的字段，未读取", "column '" + each + "' is no field of the register: not read"},
          options_.language);
    }
    if (!options_.refused.empty() && !refused_.commit()) return wrong_use(cannot_write(refused_), options_.language);
    const std::string all = std::to_string(all_);
    const std::string done = std::to_string(done_);
    const std::string again = std::to_string(again_);
    const std::string refused = std::to_string(refused_count_);
    const Text text{"批次 " + batch_ + "：" + all + " 行，登记 " + done + "，先前已登记 " + again + "，被拒 " + refused,
                    "batch " + batch_ + ": " + all + " rows, " + done + " opened, " + again + " known before, " +
                        refused + " refused"};
    std::fputs((text.in(options_.language) + "\n").c_str(), stdout);
    return refused_count_ > 0 ? kSomeRejected : kAllSettled;
  }

  const RegisterOptions& options_;
  AskedRegister& asked_;
  const RegisterDefinition& definition_;
  std::optional<Role> by_;
  std::string batch_;
  OutputFile refused_;
  Progress progress_;
  std::optional<Heading> heading_;
  std::vector<std::string> head_cells_;
  std::vector<exchange::RegisterRequest> rows_;
  std::vector<TableRow> kept_;  // as they were written, for refusals
  std::size_t all_ = 0;
  std::size_t done_ = 0;
  std::size_t again_ = 0;
  std::size_t refused_count_ = 0;
  int failed_ = kSomeRejected;
};

}  // namespace

int register_load(const RegisterOptions& options) {
  auto asked = open_register(options, store::Access::read_write);
  if (!asked) return kWrongUse;
  RegisterBook book(*asked->books->desk, asked->pools.front());
  const RegisterDefinition* definition = register_asked(book, *asked, options);
  if (definition == nullptr) return kWrongUse;
  const auto by = role_typed(options.by);
  if (!by) return wrong_use(by.error(), options.language);
  return RegisterLoad(options, *asked, *definition, *by).run();
}

}  // namespace yidan::cli
