#include "contract/event.h"

#include <tuple>

#include "contract/write.h"

namespace yidan::contract {
namespace {

template <const auto& kTable>
struct EventOf {
  static constexpr std::size_t kHead = kEventHead.size();
  static constexpr std::array<Word, 1> kName{{{kTable.name, kTable.gist.zh, kTable.gist.en}}};
  static constexpr auto kFields = [] {
    std::array<Field, kHead + kFieldsOf<kTable>.size()> fields{};
    auto at = std::ranges::copy(kEventHead, fields.begin()).out;
    std::ranges::copy(kFieldsOf<kTable>, at);
    fields.front().words = kName;
    return fields;
  }();
  static constexpr Object kWhole{kTable.name, kTable.gist, kFields, kRulesOf<kTable>};

  static decltype(Event::what) read(const Members& members, Reading& reading) {
    ValueOf<kTable> value{};
    read_steps<kTable>(members, kHead, value, reading);
    if constexpr (Written<ValueOf<kTable>>) {
      return value.made();
    } else {
      return value;
    }
  }
  static void write(json::Writer& json, const decltype(Event::what)& what) {
    if constexpr (Written<ValueOf<kTable>>) {
      write_members<kTable>(json, std::get<typename ValueOf<kTable>::Made>(what));
    } else {
      write_members<kTable>(json, std::get<ValueOf<kTable>>(what));
    }
  }
};

struct EventKind {
  std::string_view name;
  const Object* object;
  decltype(Event::what) (*read)(const Members&, Reading&);
  void (*write)(json::Writer&, const decltype(Event::what)&);
};
template <const auto& kTable>
constexpr EventKind kind() {
  return {kTable.name, &EventOf<kTable>::kWhole, EventOf<kTable>::read, EventOf<kTable>::write};
}

// In the order of the alternatives of `Event::what`.
constexpr std::array kKinds{kind<kEnrol>(),    kind<kPay>(),        kind<kRecognise>(), kind<kEmploy>(),
                            kind<kLeave>(),    kind<kRetire>(),     kind<kDeemed>(),    kind<kTopUp>(),
                            kind<kTransfer>(), kind<kAccountUse>(), kind<kApply>(),     kind<kDeath>(),
                            kind<kWithdraw>()};
static_assert(kKinds.size() == std::variant_size_v<decltype(Event::what)>);

// A withdrawal names every kind but its own, in the same words.
constexpr bool named_alike() {
  for (std::size_t i = 0; i < count_of<EventName>; ++i) {
    if (Terms<EventName>::words[i].code != kKinds[i].name) return false;
  }
  return count_of<EventName> + 1 == kKinds.size();
}
static_assert(named_alike());
constexpr std::size_t kMostFields = 16;

const EventKind* find_kind(std::string_view name) {
  const auto* found = std::ranges::find(kKinds, name, &EventKind::name);
  return found == kKinds.end() ? nullptr : found;
}

// The kind that an object names; one that names none is a fault, found as if it had the fields of every event alone.
const EventKind& kind_of(const json::Value& value, const Path& path) {
  for (const json::Member& member : value.members()) {
    if (member.key != kEventHead.front().name || member.value.kind != json::Kind::string) continue;
    if (const EventKind* found = find_kind(member.value.text)) return *found;
  }
  std::array<const json::Value*, kEventHead.size()> found{};
  const Members members(value, path, kEventHead, found.data());
  if (members.value(0) == nullptr) members.fail_missing(0);
  const Path place = members.place("event");
  const std::string_view name = text_of(*members.value(0), place);
  std::string names;
  for (const EventKind& kind : kKinds) names += (names.empty() ? "" : ", ") + std::string(kind.name);
  fail_unknown_word(place, name, names);
}

[[noreturn]] void fail_before_birth(const Path& path, std::string zh, std::string en, Date born) {
  const std::string day = to_text(born);
  fail(ErrorCode::contradiction, path, std::move(zh) + "早于出生日 " + day,
       std::move(en) + " lies before birth (" + day + ")");
}

void check_year(const Members& members, std::optional<int> year, Date born) {
  if (year && *year < born.year()) {
    fail_before_birth(members.place("insured_year"), "参保年度", "the insured year", born);
  }
}

}  // namespace

WrittenIdentity WrittenIdentity::of(const IdentityEvent& event) {
  WrittenIdentity written{.category = event.category,
                          .from = event.period.from,
                          .to = {},
                          .exempt = event.exempt,
                          .order = event.order,
                          .period = {}};
  if (event.period.to != Date::never()) written.to = event.period.to;
  return written;
}

std::optional<MonthsSpan> WrittenCount::span() const {
  return from && to ? std::optional(MonthsSpan{*from, *to}) : std::nullopt;
}

namespace {

template <class Counted>
WrittenCount count_of_event(const Counted& event) {
  WrittenCount written{event.months, {}, {}};
  if (event.span) written = {event.months, event.span->from, event.span->to};
  return written;
}

}  // namespace

WrittenDeemed WrittenDeemed::of(const DeemedEvent& event) { return {count_of_event(event), event.recognised}; }

WrittenTransfer WrittenTransfer::of(const TransferEvent& event) { return {count_of_event(event), event.from_pool}; }

WrittenApply WrittenApply::of(const ApplyEvent& event) {
  return {event.recognised, event.refused ? std::optional(Decision::refused) : std::nullopt};
}

void check_enrolled_status(const Members& members, EnrolEvent& enrol, Reading&) {
  require_status_of_scheme(members, enrol.scheme, enrol.status);
}

void check_enrolled_year(const Members& members, EnrolEvent& enrol, Reading& reading) {
  check_year(members, enrol.insured_year, reading.born);
}

void check_enrolled_scheme(const Members& members, EnrolEvent& enrol, Reading&) {
  if (!enrol.insured_year || enrol.scheme != Scheme::employee) return;
  fail(ErrorCode::contradiction, members.place("insured_year"), "职工医保按月参保，没有参保年度：请删去",
       "the employee scheme is joined by the month and has no insured year: delete it");
}

void check_paid_year(const Members& members, PayEvent& pay, Reading& reading) {
  check_year(members, pay.insured_year, reading.born);
}

void check_paid_for(const Members& members, PayEvent& pay, Reading& reading) {
  if (pay.insured_year && pay.month) {
    fail(ErrorCode::contradiction, members.place("month"), "一次缴费不能既按参保年度（居民）又按月（职工）：只保留一个",
         "a payment is for an insured year (residents) or for a month (employees), not for both: keep one");
  }
  if (!pay.insured_year && !pay.month) {
    members.fail_missing("insured_year", "缺少缴费所属的 insured_year（居民）或 month（职工）",
                         "what was paid for is missing: 'insured_year' (residents) or 'month' (employees)");
  }
  if (pay.month && *pay.month < Month::of(reading.born)) {
    fail_before_birth(members.place("month"), "缴费月份", "the month paid for", reading.born);
  }
}

void check_held(const Members& members, WrittenIdentity& identity, Reading& reading) {
  identity.period = {identity.from.value_or(reading.on), identity.to.value_or(Date::never())};
  if (reading.kept) return;
  if (identity.period.from < reading.born) fail_before_birth(members.place("from"), "起始日", "'from'", reading.born);
  // From a day to the same day: what was told of these days is taken back.
  if (identity.period.to != identity.period.from) require_days(members, identity.period);
}

void check_employer(const Members& members, EmployEvent& employ, Reading&) {
  const bool by_oneself = employ.kind == EmployerKind::flexible || employ.kind == EmployerKind::file_custody;
  if (!employ.employer.empty() || by_oneself) return;
  members.fail_missing("employer", "缺少用人单位（灵活就业与档案托管可以不写）",
                       "the employer is missing (only 'flexible' and 'file-custody' need none)");
}

namespace {

void check_span(const Members& members, const WrittenCount& counted, Date born) {
  const auto& [months, from, to] = counted;
  if (!from && !to) return;
  if (!from || !to) {
    members.fail_missing(from ? "to" : "from", "起止月份须同时给出（不含终止月）",
                         "'from' and 'to' go together ('to' is not included)");
  }
  if (*to <= *from) {
    fail(ErrorCode::contradiction, members.place("to"), "终止月应晚于起始月（不含终止月）",
         "'to' must be a later month than 'from'; it is not included");
  }
  if (*from < Month::of(born)) fail_before_birth(members.place("from"), "起始月", "'from'", born);
}

}  // namespace

void check_count(const Members& members, WrittenCount& counted, Reading& reading) {
  check_span(members, counted, reading.born);
  const auto span = counted.span();
  if (!counted.months && !span) {
    members.fail_missing("months", "缺少月数：请写 months，或 from 与 to",
                         "the number of months is missing: write 'months', or 'from' and 'to'");
  }
  if (!span || !counted.months) return;
  const int spanned = span->to.index() - span->from.index();
  if (*counted.months <= spanned) return;
  const std::string most = std::to_string(spanned);
  fail(ErrorCode::contradiction, members.place("months"), "月数多于起止月份之间的 " + most + " 个月",
       "more months than the " + most + " between 'from' and 'to'");
}

void check_withdrawn(const Members& members, WithdrawEvent& withdraw, Reading& reading) {
  if (withdraw.of <= reading.on) return;
  fail(ErrorCode::contradiction, members.place("of"), "撤回日早于所撤回的事件 " + to_text(withdraw.of),
       "the withdrawal is before the event that it takes back (" + to_text(withdraw.of) + ")");
}

Event read_event(const json::Value& value, const Path& path, std::size_t place, Date born, bool kept) {
  if (value.kind != json::Kind::object) fail_type(path, "对象 {…}", "an object {…}", value);
  const EventKind& kind = kind_of(value, path);
  std::array<const json::Value*, kMostFields> found;
  const Members members(value, path, kind.object->fields, found.data());
  Event event;
  if (members.value(1) == nullptr) members.fail_missing(1);
  event.on = day_of(*members.value(1), members.place("on"));
  event.place = place;
  if (event.on < born) fail_before_birth(members.place("on"), "事件日期", "the event", born);
  Reading reading{.kept = kept, .born = born, .on = event.on};
  event.what = kind.read(members, reading);
  members.finish();
  return event;
}

void write_event(json::Writer& json, const Event& event) {
  const EventKind& kind = kKinds[event.what.index()];
  json.begin_object();
  json.text("event", kind.name);
  json.text("on", to_text(event.on));
  kind.write(json, event.what);
  json.end_object();
}

std::span<const Object* const> event_objects() {
  static constexpr auto objects = [] {
    std::array<const Object*, kKinds.size()> list{};
    std::ranges::transform(kKinds, list.begin(), &EventKind::object);
    return list;
  }();
  return objects;
}

}  // namespace yidan::contract
