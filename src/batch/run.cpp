#include "batch/run.h"

#include "base/utf8.h"

namespace yidan::batch {
namespace {

constexpr std::array<std::string_view, 6> kRefusalColumns{"line", "column", "code", "message", "clauses", "row"};

}  // namespace

Refusal sum_overflow() {
  return {code_of(ErrorCode::overflow),
          {},
          {"金额超出范围：加上本行，合计将超出 64 位分",
           "the amount is out of range: with it, a sum does not fit 64 bits of fen"},
          {}};
}

Run::Run(Job& job, Format format, TakeRefusal refused)
    : job_(job), format_(format), refused_(std::move(refused)), source_(open_source(format, job.columns())) {}

bool Run::push(std::string_view block, std::string& out) {
  source_->push(block);
  return work(out);
}

bool Run::finish(std::string& out) {
  source_->finish();
  finished_ = true;
  return work(out);
}

bool Run::work(std::string& out) {
  Sheet sheet(format_, job_.answer_columns(), out);
  while (auto row = source_->next()) {
    if (!begun_) sheet.heading();
    begun_ = true;
    ++counts_.rows;
    if (!row->refusal) row->refusal = job_.answer(*row, sheet);
    if (row->refusal) {
      refuse(*row, *row->refusal);
    } else {
      ++counts_.answered;
    }
  }
  if (source_->fault()) return false;
  if (finished_ && !begun_) sheet.heading();
  return true;
}

void Run::refuse(const Row& row, const Refusal& refusal) {
  ++counts_.refused;
  const auto found = counts_.refused_by_code.find(refusal.code);
  if (found == counts_.refused_by_code.end()) {
    counts_.refused_by_code.emplace(refusal.code, 1);
  } else {
    ++found->second;
  }
  refused_(row, refusal);
}

std::span<const std::string_view> refusal_columns() { return kRefusalColumns; }

void write_refusal(Sheet& sheet, const Row& row, const Refusal& refusal, Language language) {
  std::string clauses;
  for (const std::string_view clause : refusal.clauses) clauses += (clauses.empty() ? "" : " ") + std::string(clause);
  sheet.number(static_cast<std::int64_t>(row.line)).text(refusal.column).text(refusal.code);
  sheet.text(refusal.message.in(language)).text(clauses).text(as_utf8(row.raw)).end();
}

}  // namespace yidan::batch
