#include <algorithm>

#include "batch/summary.h"
#include "terms/say.h"

namespace yidan::batch {
namespace {

std::string grouped(std::uint64_t count) {
  std::string text = std::to_string(count);
  for (std::size_t at = text.size(); at > 3; text.insert(at -= 3, 1, ',')) continue;
  return text;
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.insert(0, width - text.size(), ' ');
  return text;
}

class SummaryText : private Speaker {
 public:
  explicit SummaryText(Language language) : Speaker(language) {}

  [[nodiscard]] std::string take() { return std::move(out_); }

  void heading(const std::string& what, const Tally& tally, const Counts& counts) {
    const std::string sum = to_grouped_text(tally.total());
    line(what + say("：", ": ") + grouped(counts.rows) + say(" 行，已核定 ", " rows, answered ") +
         grouped(counts.answered) + say("，未受理 ", ", refused ") + grouped(counts.refused) +
         say("；合计 ", "; sum ") + sum + say(" 元", " yuan"));
  }

  // `has_parts`: each group says who pays.
  void groups(const Tally& tally, bool has_parts) {
    const auto all = tally.groups();
    std::size_t widest_sum = 0;
    std::size_t widest_count = 0;
    for (const Group& group : all) {
      widest_sum = std::max(widest_sum, to_grouped_text(group.sum).size());
      widest_count = std::max(widest_count, persons(group.persons).size());
    }
    for (const Group& group : all) {
      std::string text = "  " + padded(persons(group.persons), widest_count) + "  " +
                         padded(to_grouped_text(group.sum), widest_sum) + say(" 元  ", " yuan  ") + group.rule;
      for (const std::string& other : group.with) text += " + " + other;
      if (group.standard_year) text += say("，标准年度 ", ", standard of ") + std::to_string(*group.standard_year);
      if (has_parts) text += say("，", ", ") + say(group.payer);
      text += say("，", ", ") + say(group.basis);
      if (group.status == PolicyStatus::draft) text += say("，", ", ") + say(group.status);
      text += "  [";
      for (const std::string_view clause : group.clauses) text += (text.back() == '[' ? "" : " ") + std::string(clause);
      line(text + "]");
    }
  }

  void payers(const DuesJob& job) {
    std::string text;
    for (std::size_t i = 0; i < count_of<Payer>; ++i) {
      const PayerCount& payer = job.payers()[i];
      if (payer.persons == 0) continue;
      text += (text.empty() ? "" : say("；", "; ")) + say(static_cast<Payer>(i)) + " " + to_grouped_text(payer.sum) +
              say(" 元（", " yuan (") + persons(payer.persons) + say("）", ")");
    }
    if (!text.empty()) line(say("  承担方：", "  payers: ") + text);
    if (job.unpaid().persons == 0) return;
    line(say("  未缴费：", "  not paid: ") + persons(job.unpaid().persons) + say("，个人应缴 ", ", own part ") +
         to_grouped_text(job.unpaid().sum) + say(" 元", " yuan"));
  }

  // "treasury, by the standard of 2021: 580.00 yuan a head for 3 persons: 1,740.00 yuan, cited  [HZ-1-b …]"
  void fiscal(const DuesJob& job) {
    const auto part = job.fiscal_part();
    if (!part) return;
    const std::string year = std::to_string(job.year());
    std::string text = say("  财政补助（按 ", "  treasury, by the standard of ") + year +
                       say(" 年标准）：每人 ", ": ") + to_grouped_text(part->a_head) +
                       say(" 元，", " yuan a head for ") + persons(part->heads) + say("，共 ", ": ") +
                       to_grouped_text(part->sum) + say(" 元，", " yuan, ") + say(part->rule->basis) + "  [";
    for (const std::string& clause : part->rule->clauses) text += (text.back() == '[' ? "" : " ") + clause;
    line(text + "]");
  }

  void needy(const DuesJob& job) {
    std::string text;
    for (std::size_t i = 0; i < count_of<Identity>; ++i) {
      const NeedyCount& needy = job.needy()[i];
      if (needy.persons == 0) continue;
      text += (text.empty() ? "" : say("；", "; ")) + say(static_cast<Identity>(i)) + " " + grouped(needy.unpaid) +
              say("（共 ", " of ") + grouped(needy.persons) + say("）", "");
    }
    if (!text.empty()) line(say("  应保尽保人群未缴费：", "  must be insured, not paid: ") + text);
  }

  void warnings(const Persons& persons) {
    for (std::size_t i = 0; i < persons.doubted().size(); ++i) {
      const Doubted& doubted = persons.doubted()[i];
      if (doubted.rows == 0) continue;
      const auto doubt = static_cast<NumberDoubt>(i);
      line(say("  提示：", "  warning: ") + say(doubt) + say("，", ", ") + grouped(doubted.rows) +
           say(" 行，首见第 ", doubted.rows == 1 ? " row, line " : " rows, the first on line ") +
           std::to_string(doubted.first_line) + say(" 行", ""));
    }
  }

  void refused(const Counts& counts) {
    std::string text;
    for (const auto& [code, rows] : counts.refused_by_code) {
      text += (text.empty() ? "" : say("，", ", ")) + code + " " + grouped(rows);
    }
    if (!text.empty()) line(say("  未受理：", "  refused: ") + text);
  }

 private:
  [[nodiscard]] std::string persons(std::uint64_t count) const {
    return grouped(count) + say(" 人", count == 1 ? " person" : " persons");
  }
  void line(const std::string& text) { out_ += text + "\n"; }

  std::string out_;
};

}  // namespace

std::string summary_text(const CreditJob& job, const Counts& counts, Language language) {
  SummaryText text(language);
  const std::string month = to_text(job.month());
  const Text& pool = job.tally().pool().name;
  text.heading(
      language == Language::zh ? pool.zh + " " + month + " 个人账户划入" : pool.en + ", account credits of " + month,
      job.tally(), counts);
  text.groups(job.tally(), false);
  text.warnings(job.persons());
  text.refused(counts);
  return text.take();
}

std::string summary_text(const DuesJob& job, const Counts& counts, Language language) {
  SummaryText text(language);
  const std::string year = std::to_string(job.year());
  const std::string on = to_text(job.on());
  const Text& pool = job.tally().pool().name;
  text.heading(language == Language::zh ? pool.zh + " " + year + " 年度居民缴费（截至 " + on + "）"
                                        : pool.en + ", residents' dues of " + year + " as of " + on,
               job.tally(), counts);
  text.groups(job.tally(), true);
  text.payers(job);
  text.fiscal(job);
  text.needy(job);
  text.warnings(job.persons());
  text.refused(counts);
  return text.take();
}

}  // namespace yidan::batch
