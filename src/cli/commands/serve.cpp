#include "cli/commands/serve.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include <CLI/CLI.hpp>

#include "cli/command_line.h"
#include "cli/system_reason.h"
#include "cli/terminal.h"
#include "http/server.h"
#include "service/service.h"
#include "terms/say.h"

namespace yidan::cli {
namespace {

struct Place {
  std::string address;
  std::uint16_t port = 0;
};

Result<Place> read_place(const std::string& listen) {
  const std::size_t colon = listen.rfind(':');
  Place place;
  if (colon != std::string::npos) {
    place.address = listen.substr(0, colon);
    if (place.address.starts_with('[') && place.address.ends_with(']')) {
      place.address = place.address.substr(1, place.address.size() - 2);
    }
    const char* end = listen.data() + listen.size();
    const auto read = std::from_chars(listen.data() + colon + 1, end, place.port);
    if (read.ec == std::errc() && read.ptr == end && !place.address.empty()) return place;
  }
  return std::unexpected(
      Error{ErrorCode::invalid_value,
            {"--listen 应为 地址:端口，如 127.0.0.1:8080", "--listen is ADDRESS:PORT: 127.0.0.1:8080"},
            {}});
}

bool is_of_this_machine(const Place& place) { return place.address == "::1" || place.address.starts_with("127."); }

// What travels to and from other machines is encrypted, here or by a proxy that stands before it on this machine; and
// nobody from elsewhere does anything without having logged in.
Result<void> is_safe(const Place& place, const ServeOptions& options) {
  if (is_of_this_machine(place)) return {};
  if (options.without_login) {
    return std::unexpected(
        Error{ErrorCode::not_permitted,
              {"--without-login 只用于本机地址（127.0.0.1）", "--without-login is for 127.0.0.1 alone"},
              {}});
  }
  if (!options.certificate.empty()) return {};
  return std::unexpected(Error{ErrorCode::not_permitted,
                               {"监听其他机器可达的地址须有 TLS 证书（--certificate、--key），或在本机地址之前设代理",
                                "an address that other machines reach needs TLS (--certificate, --key); or put a proxy "
                                "before 127.0.0.1"},
                               {}});
}

// A line for each request, to a file or to standard error.
class Notebook {
 public:
  static std::optional<Notebook> open(const std::string& name, Language language) {
    std::FILE* file = name == "-" ? stderr : std::fopen(name.c_str(), "ae");
    if (file != nullptr) return Notebook(file);
    const Text why = system_reason(errno);
    complain({"无法写日志“" + name + "”：" + why.zh, "cannot write the log '" + name + "': " + why.en}, language);
    return std::nullopt;
  }

  void write(std::string_view line) {
    std::fwrite(line.data(), 1, line.size(), file_.get());
    std::fflush(file_.get());
  }

 private:
  struct Close {
    void operator()(std::FILE* file) const {
      if (file != stderr) std::fclose(file);
    }
  };
  explicit Notebook(std::FILE* file) : file_(file) {}
  std::unique_ptr<std::FILE, Close> file_;
};

// The one that was asked for, else the one beside the packs, where it was built. `absent`: there is none. Errors: those
// of the one that was asked for.
Result<std::optional<service::Console>> read_console(const ServeOptions& options) {
  const bool is_asked = !options.console.empty();
  const auto folder =
      is_asked ? std::filesystem::path(options.console) : find_packs(options.packs).parent_path() / "console" / "dist";
  if (!is_asked && !std::filesystem::exists(folder / "index.html")) return std::nullopt;
  auto console = service::Console::read(folder);
  if (!console) return std::unexpected(std::move(console.error()));
  return std::optional(std::move(*console));
}

int serve_books(OpenBooks& books, const Place& place, Notebook* notebook, const ServeOptions& options) {
  const auto console = read_console(options);
  if (!console) return wrong_use(console.error(), options.language);
  service::Setup setup{.desk = *books.desk,
                       .policy = books.policy,
                       .clock = store::wall_clock,
                       .has_server = options.db.starts_with("postgres"),
                       .asks_who = !options.without_login,
                       .note = {},
                       .console = *console ? &**console : nullptr};
  if (notebook != nullptr) setup.note = [notebook](std::string_view line) { notebook->write(line); };
  service::Service service(setup);
  http::Options how{
      .address = place.address,
      .port = place.port,
      .threads = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency()),
      .workers = options.workers,
      .ends_on_signals = true};
  if (!options.certificate.empty()) how.tls = http::Tls{options.certificate, options.key};
  auto server = http::Server::listen(how, service);
  if (!server) return wrong_use(server.error(), options.language);
  service.watch(**server);
  const std::string scheme = how.tls ? "https://" : "http://";
  const std::string address = place.address.contains(':') ? "[" + place.address + "]" : place.address;
  const std::string url = scheme + address + ":" + std::to_string((*server)->port());
  print(say(options.language, "一单服务：", "yidan serves: ") + url + "\n" +
        (*console ? say(options.language, "  用浏览器打开即控制台\n", "  the console: open it in a browser\n") : "") +
        say(options.language, "  接口描述 ", "  the interface: ") + url + "/openapi.json\n" +
        say(options.language, "  Ctrl-C 结束\n", "  Ctrl-C ends it\n"));
  std::fflush(stdout);
  (*server)->run();
  print(say(options.language, "已结束：已办的都已记账\n", "ended: all that was answered is kept\n"));
  return kAllSettled;
}

}  // namespace

int serve(const ServeOptions& options) {
  const auto place = read_place(options.listen);
  if (!place) return wrong_use(place.error(), options.language);
  if (const auto safe = is_safe(*place, options); !safe) return wrong_use(safe.error(), options.language);
  if (options.certificate.empty() != options.key.empty()) {
    return wrong_use(
        {ErrorCode::missing, {"--certificate 与 --key 须同时写", "--certificate and --key go together"}, {}},
        options.language);
  }
  if (options.db.empty()) return complain_of_no_books(options.language);
  std::optional<Notebook> notebook;
  if (!options.log.empty()) {
    notebook = Notebook::open(options.log, options.language);
    if (!notebook) return kWrongUse;
  }
  const auto books = open_books(options, store::Access::read_write);
  if (books == nullptr) return kWrongUse;
  return serve_books(*books, *place, notebook ? &*notebook : nullptr, options);
}

void add_serve(CLI::App& app, ServeOptions& options, const std::string& packs, Language language, int& status) {
  const auto tell = [language](const char* zh, const char* en) { return say(language, zh, en); };
  CLI::App* command = app.add_subcommand(
      "serve", tell("服务：供程序和浏览器办理同样的事", "the service: the same operations over HTTP"));
  add_books(*command, options.db, language);
  command
      ->add_option("--listen", options.listen,
                   tell("地址:端口；端口 0 为任一空闲", "address:port; 0: any that is free"))
      ->capture_default_str();
  command->add_option("--certificate", options.certificate,
                      tell("TLS 证书链（PEM）", "the TLS certificate chain (PEM)"));
  command->add_option("--key", options.key, tell("其私钥（PEM）", "its key (PEM)"));
  command->add_flag("--without-login", options.without_login,
                    tell("不要求登录，人人可办一切：只用于本机试用",
                         "nobody has to log in, everybody may do everything: to try it out here"));
  command->add_option(
      "--console", options.console,
      tell("控制台的文件夹；默认为政策包旁的 console/dist（已构建时）",
           "the folder of the console; when not given console/dist beside the packs, once it is built"));
  command->add_option("--log", options.log,
                      tell("每个请求记一行（JSON，不含个人信息）：文件，- 为标准错误",
                           "a line for each request (JSON, no personal data): a file, - is standard error"));
  command
      ->add_option("--threads", options.threads,
                   tell("收发线程；默认每核一个", "threads that read and write; one a core when not given"))
      ->check(between(1, 64, language));
  command->add_option("--workers", options.workers, tell("同时办理数", "how many requests are worked on at a time"))
      ->check(between(1, 1024, language))
      ->capture_default_str();
  command->footer(
      tell("例：\n  yidan init --db books.db\n  yidan serve --db books.db\n"
           "  curl http://127.0.0.1:8080/v1/pools",
           "examples:\n  yidan init --db books.db\n  yidan serve --db books.db\n"
           "  curl http://127.0.0.1:8080/v1/pools"));
  command->callback([&options, &packs, &status, language] {
    options.language = language;
    options.packs = packs;
    status = serve(options);
  });
}

}  // namespace yidan::cli
