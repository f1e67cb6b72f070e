// Reads a benefit's header: `<benefit>/benefit.yaml`.
#pragma once

#include "policy/parse/pack.h"
#include "policy/parse/parse_pack.h"
#include "policy/parse/reader.h"

namespace yidan::policy {

[[nodiscard]] BenefitHeader read_benefit(const YamlNode& root, const FileContext& context, Groups& groups);

// The identities that a word stands for: one category, or a group of them.
[[nodiscard]] WordSet<Identity> read_identities(const YamlNode& node, const FileContext& context, Groups& groups);

}  // namespace yidan::policy
