#include "audit/grade.h"

#include <gtest/gtest.h>

#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::audit {
namespace {

using testing::day;

const Transition kTransition{day("2022-02-28"), day("2023-12-31")};

policy::Bound bound_of(BoundClass grade_class, std::optional<Date> due = std::nullopt) {
  policy::Bound bound;
  bound.grade_class = grade_class;
  bound.due = due;
  return bound;
}

struct Example {
  BoundClass grade_class;
  const char* due;     // of the clause; empty: none
  const char* issued;  // empty: nobody knows
  const char* on;
  Grade grade;
  const char* until;
};

// The table of the readings A01, A06, A08, in its order: soft and average, trend, the clause's own day, the day of
// issue.
constexpr std::array kExamples{
    Example{BoundClass::soft, "", "2023-01-01", "2024-06-01", Grade::warn, ""},
    Example{BoundClass::average, "2023-12-31", "2023-01-01", "2024-06-01", Grade::warn, "2023-12-31"},
    Example{BoundClass::trend, "2022-12-31", "2023-01-01", "2024-06-01", Grade::info, "2022-12-31"},
    Example{BoundClass::hard, "", "2022-02-28", "2022-02-28", Grade::violation, ""},
    Example{BoundClass::hard, "", "2022-02-27", "2022-02-28", Grade::transitional, "2023-12-31"},
    Example{BoundClass::hard, "", "2021-03-01", "2023-12-31", Grade::transitional, "2023-12-31"},
    Example{BoundClass::hard, "", "2021-03-01", "2024-01-01", Grade::violation, ""},
    Example{BoundClass::hard, "", "", "2023-12-31", Grade::transitional, "2023-12-31"},
    Example{BoundClass::hard, "2025-12-31", "2022-10-01", "2025-12-31", Grade::transitional, "2025-12-31"},
    Example{BoundClass::hard, "2025-12-31", "2022-10-01", "2026-01-01", Grade::violation, "2025-12-31"},
    Example{BoundClass::hard, "2022-12-31", "2021-03-01", "2023-01-01", Grade::transitional, "2023-12-31"},
    Example{BoundClass::hard, "2022-12-31", "2022-03-01", "2023-01-01", Grade::violation, "2022-12-31"},
    Example{BoundClass::structure, "", "2022-03-01", "2023-01-01", Grade::violation, ""},
    Example{BoundClass::gate, "", "2021-03-01", "2024-01-01", Grade::violation, ""},
};

std::optional<Date> day_or_none(const char* text) { return *text == '\0' ? std::nullopt : std::optional(day(text)); }

TEST(Grade, FollowsClassDueDayAndDayOfIssue) {
  for (const Example& each : kExamples) {
    const policy::Bound bound = bound_of(each.grade_class, day_or_none(each.due));
    const Graded graded = grade_of(bound, false, day_or_none(each.issued), day(each.on), kTransition);
    EXPECT_EQ(code(graded.grade), code(each.grade)) << each.issued << " on " << each.on;
    EXPECT_EQ(graded.due, day_or_none(each.until)) << each.issued << " on " << each.on;
  }
}

TEST(Grade, OfWhatIsExcusedIsAWarning) {
  const policy::Bound bound = bound_of(BoundClass::hard);
  EXPECT_EQ(grade_of(bound, true, day("2023-01-01"), day("2024-06-01"), kTransition).grade, Grade::warn);
}

TEST(Transition, IsReadFromTheBoundsThatCountByTheDayOfIssue) {
  const Transition transition = transition_of(testing::shipped_policy());
  EXPECT_EQ(transition.since, day("2022-02-28"));
  EXPECT_EQ(transition.until, day("2023-12-31"));
}

TEST(Transition, OfPacksWithoutBoundsGradesAtOnce) {
  const policy::Policy none;
  const policy::Bound bound = bound_of(BoundClass::hard);
  EXPECT_EQ(grade_of(bound, false, day("2021-01-01"), day("2022-01-01"), transition_of(none)).grade, Grade::violation);
}

}  // namespace
}  // namespace yidan::audit
