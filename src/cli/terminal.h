// What the program knows of its surroundings: language, terminal, where the packs are. The only place that asks.
#pragma once

#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace yidan::cli {

// From LC_ALL, LC_MESSAGES, LANG: Chinese unless another language is named.
[[nodiscard]] Language language_of_locale();

// Where standard input, output or errors are closed, puts something there that cannot be used either: a file that is
// opened later would otherwise take its place, be read as input or written over with answers.
void keep_standard_files_closed();

[[nodiscard]] bool is_terminal(std::FILE* stream);

// How wide the terminal is to which a stream goes; 80 where it does not say.
[[nodiscard]] std::size_t columns_of(std::FILE* stream);
// A page for people: as wide as the terminal to which it goes; elsewhere as it is.
[[nodiscard]] std::string fitted_to(std::FILE* stream, std::string page);

// The folder of packs: the one asked for, else $YIDAN_PACKS, else where an installed program has them
// (../share/yidan/packs), else `packs` beside or above the program, else below the working directory.
[[nodiscard]] std::filesystem::path find_packs(const std::string& asked);

// The name of the user who runs the program; "cli" when the system has none.
[[nodiscard]] std::string user_of_the_machine();

// Exit statuses of the contract.
inline constexpr int kAllSettled = 0;
inline constexpr int kSomeRejected = 1;
inline constexpr int kWrongUse = 2;

// Prints to standard output, as it is.
void print(std::string_view text);

// Prints "yidan: …" to standard error.
void complain(const Text& message, Language language);

// Whether the file is no text, by how it begins; said on standard error.
[[nodiscard]] bool is_foreign(std::string_view start, const std::string& name, Language language);

// Says that an input cannot be read; `error` is its errno.
void complain_of_reading(const std::string& name, int error, Language language);

}  // namespace yidan::cli
