#include "contract/case.h"

#include "contract/write.h"

namespace yidan::contract {
namespace {

Field events_field() { return variant(event_objects(), "event", "events", "事件", "the events").many().or_else("[]"); }

constexpr std::array kRecordPersonFields{
    number_of_person("id", "人员编号", "the person's number").required(),
    day("born", "出生日期", "day of birth").required(),
    word<Sex>("sex", "性别", "sex"),
    money("account_balance", "首个事件之前的账户余额", "of the account, before the first event").or_else("\"0.00\""),
};
constexpr Object kRecordPerson{"record-person", {"档案的人员", "the person of a record"}, kRecordPersonFields};

constexpr std::array kRepeatedPersonFields{
    number_of_person("id", "人员编号", "the person's number"),
    day("born", "出生日期", "day of birth"),
    word<Sex>("sex", "性别", "sex"),
    money("account_balance", "首个事件之前的账户余额", "of the account, before the first event").or_else("\"0.00\""),
};
constexpr Object kRepeatedPerson{
    "repeated-person",
    {"案例中档案的人员：重复的须一致", "the person of a record in a case: what it repeats agrees"},
    kRepeatedPersonFields};

constexpr std::array kRecordRules{
    Gist{kNumberZh, kNumberEn},
    Gist{"须有事件或截止日；任何事件不早于出生日", "there is an event or an as-of day; no event lies before birth"},
};
constexpr std::array kNoBirth{
    Gist{"须知道出生日期（案例或档案写明）", "the day of birth is known, from the case or the record"},
};

const Object& repeated_record_object() {
  static const std::array fields{format<"yidan.record/1">().optional(), pool(),
                                 day("as_of", "截止日；默认为最后一件事或最后一次就诊",
                                     "the last day known; by default that of the last event or encounter"),
                                 object(kRepeatedPerson, "person", "人员", "the person").optional(), events_field()};
  static const Object object{"case-record", {"案例中的档案", "the record of a case"}, fields, kNoBirth};
  return object;
}

Field record_field() {
  return object(repeated_record_object(), "record", "档案；由它推定参保与救助身份",
                "a record, from which cover and identities are derived");
}
Field person_field() {
  static const Object& person = kObject<kPerson>;
  return object(person, "person", "人员", "the person").required();
}
// In the books the request says whose facts they are.
constexpr auto kKnownPersonFields = [] {
  auto fields = kFieldsOf<kPerson>;
  fields.front() = fields.front().optional();
  return fields;
}();
constexpr Object kKnownPerson{
    "known-person", {"人员；编号由请求写明", "a person, whose id the request says"}, kKnownPersonFields};
Field opening_field() {
  return plain(Kind::years, "opening", "各年度首次就诊之前的累计", "counters of a year before its first encounter");
}

constexpr std::array kCaseRules{
    Gist{"record 与 events 只写一个，且不再写 coverage 与 identities",
         "'record' or 'events', not both, and then neither coverage nor identities"},
    Gist{"累计项须为该统筹区所有", "the counters are the pool's"},
    Gist{"任何就诊不早于出生，不晚于死亡", "no encounter lies before birth or after death"},
    Gist{"就诊编号各不相同；referred_from 指此前的就诊；有误的就诊只影响自身",
         "ids of encounters differ; 'referred_from' names an earlier one; a wrong encounter spoils itself alone"},
};

}  // namespace

const Object& record_object() {
  static const std::array fields{
      format<"yidan.record/1">(), pool().required(), object(kRecordPerson, "person", "人员", "the person").required(),
      day("as_of", "截止日；默认为最后一件事之日", "the last day known; that of the last event when absent"),
      events_field()};
  static const Object object{"yidan.record/1", {"档案", "a person's record"}, fields, kRecordRules};
  return object;
}

const Object& facts_object() {
  static const std::array fields{object(kKnownPerson, "person", "人员；所写的各项替换先前的",
                                        "the person; what stands here replaces what stood before"),
                                 record_field(), events_field(), opening_field()};
  static const Object object{"facts", {"人员的事实", "the facts of a person"}, fields, kCaseRules};
  return object;
}

const Object& case_object() {
  static const std::array fields{format<"yidan.case/1">(),
                                 pool().required(),
                                 person_field(),
                                 record_field(),
                                 events_field(),
                                 opening_field(),
                                 object(kObject<kEncounter>, "encounters", "就诊，按结算次序",
                                        "the encounters, in the order in which they were settled")
                                     .many()
                                     .required()};
  static const Object object{"yidan.case/1", {"案例", "a case"}, fields, kCaseRules};
  return object;
}

namespace {

void write_events(json::Writer& json, const Record& record) {
  std::vector<const Event*> events;
  events.reserve(record.events.size());
  for (const Event& event : record.events) events.push_back(&event);
  std::ranges::sort(events, {}, &Event::place);  // as they were written
  json.key("events");
  json.begin_array();
  for (const Event* event : events) write_event(json, *event);
  json.end_array();
}

void write_opening(json::Writer& json, const std::vector<OpeningCounter>& opening) {
  if (opening.empty()) return;
  json.key("opening");
  json.begin_object();
  for (std::size_t i = 0; i < opening.size(); ++i) {
    const bool first = i == 0 || opening[i - 1].year != opening[i].year;
    if (first) {
      json.key(std::to_string(opening[i].year));
      json.begin_object();
    }
    json.text(opening[i].name, to_text(opening[i].amount));
    if (i + 1 == opening.size() || opening[i + 1].year != opening[i].year) json.end_object();
  }
  json.end_object();
}

// Cover and identities of a person with a record come from the record.
Person as_written(const Case& facts) {
  Person person = facts.person;
  if (facts.record) {
    person.coverage.clear();
    person.identities.clear();
  }
  return person;
}

}  // namespace

void write_case(json::Writer& json, const Case& facts) {
  json.begin_object();
  json.text("format", "yidan.case/1");
  json.text("pool", to_text(facts.pool));
  json.key("person");
  write_person(json, as_written(facts));
  if (facts.record) {
    json.key("record");
    json.begin_object();
    if (facts.record->as_of) json.text("as_of", to_text(*facts.record->as_of));
    if (!facts.record->account_balance.is_zero()) {
      json.key("person");
      json.begin_object();
      json.text("account_balance", to_text(facts.record->account_balance));
      json.end_object();
    }
    write_events(json, *facts.record);
    json.end_object();
  }
  write_opening(json, facts.opening);
  json.key("encounters");
  json.begin_array();
  for (const CaseEntry& entry : facts.entries) {
    if (entry.encounter) write_encounter(json, *entry.encounter);
  }
  json.end_array();
  json.end_object();
}

void write_record(json::Writer& json, const Record& record) {
  json.begin_object();
  json.text("format", "yidan.record/1");
  json.text("pool", to_text(record.pool));
  json.key("person");
  json.begin_object();
  json.text("id", record.person);
  json.text("born", to_text(record.born));
  if (record.sex) json.text("sex", code(*record.sex));
  if (!record.account_balance.is_zero()) json.text("account_balance", to_text(record.account_balance));
  json.end_object();
  if (record.as_of) json.text("as_of", to_text(*record.as_of));
  write_events(json, record);
  json.end_object();
}

}  // namespace yidan::contract
