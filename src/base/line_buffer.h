// Text in blocks in, lines out: for streams whose memory must not grow with them.
//
// Lines that were taken stay readable, one after the other as they were written, until they are dropped or given back;
// only the next `push` moves them. A byte-order mark is skipped. Of a line beyond the limit only the beginning is kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yidan {

class LineBuffer {
 public:
  struct Line {
    std::size_t number = 0;  // in the stream, from 1
    std::string_view text;   // without its line feed, with its carriage return; a line feed follows in memory
    bool too_long = false;   // `text` is then its beginning
  };

  explicit LineBuffer(std::size_t longest) : longest_(longest) {}

  void push(std::string_view block);
  // No more blocks: what is left is the last line.
  void finish();

  // The next line; absent when it has not ended yet, and at the end.
  [[nodiscard]] std::optional<Line> next();
  // Everything taken and not dropped, without its last line end.
  [[nodiscard]] std::string_view taken() const;
  // Forgets what was taken.
  void drop();
  // Forgets the first of the lines taken; the others will come again.
  void drop_first();

 private:
  void skip_mark();
  void cut();

  std::size_t longest_;
  std::string buffer_;
  std::size_t kept_ = 0;         // where the lines begin that were taken and not dropped
  std::size_t next_ = 0;         // where the next line begins
  std::size_t searched_ = 0;     // no line feed lies between `next_` and here
  std::size_t kept_number_ = 1;  // of the line at `kept_`
  std::size_t next_number_ = 1;  // of the line at `next_`
  bool begun_ = false;           // the byte-order mark has been looked for
  bool skipping_ = false;        // the rest of a line that is too long
  bool finished_ = false;
};

}  // namespace yidan
