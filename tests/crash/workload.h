// Random requests of many threads about a few hundred persons, a handful of whom everybody asks about; and what is
// known of earlier ones, so that they can be reversed, corrected and repeated.
//
// The key of a request is "P17/E3.5.8": the person, then the encounter (E) or another thing (x) with the numbers of
// round, thread and request. The pool and the facts of a person follow from its number.
#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "policy/policy.h"
#include "testing/random_case.h"

namespace yidan::crash {

struct Asked {
  std::string key;
  std::string text;  // JSON
};

// What was acknowledged: for all threads.
class Acknowledged {
 public:
  void add(const Asked& asked);
  // One of them; an empty key when there is none yet.
  [[nodiscard]] Asked any(testing::Choices& choices) const;
  // Whether the person's facts are among them.
  [[nodiscard]] bool knows(std::size_t person) const;
  // An encounter of the person; empty when there is none.
  [[nodiscard]] std::string encounter_of(std::size_t person, testing::Choices& choices) const;

 private:
  mutable std::mutex mutex_;
  std::deque<Asked> latest_;
  std::map<std::size_t, std::vector<std::string>> encounters_;  // of the persons whose facts are known
};

class Workload {
 public:
  static constexpr std::size_t kPersons = 200;  // in use at one time

  // `first` is the lowest number of a person in use.
  Workload(const policy::Policy& policy, std::size_t round, std::size_t thread, std::uint64_t seed, std::size_t first)
      : policy_(policy), choices_(seed), name_(std::to_string(round) + "." + std::to_string(thread)), first_(first) {}

  // The facts of a person: always the same for the same number.
  [[nodiscard]] static Asked facts(const policy::Policy& policy, std::size_t person);
  [[nodiscard]] Asked next(const Acknowledged& known);
  // The same key for something else.
  [[nodiscard]] static Asked other_content(const Asked& asked);
  [[nodiscard]] testing::Choices& choices() { return choices_; }

 private:
  [[nodiscard]] std::size_t any_person();
  [[nodiscard]] Asked settlement(std::size_t person);
  [[nodiscard]] Asked correction(std::size_t person, const std::string& encounter);
  [[nodiscard]] Asked account_event(std::size_t person);
  [[nodiscard]] Asked late_fact(std::size_t person);
  [[nodiscard]] Asked asked(std::size_t person, const std::string& members);
  [[nodiscard]] Encounter encounter(std::size_t person, std::string id);

  const policy::Policy& policy_;
  testing::Choices choices_;
  std::string name_;
  std::size_t first_;
  std::size_t count_ = 0;
};

}  // namespace yidan::crash
