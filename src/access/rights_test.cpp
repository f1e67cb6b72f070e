#include "access/rights.h"

#include <gtest/gtest.h>

namespace yidan::access {
namespace {

constexpr std::int32_t kYantai = 370600;
constexpr std::int32_t kHeze = 371700;

Rights of(Role role, std::vector<std::int32_t> pools = {kYantai}) {
  Rights rights{.user = "u", .roles = {role}, .pools = std::move(pools)};
  if (role == Role::institution) rights.provider = "H1";
  if (role == Role::citizen) rights.person = "p1";
  return rights;
}

// Whatever nobody named is refused: every deed has a role that may not do it, or everybody may.
TEST(Rights, AreRefusedToARoleThatIsNotListed) {
  for (std::size_t d = 0; d < count_of<Deed>; ++d) {
    const auto deed = static_cast<Deed>(d);
    for (std::size_t r = 0; r < count_of<Role>; ++r) {
      const auto role = static_cast<Role>(r);
      const Target own{.pool = kYantai, .provider = "H1", .person = "p1"};
      EXPECT_EQ(may(of(role), deed, own).has_value(), traits(deed).roles.contains(role)) << code(deed) << code(role);
    }
    EXPECT_FALSE(may(Rights{.user = "nobody"}, deed, {.pool = kYantai}));
  }
}

TEST(Rights, EndAtThePool) {
  EXPECT_TRUE(may(of(Role::window), Deed::settle, {.pool = kYantai}));
  EXPECT_FALSE(may(of(Role::window), Deed::settle, {.pool = kHeze}));
  EXPECT_FALSE(may(of(Role::fund), Deed::see_books, {.pool = 0})) << "all pools are not the user's";
  EXPECT_TRUE(may(of(Role::fund, {}), Deed::see_books, {.pool = 0}));
  EXPECT_TRUE(may(of(Role::fund, {kYantai, kHeze}), Deed::see_books, {.pool = kHeze}));
}

TEST(Rights, OfAnInstitutionAreForItself) {
  const Rights h1 = of(Role::institution);
  EXPECT_TRUE(may(h1, Deed::settle, {.pool = kYantai, .provider = "H1", .person = "p9"}));
  EXPECT_FALSE(may(h1, Deed::settle, {.pool = kYantai, .provider = "H2", .person = "p9"}));
  EXPECT_FALSE(may(h1, Deed::reverse, {.pool = kYantai, .person = "p9"})) << "it must be named";
  EXPECT_TRUE(may(h1, Deed::see_standing, {.pool = kYantai, .person = "p9"})) << "asked before anybody is treated";
}

TEST(Rights, OfACitizenAreForThemself) {
  const Rights citizen = of(Role::citizen);
  EXPECT_TRUE(may(citizen, Deed::see_bills, {.pool = kYantai, .person = "p1"}));
  EXPECT_FALSE(may(citizen, Deed::see_bills, {.pool = kYantai, .person = "p2"}));
  EXPECT_FALSE(may(citizen, Deed::see_bills, {.pool = kYantai}));
  EXPECT_TRUE(may(citizen, Deed::try_case, {.is_of_pool = false}));
}

TEST(Rights, SayWhatIsMissing) {
  const auto refused = may(of(Role::fund), Deed::settle, {.pool = kYantai});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::forbidden);
  EXPECT_NE(refused.error().message.en.find("the window"), std::string::npos) << refused.error().message.en;
  EXPECT_NE(refused.error().message.zh.find("经办窗口"), std::string::npos);
}

TEST(Rights, MustBeThoseOfSomebody) {
  EXPECT_FALSE(check_rights({.user = "u"}));
  EXPECT_TRUE(check_rights(of(Role::window, {})));
  EXPECT_TRUE(check_rights(of(Role::institution)));
  EXPECT_FALSE(check_rights(of(Role::institution, {}))) << "of no pool";
  Rights nameless = of(Role::institution);
  nameless.provider.clear();
  EXPECT_FALSE(check_rights(nameless));
  Rights two_hats = of(Role::citizen);
  two_hats.roles.insert(Role::window);
  EXPECT_FALSE(check_rights(two_hats));
  EXPECT_FALSE(check_rights(of(Role::citizen, {kYantai, kHeze})));
  Rights staff = of(Role::window);
  staff.provider = "H1";
  EXPECT_FALSE(check_rights(staff));
}

}  // namespace
}  // namespace yidan::access
