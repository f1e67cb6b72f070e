#include "exchange/event_reader.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "exchange/person_reader.h"

namespace yidan::exchange {
namespace {

using What = decltype(Event::what);

// What an event is read against.
struct Context {
  Date on;
  Date born;
};

[[noreturn]] void fail_before_birth(const Path& path, std::string zh, std::string en, Date born) {
  const std::string day = to_text(born);
  fail(ErrorCode::contradiction, path, std::move(zh) + "早于出生日 " + day,
       std::move(en) + " lies before birth (" + day + ")");
}

struct Range {
  int least;
  int most;
};
constexpr Range kYears{2000, 2199};
constexpr Range kMonths{1, 1200};

// A whole number, written as a number or as text of digits.
std::optional<int> read_count(ObjectReader& reader, std::string_view key, Range allowed) {
  const json::Value* value = reader.find(key);
  if (value == nullptr) return std::nullopt;
  const bool written = value->kind == json::Kind::number || value->kind == json::Kind::string;
  const std::string_view digits = written ? value->text : std::string_view{};
  int count = 0;
  if (digits.size() <= 4 && digits.find_first_not_of("0123456789") == std::string_view::npos) {
    for (const char digit : digits) count = count * 10 + (digit - '0');
  }
  if (count >= allowed.least && count <= allowed.most) return count;
  const std::string least = std::to_string(allowed.least);
  const std::string most = std::to_string(allowed.most);
  fail(written ? ErrorCode::invalid_value : ErrorCode::wrong_type, reader.path_of(key),
       "此处应为 " + least + " 至 " + most + " 的整数", "expected a whole number from " + least + " to " + most);
}

std::optional<int> read_insured_year(ObjectReader& reader, Date born) {
  const auto year = read_count(reader, "insured_year", kYears);
  if (year && *year < born.year()) {
    fail_before_birth(reader.path_of("insured_year"), "参保年度", "the insured year", born);
  }
  return year;
}

Region read_optional_region(ObjectReader& reader, std::string_view key) {
  const auto text = reader.text(key);
  return text ? read_region(*text, reader.path_of(key)) : Region{};
}

Money require_money(ObjectReader& reader, std::string_view key) {
  const auto amount = reader.money(key);
  if (amount) return *amount;
  reader.fail_missing(key, "缺少金额“" + std::string(key) + "”，如 \"320.00\"",
                      "the amount '" + std::string(key) + "' is missing, for example \"320.00\"");
}

What read_enrol(ObjectReader& reader, const Context& context) {
  EnrolEvent enrol;
  enrol.scheme = reader.require_word<Scheme>("scheme");
  enrol.status = reader.require_word<Status>("status");
  check_status(reader, enrol.scheme, enrol.status);
  enrol.insured_year = read_insured_year(reader, context.born);
  enrol.household = read_optional_region(reader, "household");
  enrol.residence_permit = reader.flag("residence_permit");
  if (enrol.insured_year && enrol.scheme == Scheme::employee) {
    fail(ErrorCode::contradiction, reader.path_of("insured_year"), "职工医保按月参保，没有参保年度：请删去",
         "the employee scheme is joined by the month and has no insured year: delete it");
  }
  return enrol;
}

What read_pay(ObjectReader& reader, const Context& context) {
  PayEvent pay;
  pay.insured_year = read_insured_year(reader, context.born);
  if (const auto text = reader.text("month")) {
    auto month = parse_month(*text);
    if (!month) fail(std::move(month.error()), reader.path_of("month"));
    pay.month = *month;
  }
  pay.amount = require_money(reader, "amount");
  if (pay.insured_year && pay.month) {
    fail(ErrorCode::contradiction, reader.path_of("month"),
         "一次缴费不能既按参保年度（居民）又按月（职工）：只保留一个",
         "a payment is for an insured year (residents) or for a month (employees), not for both: keep one");
  }
  if (!pay.insured_year && !pay.month) {
    reader.fail_missing("insured_year", "缺少缴费所属的 insured_year（居民）或 month（职工）",
                        "what was paid for is missing: 'insured_year' (residents) or 'month' (employees)");
  }
  if (pay.month && *pay.month < Month::of(context.born)) {
    fail_before_birth(reader.path_of("month"), "缴费月份", "the month paid for", context.born);
  }
  return pay;
}

What read_identity(ObjectReader& reader, const Context& context) {
  IdentityEvent identity;
  identity.category = read_category(reader);
  identity.period = {reader.date("from").value_or(context.on), reader.date("to").value_or(Date::never())};
  identity.exempt = reader.flag("exempt");
  identity.order = reader.text("order").value_or("");
  if (identity.period.to < identity.period.from) {
    fail(ErrorCode::contradiction, reader.path_of("to"),
         "终止日早于起始日 " + to_text(identity.period.from) + "（终止日当日不含在内）",
         "'to' is before 'from' (" + to_text(identity.period.from) + "); the day itself is not included");
  }
  return identity;
}

What read_employ(ObjectReader& reader, const Context&) {
  EmployEvent employ;
  employ.employer = reader.text("employer").value_or("");
  employ.kind = reader.require_word<EmployerKind>("employer_kind");
  employ.monthly_wage = reader.money("monthly_wage");
  employ.person_kind = reader.word<PersonKind>("person_kind").value_or(PersonKind::ordinary);
  const bool by_oneself = employ.kind == EmployerKind::flexible || employ.kind == EmployerKind::file_custody;
  if (employ.employer.empty() && !by_oneself) {
    reader.fail_missing("employer", "缺少用人单位（灵活就业与档案托管可以不写）",
                        "the employer is missing (only 'flexible' and 'file-custody' need none)");
  }
  return employ;
}

What read_leave(ObjectReader& reader, const Context&) {
  return LeaveEvent{std::string(reader.text("employer").value_or(""))};
}

What read_retire(ObjectReader&, const Context&) { return RetireEvent{}; }

// A month written as "2010-01", or as a day of it.
std::optional<Month> read_month(ObjectReader& reader, std::string_view key) {
  const auto text = reader.text(key);
  if (!text) return std::nullopt;
  if (const auto day = parse_date(*text)) return Month::of(*day);
  if (const auto month = parse_month(*text)) return *month;
  const std::string quoted = clipped(*text, 40);
  fail(ErrorCode::invalid_value, reader.path_of(key),
       "“" + quoted + "”不是月份：请写成如 \"2010-01\" 或其中一日 \"2010-01-01\"",
       "'" + quoted + "' is not a month: write for example \"2010-01\", or a day of it, \"2010-01-01\"");
}

std::optional<MonthsSpan> read_span(ObjectReader& reader, Date born) {
  const auto from = read_month(reader, "from");
  const auto to = read_month(reader, "to");
  if (!from && !to) return std::nullopt;
  if (!from || !to) {
    reader.fail_missing(from ? "to" : "from", "起止月份须同时给出（不含终止月）",
                        "'from' and 'to' go together ('to' is not included)");
  }
  if (*to <= *from) {
    fail(ErrorCode::contradiction, reader.path_of("to"), "终止月应晚于起始月（不含终止月）",
         "'to' must be a later month than 'from'; it is not included");
  }
  if (*from < Month::of(born)) fail_before_birth(reader.path_of("from"), "起始月", "'from'", born);
  return MonthsSpan{*from, *to};
}

// `months`, or `from` and `to`, or all three: then no more months than the span has.
template <class Counted>
Counted read_counted(ObjectReader& reader, Date born) {
  Counted counted;
  counted.months = read_count(reader, "months", kMonths);
  counted.span = read_span(reader, born);
  if (!counted.months && !counted.span) {
    reader.fail_missing("months", "缺少月数：请写 months，或 from 与 to",
                        "the number of months is missing: write 'months', or 'from' and 'to'");
  }
  const int spanned = counted.span ? counted.span->to.index() - counted.span->from.index() : kMonths.most;
  if (counted.months && *counted.months > spanned) {
    fail(ErrorCode::contradiction, reader.path_of("months"),
         "月数多于起止月份之间的 " + std::to_string(spanned) + " 个月",
         "more months than the " + std::to_string(spanned) + " between 'from' and 'to'");
  }
  return counted;
}

What read_deemed(ObjectReader& reader, const Context& context) {
  auto deemed = read_counted<DeemedEvent>(reader, context.born);
  deemed.recognised = reader.date("recognised");
  return deemed;
}

What read_top_up(ObjectReader& reader, const Context&) {
  const auto months = read_count(reader, "months", kMonths);
  if (!months) reader.fail_missing("months", "缺少补缴的月数", "the number of months that were paid is missing");
  return TopUpEvent{*months, reader.money("amount")};
}

What read_transfer(ObjectReader& reader, const Context& context) {
  auto transfer = read_counted<TransferEvent>(reader, context.born);
  transfer.from_pool = read_optional_region(reader, "from_pool");
  return transfer;
}

What read_account_use(ObjectReader& reader, const Context&) {
  return AccountUseEvent{require_money(reader, "amount"), reader.require_word<AccountUse>("use"),
                         reader.require_word<Beneficiary>("for")};
}

What read_apply(ObjectReader& reader, const Context&) {
  ApplyEvent apply;
  apply.recognised = reader.date("recognised");
  const auto decision = reader.text("decision");
  if (decision && *decision != "granted" && *decision != "refused") {
    fail_unknown_word(reader.path_of("decision"), *decision, "granted, refused");
  }
  apply.refused = decision == "refused";
  return apply;
}

struct Kind {
  std::string_view name;
  What (*read)(ObjectReader&, const Context&);
};
constexpr std::array<Kind, 11> kKinds{{
    {"enrol", read_enrol},
    {"pay", read_pay},
    {"identity", read_identity},
    {"employ", read_employ},
    {"leave", read_leave},
    {"retire", read_retire},
    {"deemed", read_deemed},
    {"top-up", read_top_up},
    {"transfer", read_transfer},
    {"account-use", read_account_use},
    {"apply", read_apply},
}};

const Kind& read_kind(ObjectReader& reader) {
  const std::string_view name = reader.require_text("event");
  const auto* found = std::ranges::find(kKinds, name, &Kind::name);
  if (found != kKinds.end()) return *found;
  std::string names;
  for (const Kind& kind : kKinds) names += (names.empty() ? "" : ", ") + std::string(kind.name);
  fail_unknown_word(reader.path_of("event"), name, names);
}

}  // namespace

Event read_event(const json::Value& value, const Path& path, std::size_t place, Date born) {
  ObjectReader reader(value, path);
  const Kind& kind = read_kind(reader);
  Event event;
  event.on = reader.require_date("on");
  event.place = place;
  if (event.on < born) fail_before_birth(reader.path_of("on"), "事件日期", "the event", born);
  event.what = kind.read(reader, {event.on, born});
  reader.finish();
  return event;
}

}  // namespace yidan::exchange
