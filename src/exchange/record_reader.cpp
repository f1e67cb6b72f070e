#include "exchange/record_reader.h"

#include <algorithm>

#include "contract/event.h"
#include "exchange/heading_reader.h"

namespace yidan::exchange {
namespace {

constexpr std::string_view kFormat = "yidan.record/1";

[[noreturn]] void fail_nothing_to_withdraw(const Path& path, const WithdrawEvent& withdraw, std::size_t found) {
  const std::string day = to_text(withdraw.of);
  const std::string kind(code(withdraw.what));
  if (found == 0) {
    fail(ErrorCode::contradiction, path.member("of"),
         "此前没有 " + day + " 的“" + kind + "”可以撤回：核对 what 与 of；所撤回的事件须写在前面",
         "there is no '" + kind + "' of " + day +
             " before it that could be taken back: check 'what' and 'of'; the event stands before its withdrawal");
  }
  const std::string count = std::to_string(found);
  fail(ErrorCode::contradiction, path.member(withdraw.number ? "number" : "what"),
       day + " 的“" + kind + "”有 " + count + " 件：用 number 写明第几件（1 至 " + count + "，未撤回过的）",
       "there are " + count + " '" + kind + "' of " + day + ": say which by 'number' (1 to " + count +
           ", one that was not taken back)");
}

// Marks the event that a withdrawal takes back: of that kind and day, written before it.
void withdraw(std::vector<Event>& events, std::size_t place, const Path& path) {
  const auto& named = std::get<WithdrawEvent>(events[place].what);
  std::vector<Event*> alike;
  for (std::size_t i = 0; i < place; ++i) {
    if (events[i].on == named.of && events[i].what.index() == static_cast<std::size_t>(named.what))
      alike.push_back(&events[i]);
  }
  const std::size_t told = alike.size();
  const auto number = static_cast<std::size_t>(named.number.value_or(0));
  if (number > 0 && number <= told) alike = {alike[number - 1]};
  std::erase_if(alike, [](const Event* event) { return event->withdrawn.has_value(); });
  if (alike.size() != 1 || number > told)
    fail_nothing_to_withdraw(path, named, named.number || !alike.empty() ? told : 0);
  alike.front()->withdrawn = events[place].on;
}

// One dies once, and what comes after it is a mistake in one of the days; but something may be taken back later.
void check_death(const Record& record, const Path& list) {
  const Event* death = nullptr;
  for (const Event& event : record.events) {
    if (event.withdrawn || std::holds_alternative<WithdrawEvent>(event.what)) continue;
    const Path item = list.item(event.place);
    if (death != nullptr && std::holds_alternative<DeathEvent>(event.what)) {
      fail(ErrorCode::contradiction, item, "死亡写了两次：只保留一次", "a death is told twice: keep one");
    }
    if (death != nullptr && event.on > death->on) {
      const std::string day = to_text(death->on);
      fail(ErrorCode::contradiction, item.member("on"), "事件日期晚于死亡日 " + day + "：请核对两个日期",
           "the event lies after death (" + day + "): compare both days");
    }
    if (std::holds_alternative<DeathEvent>(event.what)) death = &event;
  }
}

void read_events(ObjectReader& reader, Record& record, bool kept = false) {
  const auto events = reader.list("events");
  const Path list = reader.path_of("events");
  record.events.reserve(events.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    record.events.push_back(contract::read_event(events[i], list.item(i), i, record.born, kept));
  }
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (std::holds_alternative<WithdrawEvent>(record.events[i].what)) withdraw(record.events, i, list.item(i));
  }
  record.out_of_order = !std::ranges::is_sorted(record.events, {}, &Event::on);
  if (record.out_of_order) std::ranges::stable_sort(record.events, {}, &Event::on);
  check_death(record, list);
}

void read_as_of(ObjectReader& reader, Record& record) {
  record.as_of = reader.date("as_of");
  if (!record.as_of || *record.as_of >= record.born) return;
  fail(ErrorCode::contradiction, reader.path_of("as_of"), "截止日早于出生日 " + to_text(record.born),
       "the as-of day lies before birth (" + to_text(record.born) + ")");
}

// What must agree when a record in a case repeats it.
template <class T>
void check_repeated(const ObjectReader& reader, std::string_view key, const T& here, const T& in_the_case) {
  if (here == in_the_case) return;
  fail(ErrorCode::contradiction, reader.path_of(key), "档案的“" + std::string(key) + "”与案例不一致",
       "'" + std::string(key) + "' of the record is not that of the case");
}

void read_repeated_person(ObjectReader& reader, const Person& person, Record& record) {
  const json::Value* repeated = reader.find("person");
  if (repeated == nullptr) return;
  const Path path = reader.path_of("person");
  ObjectReader keys(*repeated, path);
  if (keys.find("id") != nullptr) check_repeated(keys, "id", keys.require_number("id"), person.id);
  if (const auto born = keys.date("born")) {
    check_repeated(keys, "born", *born, person.born.value_or(*born));
    record.born = *born;
  }
  if (const auto sex = keys.word<Sex>("sex")) {
    check_repeated(keys, "sex", *sex, person.sex.value_or(*sex));
    record.sex = sex;
  }
  record.account_balance = keys.money("account_balance").value_or(Money{});
  keys.finish();
}

void require_birth(const ObjectReader& the_case, const Record& record) {
  if (record.born != Date::never()) return;
  const Path person = the_case.path_of("person");
  fail(ErrorCode::missing, person.member("born"), "缺少出生日期“born”：由档案推定待遇须知道出生日期",
       "the day of birth 'born' is missing: cover cannot be derived from a record without it");
}

void check_nothing_is_said_twice(const ObjectReader& the_case, const Case& facts) {
  const Person& person = facts.person;
  if (person.died) {
    const Path place = the_case.path_of("person");
    fail(ErrorCode::contradiction, place.member("died"), "案例已带有档案，死亡写作档案中的“death”事件：请删去“died”",
         "the case carries a record, in which a death is the event 'death': delete 'died'");
  }
  if (person.coverage.empty() && person.identities.empty()) return;
  const Path place = the_case.path_of("person");
  const std::string key = person.coverage.empty() ? "identities" : "coverage";
  fail(ErrorCode::contradiction, place.member(key), "案例已带有档案，“" + key + "”由档案推定：请删去其一",
       "the case carries a record, from which '" + key + "' is derived: delete one of them");
}

// A record with what the case says of its person; `never` stands for a day of birth that it does not say.
Record record_for(const Case& facts) {
  Record record;
  record.pool = facts.pool;
  record.person = facts.person.id;
  record.born = facts.person.born.value_or(Date::never());
  record.sex = facts.person.sex;
  return record;
}

void read_record_in_case(const json::Value& value, const ObjectReader& the_case, const Case& facts, bool kept,
                         Record& record) {
  const Path path = the_case.path_of("record");
  ObjectReader reader(value, path);
  if (reader.find("format") != nullptr) require_format(reader, kFormat);
  if (const auto pool = reader.text("pool")) {
    check_repeated(reader, "pool", contract::region_of(*pool, reader.path_of("pool")), facts.pool);
  }
  read_repeated_person(reader, facts.person, record);
  require_birth(the_case, record);
  read_as_of(reader, record);
  read_events(reader, record, kept);
  reader.finish();
}

Record record_of(const json::Value& value, const policy::Policy& policy) {
  const Path root;
  ObjectReader reader(value, root);
  Record record;
  require_format(reader, kFormat);
  (void)read_pool(reader, policy, record.pool);
  const Path place = reader.path_of("person");
  ObjectReader person(reader.require("person"), place);
  record.person = person.require_number("id");
  record.born = person.require_date("born");
  record.sex = person.word<Sex>("sex");
  record.account_balance = person.money("account_balance").value_or(Money{});
  person.finish();
  read_as_of(reader, record);
  read_events(reader, record);
  if (record.events.empty() && !record.as_of) {
    reader.fail_missing("events", "档案没有事件，也没有截止日 as_of", "the record has neither events nor an 'as_of'");
  }
  reader.finish();
  return record;
}

}  // namespace

Result<Record> read_record(const json::Value& value, const policy::Policy& policy) {
  try {
    return record_of(value, policy);
  } catch (Fault& fault) {
    return std::unexpected(std::move(fault.error));
  }
}

std::optional<Record> read_record_of_case(ObjectReader& reader, const Case& facts, bool kept) {
  const json::Value* whole = reader.find("record");
  const bool events_alone = reader.find("events") != nullptr;
  if (whole == nullptr && !events_alone) return std::nullopt;
  if (whole != nullptr && events_alone) {
    fail(ErrorCode::contradiction, reader.path_of("events"), "record 与 events 只能写一个",
         "a case has a 'record' or 'events', not both: keep one");
  }
  check_nothing_is_said_twice(reader, facts);
  Record record = record_for(facts);
  if (whole != nullptr) {
    read_record_in_case(*whole, reader, facts, kept, record);
  } else {
    require_birth(reader, record);
    read_events(reader, record, kept);
  }
  return record;
}

}  // namespace yidan::exchange
