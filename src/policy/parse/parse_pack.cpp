#include "policy/parse/parse_pack.h"

#include <set>

#include "policy/parameter_kind.h"
#include "policy/parse/pack_file.h"
#include "policy/parse/pack_path.h"
#include "policy/parse/parse_arrangements.h"
#include "policy/parse/parse_authority.h"
#include "policy/parse/parse_benefit.h"
#include "policy/parse/parse_bounds.h"
#include "policy/parse/parse_competences.h"
#include "policy/parse/parse_parameter.h"
#include "policy/parse/parse_procedures.h"
#include "policy/parse/parse_registers.h"
#include "policy/parse/parse_tasks.h"
#include "policy/parse/reader.h"
#include "policy/parse/unread.h"
#include "terms/nearest.h"

namespace yidan::policy {
namespace {

// The folders that have a pack.yaml, by name.
std::set<std::string, std::less<>> pack_folders(const Source& source) {
  std::set<std::string, std::less<>> folders;
  for (const auto& [path, text] : source.files) {
    if (take_apart(path).is_pack_file()) folders.emplace(take_apart(path).pack);
  }
  return folders;
}

class PackReader {
 public:
  PackReader(const Source& source, Judging judging, Packs& result, Problems& problems)
      : source_(source), judging_(judging), result_(result), problems_(problems) {}

  void read_documents() {
    if (!source_.files.contains(kDocuments)) return;
    const PackFile file = load(kDocuments);
    if (!file.root) return;
    const Watch watch(problems_);
    Documents documents = policy::read_documents(*file.root, context_of(file));
    if (watch.found()) return;
    if (judging_ == Judging::now) {
      check_register(result_.clauses, source_.label(kRegister), documents, problems_);
    }
    result_.documents = std::move(documents);
  }

  void read_groups(const std::string& folder) {
    const std::string path = folder + "/categories/groups.yaml";
    if (!source_.files.contains(path)) return;
    const PackFile file = load(path);
    if (!file.root) {
      result_.knows_groups = false;
      return;
    }
    const FileContext context = context_of(file);
    MapReader map(*file.root, context);
    const Watch watch(problems_);
    const auto rows = map.rows("groups");
    if (watch.found() || map.required("groups") == nullptr) result_.knows_groups = false;
    for (const YamlNode* node : rows) read_group(*node, context, folder);
    map.finish();
  }

  void read_folder(const std::string& folder) {
    Pack pack = read_head(folder);
    const std::string prefix = folder + "/";
    for (auto each = source_.files.lower_bound(prefix); each != source_.files.end() && each->first.starts_with(prefix);
         ++each) {
      const PackPath path = take_apart(each->first);
      if (path.is_value()) read_file(path, each->first, pack);
    }
    result_.packs.push_back(std::move(pack));
  }

 private:
  [[nodiscard]] FileContext context_of(const PackFile& file) const {
    return {file.name, problems_, result_.clauses, result_.knows_groups, judging_};
  }

  // REQUIRES: the source has it.
  PackFile load(std::string_view path) {
    PackFile file = parse_file(source_.files.find(path)->second, source_.label(path), problems_);
    if (!file.root) result_.lost_names = true;
    return file;
  }

  void read_group(const YamlNode& node, const FileContext& context, const std::string& folder) {
    MapReader row(node, context);
    Group group;
    group.folder = folder;
    group.at = row.at();
    group.name = row.required_text("name").value_or("");
    group.term = row.title("term");
    group.members = row.required_words<Identity>("members");
    group.clauses = read_clauses(row, "clauses");
    row.finish();
    if (group.name.empty() || group.members.empty()) result_.knows_groups = false;
    if (parse_word<Identity>(group.name)) {
      context.problem(*node.find("name"), "人群“" + group.name + "”与身份同名：请另取一名",
                      "group '" + group.name + "' is called like an identity: choose another name");
      return;
    }
    const std::string name = group.name;
    const auto [entry, fresh] = result_.groups.emplace(name, std::move(group));
    if (fresh || name.empty()) return;
    const std::string other = to_text(entry->second.at);
    context.problem(
        node, "人群“" + name + "”重复（另一个在 " + other + "）：只保留一个，或另取一名",
        "group '" + name + "' stands twice (the other at " + other + "): keep one of them or choose another name");
  }

  Pack read_head(const std::string& folder) {
    const PackFile file = load(folder + "/" + std::string(kPackFile));
    Pack pack;
    pack.folder = folder;
    pack.at = {file.name, 0, 0};
    pack.damaged = !file.root;
    if (pack.damaged) return pack;
    const FileContext context = context_of(file);
    MapReader map(*file.root, context);
    pack.at = map.at();
    if (const YamlNode* region = map.required("region")) {
      if (const auto code = policy::read_region(*region, context)) {
        pack.region = *code;
        pack.region_at = context.at(*region);
      }
    }
    pack.name = map.title("name");
    if (const YamlNode* extends = map.optional("extends")) {
      pack.extends = written(*extends);
      pack.extends_at = context.at(*extends);
    }
    if (const YamlNode* status = map.optional("policy_status")) {
      pack.status = parse_scalar_word<PolicyStatus>(context, *status).value_or(PolicyStatus::in_force);
    }
    pack.in_force = read_in_force(map);
    pack.yields = read_clauses(map, "yields");
    refuse_carried_clauses(map);
    if (result_.documents) {
      check_documents(map, *result_.documents);
    } else if (!map.list("documents").empty() && !result_.clauses.empty()) {
      report_missing_documents();
    }
    map.finish();
    return pack;
  }

  // What a pack carries as a whole binds nothing. Packs of earlier books may still say so.
  void refuse_carried_clauses(MapReader& map) {
    const YamlNode* carried = map.optional("clauses");
    if (carried == nullptr || judging_ == Judging::kept) return;
    map.context().problem(*carried, "政策包不能整体引用条款：条款写在它所约束的值上，请从此处删去 clauses",
                          "a pack cites no clause as a whole: a clause stands at the value that it binds, delete "
                          "'clauses' here");
  }

  // Once, by the place of the report; an unreadable file has said so itself.
  void report_missing_documents() {
    if (source_.files.contains(kDocuments)) return;
    problems_.add({source_.label(kDocuments), 0, 0},
                  "找不到文件清单：政策包所列文件（documents）无从核对，请补上此文件",
                  "the list of documents is missing: the 'documents' of the packs cannot be checked, add this file");
  }

  void read_file(const PackPath& parts, const std::string& path, Pack& pack) {
    const std::string folder(parts.folder);
    const std::string_view stem = parts.file.substr(0, parts.file.size() - kExtension.size());
    if (folder.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) {
      problems_.add({source_.label(path), 0, 0}, "文件夹名只用小写字母、数字和连字符",
                    "a folder's name has small letters, digits and hyphens only: rename it");
      return;
    }
    if (folder == "categories" && stem == "groups") return;
    if (folder == "schemes" && stem == "arrangements") return read_local(path, pack.region);
    if (!has_values(folder)) return read_side_file(parts, path, pack.region);
    const std::string id = folder + "." + std::string(stem);
    if (stem == "benefit") {
      pack.benefits.emplace(folder, read_header(path, folder, pack.folder));
    } else if (kind_of(changed_by(id)) != nullptr) {
      pack.parameters.emplace(id, read_table(path, id, pack.folder));
    } else {
      const Text meant =
          did_you_mean(stem, known_stems(folder), {"：请改正文件名或删去此文件", ": rename or delete it"});
      problems_.add({source_.label(path), 0, 0}, "未使用的参数“" + id + "”：引擎不读取此名的文件" + meant.zh,
                    "unused parameter '" + id + "': nothing reads a file of this name" + meant.en);
    }
  }

  // They bind no amount either.
  void read_local(const std::string& path, Region region) {
    if (judging_ == Judging::kept) return;
    const PackFile file = load(path);
    if (file.root) read_arrangements(*file.root, context_of(file), region, result_.arrangements);
  }

  // Bounds, authority, procedures, registers and tasks bind no amount: those that books were written by are not read
  // again.
  void read_side_file(const PackPath& parts, const std::string& path, Region region) {
    if (judging_ == Judging::kept) return;
    const PackFile file = load(path);
    if (!file.root) return;
    if (parts.folder == kBoundFolder) {
      read_bounds(*file.root, context_of(file), result_.groups, result_.bounds);
    } else if (parts.folder == kAuthorityFolder) {
      read_competences(*file.root, context_of(file), result_.groups, result_.competences);
    } else if (parts.folder == kTasksFolder) {
      read_task_file(*file.root, context_of(file), region, result_.tasks);
    } else {
      const std::string name(parts.file.substr(0, parts.file.size() - kExtension.size()));
      if (parts.folder == kProceduresFolder) {
        result_.procedures[name] = read_procedure(*file.root, name, context_of(file));
      } else if (name == kWorkCalendar) {
        read_work_calendar(*file.root, context_of(file), result_.registers.calendar);
      } else {
        result_.registers.files[name].push_back(read_register(*file.root, name, region, context_of(file)));
      }
    }
  }

  BenefitHeader read_header(const std::string& path, const std::string& id, const std::string& pack) {
    const PackFile file = load(path);
    BenefitHeader header;
    header.at = {file.name, 0, 0};
    if (file.root) header = read_benefit(*file.root, context_of(file), result_.groups);
    result_.lost_names |= header.lost_names;
    header.id = id;
    header.folder = pack;
    return header;
  }

  Parameter read_table(const std::string& path, const std::string& id, const std::string& pack) {
    const PackFile file = load(path);
    Parameter parameter;
    parameter.id = id;
    parameter.at = {file.name, 0, 0};
    parameter.damaged = true;
    if (file.root) parameter = read_parameter(*file.root, id, context_of(file), result_.groups);
    result_.lost_names |= parameter.lost_names;
    parameter.folder = pack;
    return parameter;
  }

  const Source& source_;
  Judging judging_;
  Packs& result_;
  Problems& problems_;
};

}  // namespace

Packs read_packs(const Source& source, Problems& problems, Judging judging) {
  Packs result;
  const auto folders = pack_folders(source);
  if (folders.empty()) {
    problems.add({source.place, 0, 0}, "此目录没有政策包（含 pack.yaml 的子目录）：请指明政策包所在的目录",
                 "there are no packs here (folders with a pack.yaml): name the folder of the packs");
    return result;
  }
  if (judging == Judging::now) check_unread(source, problems);
  const Watch watch(problems);
  const auto text = source.files.find(kRegister);
  result.clauses =
      read_register(text == source.files.end() ? std::nullopt : std::optional<std::string_view>(text->second),
                    source.label(kRegister), problems, judging);
  if (watch.found()) result.clauses.clear();
  PackReader reader(source, judging, result, problems);
  reader.read_documents();
  for (const std::string& each : folders) reader.read_groups(each);
  for (const std::string& each : folders) reader.read_folder(each);
  return result;
}

}  // namespace yidan::policy
