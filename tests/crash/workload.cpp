#include "tests/crash/workload.h"

#include "contract/case.h"
#include "contract/write.h"

namespace yidan::crash {
namespace {

using testing::Choices;

constexpr std::size_t kKept = 4'000;

const policy::Pool& pool_of(const policy::Policy& policy, std::size_t person) {
  return policy.pools[person % policy.pools.size()];
}

std::string request(const policy::Policy& policy, std::size_t person, const std::string& key,
                    const std::string& members) {
  return R"({"format":"yidan.request/1","key":")" + key + R"(","pool":")" + to_text(pool_of(policy, person).region) +
         R"(","person":"P)" + std::to_string(person) + "\"," + members + "}";
}

std::string record_of(std::size_t person) {
  const std::string year = std::to_string(2021 + person % 4);
  return R"(,"record":{"events":[{"event":"enrol","on":"2020-10-10","scheme":"resident","status":"adult",)"
         R"("insured_year":)" +
         year + R"(},{"event":"pay","on":"2020-10-11","insured_year":)" + year + R"(,"amount":"1000.00"}]})";
}

}  // namespace

void Acknowledged::add(const Asked& asked) {
  const std::scoped_lock lock(mutex_);
  latest_.push_back(asked);
  if (latest_.size() > kKept) latest_.pop_front();
  const std::size_t slash = asked.key.find('/');
  std::vector<std::string>& encounters = encounters_[std::stoul(asked.key.substr(1, slash))];
  if (asked.key[slash + 1] == 'E') encounters.push_back(asked.key.substr(slash + 1));
}

bool Acknowledged::knows(std::size_t person) const {
  const std::scoped_lock lock(mutex_);
  return encounters_.contains(person);
}

Asked Acknowledged::any(Choices& choices) const {
  const std::scoped_lock lock(mutex_);
  return latest_.empty() ? Asked{} : latest_[choices.pick(latest_.size())];
}

std::string Acknowledged::encounter_of(std::size_t person, Choices& choices) const {
  const std::scoped_lock lock(mutex_);
  const auto found = encounters_.find(person);
  const bool none = found == encounters_.end() || found->second.empty();
  return none ? "" : found->second[choices.pick(found->second.size())];
}

Asked Workload::facts(const policy::Policy& policy, std::size_t person) {
  Choices choices(person);
  const Person made = testing::random_person(choices);
  std::string members =
      R"("do":"facts","facts":{"person":{"born":"1960-05-12","account_balance":"500.00","diseases":)" +
      contract::list_text<contract::kDisease>(made.diseases);
  const bool by_record = person % 2 == 1;
  if (!by_record) {
    members += ",\"coverage\":" + contract::list_text<contract::kCover>(made.coverage) +
               ",\"identities\":" + contract::list_text<contract::kIdentity>(made.identities);
  }
  members += "}" + (by_record ? record_of(person) : std::string()) + "}";
  const std::string key = "P" + std::to_string(person) + "/facts";
  return {key, request(policy, person, key, members)};
}

Asked Workload::other_content(const Asked& asked) {
  Asked other = asked;
  const std::size_t at = other.text.find("\"do\":");
  other.text = other.text.substr(0, at) + R"("do":"reverse","encounter":"never-was"})";
  return other;
}

std::size_t Workload::any_person() {
  constexpr std::size_t asked_about_by_all = 8;
  return first_ + (choices_.pick(2) == 0 ? kPersons - 1 - choices_.pick(asked_about_by_all) : choices_.pick(kPersons));
}

Asked Workload::next(const Acknowledged& known) {
  ++count_;
  const std::size_t person = any_person();
  const std::string encounter = known.encounter_of(person, choices_);
  switch (choices_.pick(16)) {
    case 0:
    case 1:
      if (!encounter.empty()) return asked(person, R"("do":"reverse","encounter":")" + encounter + "\"");
      break;
    case 2:
      if (!encounter.empty()) return correction(person, encounter);
      break;
    case 3:
    case 4:
      return account_event(person);
    case 5:
    case 6:
      return late_fact(person);
    default:
      break;
  }
  return settlement(person);
}

Asked Workload::asked(std::size_t person, const std::string& members) {
  const std::string key = "P" + std::to_string(person) + "/x" + name_ + "." + std::to_string(count_);
  return {key, request(policy_, person, key, members)};
}

Encounter Workload::encounter(std::size_t person, std::string id) {
  Encounter made = testing::random_encounter(choices_, pool_of(policy_, person).region, 0);
  made.id = std::move(id);
  made.provider.id = "H" + std::to_string(choices_.pick(3));
  const Region home = pool_of(policy_, person).region;
  const bool near = made.place == Place::remote_referred || made.place == Place::local;
  if (!near && made.provider.region.city() == home.city()) made.provider.region = Region(110105);
  return made;
}

Asked Workload::settlement(std::size_t person) {
  const std::string id = "E" + name_ + "." + std::to_string(count_);
  const std::string key = "P" + std::to_string(person) + "/" + id;
  return {key, request(policy_, person, key,
                       R"("do":"settle","encounter":)" + contract::encounter_text(encounter(person, id)))};
}

Asked Workload::correction(std::size_t person, const std::string& id) {
  return asked(person, R"("do":"correct","encounter":)" + contract::encounter_text(encounter(person, id)));
}

Asked Workload::account_event(std::size_t person) {
  const std::string amount = to_text(testing::random_amount(choices_) + Money::fen(1));
  if (choices_.pick(2) == 0) {
    const std::string month = std::to_string(2020 + choices_.pick(7)) + "-0" + std::to_string(1 + choices_.pick(9));
    return asked(person, R"("do":"credit","credit":{"month":")" + month + R"(","amount":")" + amount + "\"}");
  }
  return asked(person, R"("do":"use","use":{"on":")" + to_text(testing::random_day(choices_)) + R"(","amount":")" +
                           amount + R"(","use":"pharmacy","for":"spouse"})");
}

Asked Workload::late_fact(std::size_t person) {
  const std::string year = std::to_string(2021 + choices_.pick(5));
  if (person % 2 == 1) {
    return asked(person, R"("do":"record","events":[{"event":"pay","on":")" + year + R"(-03-05","insured_year":)" +
                             year + R"(,"amount":"1000.00"}])");
  }
  const Person made = testing::random_person(choices_);
  return asked(person, R"("do":"facts","facts":{"person":{"identities":)" +
                           contract::list_text<contract::kIdentity>(made.identities) + "}}");
}

}  // namespace yidan::crash
