#include "exchange/number_warnings.h"

#include <array>

namespace yidan::exchange {
namespace {

struct Sentence {
  std::string_view zh;
  std::string_view en;
};

// In the order of NumberDoubt.
constexpr std::array<Sentence, count_of<NumberDoubt>> kSentences{{
    {"公民身份号码的校验码不符：号码有误（末三位为 000 的，多半被电子表格改写），请按证件核对",
     "the check digit of the citizen's number is wrong: one is mistyped (or a spreadsheet made its end 000); "
     "compare it with the certificate"},
    {"公民身份号码中的出生日期不存在，或与所写的出生日期不符：请按证件核对，改正其一",
     "the day of birth in the citizen's number does not exist or is not the one told: compare both with the "
     "certificate and mend one"},
    {"公民身份号码中的性别与所写的性别不符：请按证件核对，改正其一",
     "the sex in the citizen's number is not the one told: compare both with the certificate and mend one"},
}};

std::vector<NumberDoubt> listed(WordSet<NumberDoubt> doubts) {
  std::vector<NumberDoubt> list;
  if (doubts.empty()) return list;
  for (std::size_t i = 0; i < count_of<NumberDoubt>; ++i) {
    if (doubts.contains(static_cast<NumberDoubt>(i))) list.push_back(static_cast<NumberDoubt>(i));
  }
  return list;
}

}  // namespace

std::vector<NumberDoubt> number_doubts(const Person& person) {
  return listed(doubts_of(person.id, person.born, person.sex));
}

std::vector<NumberDoubt> number_doubts(const Record& record) {
  return listed(doubts_of(record.person, record.born, record.sex));
}

std::string_view sentence_of(NumberDoubt doubt, Language language) {
  const Sentence& sentence = kSentences[static_cast<std::size_t>(doubt)];
  return language == Language::zh ? sentence.zh : sentence.en;
}

}  // namespace yidan::exchange
