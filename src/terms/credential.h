// The closed words of how a person shows who they are at the counter. See word.h.
#pragma once

#include "terms/word.h"

namespace yidan {

enum class Credential : std::uint8_t { e_voucher, social_card, id_card };
template <>
struct Terms<Credential> {
  static constexpr std::string_view zh = "身份凭证", en = "credential";
  static constexpr std::array<Word, 3> words{{
      {"e-voucher", "医保电子凭证", "the electronic insurance voucher"},
      {"social-card", "社会保障卡", "the social-security card"},
      {"id-card", "居民身份证", "the identity card"},
  }};
};

}  // namespace yidan
