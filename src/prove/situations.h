// Every situation of a pool on a day, told apart as far as the compiled policy tells them apart.
//
// A situation is a person and an encounter without an amount: status, identities, diseases, stays, care, place, level,
// designation, order of admission. What the tables do not ask for is not told apart; what they make of a situation is a
// run of flat layers, and equal runs are one. Situations are made as facts and looked up as settlement does it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "benefit/kernel/plan.h"
#include "facts/case.h"
#include "policy/policy.h"

namespace yidan::prove {

using RunId = std::uint32_t;

// Where care is given, and whether the city counts it as within the province.
enum class Whereabouts : std::uint8_t { local, temporary, referred, referred_far, resident, resident_far };
inline constexpr std::size_t kWhereabouts = 6;

enum class Designated : std::uint8_t { for_this, for_another, for_nothing };

// Who and where, as far as it decides which benefits look at the bill.
struct Circumstances {
  Status status = Status::adult;
  Care care = Care::outpatient;
  std::optional<Disease> disease{};
  bool registered = true;
  Designated designated = Designated::for_this;
  std::uint8_t stays = 0;  // a bit a kind of stay during which the care is given
  Whereabouts where = Whereabouts::local;

  auto operator<=>(const Circumstances&) const = default;
};

// And as far as it decides what they pay.
struct Details {
  std::uint8_t level = 0;       // ordinal
  std::uint8_t order = 0;       // 0 the first admission of the year, 1 the second, 2 a later one
  std::uint8_t held = 0;        // 1: several diseases of the benefit are registered
  std::uint8_t identities = 0;  // a bit an identity, that of `none` never

  auto operator<=>(const Details&) const = default;
};

struct Facts {
  Circumstances circumstances;
  Details details;
};

// What a treatment has absorbed of its deductible: of each disease another counter, which no run tells apart.
inline constexpr std::uint16_t kOfTheDisease = 50'000;

// The counters of a plan are the pool's: `counter` of a layer is the pool's counter + 1, 0 the one that nobody reads.
struct Run {
  std::vector<const policy::Benefit*> benefits;
  std::vector<benefit::kernel::FlatLayer> layers;
  Facts first;  // of which it is what the tables say
};

class Situations {
 public:
  // Where the pool is not in force there are none. REQUIRES: the pool outlives them.
  Situations(const policy::Pool& pool, Date day);

  // Every run there is.
  [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }
  // Circumstances that the tables do not tell apart are one kind; where the pool is not in force they are of none.
  using KindId = std::optional<std::size_t>;
  [[nodiscard]] KindId kind_of(Circumstances circumstances) const;
  [[nodiscard]] const std::map<Circumstances, std::size_t>& circumstances() const { return known_; }
  // The first circumstances of each kind.
  [[nodiscard]] const std::vector<Circumstances>& examples() const { return examples_; }

  // What they come to; the empty run where there is a right to nothing.
  [[nodiscard]] RunId run_of(KindId kind, const Details& details) const;
  // Every combination of details that the tables of a kind tell apart; what they do not ask for is 0.
  [[nodiscard]] std::vector<Details> details_of(KindId kind) const;
  // The identities that some benefit knows.
  [[nodiscard]] std::uint8_t identities_of(KindId kind) const;
  [[nodiscard]] const policy::Pool& pool() const { return *pool_; }
  [[nodiscard]] Date day() const { return day_; }

 private:
  struct Kind {
    bool by_level = false;
    bool by_order = false;
    bool by_held = false;
    std::uint8_t identities = 0;
    std::map<Details, RunId> runs;
  };
  // What of circumstances the tables see.
  using Seen = std::tuple<std::vector<std::uint8_t>, std::uint32_t, bool, bool, std::uint8_t, std::uint8_t>;
  void add_all(std::uint8_t stays);
  void add(const Circumstances& circumstances);
  void fill(const Circumstances& circumstances, Kind& kind);
  RunId keep(benefit::kernel::Plan::Laid laid, const Facts& facts, const benefit::Situation& situation);
  [[nodiscard]] static Details seen(const Kind& kind, Details details);

  const policy::Pool* pool_;
  Date day_;
  benefit::kernel::Plan plan_;
  std::uint8_t blocking_ = 0;  // kinds of stay during which some benefit is refused, a bit each
  std::vector<Run> runs_;
  std::map<std::vector<std::array<std::int64_t, 24>>, RunId> kept_;
  std::vector<Kind> kinds_;
  std::vector<Circumstances> examples_;
  std::map<Seen, std::size_t> told_apart_;
  std::map<Circumstances, std::size_t> known_;
};

}  // namespace yidan::prove
