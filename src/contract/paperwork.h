// What was shown at the counter and issued for a bill: the credential, the electronic invoice, the electronic
// prescription. Whether an invoice or a prescription was used before is for the books to say.
#pragma once

#include "contract/read.h"
#include "contract/write.h"

namespace yidan::contract {

void check_prescription(const Members& members, Paperwork& paperwork, Reading& reading);
void check_credential(const Members& members, Paperwork& paperwork, Reading& reading);
void check_telemedicine(const Members& members, Paperwork& paperwork, Reading& reading);

inline constexpr auto kPaperwork = table<Paperwork>(
    "paperwork", "凭证与票据：不影响金额", "what was shown and issued at the counter; it decides no amount",
    at<&Paperwork::invoice>(id("invoice", "电子发票号码", "number of the electronic invoice")),
    at<&Paperwork::prescription>(id("prescription", "电子处方编号", "id of the electronic prescription")),
    at<&Paperwork::prescribed>(day("prescribed", "处方开具日", "day on which it was issued")),
    at<&Paperwork::prescription_until>(
        end("prescription_until", "处方失效日（不含）", "the first day on which the prescription is not valid")),
    rule<check_prescription>("处方的开具日不晚于就诊日，失效日晚于就诊日",
                             "a prescription is issued by the day of the encounter and still valid on it"),
    at<&Paperwork::telemedicine>(flag("telemedicine", "互联网（远程）诊疗", "a consultation at a distance")),
    rule<check_telemedicine>("住院不是远程诊疗", "a stay is no consultation at a distance"),
    at<&Paperwork::credential>(word<Credential>("credential", "核验身份的凭证", "by which the person was identified")),
    at<&Paperwork::verified>(flag("verified", "凭证令牌已核验", "its token was verified")),
    at<&Paperwork::failed>(word<Credential>("failed", "此前未能核验的凭证", "the one that was tried before")),
    at<&Paperwork::failure>(text("failure", "未能核验的原因", "why it failed")),
    rule<check_credential>(
        "电子凭证须已核验；未能核验的写明原因，改用实体卡",
        "an e-voucher was verified; of one that failed the reason is told, and the card by which the "
        "person was identified instead"),
    at<&Paperwork::mobile_payment>(flag("mobile_payment", "个人负担以移动支付结清", "the rest was paid by mobile")),
    closed);

}  // namespace yidan::contract
