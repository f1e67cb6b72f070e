// Proofs of a pool for every person, situation, counter and amount, `yidan.proof/1`.
#pragma once

#include "contract/audit.h"
#include "contract/case.h"
#include "terms/proof.h"

namespace yidan::contract {

inline constexpr std::array kShownFields{
    object(kAuditText, "text", "所示情形", "which of the situations it is").required(),
    flag("than", "按比较的一方（另一日或另一目录）结算", "settled by what is compared with"),
    day("on", "结算所按的日期", "the day by which it is settled").required(),
    money("scope", "所示结算的政策范围内费用", "in the policy scope of the bills that are shown").required(),
    money("paid", "其中各基金支付", "what the funds pay of it").required(),
    plain(Kind::any, "case", "案例（yidan.case/1），可由 yidan settle 重算",
          "the case (yidan.case/1), which `yidan settle` settles again")
        .required(),
};
inline constexpr Object kShown{"proof-case", {"反例", "a case that shows a refutation"}, kShownFields, {}, false};

inline constexpr std::array kPropertyFields{
    word<Property>("property", "性质", "the property").required(),
    text("clauses", "要求它的条款", "the clauses that ask for it").many().required(),
    word<Verdict>("verdict", "结论", "what came of it").required(),
    number(0, 9'999'999, "situations", "政策所区分的情形（或成对情形）数",
           "how many situations, or pairs of them, the policy tells apart")
        .required(),
    decimal(3, "seconds", "用时（秒）", "how long it took, in seconds").required(),
    money("loss", "不成立时的损失（拆分为获益）", "of a refutation: what is lost, or gained by splitting"),
    money("at_most", "未证明已是最大时的上限", "where it may not be the largest: nobody's is larger than this"),
    basis(),
    object(kShown, "cases", "反例", "the cases that show a refutation").many().required(),
    object(kAuditText, "text", "说明文字", "the verdict in a sentence").required(),
};
inline constexpr Object kProvedProperty{
    "proved-property", {"一项性质的证明", "what was proved of a property"}, kPropertyFields, {}, false};

inline constexpr std::array kProofFields{
    format<"yidan.proof/1">(),
    pool().required(),
    day("on", "证明所及之日", "the day").required(),
    text("than", "比较的日期或目录；空为无", "the day or the folder that is compared with; empty: none").required(),
    object(kProvedProperty, "properties", "每项性质一条", "one a property").many().required(),
    object(kAuditText, "remarks", "没有证明的内容及原因", "what was not proved at all, and why").many(),
};
inline constexpr Object kProof{
    "yidan.proof/1",
    {"对所有人员、情形、累计和金额的证明", "proofs for every person, situation, counter and amount"},
    kProofFields,
    {},
    false};

}  // namespace yidan::contract
