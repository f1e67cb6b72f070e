#include "policy/register.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "policy/encoding.h"

namespace yidan::policy {
namespace {

enum Column : std::size_t {
  kId,
  kDocument,
  kSection,
  kCapability,
  kRegion,
  kStatus,
  kFrom,
  kThrough,
  kTestable,
  kGistZh,
  kGistEn,
  kColumns
};
constexpr std::string_view kHead =
    "id\tdocument\tsection\tcapability\tregion\tstatus\tfrom\tthrough\ttestable\tgist_zh\tgist_en";
// Without region and status: as the register was before citations were compared with it.
constexpr std::string_view kEarlierHead =
    "id\tdocument\tsection\tcapability\tfrom\tthrough\ttestable\tgist_zh\tgist_en";
constexpr std::string_view kMark = "\xEF\xBB\xBF";

std::string_view next_line(std::string_view& rest) {
  std::string_view line = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

class RegisterReader {
 public:
  RegisterReader(std::string_view text, const std::string& name, Problems& problems)
      : rest_(text), name_(name), problems_(problems) {}

  ClauseRegister read(Judging judging) {
    if (rest_.starts_with(kMark)) rest_.remove_prefix(kMark.size());
    const std::string_view head = next_line(rest_);
    earlier_ = judging == Judging::kept && head == kEarlierHead;
    if (!earlier_ && head != kHead) {
      problems_.add({name_, 1, 1}, "登记册首行应为以制表符分隔的栏名：" + spoken(kHead),
                    "the first line of the register has the names of its columns, separated by tabs: " + spoken(kHead));
      return {};
    }
    for (line_ = 2; !rest_.empty(); ++line_) read_row(next_line(rest_));
    return std::move(clauses_);
  }

 private:
  static std::string spoken(std::string_view head) {
    std::string names(head);
    std::ranges::replace(names, '\t', ' ');
    return names;
  }

  bool split(std::string_view row) {
    row_ = row;
    for (std::size_t i = 0; i < kColumns; ++i) {
      column_[i] = {};
      if (earlier_ && (i == kRegion || i == kStatus)) continue;
      const std::size_t tab = row.find('\t');
      column_[i] = row.substr(0, tab);
      if ((tab == std::string_view::npos) != (i + 1 == kColumns)) return false;
      row.remove_prefix(tab == std::string_view::npos ? row.size() : tab + 1);
    }
    return !column_[kId].empty();
  }

  void complain(std::size_t column, const std::string& zh, const std::string& en) {
    const std::string_view before = row_.substr(0, static_cast<std::size_t>(column_[column].data() - row_.data()));
    problems_.add({name_, line_, static_cast<int>(count_characters(before)) + 1}, zh, en);
  }

  std::optional<Date> date(std::size_t column) {
    if (column_[column].empty()) return std::nullopt;
    const auto day = parse_date(column_[column]);
    if (!day) complain(column, day.error().message.zh, day.error().message.en);
    return day ? std::optional(*day) : std::nullopt;
  }

  void read_place_and_status(Clause& clause) {
    const std::string_view region = column_[kRegion];
    const bool digits = region.size() == 6 && region.find_first_not_of("0123456789") == std::string_view::npos;
    if (digits) {
      clause.region = Region(std::stoi(std::string(region)));
    } else {
      complain(kRegion, "地区代码应为六位数字：如 370600",
               "a region is a code of six digits: write for example 370600");
    }
    if (const auto status = parse_word<PolicyStatus>(column_[kStatus])) {
      clause.status = *status;
    } else {
      complain(kStatus, "条款状态只能是：" + codes_of<PolicyStatus>(),
               "the status of a clause is one of: " + codes_of<PolicyStatus>());
    }
  }

  void read_row(std::string_view row) {
    if (!split(row)) {
      problems_.add({name_, line_, 1}, "登记册的行应有十一个以制表符分隔的栏：请改正此行",
                    "a row of the register has eleven tab-separated columns: correct this one");
      return;
    }
    Clause clause;
    clause.document = column_[kDocument];
    clause.section = column_[kSection];
    clause.capability = column_[kCapability];
    clause.testable = column_[kTestable] == "yes";
    clause.gist = {std::string(column_[kGistZh]), std::string(column_[kGistEn])};
    if (!earlier_) read_place_and_status(clause);
    clause.from = date(kFrom);
    if (const auto through = date(kThrough)) clause.until = Date::from_days(through->days() + 1);
    if (clause.from && clause.until <= *clause.from) {
      complain(kThrough, "条款的末日（through）早于其首日（from）：请改正其一",
               "the clause ends ('through') before it begins ('from'): correct one of them");
    }
    const std::string id(column_[kId]);
    if (!clauses_.emplace(id, std::move(clause)).second) {
      problems_.add({name_, line_, 1}, "条款编号“" + id + "”重复：只保留一行",
                    "clause id '" + id + "' stands twice: keep one row of it");
    }
  }

  std::string_view rest_;
  const std::string& name_;
  Problems& problems_;
  ClauseRegister clauses_;
  std::string_view row_;
  std::array<std::string_view, kColumns> column_;
  int line_ = 1;
  bool earlier_ = false;
};

}  // namespace

const Document* find_document(const Documents& documents, std::string_view id) {
  const auto found = std::ranges::find(documents, id, &Document::id);
  return found == documents.end() ? nullptr : &*found;
}

ClauseRegister read_register(std::optional<std::string_view> text, const std::string& name, Problems& problems,
                             Judging judging) {
  if (!text) {
    problems.add({name, 0, 0}, "找不到条款登记册：引用无从核对，请补上此文件",
                 "the register of clauses is missing: citations cannot be checked, add this file");
    return {};
  }
  if (!is_all_utf8(*text, name, problems)) return {};
  const Watch watch(problems);
  ClauseRegister clauses = RegisterReader(*text, name, problems).read(judging);
  if (clauses.empty() && !watch.found()) {
    problems.add({name, 0, 0}, "登记册没有可读的条款：引用无从核对，请补上",
                 "the register has no clause that can be read: citations cannot be checked, add them");
  }
  return clauses;
}

}  // namespace yidan::policy
