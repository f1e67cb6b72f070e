// The closed words of authority: who may decide what, and what has to be filed. See word.h.
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
enum class Filing : std::uint8_t { none, file, file_then_implement, report_then_implement };
template <>
struct Terms<Filing> {
  static constexpr std::string_view zh = "备案要求", en = "filing";
  static constexpr std::array<Word, 4> words{{
      {"none", "无", "none"},
      {"file", "报备案", "is filed"},
      {"file-then-implement", "先备案后实施", "is filed before it holds"},
      {"report-then-implement", "先请示报告后实施", "is approved on request before it holds"},
  }};
};

}  // namespace yidan
