#include "exchange/decision_request.h"

#include <algorithm>

#include "base/json_canonical.h"
#include "exchange/heading_reader.h"
#include "exchange/outcome.h"
#include "exchange/request_parts.h"

namespace yidan::exchange {
namespace {

using decisions::Activation;
using decisions::Approval;
using decisions::DraftFiles;
using decisions::FilingTold;
using decisions::LegalBasis;
using decisions::Registration;
using decisions::Told;
using decisions::Withdrawal;

// Names of subjects, and parts of keys.
std::string require_id(ObjectReader& reader, std::string_view member) {
  constexpr std::size_t longest = 120;
  const json::Value& value = reader.require(member);
  const std::string id(contract::id_of(value, reader.path_of(member), {"编号", "an id"}));
  if (id.size() <= longest) return id;
  fail(ErrorCode::invalid_value, reader.path_of(member), "编号不超过 120 字节", "an id has at most 120 bytes");
}

template <class E>
WordSet<E> words_of(ObjectReader& reader, std::string_view member) {
  WordSet<E> set;
  const Path path = reader.path_of(member);
  const auto items = reader.require_list(member);
  for (std::size_t i = 0; i < items.size(); ++i) {
    set.insert(contract::word_of<E>(contract::text_of(items[i], path.item(i)), path.item(i)));
  }
  if (items.empty()) fail(ErrorCode::missing, path, "此处应至少有一项", "at least one belongs here");
  return set;
}

DraftFiles draft_of(ObjectReader& reader) {
  DraftFiles draft;
  const json::Value* value = reader.find("draft");
  if (value == nullptr) return draft;
  const Path path = reader.path_of("draft");
  if (value->kind != json::Kind::object) (void)ObjectReader(*value, path);
  for (const json::Member& file : value->members()) {
    draft.emplace(file.key, contract::text_of(file.value, path.member(file.key)));
  }
  return draft;
}

std::vector<LegalBasis> basis_of(ObjectReader& reader) {
  std::vector<LegalBasis> list;
  const auto items = reader.list("basis");
  const Path path = reader.path_of("basis");
  for (std::size_t i = 0; i < items.size(); ++i) {
    ObjectReader each(items[i], path.item(i));
    list.push_back({require_named(each, "document"), each.require_word<Body>("issuer")});
    each.finish();
  }
  return list;
}

void check_order(ObjectReader& reader, std::string_view member, Date day, std::string_view other, Date not_before) {
  if (day >= not_before) return;
  const std::string before = to_text(not_before);
  fail(ErrorCode::contradiction, reader.path_of(member),
       std::string(member) + " 早于 " + std::string(other) + "（" + before + "）：请改正其一",
       std::string(member) + " lies before " + std::string(other) + " (" + before + "): correct one of them");
}

Registration registration_of(const json::Value& value, const Path& path, Region pool) {
  ObjectReader reader(value, path);
  Registration said{.id = require_id(reader, "id"), .kind = require_named(reader, "kind")};
  said.title = reader.text("title").value_or("");
  said.region = pool;
  if (const json::Value* region = reader.find("region")) {
    said.region = contract::region_of(*region, reader.path_of("region"));
    if (!pool.covers(said.region)) {
      fail(ErrorCode::contradiction, reader.path_of("region"), "此区划不属于该统筹区：请写市或其县（区）的代码",
           "this region is not of the pool: write the city's code or that of a county of it");
    }
  }
  said.issuers = words_of<Body>(reader, "issuers");
  const auto parameters = reader.list("parameters");
  const Path list = reader.path_of("parameters");
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    std::string name(contract::text_of(parameters[i], list.item(i)));
    std::ranges::replace(name, '/', '.');
    said.parameters.push_back(std::move(name));
  }
  said.group = reader.word<Identity>("group");
  said.issued = reader.date("issued");
  said.from = reader.require_date("from");
  said.until = reader.date("until");
  if (said.until) check_order(reader, "until", *said.until, "from", Date::from_days(said.from.days() + 1));
  said.document = reader.text("document").value_or("");
  said.basis = basis_of(reader);
  said.direction = reader.word<ReformDirection>("direction");
  said.draft = draft_of(reader);
  reader.finish();
  return said;
}

FilingTold filing_of(const json::Value& value, const Path& path) {
  ObjectReader reader(value, path);
  FilingTold said{.number = require_id(reader, "number")};
  said.with = reader.word<Body>("with").value_or(Body::province);
  said.filed = reader.require_date("filed");
  said.answered = reader.date("answered");
  said.result = reader.word<FilingResult>("result");
  if (said.answered) check_order(reader, "answered", *said.answered, "filed", said.filed);
  if (said.result && !said.answered) {
    reader.fail_missing("answered", "有结果（result）就须写答复日（answered）", "a 'result' has the day 'answered'");
  }
  if (said.answered && !said.result) {
    reader.fail_missing("result", "有答复日（answered）就须写结果（result）", "with 'answered' goes the 'result'");
  }
  reader.finish();
  return said;
}

Approval approval_of(const json::Value& value, const Path& path) {
  ObjectReader reader(value, path);
  Approval said;
  if (reader.find("number") != nullptr) said.number = require_id(reader, "number");
  said.by = reader.require_word<Body>("by");
  said.asked = reader.require_date("asked");
  said.approved = reader.require_date("approved");
  check_order(reader, "approved", said.approved, "asked", said.asked);
  reader.finish();
  return said;
}

Activation activation_of(const json::Value& value, const Path& path) {
  ObjectReader reader(value, path);
  Activation said{.on = reader.require_date("on")};
  said.since = reader.date("since");
  if (said.since) check_order(reader, "on", said.on, "since", *said.since);
  said.draft = draft_of(reader);
  reader.finish();
  return said;
}

Withdrawal withdrawal_of(const json::Value& value, const Path& path) {
  ObjectReader reader(value, path);
  Withdrawal said{.on = reader.require_date("on")};
  reader.finish();
  return said;
}

// The member that has what is told, by the act.
std::string_view member_of(DecisionAct act) {
  switch (act) {
    case DecisionAct::decide:
      return "decision";
    case DecisionAct::file:
      return "filing";
    case DecisionAct::approve:
      return "approval";
    case DecisionAct::activate:
      return "activation";
    case DecisionAct::withdraw:
      break;
  }
  return "withdrawal";
}

Told told_of(DecisionAct act, const json::Value& value, const Path& path, Region pool) {
  switch (act) {
    case DecisionAct::decide:
      return registration_of(value, path, pool);
    case DecisionAct::file:
      return filing_of(value, path);
    case DecisionAct::approve:
      return approval_of(value, path);
    case DecisionAct::activate:
      return activation_of(value, path);
    case DecisionAct::withdraw:
      break;
  }
  return withdrawal_of(value, path);
}

// What of a request is kept: all but format and key.
std::string content_of(const json::Value& request) {
  std::vector<json::Member> kept;
  for (const json::Member& each : request.members()) {
    if (each.key != "format" && each.key != "key") kept.push_back(each);
  }
  return content_text({.kind = json::Kind::object, .fields = kept.data(), .size = kept.size()});
}

void read_act(ObjectReader& reader, DecisionRequest& request) {
  const auto act = reader.require_word<DecisionAct>("do");
  const std::string_view member = member_of(act);
  const bool registers = act == DecisionAct::decide;
  const bool has_decision = reader.find("decision") != nullptr;
  if (!registers && (act != DecisionAct::activate || has_decision)) request.decision = require_id(reader, "decision");
  request.told = told_of(act, reader.require(member), reader.path_of(member), request.pool);
  if (registers) request.decision = std::get<Registration>(request.told).id;
}

}  // namespace

bool is_decision_act(std::string_view act) { return parse_word<DecisionAct>(act).has_value(); }

Result<DecisionRequest> read_decision_request(const json::Value& value, const policy::Policy& policy) {
  return caught([&] {
    const Path root;
    const json::CanonicalTree canonical(value, kOnesOwn);
    ObjectReader reader(canonical.root(), root);
    DecisionRequest request;
    (void)read_pool(reader, policy, request.pool);
    require_format(reader, "yidan.request/1");
    read_act(reader, request);
    request.key = require_key(reader);
    reader.finish();
    request.content = content_of(canonical.root());
    return request;
  });
}

Result<DecisionRequest> read_decision_content(std::string_view text) {
  json::Document document;
  const auto value = parse(document, text, 1);
  if (!value) return std::unexpected(value.error());
  return caught([&] {
    const Path root;
    ObjectReader reader(**value, root);
    DecisionRequest request;
    request.pool = contract::region_of(reader.require("pool"), reader.path_of("pool"));
    read_act(reader, request);
    request.content = text;
    return request;
  });
}

}  // namespace yidan::exchange
