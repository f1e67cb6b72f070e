#include "national/message.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "national/dictionaries.h"
#include "national/outpatient_fields.h"

namespace yidan::national {
namespace {

class MessageTest : public testing::Test {
 protected:
  const json::Value& parsed(std::string_view text) {
    const auto value = document_.parse(text);
    EXPECT_TRUE(value) << text;
    return **value;
  }
  std::vector<std::string> places(std::string_view text, std::span<const Field> fields) {
    std::vector<Error> faults;
    check_fields(parsed(text), fields, "$.input.data", faults);
    std::vector<std::string> list;
    for (const Error& each : faults) list.push_back(each.where + " " + std::string(code_of(each.code)));
    return list;
  }

  json::Document document_;
};

constexpr std::string_view kRight =
    R"({"psn_no": "p", "mdtrt_cert_type": "02", "mdtrt_cert_no": "1", "med_type": "11", "medfee_sumamt": 150.5,
        "psn_setlway": "01", "mdtrt_id": "M", "chrg_bchno": "1", "acct_used_flag": "1", "insutype": "310"})";

TEST_F(MessageTest, ReadsWhatIsRight) {
  EXPECT_EQ(places(kRight, kTrialAsked), std::vector<std::string>());
  const Reader reader(parsed(kRight));
  EXPECT_EQ(reader.money("medfee_sumamt"), Money::fen(15'050));
  EXPECT_TRUE(reader.flag("acct_used_flag"));
  EXPECT_EQ(reader.text("absent"), "");
}

TEST_F(MessageTest, TellsAllThatIsWrongAtOnce) {
  EXPECT_EQ(places(R"({"psn_no": "", "mdtrt_cert_type": "2", "mdtrt_cert_no": [], "med_type": "99",
                       "medfee_sumamt": "1e3", "psn_setlway": "01", "mdtrt_id": "1234567890123456789012345678901",
                       "chrg_bchno": "1", "acct_used_flag": "2", "insutype": "310"})",
                   kTrialAsked),
            (std::vector<std::string>{"$.input.data.psn_no missing", "$.input.data.mdtrt_cert_type invalid-value",
                                      "$.input.data.mdtrt_cert_no wrong-type", "$.input.data.med_type invalid-value",
                                      "$.input.data.medfee_sumamt invalid-value", "$.input.data.mdtrt_id invalid-value",
                                      "$.input.data.acct_used_flag invalid-value"}));
}

TEST_F(MessageTest, TakesNumbersAsProgramsWriteThem) {
  const auto number = [&](std::string_view text) {
    return Reader(parsed(R"({"x": )" + std::string(text) + "}")).number("x", 2);
  };
  EXPECT_EQ(number("12.3"), 1'230);
  EXPECT_EQ(number("\"12.30\""), 1'230);
  EXPECT_EQ(number("\"12.3000\""), 1'230) << "noughts change nothing";
  EXPECT_EQ(number("\"12.\""), 1'200);
  EXPECT_EQ(number("-4.05"), -405);
  EXPECT_EQ(number("\"12.345\""), 0) << "it was refused before";
}

TEST_F(MessageTest, KnowsOtherSpellings) {
  EXPECT_EQ(Reader(parsed(R"({"insuplc_admvs": "370600"})")).text("insuplc_admdvs"), "370600");
  EXPECT_EQ(Reader(parsed(R"({"insuplc_admdvs": "", "insuplc_admvs": "370600"})")).text("insuplc_admdvs"), "370600");
}

TEST_F(MessageTest, KnowsChildrenOfKindsOfCare) {
  const Dictionary& care = *find_dictionary("med_type");
  EXPECT_EQ(find_code(care, "140104")->code, "14");
  EXPECT_EQ(find_code(care, "1101")->code, "11");
  EXPECT_EQ(find_code(care, "9901"), nullptr) << "of provinces that do not agree";
  EXPECT_EQ(find_code(*find_dictionary("insutype"), "3101"), nullptr);
}

TEST_F(MessageTest, TakesAListOfOneAsTheOne) {
  constexpr Node node{.name = "data", .fields = kLinesTakenBack, .list = true};
  std::vector<Error> faults;
  check_node(parsed(R"({"data": {"mdtrt_id": "M", "chrg_bchno": "1", "psn_no": "p"}})"), node, "$.input", faults);
  EXPECT_TRUE(faults.empty());
  check_node(parsed(R"({"data": [{"mdtrt_id": "M", "psn_no": "p"}]})"), node, "$.input", faults);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults.front().where, "$.input.data[0].chrg_bchno");
  check_node(parsed(R"({"data": "x"})"), node, "$.input", faults);
  EXPECT_EQ(faults.back().code, ErrorCode::wrong_type);
}

TEST_F(MessageTest, ReadsAnEnvelope) {
  const std::string text =
      R"({"msgid": "H37060000001202303051000000001", "mdtrtarea_admvs": "370600", "recer_sys_code": "1",
          "infver": "V1.0", "opter_type": "1", "opter": "001", "opter_name": "张", "inf_time": "2023-03-05 10:00:00",
          "fixmedins_code": "H37060000001", "fixmedins_name": "示范医院", "input": {"data": {}}})";
  std::vector<Error> faults;
  const Envelope envelope = read_envelope(parsed(text), "2201", faults);
  EXPECT_TRUE(faults.empty()) << faults.front().where;
  EXPECT_EQ(envelope.infno, "2201");
  EXPECT_EQ(envelope.institution, "H37060000001");
  (void)read_envelope(parsed(text), "", faults);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults.front().where, "$.infno") << "an envelope without a number";
  faults.clear();
  (void)read_envelope(parsed(R"({"infno": "2202", "input": []})"), "2201", faults);
  EXPECT_TRUE(std::ranges::any_of(faults, [](const Error& each) { return each.code == ErrorCode::contradiction; }));
}

}  // namespace
}  // namespace yidan::national
