// Dated rows in, a table out: expands shares of indicators, finds gaps and overlaps, numbers the rules.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "policy/compile/inherit.h"
#include "policy/policy.h"

namespace yidan::policy {

// The keys and days for which a table must have a value: what its benefit is for.
struct Domain {
  DimensionSets keys;
  std::vector<Period> days;
  Text why{};  // where it needs saying
};

class TableBuilder {
 public:
  TableBuilder(const Effective& effective, Pool& pool, Problems& problems)
      : effective_(effective), pool_(pool), problems_(problems) {}

  // The table of a parameter; empty when the pool has none of this id or it could not be read, which was reported.
  // With a domain, gaps in it are problems.
  Table build(std::string_view id, const Domain* domain = nullptr);

  // The same for a file with brackets: cells hold indices into `schedules`.
  Table build_schedules(std::string_view id, const Domain& domain, std::vector<Schedule>& schedules);

  // The same for a file with brackets of ages, which begin at 0 wherever there are any; the indices are into `bands`.
  Table build_bands(std::string_view id, std::vector<Bands>& bands);

  // Numbers the rules of a file that is looked up by nothing: names, of which several may hold at once.
  void list(std::string_view id);

  // Numbers a rule that stands outside tables: a benefit's or a pack's validity, a condition.
  RuleId add_rule(const Authority& authority, std::string id, const Text& title, const std::string& folder);

 private:
  // A row on the days on which its value is one number.
  struct Piece {
    const Row* row;
    Period period;
    Cell cell;
    bool temporary = false;  // takes the place of what holds otherwise
  };
  using Pieces = std::vector<Piece>;

  // Nothing when the parameter or an indicator to which it refers could not be read.
  std::optional<Pieces> pieces_of(std::string_view id, const Parameter*& parameter);
  // The pieces of one file; false when an indicator to which it refers could not be read.
  bool add_pieces(const Parameter& parameter, Pieces& pieces);
  void give_way(const Parameter& uniform, Pieces& pieces);
  bool expand_share(const Parameter& parameter, const Row& row, Pieces& pieces);
  const Parameter* indicator_of(const Parameter& parameter, const IndicatorShare& share);
  void report_unknown_indicator(const IndicatorShare& share);
  RuleId rule_of(const Parameter& parameter, const Row& row, Period period, const Row* indicator, const Cell& cell);
  template <class MakeCell>
  Table fill(const Parameter& parameter, const Pieces& pieces, const Domain* domain, MakeCell make_cell);
  // The same for brackets: equal runs of pieces share an index into `runs`.
  template <class Run, class MakePart>
  Table fill_runs(const Parameter& parameter, const Pieces& pieces, const Domain* domain, std::vector<Run>& runs,
                  MakePart make_part);
  void report_overlap(const Parameter& parameter, const Key& key, Date day, const Row& row, const Row& other);
  static Text gap_advice(const Parameter& parameter, const Key& key, Date day, const Pieces& holding);
  void report_gap(const Parameter& parameter, const Key& key, Date day, const Pieces& holding, const Domain* domain);

  const Effective& effective_;
  Pool& pool_;
  Problems& problems_;
};

// What the ids of indicators begin with.
inline constexpr std::string_view kIndicatorFolder = "indicators.";

// The share of a figure, or of the mean of several, exact until it is rounded once; nothing when it does not fit.
[[nodiscard]] std::optional<Money> share_of(const Value& figure, Rate share);

// A key in words: "level=2 status=retired"; "every key" for a table without dimensions.
[[nodiscard]] std::string describe(const std::vector<Dimension>& by, const Key& key, Language language = Language::en);

}  // namespace yidan::policy
