#include "exchange/clause_gists.h"

#include <gtest/gtest.h>

namespace yidan::exchange {
namespace {

policy::ClauseRegister some_clauses() {
  policy::ClauseRegister clauses;
  clauses["YT-2.1.1-b"].gist = {"二三级起付800元", "the deductible of levels two and three is 800 yuan a year"};
  clauses["YT-2.1.2-d"].gist = {"退休高5个百分点", "retired persons get 5 points more"};
  clauses["YT-2.1.2-c"].gist = {"未引用", "not cited"};
  return clauses;
}

TEST(ClauseGists, StandOnceForEachClauseThatThePageNames) {
  EXPECT_EQ(describe_clauses("  8. 扣除 800.00 元  ‹employee-outpatient.deductible\n      YT-2.1.1-b YT-2.1.2-d›\n"
                             "  9. ‹YT-2.1.1-b›\n",
                             some_clauses(), Language::zh),
            "条款大意：\n     YT-2.1.1-b  二三级起付800元\n     YT-2.1.2-d  退休高5个百分点\n\n");
}

TEST(ClauseGists, AreWrappedBesideTheirCode) {
  auto clauses = some_clauses();
  clauses["YT-2.1.1-b"].gist.en = std::string(40, 'a') + " " + std::string(40, 'b');
  EXPECT_EQ(describe_clauses("‹YT-2.1.1-b›", clauses, Language::en), "what the clauses say:\n     YT-2.1.1-b  " +
                                                                         std::string(40, 'a') + "\n                 " +
                                                                         std::string(40, 'b') + "\n\n");
}

TEST(ClauseGists, AreNoneWhereNothingIsCited) {
  EXPECT_EQ(describe_clauses("YT-2.1.1-b"
                             "c, x"
                             "YT-2.1.2-d",
                             some_clauses(), Language::zh),
            "");
}

}  // namespace
}  // namespace yidan::exchange
