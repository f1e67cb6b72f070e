// The words of the national interface that we read or write: each code with its Chinese name, and how sure we are of
// it. Provinces add codes of four to six digits below those of two and three; what we do not know we refuse by name.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "national/field.h"
#include "terms/terms.h"

namespace yidan::national {

struct Code {
  std::string_view code;
  std::string_view zh;
  Mark mark = Mark::agreed;
};

struct Dictionary {
  std::string_view name;
  std::string_view zh;
  std::span<const Code> codes;
};

inline constexpr std::array kInsurance{
    Code{"310", "职工基本医疗保险"},     Code{"390", "城乡居民基本医疗保险"}, Code{"391", "城镇居民基本医疗保险"},
    Code{"380", "新型农村合作医疗"},     Code{"320", "公务员医疗补助"},       Code{"330", "大额医疗费用补助"},
    Code{"392", "城乡居民大病医疗保险"}, Code{"410", "长期照护保险"},         Code{"510", "生育保险"},
};
inline constexpr std::array kMedicalType{
    Code{"11", "普通门诊"},
    Code{"12", "门诊挂号"},
    Code{"13", "急诊"},
    Code{"14", "门诊慢特病"},
    Code{"19", "意外伤害门诊"},
    Code{"21", "普通住院"},
    Code{"22", "外伤住院", Mark::recalled},
    Code{"23", "转外诊治住院"},
    Code{"24", "急诊转住院"},
    Code{"41", "定点药店购药"},
    Code{"51", "生育门诊"},
    Code{"52", "生育住院"},
    Code{"53", "计划生育手术费"},
    Code{"71", "家庭病床", Mark::stated},
};
inline constexpr std::array kCredential{Code{"01", "医保电子凭证"}, Code{"02", "居民身份证"}, Code{"03", "社会保障卡"},
                                        Code{"04", "电子社保卡", Mark::stated}};
inline constexpr std::array kCertificate{Code{"01", "居民身份证(户口簿)", Mark::recalled},
                                         Code{"02", "军官证", Mark::recalled},
                                         Code{"03", "武警警官证", Mark::recalled},
                                         Code{"04", "港澳居民来往内地通行证", Mark::recalled},
                                         Code{"06", "台湾居民来往大陆通行证", Mark::recalled},
                                         Code{"07", "外国人永久居留证", Mark::recalled},
                                         Code{"08", "外国人护照", Mark::recalled},
                                         Code{"99", "其他", Mark::recalled}};
inline constexpr std::array kSex{Code{"0", "未知", Mark::recalled}, Code{"1", "男"}, Code{"2", "女"},
                                 Code{"9", "未说明", Mark::recalled}};
inline constexpr std::array kFlag{Code{"0", "否"}, Code{"1", "是"}};
inline constexpr std::array kSettlementWay{Code{"01", "按项目结算", Mark::recalled},
                                           Code{"02", "按定额结算", Mark::recalled}};
inline constexpr std::array kDiagnosisType{Code{"1", "西医诊断", Mark::stated}, Code{"2", "中医主病诊断", Mark::stated},
                                           Code{"3", "中医主证诊断", Mark::stated}};
inline constexpr std::array kLeaving{Code{"1", "医嘱离院", Mark::stated},   Code{"2", "医嘱转院", Mark::stated},
                                     Code{"3", "医嘱转社区", Mark::stated}, Code{"4", "非医嘱离院", Mark::stated},
                                     Code{"5", "死亡", Mark::stated},       Code{"9", "其他", Mark::stated}};
inline constexpr std::array kItemClass{Code{"1", "甲类", Mark::stated}, Code{"2", "乙类", Mark::stated},
                                       Code{"3", "丙类", Mark::stated}};
inline constexpr std::array kOperator{Code{"1", "经办人", Mark::stated}, Code{"2", "自助终端", Mark::stated},
                                      Code{"3", "移动终端", Mark::stated}};
inline constexpr std::array kClearing{Code{"11", "门诊", Mark::stated}, Code{"21", "住院", Mark::stated},
                                      Code{"41", "药店", Mark::stated}};
inline constexpr std::array kStatement{Code{"0", "对平", Mark::stated}, Code{"1", "中心多", Mark::stated},
                                       Code{"2", "医药机构多", Mark::stated}, Code{"3", "数据不一致", Mark::stated}};
inline constexpr std::array kFundPayType{
    Code{"310100", "职工基本医疗保险统筹基金"},
    Code{"310200", "职工基本医疗保险个人账户基金"},
    Code{"320100", "公务员医疗补助基金"},
    Code{"330100", "大额医疗费用补助基金"},
    Code{"390100", "城乡居民基本医疗保险基金"},
    Code{"390200", "城乡居民大病医疗保险基金"},
    Code{"610100", "医疗救助基金"},
    Code{"999997", "其他基金"},
};
inline constexpr std::array kPersonType{
    Code{"1101", "职工在职"}, Code{"1103", "灵活就业人员在职"}, Code{"1201", "职工退休"},       Code{"1401", "新生儿"},
    Code{"1403", "中小学生"}, Code{"1404", "大学生"},           Code{"1501", "普通居民(成年)"},
};

inline constexpr std::array kDictionaries{
    Dictionary{"insutype", "险种类型", kInsurance},
    Dictionary{"med_type", "医疗类别", kMedicalType},
    Dictionary{"mdtrt_cert_type", "就诊凭证类型", kCredential},
    Dictionary{"psn_cert_type", "人员证件类型", kCertificate},
    Dictionary{"gend", "性别", kSex},
    Dictionary{"flag", "标志", kFlag},
    Dictionary{"psn_setlway", "个人结算方式", kSettlementWay},
    Dictionary{"diag_type", "诊断类别", kDiagnosisType},
    Dictionary{"dscg_way", "离院方式", kLeaving},
    Dictionary{"chrgitm_lv", "收费项目等级", kItemClass},
    Dictionary{"opter_type", "经办人类别", kOperator},
    Dictionary{"clr_type", "清算类别", kClearing},
    Dictionary{"stmt_rslt", "对账结果", kStatement},
    Dictionary{"fund_pay_type", "基金支付类型", kFundPayType},
    Dictionary{"psn_type", "人员类别", kPersonType},
};

// Null when there is none of that name.
[[nodiscard]] constexpr const Dictionary* find_dictionary(std::string_view name) {
  const auto* found = std::ranges::find(kDictionaries, name, &Dictionary::name);
  return found == kDictionaries.end() ? nullptr : found;
}

// The code of that text, or of one it is a child of ("1101" of "11", "01" of "1"); null when there is none.
[[nodiscard]] constexpr const Code* find_code(const Dictionary& dictionary, std::string_view text) {
  for (const Code& each : dictionary.codes) {
    if (each.code == text) return &each;
  }
  if (dictionary.name == "chrgitm_lv" && text.size() == 2 && text.front() == '0')
    return find_code(dictionary, text.substr(1));
  const bool has_children = dictionary.name == "med_type";
  for (const Code& each : dictionary.codes) {
    if (has_children && text.size() > each.code.size() && text.starts_with(each.code)) return &each;
  }
  return nullptr;
}

}  // namespace yidan::national
