#include "contract/encounter.h"

#include <algorithm>
#include <unordered_set>

#include "base/visible.h"
#include "contract/write.h"

namespace yidan::contract {

void require_level(const Members& members, Provider&, Reading& reading) {
  if (!traits(reading.care).has_level || members.has("level")) return;
  members.fail_missing("level", "缺少机构等级：1（一级及以下，含未定级）、2 或 3",
                       "the institution's level is missing: 1 (level one and below, unrated), 2 or 3");
}

void note_care(const Members&, Encounter& encounter, Reading& reading) {
  reading.care = encounter.care;
  reading.on = encounter.date;
}

void check_encounter_liability(const Members& members, Encounter& encounter, Reading&) {
  check_liability(members, encounter.cause);
}

// Local means the same pooling city, the first four digits.
void check_place(const Members& members, Encounter& encounter, Reading& reading) {
  if (!encounter.provider.region.known()) return;
  const bool same_city = encounter.provider.region.city() == reading.pool.city();
  if (same_city == (encounter.place == Place::local)) return;
  const std::string place(code(encounter.place));
  const std::string region = to_text(encounter.provider.region);
  fail(ErrorCode::contradiction, members.place("place"), "就医地“" + place + "”与机构所在地 " + region + " 不符",
       "place '" + place + "' contradicts the provider's region " + region);
}

void check_dates(const Members& members, Encounter& encounter, Reading&) {
  if (is_stay(encounter.care) && !encounter.admitted) {
    members.fail_missing("admitted", "住院与日间手术须写明入院日期", "a stay needs its day of admission");
  }
  if (encounter.admitted && *encounter.admitted > encounter.date) {
    fail(ErrorCode::contradiction, members.place("admitted"), "入院日期晚于出院日期",
         "admitted after the day of discharge");
  }
}

void check_disease(const Members& members, Encounter& encounter, Reading&) {
  const CareTraits& care = traits(encounter.care);
  if (care.is_for_a_disease && !encounter.disease) {
    members.fail_missing("disease", "门诊慢特病与两病用药须写明病种",
                         "chronic and two-disease care need their disease");
  }
  if (encounter.disease && !care.diseases.empty() && !care.diseases.contains(*encounter.disease)) {
    fail(ErrorCode::invalid_value, members.place("disease"), "两病指高血压（hypertension）和糖尿病（diabetes）",
         "two-disease care is for hypertension or diabetes");
  }
}

namespace {

// The second of two lines with one id; null when there is none.
const FeeLine* second_of_an_id(const std::vector<FeeLine>& lines) {
  constexpr std::size_t few = 16;
  if (lines.size() <= few) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (!lines[i].id.empty() && lines[i].id == lines[j].id) return &lines[i];
      }
    }
    return nullptr;
  }
  std::unordered_set<std::string_view> seen;
  const auto again = std::ranges::find_if(
      lines, [&seen](const FeeLine& line) { return !line.id.empty() && !seen.insert(line.id).second; });
  return again == lines.end() ? nullptr : &*again;
}

}  // namespace

void check_line_ids(const Members& members, Encounter& encounter, Reading& reading) {
  const FeeLine* again = reading.kept ? nullptr : second_of_an_id(encounter.lines);
  if (again == nullptr) return;
  const std::string id = shown(again->id);
  const auto first = std::ranges::find(encounter.lines, again->id, &FeeLine::id) - encounter.lines.begin();
  const std::string place = std::to_string(first);
  const Path list = members.place("lines");
  const Path item = list.item(static_cast<std::size_t>(again - encounter.lines.data()));
  fail(ErrorCode::duplicate_id, item.member("id"),
       "行号“" + id + "”已用于 lines[" + place + "]：重复上传的请删去，不同的费用用不同行号",
       "the line's id '" + id + "' is that of lines[" + place +
           "]: delete what was sent twice, give other lines ids of their own");
}

Encounter read_encounter(const json::Value& value, const Path& path, Region pool, bool kept) {
  Reading reading{.kept = kept, .pool = pool};
  return read<kEncounter>(value, path, reading);
}

void write_encounter(json::Writer& json, const Encounter& encounter) { write<kEncounter>(json, encounter); }

std::string encounter_text(const Encounter& encounter) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  write_encounter(json, encounter);
  return text;
}

}  // namespace yidan::contract
