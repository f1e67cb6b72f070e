#include "policy/parse/parse_pack.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "policy/parse/parse_authority.h"
#include "policy/parse/parse_benefit.h"
#include "policy/parse/parse_parameter.h"
#include "policy/parse/reader.h"

namespace yidan::policy {
namespace {

namespace fs = std::filesystem;

std::string slurp(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// Sorted, so that problems and rule numbers do not depend on the file system.
std::vector<fs::path> sorted_entries(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) paths.push_back(entry.path());
  std::ranges::sort(paths);
  return paths;
}

// A file of a pack, parsed; `name` is what messages show.
struct File {
  std::string name;
  YamlNode root;
};

class PackReader {
 public:
  PackReader(fs::path root, Packs& result, Problems& problems)
      : root_(std::move(root)), result_(result), problems_(problems) {}

  void read_groups(const fs::path& folder) {
    const fs::path path = folder / "categories" / "groups.yaml";
    if (!fs::exists(path)) return;
    const File file = load(path);
    const FileContext context{file.name, problems_, result_.clauses};
    MapReader map(file.root, context);
    const YamlNode* list = map.required("groups");
    if (list != nullptr) {
      for (const YamlNode& node : list->items) read_group(node, context);
    }
    map.finish();
  }

  void read_folder(const fs::path& folder) {
    Pack pack = read_head(folder);
    for (const fs::path& entry : sorted_entries(folder)) {
      if (!fs::is_directory(entry)) continue;
      for (const fs::path& path : sorted_entries(entry)) {
        if (path.extension() == ".yaml") read_file(entry.filename().string(), path, pack);
      }
    }
    result_.packs.push_back(std::move(pack));
  }

 private:
  // What messages call a file: its path from the folder of packs on.
  [[nodiscard]] std::string name_of(const fs::path& path) const {
    return (root_.filename() / path.lexically_relative(root_)).generic_string();
  }

  File load(const fs::path& path) {
    const std::string name = name_of(path);
    return {name, parse_yaml(slurp(path), name, problems_)};
  }

  void read_group(const YamlNode& node, const FileContext& context) {
    MapReader row(node, context);
    Group group;
    group.at = row.at();
    group.name = row.required_text("name").value_or("");
    group.term = row.title("term");
    group.members = row.words<Identity>("members");
    group.clauses = read_clauses(row, "clauses");
    row.finish();
    result_.groups.emplace(group.name, std::move(group));
  }

  Pack read_head(const fs::path& folder) {
    const File file = load(folder / "pack.yaml");
    const FileContext context{file.name, problems_, result_.clauses};
    MapReader map(file.root, context);
    Pack pack;
    pack.folder = folder.filename().string();
    pack.at = map.at();
    if (const YamlNode* region = map.required("region")) read_region(*region, context, pack);
    pack.name = map.title("name");
    if (const YamlNode* extends = map.optional("extends")) {
      pack.extends = extends->text;
      pack.extends_at = context.at(*extends);
    }
    if (const YamlNode* status = map.optional("policy_status")) {
      pack.status = parse_scalar_word<PolicyStatus>(context, *status).value_or(PolicyStatus::in_force);
    }
    if (const YamlNode* rows = map.required("in_force")) {
      for (const YamlNode& node : rows->items) {
        MapReader row(node, context);
        pack.in_force.push_back(read_authority(row));
        row.finish();
      }
    }
    pack.carried.at = pack.at;
    pack.carried.clauses = read_clauses(map, "clauses");
    map.list("documents");
    map.finish();
    return pack;
  }

  static void read_region(const YamlNode& node, const FileContext& context, Pack& pack) {
    const bool digits = node.text.size() == 6 && node.text.find_first_not_of("0123456789") == std::string::npos;
    if (!digits) {
      context.problem(node, "区划代码应为六位数字", "a region is a code of six digits");
      return;
    }
    pack.region = std::stoi(node.text);
  }

  void read_file(const std::string& subfolder, const fs::path& path, Pack& pack) {
    const std::string stem = path.stem().string();
    if (subfolder.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) {
      problems_.add({name_of(path), 0, 0}, "文件夹名只用小写字母、数字和连字符",
                    "a folder's name has small letters, digits and hyphens only: rename it");
      return;
    }
    if (subfolder == "categories" && stem == "groups") return;
    const File file = load(path);
    const FileContext context{file.name, problems_, result_.clauses};
    const std::string id = subfolder + "." + stem;
    if (stem == "benefit") {
      BenefitHeader header = read_benefit(file.root, context, result_.groups);
      header.id = subfolder;
      header.folder = pack.folder;
      pack.benefits.emplace(subfolder, std::move(header));
      return;
    }
    if (!is_benefit_part(stem) && !is_known_parameter(id)) {
      problems_.add({file.name, 1, 1}, "未使用的参数“" + id + "”：引擎没有读取它的规则，请检查文件名",
                    "unused parameter '" + id + "': nothing reads a file of this name; check its spelling");
      return;
    }
    Parameter parameter = read_parameter(file.root, id, context, result_.groups);
    parameter.folder = pack.folder;
    pack.parameters.emplace(id, std::move(parameter));
  }

  fs::path root_;
  Packs& result_;
  Problems& problems_;
};

}  // namespace

Packs read_packs(const fs::path& root, Problems& problems) {
  Packs result;
  const fs::path clean = fs::path(root).lexically_normal();
  const fs::path folder = clean.has_filename() ? clean : clean.parent_path();
  const std::string label = (folder.filename() / "clauses" / "clauses.tsv").generic_string();
  result.clauses = read_register(folder / "clauses" / "clauses.tsv", label, problems);
  std::vector<fs::path> folders;
  for (const fs::path& entry : sorted_entries(folder)) {
    if (fs::exists(entry / "pack.yaml")) folders.push_back(entry);
  }
  if (folders.empty()) {
    problems.add({folder.generic_string(), 0, 0}, "此目录没有政策包（含 pack.yaml 的子目录）",
                 "there are no packs here (folders with a pack.yaml)");
  }
  PackReader reader(folder, result, problems);
  for (const fs::path& each : folders) reader.read_groups(each);
  for (const fs::path& each : folders) reader.read_folder(each);
  return result;
}

}  // namespace yidan::policy
