#include "exchange/changed_amounts.h"

#include <array>

namespace yidan::exchange {

std::string changed_amounts(const Payers& before, const Payers& after, Language language) {
  struct Part {
    const char* zh;
    const char* en;
    Money before;
    Money after;
  };
  const std::array<Part, 3> parts{{{"基金", "funds", before.funds, after.funds},
                                   {"账户", "account", before.account, after.account},
                                   {"现金", "cash", before.cash, after.cash}}};
  std::string text;
  for (const Part& part : parts) {
    if (part.before == part.after) continue;
    text += std::string("  ") + (language == Language::zh ? part.zh : part.en) + " " + to_grouped_text(part.before) +
            " → " + to_grouped_text(part.after);
  }
  return text;
}

}  // namespace yidan::exchange
