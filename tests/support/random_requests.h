// Random requests to the books about one person, and a plain memory of what they told: from it the properties make the
// file that the books should equal, without any of the books' own code.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "contract/case.h"
#include "contract/write.h"
#include "exchange/outcome.h"
#include "testing/random_case.h"
#include "tests/support/counter_desk.h"

namespace yidan::testing {

// An entry as the person knows it; a reversed one is `gone`.
struct Remembered {
  EventKind kind = EventKind::settle;
  std::string key;
  std::string id;       // of an encounter
  std::string content;  // JSON
  std::string told;     // of an encounter: the bill that the provider was told of last; of a credit: its own part
  std::string provider;
  bool gone = false;
};

// What one file was told so far.
struct Memory {
  store::Subject file;
  std::map<std::string, std::string> person;  // members of the person, as JSON
  std::string opening;                        // JSON; empty: none
  std::vector<std::string> events;            // of the record; JSON each
  bool by_record = false;
  std::vector<Remembered> entries;

  // The facts as a case without encounters.
  [[nodiscard]] std::string facts() const {
    std::string text =
        R"({"format":"yidan.case/1","pool":")" + to_text(Region(file.pool)) + R"(","person":{"id":")" + file.id + "\"";
    for (const auto& [key, value] : person) text += ",\"" + key + "\":" + value;
    text += "}";
    if (!opening.empty()) text += ",\"opening\":" + opening;
    if (by_record) text += ",\"record\":{\"events\":[" + joined(events) + "]}";
    return text + "}";
  }
  static std::string joined(const std::vector<std::string>& list) {
    std::string text;
    for (const std::string& each : list) text += (text.empty() ? "" : ",") + each;
    return text;
  }
  [[nodiscard]] Remembered* find(const std::string& id) {
    for (Remembered& each : entries) {
      if (!each.id.empty() && each.id == id) return &each;
    }
    return nullptr;
  }
};

// A request as it is sent: its key, and its members but format and key.
struct Sent {
  std::string key;
  std::string members;
};

// A request may be refused: what it would tell waits in `pending_` and becomes memory when it was accepted.
class RequestMaker {
 public:
  RequestMaker(Choices& choices, const policy::Pool& pool, const std::string& person) : choices_(choices), pool_(pool) {
    memory_.file = {pool.region.code(), person};
    memory_.by_record = choices.one_in(2);
  }

  [[nodiscard]] const Memory& memory() const { return memory_; }
  [[nodiscard]] const std::vector<Sent>& accepted() const { return accepted_; }

  // The first request: the facts.
  Sent begin() {
    pending_ = memory_;
    std::string facts = "\"person\":{" + person_members() + "}";
    if (memory_.by_record) facts += ",\"record\":{\"events\":[" + first_events() + "]}";
    if (choices_.one_in(3)) facts += ",\"opening\":" + (pending_.opening = random_opening());
    return sent("facts", "\"facts\":{" + facts + "}");
  }

  Sent next() {
    pending_ = memory_;
    switch (choices_.pick(12)) {
      case 0:
        return facts_learnt_late();
      case 1:
        return reversal();
      case 2:
        return correction();
      case 3:
        return credit();
      case 4:
        return use();
      case 5:
        return choices_.pick(2) == 0 ? reversal() : facts_learnt_late();
      default:
        return settlement();
    }
  }

  // Says that the last request was accepted, and what the bill then was that it told a provider of. Later events change
  // bills and tell no provider: only what was told then is the provider's.
  void accept(const std::string& told) {
    if (told_entry_ < pending_.entries.size()) pending_.entries[told_entry_].told = told;
    memory_ = std::move(pending_);
    accepted_.push_back(last_);
  }
  // The entry of which somebody is told by the last request; null: none.
  [[nodiscard]] const Remembered* tells_of() const {
    return told_entry_ < pending_.entries.size() ? &pending_.entries[told_entry_] : nullptr;
  }
  [[nodiscard]] bool is_entry() const { return is_entry_; }

 private:
  Sent sent(const std::string& operation, const std::string& members, std::size_t told = SIZE_MAX) {
    told_entry_ = told;
    is_entry_ = operation == "settle" || operation == "credit" || operation == "use";
    last_ = {memory_.file.id + "-" + std::to_string(++count_), R"("pool":")" + to_text(Region(memory_.file.pool)) +
                                                                   R"(","person":")" + memory_.file.id + R"(","do":")" +
                                                                   operation + "\"," + members};
    return last_;
  }
  [[nodiscard]] std::string next_key() const { return memory_.file.id + "-" + std::to_string(count_ + 1); }

  std::string person_members() {
    const Person person = random_person(choices_);
    std::map<std::string, std::string>& members = pending_.person;
    members["born"] = "\"1960-05-12\"";
    if (!memory_.by_record) {
      members["coverage"] = contract::list_text<contract::kCover>(person.coverage);
      members["identities"] = contract::list_text<contract::kIdentity>(person.identities);
    }
    members["diseases"] = contract::list_text<contract::kDisease>(person.diseases);
    members["stays"] = contract::list_text<contract::kStay>(person.stays);
    members["residence"] = contract::list_text<contract::kResidence>(person.residence);
    members["account_balance"] = "\"" + to_text(person.account_balance) + "\"";
    members["accounts"] = contract::list_text<contract::kAccount>(person.accounts);
    std::string text;
    for (const auto& [key, value] : members) text += (text.empty() ? "\"" : ",\"") + key + "\":" + value;
    return text;
  }

  std::string random_opening() {
    const std::string& name = pool_.counter_names[choices_.pick(pool_.counter_names.size())];
    return "{\"2023\":{\"" + name + "\":\"" + to_text(random_amount(choices_)) + "\"}}";
  }

  std::string told_event(std::string event) {
    pending_.events.push_back(event);
    return event;
  }
  std::string first_events() {
    if (choices_.pick(2) == 0) {
      return told_event(
          R"({"event":"enrol","on":"2020-10-10","scheme":"resident","status":"adult","insured_year":2021})");
    }
    std::string first =
        told_event(R"({"event":"employ","on":"2019-02-03","employer":"U1","employer_kind":"enterprise",)"
                   R"("monthly_wage":"6000.00"})");
    return first + "," + told_event(R"({"event":"pay","on":"2019-02-20","month":"2019-02","amount":"540.00"})");
  }

  // Amounts that are enough for every premium, and such that often are not: cover comes and goes with late payments.
  std::string random_event() {
    const std::string year = std::to_string(2021 + choices_.pick(5));
    switch (choices_.pick(6)) {
      case 0:
      case 1:
        return R"({"event":"pay","on":")" + year + R"(-03-05","insured_year":)" + year + R"(,"amount":"1000.00"})";
      case 2:
        return R"({"event":"pay","on":")" + year + R"(-10-05","insured_year":)" + year + R"(,"amount":"320.00"})";
      case 3:
        return R"({"event":"apply","on":")" + year + R"(-06-10","recognised":")" + year + R"(-06-01"})";
      case 4:
        return R"({"event":"leave","on":")" + year + R"(-08-31"})";
      default:
        return R"({"event":"identity","on":")" + year + R"(-11-02","category":")" +
               std::string(code(static_cast<Identity>(1 + choices_.pick(count_of<Identity> - 1)))) + R"(","from":")" +
               year + R"(-01-01"})";
    }
  }

  Sent facts_learnt_late() {
    if (memory_.by_record && !choices_.one_in(4)) {
      const std::string first = told_event(random_event());
      const std::string second = choices_.one_in(3) ? "," + told_event(random_event()) : "";
      return sent("record", "\"events\":[" + first + second + "]");
    }
    const Person person = random_person(choices_);
    const auto one = [this](const std::string& key, const std::string& value) {
      pending_.person[key] = value;
      return sent("facts", "\"facts\":{\"person\":{\"" + key + "\":" + value + "}}");
    };
    switch (choices_.pick(memory_.by_record ? 4 : 6)) {
      case 0:
        return one("diseases", contract::list_text<contract::kDisease>(person.diseases));
      case 1:
        return one("residence", contract::list_text<contract::kResidence>(person.residence));
      case 2:
        return one("account_balance", "\"" + to_text(person.account_balance) + "\"");
      case 3:
        pending_.opening = random_opening();
        return sent("facts", "\"facts\":{\"opening\":" + pending_.opening + "}");
      case 4:
        return one("coverage", contract::list_text<contract::kCover>(person.coverage));
      default:
        return one("identities", contract::list_text<contract::kIdentity>(person.identities));
    }
  }

  Encounter encounter(std::size_t number) {
    Encounter made = random_encounter(choices_, pool_.region, number);
    made.provider.id = choices_.one_in(8) ? "" : "H" + std::to_string(choices_.pick(3));
    if (made.place == Place::remote_referred || made.place == Place::local) return made;
    if (made.provider.region.city() == pool_.region.city()) made.provider.region = Region(110105);
    return made;
  }

  Sent settlement() {
    Encounter made = encounter(memory_.entries.size());
    if (choices_.one_in(20) && !memory_.entries.empty()) made.id = memory_.entries.front().id;
    const std::string content = contract::encounter_text(made);
    pending_.entries.push_back({EventKind::settle, next_key(), made.id, content, {}, made.provider.id});
    return sent("settle", "\"encounter\":" + content, pending_.entries.size() - 1);
  }

  Sent correction() {
    if (memory_.entries.empty()) return settlement();
    const std::size_t place = choices_.pick(memory_.entries.size());
    Remembered& entry = pending_.entries[place];
    // Without a provider, a number that two gave names either of them.
    if (entry.id.empty() || (shares_id(entry) && entry.provider.empty())) return settlement();
    Encounter made = encounter(place);
    made.id = entry.id;
    made.referred_from.clear();
    if (shares_id(entry)) made.provider.id = entry.provider;
    entry.content = contract::encounter_text(made);
    entry.provider = made.provider.id;
    return sent("correct", "\"encounter\":" + entry.content, place);
  }

  Sent reversal() {
    if (memory_.entries.empty()) return settlement();
    Remembered& entry = pending_.entries[choices_.pick(memory_.entries.size())];
    entry.gone = true;
    const bool shared = shares_id(entry);
    if (entry.id.empty() || (shared && entry.provider.empty()) || choices_.one_in(3)) {
      return sent("reverse", R"("request":")" + entry.key + "\"");
    }
    const std::string whose = shared ? R"(,"provider":")" + entry.provider + "\"" : "";
    return sent("reverse", R"("encounter":")" + entry.id + "\"" + whose);
  }

  // Whether another institution's encounter has the same id.
  [[nodiscard]] bool shares_id(const Remembered& entry) const {
    return std::ranges::count(pending_.entries, entry.id, &Remembered::id) > 1;
  }

  Sent credit() {
    const std::string month = std::to_string(2021 + choices_.pick(5)) + "-0" + std::to_string(1 + choices_.pick(9));
    const Money amount = random_amount(choices_) + Money::fen(1);
    const std::string content = R"({"month":")" + month + R"(","amount":")" + to_text(amount) + "\"}";
    pending_.entries.push_back({EventKind::credit, next_key(), {}, content, {}, {}});
    return sent("credit", "\"credit\":" + content, pending_.entries.size() - 1);
  }

  Sent use() {
    const Money amount = Money::fen(static_cast<std::int64_t>(1 + choices_.pick(2'000'000)));
    const std::string content = R"({"on":")" + to_text(random_day(choices_)) + R"(","amount":")" + to_text(amount) +
                                R"(","use":")" + std::string(code(choices_.word<AccountUse>())) + R"(","for":")" +
                                std::string(code(choices_.word<Beneficiary>())) + "\"}";
    pending_.entries.push_back({EventKind::use, next_key(), {}, content, {}, {}});
    return sent("use", "\"use\":" + content);
  }

  Choices& choices_;
  const policy::Pool& pool_;
  Memory memory_;
  Memory pending_;
  std::vector<Sent> accepted_;
  Sent last_;
  std::size_t told_entry_ = SIZE_MAX;
  std::size_t count_ = 0;
  bool is_entry_ = false;
};

}  // namespace yidan::testing
