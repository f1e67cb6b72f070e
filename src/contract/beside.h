// What others than the funds pay, `yidan.supplements/1`, and by what people were identified and paid at the counter,
// `yidan.credentials/1`.
#pragma once

#include "contract/audit.h"
#include "contract/receipt.h"
#include "terms/credential.h"

namespace yidan::contract {

inline constexpr std::array kPayoutFields{
    text("entry", "登记编号", "the entry's id").required(),
    text("source", "性质", "what kind of help").required(),
    text("programme", "项目", "the programme"),
    text("payer", "给付单位", "who paid"),
    money("amount", "金额", "the amount").required(),
    day("day", "给付日", "the day").required(),
    text("document", "凭证号", "the document").required(),
};
inline constexpr Object kPayout{"payout", {"一笔给付", "a payout"}, kPayoutFields, {}, false};

inline constexpr std::array kBillHelpFields{
    text("bill", "结算单：机构/就诊/日期", "the bill: institution/encounter/day").required(),
    money("total", "费用", "what it cost").required(),
    money("funds", "基金支付", "paid by all funds").required(),
    money("outside", "目录外费用", "cost outside the catalogue and above payment standards").required(),
    money("in_scope", "范围内个人负担", "what is left of cost in scope").required(),
    object(kPayout, "payouts", "其他给付", "what others paid").many().required(),
    money("received", "其他给付合计", "the sum of it").required(),
    money("left", "仍由个人负担", "what is left to the person").required(),
    money("above", "所得超出费用", "by how much receipts are above the cost"),
    text("programmes", "可申请的项目", "programmes that the person may ask").many().required(),
};
inline constexpr Object kBillHelp{"bill-help", {"一单的其他保障", "help for a bill"}, kBillHelpFields, {}, false};

inline constexpr std::array kProgrammeFields{
    text("entry", "登记编号", "the entry's id").required(), text("name", "项目名称", "its name").required(),
    text("sponsor", "主办单位", "its sponsor").required(),  text("source", "性质", "what kind of help").required(),
    text("conditions", "申请条件", "its conditions"),
};
inline constexpr Object kProgramme{"programme", {"一个项目", "a programme"}, kProgrammeFields, {}, false};

inline constexpr std::array kSupplementsFields{
    format<"yidan.supplements/1">(),
    pool().required(),
    id("person", "人员编号", "the person's id").required(),
    day("on", "日期", "the day").required(),
    object(kBillHelp, "bills", "各结算单", "the bills").many().required(),
    object(kProgramme, "programmes", "当日进行中的项目", "the programmes of that day").many().required(),
    ungated(),
};
inline constexpr Object kSupplements{
    "yidan.supplements/1", {"基金之外的保障", "what help there is beside the funds"}, kSupplementsFields, {}, false};

inline constexpr std::array kCredentialShareFields{
    word<Credential>("credential", "凭证；未写明的不写", "the credential; absent where it was not told"),
    number(0, INT64_MAX, "bills", "结算笔数", "bills").required(),
    text("share", "占比（%）", "their share, in per cent").required(),
    number(0, INT64_MAX, "mobile_payment", "移动支付笔数", "of them paid by mobile").required(),
    number(0, INT64_MAX, "telemedicine", "远程诊疗笔数", "of them at a distance").required(),
    number(0, INT64_MAX, "failed", "此凭证未能核验的笔数", "bills for which this credential failed").required(),
};
inline constexpr Object kCredentialShare{
    "credential-share", {"一种凭证的使用", "the use of a credential"}, kCredentialShareFields, {}, false};

inline constexpr std::array kCredentialsFields{
    format<"yidan.credentials/1">(),
    pool().required(),
    day("from", "首日", "the first day").required(),
    day("to", "末日", "the last day").required(),
    number(0, INT64_MAX, "bills", "结算笔数", "bills").required(),
    object(kCredentialShare, "shares", "按凭证", "by credential").many().required(),
    ungated(),
};
inline constexpr Object kCredentials{
    "yidan.credentials/1", {"凭证使用情况", "by what people were identified"}, kCredentialsFields, {}, false};

}  // namespace yidan::contract
