// The files of the packs as bytes, wherever they come from: a folder, an archive kept by the books, or memory.
//
// A source is read once and never again: what is compiled and what is archived are the same bytes, also when somebody
// edits the folder in the meantime.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "policy/problem.h"

namespace yidan::policy {

struct Source {
  // By path from the folder of packs on, with '/' between the names: "370600-yantai/pack.yaml".
  using Files = std::map<std::string, std::string, std::less<>>;

  Files files;
  std::string name = "packs";   // what messages put in front of a path; empty: nothing
  std::string place = "packs";  // what messages call the whole
  // Of files that were laid over those of the folder: what messages call them.
  std::map<std::string, std::string, std::less<>> labels;

  // What messages call a file.
  [[nodiscard]] std::string label(std::string_view path) const;
};

// Every file below `root` but hidden ones, which belong to the tools of whoever keeps the packs; links are followed. Of
// a folder without packs nothing is read. The problem is a folder that is not there or a file that cannot be read.
[[nodiscard]] std::expected<Source, Problem> read_folder(const std::filesystem::path& root);

// The files of a draft over those of the packs: each replaces the file of its path, or is a new one. A draft is laid
// out like the packs, or is a folder of the one pack `folder` ("371700-heze"; empty: of none). The problem is a folder
// that is not there, has no such file, or cannot be read.
[[nodiscard]] std::expected<Source, Problem> read_draft(Source packs, const std::filesystem::path& root,
                                                        std::string_view folder);
// The same where its files are in memory.
[[nodiscard]] std::expected<Source, Problem> laid_over(Source packs, Source draft, std::string_view folder);

// All files as one text, in the order of their paths, each with path and length in front. The same files give the same
// text, wherever they lie.
[[nodiscard]] std::string archive_of(const Source& source);

// The digest of what of them is one pool's: the files of its folders, of those that it extends, and the register of
// documents and clauses. Other cities' files do not change it.
[[nodiscard]] std::string digest_of_pool(const Source& source, const std::vector<std::string>& folders);

// The files of an archive. Errors: `damaged`.
[[nodiscard]] Result<Source> read_archive(std::string_view archive);

}  // namespace yidan::policy
