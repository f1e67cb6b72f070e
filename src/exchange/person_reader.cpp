#include "exchange/person_reader.h"

namespace yidan::exchange {
namespace {

// Every item of a list read by `read_item(reader)`, its unknown keys refused.
template <class T, class ReadItem>
std::vector<T> read_list(ObjectReader& person, std::string_view key, ReadItem read_item) {
  const auto items = person.list(key);
  const Path place = person.path_of(key);
  std::vector<T> list;
  list.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Path path = place.item(i);
    ObjectReader reader(items[i], path);
    list.push_back(read_item(reader));
    reader.finish();
  }
  return list;
}

Cover read_cover(ObjectReader& reader) {
  const Cover cover{reader.require_word<Scheme>("scheme"), reader.require_word<Status>("status"), reader.period()};
  check_status(reader, cover.scheme, cover.status);
  return cover;
}

HeldIdentity read_identity(ObjectReader& reader) {
  const Identity category = read_category(reader);
  return {category, reader.period()};
}

Filing read_filing(ObjectReader& reader) {
  const Place place = reader.word<Place>("place").value_or(Place::remote_resident);
  return {place, read_region(reader.require_text("region"), reader.path_of("region")), reader.period()};
}

FamilyAccount read_account(ObjectReader& reader) {
  const std::string_view written = reader.require_text("owner");
  const auto owner = parse_word<AccountOwner>(written);
  if (!owner || *owner == AccountOwner::self) {
    fail_unknown_word(reader.path_of("owner"), written, "spouse, parent, child");
  }
  return {*owner, reader.money("balance").value_or(Money{})};
}

}  // namespace

std::string_view read_id(ObjectReader& reader) { return reader.require_id("人员编号", "the person's id"); }

void check_status(const ObjectReader& reader, Scheme scheme, Status status) {
  if (scheme_of(status) == scheme) return;
  fail(ErrorCode::contradiction, reader.path_of("status"),
       "参保身份“" + std::string(code(status)) + "”不属于险种“" + std::string(code(scheme)) + "”",
       "status '" + std::string(code(status)) + "' does not belong to scheme '" + std::string(code(scheme)) + "'");
}

Identity read_category(ObjectReader& reader) {
  const std::string_view written = reader.require_text("category");
  const auto category = parse_word<Identity>(written);
  if (category && *category != Identity::none) return *category;
  constexpr std::size_t none_first = std::string_view("none, ").size();
  fail_unknown_word(reader.path_of("category"), written, codes_of<Identity>().substr(none_first));
}

Region read_region(std::string_view text, const Path& path) {
  const bool digits = text.size() == 6 && text.find_first_not_of("0123456789") == std::string_view::npos;
  if (!digits || text.front() == '0') {
    fail(ErrorCode::invalid_value, path, "区划代码应为六位数字（GB/T 2260），如 \"370600\"",
         "a region is a GB/T 2260 code of six digits, for example \"370600\"");
  }
  std::int32_t region = 0;
  for (const char digit : text) region = region * 10 + (digit - '0');
  return Region(region);
}

Person read_person(const json::Value& value, const Path& path) {
  ObjectReader reader(value, path);
  Person person;
  person.id = read_id(reader);
  person.born = reader.date("born");
  person.sex = reader.word<Sex>("sex");
  person.coverage = read_list<Cover>(reader, "coverage", read_cover);
  person.identities = read_list<HeldIdentity>(reader, "identities", read_identity);
  person.diseases = read_list<RegisteredDisease>(reader, "diseases", [](ObjectReader& item) {
    return RegisteredDisease{item.require_word<Disease>("disease"), item.period()};
  });
  person.stays = read_list<RecordedStay>(reader, "stays", [](ObjectReader& item) {
    return RecordedStay{item.require_word<StayKind>("kind"), item.period()};
  });
  person.residence = read_list<Filing>(reader, "residence", read_filing);
  person.account_balance = reader.money("account_balance").value_or(Money{});
  person.accounts = read_list<FamilyAccount>(reader, "accounts", read_account);
  reader.finish();
  return person;
}

}  // namespace yidan::exchange
