// Files among the packs that nothing reads: a rule with another ending, at another depth, or a copy would be without
// effect, and nobody would see it.
#pragma once

#include "policy/source.h"

namespace yidan::policy {

// A problem for each of them, with what to do. Not asked after: README.md, which is for people; hidden files, which no
// source has. REQUIRES: the source has packs.
void check_unread(const Source& source, Problems& problems);

}  // namespace yidan::policy
