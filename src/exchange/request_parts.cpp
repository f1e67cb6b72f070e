#include "exchange/request_parts.h"

#include <algorithm>

#include "base/json_canonical.h"
#include "contract/encounter.h"
#include "contract/event.h"
#include "exchange/outcome.h"
#include "exchange/registered_provider.h"

namespace yidan::exchange {
namespace {

Money require_positive(ObjectReader& reader, Money amount) {
  if (amount > Money{}) return amount;
  fail(ErrorCode::invalid_value, reader.path_of("amount"), "金额应大于零", "the amount must be more than zero");
}

Month require_month(ObjectReader& reader) {
  auto month = parse_month(reader.require_text("month"));
  if (!month) fail(std::move(month.error()), reader.path_of("month"));
  return *month;
}

AccountCredit read_account_credit(const json::Value& value, const Path& path) {
  ObjectReader reader(value, path);
  AccountCredit credit{.month = require_month(reader), .amount = reader.money("amount")};
  if (credit.amount) (void)require_positive(reader, *credit.amount);
  reader.finish();
  return credit;
}

AccountAsk read_account_use(const json::Value& value, const Path& path) {
  ObjectReader reader(value, path);
  AccountAsk ask;
  ask.on = reader.require_date("on");
  ask.use.use = reader.require_word<AccountUse>("use");
  ask.use.beneficiary = reader.word<Beneficiary>("for").value_or(Beneficiary::self);
  const auto amount = reader.money("amount");
  if (!amount) {
    reader.fail_missing("amount", "缺少金额“amount”，如 \"58.00\"", "the 'amount' is missing, for example \"58.00\"");
  }
  ask.use.amount = require_positive(reader, *amount);
  reader.finish();
  return ask;
}

Reversal read_reversal(const json::Value& value, const Path& path) {
  ObjectReader reader(value, path);
  Reversal reversal;
  if (reader.find("request") != nullptr) {
    reversal.request = require_named(reader, "request");
  } else {
    reversal.bill = require_bill(reader);
  }
  if (reader.find("reason") != nullptr) reversal.reason = require_named(reader, "reason");
  reader.finish();
  return reversal;
}

// Nothing can be told of days before this one; the day of birth is not known here.
Date first_day() { return *Date::of(1900, 1, 1); }

// The account is kept by entries of its own, which a use in the record would pass by.
void refuse_use(const Event& event, const Path& path) {
  if (!std::holds_alternative<AccountUseEvent>(event.what)) return;
  fail(ErrorCode::invalid_value, path, "账册中使用账户请用 use，不写在档案里",
       "in the books an account is used by 'use', not by an event of the record");
}

EventsTold read_events(const json::Value& value, const Path& path, bool kept) {
  ObjectReader reader(value, path);
  const auto items = reader.list("events");
  const Path list = reader.path_of("events");
  EventsTold told;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Path item = list.item(i);
    told.events.push_back(contract::read_event(items[i], item, i, first_day(), kept));
    refuse_use(told.events.back(), item);
  }
  reader.finish();
  return told;
}

}  // namespace

std::string require_named(ObjectReader& reader, std::string_view member) {
  const std::string_view text = reader.require_text(member);
  if (text.empty()) {
    fail(ErrorCode::wrong_type, reader.path_of(member), "此处应为非空文字", "expected text that is not empty");
  }
  return std::string(text);
}

EncounterName require_bill(ObjectReader& reader) {
  EncounterName bill{.id = require_named(reader, "encounter")};
  if (reader.find("provider") != nullptr) bill.provider = require_named(reader, "provider");
  return bill;
}

std::string content_text(const json::Value& value) {
  std::string text;
  constexpr std::size_t usual = 512;
  text.reserve(usual);
  json::append_as_it_stands(text, value);
  return text;
}

void spell_number(Request& request) {
  if (request.kind != EventKind::facts || !request.person.ends_with('X')) return;
  const std::string right = '"' + request.person + '"';
  std::string other = right;
  other[other.size() - 2] = 'x';
  for (std::size_t at = 0; (at = request.content.find(other, at)) != std::string::npos; at += right.size()) {
    request.content.replace(at, right.size(), right);
  }
}

Content content_at(EventKind kind, const json::Value& value, const Path& path, Region pool, bool kept) {
  switch (kind) {
    case EventKind::settle:
    case EventKind::correct:
      return kept ? read_registered_encounter(value, path, pool, kept) : contract::read_encounter(value, path, pool);
    case EventKind::credit:
      return read_account_credit(value, path);
    case EventKind::use:
      return read_account_use(value, path);
    case EventKind::reverse:
      return read_reversal(value, path);
    case EventKind::record:
      return read_events(value, path, kept);
    case EventKind::facts:
      break;
  }
  return FactsTold{};
}

void take_member(ObjectReader& reader, std::string_view member, EventKind kind, Request& request) {
  const json::Value& value = reader.require(member);
  const Path path = reader.path_of(member);
  if (value.kind != json::Kind::object) (void)ObjectReader(value, path);  // says what it is instead
  request.kind = kind;
  request.place = path.text();
  request.content = content_text(value);
  request.said = caught([&] { return content_at(kind, value, path, request.pool); });
}

void take_event(ObjectReader& reader, std::string_view member, std::string_view event, Request& request) {
  const json::Value& value = reader.require(member);
  const Path path = reader.path_of(member);
  if (value.kind != json::Kind::object) (void)ObjectReader(value, path);
  std::vector<json::Member> named(value.members().begin(), value.members().end());
  const auto place = std::ranges::upper_bound(named, std::string_view("event"), {}, &json::Member::key);
  named.insert(place, {"event", {.kind = json::Kind::string, .text = event}});
  const json::Value one{.kind = json::Kind::object, .fields = named.data(), .size = named.size()};
  request.kind = EventKind::record;
  request.place = path.text();
  request.content = "{\"events\":[" + content_text(one) + "]}";
  request.said = caught([&] { return Content(EventsTold{{contract::read_event(one, path, 0, first_day())}}); });
}

Result<Content> read_content(EventKind kind, std::string_view text, Region pool) {
  json::Document document;
  const auto value = parse(document, text, 1);
  if (!value) return std::unexpected(value.error());
  return caught([&] {
    const Path root;
    (void)ObjectReader(**value, root);
    return content_at(kind, **value, root, pool, true);
  });
}

}  // namespace yidan::exchange
