#include "policy/new_city.h"

#include <gtest/gtest.h>

#include "policy/load.h"
#include "testing/packs.h"

namespace yidan::policy {
namespace {

Result<NewFolder> made(const NewCity& city) {
  return new_city(testing::shipped_packs(), testing::shipped_policy(), city);
}

// The shipped packs with the folder beside them.
Source with(const NewFolder& folder) {
  Source source = testing::shipped_packs();
  source.files.insert(folder.files.begin(), folder.files.end());
  return source;
}

TEST(NewCity, IsSoundAtOnceAndSettlesByTheProvince) {
  const auto folder = made({Region(371600), {"滨州市", "Binzhou"}, {}});
  ASSERT_TRUE(folder) << folder.error().message.en;
  EXPECT_EQ(folder->name, "371600-binzhou");
  const auto policy = load_policy(with(*folder));
  ASSERT_TRUE(policy) << to_text(policy.error().front(), Language::en);
  const Pool* pool = policy->find(Region(371600));
  ASSERT_NE(pool, nullptr);
  EXPECT_EQ(pool->name.zh, "滨州市");
  for (const Rule& rule : pool->rules) {
    EXPECT_TRUE(rule.folder == "370000-shandong" || rule.folder == "371600-binzhou") << rule.id;
  }
}

TEST(NewCity, LikeAnotherTakesNoClauseOfIt) {
  for (const std::int32_t like : {370600, 370800, 371100, 371300, 371700}) {
    const auto folder = made({Region(371600), {"滨州市", "Binzhou"}, Region(like)});
    ASSERT_TRUE(folder);
    const auto policy = load_policy(with(*folder));
    ASSERT_TRUE(policy) << like << ": " << to_text(policy.error().front(), Language::en);
    for (const auto& [path, text] : folder->files) {
      if (path.ends_with(".md")) continue;
      for (const auto& [id, clause] : policy->clauses) {
        if (clause.region.known() && clause.region.code() % 10'000 != 0) {
          EXPECT_EQ(text.find(id + ","), std::string::npos) << path << " " << id;
          EXPECT_EQ(text.find(id + "]"), std::string::npos) << path << " " << id;
        }
      }
    }
    EXPECT_NE(folder->files.at("371600-binzhou/README.md").find("- `"), std::string::npos) << like;
  }
}

TEST(NewCity, ListsWhatTheOtherSaysOfItsOwn) {
  const auto folder = made({Region(371600), {"滨州市", "Binzhou"}, Region(370600)});
  EXPECT_NE(folder->files.at("371600-binzhou/README.md")
                .find("- `employee-outpatient/cap.yaml` 职工普通门诊年度最高支付限额 / "),
            std::string::npos)
      << folder->files.at("371600-binzhou/README.md");
}

TEST(NewCity, IsRefusedWhereItCannotBe) {
  EXPECT_EQ(made({Region(370600), {"烟台市", "Yantai"}, {}}).error().code, ErrorCode::conflict);
  EXPECT_EQ(made({Region(370000), {"山东省", "Shandong"}, {}}).error().code, ErrorCode::invalid_value);
  EXPECT_EQ(made({Region(371602), {"滨城区", "Bincheng"}, {}}).error().code, ErrorCode::invalid_value);
  EXPECT_EQ(made({Region(410100), {"郑州市", "Zhengzhou"}, {}}).error().code, ErrorCode::not_found);
  EXPECT_EQ(made({Region(371600), {"滨州市", "Binzhou"}, Region(371500)}).error().code, ErrorCode::not_found);
}

TEST(NewCity, WithoutAnEnglishNameIsCalledByItsCode) {
  EXPECT_EQ(made({Region(371600), {"滨州市", "滨州市"}, {}})->name, "371600");
}

}  // namespace
}  // namespace yidan::policy
