// The closed words of authority: who may decide what, what has to be filed, and what becomes of a decision. See word.h.
#pragma once

#include "terms/word.h"

namespace yidan {

// Who decides a value, from the nation down.
enum class Decider : std::uint8_t {
  nation,
  province,
  pooling_area,
  city_government,
  city_bureau,
  bureau_and_others,
  bureau_and_finance,
  bureau_finance_and_tax,
  city_agency,
  county,
};
template <>
struct Terms<Decider> {
  static constexpr std::string_view zh = "决策层级", en = "who decides";
  static constexpr std::array<Word, 10> words{{
      {"nation", "国家", "the nation"},
      {"province", "省", "the province"},
      {"pooling-area", "统筹地区", "the pooling area"},
      {"city-government", "市政府", "the city's government"},
      {"city-bureau", "市医疗保障部门", "the city's healthcare security bureau"},
      {"bureau-and-others", "市医疗保障部门会同有关部门", "the city's bureau with a further department"},
      {"bureau-and-finance", "市医疗保障部门会同财政部门", "the city's bureau and its finance department"},
      {"bureau-finance-and-tax", "市医疗保障部门会同财政、税务部门", "the city's bureau, finance and tax departments"},
      {"city-agency", "市医保经办机构", "the city's agency"},
      {"county", "县", "the county"},
  }};
};

// What has to be done with a decision before it holds.
enum class FilingDemand : std::uint8_t { none, file, file_then_implement, report_then_implement };
template <>
struct Terms<FilingDemand> {
  static constexpr std::string_view zh = "备案要求", en = "filing";
  static constexpr std::array<Word, 4> words{{
      {"none", "无", "none"},
      {"file", "报备案", "is filed"},
      {"file-then-implement", "先备案后实施", "is filed before it holds"},
      {"report-then-implement", "先请示报告后实施", "is approved on request before it holds"},
  }};
};

// Who puts a name to a decision, receives a filing, or approves.
enum class Body : std::uint8_t {
  nation,
  province,
  city_government,
  bureau,
  finance,
  tax,
  other_department,
  agency,
  county,
};
template <>
struct Terms<Body> {
  static constexpr std::string_view zh = "机关", en = "body";
  static constexpr std::array<Word, 9> words{{
      {"nation", "国家有关部门", "a national authority"},
      {"province", "省医疗保障局或省政府", "the provincial bureau or government"},
      {"city-government", "市政府", "the city's government"},
      {"bureau", "市医疗保障局", "the city's healthcare security bureau"},
      {"finance", "市财政局", "the city's finance bureau"},
      {"tax", "市税务局", "the city's tax service"},
      {"other-department", "市其他部门", "another department of the city"},
      {"agency", "市医保经办机构", "the city's agency"},
      {"county", "县（市、区）", "a county or district"},
  }};
};

// What is done with a decision.
enum class DecisionAct : std::uint8_t { decide, file, approve, activate, withdraw };
template <>
struct Terms<DecisionAct> {
  static constexpr std::string_view zh = "决策办理", en = "act on a decision";
  static constexpr std::array<Word, 5> words{{
      {"decide", "登记决策", "registration"},
      {"file", "备案", "filing"},
      {"approve", "请示获准", "approval on request"},
      {"activate", "启用", "putting into force"},
      {"withdraw", "撤回", "withdrawal"},
  }};
};

// What came back from whom it was filed with.
enum class FilingResult : std::uint8_t { accepted, returned };
template <>
struct Terms<FilingResult> {
  static constexpr std::string_view zh = "备案结果", en = "result of a filing";
  static constexpr std::array<Word, 2> words{{
      {"accepted", "准予备案", "accepted"},
      {"returned", "退回", "returned"},
  }};
};

// Whose direction of reform an exploration follows (RZ-2.3-b).
enum class ReformDirection : std::uint8_t { nation, province, city };
template <>
struct Terms<ReformDirection> {
  static constexpr std::string_view zh = "改革方向", en = "direction of reform";
  static constexpr std::array<Word, 3> words{{
      {"nation", "国家改革方向", "the nation's"},
      {"province", "省改革方向", "the province's"},
      {"city", "市改革方向", "the city's"},
  }};
};

// What a rule of the register of decisions asks of a decision.
enum class Asks : std::uint8_t {
  city_level,
  authority,
  not_uniform,
  further_department,
  end,
  direction,
  filed,
  filed_before,
  filed_as_decided,
  approved_before,
  figures,
};
template <>
struct Terms<Asks> {
  static constexpr std::string_view zh = "决策要求", en = "requirement on a decision";
  static constexpr std::array<Word, 11> words{{
      {"city-level", "不得由县级自定", "no county decides"},
      {"authority", "由有权机关决定", "decided by whom it is for"},
      {"not-uniform", "不属全省统一规定", "not fixed for the whole province"},
      {"further-department", "会同有关部门", "with a further department"},
      {"end", "写明截止日", "has an end"},
      {"direction", "写明改革方向和依据", "names its direction and basis"},
      {"filed", "已备案", "filed"},
      {"filed-before", "先备案后实施", "filed before it holds"},
      {"filed-as-decided", "按权限表备案", "filed as the matrix of authority says"},
      {"approved-before", "先请示获准后实施", "approved before it holds"},
      {"figures", "记录经济和基金数据", "economy and fund figures recorded"},
  }};
};

// What comes of a requirement that is not met.
enum class Severity : std::uint8_t { refuse, warn };
template <>
struct Terms<Severity> {
  static constexpr std::string_view zh = "未满足时", en = "when it is not met";
  static constexpr std::array<Word, 2> words{{
      {"refuse", "不予通过", "refused"},
      {"warn", "提醒", "warned of"},
  }};
};

}  // namespace yidan
