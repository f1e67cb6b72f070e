#include "base/json_writer.h"
#include "batch/summary.h"

namespace yidan::batch {
namespace {

class SummaryWriter {
 public:
  explicit SummaryWriter(std::string& out) : json_(out, json::Writer::Style::pretty) {}

  void count(std::string_view key, std::uint64_t value) {
    json_.key(key);
    json_.number(static_cast<long long>(value));
  }
  void text(std::string_view key, std::string_view value) { json_.text(key, value); }
  void money(std::string_view key, Money value) { json_.fixed(key, value.in_fen(), 2); }
  void open(std::string_view key) {
    json_.key(key);
    json_.begin_array();
  }
  void close() { json_.end_array(); }
  void begin() { json_.begin_object(); }
  void begin(std::string_view key) {
    json_.key(key);
    json_.begin_object();
  }
  void end() { json_.end_object(); }

  void warnings(const Persons& persons) {
    open("warnings");
    for (std::size_t i = 0; i < persons.doubted().size(); ++i) {
      const Doubted& doubted = persons.doubted()[i];
      if (doubted.rows == 0) continue;
      begin();
      text("code", code(static_cast<NumberDoubt>(i)));
      count("rows", doubted.rows);
      count("first_line", doubted.first_line);
      end();
    }
    close();
  }

  void counts(const Counts& counts) {
    count("rows", counts.rows);
    count("answered", counts.answered);
    count("refused", counts.refused);
    open("refused_by_code");
    for (const auto& [code, rows] : counts.refused_by_code) {
      begin();
      text("code", code);
      count("rows", rows);
      end();
    }
    close();
  }

  // The sum, its weakest basis, and what it is made of; `has_parts`: each group names its part and payer.
  void tally(const Tally& tally, bool has_parts) {
    const auto groups = tally.groups();
    Basis basis = Basis::cited;
    PolicyStatus status = PolicyStatus::in_force;
    for (const Group& group : groups) {
      basis = std::max(basis, group.basis);
      status = std::max(status, group.status);
    }
    money("sum", tally.total());
    text("basis", code(basis));
    if (status == PolicyStatus::draft) text("policy_status", code(status));
    open("rules");
    for (const Group& each : groups) group(each, has_parts);
    close();
  }

  template <class Texts>
  void list(std::string_view key, const Texts& texts) {
    open(key);
    for (const auto& text : texts) json_.string(text);
    close();
  }

 private:
  void group(const Group& group, bool has_parts) {
    begin();
    text("rule", group.rule);
    if (has_parts) {
      text("part", code(group.part));
      text("payer", code(group.payer));
    }
    if (group.standard_year) count("standard_year", static_cast<std::uint64_t>(*group.standard_year));
    list("with", group.with);
    list("clauses", group.clauses);
    text("basis", code(group.basis));
    if (group.status == PolicyStatus::draft) text("policy_status", code(group.status));
    count("persons", group.persons);
    money("sum", group.sum);
    end();
  }

  json::Writer json_;
};

void write_payers(SummaryWriter& json, const DuesJob& job) {
  json.open("payers");
  for (std::size_t i = 0; i < count_of<Payer>; ++i) {
    const PayerCount& payer = job.payers()[i];
    if (payer.persons == 0) continue;
    json.begin();
    json.text("payer", code(static_cast<Payer>(i)));
    json.count("persons", payer.persons);
    json.money("sum", payer.sum);
    json.end();
  }
  json.close();
}

void write_fiscal(SummaryWriter& json, const DuesJob& job) {
  const auto part = job.fiscal_part();
  if (!part) return;
  json.begin("fiscal");
  json.count("standard_year", static_cast<std::uint64_t>(job.year()));
  json.money("a_head", part->a_head);
  json.count("heads", part->heads);
  json.money("sum", part->sum);
  json.list("clauses", part->rule->clauses);
  json.text("basis", code(part->rule->basis));
  json.end();
}

void write_needy(SummaryWriter& json, const DuesJob& job) {
  json.open("must_be_insured");
  for (std::size_t i = 0; i < count_of<Identity>; ++i) {
    const NeedyCount& needy = job.needy()[i];
    if (needy.persons == 0) continue;
    json.begin();
    json.text("category", code(static_cast<Identity>(i)));
    json.count("persons", needy.persons);
    json.count("unpaid", needy.unpaid);
    json.end();
  }
  json.close();
}

}  // namespace

std::string summary_json(const CreditJob& job, const Counts& counts) {
  std::string out;
  SummaryWriter json(out);
  json.begin();
  json.text("format", "yidan.credit-summary/1");
  json.text("pool", to_text(job.tally().pool().region));
  json.text("month", to_text(job.month()));
  json.counts(counts);
  json.warnings(job.persons());
  json.tally(job.tally(), false);
  json.end();
  return out + "\n";
}

std::string summary_json(const DuesJob& job, const Counts& counts) {
  std::string out;
  SummaryWriter json(out);
  json.begin();
  json.text("format", "yidan.dues-summary/1");
  json.text("pool", to_text(job.tally().pool().region));
  json.count("insured_year", static_cast<std::uint64_t>(job.year()));
  json.text("on", to_text(job.on()));
  json.counts(counts);
  json.warnings(job.persons());
  json.tally(job.tally(), true);
  write_payers(json, job);
  write_fiscal(json, job);
  json.count("unpaid", job.unpaid().persons);
  json.money("unpaid_sum", job.unpaid().sum);
  write_needy(json, job);
  json.end();
  return out + "\n";
}

}  // namespace yidan::batch
