// One member of a message of the national interface: name, type, whether it must stand, by which dictionary, and how
// sure we are of it.
//
// The interface's own documents are not public; what is known of it was read off programs that use it.
// Each field says how well: whoever connects a province looks first at what is recalled or inferred.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace yidan::national {

enum class Kind : std::uint8_t {
  text,     // C n: at most n characters
  number,   // N p,s: at most p digits, s of them behind the point; as a JSON number or as text
  day,      // D: 2023-03-05
  instant,  // DT: 2023-03-05 10:00:00
  list,     // of objects with fields of their own
};

enum class Mark : std::uint8_t {
  agreed,    // two independent programs say so
  stated,    // one does
  recalled,  // none that was read
  inferred,  // from the same field elsewhere
};

struct Field {
  std::string_view name;
  std::string_view zh;
  std::string_view en;
  Kind kind = Kind::text;
  int size = 0;    // characters, or digits; 0: not limited
  int places = 0;  // of a number
  bool required = false;
  std::string_view dictionary{};  // of whose words it is one; empty: of none
  Mark mark = Mark::stated;

  [[nodiscard]] constexpr Field must() const {
    Field field = *this;
    field.required = true;
    return field;
  }
  [[nodiscard]] constexpr Field of(std::string_view words) const {
    Field field = *this;
    field.dictionary = words;
    return field;
  }
  [[nodiscard]] constexpr Field marked(Mark how) const {
    Field field = *this;
    field.mark = how;
    return field;
  }
};

constexpr Field c(std::string_view name, std::string_view zh, std::string_view en, int size = 0) {
  return {.name = name, .zh = zh, .en = en, .kind = Kind::text, .size = size};
}
constexpr Field n(std::string_view name, std::string_view zh, std::string_view en, int size, int places = 0) {
  return {.name = name, .zh = zh, .en = en, .kind = Kind::number, .size = size, .places = places};
}
constexpr Field d(std::string_view name, std::string_view zh, std::string_view en) {
  return {.name = name, .zh = zh, .en = en, .kind = Kind::day};
}
constexpr Field dt(std::string_view name, std::string_view zh, std::string_view en) {
  return {.name = name, .zh = zh, .en = en, .kind = Kind::instant};
}

// A node of a message: `data`, `mdtrtinfo`, the list `feedetail`.
struct Node {
  std::string_view name;
  std::span<const Field> fields;
  bool list = false;
  bool required = true;
};

}  // namespace yidan::national
