#include "statement/sheet.h"

#include <algorithm>

namespace yidan::statement {
namespace {

constexpr int kBottom = kPageHeight - kMargin - 160;
constexpr int kPadding = 30;
constexpr int kSmallestNumber = 50;
constexpr Face kSmall{.size = 72, .ink = Ink::grey};

}  // namespace

bool Sheet::has_room(int height) const { return y_ + height <= kBottom; }

void Sheet::need(int height) {
  if (!has_room(height)) new_page();
}

void Sheet::new_page() {
  close();
  ++page_;
  y_ = kMargin;
  canvas_.text(kMargin, y_, kWidth, running_.above, kSmall);
  canvas_.rule(kMargin, y_ + 130, kWidth);
  y_ += 200;
}

void Sheet::close() {
  const std::string page = std::to_string(page_);
  const std::string pages = std::to_string(running_.pages);
  const std::string number =
      running_.language == Language::zh ? "第 " + page + " 页，共 " + pages + " 页" : "page " + page + " of " + pages;
  const int y = kBottom + 60;
  canvas_.rule(kMargin, y, kWidth);
  canvas_.text(kMargin, y + 40, kWidth - 1200, running_.below, kSmall);
  canvas_.text(kMargin + kWidth - 1200, y + 40, 1200, number, {.size = 72, .ink = Ink::grey, .align = Align::right});
  canvas_.end_page();
}

void Sheet::paragraph(std::string_view text, const Face& face, int indent) {
  const int height = canvas_.height_of(text, kWidth - indent, face);
  need(height);
  canvas_.text(kMargin + indent, y_, kWidth - indent, text, face);
  y_ += height + 20;
}

Face Table::face_of(const std::string& cell, const Column& column, Ink ink) const {
  Face face{.ink = ink, .align = column.align};
  const bool is_number = !cell.empty() && cell.front() >= '0' && cell.front() <= '9';
  if (column.align != Align::right || !is_number) return face;
  while (face.size > kSmallestNumber && sheet_.canvas().width_of(cell, face) > column.width - 2 * kPadding) {
    face.size -= 5;
  }
  return face;
}

int Table::height_of(std::span<const std::string> cells) const {
  int height = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Face face = face_of(cells[i], columns_[i], Ink::black);
    height = std::max(height, sheet_.canvas().height_of(cells[i], columns_[i].width - 2 * kPadding, face));
  }
  return height + 2 * kPadding;
}

void Table::draw(std::span<const std::string> cells, int height, Ink ink) {
  int x = kMargin;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Column& column = columns_[i];
    sheet_.canvas().text(x + kPadding, sheet_.y() + kPadding, column.width - 2 * kPadding, cells[i],
                         face_of(cells[i], column, ink));
    x += column.width;
  }
  sheet_.canvas().rule(kMargin, sheet_.y() + height, kWidth);
  sheet_.skip(height);
}

void Table::head() {
  std::vector<std::string> titles;
  titles.reserve(columns_.size());
  for (const Column& column : columns_) titles.push_back(column.title);
  const int height = height_of(titles);
  sheet_.need(2 * height);
  sheet_.canvas().fill({kMargin, sheet_.y(), kWidth, height}, Ink::head);
  draw(titles, height, Ink::blue);
}

void Table::row(std::span<const std::string> cells, bool tinted) {
  const int height = height_of(cells);
  if (!sheet_.has_room(height)) {
    sheet_.new_page();
    head();
  }
  if (tinted) sheet_.canvas().fill({kMargin, sheet_.y(), kWidth, height}, Ink::tint);
  draw(cells, height, Ink::black);
}

}  // namespace yidan::statement
