#include "cli/progress.h"

#include <vector>

#include <gtest/gtest.h>

namespace yidan::cli {
namespace {

struct Line {
  Moment moment;
  std::size_t columns;
  std::string zh;
  std::string en;
};

const std::vector<Line> kLines{
    {{50, 100, 450'000, 1'500},
     80,
     "[===============>              ] 50%  450,000 行  300,000 行/秒  剩余 0:01",
     "[===============>              ] 50%  450,000 rows  300,000 rows/s  left 0:01"},
    {{100, 100, 7, 2'000},
     80,
     "[==============================] 100%  7 行  3 行/秒  剩余 0:00",
     "[==============================] 100%  7 rows  3 rows/s  left 0:00"},
    {{1, 100, 1'000, 1'000},
     60,
     "[>              ] 1%  1,000 行  1,000 行/秒  剩余 1:39",
     "[>                ] 1%  1,000 rows  1,000 rows/s  left 1:39"},
    // A narrow terminal, nothing read yet, a pipe whose end is not known, a file that has grown.
    {{50, 100, 450'000, 1'500},
     40,
     "50%  450,000 行  300,000 行/秒  剩余 0:01",
     "50%  450,000 rows  300,000 rows/s  left 0:01"},
    {{0, 100, 0, 0}, 30, "0%  0 行  0 行/秒", "0%  0 rows  0 rows/s"},
    {{50, 0, 12, 1'000}, 80, "12 行  12 行/秒", "12 rows  12 rows/s"},
    {{0, 0, 2'000, 1'000, Unit::persons}, 80, "2,000 人  2,000 人/秒", "2,000 persons  2,000 persons/s"},
    {{200, 100, 12, 1'000}, 30, "100%  12 行  12 行/秒  剩余 0:00", "100%  12 rows  12 rows/s  left 0:00"},
};

TEST(Progress, SaysHowFarItIsAndHowLongItTakes) {
  for (const Line& each : kLines) {
    EXPECT_EQ(progress_line(each.moment, each.columns, Language::zh), each.zh);
    EXPECT_EQ(progress_line(each.moment, each.columns, Language::en), each.en);
  }
}

}  // namespace
}  // namespace yidan::cli
