// A city's rules of a day on one page, in plain words.
#pragma once

#include <string>

#include "base/result.h"

namespace CLI {
class App;
}

namespace yidan::cli {

struct ExplainOptions {
  std::string packs;
  std::string pool;
  std::string on;
  std::string as;
  Language language = Language::zh;
};

int explain(const ExplainOptions& options);
void add_explain(CLI::App& group, ExplainOptions& options, const std::string& packs, Language language, int& status);

}  // namespace yidan::cli
