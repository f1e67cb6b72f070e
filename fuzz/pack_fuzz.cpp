// Any bytes as a file of a pack: problems are reported, nothing crashes.

#include <cstdint>
#include <string>

#include "policy/parse/parse_benefit.h"
#include "policy/parse/parse_parameter.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace yidan::policy;  // NOLINT
  const std::string text(reinterpret_cast<const char*>(data), size);
  Problems problems;
  const ClauseRegister clauses{{"YT-2.1-a", {}}};
  Groups groups{{"needy", {}}};
  const YamlNode root = parse_yaml(text, "fuzz.yaml", problems);
  const FileContext context{"fuzz.yaml", problems, clauses};
  (void)read_benefit(root, context, groups);
  for (const char* id : {"b.deductible", "b.ratio", "b.cap", "b.tilt-deductible", "b.tilt-ratio", "categories.rank"}) {
    (void)read_parameter(root, id, context, groups);
  }
  for (const Problem& problem : problems.sorted()) (void)to_text(problem, yidan::Language::zh);
  return 0;
}
