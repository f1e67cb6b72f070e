#include "books/stored_bill.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "books/first_claims.h"
#include "books/past_text.h"
#include "exchange/encounter_name.h"
#include "terms/books.h"

namespace yidan::books {
namespace {

constexpr std::string_view kBill = "bill/";
constexpr std::string_view kSteps = "steps/";
constexpr std::size_t kLongestProvider = 200;  // bytes by which a row is found; no index takes whatever was sent

std::string name_of(std::string_view kind, std::int64_t entry) { return std::string(kind) + std::to_string(entry); }

std::string data_of(const BillVersion& bill) {
  std::string text;
  constexpr std::size_t usual = 192;
  text.reserve(usual);
  json::Writer json(text, json::Writer::Style::compact);
  const auto number = [&json](std::string_view name, std::int64_t value) {
    json.key(name);
    json.number(value);
  };
  json.begin_object();
  number("account", bill.account);
  number("cash", bill.cash);
  if (!bill.credential.empty()) json.text("credential", bill.credential);
  if (!bill.row.empty()) json.text("encounter", bill.encounter);
  number("entry", bill.entry);
  if (!bill.failed.empty()) json.text("failed", bill.failed);
  number("fund_total", bill.fund_total);
  const auto flag = [&json](std::string_view name, bool said) {
    if (!said) return;
    json.key(name);
    json.boolean(true);
  };
  flag("mobile_payment", bill.mobile_payment);
  number("policy_scope", bill.policy_scope);
  json.text("policy_status", bill.policy_status);
  flag("telemedicine", bill.telemedicine);
  number("total", bill.total);
  number("version", bill.version);
  json.end_object();
  return text;
}

void write_bill(const BillVersion& bill, store::Part& change) {
  change.documents.push_back({name_of(kBill, bill.entry), bill.text});
  change.documents.push_back({name_of(kSteps, bill.entry), bill.steps});
  change.rows.push_back(row_of(bill));
}

const std::string* find_text(std::span<const store::Document> documents, const std::string& name) {
  const auto found = std::ranges::find(documents, name, &store::Document::name);
  return found == documents.end() ? nullptr : &found->text;
}

}  // namespace

std::optional<BillVersion> read_row(const store::Row& row) {
  json::Document document;
  const auto data = document.parse(row.data);
  if (!data) return std::nullopt;
  BillVersion bill{
      .encounter = row.id, .provider = row.provider, .care = row.care, .rule_date = row.day, .status = row.state};
  const std::pair<std::string_view, std::int64_t*> numbers[] = {{"account", &bill.account},
                                                                {"cash", &bill.cash},
                                                                {"entry", &bill.entry},
                                                                {"fund_total", &bill.fund_total},
                                                                {"policy_scope", &bill.policy_scope},
                                                                {"total", &bill.total},
                                                                {"version", &bill.version}};
  for (const auto& [name, number] : numbers) {
    const json::Value* value = json::find(**data, name);
    if (value == nullptr || value->kind != json::Kind::number) return std::nullopt;
    const char* start = value->text.data();
    const char* end = start + value->text.size();
    if (std::from_chars(start, end, *number).ptr != end) return std::nullopt;
  }
  const json::Value* status = json::find(**data, "policy_status");
  if (status == nullptr) return std::nullopt;
  bill.policy_status = status->text;
  if (const json::Value* encounter = json::find(**data, "encounter"); encounter != nullptr) {
    bill.row = std::exchange(bill.encounter, std::string(encounter->text));
  }
  bill.credential = json::text_in(**data, "credential");
  bill.failed = json::text_in(**data, "failed");
  bill.mobile_payment = json::find(**data, "mobile_payment") != nullptr;
  bill.telemedicine = json::find(**data, "telemedicine") != nullptr;
  return bill;
}

namespace {

// Where and when the care of an encounter was given, as its event tells it.
struct CareTold {
  EncounterName name;
  std::string care;
  std::string stay;
  std::string admitted;
  std::string date;
};

CareTold told_by(std::string_view content) {
  json::Document document;
  const auto value = document.parse(content);
  if (!value) return {};
  const auto text = [&value](std::string_view key) { return std::string(json::text_in(**value, key)); };
  return {exchange::name_of(**value), text("care"), text("stay"), text("admitted"), text("date")};
}

std::string list_text(const std::vector<std::string>& texts) {
  std::string list;
  json::Writer json(list, json::Writer::Style::compact);
  json.begin_array();
  for (const std::string& text : texts) json.string(text);
  json.end_array();
  return R"("stays":)" + list;
}

// The stays of a course that were settled in parts, with their institutions and days.
std::vector<benefit::StayNumber> numbers_of(const json::Value& encounters,
                                            const std::map<std::string, CareTold>& told) {
  std::vector<benefit::StayNumber> numbers;
  for (const json::Value& encounter : encounters.items()) {
    const auto found = told.find(std::string(encounter.text));
    if (found == told.end() || found->second.stay.empty()) continue;
    const CareTold& bill = found->second;
    const auto to = parse_date(bill.date);
    const auto from = parse_date(bill.admitted);
    if (to && from) benefit::note_stay(numbers, {bill.name.provider, bill.stay, {*from, *to}});
  }
  return numbers;
}

// The first form kept of a stay that was settled in parts its number alone. What is no such past stays as it is:
// whoever reads it next says so.
std::string past_of_today(const std::string& past, const std::map<std::string, CareTold>& told) {
  json::Document document;
  const auto value = document.parse(past);
  const json::Value* courses = value ? json::find(**value, "courses") : nullptr;
  if (courses == nullptr) return past;
  std::string text = past;
  std::size_t at = 0;
  for (const json::Value& course : courses->items()) {
    const json::Value* encounters = json::find(course, "encounters");
    const json::Value* stays = json::find(course, "stays");
    if (encounters == nullptr || stays == nullptr) return past;
    std::vector<std::string> before;
    for (const json::Value& stay : stays->items()) before.emplace_back(stay.text);
    const std::string old = list_text(before);
    at = text.find(old, at);
    if (at == std::string::npos) return past;
    const std::string now = stays_text(numbers_of(*encounters, told));
    text.replace(at, old.size(), now);
    at += now.size();
  }
  return text;
}

// The first form kept no claims.
std::string with_claims(std::string past, const std::vector<benefit::Claim>& claims) {
  const std::size_t years = past.rfind(R"("years":)");
  if (!claims.empty() && years != std::string::npos) past.insert(years, claims_text(claims) + ",");
  return past;
}

Error damaged_backup() {
  return {ErrorCode::damaged,
          {"备份中的账册不完整：请用另一份备份", "a file of the backup is not whole: use another backup"},
          {}};
}

BillVersion today(const store::first_form::Bill& old, const CareTold& place) {
  return {.entry = old.entry,
          .version = old.version,
          .encounter = old.encounter,
          .provider = place.name.provider,
          .care = place.care,
          .rule_date = old.rule_date,
          .status = old.status,
          .policy_status = old.policy_status,
          .total = old.total,
          .policy_scope = old.policy_scope,
          .fund_total = old.fund_total,
          .account = old.account,
          .cash = old.cash,
          .text = old.text,
          .steps = old.steps};
}

// A file of the first form on its way, event by event.
class Upgrading {
 public:
  explicit Upgrading(const store::first_form::File& file) : file_(file) {}

  Result<std::vector<store::Part>> run() {
    std::vector<store::Part> parts;
    for (const store::Event& event : file_.events) hear(event);
    std::map<std::string, CareTold> by_encounter;
    for (const auto& [entry, told] : told_) by_encounter[told.name.id] = told;
    const std::string past = with_claims(past_of_today(file_.state.past, by_encounter), claims_of(file_));
    told_.clear();
    const auto events = static_cast<std::int64_t>(file_.events.size());
    const auto is_of_one = [events](const auto& bill) { return bill.version >= 1 && bill.version <= events; };
    if (file_.state.seq != events || !std::ranges::all_of(file_.bills, is_of_one))
      return std::unexpected(damaged_backup());
    for (std::int64_t seq = 1; seq <= events; ++seq) {
      const auto at = static_cast<std::size_t>(seq - 1);
      if (file_.events[at].seq != seq) return std::unexpected(damaged_backup());
      store::Part part{.subject = file_.subject,
                       .expected = seq - 1,
                       .event = file_.events[at],
                       .past = past,
                       .entries = file_.postings[at]};
      if (seq == 1) part.facts = file_.state.facts;
      hear(part.event);
      add_bills(seq, part);
      parts.push_back(std::move(part));
    }
    return parts;
  }

 private:
  // What an event says of where care was given.
  void hear(const store::Event& event) {
    if (event.kind == code(EventKind::settle)) told_[event.seq] = told_by(event.content);
    if (event.kind != code(EventKind::correct)) return;
    const CareTold now = told_by(event.content);
    for (auto& [entry, each] : told_) {
      if (each.name.id == now.name.id) each = now;
    }
  }

  void add_bills(std::int64_t version, store::Part& part) {
    for (const store::first_form::Bill& old : file_.bills) {
      if (old.version != version) continue;
      write_bill(today(old, told_[old.entry]), part);
      last_[old.entry] = {&old, told_[old.entry]};
    }
    // A bill that a correction left as it was, but of another provider.
    for (auto& [entry, last] : last_) {
      const CareTold& now = told_[entry];
      if (last.place.name.provider == now.name.provider && last.place.care == now.care) continue;
      last.place = now;
      part.rows.push_back(row_of(today(*last.bill, now)));
    }
  }

  struct Last {
    const store::first_form::Bill* bill = nullptr;
    CareTold place;
  };

  const store::first_form::File& file_;
  std::map<std::int64_t, CareTold> told_;  // by the entry
  std::map<std::int64_t, Last> last_;
};

}  // namespace

store::Row row_of(const BillVersion& bill) {
  return {.table = std::string(kBillTable),
          .id = bill.row.empty() ? bill.encounter : bill.row,
          .provider = clipped(bill.provider, kLongestProvider),
          .day = bill.rule_date,
          .care = bill.care,
          .state = bill.status,
          .due = {},
          .data = data_of(bill)};
}

void write_bills(std::span<const BillVersion> bills, store::Part& change) {
  for (const BillVersion& bill : bills) write_bill(bill, change);
}

const std::string* bill_text(std::span<const store::Document> documents, std::int64_t entry) {
  return find_text(documents, name_of(kBill, entry));
}

std::optional<std::vector<BillVersion>> stored_bills(std::span<const store::Row> rows,
                                                     std::span<const store::Recorded> history) {
  std::vector<BillVersion> bills;
  for (const store::Row& row : rows) {
    if (row.table != kBillTable) continue;
    auto bill = read_row(row);
    if (!bill || bill->version < 1 || bill->version > static_cast<std::int64_t>(history.size())) return std::nullopt;
    const auto& documents = history[static_cast<std::size_t>(bill->version - 1)].documents;
    const std::string* text = find_text(documents, name_of(kBill, bill->entry));
    const std::string* steps = find_text(documents, name_of(kSteps, bill->entry));
    if (text == nullptr || steps == nullptr) return std::nullopt;
    bill->text = *text;
    bill->steps = *steps;
    bills.push_back(std::move(*bill));
  }
  std::ranges::sort(bills, {}, &BillVersion::entry);
  return bills;
}

std::string rule_date_in(std::span<const store::Document> documents) {
  const auto first =
      std::ranges::find_if(documents, [](const store::Document& document) { return document.name.starts_with(kBill); });
  if (first == documents.end()) return {};
  constexpr std::string_view key = R"("rule_date":")";
  const std::string_view bill = first->text;
  const std::size_t at = bill.find(key);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = bill.substr(at + key.size());
  return std::string(rest.substr(0, rest.find('"')));
}

Result<std::vector<store::Part>> upgraded(const store::first_form::File& file) { return Upgrading(file).run(); }

}  // namespace yidan::books
