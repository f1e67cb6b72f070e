// Random facts as the JSON of the contract: what a request says of a person, an encounter, an event of the record.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/json_writer.h"
#include "facts/case.h"

namespace yidan::testing {

class CaseJson {
 public:
  static std::string of(const Encounter& encounter) {
    return made([&](CaseJson& json) { json.write(encounter); });
  }
  static std::string of(const std::vector<Cover>& list) {
    return made_list(list, [](CaseJson& json, const Cover& each) {
      json.text("scheme", code(each.scheme));
      json.text("status", code(each.status));
      json.write(each.period);
    });
  }
  static std::string of(const std::vector<HeldIdentity>& list) {
    return made_list(list, [](CaseJson& json, const HeldIdentity& each) {
      json.text("category", code(each.identity));
      json.write(each.period);
    });
  }
  static std::string of(const std::vector<RegisteredDisease>& list) {
    return made_list(list, [](CaseJson& json, const RegisteredDisease& each) {
      json.text("disease", code(each.disease));
      json.write(each.period);
    });
  }
  static std::string of(const std::vector<RecordedStay>& list) {
    return made_list(list, [](CaseJson& json, const RecordedStay& each) {
      json.text("kind", code(each.kind));
      json.write(each.period);
    });
  }
  static std::string of(const std::vector<Filing>& list) {
    return made_list(list, [](CaseJson& json, const Filing& each) {
      json.text("place", code(each.place));
      json.text("region", to_text(each.region));
      json.write(each.period);
    });
  }
  static std::string of(const std::vector<FamilyAccount>& list) {
    return made_list(list, [](CaseJson& json, const FamilyAccount& each) {
      json.text("owner", code(each.owner));
      json.text("balance", to_text(each.balance));
    });
  }

 private:
  explicit CaseJson(std::string& out) : json_(out, json::Writer::Style::compact) {}

  template <class Write>
  static std::string made(Write write) {
    std::string out;
    CaseJson json(out);
    write(json);
    return out;
  }
  template <class T, class Write>
  static std::string made_list(const std::vector<T>& list, Write write) {
    return made([&](CaseJson& json) {
      json.json_.begin_array();
      for (const T& each : list) {
        json.json_.begin_object();
        write(json, each);
        json.json_.end_object();
      }
      json.json_.end_array();
    });
  }

  void text(std::string_view key, std::string_view value) {
    json_.key(key);
    json_.string(value);
  }
  void flag(std::string_view key, bool value) {
    if (!value) return;
    json_.key(key);
    json_.boolean(true);
  }
  void write(const Period& period) {
    text("from", to_text(period.from));
    if (period.to != Date::never()) text("to", to_text(period.to));
  }

  void write(const Encounter& encounter) {
    json_.begin_object();
    text("id", encounter.id);
    text("care", code(encounter.care));
    text("date", to_text(encounter.date));
    if (encounter.admitted) text("admitted", to_text(*encounter.admitted));
    if (encounter.disease) text("disease", code(*encounter.disease));
    text("place", code(encounter.place));
    text("cause", code(encounter.cause));
    flag("use_account", encounter.use_account);
    flag("before_admission", encounter.before_admission);
    flag("first_contact_referral", encounter.first_contact_referral);
    if (!encounter.stay.empty()) text("stay", encounter.stay);
    if (!encounter.referred_from.empty()) text("referred_from", encounter.referred_from);
    write(encounter.provider);
    json_.key("lines");
    json_.begin_array();
    for (const FeeLine& line : encounter.lines) write(line);
    json_.end_array();
    json_.end_object();
  }

  void write(const Provider& provider) {
    json_.key("provider");
    json_.begin_object();
    if (!provider.id.empty()) text("id", provider.id);
    if (provider.region.known()) text("region", to_text(provider.region));
    json_.key("level");
    json_.number(provider.level);
    json_.key("designated");
    json_.begin_array();
    for (std::size_t i = 0; i < count_of<Designation>; ++i) {
      const auto each = static_cast<Designation>(i);
      if (provider.designated.contains(each)) json_.string(code(each));
    }
    json_.end_array();
    json_.end_object();
  }

  void write(const FeeLine& line) {
    json_.begin_object();
    text("class", code(line.line_class));
    text("amount", to_text(line.price));
    if (!line.over_limit.is_zero()) text("payment_standard", to_text(line.price - line.over_limit));
    if (line.line_class == LineClass::b) text("self_pay_first", to_text(line.self_pay_first));
    if (line.cause != Cause::illness) text("cause", code(line.cause));
    json_.end_object();
  }

  json::Writer json_;
};

}  // namespace yidan::testing
