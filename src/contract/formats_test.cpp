#include "contract/formats.h"

#include <set>

#include <gtest/gtest.h>

#include "base/json.h"
#include "base/json_canonical.h"
#include "contract/answer.h"
#include "contract/parts.h"
#include "contract/value_reader.h"
#include "contract/write.h"

namespace yidan::contract {
namespace {

TEST(Formats, AreFoundByTheirNameAndItsShortForm) {
  ASSERT_NE(find_format("yidan.case/1"), nullptr);
  EXPECT_EQ(find_format("case"), find_format("yidan.case/1"));
  EXPECT_EQ(find_format("credit-summary")->name, "yidan.credit-summary/1");
  EXPECT_EQ(find_format("cases"), nullptr);
}

TEST(Formats, HaveASchemaEachThatIsJson) {
  for (const Format& format : formats()) {
    const std::string text = schema_of(format);
    json::Document document;
    const auto schema = document.parse(text);
    ASSERT_TRUE(schema) << format.name;
    EXPECT_EQ(json::find(**schema, "$id")->text, "urn:yidan:" + std::string(format.name));
  }
}

// Every field of every object says what it is in both languages, and no object has a name twice.
TEST(Formats, HaveFieldsThatAreSaidInBothLanguages) {
  Parts parts;
  for (const Format& format : formats()) parts.add(format);
  for (const Part& part : parts.list()) {
    std::set<std::string_view> names;
    EXPECT_FALSE(part.object->gist.zh.empty()) << part.name;
    for (const Field& field : part.object->fields) {
      EXPECT_TRUE(names.insert(field.name).second) << part.name << " has '" << field.name << "' twice";
      EXPECT_FALSE(field.gist.zh.empty() || field.gist.en.empty()) << part.name << "." << field.name;
      const bool has_words = field.kind == Kind::word || field.kind == Kind::constant;
      EXPECT_EQ(has_words, !field.words.empty()) << part.name << "." << field.name;
      EXPECT_EQ(field.kind == Kind::object, field.object != nullptr) << part.name << "." << field.name;
    }
  }
}

TEST(ErrorWords, AreThoseOfTheCodes) {
  for (std::size_t i = 0; i < kErrorWords.size(); ++i) {
    EXPECT_EQ(kErrorWords[i].code, code_of(static_cast<ErrorCode>(i)));
  }
  EXPECT_EQ(static_cast<std::size_t>(ErrorCode::forbidden) + 1, kErrorWords.size());
}

TEST(Dictionary, HasNamesAndWordsInQuotes) {
  const std::string text = dictionary_of(*find_format("case"));
  EXPECT_NE(text.find("\"\\\"self_pay_first\\\"\"\n"), std::string::npos);
  EXPECT_NE(text.find("\"\\\"minimum-living\\\"\"\n"), std::string::npos);
}

// Numbers in quotes keep their decimals.
TEST(Decimal, IsWrittenAsItIsRead) {
  for (const char* text : {"0.0000", "2.5000", "12.0001", "100000000000000000000.0000"}) {
    const Field field = decimal(4, "quantity", "数量", "quantity");
    const json::Value value{.kind = json::Kind::string, .text = text};
    std::string out;
    json::Writer json(out, json::Writer::Style::compact);
    put(json, field, decimal_of(value, Path{}, 4));
    EXPECT_EQ(out, '"' + std::string(text) + '"');
  }
}

}  // namespace
}  // namespace yidan::contract
