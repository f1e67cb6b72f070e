// The envelope of every message of the national interface.
#pragma once

#include <array>

#include "national/field.h"

namespace yidan::national {

// What is sent.
inline constexpr std::array kRequestFields{
    c("infno", "交易编号", "transaction number", 6).must(),
    c("msgid", "发送方报文ID", "institution code (12) + yyyyMMddHHmmss (14) + sequence (4); unique per request", 30)
        .must(),
    c("mdtrtarea_admvs", "就医地医保区划", "division of treatment (the name really is `admvs`)", 6).must(),
    c("insuplc_admdvs", "参保地医保区划", "division of enrolment, obtained by 1101", 6),
    c("recer_sys_code", "接收方系统代码", "receiving system; local meaning", 10).must(),
    c("dev_no", "设备编号", "device", 100),
    c("dev_safe_info", "设备安全信息", "device security data", 2000),
    c("cainfo", "数字签名信息", "signature", 1024),
    c("signtype", "签名类型", "SM2 or SM3 recommended", 10),
    c("infver", "接口版本号", "e.g. V1.0, told by the insurer", 6).must(),
    c("opter_type", "经办人类别", "1 clerk, 2 self-service terminal, 3 mobile", 3).of("opter_type").must(),
    c("opter", "经办人", "clerk or terminal number", 30).must(),
    c("opter_name", "经办人姓名", "clerk or terminal name", 50).must(),
    dt("inf_time", "交易时间", "time of the request").must(),
    c("fixmedins_code", "定点医药机构编号", "institution (H… hospital, P… pharmacy)", 12).must(),
    c("fixmedins_name", "定点医药机构名称", "institution", 200).must(),
    c("sign_no", "交易签到流水号", "from 9001", 30),
    c("input", "交易输入", "object holding one or more named nodes", 40000).must(),
};

// What is answered.
inline constexpr std::array kResponseFields{
    n("infcode", "交易状态码", "0 success, -1 failure", 4).must(),
    c("inf_refmsgid", "接收方报文ID", "division (6) + yyyyMMddHHmmss (14) + sequence (10)", 30).must(),
    c("refmsg_time", "接收报文时间", "yyyyMMddHHmmssSSS", 17),
    c("respond_time", "响应报文时间", "yyyyMMddHHmmssSSS", 17),
    c("err_msg", "错误信息", "failure text; may be longer in practice", 200),
    c("output", "交易输出", "object holding named nodes", 40000),
    c("cainfo", "数字签名信息", "signature of the answer", 1024).marked(Mark::recalled),
    c("signtype", "签名类型", "its kind", 10).marked(Mark::recalled),
    c("warn_msg", "提示信息", "a warning"),
};

}  // namespace yidan::national
