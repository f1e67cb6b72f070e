#include "policy/parse/parse_pack.h"

#include <set>

#include "policy/parameter_kind.h"
#include "policy/parse/pack_file.h"
#include "policy/parse/parse_authority.h"
#include "policy/parse/parse_benefit.h"
#include "policy/parse/parse_parameter.h"
#include "policy/parse/reader.h"
#include "terms/nearest.h"

namespace yidan::policy {
namespace {

constexpr std::string_view kDocuments = "clauses/documents.yaml";
constexpr std::string_view kExtension = ".yaml";

// "370600-yantai/employee-outpatient/cap.yaml", taken apart; the folders are empty where the path has fewer.
struct PackPath {
  std::string_view pack;
  std::string_view folder;
  std::string_view file;
};

PackPath take_apart(std::string_view path) {
  const std::size_t pack = path.find('/');
  if (pack == std::string_view::npos) return {{}, {}, path};
  const std::size_t folder = path.find('/', pack + 1);
  if (folder == std::string_view::npos) return {path.substr(0, pack), {}, path.substr(pack + 1)};
  return {path.substr(0, pack), path.substr(pack + 1, folder - pack - 1), path.substr(folder + 1)};
}

// The folders that have a pack.yaml, by name.
std::set<std::string, std::less<>> pack_folders(const Source& source) {
  std::set<std::string, std::less<>> folders;
  for (const auto& [path, text] : source.files) {
    const PackPath parts = take_apart(path);
    if (!parts.pack.empty() && parts.folder.empty() && parts.file == "pack.yaml") folders.emplace(parts.pack);
  }
  return folders;
}

class PackReader {
 public:
  PackReader(const Source& source, Packs& result, Problems& problems)
      : source_(source), result_(result), problems_(problems) {}

  void read_documents() {
    if (!source_.files.contains(kDocuments)) return;
    const PackFile file = load(kDocuments);
    if (!file.root) return;
    const Watch watch(problems_);
    DocumentIds ids = policy::read_documents(*file.root, context_of(file));
    if (!watch.found()) result_.documents = std::move(ids);
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
    for (const YamlNode* node : rows) read_group(*node, context);
    map.finish();
  }

  void read_folder(const std::string& folder) {
    Pack pack = read_head(folder);
    const std::string prefix = folder + "/";
    for (auto each = source_.files.lower_bound(prefix); each != source_.files.end() && each->first.starts_with(prefix);
         ++each) {
      const PackPath path = take_apart(each->first);
      const bool is_value =
          !path.folder.empty() && path.file.find('/') == std::string_view::npos && path.file.ends_with(kExtension);
      if (is_value) read_file(path, each->first, pack);
    }
    result_.packs.push_back(std::move(pack));
  }

 private:
  [[nodiscard]] FileContext context_of(const PackFile& file) const {
    return {file.name, problems_, result_.clauses, result_.knows_groups};
  }

  // REQUIRES: the source has it.
  PackFile load(std::string_view path) {
    PackFile file = parse_file(source_.files.find(path)->second, source_.label(path), problems_);
    if (!file.root) result_.lost_names = true;
    return file;
  }

  void read_group(const YamlNode& node, const FileContext& context) {
    MapReader row(node, context);
    Group group;
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
    const PackFile file = load(folder + "/pack.yaml");
    Pack pack;
    pack.folder = folder;
    pack.at = {file.name, 0, 0};
    pack.damaged = !file.root;
    if (pack.damaged) return pack;
    const FileContext context = context_of(file);
    MapReader map(*file.root, context);
    pack.at = map.at();
    if (const YamlNode* region = map.required("region")) read_region(*region, context, pack);
    pack.name = map.title("name");
    if (const YamlNode* extends = map.optional("extends")) {
      pack.extends = written(*extends);
      pack.extends_at = context.at(*extends);
    }
    if (const YamlNode* status = map.optional("policy_status")) {
      pack.status = parse_scalar_word<PolicyStatus>(context, *status).value_or(PolicyStatus::in_force);
    }
    pack.in_force = read_in_force(map);
    pack.carried.at = pack.at;
    pack.carried.clauses = read_clauses(map, "clauses");
    if (result_.documents) {
      check_documents(map, *result_.documents);
    } else if (!map.list("documents").empty() && !result_.clauses.empty()) {
      report_missing_documents();
    }
    map.finish();
    return pack;
  }

  // Once, by the place of the report; an unreadable file has said so itself.
  void report_missing_documents() {
    if (source_.files.contains(kDocuments)) return;
    problems_.add({source_.label(kDocuments), 0, 0},
                  "找不到文件清单：政策包所列文件（documents）无从核对，请补上此文件",
                  "the list of documents is missing: the 'documents' of the packs cannot be checked, add this file");
  }

  static void read_region(const YamlNode& node, const FileContext& context, Pack& pack) {
    const bool digits = node.text.size() == 6 && node.text.find_first_not_of("0123456789") == std::string::npos;
    if (!digits) {
      context.problem(node, "区划代码应为六位数字，而非“" + written(node) + "”：如 \"370600\"",
                      "a region is a code of six digits, not '" + written(node) + "': write for example \"370600\"");
      return;
    }
    pack.region_at = context.at(node);
    pack.region = Region(std::stoi(node.text));
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
    const std::string id = folder + "." + std::string(stem);
    if (stem == "benefit") {
      pack.benefits.emplace(folder, read_header(path, folder, pack.folder));
    } else if (kind_of(id) != nullptr) {
      pack.parameters.emplace(id, read_table(path, id, pack.folder));
    } else {
      const Text meant =
          did_you_mean(stem, known_stems(folder), {"：请改正文件名或删去此文件", ": rename or delete it"});
      problems_.add({source_.label(path), 0, 0}, "未使用的参数“" + id + "”：引擎不读取此名的文件" + meant.zh,
                    "unused parameter '" + id + "': nothing reads a file of this name" + meant.en);
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
  Packs& result_;
  Problems& problems_;
};

}  // namespace

Packs read_packs(const Source& source, Problems& problems) {
  constexpr std::string_view register_path = "clauses/clauses.tsv";
  Packs result;
  const auto folders = pack_folders(source);
  if (folders.empty()) {
    problems.add({source.place, 0, 0}, "此目录没有政策包（含 pack.yaml 的子目录）：请指明政策包所在的目录",
                 "there are no packs here (folders with a pack.yaml): name the folder of the packs");
    return result;
  }
  const Watch watch(problems);
  const auto text = source.files.find(register_path);
  result.clauses =
      read_register(text == source.files.end() ? std::nullopt : std::optional<std::string_view>(text->second),
                    source.label(register_path), problems);
  if (watch.found()) result.clauses.clear();
  PackReader reader(source, result, problems);
  reader.read_documents();
  for (const std::string& each : folders) reader.read_groups(each);
  for (const std::string& each : folders) reader.read_folder(each);
  return result;
}

}  // namespace yidan::policy
