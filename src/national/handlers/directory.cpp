// 1201, 1901, 3301: who an institution is, the words of a dictionary, an institution's own codes.

#include <algorithm>

#include "base/json_writer.h"
#include "national/dictionaries.h"
#include "national/line_reader.h"
#include "national/mapping.h"
#include "national/transactions.h"
#include "operations/permission.h"
#include "operations/registers.h"

namespace yidan::national {
namespace {

constexpr std::string_view kInstitutions = "institution";

Result<Region> pool_of_treatment(const Turn& turn) {
  const policy::Pool* pool = pool_of_division(turn.policy, turn.envelope.division);
  if (pool != nullptr) return pool->region;
  return std::unexpected(Error{ErrorCode::invalid_value,
                               {"就医地医保区划（mdtrtarea_admvs）" + turn.envelope.division + " 不是统筹区",
                                "mdtrtarea_admvs " + turn.envelope.division + " is no pool"},
                               "$.mdtrtarea_admvs"});
}

void write_institution(json::Writer& json, const registers::Seen& seen) {
  json.begin_object();
  json.text("fixmedins_code", seen.id);
  json.text("fixmedins_name", seen.view.value("name"));
  json.text("fixmedins_type", seen.view.value("kind") == "pharmacy" ? "2" : "1");
  if (!seen.view.value("level").empty()) json.text("medinslv", seen.view.value("level"));
  json.text("admdvs", seen.view.value("region"));
  json.end_object();
}

// By code, or by the whole name.
Result<std::vector<registers::Seen>> institutions_asked(const Turn& turn, const Reader& asked) {
  const auto pool = pool_of_treatment(turn);
  if (!pool) return std::unexpected(pool.error());
  operations::RegisterBook book(turn.caller.desk, *pool);
  const Date day = beijing_day(turn.now);
  std::vector<registers::Seen> found;
  if (asked.has("fixmedins_code")) {
    auto seen = book.entry(std::string(kInstitutions), std::string(asked.text("fixmedins_code")), day);
    if (!seen) return std::unexpected(std::move(seen.error()));
    if (seen->view.state == "open") found.push_back(std::move(*seen));
    return found;
  }
  const registers::Fields with{{"name", {std::string(asked.text("fixmedins_name"))}}};
  const auto walked = book.each(std::string(kInstitutions), with, day, [&](const registers::Seen& seen) {
    if (seen.view.state == "open") found.push_back(seen);
    return true;
  });
  if (!walked) return std::unexpected(walked.error());
  return found;
}

void write_dictionary_rows(json::Writer& json, const Dictionary& dictionary) {
  for (std::size_t i = 0; i < dictionary.codes.size(); ++i) {
    json.begin_object();
    json.text("type", dictionary.name);
    json.text("label", dictionary.codes[i].zh);
    json.text("value", dictionary.codes[i].code);
    json.key("sort");
    json.number(static_cast<long long>(i + 1));
    json.text("vali_flag", "1");
    json.end_object();
  }
}

Error no_item(const std::string& code, Date day) {
  return {ErrorCode::not_found,
          {"医保目录编码 " + code + " 在 " + to_text(day) + " 不在目录中：请核对编码",
           "the code " + code + " is not in the catalogue on " + to_text(day) + ": check it"},
          "$.input.data.med_list_codg"};
}

Result<void> check_mapping(const Turn& turn, const Reader& told) {
  if (told.has("enddate") && told.day("enddate") < told.day("begndate")) {
    return std::unexpected(Error{ErrorCode::invalid_value,
                                 {"结束日期早于开始日期", "the last day lies before the first"},
                                 "$.input.data.enddate"});
  }
  const auto pool = pool_of_treatment(turn);
  if (!pool) return std::unexpected(pool.error());
  operations::RegisterBook book(turn.caller.desk, *pool);
  const std::string code(told.text("med_list_codg"));
  const auto seen = book.entry(std::string(kItemRegister), code, told.day("begndate"));
  if (!seen) return std::unexpected(seen.error());
  if (seen->view.state != "listed") return std::unexpected(no_item(code, told.day("begndate")));
  return {};
}

store::Part mapping_part(const Turn& turn, const store::Subject& subject, std::int64_t seq,
                         const std::vector<Mapping>& told) {
  store::Part part{.subject = subject, .expected = seq, .past = text_of(told)};
  if (seq == 0) part.facts = "{}";
  part.documents.push_back({"state", part.past});
  part.rows.push_back({.table = "mapping",
                       .id = subject.id,
                       .provider = turn.envelope.institution,
                       .day = to_text(told.back().from),
                       .state = "told",
                       .data = "{}"});
  part.event = {.seq = seq + 1,
                .kind = "map",
                .key = turn.key,
                .ref = "#" + std::to_string(seq + 1),
                .actor = turn.caller.actor,
                .content = turn.content,
                .answer = "{}",
                .policy = turn.caller.desk.packs().number,
                .engine = turn.caller.desk.engine()};
  return part;
}

}  // namespace

Result<std::string> find_institution(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "medinsinfo"));
  auto allowed = operations::may(turn.caller, Deed::see_policy, {.is_of_pool = false});
  if (!allowed) return std::unexpected(std::move(allowed.error()));
  if (!asked.has("fixmedins_code") && !asked.has("fixmedins_name")) {
    return std::unexpected(Error{ErrorCode::missing,
                                 {"须写机构编号或机构名称", "the institution's code or its name is wanted"},
                                 "$.input.medinsinfo.fixmedins_code"});
  }
  const auto found = institutions_asked(turn, asked);
  if (!found) return std::unexpected(found.error());
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.key("medinsinfo");
  json.begin_array();
  for (const registers::Seen& each : *found) {
    const bool is_pharmacy = each.view.value("kind") == "pharmacy";
    const bool is_asked = !asked.has("fixmedins_type") || (asked.text("fixmedins_type") == "2") == is_pharmacy;
    if (is_asked) write_institution(json, each);
  }
  json.end_array();
  json.end_object();
  return text;
}

Result<std::string> show_dictionary(const Turn&, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  const Dictionary* dictionary = find_dictionary(asked.text("type"));
  if (dictionary == nullptr) {
    std::string names;
    for (const Dictionary& each : kDictionaries) names += (names.empty() ? "" : "、") + std::string(each.name);
    const std::string asked_for(asked.text("type"));
    return std::unexpected(Error{ErrorCode::not_found,
                                 {"没有字典 " + asked_for + "（有：" + names + "）",
                                  "there is no dictionary " + asked_for + " (there are: " + names + ")"},
                                 "$.input.data.type"});
  }
  const bool is_wanted = !asked.has("parentValue") && (!asked.has("vali_flag") || asked.flag("vali_flag"));
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.key("list");
  json.begin_array();
  if (is_wanted) write_dictionary_rows(json, *dictionary);
  json.end_array();
  json.end_object();
  return text;
}

Result<std::string> map_code(const Turn& turn, const json::Value& input) {
  const Reader told(*member(input, "data"));
  auto allowed =
      operations::may(turn.caller, Deed::settle, {.provider = turn.envelope.institution, .is_of_pool = false});
  if (!allowed) return std::unexpected(std::move(allowed.error()));
  if (auto right = check_mapping(turn, told); !right) return std::unexpected(std::move(right.error()));
  Mapping mapping{std::string(told.text("med_list_codg")), std::string(told.text("fixmedins_hilist_name")),
                  told.day("begndate")};
  if (told.has("enddate")) mapping.to = told.day("enddate");
  const store::Subject subject = mapping_subject(turn, told.text("fixmedins_hilist_id"));
  store::Store& store = turn.caller.desk.store();
  constexpr int most_attempts = 20;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    const auto state = store.load(subject);
    if (!state) return std::unexpected(state.error());
    auto all = state->seq == 0 ? Result<std::vector<Mapping>>(std::vector<Mapping>()) : read_mappings(state->past);
    if (!all) return std::unexpected(std::move(all.error()));
    all->push_back(mapping);
    const auto written = store.write(mapping_part(turn, subject, state->seq, *all));
    if (!written) return std::unexpected(written.error());
    // A key that is taken: the message came before.
    if (*written == store::Written::done || *written == store::Written::key_taken) return "{}";
  }
  return std::unexpected(busy_visit());
}

}  // namespace yidan::national
