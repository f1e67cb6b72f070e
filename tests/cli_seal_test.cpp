// Sealed books on the command line, as whoever runs them meets them: keys, sealing, another key, backups.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run_yidan.h"

namespace yidan::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kHolder = "370600195003010028";
constexpr const char* kKey = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
constexpr const char* kFingerprint = "978a8d02d3376cea";
constexpr const char* kOtherKey = "ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

class SealedBooks : public ::testing::Test {
 protected:
  void SetUp() override {
    write_key("yidan.key", kKey);
    write_key("other.key", kOtherKey);
  }

  void write_key(const std::string& name, const std::string& digits) const {
    namespace fs = std::filesystem;
    write_file(beside(name), digits + "\n");
    fs::permissions(beside(name), fs::perms::owner_read | fs::perms::owner_write);
  }
  // `environment` stands before the program, as in a shell.
  Ran run(const std::string& environment, const std::string& arguments, const std::string& input = {}) const {
    const TemporaryFolder folder;
    const std::size_t word = arguments.find(' ');
    const std::string rest = word == std::string::npos ? "" : arguments.substr(word);
    return shell_run(in_repository(""),
                     environment + " LC_ALL=C.UTF-8 '" YIDAN_PROGRAM "' " + arguments.substr(0, word) +
                         " --lang en --db '" + db_ + "'" + rest,
                     input, folder.path());
  }
  [[nodiscard]] std::string with(const std::string& key) const { return "YIDAN_KEY_FILE='" + beside(key) + "'"; }
  [[nodiscard]] std::string beside(const std::string& name) const { return (folder_.path() / name).string(); }
  // All that lies beside the books, too.
  [[nodiscard]] bool any_file_has(const std::string& text) const {
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
      if (has(read_file(entry.path()), text)) return true;
    }
    return false;
  }
  [[nodiscard]] std::string year(const std::string& environment) const {
    return run(environment, std::string("year 370600 ") + kHolder + " --as json").out;
  }

  TemporaryFolder folder_;
  std::string db_ = beside("books.db");
};

TEST_F(SealedBooks, SettleReverseAndProveLikeAllOthers) {
  const std::string key = with("yidan.key");
  ASSERT_EQ(run(key, "init").status, 0);
  const Ran posted = run(key, "post examples/yantai.json");
  EXPECT_EQ(posted.status, 0) << posted.err;
  EXPECT_THAT(posted.out, HasSubstr(R"("paid":"383.50")"));
  EXPECT_THAT(posted.out, HasSubstr(kHolder));
  EXPECT_EQ(run(key, "post examples/yantai.json").out, posted.out);
  EXPECT_EQ(run(key, std::string("standing 370600 ") + kHolder).status, 0);
  EXPECT_EQ(run(key, std::string("ask 370600/") + kHolder + "/settle/H1/E1").status, 0);
  EXPECT_EQ(run(key, std::string("reverse 370600 ") + kHolder + " E1").status, 0);
  EXPECT_THAT(year(key), HasSubstr("reversed"));
  EXPECT_EQ(run(key, "verify").status, 0);
  EXPECT_EQ(run(key, "balance").status, 0);
  EXPECT_THAT(run(key, "journal --persons").out, HasSubstr(kHolder));
  EXPECT_FALSE(any_file_has(kHolder));
  EXPECT_THAT(run("", "seal --status").out, HasSubstr(std::string("sealed; master key ") + kFingerprint));
}

TEST_F(SealedBooks, AreNotOpenedWithoutTheirKey) {
  ASSERT_EQ(run(std::string("YIDAN_KEY=") + kKey, "init").status, 0);
  ASSERT_EQ(run(with("yidan.key"), "post examples/yantai.json").status, 0) << "a file and a variable are one key";
  const Ran without = run("", "verify");
  EXPECT_EQ(without.status, 2);
  EXPECT_THAT(without.err, HasSubstr("YIDAN_KEY_FILE"));
  EXPECT_THAT(without.err, HasSubstr(kFingerprint));
  const Ran other = run(with("other.key"), "post examples/linyi.json");
  EXPECT_EQ(other.status, 2);
  EXPECT_THAT(other.err, HasSubstr(kFingerprint));
  EXPECT_EQ(run(with("yidan.key"), "verify").status, 0);
}

TEST_F(SealedBooks, TakeNoKeyThatIsNone) {
  write_key("short.key", "0123");
  write_key("open.key", kKey);
  std::filesystem::permissions(beside("open.key"), std::filesystem::perms::group_read,
                               std::filesystem::perm_options::add);
  EXPECT_THAT(run(with("short.key"), "init").err, HasSubstr("64 hexadecimal digits"));
  EXPECT_THAT(run(with("open.key"), "init").err, HasSubstr("chmod 600"));
  EXPECT_THAT(run(with("nowhere.key"), "init").err, HasSubstr("cannot be read"));
  EXPECT_THAT(run("YIDAN_KEY=0123", "init").err, HasSubstr("64 hexadecimal digits"));
  EXPECT_THAT(run("YIDAN_KEY=" + std::string(kKey) + " " + with("yidan.key"), "init").err, HasSubstr("both set"));
  EXPECT_FALSE(std::filesystem::exists(db_));
  EXPECT_THAT(run("", "seal").err, HasSubstr("no master key"));
}

TEST_F(SealedBooks, AreSealedLaterAndAnswerTheSame) {
  ASSERT_EQ(run("", "init").status, 0);
  ASSERT_EQ(run("", "post examples/yantai.json").status, 0);
  const std::string before = year("");
  EXPECT_THAT(run("", "seal --status").out, HasSubstr("not sealed"));
  ASSERT_TRUE(any_file_has(kHolder));
  const Ran sealed = run(with("yidan.key"), "seal");
  EXPECT_EQ(sealed.status, 0) << sealed.err;
  EXPECT_THAT(sealed.out, HasSubstr(std::string("sealed; master key ") + kFingerprint));
  EXPECT_FALSE(any_file_has(kHolder));
  EXPECT_EQ(year(with("yidan.key")), before);
  EXPECT_EQ(run(with("yidan.key"), "verify").status, 0);
}

TEST_F(SealedBooks, GetAnotherMasterKey) {
  const std::string rotate = "seal --rotate --new-key-file '" + beside("other.key") + "'";
  ASSERT_EQ(run("", "init").status, 0);
  EXPECT_EQ(run(with("yidan.key"), rotate).status, 1) << "they are not sealed";
  ASSERT_EQ(run(with("yidan.key"), "seal").status, 0);
  EXPECT_EQ(run(with("yidan.key"), "seal --rotate").status, 2);
  EXPECT_EQ(run(with("yidan.key"), rotate).status, 0);
  EXPECT_EQ(run(with("yidan.key"), "verify").status, 2);
  EXPECT_EQ(run(with("other.key"), "verify").status, 0);
}

TEST_F(SealedBooks, AreBackedUpSealed) {
  const std::string key = with("yidan.key");
  const std::string backup = "'" + beside("a.backup") + "'";
  ASSERT_EQ(run(key, "init").status, 0);
  ASSERT_EQ(run(key, "post examples/yantai.json").status, 0);
  const std::string before = year(key);
  EXPECT_EQ(run(key, "backup " + backup).status, 0);
  EXPECT_EQ(run(key, "backup " + backup).status, 0) << "a backup replaces a backup";
  EXPECT_FALSE(any_file_has(kHolder));
  db_ = beside("new.db");
  const Ran without = run("", "restore " + backup);
  EXPECT_EQ(without.status, 2);
  EXPECT_THAT(without.err, HasSubstr("YIDAN_KEY_FILE"));
  EXPECT_EQ(run(with("other.key"), "restore " + backup).status, 2);
  EXPECT_FALSE(std::filesystem::exists(db_));
  const Ran restored = run(key, "restore " + backup);
  EXPECT_EQ(restored.status, 0) << restored.err;
  EXPECT_EQ(year(key), before);
  EXPECT_EQ(run(key, "verify").status, 0);
  EXPECT_FALSE(any_file_has(kHolder));
}

}  // namespace
}  // namespace yidan::testing
