#include "operations/registered_provider.h"

#include <algorithm>
#include <utility>

#include "base/json_canonical.h"
#include "base/visible.h"
#include "books/facts.h"
#include "exchange/case_standing.h"
#include "exchange/registered_provider.h"

namespace yidan::operations {
namespace {

using books::Asked;
using exchange::RegisteredProvider;

// What the encounter says itself of its institution.
struct SaidOfProvider {
  std::string id;
  std::optional<Date> date;
  Place place = Place::local;
  bool level = false;
  bool region = false;
  bool designated = false;
};

SaidOfProvider said_in(const exchange::SentEncounter& sent) {
  const json::Value& provider = *sent.provider();
  SaidOfProvider said{.id = std::string(json::text_in(provider, "id"))};
  if (const auto date = parse_date(sent.text("date"))) said.date = *date;
  said.place = parse_word<Place>(sent.text("place")).value_or(Place::local);
  said.level = json::find(provider, "level") != nullptr;
  said.region = json::find(provider, "region") != nullptr;
  said.designated = json::find(provider, "designated") != nullptr;
  return said;
}

// The same of one that was read and names a designation: then nothing else can be left out unseen.
SaidOfProvider said_by(const Encounter& encounter) {
  return {.id = encounter.provider.id,
          .date = encounter.date,
          .place = encounter.place,
          .level = traits(encounter.care).has_level,
          .region = encounter.provider.region.known(),
          .designated = true};
}

std::string names_of(WordSet<Designation> set, Language language) {
  std::string list;
  for (std::size_t i = 0; i < count_of<Designation>; ++i) {
    const auto each = static_cast<Designation>(i);
    if (!set.contains(each)) continue;
    list += (list.empty() ? "" : language == Language::zh ? "、" : ", ") + std::string(word(each).code);
  }
  if (!list.empty()) return list;
  return language == Language::zh ? "无" : "nothing";
}

// Compares one encounter with what the registers say of its institution.
class Comparing {
 public:
  Comparing(const SaidOfProvider& said, const ProviderHistory& history, std::string place)
      : said_(said), history_(history), standing_(standing_on(history, *said.date)), place_(std::move(place)) {}

  // Of an institution elsewhere the registers of the pool need know nothing.
  [[nodiscard]] bool is_silent() const { return !standing_.there && !is_local(); }

  // What the encounter leaves to the registers; of one that is right in what it says itself.
  [[nodiscard]] RegisteredProvider filled(WordSet<Designation> said_designated, Care care) const {
    RegisteredProvider filled;
    if (is_local()) filled.withheld = standing_.withheld;
    if (!said_.level && traits(care).has_level) filled.level = standing_.level;
    if (!said_.region) filled.region = standing_.region;
    const bool same = said_.designated && said_designated == standing_.designated;
    if (is_local() && !same) filled.designated = standing_.designated;
    return filled;
  }

  [[nodiscard]] Result<void> check(const Encounter& encounter) const {
    if (auto same = check_designated(encounter); !same || !standing_.there) return same;
    const Provider& provider = encounter.provider;
    if (said_.level && traits(encounter.care).has_level && standing_.level && *standing_.level != provider.level) {
      const std::string level = std::to_string(*standing_.level);
      return otherwise(".provider.level",
                       since([&](const ProviderStanding& each) { return each.level == standing_.level; }),
                       {"登记为 " + level + " 级", "is of level " + level},
                       {"请改正或不写 level", "correct 'level' or leave it out"});
    }
    const bool agree = standing_.region.covers(provider.region) || provider.region.covers(standing_.region);
    if (said_.region && standing_.region.known() && !agree) {
      return otherwise(".provider.region",
                       since([&](const ProviderStanding& each) { return each.region == standing_.region; }),
                       region_said(), {"请改正或不写 region", "correct 'region' or leave it out"});
    }
    return {};
  }

  // Whether the place of care agrees with where the registers have the institution.
  [[nodiscard]] Result<void> check_place(Region pool) const {
    if (said_.region || !standing_.region.known()) return {};
    const bool same_city = standing_.region.city() == pool.city();
    if (same_city == (said_.place == Place::local)) return {};
    return otherwise(".place", since([&](const ProviderStanding& each) { return each.region == standing_.region; }),
                     region_said(), {"请改正就医地 place", "correct 'place'"});
  }

  // Said to be designated for care that the scheme of the person pays only beside a designation of its own.
  [[nodiscard]] Result<void> check_withheld(const Encounter& encounter, Scheme scheme) const {
    const Designation care = designation_for(encounter.care);
    const WordSet<Designation>& withheld = standing_.withheld[static_cast<std::size_t>(scheme)];
    if (!said_.designated || !encounter.provider.designated.contains(care) || !withheld.contains(care)) return {};
    const Word& paid_by = word(scheme);
    const auto is_withheld = [&](const ProviderStanding& each) {
      return each.there && each.withheld[static_cast<std::size_t>(scheme)].contains(care);
    };
    return otherwise(".provider.designated", since(is_withheld),
                     {"有协议，但“" + std::string(code(care)) + "”由" + std::string(paid_by.zh) +
                          "支付的须另行定点，登记册没有这项定点",
                      "has an agreement, and no designation of its own for '" + std::string(code(care)) +
                          "' that the " + std::string(paid_by.en) + " pays"},
                     {"请不写 designated；确已定点的，先登记 designation",
                      "leave 'designated' out, or register the "
                      "'designation' first"});
  }
  [[nodiscard]] bool may_be_withheld(const Encounter& encounter) const {
    const Designation care = designation_for(encounter.care);
    return said_.designated && is_local() && encounter.provider.designated.contains(care) &&
           std::ranges::any_of(standing_.withheld, [care](const auto& each) { return each.contains(care); });
  }

 private:
  // Elsewhere it is the agency there that designates.
  [[nodiscard]] bool is_local() const { return said_.place == Place::local; }

  // The first day of the run of days, up to the encounter's, on which that held.
  template <class Holds>
  [[nodiscard]] Date since(Holds holds) const {
    auto at = std::ranges::find(history_, standing_.from, &ProviderStanding::from);
    while (at != history_.begin() && holds(*std::prev(at))) --at;
    return at->from;
  }

  [[nodiscard]] Text region_said() const {
    const std::string code = to_text(standing_.region);
    return {"登记于区划 " + code, "stands in region " + code};
  }

  // Too much is said, or nothing although it is designated, or the care at hand is left out.
  [[nodiscard]] Result<void> check_designated(const Encounter& encounter) const {
    if (!said_.designated || !is_local()) return {};
    const WordSet<Designation>& said = encounter.provider.designated;
    const WordSet<Designation>& known = standing_.designated;
    const Designation care = designation_for(encounter.care);
    WordSet<Designation> both = known;
    both.insert(said);
    const bool leaves_out = said.contains(care) != known.contains(care) || said.empty() != known.empty();
    if (both == known && !leaves_out) return {};
    if (!standing_.there) return not_there();
    const auto same = [&](const ProviderStanding& each) { return each.there && each.designated == known; };
    return otherwise(
        ".provider.designated", since(same),
        {"登记的定点类别为：" + names_of(known, Language::zh), "is designated for: " + names_of(known, Language::en)},
        {"请改正或不写 designated", "correct 'designated' or leave it out"});
  }

  [[nodiscard]] Result<void> not_there() const {
    if (said_.id.empty()) {
      return refuse(".provider.designated",
                    {"没有写明机构编号，账册的医药机构登记册无从查到定点：请写明 provider.id，或不写 designated",
                     "no institution is named, so that its designation cannot be found in the "
                     "register of institutions: name 'provider.id', or leave 'designated' out"});
    }
    const std::string id = shown(said_.id);
    Text when;
    const auto later = std::ranges::find_if(
        history_, [&](const ProviderStanding& each) { return each.there && each.from > *said_.date; });
    if (later != history_.end()) {
      const std::string day = to_text(later->from);
      when = {"（自 " + day + " 起才有登记）", " (it is registered from " + day + " on)"};
    } else if (standing_.from != history_.front().from) {
      const std::string day = to_text(standing_.from);
      when = {"（已于 " + day + " 注销）", " (it was closed on " + day + ")"};
    }
    const std::string day = to_text(*said_.date);
    return refuse(".provider.designated",
                  {"医药机构登记册中 " + day + " 没有机构“" + id + "”" + when.zh +
                       "，本市未登记的机构不是定点：请核对机构编号，或不写 designated；确为定点的，先登记机构及其协议",
                   "the register of institutions has no '" + id + "' on " + day + when.en +
                       ", and what is not registered in the city is not designated: check the institution's id, or "
                       "leave 'designated' out; if it is designated, register it and its agreement first"});
  }

  [[nodiscard]] Result<void> otherwise(std::string_view where, Date since, const Text& known, const Text& todo) const {
    const std::string id = shown(said_.id);
    const std::string name = standing_.name.empty() ? std::string() : shown(standing_.name);
    const std::string day = to_text(since);
    return refuse(where, {"与登记册不符：机构“" + id + "”（" + name + "）自 " + day + " 起" + known.zh + "。" +
                              todo.zh + "；登记有误的，先更正登记",
                          "the register says otherwise: institution '" + id + "' (" + name + ") since " + day + " " +
                              known.en + ". " + todo.en + "; if the register is wrong, amend it first"});
  }

  [[nodiscard]] Result<void> refuse(std::string_view where, Text text) const {
    return std::unexpected(Error{ErrorCode::contradiction, std::move(text), place_ + std::string(where)});
  }

  const SaidOfProvider& said_;
  const ProviderHistory& history_;
  const ProviderStanding& standing_;
  std::string place_;
};

// The scheme that covers the person on a day; absent where the file cannot say.
Result<std::optional<Scheme>> scheme_on(const store::Subject& file, const store::State& state, const Asked& asked,
                                        Date day) {
  const policy::Pool* pool = asked.policy.policy->find(Region(file.pool));
  if (state.seq == 0 || pool == nullptr) return std::nullopt;
  json::Document document;
  const auto facts = books::read_facts(document, state.facts, *asked.policy.policy);
  if (!facts) return std::unexpected(facts.error());
  const auto person = exchange::person_on(*pool, *facts, day);
  if (!person) return std::unexpected(person.error());
  const Cover* cover = cover_on(*person, day);
  return cover == nullptr ? std::nullopt : std::optional(cover->scheme);
}

Result<void> check_withheld(const store::Subject& file, const store::State& state, const Asked& asked,
                            const Comparing& comparing) {
  const auto& encounter = std::get<Encounter>(*asked.said);
  if (!comparing.may_be_withheld(encounter)) return {};
  const auto scheme = scheme_on(file, state, asked, encounter.date);
  if (!scheme) return std::unexpected(scheme.error());
  return *scheme ? comparing.check_withheld(encounter, **scheme) : Result<void>{};
}

}  // namespace

Result<void> complete(Desk& desk, const store::Subject& file, const store::State& state, Asked& asked) {
  if (asked.kind != EventKind::settle && asked.kind != EventKind::correct) return {};
  const Region pool(file.pool);
  const auto has = desk.providers().has_institutions(desk, pool);
  if (!has) return std::unexpected(has.error());
  if (!*has) return {};
  std::optional<exchange::SentEncounter> sent;  // its text is seldom looked at
  const auto* read = asked.said ? std::get_if<Encounter>(&*asked.said) : nullptr;
  const bool says_all = read != nullptr && !read->provider.designated.empty();
  if (!says_all && sent.emplace(asked.content).provider() == nullptr) return {};
  const SaidOfProvider said = says_all ? said_by(*read) : said_in(*sent);
  if (!said.date) return {};
  const auto history = desk.providers().of(desk, pool, said.id);
  if (!history) return std::unexpected(history.error());
  const Comparing comparing(said, **history, asked.place);
  if (comparing.is_silent()) return {};
  if (auto same = comparing.check_place(pool); !same) return same;
  if (read == nullptr) {
    // It may lack nothing but what the registers know.
    const RegisteredProvider level{.level = comparing.filled({}, Care::outpatient).level};
    if (level.empty()) return {};
    asked.said = sent->read_with(level, asked.place, pool);
    if (!asked.said) return {};
  }
  auto& encounter = std::get<Encounter>(*asked.said);
  if (auto same = comparing.check(encounter); !same) return same;
  const RegisteredProvider filled = comparing.filled(encounter.provider.designated, encounter.care);
  if (auto paid = check_withheld(file, state, asked, comparing); !paid) return paid;
  if (filled.empty()) return {};
  apply(filled, encounter.provider);
  if (!sent) sent.emplace(asked.content);
  asked.content = sent->with(filled);
  return {};
}

}  // namespace yidan::operations
