// The command line in the user's language: what help says, and what is wrong with what was typed, with what to do. The
// parser (CLI11) speaks English alone and measures in bytes; its words end here.
#pragma once

#include <initializer_list>
#include <string>

#include <CLI/CLI.hpp>

#include "base/result.h"

namespace yidan::cli {

// Makes an application and all commands that are added later speak the language. REQUIRES: no command was added.
void speak(CLI::App& app, Language language);

// For an option that takes one of a few words, or a number between two.
[[nodiscard]] CLI::Validator one_of(std::initializer_list<std::string> words, Language language);
[[nodiscard]] CLI::Validator between(unsigned least, unsigned most, Language language);

// The option by which a command finds its books.
CLI::Option* add_books(CLI::App& command, std::string& db, Language language);
// The options by which a command finds its books, and says who asks; the first of them.
CLI::Option* add_access(CLI::App& command, std::string& db, std::string& actor, Language language);

// What is wrong, what was probably meant, where to read on.
[[nodiscard]] Text command_line_mistake(const CLI::App& app, const CLI::ParseError& error);

}  // namespace yidan::cli
