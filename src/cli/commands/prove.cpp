#include "cli/commands/prove.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <set>

#include <CLI/CLI.hpp>

#include "base/visible.h"
#include "cli/batch_files.h"
#include "cli/command_line.h"
#include "cli/interrupt.h"
#include "cli/load.h"
#include "cli/output_file.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "exchange/proof_writer.h"
#include "prove/report/report.h"
#include "terms/nearest.h"

namespace yidan::cli {
namespace {

using policy::Policy;
using policy::Pool;
using prove::Target;

std::int64_t milliseconds() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

// The properties that are asked for, in their order; none, said on standard error, when one does not exist.
std::vector<Property> properties_asked(const ProveOptions& options) {
  std::set<Property> asked;
  for (const std::string& name : options.properties) {
    const auto property = parse_word<Property>(name);
    if (property) {
      asked.insert(*property);
      continue;
    }
    std::vector<std::string_view> known;
    for (const Word& each : Terms<Property>::words) known.push_back(each.code);
    const Text all{"（可用：" + codes_of<Property>() + "）", ": they are " + codes_of<Property>()};
    const Text meant = did_you_mean(name, known, all);
    complain(
        {"没有性质“" + harmless(name) + "”" + meant.zh, "there is no property '" + harmless(name) + "'" + meant.en},
        options.language);
    return {};
  }
  if (options.properties.empty()) {
    for (std::size_t i = 0; i < count_of<Property>; ++i) asked.insert(static_cast<Property>(i));
    if (options.than.empty()) asked.erase(Property::not_worse);
  }
  return {asked.begin(), asked.end()};
}

// What is proved, and by which packs.
struct Subject {
  std::optional<Policy> policy;
  std::vector<const Pool*> pools;
};

bool is_folder(const std::string& name) {
  std::error_code none;
  return std::filesystem::is_directory(name, none);
}

// A folder of packs is all of its pools, a folder of one pack that pool.
Subject subject_asked(const ProveOptions& options) {
  Subject subject;
  if (!is_folder(options.what)) {
    subject.policy = load(options.packs, options.language);
    if (!subject.policy) return subject;
    const Pool* pool = find_pool(*subject.policy, options.what, options.language);
    if (pool != nullptr) subject.pools.push_back(pool);
    return subject;
  }
  const std::filesystem::path folder = std::filesystem::absolute(options.what).lexically_normal();
  const bool of_one = std::filesystem::exists(folder / "pack.yaml");
  const auto own = folder.has_filename() ? folder : folder.parent_path();
  subject.policy = load(of_one ? own.parent_path().string() : options.what, options.language);
  if (!subject.policy) return subject;
  for (const Pool& pool : subject.policy->pools) {
    if (!of_one || pool.folder == own.filename()) subject.pools.push_back(&pool);
  }
  if (subject.pools.empty()) {
    complain({"目录“" + harmless(options.what) + "”中没有统筹区的政策包",
              "no pool's pack is in '" + harmless(options.what) + "'"},
             options.language);
  }
  return subject;
}

// The day that was asked for, or those of a span on which something changes, its first day among them.
std::vector<Date> days_asked(const Pool& pool, const ProveOptions& options) {
  if (options.from.empty() != options.to.empty() || (!options.from.empty() && !options.on.empty())) {
    complain({"请写 --on 一日，或 --from 与 --to 两日", "give --on, or both --from and --to"}, options.language);
    return {};
  }
  if (options.from.empty()) {
    const auto day = read_day(options.on.empty() ? today() : options.on, options.language);
    return day ? std::vector<Date>{*day} : std::vector<Date>{};
  }
  const auto from = read_day(options.from, options.language);
  const auto to = read_day(options.to, options.language);
  if (!from || !to) return {};
  if (*to < *from) {
    complain({"--to 早于 --from", "--to is before --from"}, options.language);
    return {};
  }
  std::set<Date> days{*from};
  for (const policy::Rule& rule : pool.rules) {
    for (const Date day : {rule.period.from, rule.period.to}) {
      if (*from < day && day <= *to) days.insert(day);
    }
  }
  return {days.begin(), days.end()};
}

// What is compared with: the same packs on another day, or other packs.
struct Than {
  std::optional<Date> day;
  std::optional<Policy> policy;
};

bool read_than(const ProveOptions& options, const std::vector<Property>& properties, Than& than) {
  const bool asked = std::ranges::find(properties, Property::not_worse) != properties.end();
  if (options.than.empty()) {
    if (!asked) return true;
    complain({"性质 not-worse 要与另一日或另一目录比较：请写 --than",
              "the property not-worse compares: give --than, a day or a folder"},
             options.language);
    return false;
  }
  if (is_folder(options.than)) {
    than.policy = load(options.than, options.language);
    return than.policy.has_value();
  }
  const auto day = parse_date(options.than);
  if (day) {
    than.day = *day;
    return true;
  }
  complain({"--than 既不是目录也不是日期：“" + harmless(options.than) + "”；" + day.error().message.zh,
            "--than is neither a folder nor a day: " + harmless(options.than) + "; " + day.error().message.en},
           options.language);
  return false;
}

class Proving {
 public:
  Proving(const ProveOptions& options, const std::vector<Property>& properties, const Than& than)
      : options_(options),
        properties_(properties),
        than_(than),
        progress_(is_terminal(stderr), Unit::situations, options.language) {}

  // The exit status; 0 where all went well, whatever was found.
  int run(const Policy& policy, const Pool& pool, Date day) {
    std::optional<Target> other;
    if (than_.day) other.emplace(Target{policy, pool, *than_.day});
    if (than_.policy) {
      const Pool* same = find_pool(*than_.policy, to_text(pool.region), options_.language);
      if (same == nullptr) return kWrongUse;
      other.emplace(Target{*than_.policy, *same, day});
    }
    auto report = prove::prove({policy, pool, day}, other, properties_, milliseconds, progress_.go_on());
    progress_.clear();
    if (!report) return say_interrupted({"没有写出结论", "nothing was concluded"}, options_.language);
    report->than = options_.than;
    reports_.push_back(std::move(*report));
    return kAllSettled;
  }

  int finish() {
    for (const prove::Report& report : reports_) {
      if (!write_cases(report)) return kWrongUse;
    }
    print(options_.as == "json" ? as_json() : fitted_to(stdout, harmless(as_text())));
    const bool all = std::ranges::none_of(reports_, [](const prove::Report& report) {
      return report.has(Verdict::refuted) || report.has(Verdict::unknown);
    });
    return all ? kAllSettled : kSomeRejected;
  }

 private:
  // "prove-370600-2023-06-01-splitting-1.json" in the folder that was named.
  bool write_cases(const prove::Report& report) {
    auto& files = files_.emplace_back();
    if (options_.cases.empty()) return true;
    std::error_code why;
    std::filesystem::create_directories(options_.cases, why);
    for (const prove::Proof& proof : report.proofs) {
      for (std::size_t i = 0; i < proof.cases.size(); ++i) {
        const std::string name = "prove-" + to_text(report.pool->region) + "-" + to_text(report.on) + "-" +
                                 std::string(code(proof.property)) + "-" + std::to_string(i + 1) + ".json";
        files.push_back((std::filesystem::path(options_.cases) / name).string());
        OutputFile file(files.back(), false);
        if (file.open() && file.write(exchange::case_file(proof.cases[i])) && file.commit()) continue;
        complain(cannot_write(file).message, options_.language);
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] std::string as_json() const {
    std::string out;
    json::Writer json(out, json::Writer::Style::pretty);
    if (reports_.size() != 1) json.begin_array();
    for (const prove::Report& report : reports_) exchange::write_proof(json, report);
    if (reports_.size() != 1) json.end_array();
    return out + "\n";
  }

  [[nodiscard]] std::string as_text() const {
    std::string out;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      out += (out.empty() ? "" : "\n\n") + describe(reports_[i], files_[i], options_.language);
    }
    return out;
  }

  const ProveOptions& options_;
  const std::vector<Property>& properties_;
  const Than& than_;
  Progress progress_;
  std::vector<prove::Report> reports_;
  std::vector<std::vector<std::string>> files_;
};

}  // namespace

int prove(const ProveOptions& options) {
  const auto properties = properties_asked(options);
  if (properties.empty()) return kWrongUse;
  const Subject subject = subject_asked(options);
  if (subject.pools.empty()) return kWrongUse;
  Than than;
  if (!read_than(options, properties, than)) return kWrongUse;
  Proving proving(options, properties, than);
  for (const Pool* pool : subject.pools) {
    const auto days = days_asked(*pool, options);
    if (days.empty()) return kWrongUse;
    for (const Date day : days) {
      const int status = proving.run(*subject.policy, *pool, day);
      if (status != kAllSettled) return status;
    }
  }
  return proving.finish();
}

void add_prove(CLI::App& app, ProveOptions& options, const std::string& packs, Language language, int& status) {
  const auto say = [language](const char* zh, const char* en) { return language == Language::zh ? zh : en; };
  CLI::App* command = app.add_subcommand(
      "prove",
      say("证明政策的性质：对所有人员、情形、累计和金额成立，否则给出反例",
          "prove properties of the policy for every person, situation, counter and amount, or show who is hit"));
  command
      ->add_option(say("统筹区或目录", "pool or folder"), options.what,
                   say("统筹区代码或名称；或政策包目录，或其中一个统筹区的目录",
                       "the pool's code or name; or a folder of packs, or that of one of its pools"))
      ->required();
  command->add_option("--on", options.on, say("日期，默认今天", "the day; today when not given"));
  command->add_option("--from", options.from,
                      say("起始日：证明期间内每个有变化之日", "with --to: every day on which something changes"));
  command->add_option("--to", options.to, say("截止日（含）", "the last of these days"));
  command->add_option("--property", options.properties,
                      say("要证明的性质，可多个；默认全部（not-worse 须写 --than）",
                          "the properties to prove; all when not given (not-worse where --than is)"));
  command->add_option("--than", options.than,
                      say("与之比较的另一日，或另一政策包目录（not-worse）",
                          "another day, or another folder of packs, to compare with"));
  command->add_option("--cases", options.cases,
                      say("把反例写成案例文件的目录", "a folder for the cases that show what is refuted"));
  command->add_option("--as", options.as, say("text 或 json", "text or json"))
      ->check(one_of({"text", "json"}, language));
  command->footer(
      say("例：\n  yidan prove 烟台市 --on 2023-06-01\n"
          "  yidan prove 济宁市 --on 2023-03-01 --than 2023-02-28 --property not-worse\n"
          "  yidan prove my-packs --on 2024-01-01 --cases cases && yidan settle cases/*.json\n"
          "退出码：0 全部成立；1 有不成立或未能判定的；2 命令或政策有误",
          "examples:\n  yidan prove Yantai --on 2023-06-01\n"
          "  yidan prove Jining --on 2023-03-01 --than 2023-02-28 --property not-worse\n"
          "  yidan prove my-packs --on 2024-01-01 --cases cases && yidan settle cases/*.json\n"
          "exit status: 0 everything is proved; 1 something is refuted or unknown; 2 the command line or the packs are "
          "wrong"));
  command->callback([&options, &packs, &status, language] {
    options.language = language;
    options.packs = packs;
    status = prove(options);
  });
}

}  // namespace yidan::cli
