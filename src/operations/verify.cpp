#include "operations/verify.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/decimal.h"
#include "base/text.h"
#include "operations/rebuild.h"

namespace yidan::operations {
namespace {

using store::BillVersion;
using store::Entry;
using store::FileContents;

// Two texts from where they part, short enough to read.
Text parting(std::string_view name_zh, std::string_view name_en, std::string_view kept, std::string_view made) {
  const auto [k, m] = std::ranges::mismatch(kept, made);
  const auto from = static_cast<std::size_t>(k - kept.begin());
  const std::size_t start = from < 20 ? 0 : from - 20;
  const std::string was = clipped(kept.substr(start), 80);
  const std::string is = clipped(made.substr(start), 80);
  return {
      std::string(name_zh) + "自第 " + std::to_string(from + 1) + " 字节起不同：账册“" + was + "”，重算“" + is + "”",
      std::string(name_en) + " differs from byte " + std::to_string(from + 1) + " on: kept '" + was + "', made '" + is +
          "'"};
}

std::optional<Text> compare_amounts(const BillVersion& kept, const BillVersion& made) {
  if (kept == made) return std::nullopt;
  return Text{"结算单“" + kept.encounter + "”的栏目与重算不同（基金合计 " + to_text(Money::fen(kept.fund_total)) +
                  " / " + to_text(Money::fen(made.fund_total)) + "）",
              "the columns of bill '" + kept.encounter + "' differ (fund total kept " +
                  to_text(Money::fen(kept.fund_total)) + ", made " + to_text(Money::fen(made.fund_total)) + ")"};
}

std::optional<Text> compare(const BillVersion& kept, const BillVersion& made) {
  if (kept.text != made.text) {
    return parting("结算单“" + kept.encounter + "”", "bill '" + kept.encounter + "'", kept.text, made.text);
  }
  if (kept.steps != made.steps) {
    return parting("结算单“" + kept.encounter + "”的步骤", "the steps of bill '" + kept.encounter + "'", kept.steps,
                   made.steps);
  }
  return compare_amounts(kept, made);
}

std::optional<Text> compare_bills(const std::vector<BillVersion>& kept, const std::vector<BillVersion>& made) {
  if (kept.size() != made.size()) {
    return Text{"该事项有 " + std::to_string(kept.size()) + " 份结算单，重算得 " + std::to_string(made.size()) + " 份",
                "the event has " + std::to_string(kept.size()) + " bills, made " + std::to_string(made.size())};
  }
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (auto found = compare(kept[i], made[i])) return found;
  }
  return std::nullopt;
}

// " 12.00", or nothing when it does not fit an amount.
std::string said(decimal::Wide sum) {
  const auto fen = static_cast<std::int64_t>(sum);
  return sum == fen ? " " + to_text(Money::fen(fen)) : "";
}

std::optional<Text> unbalanced(const std::vector<Entry>& entries) {
  std::map<std::string_view, decimal::Wide> sums;  // what balances in the end may not fit 64 bits on the way
  for (const Entry& entry : entries) sums[entry.fund] += entry.amount;
  for (const auto& [fund, sum] : sums) {
    if (sum == 0) continue;
    const std::string name(fund);
    return Text{"分录在“" + name + "”中不平，差" + said(sum),
                "the entries of fund '" + name + "' do not balance, off by" + said(sum)};
  }
  return std::nullopt;
}

std::optional<Text> compare_posting(const std::vector<Entry>& kept, const std::vector<Entry>& made) {
  if (auto found = unbalanced(kept)) return found;
  if (kept == made) return std::nullopt;
  return Text{"分录与重算不同", "the entries of the posting differ"};
}

// Walks through one file with its events, one after the other.
class FileCheck {
 public:
  FileCheck(Desk& desk, const FileContents& kept, Verified& verified)
      : desk_(desk), kept_(kept), verified_(verified), file_(kept.file) {}

  // Whether all is as it should be; the difference is noted.
  Result<bool> run() {
    for (std::size_t i = 0; i < kept_.events.size(); ++i) {
      const store::Event& event = kept_.events[i];
      if (event.seq != static_cast<std::int64_t>(i) + 1) return differs(event.seq, gap_in_numbers());
      if (i > 0 && event.recorded <= kept_.events[i - 1].recorded) return differs(event.seq, time_went_back());
      if (event.engine != desk_.engine()) ++verified_.by_other_programs;
      const auto good = check_event(event, i);
      if (!good || !*good) return good;
    }
    return check_state();
  }

 private:
  static Text gap_in_numbers() { return {"事项编号不连续", "the numbers of the events have a gap"}; }
  static Text time_went_back() { return {"记录时间没有递增", "the events are not in the order of their times"}; }

  Result<bool> differs(std::int64_t seq, Text what) {
    verified_.difference = Difference{kept_.file, seq, std::move(what)};
    return false;
  }

  Result<bool> check_event(const store::Event& event, std::size_t place) {
    const auto asked = asked_by(event, kept_.file.pool, desk_.policy_of());
    if (!asked && asked.error().code == ErrorCode::damaged) return differs(event.seq, asked.error().message);
    if (!asked) return std::unexpected(asked.error());
    const auto made = file_.apply(*asked);
    if (!made) {
      return differs(event.seq, {"重算该事项出错：" + made.error().message.zh,
                                 "the event cannot be decided again: " + made.error().message.en});
    }
    const store::Change& change = made->change;
    past_ = change.past;
    if (event.ref != change.event.ref)
      return differs(event.seq, parting("事项名", "the ref", event.ref, change.event.ref));
    if (event.answer != change.event.answer) {
      return differs(event.seq, parting("答复", "the answer", event.answer, change.event.answer));
    }
    if (auto found = compare_bills(bills_of(event.seq), change.bills)) return differs(event.seq, std::move(*found));
    const auto& entries = place < kept_.postings.size() ? kept_.postings[place] : kNone;
    if (auto found = compare_posting(entries, change.entries)) return differs(event.seq, std::move(*found));
    return true;
  }

  [[nodiscard]] std::vector<BillVersion> bills_of(std::int64_t seq) const {
    std::vector<BillVersion> bills;
    for (const BillVersion& bill : kept_.bills) {
      if (bill.version == seq) bills.push_back(bill);
    }
    return bills;
  }

  Result<bool> check_state() {
    const store::State& state = kept_.state;
    if (state.seq != file_.seq()) return differs(0, gap_in_numbers());
    const auto of_no_event = [&state](const BillVersion& bill) { return bill.version < 1 || bill.version > state.seq; };
    if (std::ranges::any_of(kept_.bills, of_no_event) || kept_.postings.size() > kept_.events.size()) {
      return differs(state.seq, {"账册中有不属于任何事项的结算单或分录", "there are bills or postings of no event"});
    }
    if (state.facts != file_.facts_text()) {
      return differs(state.seq, parting("登记的事实", "the facts", state.facts, file_.facts_text()));
    }
    if (state.past != past_) return differs(state.seq, parting("累计状态", "the state", state.past, past_));
    return true;
  }

  inline static const std::vector<Entry> kNone;

  Desk& desk_;
  const FileContents& kept_;
  Verified& verified_;
  books::File file_;
  std::string past_;
};

// What the walk itself adds up, to be compared with the trial balance.
class Sums {
 public:
  void add(const FileContents& contents) {
    for (const auto& posting : contents.postings) {
      for (const Entry& entry : posting) sums_[{contents.file.pool, entry.fund, entry.account}] += entry.amount;
    }
  }

  [[nodiscard]] std::optional<Text> compare(const std::vector<store::Balance>& balances) const {
    std::map<std::pair<std::int32_t, std::string>, decimal::Wide> funds;
    auto left = sums_;
    for (const store::Balance& balance : balances) {
      const decimal::Wide net = decimal::Wide{balance.debit} - balance.credit;
      funds[{balance.pool, balance.fund}] += net;
      left[{balance.pool, balance.fund, balance.account}] -= net;
    }
    for (const auto& [place, sum] : left) {
      if (sum != 0) return off(std::get<1>(place) + " " + std::get<2>(place), sum);
    }
    for (const auto& [place, sum] : funds) {
      if (sum != 0) return off(place.second, sum);
    }
    return std::nullopt;
  }

 private:
  static Text off(const std::string& place, decimal::Wide sum) {
    return {"试算表“" + place + "”差" + said(sum), "the trial balance is off by" + said(sum) + " in " + place};
  }

  // In 128 bits: what is sound must not overflow on the way.
  std::map<std::tuple<std::int32_t, std::string, std::string>, decimal::Wide> sums_;
};

// A walk that has seen enough.
Error enough() { return {ErrorCode::contradiction, {}, {}}; }

}  // namespace

Result<Verified> verify(const Caller& caller, const std::function<void(std::int64_t)>& progress) {
  Desk& desk = caller.desk;
  if (const auto sound = desk.store().check(); !sound) return std::unexpected(sound.error());
  Verified verified;
  Sums sums;
  const auto walked = desk.store().each_file([&](const FileContents& contents) -> Result<void> {
    const auto good = FileCheck(desk, contents, verified).run();
    if (!good) return std::unexpected(good.error());
    if (!*good) return std::unexpected(enough());
    sums.add(contents);
    count(contents, verified.counts);
    progress(verified.counts.files);
    return {};
  });
  if (verified.difference) return verified;
  if (!walked) return std::unexpected(walked.error());
  const auto balances = desk.store().balances({});
  if (!balances) return std::unexpected(balances.error());
  if (auto off = sums.compare(*balances)) verified.difference = Difference{{}, 0, std::move(*off)};
  return verified;
}

}  // namespace yidan::operations
