// What the service answers beside the formats that commands print too.
#pragma once

#include "contract/audit.h"

namespace yidan::contract {

inline constexpr std::array kNamedPoolFields{
    pool().required(),
    text("zh", "中文名称", "its Chinese name").required(),
    text("en", "英文名称", "its English name").required(),
};
inline constexpr Object kNamedPool{"named-pool", {"一个统筹区", "a pool"}, kNamedPoolFields, {}, false};

inline constexpr std::array kPoolsFields{
    format<"yidan.pools/1">(),
    object(kNamedPool, "pools", "统筹区", "the pools").many().required(),
};
inline constexpr Object kPools{"yidan.pools/1", {"全部统筹区", "all pools"}, kPoolsFields, {}, false};

inline constexpr std::array kRegistersFields{
    format<"yidan.registers/1">(),
    pool().required(),
    plain(Kind::any, "registers", "登记册的定义：字段、状态、办理事项、核查",
          "the definitions: fields, states, moves, checks")
        .many()
        .required(),
};
inline constexpr Object kRegisters{
    "yidan.registers/1", {"统筹区的登记册", "the registers of a pool"}, kRegistersFields, {}, false};

}  // namespace yidan::contract
