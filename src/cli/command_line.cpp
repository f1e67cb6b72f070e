#include "cli/command_line.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "base/visible.h"
#include "exchange/display.h"
#include "terms/nearest.h"
#include "terms/say.h"

namespace yidan::cli {
namespace {

constexpr std::size_t kNameColumns = 28;
constexpr std::size_t kColumns = 80;

// "  --as {text,json}          what it is for": the name in its column, what it is for wrapped beside it.
std::string entry(const std::string& name, const std::string& about) {
  const std::size_t wide = exchange::display_width(name);
  std::string out = "  " + (wide + 2 > kNameColumns ? name + "\n" : exchange::left_aligned(name, kNameColumns - 2));
  bool first = wide + 2 <= kNameColumns;
  for (const std::string& line : exchange::wrapped(about, kColumns - kNameColumns)) {
    out += (first ? "" : std::string(kNameColumns, ' ')) + line + "\n";
    first = false;
  }
  return out;
}

// Help in a language, in columns as a terminal counts them.
class Help final : public CLI::Formatter {
 public:
  explicit Help(Language language) : zh_(language == Language::zh) {
    if (!zh_) return;
    label("Usage", "用法");
    label("OPTIONS", "选项");
    label("SUBCOMMAND", "命令");
    label("SUBCOMMANDS", "命令");
    label("Positionals", "参数");
    label("Options", "选项");
    label("REQUIRED", "必填");
    label("TEXT", "值");
    label("UINT", "整数");
  }

  std::string make_group(std::string group, bool is_positional,
                         std::vector<const CLI::Option*> options) const override {
    return CLI::Formatter::make_group(get_label(group), is_positional, std::move(options));
  }
  std::string make_option(const CLI::Option* option, bool is_positional) const override {
    return entry(make_option_name(option, is_positional) + make_option_opts(option), make_option_desc(option));
  }
  std::string make_subcommand(const CLI::App* command) const override {
    return entry(command->get_name(), command->get_description());
  }
  // The kind of value is of use where it is a choice; that a name is text goes without saying.
  std::string make_option_opts(const CLI::Option* option) const override {
    std::string out;
    if (option->get_type_size() != 0) {
      const std::string type = option->get_type_name();
      const std::size_t colon = type.find(':');
      out += " " + (colon == std::string::npos ? get_label(type) : type.substr(colon + 1));
      if (!option->get_default_str().empty()) out += "=" + option->get_default_str();
      if (option->get_expected_max() == CLI::detail::expected_max_vector_size) out += " ...";
      if (option->get_required()) out += " " + get_label("REQUIRED");
    }
    return out;
  }
  std::string make_description(const CLI::App* command) const override {
    return exchange::fitted(command->get_description(), kColumns) + "\n";
  }
  std::string make_footer(const CLI::App* command) const override {
    const std::string footer = command->get_footer();
    std::string out;
    for (std::string_view rest = footer; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      const bool to_be_copied = line.starts_with("  yidan ");
      out += (to_be_copied ? std::string(line) : exchange::fitted(line, kColumns)) + "\n";
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
  }
  std::string make_option_usage(const CLI::Option* option) const override {
    const bool several = option->get_expected_max() > 1;
    const std::string name = make_option_name(option, true) + (several ? "..." : "");
    return option->get_required() ? name : "[" + name + "]";
  }

 private:
  bool zh_;
};

// The command whose options were being read.
const CLI::App& innermost(const CLI::App& app) {
  const CLI::App* at = &app;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().back();
  return *at;
}

std::string path_of(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  return (parent == nullptr ? "" : path_of(*parent) + " ") + command.get_name();
}

std::vector<std::string> commands_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* each : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(each->get_name());
  }
  return names;
}

std::vector<std::string> options_of(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::App* at = &command; at != nullptr; at = at->get_parent()) {
    for (const CLI::Option* option : at->get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
  }
  return names;
}

Text meant(const std::string& written, const std::vector<std::string>& names) {
  const std::vector<std::string_view> views(names.begin(), names.end());
  return did_you_mean(written, views, {"", ""});
}

Text no_command(const CLI::App& app, const CLI::App& command) {
  const auto names = commands_of(command);
  const auto extra = app.remaining(true);
  if (extra.empty()) return {"请写明命令", "a command is needed"};
  const std::string written = shown(extra.front());
  if (written.starts_with("-")) {
    return {"命令之前没有选项“" + written + "”", "no option '" + written + "' can stand before the command"};
  }
  const Text similar = meant(written, names);
  return {"没有命令“" + written + "”" + similar.zh, "no command '" + written + "'" + similar.en};
}

Text not_expected(const CLI::App& command, std::string_view what) {
  const std::size_t colon = what.find(": ");
  std::string written(colon == std::string_view::npos ? what : what.substr(colon + 2));
  written = written.substr(0, written.find(' '));
  if (written.starts_with("-")) {
    const Text similar = meant(written, options_of(command));
    return {"没有选项“" + shown(written) + "”" + similar.zh, "no option '" + shown(written) + "'" + similar.en};
  }
  return {"多出“" + shown(written) + "”：请删去", "'" + shown(written) + "' is one argument too many: leave it out"};
}

// The name with which most of the parser's sentences begin.
std::string name_in(std::string_view what, std::string_view before) {
  return std::string(what.substr(0, what.find(before)));
}

Text mistake(const CLI::App& app, const CLI::App& command, const CLI::ParseError& error) {
  const std::string_view what = error.what();
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    if (what.starts_with("A subcommand")) return no_command(app, command);
    const std::string name = name_in(what, " is required");
    return {"缺少 " + name + "：请补上", name + " is missing: add it"};
  }
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) return not_expected(command, what);
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    const std::string name = name_in(what, ":");
    const bool more = what.find("At Most") != std::string_view::npos || what.find("override") != std::string_view::npos;
    if (more) return {name + " 的值过多：请删去多余的", name + " has too many values: leave some out"};
    return {name + " 之后缺少值", name + " needs a value"};
  }
  if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) return {std::string(what), std::string(what)};
  return {"命令行有误：“" + shown(what.substr(what.rfind(' ') + 1)) + "”", std::string(what)};
}

}  // namespace

void speak(CLI::App& app, Language language) {
  const bool zh = language == Language::zh;
  app.formatter(std::make_shared<Help>(language));
  app.group(zh ? "命令" : "Commands");
  app.set_help_flag("-h,--help", zh ? "显示此说明" : "show this help");
}

CLI::Validator one_of(std::initializer_list<std::string> words, Language language) {
  std::string all;
  std::string braced;
  for (const std::string& word : words) {
    braced += (braced.empty() ? "" : ",") + word;
    all += (all.empty() ? "" : ", ") + word;
  }
  const std::vector<std::string> known(words);
  const auto check = [known, all, language](const std::string& written) -> std::string {
    if (std::ranges::find(known, written) != known.end()) return {};
    return Text{"没有“" + shown(written) + "”（可用：" + all + "）", "'" + shown(written) + "' is none of: " + all}.in(
        language);
  };
  return CLI::Validator(check, "{" + braced + "}");
}

CLI::Validator between(unsigned least, unsigned most, Language language) {
  const std::string lowest = std::to_string(least);
  const std::string highest = std::to_string(most);
  const auto check = [=](const std::string& written) -> std::string {
    unsigned number = 0;
    const char* end = written.data() + written.size();
    const auto read = std::from_chars(written.data(), end, number);
    if (read.ec == std::errc{} && read.ptr == end && number >= least && number <= most) return {};
    return Text{"“" + shown(written) + "”不是 " + lowest + " 至 " + highest + " 的整数",
                "'" + shown(written) + "' is no whole number from " + lowest + " to " + highest}
        .in(language);
  };
  return CLI::Validator(check, lowest + "-" + highest);
}

CLI::Option* add_books(CLI::App& command, std::string& db, Language language) {
  return command
      .add_option("--db", db,
                  say(language, "账册：文件路径，或 postgresql://…；默认 $YIDAN_DB",
                      "the books: a file, or postgresql://…; $YIDAN_DB when not given"))
      ->envname("YIDAN_DB");
}

CLI::Option* add_access(CLI::App& command, std::string& db, std::string& actor, Language language) {
  CLI::Option* books = add_books(command, db, language);
  command
      .add_option(
          "--actor", actor,
          say(language, "经办人，随事项记下；默认本机用户", "who asks, kept with the event; the user of the machine"))
      ->envname("YIDAN_ACTOR");
  return books;
}

Text command_line_mistake(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = innermost(app);
  Text text = mistake(app, command, error);
  const std::string help = path_of(command) + " --help";
  text.zh += (text.zh.ends_with("？") ? "" : "。") + ("用法见：" + help);
  text.en += (text.en.ends_with('?') ? " See: " : ". See: ") + help;
  return text;
}

}  // namespace yidan::cli
