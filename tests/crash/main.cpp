// books_crash --store sqlite|postgres --rounds N --seed S [--folder DIR] [--full-every N]: kills whoever writes into
// the books, N times, and proves each time that nothing acknowledged is lost and nothing is there by halves. Exit
// status 1 with the seed and what failed first; the books in a folder of your own are then left where they are.

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>

#include <CLI/CLI.hpp>

#include "testing/files.h"
#include "tests/crash/rounds.h"

namespace {

using namespace yidan;  // NOLINT

void say(const crash::Options& options, const crash::Totals& totals, const char* result_zh, const char* result_en) {
  const char* store = options.postgres ? "PostgreSQL" : "SQLite";
  std::printf(
      "%s，种子 %llu：%s。%zu 轮；杀死写入进程 %zu 次，服务器 %zu 次；已确认 %zu 次（重发 %zu）；拒绝 %zu；不可用 %zu；"
      "未确认而已记 %zu，未确认而未记 %zu；全面核对 %zu 次\n",
      store, static_cast<unsigned long long>(options.seed), result_zh, totals.rounds, totals.kills,
      totals.servers_killed, totals.acknowledged, totals.again, totals.refused, totals.unavailable, totals.open_there,
      totals.open_not_there, totals.verified);
  std::printf(
      "%s, seed %llu: %s. %zu rounds; writers killed %zu, servers killed %zu; acknowledged %zu (again: %zu), refused "
      "%zu, unavailable %zu; unacknowledged and there %zu, and not there %zu; verified in full %zu\n",
      store, static_cast<unsigned long long>(options.seed), result_en, totals.rounds, totals.kills,
      totals.servers_killed, totals.acknowledged, totals.again, totals.refused, totals.unavailable, totals.open_there,
      totals.open_not_there, totals.verified);
}

int run(crash::Options& options) {
  std::optional<TemporaryFolder> folder;
  const bool own_folder = options.folder.empty();
  if (own_folder) options.folder = folder.emplace().path();
  std::optional<crash::Rounds> rounds;
  try {
    rounds.emplace(options);
    rounds->run();
  } catch (const std::exception& failure) {
    say(options, rounds ? rounds->totals() : crash::Totals{}, "失败", "FAILED");
    std::printf("%s\n", failure.what());
    return 1;
  }
  say(options, rounds->totals(), "全部经受住", "all survived");
  return 0;
}

}  // namespace

int main(int count, char** words) {
  crash::Options options;
  std::string store;
  CLI::App app{"kills whoever writes into the books / 杀死正在记账的进程并核对账册"};
  app.add_option("--store", store, "sqlite, postgres")->required()->check(CLI::IsMember({"sqlite", "postgres"}));
  app.add_option("--rounds", options.rounds, "轮数 / rounds")->capture_default_str();
  app.add_option("--seed", options.seed, "种子 / seed")->capture_default_str();
  app.add_option("--full-every", options.full_every, "每多少轮全面核对 / rounds from one full verification to the next")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  app.add_option("--folder", options.folder, "空文件夹，结束后保留 / an empty folder, kept")
      ->check(CLI::ExistingDirectory);
  CLI11_PARSE(app, count, words);
  options.postgres = store == "postgres";
  std::signal(SIGPIPE, SIG_IGN);
  return run(options);
}
