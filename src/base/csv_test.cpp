#include "base/csv.h"

#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace yidan::csv {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct Seen {
  std::size_t line;
  std::string raw;
  std::vector<std::string> fields;
  std::string fault;
};

// Everything that the reader says of a text which comes in blocks of `block` bytes.
std::vector<Seen> read(std::string_view text, std::size_t block = SIZE_MAX) {
  Reader reader;
  std::vector<Seen> rows;
  const auto take = [&] {
    while (const auto row = reader.next()) {
      rows.push_back({row->line, std::string(row->raw), {}, row->fault ? row->fault->en : ""});
      for (const auto field : row->fields) rows.back().fields.emplace_back(field);
    }
  };
  for (; !text.empty(); text.remove_prefix(std::min(block, text.size()))) {
    reader.push(text.substr(0, block));
    take();
  }
  reader.finish();
  take();
  return rows;
}

std::vector<std::vector<std::string>> fields_of(std::string_view text) {
  std::vector<std::vector<std::string>> all;
  for (const Seen& row : read(text)) all.push_back(row.fields);
  return all;
}

using Rows = std::vector<std::vector<std::string>>;

struct Reading {
  const char* what;
  std::string_view text;
  Rows rows;
};

const std::vector<Reading> kReadings{
    {"nothing", "", {}},
    {"a mark alone", "\xEF\xBB\xBF", {}},
    {"one row without a line end", "a,b", {{"a", "b"}}},
    {"line feeds", "a,b\nc,d\n", {{"a", "b"}, {"c", "d"}}},
    {"carriage returns and line feeds", "a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}}},
    {"a byte-order mark",
     "\xEF\xBB\xBF"
     "a,b\n",
     {{"a", "b"}}},
    {"empty fields", ",\na,,\n", {{"", ""}, {"a", "", ""}}},
    {"empty lines", "\n\na\n  \n\r\n\t\nb\n\n", {{"a"}, {"b"}}},
    {"blanks around fields", " a , b b\t,\tc\n", {{"a", "b b", "c"}}},
    {"quotes", "\"a\",\"b\"\n", {{"a", "b"}}},
    {"quoted commas, blanks and quotes", "\"a,b\",\" c \",\"d\"\"e\"\n", {{"a,b", " c ", "d\"e"}}},
    {"quoted line breaks", "\"a\nb\",\"c\r\nd\"\ne,f\n", {{"a\nb", "c\r\nd"}, {"e", "f"}}},
    {"a quoted empty field", "\"\"\n", {{""}}},
    {"Chinese", "烟台,\"菏泽，市\"\n", {{"烟台", "菏泽，市"}}},
    {"a zero byte", std::string_view("a\0b,c\n", 6), {{std::string("a\0b", 3), "c"}}},
};

TEST(Csv, ReadsRowsOfTheStandard) {
  for (const Reading& each : kReadings) {
    EXPECT_EQ(fields_of(each.text), each.rows) << each.what;
    for (const Seen& row : read(each.text)) EXPECT_EQ(row.fault, "") << each.what;
  }
}

TEST(Csv, IsTheSameHoweverItIsCutIntoBlocks) {
  constexpr std::string_view text =
      "\xEF\xBB\xBF"
      "id,born\r\n\"P,\n1\",1990-01-01\r\n\nP2,\"19\n90\"x\nP3,\"un\"\"closed\nP4,烟台";
  const auto whole = read(text);
  for (std::size_t block = 1; block < text.size(); ++block) {
    const auto cut = read(text, block);
    ASSERT_EQ(cut.size(), whole.size()) << block;
    for (std::size_t i = 0; i < cut.size(); ++i) {
      EXPECT_EQ(cut[i].line, whole[i].line) << block;
      EXPECT_EQ(cut[i].raw, whole[i].raw) << block;
      EXPECT_EQ(cut[i].fields, whole[i].fields) << block;
      EXPECT_EQ(cut[i].fault, whole[i].fault) << block;
    }
  }
}

TEST(Csv, KnowsTheLineAndTheTextOfEveryRow) {
  const auto rows = read("a,b\r\n\n\"c\nd\", e\nf\n");
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].line, 1U);
  EXPECT_EQ(rows[0].raw, "a,b");
  EXPECT_EQ(rows[1].line, 3U);
  EXPECT_EQ(rows[1].raw, "\"c\nd\", e");
  EXPECT_EQ(rows[2].line, 5U);
  EXPECT_EQ(rows[2].raw, "f");
}

struct Mistake {
  const char* what;
  std::string text;
  std::size_t line;
  std::string raw;
  std::string says;
};

const std::vector<Mistake> kMistakes{
    {"a quote within a field", "a\nb\"c,d\nz\n", 2, "b\"c,d", "stands inside a field"},
    {"text behind a quote", "a\n\"b\"c,d\nz\n", 2, "\"b\"c,d", "stands inside a field"},
    {"a quote never closed", "a\n\"b,c\nz\n", 2, "\"b,c", "not closed"},
    {"a quote never closed in the last line", "a\nz\n\"b", 3, "\"b", "not closed"},
    {"a carriage return alone", "a\nb\rc\nz\n", 2, "b\rc", "carriage return"},
    {"not UTF-8", "a\n\xD5\xC5,b\nz\n", 2, "\xD5\xC5,b", "not UTF-8"},
    {"a field that is too long", "a\n" + std::string(kLongestField + 1, 'x') + "\nz\n", 2,
     std::string(kLongestField + 1, 'x'), "is longer"},
    {"a line that is too long", "a\n" + std::string(kLongestRow + 1, 'x') + "\nz\n", 2, std::string(kLongestField, 'x'),
     "is longer"},
};

TEST(Csv, FaultSpoilsItsOwnRowAlone) {
  for (const Mistake& each : kMistakes) {
    const auto rows = read(each.text);
    ASSERT_EQ(rows.size(), 3U) << each.what;
    for (const Seen& row : rows) {
      if (row.line != each.line) {
        EXPECT_EQ(row.fault, "") << each.what;
        continue;
      }
      EXPECT_THAT(row.fault, HasSubstr(each.says)) << each.what;
      EXPECT_EQ(row.raw, each.raw) << each.what;
      EXPECT_TRUE(row.fields.empty());
    }
  }
}

TEST(Csv, LongestFieldIsStillRead) {
  const std::string longest(kLongestField, 'x');
  EXPECT_EQ(fields_of(longest + ",y\n"), (Rows{{longest, "y"}}));
}

TEST(Csv, QuoteThatIsNeverClosedLosesNoLineHoweverLongTheFile) {
  std::string text = "P0,\"open\n";
  for (int i = 1; i < 20'000; ++i) text += "P" + std::to_string(i) + ",1990-01-01,active\n";
  const auto rows = read(text, 1U << 16U);
  ASSERT_EQ(rows.size(), 20'000U);
  EXPECT_THAT(rows[0].fault, HasSubstr("not closed"));
  for (std::size_t i = 1; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i].line, i + 1);
    EXPECT_EQ(rows[i].fields.size(), 3U);
  }
}

TEST(Csv, LineThatNeverEndsIsNotHeldInMemory) {
  Reader reader;
  const std::string block(1U << 18U, 'x');
  for (int i = 0; i < 64; ++i) {
    reader.push(block);
    EXPECT_FALSE(reader.next());
  }
  reader.push("\nb\n");
  const auto spoilt = reader.next();
  ASSERT_TRUE(spoilt);
  EXPECT_TRUE(spoilt->fault);
  EXPECT_LE(spoilt->raw.size(), kLongestRow);
  const auto next = reader.next();
  ASSERT_TRUE(next);
  EXPECT_EQ(next->line, 2U);
  EXPECT_THAT(next->fields, ElementsAre("b"));
}

TEST(Csv, FaultsSpeakBothLanguages) {
  Reader reader;
  reader.push("a\"b\n");
  const auto row = reader.next();
  ASSERT_TRUE(row && row->fault);
  EXPECT_THAT(row->fault->zh, HasSubstr("引号"));
  EXPECT_THAT(row->fault->en, HasSubstr("quote"));
}

TEST(Csv, WritesWhatItReads) {
  for (const std::string_view field :
       {"", "a", "a b", " a", "a\t", "a,b", "\"", "a\"b\"", "a\nb", "a\r\nb", "烟台，市", "370600"}) {
    std::string text;
    append_field(text, field);
    text += ',';
    append_field(text, "end");
    text += '\n';
    EXPECT_EQ(fields_of(text), (Rows{{std::string(field), "end"}})) << text;
  }
}

TEST(Csv, RowsCarryNoFormula) {
  std::string text;
  append_row(text, std::vector<std::string>{"=1+1", "-1+1", "－1", "@x", "-A1", "-2.00", "-2 points", "a=b", ""});
  EXPECT_EQ(text, "'=1+1,'-1+1,'－1,'@x,'-A1,-2.00,-2 points,a=b,\r\n");
}

TEST(Csv, QuotesOnlyWhatNeedsIt) {
  std::string text;
  append_field(text, "370602199003070015");
  text += ',';
  append_field(text, "a,\"b");
  EXPECT_EQ(text, "370602199003070015,\"a,\"\"b\"");
}

}  // namespace
}  // namespace yidan::csv
