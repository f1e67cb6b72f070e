#include <algorithm>
#include <array>

#include "base/json_canonical.h"
#include "base/visible.h"
#include "exchange/heading_reader.h"
#include "exchange/outcome.h"
#include "exchange/request_parts.h"

namespace yidan::exchange {

// In requests/, one file each.
ReadRequest read_settle, read_trial, read_correct, read_reverse, read_facts_told, read_record_told, read_enrol,
    read_pay, read_grant, read_credit, read_use;

namespace {

constexpr std::array kForms{
    RequestForm{"settle", read_settle},    RequestForm{"trial", read_trial},
    RequestForm{"correct", read_correct},  RequestForm{"reverse", read_reverse},
    RequestForm{"facts", read_facts_told}, RequestForm{"record", read_record_told},
    RequestForm{"enrol", read_enrol},      RequestForm{"pay", read_pay},
    RequestForm{"grant", read_grant},      RequestForm{"credit", read_credit},
    RequestForm{"use", read_use},
};

const RequestForm& form_of(ObjectReader& reader) {
  const std::string_view name = reader.require_text("do");
  const auto* found = std::ranges::find(kForms, name, &RequestForm::name);
  if (found != kForms.end()) return *found;
  std::string names;
  std::vector<std::string_view> words;
  for (const RequestForm& each : kForms) {
    words.push_back(each.name);
  }
  for (const Word& each : Terms<DecisionAct>::words) words.push_back(each.code);
  for (const Word& each : Terms<RegisterAct>::words) words.push_back(each.code);
  for (const Word& each : Terms<ReconciliationAct>::words) words.push_back(each.code);
  for (const std::string_view each : words) names += (names.empty() ? "" : ", ") + std::string(each);
  const Text meant = did_you_mean(name, words);
  fail(ErrorCode::invalid_value, reader.path_of("do"), "没有这种操作（可用：" + names + "）" + meant.zh,
       "there is no such operation (there are: " + names + ")" + meant.en);
}

void read_key(ObjectReader& reader, Request& request) {
  const bool given = reader.find("key") != nullptr;
  if (!given && request.trial) return;
  request.key = require_key(reader);
}

// What is kept without having been read, facts above all, names nothing twice either.
void require_all_named_once(const json::Value& value, const Path& path) {
  if (value.kind == json::Kind::object) {
    require_named_once(value.members(), path);
    for (const json::Member& member : value.members()) require_all_named_once(member.value, path.member(member.key));
  } else if (value.kind == json::Kind::array) {
    for (std::size_t i = 0; i < value.items().size(); ++i) require_all_named_once(value.items()[i], path.item(i));
  }
}

}  // namespace

std::string require_key(ObjectReader& reader) {
  constexpr std::size_t longest = 200;
  const std::string_view key = reader.require_text("key");
  const bool printable = key.find_first_of("\t\n") == std::string_view::npos && harmless(std::string(key)) == key;
  if (key.empty() || key.size() > longest || !printable) {
    fail(ErrorCode::invalid_value, reader.path_of("key"), "键应为 1 至 200 字节的文字，不含控制字符",
         "a key is text of 1 to 200 bytes without control characters");
  }
  return std::string(key);
}

Result<Request> read_request(const json::Value& value, const policy::Policy& policy) {
  return caught([&] {
    const Path root;
    const json::CanonicalTree canonical(value, kOnesOwn);
    ObjectReader reader(canonical.root(), root);
    Request request{.said = Content(FactsTold{})};
    (void)read_pool(reader, policy, request.pool);
    require_format(reader, "yidan.request/1");
    request.person = reader.require_number("person");
    form_of(reader).read(reader, request);
    read_key(reader, request);
    reader.finish();
    spell_number(request);
    return request;
  });
}

Asking read_asking(std::string_view text, std::size_t first_line, const policy::Policy& policy) {
  json::Document document;
  const auto value = parse(document, text, first_line);
  if (!value) return {std::unexpected(value.error())};
  return read_asking(**value, policy);
}

Asking read_asking(const json::Value& value, const policy::Policy& policy) {
  const json::Value* named = json::find(value, "key");
  std::string key = named != nullptr && named->kind == json::Kind::string ? std::string(named->text) : std::string();
  auto once = caught([&] {
    require_all_named_once(value, Path{});
    return true;
  });
  if (!once) return {std::unexpected(std::move(once.error())), std::move(key)};
  const json::Value* format = json::find(value, "format");
  if (format != nullptr && format->text == "yidan.case/1") return {requests_of_case(value, policy)};
  if (format != nullptr && format->text == "yidan.roster/1") return {requests_of_roster(value, policy)};
  if (const json::Value* act = json::find(value, "do"); act != nullptr && is_decision_act(act->text)) {
    auto asked = read_decision_request(value, policy);
    if (!asked) return {std::unexpected(std::move(asked.error())), std::move(key)};
    return {.requests = std::vector<Request>(), .key = std::move(key), .decision = std::move(*asked)};
  }
  if (const json::Value* act = json::find(value, "do"); act != nullptr && is_register_act(act->text)) {
    auto asked = read_register_request(value, policy);
    if (!asked) return {std::unexpected(std::move(asked.error())), std::move(key)};
    return {.requests = std::vector<Request>(), .key = std::move(key), .entry = std::move(*asked)};
  }
  if (const json::Value* act = json::find(value, "do"); act != nullptr && is_reconciliation_act(act->text)) {
    auto asked = read_statement_request(value, policy);
    if (!asked) return {std::unexpected(std::move(asked.error())), std::move(key)};
    return {.requests = std::vector<Request>(), .key = std::move(key), .statement = std::move(*asked)};
  }
  auto request = read_request(value, policy);
  if (!request) return {std::unexpected(std::move(request.error())), std::move(key)};
  std::vector<Request> requests;
  requests.push_back(std::move(*request));
  return {std::move(requests)};
}

}  // namespace yidan::exchange
