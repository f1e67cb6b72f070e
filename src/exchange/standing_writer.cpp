#include "exchange/standing_writer.h"

#include "contract/standing.h"
#include "exchange/grounds.h"
#include "exchange/number_warnings.h"
#include "exchange/outcome.h"
#include "standing/narrate.h"

namespace yidan::exchange {
namespace {

using standing::AccountEntry;
using standing::Reasoning;
using standing::Standing;

template <json::KeyText kName>
constexpr json::Key standing_key = contract::kKey<contract::kStandingFields, kName>;
template <json::KeyText kName>
constexpr json::Key cover_key = contract::kKey<contract::kCoverSpanFields, kName>;
template <json::KeyText kName>
constexpr json::Key gap_key = contract::kKey<contract::kGapFields, kName>;
template <json::KeyText kName>
constexpr json::Key due_key = contract::kKey<contract::kDueFields, kName>;
template <json::KeyText kName>
constexpr json::Key subsidy_key = contract::kKey<contract::kSubsidyFields, kName>;
template <json::KeyText kName>
constexpr json::Key account_key = contract::kKey<contract::kAccountStateFields, kName>;
template <json::KeyText kName>
constexpr json::Key entry_key = contract::kKey<contract::kAccountEntryFields, kName>;
template <json::KeyText kName>
constexpr json::Key refusal_key = contract::kKey<contract::kRefusalFields, kName>;
template <json::KeyText kName>
constexpr json::Key years_key = contract::kKey<contract::kYearsFields, kName>;
template <json::KeyText kName>
constexpr json::Key identity_key = contract::kKey<contract::kCountedIdentityFields, kName>;
template <json::KeyText kName>
constexpr json::Key standing_warning_key = contract::kKey<contract::kWarningFields, kName>;

class StandingObject {
 public:
  StandingObject(std::string& out, const policy::Pool& pool, const StandingOptions& options, KnownGrounds& known)
      : out_(out), json_(out, options.style), pool_(pool), options_(options), known_(known) {}

  void write(const Record& record, const Standing& standing) {
    json_.begin_object();
    plain(standing_key<"format">, "yidan.standing/1");
    json_.text(standing_key<"person">, record.person);
    date(standing_key<"as_of">, standing.as_of);
    if (standing.died) date(standing_key<"died">, *standing.died);
    plain(standing_key<"pool">, to_text(pool_.region));
    write_grounds(grounds_of(standing, pool_));
    list(standing_key<"cover">, standing.cover, [this](const auto& span) { write_cover(span); });
    list(standing_key<"gaps">, standing.gaps, [this](const auto& gap) { write_gap(gap); });
    list(standing_key<"dues">, standing.dues, [this](const auto& due) { write_due(due); });
    list(standing_key<"subsidies">, standing.subsidies, [this](const auto& subsidy) { write_subsidy(subsidy); });
    write_account(standing.account);
    write_years(standing.years);
    list(standing_key<"identities">, standing.identities, [this](const auto& held) { write_identity(held); });
    write_warnings(record, standing);
    json_.end_object();
  }

 private:
  // Text of ours, in which nothing needs an escape.
  void plain(json::Key key, std::string_view value) { json_.plain(key, value); }
  void date(json::Key key, Date value) { json_.plain(key, to_text(value)); }
  void number(json::Key key, int value) {
    json_.key(key);
    json_.number(value);
  }
  void money(json::Key key, Money value) { json_.fixed(key, value.in_fen(), 2); }
  void period(const Period& value) {
    date(gap_key<"from">, value.from);
    if (value.to != Date::never()) date(gap_key<"to">, value.to);
  }
  template <class Items, class WriteItem>
  void list(json::Key key, const Items& items, WriteItem write_item) {
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
    plain(gap_key<"basis">, code(grounds.basis));
    if (grounds.status == PolicyStatus::draft) plain(gap_key<"policy_status">, code(grounds.status));
  }

  void write_clauses(const Reasoning& why) {
    json_.key(gap_key<"clauses">);
    json_.begin_array();
    for (const std::string_view clause : clauses_of(why, pool_)) json_.string(clause);
    json_.end_array();
  }

  void write_why(const Reasoning& why) {
    if (options_.style == json::Writer::Style::compact) {
      json_.key(gap_key<"clauses">);
      json_.value();
      out_ += known_.of(why, pool_);
    } else {
      write_clauses(why);
      write_grounds(grounds_of(why, pool_));
    }
    if (options_.sentences && why.saying != standing::Saying::none)
      json_.text(gap_key<"text">, narrate(why, options_.language));
  }

  void write_cover(const standing::CoverSpan& span) {
    plain(cover_key<"scheme">, code(span.scheme));
    plain(cover_key<"status">, code(span.status));
    period(span.period);
    write_why(span.why);
  }

  void write_gap(const standing::Gap& gap) {
    period(gap.period);
    plain(gap_key<"reason">, code(gap.reason));
    write_why(gap.why);
  }

  void write_due(const standing::Due& due) {
    plain(due_key<"for">, due.insured_year ? std::to_string(*due.insured_year) : to_text(due.month));
    if (const auto year = standing::standard_year_of(due.why, pool_)) number(due_key<"standard_year">, *year);
    plain(due_key<"part">, code(due.part));
    plain(due_key<"payer">, code(due.payer));
    money(due_key<"amount">, due.amount);
    if (due.paid_on) date(due_key<"paid_on">, *due.paid_on);
    if (due.presumed) {
      json_.key(due_key<"presumed">);
      json_.boolean(true);
    }
    write_why(due.why);
  }

  void write_subsidy(const standing::Subsidy& subsidy) {
    plain(subsidy_key<"for">, std::to_string(subsidy.insured_year));
    if (const auto year = standing::standard_year_of(subsidy.why, pool_)) number(subsidy_key<"standard_year">, *year);
    plain(subsidy_key<"category">, code(subsidy.category));
    plain(subsidy_key<"payer">, code(subsidy.payer));
    money(subsidy_key<"amount">, subsidy.amount);
    write_why(subsidy.why);
  }

  void write_account(const standing::Account& account) {
    json_.key(standing_key<"account">);
    json_.begin_object();
    if (!account.opening.is_zero()) money(account_key<"opening">, account.opening);
    money(account_key<"balance">, account.balance);
    list(account_key<"entries">, account.entries, [this](const auto& entry) { write_entry(entry); });
    json_.end_object();
  }

  void write_entry(const AccountEntry& entry) {
    if (entry.kind == AccountEntry::Kind::credit) {
      plain(entry_key<"month">, to_text(entry.month));
      money(entry_key<"credit">, entry.amount);
    } else {
      date(entry_key<"on">, entry.on);
      plain(entry_key<"use">, code(entry.use));
      plain(entry_key<"for">, code(entry.beneficiary));
      money(entry.kind == AccountEntry::Kind::debit ? entry_key<"debit"> : entry_key<"refused">, entry.amount);
      if (entry.kind == AccountEntry::Kind::refused) write_refusal(entry.refusal);
    }
    write_why(entry.why);
  }

  void write_refusal(AccountRefusal refusal) {
    const Word& named = word(refusal);
    json_.key(entry_key<"reason">);
    json_.begin_object();
    plain(refusal_key<"code">, named.code);
    if (options_.sentences) json_.text(refusal_key<"text">, options_.language == Language::zh ? named.zh : named.en);
    json_.end_object();
  }

  void write_years(const standing::Years& years) {
    json_.key(standing_key<"years">);
    json_.begin_object();
    number(years_key<"actual_months">, years.actual_months);
    number(years_key<"deemed_months">, years.deemed_months);
    if (years.topped_up_months != 0) number(years_key<"topped_up_months">, years.topped_up_months);
    if (years.required_months) number(years_key<"required_months">, *years.required_months);
    if (years.missing_months) number(years_key<"missing_months">, *years.missing_months);
    if (years.entitled_from) date(years_key<"entitled_from">, *years.entitled_from);
    write_why(years.why);
    json_.end_object();
  }

  void write_identity(const standing::CountingIdentity& held) {
    plain(identity_key<"category">, code(held.category));
    period(held.period);
    write_why(held.why);
  }

  void write_warnings(const Record& record, const Standing& standing) {
    json_.key(standing_key<"warnings">);
    json_.begin_array();
    for (const NumberDoubt doubt : number_doubts(record)) {
      json_.begin_object();
      plain(standing_warning_key<"code">, code(doubt));
      if (options_.sentences) json_.text(standing_warning_key<"text">, sentence_of(doubt, options_.language));
      plain(standing_warning_key<"where">, "person.id");
      json_.end_object();
    }
    for (const standing::Warning& warning : standing.warnings) {
      json_.begin_object();
      write_warning(warning);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_warning(const standing::Warning& warning) {
    plain(standing_warning_key<"code">, code(warning.kind));
    if (options_.sentences) json_.text(standing_warning_key<"text">, narrate(warning, options_.language));
    if (warning.event) plain(standing_warning_key<"where">, "events[" + std::to_string(*warning.event) + "]");
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
  StandingObject(out, pool, options_, known_).write(record, standing);
}

void write_rejected_record(std::string& out, const Error& error, const StandingOptions& options) {
  json::Writer json(out, options.style);
  json.begin_object();
  json.plain(standing_key<"format">, "yidan.standing/1");
  json.plain(standing_key<"status">, code(BillStatus::rejected));
  write_error(json, error, options.language);
  json.end_object();
}

}  // namespace yidan::exchange
