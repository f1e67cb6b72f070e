#include "batch/sheet.h"

#include "base/csv.h"
#include "base/decimal.h"

namespace yidan::batch {

void Sheet::heading() {
  if (format_ == Format::jsonl) return;
  for (const std::string_view column : columns_) text(column);
  end();
}

// What stands before a cell: a comma, or the key.
void Sheet::next_cell() {
  if (format_ == Format::csv) {
    if (cell_ > 0) out_ += ',';
  } else {
    out_ += cell_ == 0 ? "{\"" : ",\"";
    out_ += columns_[cell_];
    out_ += "\":";
  }
  ++cell_;
}

Sheet& Sheet::text(std::string_view text) {
  next_cell();
  if (format_ == Format::csv) {
    csv::append_text(out_, text);
  } else {
    json::Writer(out_, json::Writer::Style::compact).string(text);
  }
  return *this;
}

Sheet& Sheet::number(std::int64_t value) {
  next_cell();
  decimal::append(out_, value, 0);
  return *this;
}

Sheet& Sheet::money(Money amount) {
  next_cell();
  if (format_ == Format::jsonl) out_ += '"';
  append(out_, amount);
  if (format_ == Format::jsonl) out_ += '"';
  return *this;
}

void Sheet::end() {
  out_ += format_ == Format::csv ? "\n" : "}\n";
  cell_ = 0;
}

}  // namespace yidan::batch
