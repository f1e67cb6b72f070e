#include "cli/terminal.h"

#include <cerrno>
#include <cstdlib>
#include <string_view>

#include <fcntl.h>
#include <pwd.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/file_kind.h"
#include "base/visible.h"
#include "cli/system_reason.h"
#include "exchange/display.h"

namespace yidan::cli {
namespace {

namespace fs = std::filesystem;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view{value};
}

bool holds_packs(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / "clauses" / "clauses.tsv", ignored);
}

}  // namespace

Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string_view locale = environment(name);
    if (locale.empty()) continue;
    const bool neutral = locale.starts_with("C") || locale == "POSIX";
    return neutral || locale.starts_with("zh") ? Language::zh : Language::en;
  }
  return Language::zh;
}

void keep_standard_files_closed() {
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(standard, F_GETFD) != -1 || errno != EBADF) continue;
    // The lowest number that is free; neither can be read, nor written, as the program would.
    static_cast<void>(::open("/dev/null", standard == STDIN_FILENO ? O_WRONLY : O_RDONLY));
  }
}

bool is_terminal(std::FILE* stream) { return isatty(fileno(stream)) != 0; }

std::size_t columns_of(std::FILE* stream) {
  winsize size{};
  constexpr std::size_t usual = 80;
  return ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : usual;
}

std::string fitted_to(std::FILE* stream, std::string page) {
  if (is_terminal(stream)) page = exchange::fitted(page, columns_of(stream));
  return page;
}

fs::path find_packs(const std::string& asked) {
  if (!asked.empty()) return asked;
  if (const std::string_view named = environment("YIDAN_PACKS"); !named.empty()) return named;
  std::error_code ignored;
  const fs::path beside = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  fs::path installed = beside.parent_path() / "share" / "yidan" / "packs";
  if (holds_packs(installed)) return installed;
  for (fs::path folder = beside; folder.has_relative_path(); folder = folder.parent_path()) {
    if (holds_packs(folder / "packs")) return folder / "packs";
  }
  return "packs";
}

std::string user_of_the_machine() {
  const passwd* user = getpwuid(geteuid());  // NOLINT(concurrency-mt-unsafe): before any thread is started
  return user == nullptr || user->pw_name == nullptr ? "cli" : user->pw_name;
}

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void complain(const Text& message, Language language) {
  const std::string line = "yidan: " + harmless(message.in(language));
  std::fprintf(stderr, "%s\n", fitted_to(stderr, line).c_str());
}

bool is_foreign(std::string_view start, const std::string& name, Language language) {
  const auto kind = foreign_kind(start);
  if (kind) complain({"“" + name + "”：" + kind->zh, "'" + name + "': " + kind->en}, language);
  return kind.has_value();
}

void complain_of_reading(const std::string& name, int error, Language language) {
  const Text why = system_reason(error);
  complain({"无法读取“" + name + "”：" + why.zh, "cannot read '" + name + "': " + why.en}, language);
}

}  // namespace yidan::cli
