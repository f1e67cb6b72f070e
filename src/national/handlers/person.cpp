// 1101: who somebody is, how they are insured, and which assistance categories they have.

#include <array>

#include "base/json_writer.h"
#include "facts/person_number.h"
#include "national/person_seen.h"
#include "national/transactions.h"
#include "operations/standing.h"

namespace yidan::national {
namespace {

constexpr std::string_view kIdentityCard = "02";

// Codes of our own, in the order of the categories: those of the interface are not known.
constexpr std::array<std::string_view, 8> kIdentityTypes{"900", "901", "902", "903", "904", "905", "906", "907"};
static_assert(count_of<Identity> <= kIdentityTypes.size());

Error only_by_number() {
  return {ErrorCode::invalid_value,
          {"目前只能凭居民身份证（02）查询：凭证编号即证件号码",
           "a person is found by identity card (02) alone: its number is that of the credential"},
          "$.input.data.mdtrt_cert_type"};
}

// The pools in whose books somebody of that number is, the one of the treatment first.
Result<std::vector<std::int32_t>> pools_of(const Turn& turn, const std::string& number) {
  std::vector<std::int32_t> found;
  for (const policy::Pool& each : turn.policy.pools) {
    const std::int32_t pool = each.region.code();
    const auto state = turn.caller.desk.store().load({pool, number});
    if (!state) return std::unexpected(state.error());
    if (state->seq == 0) continue;
    const bool is_here = to_text(each.region).substr(0, 4) == turn.envelope.division.substr(0, 4);
    found.insert(is_here ? found.begin() : found.end(), pool);
  }
  return found;
}

void write_person(json::Writer& json, const PersonSeen& seen, std::string_view pseudonym, std::string_view name,
                  Date day) {
  json.key("baseinfo");
  json.begin_object();
  json.text("psn_no", pseudonym);
  json.text("psn_cert_type", seen.certificate);
  json.text("certno", seen.number);
  json.text("psn_name", name);
  json.text("gend", seen.sex);
  json.text("brdy", to_text(seen.born));
  json.text("age", age_text(seen.born, day));
  json.end_object();
}

void write_insurance(json::Writer& json, const operations::PersonStanding& standing, Date day) {
  json.key("insuinfo");
  json.begin_array();
  for (const auto& cover : standing.standing.cover) {
    if (!cover.period.contains(day)) continue;
    json.begin_object();
    json.text("insutype", insurance_type(cover.scheme));
    json.text("psn_type", person_type(cover.status));
    json.text("psn_insu_stas", "1");
    json.text("psn_insu_date", to_text(cover.period.from));
    json.text("cvlserv_flag", "0");
    json.text("insuplc_admdvs", to_text(standing.pool->region));
    json.fixed("balc", standing.standing.account.balance.in_fen(), 2);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

Result<std::string> find_person(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  if (asked.text("mdtrt_cert_type") != kIdentityCard) return std::unexpected(only_by_number());
  const auto number = read_person_number(asked.has("certno") ? asked.text("certno") : asked.text("mdtrt_cert_no"));
  if (!number) {
    return std::unexpected(Error{number.error().code, number.error().message, "$.input.data.mdtrt_cert_no"});
  }
  const auto pools = pools_of(turn, *number);
  if (!pools) return std::unexpected(pools.error());
  if (pools->empty()) {
    return std::unexpected(Error{ErrorCode::not_found,
                                 {"没有此证件号码的参保人员", "nobody of this number is insured here"},
                                 "$.input.data.mdtrt_cert_no"});
  }
  const store::Subject subject{pools->front(), *number};
  const Date day = asked.has("begntime") ? asked.day("begntime") : beijing_day(turn.now);
  const auto standing = operations::standing_of(turn.caller, {subject.pool, subject.id, {}}, day);
  if (!standing) return std::unexpected(standing.error());
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  write_person(json, seen_in(subject, *standing, day), turn.caller.desk.store().pseudonym(subject),
               asked.has("psn_name") ? asked.text("psn_name") : kNoName, day);
  write_insurance(json, *standing, day);
  json.key("idetinfo");
  json.begin_array();
  for (const auto& identity : standing->standing.identities) {
    if (!identity.period.contains(day)) continue;
    json.begin_object();
    json.text("psn_idet_type", kIdentityTypes.at(static_cast<std::size_t>(identity.category)));
    json.text("memo", word(identity.category).zh);
    json.text("begntime", to_text(identity.period.from));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return text;
}

}  // namespace yidan::national
