#include "cli/line_stream.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

namespace yidan::cli {
namespace {

// Lines from a pipe whose writing end a test holds.
class Piped : public ::testing::Test {
 protected:
  Piped() {
    std::array<int, 2> ends{};
    EXPECT_EQ(pipe(ends.data()), 0);
    stream_ = std::make_unique<LineStream>(ends[0]);
    writer_ = ends[1];
  }
  ~Piped() override { end(); }
  void write(std::string_view text) const {
    ASSERT_EQ(::write(writer_, text.data(), text.size()), static_cast<ssize_t>(text.size()));
  }
  void end() {
    if (writer_ >= 0) ::close(writer_);
    writer_ = -1;
  }
  std::vector<std::string> rest() {
    std::vector<std::string> lines;
    while (const auto line = stream_->next()) lines.emplace_back(*line);
    return lines;
  }

  std::unique_ptr<LineStream> stream_;
  int writer_ = -1;
};

using Lines = std::vector<std::string>;

TEST_F(Piped, GivesLineByLine) {
  write("one\ntwo\n");
  end();
  EXPECT_EQ(rest(), (Lines{"one", "two"}));
  EXPECT_FALSE(stream_->next());
  EXPECT_FALSE(stream_->too_long());
}

TEST_F(Piped, GivesALastLineThatHasNoEnd) {
  write("one\ntwo");
  end();
  EXPECT_EQ(rest(), (Lines{"one", "two"}));
}

TEST_F(Piped, KeepsEmptyLinesAndCarriageReturns) {
  write("\n\r\n \nend\n");
  end();
  EXPECT_EQ(rest(), (Lines{"", "\r", " ", "end"}));
}

TEST_F(Piped, OfNothingHasNoLine) {
  end();
  EXPECT_EQ(rest(), Lines{});
}

TEST_F(Piped, HandsOverALineAsSoonAsItIsThere) {
  write("one\ntw");
  EXPECT_EQ(stream_->next(), "one");
  EXPECT_TRUE(stream_->will_block());
  write("o\nthree\n");
  EXPECT_EQ(stream_->next(), "two");
  EXPECT_FALSE(stream_->will_block());
  EXPECT_EQ(stream_->next(), "three");
  EXPECT_TRUE(stream_->will_block());
}

TEST_F(Piped, ReadsWhatIsLeftAtOnce) {
  write("one\ntwo\nthree");
  end();
  EXPECT_EQ(stream_->next(), "one");
  EXPECT_EQ(stream_->read_all(), "two\nthree");
}

// A file that is gone when the test is.
class File : public ::testing::Test {
 protected:
  ~File() override { std::filesystem::remove(path_); }
  void write(const std::string& text) const { std::ofstream(path_, std::ios::binary) << text; }
  [[nodiscard]] std::unique_ptr<LineStream> open() const { return LineStream::open(path_); }

  std::string path_ = ::testing::TempDir() + "yidan-lines-" + std::to_string(getpid());
};

TEST_F(File, IsReadWhole) {
  write("{\n}\n");
  EXPECT_EQ(open()->read_all(), "{\n}\n");
  write("");
  EXPECT_EQ(open()->read_all(), "");
}

TEST_F(File, GivesLinesThatAreLongerThanABlock) {
  const std::string first(700'000, 'a');
  const std::string second((1U << 18U) - 1, 'b');
  const std::string third(1U << 18U, 'c');
  write(first + "\n" + second + "\n" + third + "\n\nlast");
  const auto stream = open();
  EXPECT_EQ(stream->next(), first);
  EXPECT_EQ(stream->next(), second);
  EXPECT_EQ(stream->next(), third);
  EXPECT_EQ(stream->next(), "");
  EXPECT_EQ(stream->next(), "last");
  EXPECT_FALSE(stream->next());
}

TEST_F(File, GivesManyShortLinesInOrder) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += std::to_string(i) + "\n";
  write(text);
  const auto stream = open();
  int number = 0;
  while (const auto line = stream->next()) ASSERT_EQ(*line, std::to_string(number++));
  EXPECT_EQ(number, 200'000);
}

TEST_F(File, ThatIsTooLongIsNotRead) {
  write("short\n");
  std::filesystem::resize_file(path_, LineStream::kLongest + (1U << 20U));
  const auto lines = open();
  EXPECT_EQ(lines->next(), "short");
  EXPECT_FALSE(lines->next());
  EXPECT_TRUE(lines->too_long());
  const auto whole = open();
  EXPECT_FALSE(whole->read_all());
  EXPECT_TRUE(whole->too_long());
}

TEST_F(File, ThatCannotBeReadIsNotTakenForAnEmptyOne) {
  const auto folder = LineStream::open(::testing::TempDir());
  EXPECT_TRUE(folder == nullptr || !folder->read_all());
}

TEST_F(File, ThatIsMissingCannotBeOpened) {
  EXPECT_EQ(open(), nullptr);
  EXPECT_EQ(errno, ENOENT);
}

}  // namespace
}  // namespace yidan::cli
