#include "contract/paperwork.h"

namespace yidan::contract {

void check_prescription(const Members& members, Paperwork& paperwork, Reading& reading) {
  const bool has_days = paperwork.prescribed || paperwork.prescription_until;
  if (paperwork.prescription.empty() && has_days) {
    members.fail_missing("prescription", "写了处方日期而没有处方编号（prescription）：请补上",
                         "there are days of a prescription and no 'prescription': add its id");
  }
  if (reading.kept) return;
  const std::string day = to_text(reading.on);
  if (paperwork.prescribed && *paperwork.prescribed > reading.on) {
    fail(ErrorCode::contradiction, members.place("prescribed"), "处方开具日晚于就诊日 " + day + "：请核对",
         "the prescription was issued after the day of the encounter, " + day + ": check both");
  }
  if (paperwork.prescription_until && *paperwork.prescription_until <= reading.on) {
    const std::string until = to_text(*paperwork.prescription_until);
    fail(ErrorCode::contradiction, members.place("prescription_until"),
         "处方自 " + until + " 起失效，就诊日 " + day + " 不能再用：请重新开具",
         "the prescription is not valid from " + until + " on, the encounter is of " + day + ": have a new one issued");
  }
}

void check_telemedicine(const Members& members, Paperwork& paperwork, Reading& reading) {
  if (!paperwork.telemedicine || !is_stay(reading.care) || reading.kept) return;
  fail(ErrorCode::contradiction, members.place("telemedicine"), "住院不能是互联网（远程）诊疗：请删去其一",
       "a stay is no consultation at a distance: leave one of them out");
}

void check_credential(const Members& members, Paperwork& paperwork, Reading& reading) {
  if (reading.kept) return;
  if (paperwork.credential == Credential::e_voucher && !paperwork.verified) {
    fail(ErrorCode::not_permitted, members.place("verified"),
         "电子凭证的令牌未经核验，不能据以认定身份：请核验，或改用社会保障卡、身份证，并写明原因（failed、failure）",
         "the token of the e-voucher was not verified, which identifies nobody: have it verified, or use the card "
         "instead and say why ('failed', 'failure')");
  }
  if (!paperwork.failed) {
    if (paperwork.failure.empty()) return;
    members.fail_missing("failed", "写了未能核验的原因而没有写是哪种凭证（failed）：请补上",
                         "there is a 'failure' and no 'failed': say which credential it was");
  }
  if (paperwork.failure.empty()) {
    members.fail_missing("failure", "未能核验的凭证须写明原因（failure）", "say why the credential failed: 'failure'");
  }
  if (!paperwork.credential || *paperwork.credential == *paperwork.failed) {
    fail(ErrorCode::contradiction, members.place("credential"),
         "凭证未能核验时，须改用另一种凭证（credential）核验身份",
         "where a credential failed, the person is identified by another one: say by which in 'credential'");
  }
}

}  // namespace yidan::contract
