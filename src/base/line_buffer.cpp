#include "base/line_buffer.h"

namespace yidan {

void LineBuffer::push(std::string_view block) {
  if (skipping_) {
    const std::size_t end = block.find('\n');
    if (end == std::string_view::npos) return;
    block.remove_prefix(end);
    skipping_ = false;
  }
  buffer_.erase(0, kept_);
  next_ -= kept_;
  searched_ -= kept_;
  kept_ = 0;
  buffer_ += block;
  skip_mark();
}

void LineBuffer::skip_mark() {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (begun_ || buffer_.size() < mark.size()) return;
  begun_ = true;
  if (buffer_.starts_with(mark)) buffer_.erase(0, mark.size());
}

void LineBuffer::finish() {
  finished_ = true;
  skipping_ = false;
  if (next_ < buffer_.size() && buffer_.back() != '\n') buffer_ += '\n';
}

// Of a line that goes on beyond the limit: keeps one byte more than the limit, which tells.
void LineBuffer::cut() {
  if (buffer_.size() - next_ <= longest_) return;
  buffer_.resize(next_ + longest_ + 1);
  skipping_ = true;
}

std::optional<LineBuffer::Line> LineBuffer::next() {
  if (!begun_ && !finished_) return std::nullopt;
  const std::size_t end = buffer_.find('\n', searched_);
  if (end == std::string::npos) {
    cut();
    searched_ = buffer_.size();
    return std::nullopt;
  }
  Line line{next_number_, std::string_view(buffer_).substr(next_, end - next_)};
  line.too_long = line.text.size() > longest_;
  if (line.too_long) line.text = line.text.substr(0, longest_);
  next_ = end + 1;
  searched_ = next_;
  ++next_number_;
  return line;
}

std::string_view LineBuffer::taken() const {
  std::string_view text = std::string_view(buffer_).substr(kept_, next_ - kept_);
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

void LineBuffer::drop() {
  kept_ = next_;
  kept_number_ = next_number_;
}

void LineBuffer::drop_first() {
  if (kept_ == next_) return;
  kept_ = buffer_.find('\n', kept_) + 1;
  ++kept_number_;
  next_ = kept_;
  searched_ = kept_;
  next_number_ = kept_number_;
}

}  // namespace yidan
