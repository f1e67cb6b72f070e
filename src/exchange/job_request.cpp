#include "exchange/job_request.h"

#include <algorithm>

#include "base/json_canonical.h"
#include "exchange/read_object.h"
#include "policy/find_pool.h"

namespace yidan::exchange {
namespace {

const policy::Pool* pool_named(ObjectReader& reader, std::string_view name, const policy::Policy& policy) {
  const auto pool = policy::find_pool(policy, name);
  if (!pool) fail(pool.error(), reader.path_of("pool"));
  return *pool;
}

std::vector<Property> read_properties(ObjectReader& reader) {
  std::vector<Property> properties;
  const auto items = reader.list("properties");
  const Path list = reader.path_of("properties");
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Path path = list.item(i);
    const auto property = ObjectReader::read_word<Property>(contract::text_of(items[i], path), path);
    if (std::ranges::find(properties, property) == properties.end()) properties.push_back(property);
  }
  return properties;
}

policy::Source read_draft_files(ObjectReader& reader) {
  policy::Source draft{.files = {}, .name = "draft", .place = "draft", .labels = {}};
  const auto items = reader.require_list("draft");
  const Path list = reader.path_of("draft");
  if (items.empty()) reader.fail_missing("draft", "草案至少有一个文件", "a draft has one file at least");
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Path path = list.item(i);
    ObjectReader file(items[i], path);
    std::string name(file.require_text("file"));
    std::string text(file.require_text("text"));
    file.finish();
    if (!draft.files.emplace(std::move(name), std::move(text)).second) {
      fail(ErrorCode::duplicate_key, path, "该文件出现两次", "this file is there twice");
    }
  }
  return draft;
}

}  // namespace

Result<AuditAsked> read_audit_asked(std::string_view text, const policy::Policy& policy) {
  return read_object(text, [&](ObjectReader& reader) {
    AuditAsked asked;
    if (const auto name = reader.text("pool")) asked.pool = pool_named(reader, *name, policy);
    asked.on = reader.date("on");
    asked.with_bills = reader.flag("bills");
    return asked;
  });
}

Result<ProofAsked> read_proof_asked(std::string_view text, const policy::Policy& policy) {
  return read_object(text, [&](ObjectReader& reader) {
    ProofAsked asked{.pool = pool_named(reader, reader.require_text("pool"), policy)};
    asked.on = reader.date("on");
    asked.properties = read_properties(reader);
    asked.than = reader.date("than");
    const bool compares = std::ranges::find(asked.properties, Property::not_worse) != asked.properties.end();
    if (compares && !asked.than) {
      reader.fail_missing("than", "性质 not-worse 要与另一日比较：请写 than",
                          "the property not-worse compares with another day: give 'than'");
    }
    return asked;
  });
}

Result<CostAsked> read_cost_asked(std::string_view text, const policy::Policy& policy) {
  return read_object(text, [&](ObjectReader& reader) {
    CostAsked asked{.pool = pool_named(reader, reader.require_text("pool"), policy)};
    asked.draft = read_draft_files(reader);
    if (const json::Value* year = reader.find("year")) {
      asked.year = static_cast<int>(contract::count_of_value(*year, reader.path_of("year"), 2000, 2199));
    }
    asked.on = reader.date("on");
    return asked;
  });
}

Result<ElsewhereAsked> read_elsewhere_asked(std::string_view text, const policy::Policy& policy) {
  return read_object(text, [&](ObjectReader& reader) {
    ElsewhereAsked asked{.pool = pool_named(reader, reader.require_text("pool"), policy)};
    asked.from = contract::month_of(reader.require("from"), reader.path_of("from"));
    const json::Value* to = reader.find("to");
    asked.to = to == nullptr ? asked.from : contract::month_of(*to, reader.path_of("to"));
    if (asked.to < asked.from) {
      fail(ErrorCode::contradiction, reader.path_of("to"), "末月早于首月", "the last month is before the first");
    }
    return asked;
  });
}

Result<ReconciliationAsked> read_reconciliation_asked(std::string_view text, const policy::Policy& policy) {
  return read_object(text, [&](ObjectReader& reader) {
    ReconciliationAsked asked{.pool = pool_named(reader, reader.require_text("pool"), policy)};
    asked.from = reader.require_date("from");
    asked.to = reader.date("to").value_or(asked.from);
    if (asked.to < asked.from) {
      fail(ErrorCode::contradiction, reader.path_of("to"), "末日早于首日", "the last day is before the first");
    }
    return asked;
  });
}

Result<void> read_nothing_asked(std::string_view text) {
  auto read = read_object(text, [](ObjectReader&) { return true; });
  if (!read) return std::unexpected(std::move(read.error()));
  return {};
}

std::string canonical_asked(std::string_view text) {
  json::Document document;
  const auto value = document.parse(text);
  return value ? json::canonical(**value) : std::string("{}");
}

}  // namespace yidan::exchange
