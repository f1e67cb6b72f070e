// How registers name bills and times.
#include "registers/bill_seen.h"

#include <gtest/gtest.h>

#include "registers/field_values.h"

namespace yidan::registers {
namespace {

TEST(BillName, IsReadAsItIsWritten) {
  for (const std::string text : {"H1/E1/2023-03-05", "H1/2023/03/0001/2023-03-05"}) {
    const auto name = parse_bill_name(text);
    ASSERT_TRUE(name) << text;
    EXPECT_EQ(to_text(*name), text);
    EXPECT_EQ(name->provider, "H1");
  }
  EXPECT_EQ(parse_bill_name("H1/2023/03/0001/2023-03-05")->encounter, "2023/03/0001");
}

TEST(BillName, NeedsItsThreeParts) {
  for (const char* text :
       {"", "E1", "H1/E1", "H1/2023-03-05", "/E1/2023-03-05", "H1//2023-03-05", "H1/E1/2023-02-30"}) {
    const auto name = parse_bill_name(text);
    ASSERT_FALSE(name) << text;
    EXPECT_EQ(name.error().code, ErrorCode::invalid_value);
  }
}

TEST(FieldValues, ATimeHasADayAndATime) {
  policy::RegisterDefinition definition;
  definition.fields.push_back({.name = "at", .type = FieldType::time});
  const auto read = [&](const char* text) { return read_fields(definition, {{"at", {text}}}); };
  EXPECT_EQ(read("2022-03-02T08:30:00.5")->at("at").front(), "2022-03-02 08:30:00");
  for (const char* text : {"2022-03-02", "08:30:00", "2022-03-02 25:00:00"}) EXPECT_FALSE(read(text)) << text;
}

}  // namespace
}  // namespace yidan::registers
