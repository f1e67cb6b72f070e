#include "policy/table.h"

#include <algorithm>

namespace yidan::policy {

Table::Table(std::vector<Dimension> by, std::vector<Date> breaks, std::vector<Cell> cells)
    : by_(std::move(by)), breaks_(std::move(breaks)), cells_(std::move(cells)) {
  for (std::size_t i = 0; i < by_.size(); ++i) {
    strides_[i] = key_count_;
    key_count_ *= size_of(by_[i]);
  }
  ensure(cells_.size() == key_count_ * breaks_.size(), "a table has one block of cells per span of days");
}

bool advance(const std::vector<Dimension>& by, Key& key) {
  for (const Dimension dimension : by) {
    if (key[dimension] + 1 < size_of(dimension)) {
      key.set(dimension, key[dimension] + 1);
      return true;
    }
    key.set(dimension, 0);
  }
  return false;
}

bool Table::uses(Dimension dimension) const { return std::ranges::find(by_, dimension) != by_.end(); }

}  // namespace yidan::policy
