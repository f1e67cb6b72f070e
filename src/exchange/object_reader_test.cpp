#include "exchange/object_reader.h"

#include <vector>

#include <gtest/gtest.h>

namespace yidan::exchange {
namespace {

// A value that lives as long as its document.
class Objects : public ::testing::Test {
 protected:
  const json::Value& parse(std::string_view text) {
    text_ = text;
    return **document_.parse(text_);
  }
  // The error of reading `text`, or an empty one.
  template <class Read>
  Error error_of(std::string_view text, Read read) {
    try {
      ObjectReader reader(parse(text), root_);
      read(reader);
    } catch (const Fault& fault) {
      return fault.error;
    }
    return {ErrorCode::invalid_value, {}, "no error"};
  }

  json::Document document_;
  std::string text_;
  Path root_;
};

TEST(Path, IsWrittenFromTheRoot) {
  const Path root;
  const Path encounters = root.member("encounters");
  const Path first = encounters.item(0);
  const Path lines = first.member("lines");
  const Path third = lines.item(2);
  EXPECT_EQ(root.text(), "$");
  EXPECT_EQ(third.member("amount").text(), "$.encounters[0].lines[2].amount");
}

TEST_F(Objects, GiveEachMemberInItsForm) {
  ObjectReader reader(parse(R"({"id": "E1", "amount": "12.30", "share": "10%", "date": "2023-03-05", "flag": true,
                                "list": [1, 2], "care": "chronic"})"),
                      root_);
  EXPECT_EQ(reader.text("id"), "E1");
  EXPECT_EQ(reader.money("amount"), Money::fen(1230));
  EXPECT_EQ(reader.rate("share"), Rate::percent(10));
  EXPECT_EQ(to_text(reader.date("date").value()), "2023-03-05");
  EXPECT_TRUE(reader.flag("flag"));
  EXPECT_EQ(reader.list("list").size(), 2U);
  EXPECT_EQ(reader.word<Care>("care"), Care::chronic);
  EXPECT_NO_THROW(reader.finish());
}

TEST_F(Objects, TakeNullAsAbsent) {
  for (const char* text : {"{}", R"({"a": null})"}) {
    ObjectReader reader(parse(text), root_);
    EXPECT_EQ(reader.find("a"), nullptr);
    EXPECT_FALSE(reader.text("a"));
    EXPECT_FALSE(reader.money("a"));
    EXPECT_FALSE(reader.rate("a"));
    EXPECT_FALSE(reader.date("a"));
    EXPECT_FALSE(reader.flag("a"));
    EXPECT_TRUE(reader.list("a").empty());
    EXPECT_FALSE(reader.word<Care>("a"));
    EXPECT_NO_THROW(reader.finish());
  }
}

struct Mistake {
  const char* text;
  ErrorCode code;
  const char* where;
  const char* says;
};

// Read as {"money": …, "rate": …, "date": …, "flag": …, "list": …, "care": …, "text": …}.
const std::vector<Mistake> kMistakes{
    {R"({"money": 12.3})", ErrorCode::wrong_type, "$.money", "never a JSON number"},
    {R"({"money": true})", ErrorCode::wrong_type, "$.money", "expected text in quotes"},
    {R"({"money": "-1.00"})", ErrorCode::invalid_value, "$.money", "is not an amount"},
    {R"({"money": "92233720368547758.08"})", ErrorCode::overflow, "$.money", "too large"},
    {R"({"rate": "10"})", ErrorCode::invalid_value, "$.rate", "is not a rate"},
    {R"({"rate": "100.0001%"})", ErrorCode::invalid_value, "$.rate", "at most 100%"},
    {R"({"rate": 10})", ErrorCode::wrong_type, "$.rate", "found a number"},
    {R"({"date": "2023-02-29"})", ErrorCode::invalid_value, "$.date", "is not a date"},
    {R"({"flag": "true"})", ErrorCode::wrong_type, "$.flag", "expected true or false"},
    {R"({"list": {}})", ErrorCode::wrong_type, "$.list", "found an object"},
    {R"({"care": "outpatent"})", ErrorCode::invalid_value, "$.care", "did you mean 'outpatient'?"},
    {R"({"care": "dentist"})", ErrorCode::invalid_value, "$.care", "(allowed: outpatient, chronic,"},
    {R"({"text": ["a"]})", ErrorCode::wrong_type, "$.text", "found a list"},
    {R"({"txet": "a"})", ErrorCode::unknown_key, "$.txet", "did you mean 'text'?"},
    {R"({"colour": "a"})", ErrorCode::unknown_key, "$.colour", "begin with 'x-'"},
    {R"({"text": "a", "text": "b"})", ErrorCode::duplicate_key, "$", "stands twice"},
    {R"([])", ErrorCode::wrong_type, "$", "expected an object"},
    {R"("text")", ErrorCode::wrong_type, "$", "found a string"},
};

TEST_F(Objects, SayWhatIsWrongAndWhere) {
  for (const Mistake& each : kMistakes) {
    const Error error = error_of(each.text, [](ObjectReader& reader) {
      (void)reader.money("money");
      (void)reader.rate("rate");
      (void)reader.date("date");
      (void)reader.flag("flag");
      (void)reader.list("list");
      (void)reader.word<Care>("care");
      (void)reader.text("text");
      reader.finish();
    });
    EXPECT_EQ(error.code, each.code) << each.text;
    EXPECT_TRUE(error.where.starts_with(each.where)) << each.text << ": " << error.where;
    EXPECT_NE(error.message.en.find(each.says), std::string::npos) << each.text << ": " << error.message.en;
    EXPECT_FALSE(error.message.zh.empty()) << each.text;
  }
}

TEST_F(Objects, MissWhatIsRequired) {
  const auto expect_missing = [](const Error& error) {
    EXPECT_EQ(error.code, ErrorCode::missing);
    EXPECT_EQ(error.where, "$.a");
  };
  expect_missing(error_of("{}", [](ObjectReader& reader) { (void)reader.require("a"); }));
  expect_missing(error_of(R"({"a": null})", [](ObjectReader& reader) { (void)reader.require_text("a"); }));
  expect_missing(error_of("{}", [](ObjectReader& reader) { (void)reader.require_date("a"); }));
  expect_missing(error_of("{}", [](ObjectReader& reader) { (void)reader.require_word<Care>("a"); }));
}

TEST_F(Objects, RefuseAKeyThatStandsTwiceAlsoAmongMany) {
  std::string text = "{\"k0\": 1";
  for (int i = 1; i < 40; ++i) text += ", \"k" + std::to_string(i) + "\": 1";
  const auto read_all = [](ObjectReader& reader) {
    for (int i = 0; i < 40; ++i) (void)reader.find("k");
  };
  EXPECT_EQ(error_of(text + "}", read_all).where, "no error");
  const Error error = error_of(text + ", \"k7\": 2}", read_all);
  EXPECT_EQ(error.code, ErrorCode::duplicate_key);
  EXPECT_EQ(error.where, "$.k7");
}

TEST_F(Objects, IgnoreKeysOfTheirOwners) {
  EXPECT_EQ(error_of(R"({"x-note": {"any": 1}, "x-": 2})", [](ObjectReader& reader) { reader.finish(); }).where,
            "no error");
}

// Whether the text is whole characters of UTF-8: a JSON reader says so.
bool is_whole(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? '\'' : c;
  json::Document document;
  return document.parse(quoted + "\"").has_value();
}

TEST_F(Objects, QuoteWholeCharactersOfALongKeyOrWord) {
  const std::string longest = "a就诊医疗机构所在地区划代码及其名称与等级说明";
  const Error key = error_of("{\"" + longest + "\": 1}", [](ObjectReader& reader) { reader.finish(); });
  EXPECT_TRUE(is_whole(key.message.zh + key.message.en + key.where)) << key.message.en;
  const Error word =
      error_of("{\"care\": \"" + longest + "\"}", [](ObjectReader& reader) { (void)reader.word<Care>("care"); });
  EXPECT_TRUE(is_whole(word.message.zh + word.message.en + word.where)) << word.message.en;
}

}  // namespace
}  // namespace yidan::exchange
