#include "policy/parse/parse_arrangements.h"

#include <algorithm>

#include "policy/parse/parse_authority.h"
#include "policy/period.h"

namespace yidan::policy {
namespace {

Arrangement read_arrangement(const YamlNode& node, const FileContext& context, Region region) {
  MapReader row(node, context);
  Arrangement arrangement{.at = row.at(), .region = region};
  arrangement.name = row.title("name");
  arrangement.payer = row.title("payer");
  arrangement.group = row.title("group");
  arrangement.period = read_period(row);
  if (const YamlNode* scheme = row.optional("scheme")) {
    arrangement.scheme = parse_scalar_word<ListedScheme>(context, *scheme);
  }
  arrangement.apart = row.flag("apart");
  arrangement.clauses = read_clauses(row, "clauses");
  if (arrangement.apart && arrangement.clauses.empty()) {
    context.problem(node, "三重制度之外单列的安排须有依据：请补 clauses",
                    "what stands apart from the three layers does so by a rule: add 'clauses'");
  }
  row.finish();
  return arrangement;
}

// One name is one arrangement on a day: an arrangement with two layers would be two rows.
void check_double(const Arrangement& arrangement, const Arrangements& others, const FileContext& context) {
  const auto other = std::ranges::find_if(others, [&arrangement](const Arrangement& each) {
    return each.region == arrangement.region && each.name.zh == arrangement.name.zh &&
           has_days(common_days(each.period, arrangement.period));
  });
  if (other == others.end()) return;
  const std::string place = to_text(other->at);
  context.problems.add(
      arrangement.at, "安排“" + arrangement.name.zh + "”同一日有两行（另一行在 " + place + "）：一项安排只归入一个层次",
      "arrangement '" + arrangement.name.en + "' has two rows for one day (the other at " + place +
          "): an arrangement belongs to one layer");
}

}  // namespace

void read_arrangements(const YamlNode& root, const FileContext& context, Region region, Arrangements& arrangements) {
  MapReader map(root, context);
  (void)map.title("title");
  map.demand("arrangements");
  for (const YamlNode* node : map.rows("arrangements")) {
    Arrangement arrangement = read_arrangement(*node, context, region);
    check_double(arrangement, arrangements, context);
    arrangements.push_back(std::move(arrangement));
  }
  map.finish();
}

}  // namespace yidan::policy
