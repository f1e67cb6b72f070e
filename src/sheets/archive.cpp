#include "sheets/archive.h"

#include <array>

#include <expat.h>
#include <zip.h>

#include "sheets/formats.h"

namespace yidan::sheets {
namespace {

constexpr zip_uint64_t kMostBytes = 2ULL << 30U;  // unpacked, of one part
constexpr std::size_t kBlockOfPart = 64U << 10U;

Error damaged_archive() {
  return sheet_error("不是完好的 XLSX 文件：请重新保存后再试",
                     "this is no sound XLSX file: save it again and try once more");
}

std::string_view without_prefix(const char* name) {
  const std::string_view whole(name);
  const std::size_t colon = whole.rfind(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

struct CloseZip {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

class ZipPart final : public Archive::Part {
 public:
  ZipPart(zip_file_t* file, Elements& elements) : file_(file), parser_(XML_ParserCreate("UTF-8")) {
    XML_SetUserData(parser_.get(), &elements);
    XML_SetElementHandler(parser_.get(), begin, end);
    XML_SetCharacterDataHandler(parser_.get(), text);
    // Sheets have no document types; who sends one is up to something.
    XML_SetStartDoctypeDeclHandler(parser_.get(), refuse_doctype);
    XML_SetParamEntityParsing(parser_.get(), XML_PARAM_ENTITY_PARSING_NEVER);
    XML_SetEndDoctypeDeclHandler(parser_.get(), nullptr);
    XML_UseParserAsHandlerArg(parser_.get());
  }

  Result<bool> read_on() override {
    std::array<char, kBlockOfPart> block{};
    const zip_int64_t size = zip_fread(file_.get(), block.data(), block.size());
    if (size < 0) return std::unexpected(damaged_archive());
    read_ += static_cast<zip_uint64_t>(size);
    if (read_ > kMostBytes) {
      return std::unexpected(
          sheet_error("XLSX 文件解压后过大：请分成几个文件", "the XLSX file is too large: split it"));
    }
    const bool last = size == 0;
    if (XML_Parse(parser_.get(), block.data(), static_cast<int>(size), last ? 1 : 0) == XML_STATUS_ERROR) {
      return std::unexpected(damaged_archive());
    }
    return !last;
  }

 private:
  static Elements& elements(void* parser) {
    return *static_cast<Elements*>(XML_GetUserData(static_cast<XML_Parser>(parser)));
  }
  static void begin(void* parser, const XML_Char* name, const XML_Char** attributes) {
    Elements::Attributes map;
    for (; *attributes != nullptr; attributes += 2) map.emplace(without_prefix(attributes[0]), attributes[1]);
    elements(parser).begin(without_prefix(name), map);
  }
  static void end(void* parser, const XML_Char* name) { elements(parser).end(without_prefix(name)); }
  static void text(void* parser, const XML_Char* text, int size) {
    elements(parser).text({text, static_cast<std::size_t>(size)});
  }
  static void refuse_doctype(void* parser, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    XML_StopParser(static_cast<XML_Parser>(parser), XML_FALSE);
  }

  std::unique_ptr<zip_file_t, CloseFile> file_;
  std::unique_ptr<XML_ParserStruct, FreeParser> parser_;
  zip_uint64_t read_ = 0;
};

class ZipArchive final : public Archive {
 public:
  explicit ZipArchive(zip_t* zip) : zip_(zip) {}

  [[nodiscard]] bool has(const std::string& part) const override {
    return zip_name_locate(zip_.get(), part.c_str(), 0) >= 0;
  }

  Result<std::unique_ptr<Part>> part(const std::string& name, Elements& elements) override {
    zip_file_t* file = zip_fopen(zip_.get(), name.c_str(), 0);
    if (file == nullptr) return std::unexpected(damaged_archive());
    return std::make_unique<ZipPart>(file, elements);
  }

 private:
  std::unique_ptr<zip_t, CloseZip> zip_;
};

}  // namespace

Result<std::unique_ptr<Archive>> Archive::open(const std::filesystem::path& file) {
  int error = 0;
  zip_t* zip = zip_open(file.c_str(), ZIP_RDONLY, &error);
  if (zip == nullptr) return std::unexpected(damaged_archive());
  return std::make_unique<ZipArchive>(zip);
}

Result<void> read_part(Archive& archive, const std::string& name, Elements& elements) {
  auto part = archive.part(name, elements);
  if (!part) return std::unexpected(std::move(part.error()));
  while (true) {
    const auto more = (*part)->read_on();
    if (!more) return std::unexpected(more.error());
    if (!*more) return {};
  }
}

}  // namespace yidan::sheets
