#include "policy/compile/check_citations.h"

#include <algorithm>

#include "policy/period.h"

namespace yidan::policy {
namespace {

std::string end_of(Date until, Language language) {
  if (until == Date::never()) return language == Language::zh ? "没有终止日" : "without an end";
  const std::string last = to_text(Date::from_days(until.days() - 1));
  return language == Language::zh ? "至 " + last : "to " + last;
}

// What of the row its clause does not have, in words; empty when the clause holds on the row.
class Differences {
 public:
  void days(const Period& row, const Clause& clause) {
    const std::size_t before = text_.zh.size();
    if (clause.from && row.from < *clause.from) {
      add("此行自 " + to_text(row.from) + " 起，条款自 " + to_text(*clause.from) + " 起",
          "the row holds from " + to_text(row.from) + ", the clause from " + to_text(*clause.from));
    }
    if (clause.until < row.to) {
      add("此行" + end_of(row.to, Language::zh) + "，条款" + end_of(clause.until, Language::zh),
          "the row holds " + end_of(row.to, Language::en) + ", the clause " + end_of(clause.until, Language::en));
    }
    of_days_ = of_days_ || text_.zh.size() != before;
  }
  void region(Region row, const Clause& clause) {
    if (!row.known() || !clause.region.known() || clause.region.covers(row)) return;
    add("此行属 " + to_text(row) + "，条款属 " + to_text(clause.region),
        "the row is of region " + to_text(row) + ", the clause of " + to_text(clause.region));
  }
  void status(PolicyStatus row, const Clause& clause) {
    if (row == PolicyStatus::draft || clause.status != PolicyStatus::draft) return;
    add("此行为现行规定，条款属征求意见稿", "the row is in force, the clause is a draft's");
  }
  [[nodiscard]] bool empty() const { return text_.zh.empty(); }
  [[nodiscard]] const Text& text() const { return text_; }
  [[nodiscard]] bool are_of_days() const { return of_days_; }

 private:
  void add(const std::string& zh, const std::string& en) {
    text_.zh += (empty() ? "" : "；") + zh;
    text_.en += (text_.en.empty() ? "" : "; ") + en;
  }
  Text text_;
  bool of_days_ = false;
};

class CitationCheck {
 public:
  CitationCheck(const Packs& packs, Problems& problems) : packs_(packs), problems_(problems) {}

  void run() {
    for (const auto& [name, group] : packs_.groups) check_group(group);
    for (const Pack& pack : packs_.packs) check_pack(pack);
    for (const Bound& bound : packs_.bounds.rows) check_bound(bound);
    for (const Competence& each : packs_.competences) {
      const Authority authority{.at = each.at, .period = each.period, .clauses = each.clauses, .status = each.status};
      check({each.region, each.status, authority, "", {each.period}});
    }
  }

 private:
  // One row with the days on which it holds; without days only region and status are compared.
  struct Cited {
    Region region;
    PolicyStatus status;  // where the row does not say its own
    const Authority& authority;
    std::string key;  // "cause=public-health"
    std::vector<Period> days;
    bool has_basis = true;
  };

  void check_pack(const Pack& pack) {
    for (const Authority& row : pack.in_force) check({pack.region, pack.status, row, "in_force", {row.period}});
    for (const auto& [id, parameter] : pack.parameters) {
      for (const Row& row : parameter.rows) {
        check({pack.region,
               pack.status,
               row.authority,
               row.key_text,
               {row.standard_year ? year_of(*row.standard_year) : row.authority.period}});
      }
    }
    for (const auto& [id, header] : pack.benefits) check_benefit(pack, header);
  }

  // A condition without days holds as long as its benefit.
  void check_benefit(const Pack& pack, const BenefitHeader& header) {
    std::vector<Period> days;
    for (const Authority& row : header.in_force) {
      check({pack.region, pack.status, row, "in_force", {row.period}});
      days.push_back(row.period);
    }
    for (const Condition& condition : header.conditions) {
      std::vector<Period> held;
      held.reserve(days.size());
      for (const Period& each : days) held.push_back(common_days(each, condition.authority.period));
      check({pack.region, pack.status, condition.authority, "condition", held});
    }
  }

  void check_group(const Group& group) {
    const auto pack = std::ranges::find(packs_.packs, group.folder, &Pack::folder);
    if (pack == packs_.packs.end()) return;
    const Authority authority{.at = group.at, .period = kNoDays, .clauses = group.clauses};
    check({pack->region, pack->status, authority, group.name, {}, false});
  }

  // In the regions for which it is written; one of a standard year by that year.
  void check_bound(const Bound& bound) {
    const Authority authority{
        .at = bound.at, .period = bound.period, .clauses = bound.clauses, .basis = bound.basis, .status = bound.status};
    const Period days = bound.standard_year ? year_of(*bound.standard_year) : bound.period;
    check({bound.region, bound.status, authority, bound.id, {days}});
  }

  void check(const Cited& row) {
    const Basis basis = row.authority.basis;
    bool differs = row.authority.clauses.empty();
    for (const std::string& id : row.authority.clauses) {
      const auto clause = packs_.clauses.find(id);
      if (clause == packs_.clauses.end()) {
        differs = true;  // was reported
        continue;
      }
      Differences found;
      if (basis == Basis::cited || basis == Basis::analogy) {
        for (const Period& days : row.days) {
          if (has_days(days)) found.days(days, clause->second);
        }
      }
      found.region(row.region, clause->second);
      found.status(row.authority.status.value_or(row.status), clause->second);
      differs |= !found.empty();
      if (basis != Basis::analogy && !found.empty()) report(row, id, found);
    }
    if (basis == Basis::analogy && !differs) report_needless(row);
  }

  static Text named(const Cited& row) {
    return row.key.empty() ? Text{} : Text{"（“" + row.key + "”）", " (" + row.key + ")"};
  }

  void report(const Cited& row, const std::string& clause, const Differences& found) {
    Text advice{"请", ""};
    if (found.are_of_days()) {
      advice.zh += "按条款的日期拆分此行，";
      advice.en += "split the row by the days of the clause, ";
    }
    if (row.has_basis) {
      advice.zh += "改写 basis: analogy（类推适用），";
      advice.en += "write 'basis: analogy', ";
    }
    advice.zh += row.has_basis ? "或删去此引用" : "删去此引用，或把此人群写入该地区的政策包";
    advice.en += advice.en.empty() ? "drop the citation, or write this group in the pack of that region"
                                   : "or drop the citation";
    problems_.add(
        row.authority.at,
        "此行" + named(row).zh + "引用条款“" + clause + "”，条款却不适用于此行：" + found.text().zh + "：" + advice.zh,
        "this row" + named(row).en + " cites '" + clause + "', which does not hold on it: " + found.text().en + ": " +
            advice.en);
  }

  void report_needless(const Cited& row) {
    problems_.add(row.authority.at,
                  "此行" + named(row).zh +
                      "的依据为 analogy（类推适用），所引条款却都适用于此行：请写 basis: cited，"
                      "或引用所类推的条款",
                  "the basis of this row" + named(row).en +
                      " is 'analogy', yet each of its clauses holds on it: write "
                      "'basis: cited', or cite the clause that is followed");
  }

  const Packs& packs_;
  Problems& problems_;
};

}  // namespace

void check_citations(const Packs& packs, Problems& problems) { CitationCheck(packs, problems).run(); }

}  // namespace yidan::policy
