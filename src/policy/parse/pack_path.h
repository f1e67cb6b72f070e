// Where a file of the packs stands: "370600-yantai/employee-outpatient/cap.yaml", taken apart.
#pragma once

#include <string_view>

namespace yidan::policy {

inline constexpr std::string_view kRegister = "clauses/clauses.tsv";
inline constexpr std::string_view kDocuments = "clauses/documents.yaml";
inline constexpr std::string_view kPackFile = "pack.yaml";
inline constexpr std::string_view kBoundFolder = "bounds";
inline constexpr std::string_view kAuthorityFolder = "authority";
inline constexpr std::string_view kProceduresFolder = "procedures";
inline constexpr std::string_view kRegistersFolder = "registers";
inline constexpr std::string_view kTasksFolder = "tasks";
inline constexpr std::string_view kExtension = ".yaml";
// Whether the files of a folder are values that settle; bounds, authority, procedures, registers, tasks stand beside.
[[nodiscard]] constexpr bool has_values(std::string_view folder) {
  return folder != kBoundFolder && folder != kAuthorityFolder && folder != kProceduresFolder &&
         folder != kRegistersFolder && folder != kTasksFolder;
}

// What the id of a parameter ends with whose rows change another's for a time: "scope.not-payable.temporary" is
// scope/not-payable.temporary.yaml.
inline constexpr std::string_view kTemporary = ".temporary";

// The folders are empty where the path has fewer; what lies deeper stays in `file`.
struct PackPath {
  std::string_view pack;
  std::string_view folder;
  std::string_view file;

  [[nodiscard]] bool is_pack_file() const { return !pack.empty() && folder.empty() && file == kPackFile; }
  // A value of a pack, or a benefit.
  [[nodiscard]] bool is_value() const { return !folder.empty() && !file.contains('/') && file.ends_with(kExtension); }
};

[[nodiscard]] inline PackPath take_apart(std::string_view path) {
  const std::size_t pack = path.find('/');
  if (pack == std::string_view::npos) return {{}, {}, path};
  const std::size_t folder = path.find('/', pack + 1);
  if (folder == std::string_view::npos) return {path.substr(0, pack), {}, path.substr(pack + 1)};
  return {path.substr(0, pack), path.substr(pack + 1, folder - pack - 1), path.substr(folder + 1)};
}

// The id of the parameter that one with this id changes for a time; the id itself where it is no such change.
[[nodiscard]] inline std::string_view changed_by(std::string_view id) {
  return id.ends_with(kTemporary) ? id.substr(0, id.size() - kTemporary.size()) : id;
}

}  // namespace yidan::policy
