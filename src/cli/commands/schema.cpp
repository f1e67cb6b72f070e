#include <algorithm>
#include <cstdio>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/terminal.h"
#include "contract/formats.h"
#include "terms/nearest.h"

namespace yidan::cli {
namespace {

int no_such_format(const std::string& name, Language language) {
  std::vector<std::string_view> names;
  std::string all;
  for (const contract::Format& format : contract::formats()) {
    names.push_back(format.name);
    all += " " + std::string(format.name);
  }
  const std::string meant(nearest(name, names));
  complain({"没有格式“" + name + "”" + (meant.empty() ? "" : "：是否应为“" + meant + "”？") + "（可用：" + all + "）",
            "no format '" + name + "'" + (meant.empty() ? "" : ": did you mean '" + meant + "'?") +
                " (there are:" + all + ")"},
           language);
  return kWrongUse;
}

std::string text_of(const contract::Format* format, const std::string& as) {
  if (as == "markdown") return contract::reference();
  if (as == "dictionary") return contract::dictionary_of(*format);
  return format == nullptr ? contract::all_schemas() : contract::schema_of(*format);
}

}  // namespace

int schema(const SchemaOptions& options) {
  const contract::Format* format = options.name.empty() ? nullptr : contract::find_format(options.name);
  if (format == nullptr && !options.name.empty()) return no_such_format(options.name, options.language);
  if (format == nullptr && options.as == "dictionary") {
    complain({"词典须指明格式，如：yidan schema --as dictionary yidan.case/1",
              "a dictionary is of one format, for example: yidan schema --as dictionary yidan.case/1"},
             options.language);
    return kWrongUse;
  }
  const std::string text = text_of(format, options.as);
  print(text);
  return kAllSettled;
}

}  // namespace yidan::cli
