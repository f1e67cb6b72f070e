#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>

#include <iconv.h>

#include "base/csv.h"
#include "base/file_kind.h"
#include "base/utf8.h"
#include "sheets/formats.h"

namespace yidan::sheets {
namespace {

constexpr std::size_t kBlock = 64U << 10U;

// Whether text may go on as UTF-8 after a block that ends within a character.
bool begins_as_utf8(std::string_view block) {
  const auto wrong = first_not_utf8(block);
  constexpr std::size_t longest_character = 4;
  return !wrong || *wrong + longest_character > block.size();
}

const char* encoding_of(std::string_view start) {
  if (start.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (start.starts_with("\xFE\xFF")) return "UTF-16BE";
  return begins_as_utf8(start) ? nullptr : "GB18030";
}

// Text of another encoding as UTF-8, block by block.
class Recoder {
 public:
  explicit Recoder(const char* encoding) : descriptor_(iconv_open("UTF-8", encoding)) {}
  ~Recoder() { iconv_close(descriptor_); }
  Recoder(const Recoder&) = delete;
  Recoder& operator=(const Recoder&) = delete;

  // False where there is a byte that the encoding does not have.
  bool recode(std::string_view block, std::string& out) {
    left_ += block;
    char* from = left_.data();
    std::size_t bytes = left_.size();
    std::array<char, kBlock> text{};
    while (bytes > 0) {
      char* to = text.data();
      std::size_t room = text.size();
      const std::size_t done = iconv(descriptor_, &from, &bytes, &to, &room);
      out.append(text.data(), text.size() - room);
      if (done != static_cast<std::size_t>(-1)) continue;
      if (errno == EINVAL) break;  // the block ends within a character
      if (errno != E2BIG) return false;
    }
    left_.erase(0, left_.size() - bytes);
    return true;
  }
  [[nodiscard]] bool is_whole() const { return left_.empty(); }

 private:
  iconv_t descriptor_;
  std::string left_;
};

class CsvTable final : public Table {
 public:
  explicit CsvTable(const std::filesystem::path& file) : in_(file, std::ios::binary) {}

  Result<std::optional<TableRow>> next() override {
    while (true) {
      if (auto row = reader_.next()) return taken(*row);
      if (ended_) return std::nullopt;
      if (auto read = read_block(); !read) return std::unexpected(std::move(read.error()));
    }
  }

 private:
  static Result<std::optional<TableRow>> taken(const csv::Row& row) {
    if (row.fault) {
      return std::unexpected(Error{ErrorCode::syntax, *row.fault, std::to_string(row.line) + ":1"});
    }
    TableRow taken{.line = row.line, .cells = {}};
    for (const std::string_view each : row.fields) taken.cells.emplace_back(each);
    return taken;
  }

  Result<void> read_block() {
    std::string block(kBlock, '\0');
    in_.read(block.data(), static_cast<std::streamsize>(block.size()));
    block.resize(static_cast<std::size_t>(in_.gcount()));
    const bool last = block.size() < kBlock;
    if (!begun_) {
      begun_ = true;
      if (const char* encoding = encoding_of(block)) recoder_.emplace(encoding);
      if (!recoder_) {
        if (const auto kind = foreign_kind(block)) return std::unexpected(sheet_error(kind->zh, kind->en));
      }
    }
    if (auto pushed = push(block); !pushed) return pushed;
    if (!last) return {};
    ended_ = true;
    if (recoder_ && !recoder_->is_whole()) return std::unexpected(sheet_error(not_utf8().zh, not_utf8().en));
    reader_.finish();
    return {};
  }

  Result<void> push(std::string_view block) {
    if (!recoder_) {
      reader_.push(block);
      return {};
    }
    std::string text;
    if (!recoder_->recode(block, text)) return std::unexpected(sheet_error(not_utf8().zh, not_utf8().en));
    constexpr std::string_view mark = "\xEF\xBB\xBF";  // of UTF-16, as UTF-8
    reader_.push(text.starts_with(mark) && !marked_ ? std::string_view(text).substr(mark.size()) : text);
    marked_ = true;
    return {};
  }

  std::ifstream in_;
  std::optional<Recoder> recoder_;
  csv::Reader reader_;
  bool begun_ = false;
  bool ended_ = false;
  bool marked_ = false;
};

}  // namespace

Result<std::unique_ptr<Table>> open_csv(const std::filesystem::path& file) { return std::make_unique<CsvTable>(file); }

}  // namespace yidan::sheets
