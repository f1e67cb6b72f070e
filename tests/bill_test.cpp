// A bill on paper as a user makes it: from a case and from the books; read again by programs that are not ours.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "tests/support/run_yidan.h"

namespace yidan::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class BillOnPaper : public ::testing::Test {
 protected:
  [[nodiscard]] std::string in(const std::string& name) const { return folder_.in(name); }

  // What a program of poppler says of a file.
  [[nodiscard]] std::string said(const std::string& program, const std::string& file) const {
    const std::string command = program + " > '" + in("said") + "'";
    EXPECT_EQ(std::system(command.c_str()), 0) << command << " of " << file;
    return read_file(in("said"));
  }
  [[nodiscard]] std::string text_of(const std::string& name) const {
    return said("pdftotext -layout '" + in(name) + "' -", name);
  }
  [[nodiscard]] std::string pages_of(const std::string& name) const {
    const std::string about = said("pdfinfo '" + in(name) + "'", name);
    const std::size_t line = about.find("Pages:");
    const std::size_t digits = about.find_first_of("0123456789", line);
    return line == std::string::npos ? "" : about.substr(digits, about.find('\n', digits) - digits);
  }
  [[nodiscard]] Ran make(const std::string& arguments, const std::string& name, const std::string& input = {}) const {
    return yidan_run("bill " + arguments + " --out '" + in(name) + "'", input);
  }

  TemporaryFolder folder_;
};

// A visit of so many lines, each 10.00 yuan.
std::string case_of_lines(int count) {
  std::string lines;
  for (int i = 1; i <= count; ++i) {
    lines +=
        std::string(i > 1 ? "," : "") + R"({"id":")" + std::to_string(i) +
        R"(","name":"一次性使用无菌注射器带针（国产，5 毫升，独立包装）","class":"A","quantity":"2.5","unit_price":"4.00"})";
  }
  return R"({"format":"yidan.case/1","pool":"370600","person":{"id":"370600195003010028",)"
         R"("coverage":[{"scheme":"employee","status":"active","from":"2020-01-01"}]},)"
         R"("encounters":[{"id":"E1","care":"outpatient","date":"2023-03-05",)"
         R"("provider":{"id":"H1","name":"烟台市某某医院","region":"370600","level":2,"designated":["outpatient"]},)"
         R"("lines":[)" +
         lines + "]}]}";
}

TEST_F(BillOnPaper, SaysWhatTheBillSaysInChinese) {
  const Ran ran = make("--lang zh examples/yantai.json", "bill.pdf");
  ASSERT_EQ(ran.status, 0) << ran.err;
  const std::string text = text_of("bill.pdf");
  for (const char* part :
       {"医疗费用结算单", "共 1,510.00 元：医保基金支付 383.50，个人账户 1,126.50，现金 0.00", "370600**********28",
        "普通门诊", "80.00", "206.50", "职工医保统筹基金", "1,006.50", "第 1 页，共 1 页", "烟台市医疗保障经办机构"}) {
    EXPECT_THAT(text, HasSubstr(part));
  }
  EXPECT_THAT(text, Not(HasSubstr("19500301")));
  EXPECT_EQ(pages_of("bill.pdf"), "1");
}

TEST_F(BillOnPaper, SaysWhatTheBillSaysInEnglish) {
  ASSERT_EQ(make("--lang en --full-id examples/yantai.json", "bill.pdf").status, 0);
  const std::string text = text_of("bill.pdf");
  for (const char* part : {"Statement of medical costs", "1,510.00 yuan in all: the funds pay 383.50",
                           "370600195003010028", "employee pooled fund", "page 1 of 1"}) {
    EXPECT_THAT(text, HasSubstr(part));
  }
}

TEST_F(BillOnPaper, HasItsFontsInIt) {
  ASSERT_EQ(make("--lang zh examples/yantai.json", "bill.pdf").status, 0);
  std::istringstream fonts(said("pdffonts '" + in("bill.pdf") + "'", "bill.pdf"));
  std::size_t count = 0;
  std::string line;
  std::getline(fonts, line);
  const std::size_t embedded = line.find("emb");
  ASSERT_NE(embedded, std::string::npos) << line;
  std::getline(fonts, line);
  for (; std::getline(fonts, line); ++count) EXPECT_EQ(line.substr(embedded, 7), "yes yes") << line;
  EXPECT_GT(count, 0U);
}

TEST_F(BillOnPaper, HasAsManyPagesAsItsLinesNeed) {
  ASSERT_EQ(make("--lang zh -", "short.pdf", case_of_lines(1)).status, 0);
  ASSERT_EQ(make("--lang zh -", "long.pdf", case_of_lines(90)).status, 0);
  EXPECT_EQ(pages_of("short.pdf"), "1");
  const std::string text = text_of("long.pdf");
  const std::string pages = pages_of("long.pdf");
  EXPECT_THAT(pages, ::testing::AnyOf("3", "4"));
  EXPECT_THAT(text, HasSubstr("第 " + pages + " 页，共 " + pages + " 页"));
  std::size_t headings = 0;
  for (std::size_t at = text.find("单价"); at != std::string::npos; at = text.find("单价", at + 1)) ++headings;
  EXPECT_GE(headings, 3U) << "the heading is repeated";
  EXPECT_THAT(text, HasSubstr("烟台市某某医院"));
  EXPECT_THAT(text, HasSubstr("900.00"));
}

TEST_F(BillOnPaper, TakesOneEncounterOfACaseOrAll) {
  ASSERT_EQ(make("--lang en --encounter Z2 examples/heze.json", "one.pdf").status, 0);
  EXPECT_EQ(pages_of("one.pdf"), "1");
  EXPECT_THAT(text_of("one.pdf"), HasSubstr("276.00"));
  ASSERT_EQ(make("--lang en examples/heze.json", "all.pdf").status, 0);
  EXPECT_NE(pages_of("all.pdf"), "1");
  const Ran none = make("--lang en --encounter Z99 examples/heze.json", "none.pdf");
  EXPECT_EQ(none.status, 2);
  EXPECT_THAT(none.err, HasSubstr("no such encounter: 'Z99'"));
  EXPECT_FALSE(std::filesystem::exists(in("none.pdf")));
}

TEST_F(BillOnPaper, SaysWhatItsWordsMeanOnDemand) {
  ASSERT_EQ(make("--lang zh --terms examples/yantai.json", "terms.pdf").status, 0);
  EXPECT_THAT(text_of("terms.pdf"), HasSubstr("超过起付标准以后，按支付比例应由个人负担的部分"));
  ASSERT_EQ(make("--lang zh examples/yantai.json", "bill.pdf").status, 0);
  EXPECT_THAT(text_of("bill.pdf"), Not(HasSubstr("超过起付标准以后")));
}

TEST_F(BillOnPaper, DrawsLargeAmountsWhole) {
  std::string large = case_of_lines(1);
  large.replace(large.find("4.00"), 4, "49382715604.936");
  ASSERT_EQ(make("--lang zh -", "large.pdf", large).status, 0);
  const std::string text = text_of("large.pdf");
  std::size_t whole = 0;
  for (std::size_t at = text.find("123,456,789,012.34"); at != std::string::npos; ++whole) {
    at = text.find("123,456,789,012.34", at + 1);
  }
  EXPECT_EQ(whole, 7U) << "the sentence, the item and the sum twice, the layer, who pays\n" << text;
}

TEST_F(BillOnPaper, GoesToStandardOutput) {
  const Ran ran = yidan_run("bill --lang zh examples/yantai.json --out -");
  ASSERT_EQ(make("--lang zh examples/yantai.json", "bill.pdf").status, 0);
  EXPECT_EQ(ran.out, read_file(in("bill.pdf")));
}

TEST_F(BillOnPaper, ReplacesNoFileOfAnotherKind) {
  write_file(in("notes.txt"), "my notes\n");
  EXPECT_NE(make("examples/yantai.json", "notes.txt").status, 0);
  EXPECT_EQ(read_file(in("notes.txt")), "my notes\n");
  EXPECT_EQ(make("examples/yantai.json --force", "notes.txt").status, 0);
  EXPECT_EQ(pages_of("notes.txt"), "1");
  EXPECT_EQ(make("--lang en examples/yantai.json", "notes.txt").status, 0) << "a PDF makes room for another";
}

TEST_F(BillOnPaper, OfTheBooksIsThatOfTheCase) {
  const std::string db = " --db '" + in("books.db") + "'";
  ASSERT_EQ(yidan_run("init" + db).status, 0);
  ASSERT_EQ(yidan_run("post --quiet examples/yantai.json" + db).status, 0);
  const Ran ran = make("--lang zh 370600 370600195003010028 E1" + db, "books.pdf");
  ASSERT_EQ(ran.status, 0) << ran.err;
  ASSERT_EQ(make("--lang zh examples/yantai.json", "case.pdf").status, 0);
  EXPECT_EQ(text_of("books.pdf"), text_of("case.pdf"));
  EXPECT_THAT(make("--lang en 370600 370600195003010028 E9" + db, "no.pdf").err, HasSubstr("no such bill"));
}

TEST_F(BillOnPaper, IsRefusedWithWhatToDo) {
  const Ran two = make("--lang en 370600 370600195003010028", "no.pdf");
  EXPECT_EQ(two.status, 2);
  EXPECT_THAT(two.err, HasSubstr("give one case file"));
  const Ran no_books = yidan_run("bill --lang en 370600 370600195003010028 E1 --out '" + in("no.pdf") + "' --db ''");
  EXPECT_EQ(no_books.status, 2);
  EXPECT_THAT(no_books.err, HasSubstr("no books are named"));
  const Ran broken = make("--lang en -", "no.pdf", "{");
  EXPECT_EQ(broken.status, 1);
  EXPECT_THAT(broken.err, HasSubstr("1:"));
  EXPECT_FALSE(std::filesystem::exists(in("no.pdf")));
}

}  // namespace
}  // namespace yidan::testing
