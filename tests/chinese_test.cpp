// Chinese is first: what the program says to people in Chinese has no English in it. Every command is run with good and
// with bad input, and each word of Latin letters that is left must be one that is written so in Chinese, too: a name, a
// format, a command, a word of the files themselves.
#include <algorithm>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "testing/files.h"
#include "tests/support/run_yidan.h"

namespace yidan::testing {
namespace {

namespace fs = std::filesystem;

// Names and formats; words of the files that are no Chinese (a value, a member's name that is to be written).
const std::set<std::string, std::less<>>& known_words() {
  static const std::set<std::string, std::less<>> words = [] {
    std::set<std::string, std::less<>> all;
    for (const std::string_view list : {
             // Names and formats.
             "JSON YAML CSV PDF UTF GBK BOM SQLite PostgreSQL postgresql hledger ledger yidan MiB Schema",
             // Values of options.
             "text json csv html tsv zh en full ids none markdown dictionary on off docs case provider month",
             // Members of the contract, and words that they take.
             "true false from to months month record events apply correct bills lines diabetes hypertension",
             // Keys of the packs' files, and words that they take.
             "value name region unit kind by until basis bound source id extends base city province document section "
             "capability status through testable draft cited published analogy assumed burden above basic indicators "
             "revised",
         }) {
      for (std::string_view rest = list; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        all.emplace(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    // The commands, as help lists them.
    const std::regex command("\n  ([a-z]+)  ");
    for (const char* list : {"--help --lang zh", "policy --help --lang zh"}) {
      const std::string help = yidan_run(list).out;
      for (std::sregex_iterator each(help.begin(), help.end(), command), end; each != end; ++each) {
        all.insert((*each)[1].str());
      }
    }
    return all;
  }();
  return words;
}

// What a message repeats from outside, lists as a choice, or names as a rule, a place, an example.
std::string without_quotations(const std::string& text) {
  static const std::regex quoted("“[^”]*”|‹[^›]*›|（可用：[^）]*）|\\(\\$[^)]*\\)|\\[[^\\]]*\\]|\\{[^}]*\\}");
  static const std::regex example("(^|\n)(  yidan |  hledger |  ledger |  do：|列：|结果：|    [a-z_]+[ ,])[^\n]*");
  return std::regex_replace(std::regex_replace(text, example, "$1"), quoted, "");
}

// The words of Latin letters alone: with a digit, a hyphen, a point, a slash it is an id, an option or a file.
std::vector<std::string> english_in(const std::string& text) {
  static const std::regex token("[A-Za-z0-9_./:$#=<>~+*\"&?!%@|\\\\-]*[A-Za-z][A-Za-z0-9_./:$#=<>~+*\"&?!%@|\\\\-]*");
  static const std::regex plain("[A-Za-z]{2,}");
  static const std::regex document("[A-Z]{2}");
  const std::string own = without_quotations(text);
  std::vector<std::string> found;
  for (std::sregex_iterator each(own.begin(), own.end(), token), end; each != end; ++each) {
    std::string word = each->str();
    while (!word.empty() && std::string_view(".:,/").contains(word.back())) word.pop_back();
    if (!std::regex_match(word, plain) || std::regex_match(word, document) || known_words().contains(word)) continue;
    found.push_back(word + " in: " + own.substr(own.rfind('\n', static_cast<std::size_t>(each->position())) + 1, 120));
  }
  return found;
}

void expect_chinese(const std::string& what, const std::string& text) {
  for (const std::string& word : english_in(text)) ADD_FAILURE() << what << ": " << word;
}

// Runs a command; what it may print besides Chinese is what it was given.
void expect_chinese(const std::string& arguments) {
  const Ran ran = yidan_run(arguments);
  expect_chinese(arguments, ran.out + "\n" + ran.err);
}

// The files of a folder as arguments; what is expected of them is none.
std::string files_of(std::string_view folder, const std::string& extension) {
  std::string all;
  for (const fs::path& file : list_files(in_repository(folder), extension)) {
    if (file.string().find(".expected.") == std::string::npos) all += " '" + file.string() + "'";
  }
  return all;
}

// Of several files it is said which: a name is no word.
std::string without_names(std::string text) {
  static const std::regex named("yidan: [^\n]*：有未受理的，原因见结果\n|· [A-Z]+ ────");
  return std::regex_replace(text, named, "");
}

TEST(Chinese, FindsEnglishWhereThereIsSome) {
  EXPECT_EQ(english_in("缺少 level：no such level").size(), 4U);
  EXPECT_TRUE(english_in("没有“level”（可用：level, status），见 docs/books.md、--steps、E1、$YIDAN_DB").empty());
}

TEST(Chinese, IsSpokenByHelp) {
  expect_chinese("--help");
  for (const char* command : {"settle",
                              "standing",
                              "assist",
                              "credit",
                              "dues",
                              "bill",
                              "init",
                              "drafts",
                              "post",
                              "reverse",
                              "ask",
                              "year",
                              "balance",
                              "journal",
                              "verify",
                              "backup",
                              "restore",
                              "policy",
                              "policy check",
                              "policy show",
                              "policy clauses",
                              "policy documents",
                              "policy diff",
                              "policy new",
                              "policy audit",
                              "policy scheme",
                              "policy who",
                              "prove",
                              "schema"}) {
    const std::string help = yidan_run(std::string(command) + " --help").out;
    expect_chinese(std::string(command) + " --help", help);
    EXPECT_NE(help.find("用法"), std::string::npos) << command;
    for (const std::string& line : split_lines(help)) EXPECT_LE(line.size(), 160U) << line;
  }
}

TEST(Chinese, IsSpokenOfAWrongCommandLine) {
  for (const char* arguments : {"",
                                "settel",
                                "--lang fr",
                                "--wat",
                                "settle --wat",
                                "settle --steps some",
                                "settle --lang",
                                "settle --as",
                                "settle --jsonl=abc",
                                "post",
                                "year --db x",
                                "post --db x --threads 900",
                                "post --db x --threads many",
                                "policy",
                                "policy chek",
                                "policy new",
                                "policy diff 370600 2023-01-01",
                                "balance --db x --by day",
                                "policy show",
                                "policy show 370600 one two",
                                "policy diff 370600 2022-12-31",
                                "schema nix",
                                "credit x",
                                "dues --pool 371700 x",
                                "bill",
                                "bill a b c d --out x",
                                "ask",
                                "drafts --db x maybe",
                                "restore"}) {
    const Ran ran = yidan_run(arguments);
    EXPECT_EQ(ran.status, 2) << arguments;
    expect_chinese(arguments, ran.err);
    EXPECT_TRUE(ran.err.starts_with("yidan: ")) << ran.err;
  }
}

TEST(Chinese, IsSpokenOfWhatCannotBeReadOrWritten) {
  for (const char* arguments :
       {"settle none.json", "settle packs", "settle README.md", "--packs none settle examples/yantai.json",
        "standing examples/yantai.json", "settle examples/record-heze.json", "policy show 370601 --on 2023-03-05",
        "policy show 370600 --on 2023-02-30", "policy check none", "policy new 370600 烟台市",
        "policy new 371602 滨城区", "policy new 371600 滨州市 --like 370699", "policy check docs", "ask --db /none k",
        "year --db README.md 370600 370600195003010028", "credit --pool 370600 --month 2023-13 x",
        "credit --pool 370600 --month 2023-03 none.csv", "dues --pool 371700 --year 22 x",
        "bill examples/yantai.json --out /none/x.pdf"}) {
    expect_chinese(arguments);
  }
}

TEST(Chinese, IsSpokenOfCasesAndRecords) {
  expect_chinese("settle --as text --terms --clauses examples/heze.json");
  expect_chinese("standing --as text examples/record-heze.json");
  expect_chinese("assist --as text examples/assist-jining.json");
  expect_chinese("credit --pool 370600 --month 2023-03 --out /dev/null examples/persons-yantai.csv");
  expect_chinese("dues --pool 371700 --year 2022 --out /dev/null examples/residents-heze.csv");
  for (const char* city : {"jining", "linyi", "rizhao", "yantai"}) {
    expect_chinese("settle --as text --terms examples/" + std::string(city) + ".json");
  }
}

TEST(Chinese, IsSpokenOfWrongCasesAndRecords) {
  const Ran cases = yidan_run("settle --as text" + files_of("tests/cases/bad/cases", ".json"));
  expect_chinese("bad cases", without_names(cases.out + cases.err));
  const Ran records = yidan_run("standing --as text" + files_of("tests/cases/bad/records", ".json"));
  expect_chinese("bad records", without_names(records.out + records.err));
}

TEST(Chinese, IsSpokenOfWrongPacks) {
  for (const fs::path& example : list_files(in_repository("tests/cases/bad/packs"), "")) {
    const std::string expected = read_file(example / "expected.txt");
    const std::string zh = expected.substr(expected.find("---\n") + 4);
    expect_chinese(example.filename().string(), std::regex_replace(zh, std::regex("(^|\n)packs[^ ]*: "), ""));
  }
}

TEST(Chinese, IsSpokenByThePolicyOfEveryCity) {
  for (const char* pool : {"370600", "370800", "371100", "371300", "371700"}) {
    for (const char* day : {"2020-06-01", "2023-03-05", "2025-03-05"}) {
      expect_chinese("policy show " + std::string(pool) + " --on " + day);
    }
    expect_chinese("policy diff " + std::string(pool) + " 2020-06-01 2023-06-01");
    for (const char* day : {"2019-06-01", "2022-03-05", "2024-03-05"}) {
      expect_chinese("policy audit " + std::string(pool) + " --on " + day);
    }
  }
  expect_chinese("policy scheme 职工大额救助金 --pool 371100 --on 2022-06-01");
  expect_chinese("policy scheme 职工医保 --pool 371100 --on 2022-06-01");
  expect_chinese("policy who 371300 large-amount/ratio --on 2023-01-01");
  expect_chinese("policy who 370600 account/uses --on 2023-01-01");
  expect_chinese("policy who 370600 acount/uses");
  expect_chinese("policy who 370600 assistance/ratio --group edge");
  expect_chinese("prove 371100 --on 2023-03-01 --than 2023-02-28 --property not-worse --property floors");
  expect_chinese("prove 371300 --on 2026-01-01");
  expect_chinese("prove 371300 --property fence");
  expect_chinese("prove 371300 --than nowhere");
  expect_chinese("policy documents");
  expect_chinese("policy check");
}

TEST(Chinese, IsSpokenByTheBooks) {
  const TemporaryFolder folder;
  const std::string db = " --db '" + (folder.path() / "books.db").string() + "' ";
  for (const char* arguments : {"init --drafts",
                                "post --quiet examples/yantai.json examples/heze.json examples/jining.json",
                                "post --as text --jsonl examples/books.jsonl",
                                "ask --as text ex-05",
                                "post --as text README.md",
                                "standing --as text 370800 370802198811020010",
                                "standing 370800 370802198811020010 --if pay",
                                "standing --as text 370800 370802198811020010 --if \"pay 2025 400.00 on 2024-11-01\"",
                                "year --as text 370600 370600195003010028",
                                "year --as text --terms --bill E2 370600 370600195003010028",
                                "year --as text 370800 370802198811020010",
                                "balance --as text",
                                "balance --as text --by provider",
                                "balance --as text --by month",
                                "balance --known x",
                                "balance --pool 37",
                                "drafts",
                                "verify",
                                "year 370600 37060019500301002",
                                "year --as text 370600 370600195003010028 2x",
                                "restore README.md",
                                "restore none",
                                "backup /none/x"}) {
    const std::string command(arguments);
    const std::size_t verb = command.find(' ');
    const Ran ran = yidan_run(command.substr(0, verb) + db + (verb == std::string::npos ? "" : command.substr(verb)));
    expect_chinese(command, std::regex_replace(ran.out + ran.err, std::regex(folder.path().string()), ""));
  }
}

}  // namespace
}  // namespace yidan::testing
