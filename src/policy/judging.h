// How strictly packs are read.
#pragma once

namespace yidan::policy {

// What is in use now is judged by all rules of today. What books were written by was judged when it was in use: it is
// read again to come to the same amounts, so that nothing is asked that binds none of them (files that nothing reads,
// the fit of citations, what documents say of themselves).
enum class Judging : unsigned char { now, kept };

}  // namespace yidan::policy
