// What answers of the books share: the key of the request, the receipt, and that there is no gate.
#pragma once

#include "contract/answer.h"

namespace yidan::contract {

constexpr Field key_field() {
  return text("key", "请求的键：1 至 200 字节，无控制字符", "the request's key: 1 to 200 bytes, no control characters");
}
// Said of books that `init --ungated` made: nobody proved that the packs may be in force.
constexpr Field ungated() {
  return flag("ungated", "账册未设关口：所用政策包未经启用（init --ungated）",
              "the books have no gate: their packs were not put into force (init --ungated)");
}

inline constexpr std::array kReceiptFields{
    number(0, INT64_MAX, "event", "事件号", "number of the event").required(),
    key_field().required(),
    text("packs", "政策包的摘要", "digest of the packs").required(),
    text("engine", "程序版本", "version of the program").required(),
    text("inputs", "所据内容的摘要", "digest of what was decided on").required(),
};
inline constexpr Object kReceipt{"receipt", {"回执", "the receipt"}, kReceiptFields, {}, false};

}  // namespace yidan::contract
