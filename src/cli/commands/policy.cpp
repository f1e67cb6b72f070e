#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <system_error>

#include "base/decimal.h"
#include "cli/batch_files.h"
#include "cli/commands/commands.h"
#include "cli/line_stream.h"
#include "cli/load.h"
#include "cli/output_file.h"
#include "cli/system_reason.h"
#include "cli/terminal.h"
#include "exchange/effect.h"
#include "policy/load.h"
#include "policy/new_city.h"
#include "policy/report/citations.h"
#include "policy/report/report.h"
#include "policy/slips.h"

namespace yidan::cli {
namespace {

// Unknown where it is no six digits.
Region region_of(const std::string& text) {
  const auto code = decimal::parse(text, 0);
  return code && text.size() == 6 ? Region(static_cast<std::int32_t>(*code)) : Region();
}

void complain_of_writing_folder(const std::string& name, int error, Language language) {
  const Text why = system_reason(error);
  complain({"无法新建“" + name + "”：" + why.zh, "cannot make '" + name + "': " + why.en}, language);
}

// Writes the files of a new folder of packs; why it cannot is said.
bool write_folder(const std::filesystem::path& packs, const policy::NewFolder& folder, Language language) {
  std::error_code why;
  if (!std::filesystem::create_directory(packs / folder.name, why)) {
    complain_of_writing_folder((packs / folder.name).string(), why ? why.value() : EEXIST, language);
    return false;
  }
  for (const auto& [path, text] : folder.files) {
    std::filesystem::create_directories((packs / path).parent_path(), why);
    OutputFile file((packs / path).string(), false);
    if (file.open() && file.write(text) && file.commit()) continue;
    complain(cannot_write(file).message, language);
    return false;
  }
  return true;
}

// What the other packs would make of the cases.
int say_effects(const policy::Policy& before, const policy::Policy& after, const PolicyOptions& options) {
  int status = kAllSettled;
  for (const std::string& name : options.cases) {
    const auto input = LineStream::open(name);
    const auto text = input ? input->read_all() : std::nullopt;
    if (!text) {
      complain_of_reading(name, input && input->read_error() != 0 ? input->read_error() : errno, options.language);
      return kWrongUse;
    }
    const auto effects = exchange::effects_of(before, after, *text);
    if (!effects) {
      complain({name + "：" + effects.error().message.zh, name + ": " + effects.error().message.en}, options.language);
      status = kSomeRejected;
      continue;
    }
    print("\n" + name + "\n" + fitted_to(stdout, describe(*effects, options.language)));
  }
  return status;
}

}  // namespace

int policy_new(const PolicyOptions& options) {
  const auto source = read_packs(options.packs, options.language);
  const auto policy = source ? compile(*source, options.language) : std::nullopt;
  if (!policy) return kWrongUse;
  policy::NewCity city{.region = region_of(options.pool),
                       .name = {options.name, options.english.empty() ? options.name : options.english}};
  if (!options.with.empty()) {
    const policy::Pool* like = find_pool(*policy, options.with, options.language);
    if (like == nullptr) return kWrongUse;
    city.like = like->region;
  }
  const auto folder = new_city(*source, *policy, city);
  if (!folder) {
    complain(folder.error().message, options.language);
    return kWrongUse;
  }
  const std::filesystem::path packs = find_packs(options.packs);
  if (!write_folder(packs, *folder, options.language)) return kWrongUse;
  const std::string name = (packs / folder->name).string();
  print(options.language == Language::zh
            ? "已建 " + name + "：目前只按省的规定结算，接着写什么见其中的 README.md\n"
            : name + " is made: it settles by the province's rules alone; its README.md says what to write next\n");
  return kAllSettled;
}

int policy_check(const PolicyOptions& options) {
  const auto loaded = policy::load_policy(find_packs(options.packs));
  if (loaded) {
    for (const policy::Problem& slip : probable_slips(*loaded)) print(warning_text(slip, options.language) + "\n");
    std::size_t rules = 0;
    for (const policy::Pool& pool : loaded->pools) rules += pool.rules.size();
    const std::string pools = std::to_string(loaded->pools.size());
    print(options.language == Language::zh
              ? "政策包无误：" + pools + " 个统筹区，" + std::to_string(rules) + " 条规则\n"
              : "the packs are sound: " + pools + " pools, " + std::to_string(rules) + " rules\n");
    return kAllSettled;
  }
  for (const policy::Problem& problem : loaded.error()) print(to_text(problem, options.language) + "\n");
  const std::string count = std::to_string(loaded.error().size());
  complain({"共 " + count + " 处错误", count + (loaded.error().size() == 1 ? " error" : " errors")}, options.language);
  return kSomeRejected;
}

int policy_show(const PolicyOptions& options) {
  const auto policy = load(options.packs, options.language);
  if (!policy) return kWrongUse;
  const policy::Pool* pool = find_pool(*policy, options.pool, options.language);
  const auto day = read_day(options.on.empty() ? today() : options.on, options.language);
  if (pool == nullptr || !day) return kWrongUse;
  const bool json = options.as == "json";
  print(json ? show_json(*pool, *day, options.language)
             : fitted_to(stdout, show_text(*policy, *pool, *day, options.language)));
  return kAllSettled;
}

int policy_clauses(const PolicyOptions& options) {
  const auto packs = read_packs(options.packs, options.language);
  const auto policy = packs ? compile(*packs, options.language) : std::nullopt;
  if (!policy) return kWrongUse;
  std::string out;
  for (const policy::Citation& each : citations(*policy, *packs)) {
    out += each.clause + "\t" + each.region + "\t" + each.what + "\t" + each.place + "\n";
  }
  print(out);
  return kAllSettled;
}

int policy_documents(const PolicyOptions& options) {
  const auto packs = read_packs(options.packs, options.language);
  const auto policy = packs ? compile(*packs, options.language) : std::nullopt;
  if (!policy) return kWrongUse;
  const auto cited = citations(*policy, *packs);
  const bool json = options.as == "json";
  print(json ? documents_json(*policy, cited, options.language)
             : fitted_to(stdout, documents_text(*policy, cited, options.language)));
  return kAllSettled;
}

int policy_diff(const PolicyOptions& options) {
  if (options.until.empty() && options.with.empty()) {
    complain({"请写后一日，或用 --with 写另一政策包目录、另一统筹区",
              "give a second day, or --with another folder of packs or another pool"},
             options.language);
    return kWrongUse;
  }
  const auto policy = load(options.packs, options.language);
  if (!policy) return kWrongUse;
  const policy::Pool* pool = find_pool(*policy, options.pool, options.language);
  const auto first = read_day(options.on, options.language);
  const auto second = options.until.empty() ? first : read_day(options.until, options.language);
  if (pool == nullptr || !first || !second) return kWrongUse;
  // Of another folder the same pool, or another pool of this one.
  const bool elsewhere = !options.with.empty() && std::filesystem::is_directory(options.with);
  const auto others = elsewhere ? load(options.with, options.language) : std::nullopt;
  if (elsewhere && !others) return kWrongUse;
  const policy::Pool* other = options.with.empty() ? pool
                              : elsewhere          ? find_pool(*others, to_text(pool->region), options.language)
                                                   : find_pool(*policy, options.with, options.language);
  if (other == nullptr) return kWrongUse;
  const std::string changes = policy::diff_text({*pool, *first}, {*other, *second}, options.language);
  print(changes.empty() ? (options.language == Language::zh ? "没有变化\n" : "nothing changed\n")
                        : fitted_to(stdout, changes));
  if (options.cases.empty()) return kAllSettled;
  if (elsewhere) return say_effects(*policy, *others, options);
  complain({"--case 用于与另一政策包目录比较：请用 --with 写其目录",
            "--case is for comparing with another folder of packs: name it with --with"},
           options.language);
  return kWrongUse;
}

}  // namespace yidan::cli
