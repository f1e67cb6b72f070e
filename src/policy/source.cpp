#include "policy/source.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

#include "base/digest.h"

namespace yidan::policy {
namespace {

namespace fs = std::filesystem;

// Packs have three; a link that leads back to a folder above it has no end.
constexpr int kMostLevels = 16;

Error damaged() {
  return {ErrorCode::damaged,
          {"保存的政策包无法读取：请从备份恢复", "the packs that were kept cannot be read: restore from a backup"},
          {}};
}

bool is_hidden(const fs::path& path) { return path.filename().generic_string().starts_with('.'); }

// A folder named by mistake may hold the whole machine: only one with packs is read.
bool has_packs(const fs::path& root) {
  std::error_code ignored;
  return std::ranges::any_of(fs::directory_iterator(root, ignored),
                             [&](const auto& entry) { return fs::exists(entry.path() / "pack.yaml", ignored); });
}

Problem unreadable(const std::string& label) {
  return {{label, 0, 0}, {"无法读取：请检查此文件及其权限", "cannot be read: check this file and its permissions"}};
}

std::expected<std::string, Problem> read_file(const fs::path& path, const std::string& label) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::unexpected(unreadable(label));
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (file.bad()) return std::unexpected(unreadable(label));
  return text;
}

std::expected<void, Problem> read_files(const fs::path& root, Source& source) {
  std::error_code error;
  fs::recursive_directory_iterator each(root, fs::directory_options::follow_directory_symlink, error);
  for (const fs::recursive_directory_iterator end; !error && each != end; each.increment(error)) {
    if (is_hidden(each->path())) {
      each.disable_recursion_pending();
      continue;
    }
    if (each.depth() > kMostLevels) return std::unexpected(unreadable(each->path().generic_string()));
    std::error_code ignored;
    if (!each->is_regular_file(ignored)) continue;
    std::string path = each->path().lexically_relative(root).generic_string();
    auto text = read_file(each->path(), source.label(path));
    if (!text) return std::unexpected(std::move(text.error()));
    source.files.emplace(std::move(path), std::move(*text));
  }
  if (error) return std::unexpected(unreadable(source.place));
  return {};
}

std::string_view first_folder(std::string_view path) { return path.substr(0, path.find('/')); }

// Whether a file of the draft lies in a folder that the packs have, or in a pack of its own.
bool is_laid_out_like(const Source& packs, const Source& draft) {
  return std::ranges::any_of(draft.files, [&](const auto& file) {
    const std::string folder(first_folder(file.first));
    if (folder.size() == file.first.size()) return false;
    const auto known = packs.files.lower_bound(folder + "/");
    const bool has_folder = known != packs.files.end() && known->first.starts_with(folder + "/");
    return has_folder || draft.files.contains(folder + "/pack.yaml");
  });
}

// Whether it has a file where a pack has its values.
bool is_of_one_pack(const Source& draft) {
  return std::ranges::any_of(draft.files, [](const auto& file) {
    return file.first == "pack.yaml" || (std::ranges::count(file.first, '/') == 1 && file.first.ends_with(".yaml"));
  });
}

// One file of an archive: "path length\n", then as many bytes.
struct Part {
  std::string_view path;
  std::string_view text;
};

Result<Part> next_part(std::string_view& rest) {
  const std::size_t line = rest.find('\n');
  const std::size_t blank = rest.substr(0, line).rfind(' ');
  if (line == std::string_view::npos || blank == std::string_view::npos) return std::unexpected(damaged());
  std::size_t length = 0;
  const auto read = std::from_chars(rest.data() + blank + 1, rest.data() + line, length);
  if (read.ptr != rest.data() + line || length > rest.size() - line - 1) return std::unexpected(damaged());
  const Part part{rest.substr(0, blank), rest.substr(line + 1, length)};
  rest.remove_prefix(line + 1 + length);
  return part;
}

}  // namespace

std::string Source::label(std::string_view path) const {
  if (const auto own = labels.find(path); own != labels.end()) return own->second;
  return name.empty() ? std::string(path) : name + "/" + std::string(path);
}

std::expected<Source, Problem> read_folder(const fs::path& root) {
  const fs::path clean = root.lexically_normal();
  const fs::path folder = clean.has_filename() ? clean : clean.parent_path();
  Source source{{}, folder.filename().generic_string(), root.generic_string()};
  std::error_code ignored;
  if (!fs::is_directory(root, ignored)) {
    return std::unexpected(
        Problem{{source.place, 0, 0},
                {"没有这个目录：请指明政策包所在的目录", "there is no such folder: name the folder of the packs"}});
  }
  if (!has_packs(folder)) return source;
  if (const auto read = read_files(folder, source); !read) return std::unexpected(read.error());
  return source;
}

namespace {

std::unexpected<Problem> unusable(const std::string& place, std::string zh, std::string en) {
  Problem problem;
  problem.at.file = place;
  problem.message = {std::move(zh), std::move(en)};
  return std::unexpected(std::move(problem));
}

}  // namespace

std::expected<Source, Problem> read_draft(Source packs, const fs::path& root, std::string_view folder) {
  const std::string place = root.generic_string();
  std::error_code ignored;
  if (!fs::is_directory(root, ignored)) {
    return unusable(place, "没有这个目录：请指明草案所在的目录",
                    "there is no such folder: name the folder of the draft");
  }
  Source draft{.name = place, .place = place};
  if (const auto read = read_files(root, draft); !read) return std::unexpected(read.error());
  return laid_over(std::move(packs), std::move(draft), folder);
}

std::expected<Source, Problem> laid_over(Source packs, Source draft, std::string_view folder) {
  const bool like_packs = is_laid_out_like(packs, draft);
  if (!like_packs && (folder.empty() || !is_of_one_pack(draft))) {
    return unusable(draft.place,
                    "草案中没有政策包的文件：请按政策包的目录存放，如“371700-heze/resident-outpatient/ratio.yaml”",
                    "the draft has no file of a pack: lay it out like the packs, for example "
                    "371700-heze/resident-outpatient/ratio.yaml");
  }
  for (auto& [path, text] : draft.files) {
    std::string over = like_packs ? path : std::string(folder) + "/" + path;
    packs.labels[over] = draft.label(path);
    packs.files.insert_or_assign(std::move(over), std::move(text));
  }
  return packs;
}

std::string archive_of(const Source& source) {
  std::string archive;
  for (const auto& [path, text] : source.files) {
    archive.append(path).append(" ").append(std::to_string(text.size())).append("\n").append(text);
  }
  return archive;
}

std::string digest_of_pool(const Source& source, const std::vector<std::string>& folders) {
  Source own;
  for (const auto& [path, text] : source.files) {
    const std::string_view folder = first_folder(path);
    if (folder == "clauses" || std::ranges::find(folders, folder) != folders.end()) own.files.emplace(path, text);
  }
  return sha256(archive_of(own));
}

Result<Source> read_archive(std::string_view archive) {
  Source source;
  while (!archive.empty()) {
    const auto part = next_part(archive);
    if (!part) return std::unexpected(part.error());
    source.files.emplace(part->path, part->text);
  }
  return source;
}

}  // namespace yidan::policy
