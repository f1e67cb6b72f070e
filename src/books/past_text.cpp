#include "books/past_text.h"

#include <charconv>
#include <exception>
#include <utility>

#include "base/json_canonical.h"
#include "base/json_writer.h"

namespace yidan::books {
namespace {

using benefit::Course;
using benefit::Past;
using benefit::YearState;

void write_days(json::Writer& json, const Period& days) {
  json.number(days.from.days());
  json.number(days.to.days());
}

std::string numbers_text(const std::vector<benefit::StayNumber>& stays) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_array();
  for (const benefit::StayNumber& stay : stays) {
    json.begin_array();
    json.string(stay.provider);
    json.string(stay.number);
    write_days(json, stay.days);
    json.end_array();
  }
  json.end_array();
  return text;
}

void write_claims(json::Writer& json, const std::vector<benefit::Claim>& claims) {
  const auto write = [&](std::string_view key, bool of_nights) {
    json.key(key);
    json.begin_array();
    for (const benefit::Claim& claim : claims) {
      if ((claim.days.from != claim.days.to) != of_nights) continue;
      json.number(claim.days.from.days());
      if (of_nights) json.number(claim.days.to.days());
      json.number(static_cast<long long>(claim.likeness));
    }
    json.end_array();
  };
  json.begin_object();
  write("stays", true);
  write("visits", false);
  json.end_object();
}

class PastWriter {
 public:
  PastWriter(std::string& out, const policy::Pool& pool) : json_(out, json::Writer::Style::compact), pool_(pool) {}

  void write(const Past& past, bool with_claims = true) {
    json_.begin_object();
    amount("account", past.account_balance);
    if (!past.accounts.empty()) write_accounts(past.accounts);
    if (!past.courses.empty()) write_courses(past.courses);
    if (!past.stays.empty()) write_stays(past.stays);
    if (with_claims && !past.claims.empty()) {
      json_.key("claims");
      write_claims(json_, past.claims);
    }
    write_years(past.years);
    json_.end_object();
  }

 private:
  void amount(std::string_view key, Money money) {
    json_.key(key);
    json_.number(money.in_fen());
  }
  void texts(std::string_view key, const std::vector<std::string>& list) {
    json_.key(key);
    json_.begin_array();
    for (const std::string& text : list) json_.string(text);
    json_.end_array();
  }

  void write_accounts(const std::vector<FamilyAccount>& accounts) {
    json_.key("accounts");
    json_.begin_array();
    for (const FamilyAccount& account : accounts) {
      json_.begin_array();
      json_.string(code(account.owner));
      json_.number(account.balance.in_fen());
      json_.end_array();
    }
    json_.end_array();
  }

  void write_courses(const std::vector<Course>& courses) {
    json_.key("courses");
    json_.begin_array();
    for (const Course& course : courses) {
      json_.begin_object();
      amount("absorbed", course.absorbed);
      texts("encounters", course.encounters);
      if (course.limit) amount("limit", *course.limit);
      json_.key("order");
      json_.number(static_cast<long long>(course.order));
      json_.key("stays");
      json_.raw(numbers_text(course.stays));
      json_.end_object();
    }
    json_.end_array();
  }

  void write_stays(const std::vector<Period>& stays) {
    json_.key("stays");
    json_.begin_array();
    for (const Period& stay : stays) {
      json_.begin_array();
      write_days(json_, stay);
      json_.end_array();
    }
    json_.end_array();
  }

  void write_years(const std::vector<YearState>& years) {
    json_.key("years");
    json_.begin_array();
    for (const YearState& year : years) {
      json_.begin_object();
      json_.key("admissions");
      json_.number(static_cast<long long>(year.admissions));
      json_.key("counters");
      json_.begin_object();
      for (std::size_t i = 0; i < year.counters.size(); ++i) {
        if (!year.counters[i].is_zero()) amount(pool_.counter_names[i], year.counters[i]);
      }
      json_.end_object();
      json_.key("year");
      json_.number(year.year);
      json_.end_object();
    }
    json_.end_array();
  }

  json::Writer json_;
  const policy::Pool& pool_;
};

struct Unreadable : std::exception {
  explicit Unreadable(Error reason = damaged_state()) : error(std::move(reason)) {}
  Error error;
};

Error counter_gone(std::string_view counter) {
  const std::string name(counter);
  return {ErrorCode::invalid_value,
          {"该人员以前的结算用过累计项“" + name + "”，所用政策包已无此项：政策包应保留以前各期的规则",
           "earlier bills of this person used the counter '" + name +
               "', which the packs in use no longer have: packs keep the rules of earlier periods"},
          {}};
}

const json::Value& member(const json::Value& object, std::string_view key) {
  const json::Value* found = json::find(object, key);
  if (found == nullptr) throw Unreadable();
  return *found;
}

std::span<const json::Value> list(const json::Value& object, std::string_view key) {
  const json::Value* found = json::find(object, key);
  return found == nullptr ? std::span<const json::Value>{} : found->items();
}

std::int64_t number(const json::Value& value) {
  std::int64_t result = 0;
  const char* start = value.text.data();
  const char* end = start + value.text.size();
  if (value.kind != json::Kind::number) throw Unreadable();
  const auto [read_to, fault] = std::from_chars(start, end, result);
  if (read_to != end || fault != std::errc{}) throw Unreadable();
  return result;
}

std::vector<std::string> texts(const json::Value& object, std::string_view key) {
  std::vector<std::string> result;
  for (const json::Value& item : list(object, key)) result.emplace_back(item.text);
  return result;
}

YearState read_year(const json::Value& value, const policy::Pool& pool) {
  YearState year{.year = static_cast<int>(number(member(value, "year"))),
                 .counters = std::vector<Money>(pool.counter_names.size()),
                 .admissions = static_cast<std::size_t>(number(member(value, "admissions")))};
  for (const json::Member& counter : member(value, "counters").members()) {
    const policy::CounterId id = pool.counter(counter.key);
    if (id == policy::kNoCounter) throw Unreadable(counter_gone(counter.key));
    year.counters[static_cast<std::size_t>(id)] = Money::fen(number(counter.value));
  }
  return year;
}

Date day(const json::Value& value) { return Date::from_days(static_cast<std::int32_t>(number(value))); }

benefit::StayNumber read_number(const json::Value& value) {
  if (value.size != 4) throw Unreadable();
  const auto parts = value.items();
  return {std::string(parts[0].text), std::string(parts[1].text), {day(parts[2]), day(parts[3])}};
}

void read_claims(const json::Value& value, std::vector<benefit::Claim>& claims) {
  const auto read = [&](std::string_view key, std::size_t parts) {
    const auto numbers = list(value, key);
    if (numbers.size() % parts != 0) throw Unreadable();
    for (auto rest = numbers; !rest.empty(); rest = rest.subspan(parts)) {
      claims.push_back({.days = {day(rest[0]), day(rest[parts - 2])},
                        .likeness = static_cast<std::uint64_t>(number(rest[parts - 1]))});
    }
  };
  read("stays", 3);
  read("visits", 2);
}

Course read_course(const json::Value& value) {
  Course course{.encounters = texts(value, "encounters"),
                .absorbed = Money::fen(number(member(value, "absorbed"))),
                .order = static_cast<std::size_t>(number(member(value, "order")))};
  if (const json::Value* limit = json::find(value, "limit")) course.limit = Money::fen(number(*limit));
  for (const json::Value& stay : list(value, "stays")) course.stays.push_back(read_number(stay));
  return course;
}

Past read(const json::Value& value, const policy::Pool& pool) {
  Past past;
  past.account_balance = Money::fen(number(member(value, "account")));
  for (const json::Value& item : list(value, "accounts")) {
    const auto owner = item.size == 2 ? parse_word<AccountOwner>(item.items()[0].text) : std::nullopt;
    if (!owner) throw Unreadable();
    past.accounts.push_back({*owner, Money::fen(number(item.items()[1]))});
  }
  if (const json::Value* claims = json::find(value, "claims")) read_claims(*claims, past.claims);
  for (const json::Value& item : list(value, "courses")) past.courses.push_back(read_course(item));
  for (const json::Value& item : list(value, "stays")) {
    if (item.size != 2) throw Unreadable();
    past.stays.push_back({day(item.items()[0]), day(item.items()[1])});
  }
  for (const json::Value& item : list(value, "years")) past.years.push_back(read_year(item, pool));
  return past;
}

}  // namespace

std::string to_text(const Past& past, const policy::Pool& pool) {
  std::string text;
  PastWriter(text, pool).write(past);
  return text;
}

std::string amounts_text(const Past& past, const policy::Pool& pool) {
  std::string text;
  PastWriter(text, pool).write(past, false);
  return text;
}

std::string claims_text(const std::vector<benefit::Claim>& claims) {
  std::string text = R"("claims":)";
  json::Writer json(text, json::Writer::Style::compact);
  write_claims(json, claims);
  return text;
}

std::string stays_text(const std::vector<benefit::StayNumber>& stays) { return R"("stays":)" + numbers_text(stays); }

Error damaged_state() {
  return {ErrorCode::damaged,
          {"账册中该人员的累计状态无法读取：请运行 yidan verify，并从备份恢复",
           "the state kept of this person cannot be read: run yidan verify, and restore from a backup"},
          {}};
}

Result<Past> read_past(json::Document& document, std::string_view text, const policy::Pool& pool) {
  const auto value = document.parse(text);
  if (!value) return std::unexpected(damaged_state());
  try {
    return read(**value, pool);
  } catch (const Unreadable& unreadable) {
    return std::unexpected(unreadable.error);
  }
}

Result<Past> carried_over(Past past, const policy::Pool& from, const policy::Pool& to) {
  if (&from == &to || from.counter_names == to.counter_names) return past;
  json::Document document;
  auto carried = read_past(document, amounts_text(past, from), to);
  if (carried) carried->claims = std::move(past.claims);
  return carried;
}

}  // namespace yidan::books
