#include "base/json.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <memory_resource>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>

namespace yidan::json {
namespace {

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

  void reset() {
    values_.clear();
    keys_.clear();
    partial_.clear();
    arena_.release();
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
    auto* members = static_cast<Member*>(arena_.allocate(n * sizeof(Member) + 1, alignof(Member)));
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
    auto* text = static_cast<char*>(arena_.allocate(size, 1));
    std::memcpy(text, partial_.data(), partial_.size());
    std::memcpy(text + partial_.size(), last.data(), last.size());
    partial_.clear();
    return {text, size};
  }
  const Value* keep(const Value* first, std::size_t n) {
    auto* kept = static_cast<Value*>(arena_.allocate(n * sizeof(Value) + 1, alignof(Value)));
    std::uninitialized_copy_n(first, n, kept);
    return kept;
  }

  // Apart and not cleared: clearing it would cost as much as reading a request.
  static constexpr std::size_t kFirstBlock = std::size_t{32} * 1024;
  std::unique_ptr<std::byte[]> first_block_ = std::make_unique_for_overwrite<std::byte[]>(kFirstBlock);
  std::pmr::monotonic_buffer_resource arena_{first_block_.get(), kFirstBlock};
  std::vector<Value> values_;
  std::vector<std::string_view> keys_;
  std::string partial_;
};

// What a person can see at the place where the parser stopped.
Text reason_at(std::string_view text, std::size_t at, bool too_deep) {
  if (too_deep) return {"层次超过 32 层", "more than 32 levels deep"};
  if (at >= text.size()) return {"文本到此中断，尚未完整", "the text ends here and is not complete"};
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0x80)
    return {"此处不是有效的 UTF-8 字符，或出现在不该有文字的地方", "no valid UTF-8 here, or text where none may stand"};
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
  parser.handler().reset();
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
