#include "policy/parse/unread.h"

#include <algorithm>
#include <set>

#include "policy/parse/pack_path.h"

namespace yidan::policy {
namespace {

constexpr std::string_view kForPeople = "README.md";

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return small;
}

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// What a file was probably meant to be called: "cap.yaml" of "cap.yml", "CAP.YAML", "cap.yaml.txt"; empty where it
// looks like no rule.
std::string name_meant(std::string_view name) {
  const std::string small = in_small_letters(name);
  for (const std::string_view ending : {".yaml", ".yml"}) {
    const std::size_t at = small.find(ending);
    if (at != std::string::npos && at > 0) return small.substr(0, at) + std::string(kExtension);
  }
  return {};
}

class Unread {
 public:
  Unread(const Source& source, Problems& problems) : source_(source), problems_(problems) {
    for (const auto& [path, text] : source.files) {
      if (take_apart(path).is_pack_file()) packs_.emplace(take_apart(path).pack);
    }
  }

  void check(std::string_view path) {
    const PackPath parts = take_apart(path);
    if (path == kRegister || path == kDocuments || name_of(path) == kForPeople) return;
    if (parts.pack == "clauses") {
      report(path, "：此目录只读 clauses.tsv 和 documents.yaml",
             ": this folder has clauses.tsv and documents.yaml alone");
    } else if (parts.pack.empty() || packs_.contains(parts.pack)) {
      check_of_pack(path, parts);
    } else {
      check_without_pack(path, parts);
    }
  }

 private:
  void report(std::string_view path, const std::string& zh, const std::string& en) {
    problems_.add({source_.label(path), 0, 0}, "没有程序读取此文件" + zh, "nothing reads this file" + en);
  }

  void check_of_pack(std::string_view path, const PackPath& parts) {
    if (parts.is_pack_file() || parts.is_value()) return;
    const std::string name(name_of(path));
    const std::string meant = name_meant(name);
    if (meant.empty()) {
      report(path, "：规则写在 .yaml 文件里，说明写在 README.md 里；请移出或删去",
             ": rules stand in files that end in .yaml, notes in README.md; move it out or delete it");
    } else if (meant != name) {
      report(path, "：请改名为“" + meant + "”，旧的副本则删去",
             ": rename it to '" + meant + "', or delete it if it is an old copy");
    } else if (parts.folder.empty()) {
      report(path, "：规则位于“政策包/分类/文件.yaml”，此文件高了一层，请移入其分类的文件夹",
             ": rules stand at PACK/FOLDER/FILE.yaml, this one is too high: move it into its folder");
    } else {
      report(path, "：规则位于“政策包/分类/文件.yaml”，此文件太深，请上移",
             ": rules stand at PACK/FOLDER/FILE.yaml, this one is too deep: move it up");
    }
  }

  // A folder without pack.yaml: its misnamed pack.yaml, or else the folder, once.
  void check_without_pack(std::string_view path, const PackPath& parts) {
    const std::string folder(parts.pack);
    if (parts.folder.empty() && name_meant(parts.file) == kPackFile) {
      report(path, "：整个政策包因此没有读取，请改名为 pack.yaml",
             " and hence no file of the pack: rename it to pack.yaml");
      return;
    }
    if (has_misnamed_pack_file(folder) || !folders_.insert(folder).second) return;
    problems_.add({source_.label(folder), 0, 0}, "没有程序读取此文件夹：其中没有 pack.yaml，请补上，或把它移出",
                  "nothing reads this folder: it has no pack.yaml, add it or move the folder out");
  }

  [[nodiscard]] bool has_misnamed_pack_file(const std::string& folder) const {
    const std::string prefix = folder + "/";
    for (auto each = source_.files.lower_bound(prefix); each != source_.files.end() && each->first.starts_with(prefix);
         ++each) {
      const PackPath parts = take_apart(each->first);
      if (parts.folder.empty() && name_meant(parts.file) == kPackFile) return true;
    }
    return false;
  }

  const Source& source_;
  Problems& problems_;
  std::set<std::string, std::less<>> packs_;    // the folders that have a pack.yaml
  std::set<std::string, std::less<>> folders_;  // those without, that were reported
};

}  // namespace

void check_unread(const Source& source, Problems& problems) {
  Unread unread(source, problems);
  for (const auto& [path, text] : source.files) unread.check(path);
}

}  // namespace yidan::policy
