#include "tests/crash/after.h"

#include "base/digest.h"
#include "operations/perform.h"
#include "operations/post.h"
#include "operations/verify.h"
#include "testing/packs.h"

namespace yidan::crash {
namespace {

std::string said(const Error& error) { return error.message.zh + " / " + error.message.en; }

// Errors that say something of the request, not of the books.
bool is_refusal(ErrorCode code) { return code != ErrorCode::unavailable && code != ErrorCode::damaged; }

}  // namespace

struct Afterwards::OpenBooks {
  std::unique_ptr<store::Store> store;
  std::unique_ptr<operations::Desk> desk;

  OpenBooks(const std::string& url, const policy::Policy& policy) {
    auto opened = store::open(url, store::Access::create, store::wall_clock);
    if (!opened) throw Failure("重新打开账册失败：" + said(opened.error()), "the books do not open again");
    store = std::move(*opened);
    auto made =
        operations::Desk::open(*store, policy, testing::shipped_packs(), "crash", operations::Desk::Purpose::writing);
    if (!made) throw Failure("柜台打不开：" + said(made.error()), "the desk does not open again");
    desk = std::move(*made);
    if (!desk->let_drafts_move_money(true) || !desk->remove_gate())
      throw Failure("设置失败", "a setting cannot be written");
  }
};

void Afterwards::hear(const Told& told) {
  switch (told.what) {
    case Tells::sent:
      if (!answers_.contains(told.key)) open_[told.key] = told.text;
      return;
    case Tells::answered: {
      ++totals_.acknowledged;
      ++answers_heard_;
      const std::string digest = sha256(told.text);
      const auto [place, first] = answers_.emplace(told.key, digest);
      if (!first) ++totals_.again;
      if (place->second != digest)
        throw Failure("键 " + told.key + " 得到两个不同的答复", "key " + told.key + " got two different answers");
      if (first) {
        known_.add({told.key, open_[told.key]});
        answered_now_.insert(told.key);
      }
      open_.erase(told.key);
      return;
    }
    case Tells::refused:
      ++totals_.refused;
      if (!answers_.contains(told.key)) refused_now_.insert(told.key);
      open_.erase(told.key);
      return;
    case Tells::unavailable:
      ++totals_.unavailable;
      return;
    case Tells::failed:
      throw Failure("被测进程发现：" + told.text, "the process found: " + told.text);
    case Tells::opened:
    case Tells::closing:
      return;
  }
}

void Afterwards::check(const std::string& url, bool full) {
  OpenBooks books(url, policy_);
  check_answers(*books.desk, full);
  check_refused(*books.desk);
  settle_open(*books.desk);
  check_balance(*books.store);
  if (full) check_everything(*books.desk);
  answered_now_.clear();
  refused_now_.clear();
  open_.clear();
  answers_heard_ = 0;
}

void Afterwards::check_answer(operations::Desk& desk, const std::string& key, const std::string& digest) {
  const auto answer = operations::ask(desk, key);
  if (!answer) throw Failure("已确认的键 " + key + "：" + said(answer.error()), "key " + key + " was acknowledged");
  if (sha256(*answer) != digest)
    throw Failure("已确认的键 " + key + " 答复变了：" + *answer, "key " + key + " has another answer now");
}

// All of this round, and every so many of the earlier ones.
void Afterwards::check_answers(operations::Desk& desk, bool all) {
  constexpr std::size_t looked_at = 300;
  const std::size_t step = all ? 1 : 1 + answers_.size() / looked_at;
  std::size_t at = totals_.rounds;
  for (const auto& [key, digest] : answers_) {
    if (++at % step == 0 || answered_now_.contains(key)) check_answer(desk, key, digest);
  }
}

void Afterwards::check_refused(operations::Desk& desk) {
  for (const std::string& key : refused_now_) {
    if (answers_.contains(key) || open_.contains(key)) continue;
    const auto answer = operations::ask(desk, key);
    if (answer || answer.error().code != ErrorCode::not_found)
      throw Failure("被拒绝的键 " + key + " 却已记账", "key " + key + " was refused and is there");
  }
}

void Afterwards::settle_open(operations::Desk& desk) {
  for (const auto& [key, text] : open_) {
    if (!answers_.contains(key)) settle_open(desk, {key, text});
  }
}

void Afterwards::settle_open(operations::Desk& desk, const Asked& asked) {
  const auto there = operations::ask(desk, asked.key);
  if (!there && there.error().code != ErrorCode::not_found)
    throw Failure("未确认的键 " + asked.key + "：" + said(there.error()), "key " + asked.key + " is there in part");
  ++(there ? totals_.open_there : totals_.open_not_there);
  const auto asking = operations::read_asking(asked.text, 1, policy_);
  const auto answer = operations::perform(desk, asking.requests->front());
  if (!answer && there)
    throw Failure("键 " + asked.key + " 已记账，重发却出错：" + said(answer.error()),
                  "key " + asked.key + ", sent again");
  if (!answer && !is_refusal(answer.error().code))
    throw Failure("键 " + asked.key + " 重发失败：" + said(answer.error()),
                  "key " + asked.key + " cannot be sent again");
  if (!answer) return;
  const auto again = operations::perform(desk, asking.requests->front());
  const bool same = again && again->again && again->text == answer->text && (!there || *there == answer->text);
  if (!same)
    throw Failure("键 " + asked.key + " 重发得到不同答复", "key " + asked.key + " sent again has another answer");
  answers_[asked.key] = sha256(answer->text);
  known_.add(asked);
}

void Afterwards::check_balance(store::Store& store) {
  const auto balances = store.balances({});
  if (!balances) throw Failure("试算表：" + said(balances.error()), "there is no trial balance");
  std::map<std::pair<std::int32_t, std::string>, std::int64_t> funds;
  for (const store::Balance& each : *balances) funds[{each.pool, each.fund}] += each.debit - each.credit;
  for (const auto& [fund, sum] : funds) {
    if (sum != 0) throw Failure("基金 " + fund.second + " 不平", "fund " + fund.second + " does not balance");
  }
}

// Every key once, and no other; and the proof of the books.
void Afterwards::check_everything(operations::Desk& desk) {
  std::map<std::string, int> keys;
  const auto walked = desk.store().each_subject([&](const store::SubjectContents& file) -> Result<void> {
    for (std::size_t i = 0; i < file.events.size(); ++i) {
      const store::Event& event = file.events[i].event;
      ++keys[event.key];
      if (event.seq != static_cast<std::int64_t>(i) + 1)
        throw Failure(file.subject.id + " 的事项编号有缺", "the events of " + file.subject.id + " have a gap");
    }
    if (file.state.seq != static_cast<std::int64_t>(file.events.size()))
      throw Failure(file.subject.id + " 的状态与事项不符", "the state of " + file.subject.id + " is not its last");
    return {};
  });
  if (!walked) throw Failure("通读账册：" + said(walked.error()), "the books cannot be read through");
  for (const auto& [key, count] : keys) {
    if (count != 1 || !answers_.contains(key))
      throw Failure("多出的事项 " + key, "event " + key + " should not be there");
  }
  if (keys.size() != answers_.size()) throw Failure("缺少事项", "events are missing");
  const auto verified = operations::verify(desk, always);
  if (!verified) throw Failure("核对：" + said(verified.error()), "the books cannot be verified");
  if (const auto& found = verified->difference; found)
    throw Failure("核对：" + found->file.id + " " + found->what.zh,
                  "verify: " + found->file.id + " event " + std::to_string(found->seq) + ": " + found->what.en);
  ++totals_.verified;
}

}  // namespace yidan::crash
