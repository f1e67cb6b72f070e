// Paper that is filled from the top: a cursor, page breaks, a heading and a number on every page.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "statement/canvas.h"

namespace yidan::statement {

inline constexpr int kMargin = 360;
inline constexpr int kWidth = kPageWidth - 2 * kMargin;

class Sheet {
 public:
  // What stands on every page but the first, above; on every page, below; `pages` is how many there are in all.
  struct Running {
    std::string above;
    std::string below;
    std::size_t pages = 0;
    Language language = Language::zh;
  };

  Sheet(Canvas& canvas, Running running) : canvas_(canvas), running_(std::move(running)) {}

  [[nodiscard]] Canvas& canvas() { return canvas_; }
  [[nodiscard]] int y() const { return y_; }
  [[nodiscard]] std::size_t pages() const { return page_; }
  void skip(int height) { y_ += height; }
  // Whether something so high still has its place on the page.
  [[nodiscard]] bool has_room(int height) const;
  void new_page();
  // Begins a page when something so high has no place on this one.
  void need(int height);
  // Ends the last page.
  void close();

  // A text over the whole width, and the room it takes.
  void paragraph(std::string_view text, const Face& face, int indent = 0);

 private:
  Canvas& canvas_;
  Running running_;
  std::size_t page_ = 1;
  int y_ = kMargin;
};

struct Column {
  std::string title;
  int width = 0;
  Align align = Align::left;
};

// A table whose heading is repeated on every page; its columns are as wide as the paper.
class Table {
 public:
  Table(Sheet& sheet, std::vector<Column> columns) : sheet_(sheet), columns_(std::move(columns)) {}

  void head();
  // A tinted row is a sum.
  void row(std::span<const std::string> cells, bool tinted = false);

 private:
  // A number on the right is drawn smaller before it would be broken into lines; a heading is broken.
  [[nodiscard]] Face face_of(const std::string& cell, const Column& column, Ink ink) const;
  [[nodiscard]] int height_of(std::span<const std::string> cells) const;
  void draw(std::span<const std::string> cells, int height, Ink ink);

  Sheet& sheet_;
  std::vector<Column> columns_;
};

}  // namespace yidan::statement
