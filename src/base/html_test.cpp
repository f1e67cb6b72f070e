#include "base/html.h"

#include <gtest/gtest.h>

namespace yidan {
namespace {

TEST(Html, KeepsTextFromBeingMarkup) {
  EXPECT_EQ(html_escaped("<a href=\"x\">A & B</a>"), "&lt;a href=&quot;x&quot;&gt;A &amp; B&lt;/a&gt;");
  EXPECT_EQ(html_escaped("济宁市"), "济宁市");
}

}  // namespace
}  // namespace yidan
