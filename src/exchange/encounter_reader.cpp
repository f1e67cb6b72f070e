#include "exchange/encounter_reader.h"

#include "exchange/line_reader.h"
#include "exchange/person_reader.h"

namespace yidan::exchange {
namespace {

int read_level(ObjectReader& reader, Care care) {
  const json::Value* level = reader.find("level");
  if (level == nullptr) {
    if (care == Care::pharmacy) return 1;
    reader.fail_missing("level", "缺少机构等级：1（一级及以下，含未定级）、2 或 3",
                        "the institution's level is missing: 1 (level one and below, unrated), 2 or 3");
  }
  if (level->kind == json::Kind::number && level->text.size() == 1 && level->text >= "1" && level->text <= "3") {
    return level->text.front() - '0';
  }
  fail(ErrorCode::invalid_value, reader.path_of("level"), "机构等级只能是数字 1、2 或 3",
       "a level is the number 1, 2 or 3");
}

Provider read_provider(const json::Value& value, const Path& path, Care care) {
  ObjectReader reader(value, path);
  Provider provider;
  provider.id = reader.text("id").value_or("");
  if (const auto region = reader.text("region")) provider.region = read_region(*region, reader.path_of("region"));
  provider.level = read_level(reader, care);
  const auto designated = reader.list("designated");
  const Path place = reader.path_of("designated");
  for (std::size_t i = 0; i < designated.size(); ++i) {
    const Path item = place.item(i);
    provider.designated.insert(ObjectReader::read_word<Designation>(text_of(designated[i], item), item));
  }
  reader.finish();
  return provider;
}

// Local means the same pooling city, the first four digits.
void check_place(const ObjectReader& reader, const Encounter& encounter, Region pool) {
  if (!encounter.provider.region.known()) return;
  const bool same_city = encounter.provider.region.city() == pool.city();
  if (same_city == (encounter.place == Place::local)) return;
  fail(ErrorCode::contradiction, reader.path_of("place"),
       "就医地“" + std::string(code(encounter.place)) + "”与机构所在地 " + to_text(encounter.provider.region) + " 不符",
       "place '" + std::string(code(encounter.place)) + "' contradicts the provider's region " +
           to_text(encounter.provider.region));
}

void check_dates(const ObjectReader& reader, const Encounter& encounter) {
  if (is_stay(encounter.care) && !encounter.admitted) {
    reader.fail_missing("admitted", "住院与日间手术须写明入院日期", "a stay needs its day of admission");
  }
  if (encounter.admitted && *encounter.admitted > encounter.date) {
    fail(ErrorCode::contradiction, reader.path_of("admitted"), "入院日期晚于出院日期",
         "admitted after the day of discharge");
  }
}

void check_disease(const ObjectReader& reader, const Encounter& encounter) {
  const bool needed = encounter.care == Care::chronic || encounter.care == Care::two_disease;
  if (needed && !encounter.disease) {
    reader.fail_missing("disease", "门诊慢特病与两病用药须写明病种", "chronic and two-disease care need their disease");
  }
  const bool is_two_disease = encounter.disease == Disease::hypertension || encounter.disease == Disease::diabetes;
  if (encounter.care == Care::two_disease && !is_two_disease) {
    fail(ErrorCode::invalid_value, reader.path_of("disease"), "两病指高血压（hypertension）和糖尿病（diabetes）",
         "two-disease care is for hypertension or diabetes");
  }
}

}  // namespace

Encounter read_encounter(const json::Value& value, const Path& path, Region pool) {
  ObjectReader reader(value, path);
  Encounter encounter;
  encounter.id = reader.require_id("就诊编号", "the encounter's id");
  encounter.care = reader.require_word<Care>("care");
  encounter.date = reader.require_date("date");
  encounter.admitted = reader.date("admitted");
  encounter.disease = reader.word<Disease>("disease");
  encounter.provider = read_provider(reader.require("provider"), reader.path_of("provider"), encounter.care);
  encounter.place = reader.word<Place>("place").value_or(Place::local);
  encounter.cause = reader.word<Cause>("cause").value_or(Cause::illness);
  encounter.use_account = reader.flag("use_account");
  encounter.before_admission = reader.flag("before_admission");
  encounter.first_contact_referral = reader.flag("first_contact_referral");
  encounter.stay = reader.text("stay").value_or("");
  encounter.referred_from = reader.text("referred_from").value_or("");
  encounter.lines = read_lines(reader.list("lines"), reader.path_of("lines"));
  reader.finish();
  check_place(reader, encounter, pool);
  check_dates(reader, encounter);
  check_disease(reader, encounter);
  return encounter;
}

}  // namespace yidan::exchange
