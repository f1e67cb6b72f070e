// Reads `authority/matrix.yaml`: who may decide what.
#pragma once

#include "policy/competence.h"
#include "policy/parse/parse_pack.h"
#include "policy/parse/reader.h"

namespace yidan::policy {

// Adds what the file says to `competences`.
void read_competences(const YamlNode& root, const FileContext& context, Groups& groups, Competences& competences);

}  // namespace yidan::policy
