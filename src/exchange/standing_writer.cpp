#include "exchange/standing_writer.h"

#include "exchange/grounds.h"
#include "exchange/outcome.h"
#include "standing/narrate.h"

namespace yidan::exchange {
namespace {

using standing::AccountEntry;
using standing::Reasoning;
using standing::Standing;

class Page {
 public:
  Page(std::string& out, const policy::Pool& pool, const StandingOptions& options, KnownGrounds& known)
      : out_(out), json_(out, options.style), pool_(pool), options_(options), known_(known) {}

  void write(const Record& record, const Standing& standing) {
    json_.begin_object();
    plain("format", "yidan.standing/1");
    json_.text("person", record.person);
    date("as_of", standing.as_of);
    plain("pool", to_text(pool_.region));
    write_grounds(grounds_of(standing, pool_));
    list("cover", standing.cover, [this](const auto& span) { write_cover(span); });
    list("gaps", standing.gaps, [this](const auto& gap) { write_gap(gap); });
    list("dues", standing.dues, [this](const auto& due) { write_due(due); });
    list("subsidies", standing.subsidies, [this](const auto& subsidy) { write_subsidy(subsidy); });
    write_account(standing.account);
    write_years(standing.years);
    list("identities", standing.identities, [this](const auto& held) { write_identity(held); });
    list("warnings", standing.warnings, [this](const auto& warning) { write_warning(warning); });
    json_.end_object();
  }

 private:
  // Text of ours, in which nothing needs an escape.
  void plain(std::string_view key, std::string_view value) {
    json_.key(key);
    json_.value();
    out_ += '"';
    out_ += value;
    out_ += '"';
  }
  void date(std::string_view key, Date value) { plain(key, to_text(value)); }
  void number(std::string_view key, int value) {
    json_.key(key);
    json_.number(value);
  }
  void money(std::string_view key, Money value) { json_.fixed(key, value.in_fen(), 2); }
  void period(const Period& value) {
    date("from", value.from);
    if (value.to != Date::never()) date("to", value.to);
  }
  template <class Items, class WriteItem>
  void list(std::string_view key, const Items& items, WriteItem write_item) {
    json_.key(key);
    json_.begin_array();
    for (const auto& item : items) {
      json_.begin_object();
      write_item(item);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_grounds(const Grounds& grounds) {
    plain("basis", code(grounds.basis));
    if (grounds.status == PolicyStatus::draft) plain("policy_status", code(grounds.status));
  }

  void write_clauses(const Reasoning& why) {
    json_.key("clauses");
    json_.begin_array();
    for (const std::string_view clause : clauses_of(why, pool_)) json_.string(clause);
    json_.end_array();
  }

  void write_why(const Reasoning& why) {
    if (options_.style == json::Writer::Style::compact) {
      json_.key("clauses");
      json_.value();
      out_ += known_.of(why, pool_);
    } else {
      write_clauses(why);
      write_grounds(grounds_of(why, pool_));
    }
    if (options_.sentences && why.saying != standing::Saying::none) json_.text("text", narrate(why, options_.language));
  }

  void write_cover(const standing::CoverSpan& span) {
    plain("scheme", code(span.scheme));
    plain("status", code(span.status));
    period(span.period);
    write_why(span.why);
  }

  void write_gap(const standing::Gap& gap) {
    period(gap.period);
    plain("reason", code(gap.reason));
    write_why(gap.why);
  }

  void write_due(const standing::Due& due) {
    plain("for", due.insured_year ? std::to_string(*due.insured_year) : to_text(due.month));
    plain("part", code(due.part));
    plain("payer", code(due.payer));
    money("amount", due.amount);
    if (due.paid_on) date("paid_on", *due.paid_on);
    if (due.presumed) {
      json_.key("presumed");
      json_.boolean(true);
    }
    write_why(due.why);
  }

  void write_subsidy(const standing::Subsidy& subsidy) {
    plain("for", std::to_string(subsidy.insured_year));
    plain("category", code(subsidy.category));
    plain("payer", code(subsidy.payer));
    money("amount", subsidy.amount);
    write_why(subsidy.why);
  }

  void write_account(const standing::Account& account) {
    json_.key("account");
    json_.begin_object();
    if (!account.opening.is_zero()) money("opening", account.opening);
    money("balance", account.balance);
    list("entries", account.entries, [this](const auto& entry) { write_entry(entry); });
    json_.end_object();
  }

  void write_entry(const AccountEntry& entry) {
    if (entry.kind == AccountEntry::Kind::credit) {
      plain("month", to_text(entry.month));
      money("credit", entry.amount);
    } else {
      date("on", entry.on);
      plain("use", code(entry.use));
      plain("for", code(entry.beneficiary));
      money(entry.kind == AccountEntry::Kind::debit ? "debit" : "refused", entry.amount);
      if (entry.kind == AccountEntry::Kind::refused) write_refusal(entry.refusal);
    }
    write_why(entry.why);
  }

  void write_refusal(AccountRefusal refusal) {
    const Word& named = word(refusal);
    json_.key("reason");
    json_.begin_object();
    plain("code", named.code);
    if (options_.sentences) json_.text("text", options_.language == Language::zh ? named.zh : named.en);
    json_.end_object();
  }

  void write_years(const standing::Years& years) {
    json_.key("years");
    json_.begin_object();
    number("actual_months", years.actual_months);
    number("deemed_months", years.deemed_months);
    if (years.topped_up_months != 0) number("topped_up_months", years.topped_up_months);
    if (years.required_months) number("required_months", *years.required_months);
    if (years.missing_months) number("missing_months", *years.missing_months);
    if (years.entitled_from) date("entitled_from", *years.entitled_from);
    write_why(years.why);
    json_.end_object();
  }

  void write_identity(const standing::CountingIdentity& held) {
    plain("category", code(held.category));
    period(held.period);
    write_why(held.why);
  }

  void write_warning(const standing::Warning& warning) {
    plain("code", code(warning.kind));
    if (options_.sentences) json_.text("text", narrate(warning, options_.language));
    if (warning.event) plain("where", "events[" + std::to_string(*warning.event) + "]");
    if (!clauses_of(warning.why, pool_).empty()) write_clauses(warning.why);
  }

  std::string& out_;
  json::Writer json_;
  const policy::Pool& pool_;
  const StandingOptions& options_;
  KnownGrounds& known_;
};

}  // namespace

void StandingWriter::write(std::string& out, const policy::Pool& pool, const Record& record, const Standing& standing) {
  Page(out, pool, options_, known_).write(record, standing);
}

void write_rejected_record(std::string& out, const Error& error, const StandingOptions& options) {
  json::Writer json(out, options.style);
  json.begin_object();
  json.text("format", "yidan.standing/1");
  json.text("status", code(BillStatus::rejected));
  write_error(json, error, options.language);
  json.end_object();
}

}  // namespace yidan::exchange
