#include "base/json_writer.h"

#include <climits>

#include <gtest/gtest.h>

#include "base/json.h"

namespace yidan::json {
namespace {

std::string write(Writer::Style style) {
  std::string out;
  Writer json(out, style);
  json.begin_object();
  json.key("bill");
  json.string("E1");
  json.key("layers");
  json.begin_array();
  json.begin_object();
  json.key("paid");
  json.raw("\"383.50\"");
  json.key("draft");
  json.boolean(false);
  json.end_object();
  json.number(2);
  json.end_array();
  json.key("steps");
  json.begin_array();
  json.end_array();
  json.key("error");
  json.begin_object();
  json.end_object();
  json.end_object();
  return out;
}

TEST(JsonWriter, WritesOneLineForPrograms) {
  EXPECT_EQ(write(Writer::Style::compact),
            R"({"bill":"E1","layers":[{"paid":"383.50","draft":false},2],"steps":[],"error":{}})");
}

TEST(JsonWriter, IndentsForPeople) {
  EXPECT_EQ(write(Writer::Style::pretty), R"({
  "bill": "E1",
  "layers": [
    {
      "paid": "383.50",
      "draft": false
    },
    2
  ],
  "steps": [],
  "error": {}
})");
}

std::string as_json(std::string_view text) {
  std::string out;
  Writer(out, Writer::Style::compact).string(text);
  return out;
}

TEST(JsonWriter, EscapesWhatJsonDoesNotAllow) {
  EXPECT_EQ(as_json(""), R"("")");
  EXPECT_EQ(as_json("一单 bill /"), R"("一单 bill /")");
  EXPECT_EQ(as_json("\"\\\n\t\r"), R"("\"\\\n\t\r")");
  EXPECT_EQ(as_json(std::string_view("\0\x01\x1f\x7f", 4)), "\"\\u0000\\u0001\\u001f\x7f\"");
  EXPECT_EQ(as_json("a\"b"), R"("a\"b")");
}

TEST(JsonWriter, WritesNumbersWhole) {
  std::string out;
  Writer json(out, Writer::Style::compact);
  json.begin_array();
  json.number(LLONG_MIN);
  json.number(LLONG_MAX);
  json.end_array();
  EXPECT_EQ(out, "[-9223372036854775808,9223372036854775807]");
}

TEST(JsonWriter, KeepsThePlaceOfAValueThatIsAppendedDirectly) {
  std::string out;
  Writer json(out, Writer::Style::compact);
  json.begin_array();
  for (const char* word : {"1", "2"}) {
    json.value();
    out += word;
  }
  json.end_array();
  EXPECT_EQ(out, "[1,2]");
}

TEST(JsonWriter, WritesWhatTheReaderReadsBack) {
  std::string every;
  for (int c = 0; c < 128; ++c) every += static_cast<char>(c);
  const std::string text = as_json(every + "一单😀");
  Document document;
  const auto parsed = document.parse(text);
  ASSERT_TRUE(parsed);
  EXPECT_EQ((*parsed)->text, every + "一单😀");
}

}  // namespace
}  // namespace yidan::json
