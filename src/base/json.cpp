#include "base/json.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <memory>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>

#include "base/file_kind.h"
#include "base/utf8.h"

namespace yidan::json {

// These two have names for the linker: Document::Builder, which the header knows, has them as its members.

// Memory for what lives as long as a document's values; the first block is kept from one document to the next.
class Arena {
 public:
  // Room for `size` bytes, aligned for anything that is kept here.
  void* allocate(std::size_t size) {
    size = (size + alignof(Member) - 1) / alignof(Member) * alignof(Member);
    if (size > room_) grow(size);
    void* place = at_;
    at_ += size;
    room_ -= size;
    return place;
  }
  void reset() {
    blocks_.resize(std::min<std::size_t>(blocks_.size(), 1));
    at_ = blocks_.empty() ? nullptr : blocks_.front().get();
    room_ = blocks_.empty() ? 0 : kFirstBlock;
    last_ = kFirstBlock;
  }

 private:
  static constexpr std::size_t kFirstBlock = std::size_t{32} * 1024;

  void grow(std::size_t size) {
    const std::size_t block = blocks_.empty() && size <= kFirstBlock ? kFirstBlock : std::max(size, 2 * last_);
    if (blocks_.empty() && block != kFirstBlock) grow(kFirstBlock);
    blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(block));
    at_ = blocks_.back().get();
    room_ = block;
    last_ = block;
  }

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* at_ = nullptr;
  std::size_t room_ = 0;
  std::size_t last_ = kFirstBlock;
};

// Receives the parser's events and builds the tree bottom-up: finished values wait on a stack until their array or
// object ends, then move together into the arena.
class TreeHandler {
 public:
  static constexpr std::size_t max_object_size = SIZE_MAX;
  static constexpr std::size_t max_array_size = SIZE_MAX;
  static constexpr std::size_t max_key_size = SIZE_MAX;
  static constexpr std::size_t max_string_size = SIZE_MAX;
  using Code = boost::json::error_code;
  using Part = boost::json::string_view;

  // Keeps the text: what stands in it as it is meant is seen there, what has escapes is made in the arena.
  std::string_view take(std::string_view text) {
    values_.clear();
    keys_.clear();
    partial_.clear();
    arena_.reset();
    text_.assign(text);
    return text_;
  }
  [[nodiscard]] const Value& root() const { return values_.back(); }

  bool on_document_begin(Code&) { return true; }
  bool on_document_end(Code&) { return true; }
  bool on_array_begin(Code&) { return true; }
  bool on_object_begin(Code&) { return true; }
  bool on_array_end(std::size_t n, Code&) {
    Value array{.kind = Kind::array, .elements = keep(values_.data() + (values_.size() - n), n), .size = n};
    values_.resize(values_.size() - n);
    values_.push_back(array);
    return true;
  }
  bool on_object_end(std::size_t n, Code&) {
    auto* members = static_cast<Member*>(arena_.allocate(n * sizeof(Member)));
    for (std::size_t i = 0; i < n; ++i) {
      new (members + i) Member{keys_[keys_.size() - n + i], values_[values_.size() - n + i]};
    }
    values_.resize(values_.size() - n);
    keys_.resize(keys_.size() - n);
    values_.push_back({.kind = Kind::object, .fields = members, .size = n});
    return true;
  }
  bool on_string_part(Part part, std::size_t, Code&) { return collect(part); }
  bool on_string(Part part, std::size_t, Code&) {
    values_.push_back({.kind = Kind::string, .text = finish(part)});
    return true;
  }
  bool on_key_part(Part part, std::size_t, Code&) { return collect(part); }
  bool on_key(Part part, std::size_t, Code&) {
    keys_.push_back(finish(part));
    return true;
  }
  bool on_number_part(Part part, Code&) { return collect(part); }
  bool on_int64(std::int64_t, Part part, Code&) { return number(part); }
  bool on_uint64(std::uint64_t, Part part, Code&) { return number(part); }
  // The parser hands its own reading along; only the text is kept.
  bool on_double(double, Part part, Code&) { return number(part); }  // tidy: not money
  bool on_bool(bool truth, Code&) {
    values_.push_back({.kind = Kind::boolean, .truth = truth});
    return true;
  }
  bool on_null(Code&) {
    values_.push_back({});
    return true;
  }
  bool on_comment_part(Part, Code&) { return true; }
  bool on_comment(Part, Code&) { return true; }

 private:
  bool collect(Part part) {
    partial_.append(part.data(), part.size());
    return true;
  }
  bool number(Part part) {
    values_.push_back({.kind = Kind::number, .text = finish(part)});
    return true;
  }
  std::string_view finish(Part last) {
    const std::size_t size = partial_.size() + last.size();
    if (size == 0) return "";
    const std::less<const char*> before;
    if (partial_.empty() && !before(last.data(), text_.data()) && before(last.data(), text_.data() + text_.size())) {
      return {last.data(), last.size()};
    }
    auto* text = static_cast<char*>(arena_.allocate(size));
    std::memcpy(text, partial_.data(), partial_.size());
    std::memcpy(text + partial_.size(), last.data(), last.size());
    partial_.clear();
    return {text, size};
  }
  const Value* keep(const Value* first, std::size_t n) {
    auto* kept = static_cast<Value*>(arena_.allocate(n * sizeof(Value)));
    std::uninitialized_copy_n(first, n, kept);
    return kept;
  }

  std::string text_;
  Arena arena_;
  std::vector<Value> values_;
  std::vector<std::string_view> keys_;
  std::string partial_;
};

namespace {

// What a person can see at the place where the parser stopped.
Text reason_at(std::string_view text, std::size_t at, bool too_deep) {
  if (too_deep) return {"层次超过 32 层", "more than 32 levels deep"};
  if (at >= text.size()) return {"文本到此中断，尚未完整", "the text ends here and is not complete"};
  if (auto kind = foreign_kind(text)) return *std::move(kind);
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0x80 && !is_utf8(text)) return not_utf8();
  if (byte >= 0x80) {
    return {"此处不该有文字：文本须加英文引号 \"…\"",
            "no text may stand here: text has straight quotes around it, \"…\""};
  }
  if (byte < 0x20)
    return {"此处有控制字符或换行，文本可能没有收尾的引号",
            "a control character or line end here: is a quote missing?"};
  const std::string seen(1, text[at]);
  return {"此处不应出现“" + seen + "”", "'" + seen + "' is not expected here"};
}

SyntaxError syntax_error(std::string_view text, std::size_t at, Text reason) {
  const std::string_view before = text.substr(0, std::min(at, text.size()));
  const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return {line, before.size() - start + 1, std::move(reason)};
}

}  // namespace

class Document::Builder {
 public:
  boost::json::basic_parser<TreeHandler> parser{boost::json::parse_options{}};
};

Document::Document() : builder_(std::make_unique<Builder>()) {}
Document::~Document() = default;

std::expected<const Value*, SyntaxError> Document::parse(std::string_view text) {
  auto& parser = builder_->parser;
  parser.reset();
  text = parser.handler().take(without_mark(text));
  boost::json::error_code failure;
  const std::size_t used = parser.write_some(false, text.data(), text.size(), failure);
  if (failure) {
    const bool too_deep = failure == boost::json::error::too_deep;
    return std::unexpected(syntax_error(text, used, reason_at(text, used, too_deep)));
  }
  const std::size_t rest = text.find_first_not_of(" \t\r\n", used);
  if (rest != std::string_view::npos)
    return std::unexpected(syntax_error(text, rest,
                                        {"值之后还有多余的文本（多个案例请每行一个，用 --jsonl）",
                                         "extra text after the value (for several cases: one a line, with --jsonl)"}));
  return &parser.handler().root();
}

}  // namespace yidan::json
