#include "national/statement.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include "national/statement_fields.h"

namespace yidan::national {
namespace {

using exchange::JudgedDifference;
using reconciliation::Difference;
using reconciliation::Entry;

constexpr char kTab = '\t';
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  while (true) {
    const std::size_t tab = line.find(kTab);
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

// The lines of a file, one after the other; line ends of either kind.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {
    if (rest_.starts_with(kByteOrderMark)) rest_.remove_prefix(kByteOrderMark.size());
  }

  // False at the end. Empty lines are passed over.
  bool next() {
    while (!rest_.empty()) {
      const std::size_t end = rest_.find('\n');
      line_ = rest_.substr(0, end);
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
      ++number_;
      if (line_.ends_with('\r')) line_.remove_suffix(1);
      if (!line_.empty()) return true;
    }
    return false;
  }
  [[nodiscard]] std::string_view line() const { return line_; }
  [[nodiscard]] std::size_t number() const { return number_; }

 private:
  std::string_view rest_;
  std::string_view line_;
  std::size_t number_ = 0;
};

class StatementFile {
 public:
  Result<std::vector<Entry>> read(std::string_view text) {
    Lines lines(text);
    while (lines.next()) {
      const auto cells = cells_of(lines.line());
      if (is_heading(cells)) continue;
      read_line(cells, lines.number());
    }
    if (faults_.empty()) check_repeated();
    if (faults_.empty()) return std::move(entries_);
    Error first = faults_.front();
    if (lines_with_faults_ > 1) {
      const std::string count = std::to_string(lines_with_faults_);
      first.message.zh += "（共 " + count + " 行有误）";
      first.message.en += " (" + count + " lines are wrong)";
    }
    return std::unexpected(std::move(first));
  }

 private:
  static std::string place_of(std::size_t line) { return "file[" + std::to_string(line) + "]"; }

  [[nodiscard]] bool is_heading(const std::vector<std::string_view>& cells) const {
    return entries_.empty() && faults_.empty() && cells.front() == kStatementFile.front().name;
  }

  // In front of what is wrong: in which line.
  void fail(Error error, std::size_t line) {
    const std::string number = std::to_string(line);
    error.message.zh = "对账文件第 " + number + " 行：" + error.message.zh;
    error.message.en = "line " + number + " of the file: " + error.message.en;
    faults_.push_back(std::move(error));
  }

  void read_line(const std::vector<std::string_view>& cells, std::size_t line) {
    const std::size_t before = faults_.size();
    if (cells.size() != kStatementFile.size()) {
      const std::string columns = std::to_string(kStatementFile.size());
      const std::string found = std::to_string(cells.size());
      fail({ErrorCode::invalid_value,
            {"应有 " + columns + " 列，以制表符分隔，现有 " + found + " 列",
             "it has " + found + " columns, not " + columns + " apart by tabs"},
            place_of(line)},
           line);
    } else {
      read_cells(cells, line);
    }
    if (faults_.size() > before) ++lines_with_faults_;
  }

  // The cells as an object, so that the table of fields checks them as it checks a message.
  void read_cells(const std::vector<std::string_view>& cells, std::size_t line) {
    std::array<json::Member, kStatementFile.size()> members;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      members[i].key = kStatementFile[i].name;
      members[i].value.kind = json::Kind::string;
      members[i].value.text = cells[i];
    }
    json::Value object;
    object.kind = json::Kind::object;
    object.fields = members.data();
    object.size = members.size();
    std::vector<Error> found;
    check_fields(object, kStatementFile, place_of(line), found);
    for (Error& each : found) fail(std::move(each), line);
    if (found.empty()) take(Reader(object), line);
  }

  void take(const Reader& cells, std::size_t line) {
    Entry entry{.settlement = std::string(cells.text("setl_id")),
                .visit = std::string(cells.text("mdtrt_id")),
                .person = std::string(cells.text("psn_no")),
                .state = cells.flag("refd_setl_flag") ? EntryState::taken_back : EntryState::settled};
    entry.columns.set(StatementColumn::total, cells.money("medfee_sumamt"));
    entry.columns.set(StatementColumn::funds, cells.money("fund_pay_sumamt"));
    entry.columns.set(StatementColumn::account, cells.money("acct_pay"));
    entries_.push_back(std::move(entry));
    numbers_.push_back(line);
  }

  void check_repeated() {
    const auto again = reconciliation::repeated(entries_);
    if (!again) return;
    ++lines_with_faults_;
    const std::string& settlement = entries_[*again].settlement;
    fail({ErrorCode::duplicate_id,
          {"结算 " + settlement + " 重复", "the settlement " + settlement + " stands in it twice"},
          place_of(numbers_[*again]) + ".setl_id"},
         numbers_[*again]);
  }

  std::vector<Entry> entries_;
  std::vector<std::size_t> numbers_;  // of their lines
  std::vector<Error> faults_;
  std::size_t lines_with_faults_ = 0;
};

std::string_view result_code(DifferenceCause cause) {
  switch (cause) {
    case DifferenceCause::missing_there:
      return "1";
    case DifferenceCause::missing_here:
      return "2";
    case DifferenceCause::amount:
    case DifferenceCause::state:
      break;
  }
  return "3";
}

// What is said of a settlement in a line of the result.
struct ResultLine {
  const std::string& person;
  const std::string& visit;
  const std::string& settlement;
  const std::string& message;
  std::string_view result;
  EntryState state = EntryState::settled;
  std::string memo;
  const reconciliation::Columns* amounts = nullptr;  // the insurer's; null: it has none
};

void append_line(std::string& text, const ResultLine& line) {
  const auto amount = [&line](StatementColumn column) {
    return line.amounts == nullptr ? std::string() : to_text(line.amounts->of(column));
  };
  const std::string cells[] = {line.person,
                               line.visit,
                               line.settlement,
                               line.message,
                               std::string(line.result),
                               line.state == EntryState::settled ? "0" : "1",
                               line.memo,
                               amount(StatementColumn::total),
                               amount(StatementColumn::funds),
                               amount(StatementColumn::account)};
  static_assert(std::size(cells) == kResultFile.size());
  for (std::size_t i = 0; i < std::size(cells); ++i) text += (i == 0 ? "" : "\t") + cells[i];
  text += '\n';
}

std::string memo_of(const JudgedDifference& each) {
  const Difference& difference = each.difference;
  std::string memo(word(difference.cause).zh);
  for (const reconciliation::Mismatch& column : difference.columns) {
    memo += "；" + std::string(word(column.column).zh) + " 中心 " + to_text(column.ours) + "，机构 " +
            to_text(column.theirs);
  }
  return memo + "；" + (each.resolved ? "已说明：" + each.resolved->reason : exchange::todo_of(difference).zh);
}

// Cells are apart by tabs, lines by line ends.
std::string in_one_cell(std::string text) {
  std::ranges::replace_if(text, [](char each) { return each == kTab || each == '\n' || each == '\r'; }, ' ');
  return text;
}

}  // namespace

Result<Region> settling_pool(const Turn& turn, const Reader& asked) {
  const std::string code(asked.text("setl_optins"));
  if (const policy::Pool* pool = pool_of_division(turn.policy, code)) return pool->region;
  std::string pools;
  for (const policy::Pool& each : turn.policy.pools) {
    pools += (pools.empty() ? "" : "、") + to_text(each.region) + " " + each.name.zh;
  }
  return std::unexpected(Error{ErrorCode::invalid_value,
                               {"结算经办机构（setl_optins）" + code + " 不是统筹区（有：" + pools + "）",
                                "setl_optins " + code + " is no pool (there are: " + pools + ")"},
                               "$.input.data.setl_optins"});
}

Error days_in_wrong_order() {
  return {ErrorCode::invalid_value,
          {"对账结束日期早于开始日期", "the last day lies before the first"},
          "$.input.data.stmt_enddate"};
}

Result<std::vector<Entry>> read_statement_file(std::string_view text) { return StatementFile().read(text); }

std::string result_file(const operations::Compared& compared) {
  std::string text;
  std::set<std::string_view> differing;
  for (const JudgedDifference& each : compared.report.differences) {
    const Difference& difference = each.difference;
    const auto& last = difference.ours ? difference.ours : difference.theirs;
    differing.insert(difference.settlement);
    append_line(text, {.person = difference.person,
                       .visit = difference.visit,
                       .settlement = difference.settlement,
                       .message = difference.message,
                       .result = result_code(difference.cause),
                       .state = last->state,
                       .memo = in_one_cell(memo_of(each)),
                       .amounts = difference.ours ? &difference.ours->columns : nullptr});
  }
  for (const Entry& each : compared.ours) {
    if (each.state == EntryState::reversed || differing.contains(each.settlement)) continue;
    append_line(text, {.person = each.person,
                       .visit = each.visit,
                       .settlement = each.number.empty() ? each.settlement : each.number,
                       .message = each.message,
                       .result = "0",
                       .state = each.state,
                       .memo = {},
                       .amounts = &each.columns});
  }
  return text;
}

}  // namespace yidan::national
