// Pages of A4 that become a PDF with its fonts in it: texts in boxes, rules and fills. The only file that knows pango
// and cairo, which save us shaping, line breaking, font subsets and the file format.
//
// All lengths are tenths of a point, from the upper left corner. The same calls make the same bytes: no clock is read.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "calendar/date.h"

namespace yidan::statement {

inline constexpr int kPageWidth = 5953;
inline constexpr int kPageHeight = 8419;

enum class Ink : std::uint8_t { black, grey, blue, red, line, tint, head };
enum class Align : std::uint8_t { left, centre, right };

struct Face {
  int size = 80;
  Ink ink = Ink::black;
  Align align = Align::left;
};

struct Box {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
};

class Canvas {
 public:
  // `made_on` stands in the file as the day on which it was made.
  Canvas(const std::string& title, Date made_on, Language language);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  [[nodiscard]] int width_of(std::string_view text, const Face& face);  // on one line
  // The height of a text that is broken into lines of that width.
  [[nodiscard]] int height_of(std::string_view text, int width, const Face& face);
  void text(int x, int y, int width, std::string_view text, const Face& face);
  void fill(const Box& box, Ink ink);
  // A thin line from the left to the right.
  void rule(int x, int y, int width);
  void end_page();

  // The bytes of the file. Errors: `unavailable` when no font of this machine has Chinese characters, or when the
  // library could not draw.
  [[nodiscard]] Result<std::string> finish();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace yidan::statement
