// Values on their way to a PostgreSQL server and back, in its binary form: nothing is quoted, so nothing can be
// misquoted.
#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <libpq-fe.h>

#include "store/stand_in.h"

namespace yidan::store::postgres {

// Appends a number as the server wants it, most significant byte first.
template <std::integral T>
void append_number(std::string& out, T value) {
  for (int shift = static_cast<int>(sizeof value) * 8 - 8; shift >= 0; shift -= 8)
    out += static_cast<char>(static_cast<std::uint64_t>(value) >> static_cast<unsigned>(shift));
}
template <std::integral T>
[[nodiscard]] T number_of(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char byte : bytes) value = (value << 8U) | static_cast<unsigned char>(byte);
  return static_cast<T>(value);
}

// The types of values, by the numbers that the server knows them by.
template <class T>
struct Type;
template <>
struct Type<std::int32_t> {
  static constexpr Oid kScalar = 23, kArray = 1007;
};
template <>
struct Type<std::int64_t> {
  static constexpr Oid kScalar = 20, kArray = 1016;
};
template <>
struct Type<std::string_view> {
  static constexpr Oid kScalar = 25, kArray = 1009;
};
template <>
struct Type<StandIn> {
  static constexpr Oid kScalar = 2950, kArray = 2951;  // uuid
};
struct Bytes {
  std::string_view bytes;
};
template <>
struct Type<Bytes> {
  static constexpr Oid kScalar = 17;
};

// The parameters of one statement, in order.
class Parameters {
 public:
  template <class... Values>
  explicit Parameters(const Values&... values) {
    (add(values), ...);
  }

  [[nodiscard]] int count() const { return static_cast<int>(types_.size()); }
  [[nodiscard]] const Oid* types() const { return types_.data(); }
  // Pointers for the library, valid while the parameters are.
  struct Pointers {
    std::vector<const char*> values;
    std::vector<int> lengths;
    std::vector<int> formats;
  };
  [[nodiscard]] Pointers pointers() const;

 private:
  void add(std::int32_t value) { add_number(value); }
  void add(std::int64_t value) { add_number(value); }
  void add(std::string_view text) { add_bytes(Type<std::string_view>::kScalar, std::string(text)); }
  void add(const StandIn& stand_in) { add_bytes(Type<StandIn>::kScalar, std::string(stand_in.raw())); }
  void add(Bytes bytes) { add_bytes(Type<Bytes>::kScalar, std::string(bytes.bytes)); }
  template <class T>
  void add(const std::vector<T>& values) {
    std::string out;
    append_number(out, std::int32_t{1});  // one dimension, without nulls
    append_number(out, std::int32_t{0});
    append_number(out, static_cast<std::int32_t>(Type<T>::kScalar));
    append_number(out, static_cast<std::int32_t>(values.size()));
    append_number(out, std::int32_t{1});
    for (const T& value : values) append_element(out, value);
    add_bytes(Type<T>::kArray, std::move(out));
  }

  template <std::integral T>
  void add_number(T value) {
    std::string out;
    append_number(out, value);
    add_bytes(Type<T>::kScalar, std::move(out));
  }
  template <std::integral T>
  static void append_element(std::string& out, T value) {
    append_number(out, static_cast<std::int32_t>(sizeof value));
    append_number(out, value);
  }
  static void append_element(std::string& out, std::string_view text) {
    append_number(out, static_cast<std::int32_t>(text.size()));
    out += text;
  }
  static void append_element(std::string& out, const StandIn& stand_in) { append_element(out, stand_in.raw()); }
  void add_bytes(Oid type, std::string bytes) {
    types_.push_back(type);
    values_.push_back(std::move(bytes));
  }

  std::vector<Oid> types_;
  std::vector<std::string> values_;
};

// The rows that a statement gave.
class Rows {
 public:
  explicit Rows(PGresult* result) : result_(result) {}

  [[nodiscard]] const PGresult* get() const { return result_.get(); }
  [[nodiscard]] bool succeeded() const {
    const auto status = PQresultStatus(result_.get());
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
  }

  [[nodiscard]] int size() const { return PQntuples(result_.get()); }
  // Of an integer of any width.
  [[nodiscard]] std::int64_t integer(int row, int column) const {
    const std::string_view bytes = bytes_of(row, column);
    return bytes.size() == sizeof(std::int32_t) ? number_of<std::int32_t>(bytes) : number_of<std::int64_t>(bytes);
  }
  [[nodiscard]] std::string text(int row, int column) const { return std::string(bytes_of(row, column)); }
  [[nodiscard]] StandIn stand_in(int row, int column) const { return stand_in_of(bytes_of(row, column)); }

 private:
  struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
  };
  [[nodiscard]] std::string_view bytes_of(int row, int column) const {
    return {PQgetvalue(result_.get(), row, column), static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
  }

  std::unique_ptr<PGresult, Clear> result_;
};

}  // namespace yidan::store::postgres
