#include "policy/new_city.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <vector>

#include "policy/parse/pack_path.h"

namespace yidan::policy {
namespace {

// The file of a pack that says what the pack is, below its folder.
std::string pack_file_in(std::string_view folder) { return std::string(folder) + "/" + std::string(kPackFile); }

bool is_of_a_province(Region region) { return region.known() && region.code() % 10'000 == 0; }

// "binzhou" of "Binzhou City"; empty where the name has no letter that a folder may have.
std::string slug_of(std::string_view name) {
  std::string slug;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 && byte < 0x80U) {
      slug += static_cast<char>(std::tolower(byte));
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  while (slug.ends_with('-')) slug.pop_back();
  return slug;
}

// The folder of the region's pack; empty when there is none.
std::string folder_of(const Source& source, Region region) {
  const std::string code = to_text(region);
  const auto found = std::ranges::find_if(source.files, [&code](const auto& file) {
    return file.first.starts_with(code) && file.first.ends_with(pack_file_in(""));
  });
  return found == source.files.end() ? std::string()
                                     : found->first.substr(0, found->first.size() - pack_file_in("").size());
}

// The lines of `in_force` in the province's pack.yaml, as they stand there.
std::string in_force_of(std::string_view pack) {
  const std::size_t start = pack.find("\nin_force:");
  if (start == std::string_view::npos) return {};
  std::size_t end = start + 1;
  do {
    end = std::min(pack.find('\n', end), pack.size() - 1) + 1;
  } while (end < pack.size() && (pack[end] == ' ' || pack[end] == '#'));
  return std::string(pack.substr(start + 1, end - start - 1));
}

// Whether a text names a clause, as a whole word.
bool names(std::string_view text, std::string_view clause) {
  const auto goes_on = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.'; };
  for (std::size_t at = text.find(clause); at != std::string_view::npos; at = text.find(clause, at + 1)) {
    const std::size_t end = at + clause.size();
    if ((at == 0 || !goes_on(text[at - 1])) && (end == text.size() || !goes_on(text[end]))) return true;
  }
  return false;
}

bool names_a_city(std::string_view text, const ClauseRegister& clauses) {
  return std::ranges::any_of(clauses, [text](const auto& clause) {
    return clause.second.region.known() && !is_of_a_province(clause.second.region) && names(text, clause.first);
  });
}

// "{zh: …, en: …}" after "title: ", as the file has it; its first line, for a list.
std::string title_of(std::string_view text) {
  const std::size_t start = text.find("title: ");
  if (start == std::string_view::npos) return {};
  const std::string_view line = text.substr(start + 7, text.find('\n', start) - start - 7);
  const std::size_t zh = line.find("zh: ");
  const std::size_t en = line.find(", en: ");
  if (zh == std::string_view::npos || en == std::string_view::npos) return {};
  return std::string(line.substr(zh + 4, en - zh - 4)) + " / " +
         std::string(line.substr(en + 6, line.rfind('}') - en - 6));
}

std::string pack_file(const NewCity& city, const std::string& province, std::string_view pack_of_province) {
  return "# The province's rules alone; the city's own are written beside this file, and their days here.\n"
         "region: \"" +
         to_text(city.region) + "\"\nname: {zh: \"" + city.name.zh + "\", en: \"" + city.name.en +
         "\"}\nextends: " + province + "\n" + in_force_of(pack_of_province);
}

std::string readme(const NewCity& city, const std::string& like, const std::vector<std::string>& own) {
  std::string text =
      "# " + city.name.zh + " " + city.name.en +
      "\n\n本市目前只按省的规定结算。把本市文件的条款登记到 `clauses/`，再逐个写入各项规定，"
      "每写一项运行 `yidan policy check`。格式见 `packs/README.md`。\n\n"
      "This city is settled by the province's rules alone for now. Register the clauses of its documents in "
      "`clauses/`,\nthen write what they say, file by file, and run `yidan policy check` after each. The format is "
      "in `packs/README.md`.\n";
  if (own.empty()) return text;
  text += "\n" + like + " 另有规定的各项，请对照本市文件 / what " + like + " says of its own, to be looked up:\n\n";
  for (const std::string& line : own) text += "- " + line + "\n";
  return text;
}

Error refusal(ErrorCode code, std::string zh, std::string en) { return {code, {std::move(zh), std::move(en)}, {}}; }

}  // namespace

Result<NewFolder> new_city(const Source& source, const Policy& policy, const NewCity& city) {
  const std::string region = to_text(city.region);
  const std::int32_t code = city.region.known() ? city.region.code() : 0;
  if (code == 0 || code % 100 != 0 || code % 10'000 == 0) {
    return std::unexpected(
        refusal(ErrorCode::invalid_value, "“" + region + "”不是地市的区划代码：六位，末两位为 00，如 371600",
                "'" + region + "' is no city's region: six digits, the last two 00, for example 371600"));
  }
  if (const std::string there = folder_of(source, city.region); !there.empty()) {
    return std::unexpected(
        refusal(ErrorCode::conflict, "已有该地区的政策包 " + there, "there is a pack of this region: " + there));
  }
  const std::string province = folder_of(source, Region(code / 10'000 * 10'000));
  if (province.empty()) {
    return std::unexpected(refusal(ErrorCode::not_found, "没有 " + region + " 所属省的政策包：请先建省的政策包",
                                   "there is no pack of the province of " + region + ": make that first"));
  }
  const std::string like = city.like ? folder_of(source, *city.like) : std::string();
  if (city.like && (like.empty() || is_of_a_province(*city.like))) {
    return std::unexpected(refusal(ErrorCode::not_found, "没有地市 " + to_text(*city.like) + " 的政策包",
                                   "there is no pack of the city " + to_text(*city.like)));
  }
  const std::string slug = slug_of(city.name.en);
  NewFolder folder{.name = region + (slug.empty() ? "" : "-" + slug)};
  std::vector<std::string> own;
  for (const auto& [path, text] : source.files) {
    if (like.empty() || !path.starts_with(like + "/") || path.ends_with(pack_file_in(""))) continue;
    const std::string within = path.substr(like.size());
    if (!path.ends_with(".yaml")) continue;
    if (names_a_city(text, policy.clauses)) {
      const std::string title = title_of(text);
      own.push_back("`" + within.substr(1) + "`" + (title.empty() ? "" : " " + title));
    } else {
      folder.files[folder.name + within] = text;
    }
  }
  folder.files[pack_file_in(folder.name)] =
      pack_file(city, province, source.files.find(pack_file_in(province))->second);
  folder.files[folder.name + "/README.md"] = readme(city, like, own);
  return folder;
}

}  // namespace yidan::policy
