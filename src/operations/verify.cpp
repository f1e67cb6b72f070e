#include "operations/verify.h"

#include <algorithm>
#include <map>
#include <thread>
#include <tuple>

#include "base/decimal.h"
#include "base/side_by_side.h"
#include "base/text.h"
#include "books/stored_bill.h"
#include "calendar/instant.h"
#include "contract/jobs.h"
#include "exchange/display.h"
#include "operations/decision_part.h"
#include "operations/decisions.h"
#include "operations/entry_part.h"
#include "operations/jobs.h"
#include "operations/kept.h"
#include "operations/permission.h"
#include "operations/rebuild.h"
#include "operations/reconciliation.h"
#include "operations/trail.h"
#include "operations/users.h"

namespace yidan::operations {
namespace {

using books::BillVersion;
using store::Entry;
using store::Recorded;
using store::SubjectContents;

template <json::KeyText kName>
constexpr json::Key verified_key = contract::kKey<contract::kVerificationFields, kName>;

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

// The documents and the rows that bills leave, in the form in which they are kept.
store::Part left_by(const std::vector<BillVersion>& bills) {
  store::Part part;
  books::write_bills(bills, part);
  return part;
}

std::optional<Text> compare_documents(const std::vector<store::Document>& kept, const std::vector<BillVersion>& made) {
  if (kept.size() != 2 * made.size()) {
    return Text{
        "该事项有 " + std::to_string(kept.size() / 2) + " 份结算单，重算得 " + std::to_string(made.size()) + " 份",
        "the event has " + std::to_string(kept.size() / 2) + " bills, made " + std::to_string(made.size())};
  }
  const auto documents = left_by(made).documents;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const std::string& bill = made[i / 2].encounter;
    const bool is_text = i % 2 == 0;
    const std::string zh = "结算单“" + bill + (is_text ? "”" : "”的步骤");
    const std::string en = (is_text ? "bill '" : "the steps of bill '") + bill + "'";
    if (kept[i].name != documents[i].name)
      return parting(zh + "的名称", en + ": its name", kept[i].name, documents[i].name);
    if (kept[i].text != documents[i].text) return parting(zh, en, kept[i].text, documents[i].text);
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
constexpr std::string_view kKeptWhole = "national/";  // how such kinds begin

class FileCheck {
 public:
  FileCheck(Desk& desk, const SubjectContents& kept, Verified& verified)
      : desk_(desk), kept_(kept), verified_(verified), policy_of_(desk.policy_of()), file_(kept.subject) {}

  // Whether all is as it should be; the difference is noted.
  Result<bool> run() {
    if (is_of_users(kept_.subject.kind) || kept_.subject.kind == kJobKind) return check_each_whole();
    if (kept_.subject.kind.starts_with(kKeptWhole) || kept_.subject.kind == kStatementKind) return check_kept_whole();
    if (kept_.subject.kind == kTrailKind) return true;  // `verify_trail` goes through the chain as a whole
    if (kept_.subject.kind != store::kPerson) return check_register();
    Instant before = INT64_MIN;
    std::int64_t seq = 0;
    for (const Recorded& recorded : kept_.events) {
      const store::Event& event = recorded.event;
      if (event.seq != ++seq) return differs(event.seq, gap_in_numbers());
      if (event.recorded <= before) return differs(event.seq, time_went_back());
      before = event.recorded;
      if (event.engine != desk_.engine()) ++verified_.by_other_programs;
      const auto good = check_event(recorded);
      if (!good || !*good) return good;
    }
    const auto good = check_state();
    return good && *good ? check_rows() : good;
  }

 private:
  using Instant = store::Instant;
  using RowName = std::pair<std::string, std::string>;  // table, id
  struct MadeRow {
    store::Row row;
    std::int64_t seq = 0;  // of the event that wrote it last
  };

  static Text gap_in_numbers() { return {"事项编号不连续", "the numbers of the events have a gap"}; }
  static Text time_went_back() { return {"记录时间没有递增", "the events are not in the order of their times"}; }

  Result<bool> differs(std::int64_t seq, Text what) {
    verified_.difference = Difference{kept_.subject, seq, std::move(what)};
    return false;
  }

  // What is kept beside the books: its last event has the whole of it.
  Result<bool> check_kept_whole() {
    const auto& documents = kept_.events.back().documents;
    const auto state = std::ranges::find(documents, "state", &store::Document::name);
    if (state != documents.end() && state->text == kept_.state.past) return true;
    return differs(kept_.state.seq, {"“" + kept_.subject.kind + "”的状态与其末次事项不符",
                                     "the state of a " + kept_.subject.kind + " is not what its last event left"});
  }

  Result<bool> check_each_whole() {
    const auto found = difference_of_whole(kept_);
    if (!found) return true;
    return differs(kept_.state.seq, {"“" + kept_.subject.kind + "”的“" + *found + "”与其事项不符",
                                     "'" + *found + "' of a " + kept_.subject.kind + " is not what its events say"});
  }

  // A decision or a filing, or an entry of a register, made again from its events.
  Result<bool> check_register() {
    const bool is_entry = is_of_register(kept_.subject.kind);
    const auto found = is_entry ? difference_of_entry(kept_) : difference_of(kept_);
    if (!found && found.error().code == ErrorCode::damaged) return differs(0, found.error().message);
    if (!found) return std::unexpected(found.error());
    if (!*found) return true;
    const std::string what = is_entry ? "an entry of a register" : "a decision";
    return differs(kept_.state.seq, {(is_entry ? "登记的“" : "决策的“") + **found + "”与其事项不符",
                                     "'" + **found + "' of " + what + " is not what its events say"});
  }

  Result<bool> check_event(const Recorded& recorded) {
    const store::Event& event = recorded.event;
    const auto asked = asked_by(event, kept_.subject.pool, policy_of_);
    if (!asked && asked.error().code == ErrorCode::damaged) return differs(event.seq, asked.error().message);
    if (!asked) return std::unexpected(asked.error());
    auto made = file_.apply(*asked);
    if (!made) {
      return differs(event.seq, {"重算该事项出错：" + made.error().message.zh,
                                 "the event cannot be decided again: " + made.error().message.en});
    }
    const store::Part& change = made->change;
    past_ = change.past;
    if (event.ref != change.event.ref)
      return differs(event.seq, parting("事项名", "the ref", event.ref, change.event.ref));
    if (event.answer != change.event.answer) {
      return differs(event.seq, parting("答复", "the answer", event.answer, change.event.answer));
    }
    if (auto found = compare_documents(recorded.documents, made->bills)) return differs(event.seq, std::move(*found));
    if (auto found = compare_posting(recorded.entries, change.entries)) return differs(event.seq, std::move(*found));
    for (const store::Row& row : change.rows) rows_[{row.table, row.id}] = {row, event.seq};
    verified_.counts.bills += static_cast<std::int64_t>(made->bills.size());
    return true;
  }

  Result<bool> check_state() {
    const store::State& state = kept_.state;
    if (state.seq != file_.seq()) return differs(0, gap_in_numbers());
    if (state.facts != file_.facts_text()) {
      return differs(state.seq, parting("登记的事实", "the facts", state.facts, file_.facts_text()));
    }
    if (state.past != past_) return differs(state.seq, parting("累计状态", "the state", state.past, past_));
    return true;
  }

  Result<bool> check_rows() {
    std::map<RowName, const store::Row*> kept;
    for (const store::Row& row : kept_.rows) kept[{row.table, row.id}] = &row;
    for (const auto& [name, made] : rows_) {
      const auto found = kept.find(name);
      if (found != kept.end() && *found->second == made.row) continue;
      return differs(made.seq, {"结算单“" + name.second + "”的栏目与重算不同",
                                "the columns of bill '" + name.second + "' differ"});
    }
    if (kept.size() == rows_.size() && kept_.rows.size() == rows_.size()) return true;
    return differs(kept_.state.seq, {"账册中有不属于任何事项的栏目", "there are rows of no event"});
  }

  Desk& desk_;
  const SubjectContents& kept_;
  Verified& verified_;
  const books::PolicyOf policy_of_;
  books::File file_;
  std::string past_;
  std::map<RowName, MadeRow> rows_;
};

// What the walk itself adds up, day by day, to be compared with the sums of the store.
class Sums {
 public:
  void add(const SubjectContents& contents) {
    for (const Recorded& recorded : contents.events) {
      const std::int64_t day = beijing_day(recorded.event.recorded).days();
      for (const Entry& entry : recorded.entries) {
        Sides& sides = sums_[{day, contents.subject.pool, entry.fund, entry.account}];
        (entry.amount >= 0 ? sides.debit : sides.credit) += entry.amount;
        funds_[{contents.subject.pool, entry.fund}] += entry.amount;
      }
    }
  }

  [[nodiscard]] std::optional<Text> compare(const std::vector<store::DayBalance>& days) const {
    auto left = sums_;
    for (const auto& [day, balance] : days) {
      Sides& sides = left[{day, balance.pool, balance.fund, balance.account}];
      sides.debit -= balance.debit;
      sides.credit += balance.credit;
    }
    for (const auto& [place, sides] : left) {
      const auto& [day, pool, fund, account] = place;
      std::string name = fund;
      name.append(" ").append(account).append(" ").append(to_text(Date::from_days(static_cast<std::int32_t>(day))));
      if (sides.debit != 0) return off(name, sides.debit);
      if (sides.credit != 0) return off(name, sides.credit);
    }
    for (const auto& [place, sum] : funds_) {
      if (sum != 0) return off(place.second, sum);
    }
    return std::nullopt;
  }

 private:
  // In 128 bits: what is sound must not overflow on the way.
  struct Sides {
    decimal::Wide debit = 0;
    decimal::Wide credit = 0;  // not above zero
  };

  static Text off(const std::string& place, decimal::Wide sum) {
    return {"试算表“" + place + "”差" + said(sum), "the trial balance is off by" + said(sum) + " in " + place};
  }

  std::map<std::tuple<std::int64_t, std::int32_t, std::string, std::string>, Sides> sums_;
  std::map<std::pair<std::int32_t, std::string>, decimal::Wide> funds_;
};

void count(const SubjectContents& contents, Proved& counts) {
  if (contents.subject.kind != store::kPerson) {
    const std::string& kind = contents.subject.kind;
    if (is_of_register(kind)) ++counts.registered;
    if (kind == kDecisionKind || kind == kFilingKind) ++counts.decisions;
    return;
  }
  ++counts.persons;
  counts.events += static_cast<std::int64_t>(contents.events.size());
  for (const Recorded& recorded : contents.events) counts.entries += static_cast<std::int64_t>(recorded.entries.size());
}

// A walk that has seen enough.
Error enough() { return {ErrorCode::contradiction, {}, {}}; }

// Takes subjects in their order and checks some hundred of them side by side: each is a world of its own.
class Proof {
 public:
  Proof(Desk& desk, const GoOn& go_on) : desk_(desk), go_on_(go_on) {}

  Result<void> take(const SubjectContents& contents) {
    constexpr std::size_t at_once = 256;
    waiting_.push_back(contents);
    return waiting_.size() < at_once ? Result<void>{} : flush();
  }

  Result<void> flush() {
    std::vector<Checked> checked(waiting_.size());
    side_by_side(std::max(1U, std::thread::hardware_concurrency()), waiting_.size(),
                 [&](std::size_t i) { checked[i].good = FileCheck(desk_, waiting_[i], checked[i].verified).run(); });
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
      if (auto noted = note(waiting_[i], checked[i]); !noted) return noted;
    }
    waiting_.clear();
    return go_on_(verified_.counts.persons);
  }

  // After the last: what the store says its days come to.
  Result<Verified> finish() {
    const auto days = desk_.store().day_balances();
    if (!days) return std::unexpected(days.error());
    if (auto off = sums_.compare(*days)) verified_.difference = Difference{{}, 0, std::move(*off)};
    return std::move(verified_);
  }

  [[nodiscard]] const Verified& verified() const { return verified_; }

 private:
  struct Checked {
    Result<bool> good = false;
    Verified verified;
  };

  Result<void> note(const SubjectContents& contents, Checked& checked) {
    if (!checked.good) return std::unexpected(checked.good.error());
    verified_.by_other_programs += checked.verified.by_other_programs;
    if (!*checked.good) {
      verified_.difference = std::move(checked.verified.difference);
      return std::unexpected(enough());
    }
    verified_.counts.bills += checked.verified.counts.bills;
    sums_.add(contents);
    count(contents, verified_.counts);
    return {};
  }

  Desk& desk_;
  const GoOn& go_on_;
  std::vector<SubjectContents> waiting_;
  Verified verified_;
  Sums sums_;
};

}  // namespace

Text to_text(const Difference& difference) {
  const Text& what = difference.what;
  if (difference.file.id.empty()) return what;
  const std::string file = to_text(Region(difference.file.pool)) + " " + exchange::masked(difference.file.id);
  if (difference.seq == 0) return {file + "：" + what.zh, file + ": " + what.en};
  const std::string number = std::to_string(difference.seq);
  return {file + " 第 " + number + " 个事项：" + what.zh, file + ", event " + number + ": " + what.en};
}

std::string verified_json(const Verified& verified, Language language) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  const auto number = [&](json::Key key, std::int64_t value) {
    json.key(key);
    json.number(value);
  };
  json.begin_object();
  json.text(verified_key<"format">, "yidan.verification/1");
  json.key(verified_key<"good">);
  json.boolean(!verified.difference);
  number(verified_key<"persons">, verified.counts.persons);
  number(verified_key<"events">, verified.counts.events);
  number(verified_key<"bills">, verified.counts.bills);
  number(verified_key<"entries">, verified.counts.entries);
  number(verified_key<"decisions">, verified.counts.decisions);
  number(verified_key<"registered">, verified.counts.registered);
  number(verified_key<"by_other_programs">, verified.by_other_programs);
  if (verified.difference) json.text(verified_key<"difference">, to_text(*verified.difference).in(language));
  json.end_object();
  return text;
}

Result<Verified> verify(const Caller& caller, const GoOn& go_on) {
  if (auto allowed = may(caller, Deed::see_operation, {.is_of_pool = false}); !allowed) {
    return std::unexpected(std::move(allowed.error()));
  }
  Desk& desk = caller.desk;
  if (const auto sound = desk.store().check(); !sound) return std::unexpected(sound.error());
  Proof proof(desk, go_on);
  auto walked = desk.store().each_subject([&](const SubjectContents& contents) { return proof.take(contents); });
  if (walked) walked = proof.flush();
  if (proof.verified().difference) return proof.verified();
  if (!walked) return std::unexpected(walked.error());
  return proof.finish();
}

}  // namespace yidan::operations
