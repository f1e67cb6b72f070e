// Statements of institutions held against the books: what is kept of them, what goes by itself, what is resolved.
#include "operations/reconciliation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "operations/settled_rows.h"
#include "tests/support/counter_desk.h"

namespace yidan::testing {
namespace {

using reconciliation::Entry;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kDay = "2023-03-05";

Entry settled_here(const std::string& id, std::int64_t fen, EntryState state = EntryState::settled) {
  Entry entry{.settlement = id, .visit = "M" + id, .person = "P" + id, .message = "msg" + id, .state = state};
  for (std::size_t i = 0; i < count_of<StatementColumn>; ++i) {
    entry.columns.set(static_cast<StatementColumn>(i), Money());
  }
  entry.columns.set(StatementColumn::total, Money::fen(fen));
  entry.columns.set(StatementColumn::cash, Money::fen(fen));
  return entry;
}

std::string line(const std::string& id, const std::string& total, const std::string& more = {}) {
  return R"({"settlement":")" + id + R"(","visit":"M)" + id + R"(","amounts":{"total":")" + total + R"("})" + more +
         "}";
}

class Reconciliation : public ::testing::TestWithParam<std::string> {
 protected:
  Reconciliation()
      : counter_(GetParam() == "memory" ? "memory:" : "sqlite:" + (folder_.path() / "books.db").string()) {}

  // As the national interface leaves it beside a bill.
  void put(const Entry& entry, const std::string& provider = "H1", const std::string& cell = "310/11") {
    store::Subject visit{.pool = 370600, .id = entry.visit, .kind = "national/visit"};
    const auto state = counter_.store().load(visit);
    ASSERT_TRUE(state);
    store::Part part{.subject = visit, .expected = state->seq, .facts = "{}", .past = "{}"};
    part.documents.push_back({"state", "{}"});
    const std::string seq = std::to_string(state->seq + 1);
    part.event = {.seq = state->seq + 1, .kind = "settle", .key = entry.visit + "/" + seq, .ref = "#" + seq};
    part.event.answer = "{}";
    part.rows.push_back(operations::settled_row(entry, provider, *parse_date(kDay), cell));
    const auto written = counter_.store().write(part);
    ASSERT_TRUE(written && *written == store::Written::done);
  }

  Said tell(const std::string& key, const std::string& lines, const std::string& provider = "H1") {
    return counter_.ask_for(key,
                            kScope + R"(,"do":"reconcile","provider":")" + provider + R"(","lines":[)" + lines + "]");
  }
  Said resolve(const std::string& key, const std::string& settlement) {
    return counter_.ask_for(key, kScope + R"(,"do":"resolve","provider":"H1","settlement":")" + settlement +
                                     R"(","reason":"asked by telephone")");
  }
  exchange::ReconciliationReport seen(bool with_resolved = true) {
    operations::ReconciliationQuery query{.pool = Region(370600), .from = *parse_date(kDay), .to = *parse_date(kDay)};
    query.with_resolved = with_resolved;
    auto report = operations::reconcile(counter_.desk(), query, always);
    if (!report) throw std::runtime_error(report.error().message.en);
    return std::move(*report);
  }
  // "S1 amount, S2 state": what is open.
  std::string open() {
    std::string text;
    for (const auto& statement : seen().statements) {
      for (const auto& each : statement.differences) {
        if (each.resolved) continue;
        text +=
            (text.empty() ? "" : ", ") + each.difference.settlement + " " + std::string(code(each.difference.cause));
      }
    }
    return text;
  }

  const std::string kScope = R"("pool":"370600","from":"2023-03-05","insurance":"310","clearing":"11")";
  TemporaryFolder folder_;
  Counter counter_;
};

INSTANTIATE_TEST_SUITE_P(Stores, Reconciliation, ::testing::Values("memory", "sqlite"));

TEST_P(Reconciliation, NamesEachDifferenceWithItsCause) {
  put(settled_here("S1", 1000));
  put(settled_here("S2", 2000));
  put(settled_here("S3", 3000));
  put(settled_here("S4", 4000, EntryState::reversed));
  const Said told = tell(
      "k1", line("S2", "20.01") + "," + line("S3", "30.00") + "," + line("S4", "40.00") + "," + line("S9", "90.00"));
  ASSERT_TRUE(told.done) << told.text;
  EXPECT_EQ(open(), "S1 missing-there, S2 amount, S4 state, S9 missing-here");
  EXPECT_THAT(told.text, HasSubstr(R"({"column":"total","ours":"20.00","theirs":"20.01"})"));
  EXPECT_THAT(told.text, HasSubstr(R"("ours":3,"theirs":4,"open":4)"));
  EXPECT_FALSE(counter_.verified().difference);
}

TEST_P(Reconciliation, ForgetsADifferenceWhenWhatWasMissingComes) {
  put(settled_here("S1", 1000));
  ASSERT_TRUE(tell("k1", line("S1", "10.00") + "," + line("S2", "20.00")).done);
  EXPECT_EQ(open(), "S2 missing-here");
  put(settled_here("S2", 2000));
  EXPECT_EQ(open(), "");
  put(settled_here("S1", 1000, EntryState::reversed));  // by 2601, later
  EXPECT_EQ(open(), "S1 state");
  ASSERT_TRUE(tell("k2", line("S2", "20.00")).done);
  EXPECT_EQ(open(), "");
}

TEST_P(Reconciliation, AnswersTheSameStatementTheSame) {
  put(settled_here("S1", 1000));
  const Said first = tell("k1", line("S2", "1.00") + "," + line("S1", "10.00"));
  const Said again = tell("k1", line("S1", "10.00") + "," + line("S2", "1.00"));
  ASSERT_TRUE(first.done && again.done) << again.text;
  EXPECT_TRUE(again.again);
  EXPECT_EQ(again.text, first.text);
  EXPECT_EQ(tell("k2", line("S1", "10.00") + "," + line("S2", "1.00")).text, first.text);
  EXPECT_EQ(tell("k1", line("S1", "10.00")).error, ErrorCode::conflict);
  EXPECT_EQ(seen().statements.size(), 1U);
}

TEST_P(Reconciliation, ResolvesADifferenceUntilItIsAnotherOne) {
  put(settled_here("S1", 1000));
  put(settled_here("S2", 1000));
  ASSERT_TRUE(tell("k1", line("S1", "10.01") + "," + line("S2", "10.02")).done);
  const Said done = resolve("k2", "S1");
  ASSERT_TRUE(done.done) << done.text;
  EXPECT_THAT(done.text, HasSubstr(R"("resolved":{"by":"Li","reason":"asked by telephone"})"));
  EXPECT_EQ(open(), "S2 amount");
  const auto report = seen();
  ASSERT_EQ(report.statements.front().differences.size(), 2U);
  EXPECT_EQ(report.statements.front().differences.front().difference.settlement, "S2") << "open ones first";
  EXPECT_EQ(report.statements.front().differences.back().resolved->by, "Li");
  EXPECT_EQ(seen(false).statements.front().differences.size(), 1U);
  ASSERT_TRUE(tell("k3", line("S1", "10.01") + "," + line("S2", "10.00")).done);
  EXPECT_EQ(open(), "") << "it is the same difference";
  ASSERT_TRUE(tell("k4", line("S1", "10.03") + "," + line("S2", "10.00")).done);
  EXPECT_EQ(open(), "S1 amount") << "it is another one";
  EXPECT_EQ(resolve("k5", "S2").error, ErrorCode::not_found);
  EXPECT_EQ(counter_
                .ask_for("k6", R"("pool":"370600","from":"2023-03-06","do":"resolve","provider":"H1",)"
                               R"("settlement":"S1","reason":"x")")
                .error,
            ErrorCode::not_found);
  EXPECT_FALSE(counter_.verified().difference);
}

TEST_P(Reconciliation, ComparesWhatIsOfTheStatementAlone) {
  put(settled_here("S1", 1000));
  put(settled_here("S2", 1000), "H2");
  put(settled_here("S3", 1000), "H1", "390/11");
  put(settled_here("S4", 1000), "H1", "310/21");
  ASSERT_TRUE(tell("k1", line("S1", "10.00")).done);
  EXPECT_EQ(open(), "");
  const std::string all = R"("pool":"370600","from":"2023-03-01","to":"2023-03-31","do":"reconcile","provider":"H1")";
  const Said told = counter_.ask_for("k2", all + R"(,"clearing":"11","lines":[)" + line("S1", "10.00") + "]");
  ASSERT_TRUE(told.done) << told.text;
  EXPECT_THAT(told.text, HasSubstr(R"("settlement":"S3")")) << "of every insurance";
  EXPECT_THAT(told.text, Not(HasSubstr("S4")));
}

TEST_P(Reconciliation, NamesTheEntryThatIsWrong) {
  const auto where = [this](const std::string& lines) { return tell("k", lines).where; };
  EXPECT_EQ(where(line("S1", "10.00") + "," + line("S2", "ten")), "$.lines[1].amounts.total");
  EXPECT_EQ(where(line("S1", "10.00") + "," + line("S1", "10.00")), "$.lines[1].settlement");
  EXPECT_EQ(where(line("S1", "10.00", R"(,"state":"reversed")")), "$.lines[0].state");
  EXPECT_EQ(where(R"({"settlement":"S1"})"), "$.lines[0].amounts");
  EXPECT_EQ(where(R"({"settlement":"S1","amounts":{"cash":"1.00"}})"), "$.lines[0].amounts.total");
  EXPECT_EQ(where(R"({"settlement":"S1","amounts":{"total":"1.00","hifp":"1.00"}})"), "$.lines[0].amounts.hifp");
  EXPECT_EQ(tell("k", line("S1", "-10.00", R"(,"state":"taken-back")")).done, true);
}

TEST_P(Reconciliation, ClosesADayByWhatNobodyTold) {
  put(settled_here("S1", 1000));
  put(settled_here("S2", 2000), "H2", "390/21");
  put(settled_here("S3", 3000), "H2", "390/21");
  put(settled_here("S4", 4000, EntryState::reversed), "H3");
  const auto untold = [this](const std::string& provider = {}) {
    operations::ReconciliationQuery query{.pool = Region(370600), .from = *parse_date(kDay), .to = *parse_date(kDay)};
    query.provider = provider;
    query.with_untold = true;
    const auto report = operations::reconcile(counter_.desk(), query, always);
    std::string text;
    for (const exchange::Untold& each : *report->untold) {
      text += each.provider + " " + each.insurance + "/" + each.clearing + " " + std::to_string(each.settlements) +
              " " + to_text(each.total) + "\n";
    }
    return text;
  };
  EXPECT_EQ(untold(), "H1 310/11 1 10.00\nH2 390/21 2 50.00\n") << "what was reversed need not be told";
  EXPECT_EQ(untold("H2"), "H2 390/21 2 50.00\n");
  ASSERT_TRUE(tell("k1", line("S1", "10.00")).done);
  EXPECT_EQ(untold(), "H2 390/21 2 50.00\n");
  // A statement of another class says nothing of it; one of a whole week does.
  ASSERT_TRUE(tell("k2", "", "H2").done);
  EXPECT_EQ(untold(), "H2 390/21 2 50.00\n");
  ASSERT_TRUE(counter_
                  .ask_for("k3",
                           R"("pool":"370600","from":"2023-03-01","to":"2023-03-07","do":"reconcile","provider":"H2",)"
                           R"("lines":[])")
                  .done);
  EXPECT_EQ(untold(), "");
}

}  // namespace
}  // namespace yidan::testing
