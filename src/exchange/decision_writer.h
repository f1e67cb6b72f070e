// A decision and how it stands, as JSON of the contract.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/gate.h"
#include "base/json_writer.h"
#include "decisions/sheet.h"

namespace yidan::exchange {

// A figure as it was on the day of a decision: of an indicator, or an account of a fund.
struct RecordedFigure {
  std::string name;
  std::string value;
  std::string of;
};

struct DecisionReceipt {
  std::int64_t event = 0;
  std::string key;
  std::string packs;
  std::string engine;
  std::string inputs;
};

struct DecisionAnswer {
  Region pool;
  const decisions::Decision* decision = nullptr;
  const policy::Procedure* definition = nullptr;
  std::string state;
  Date filed_until = Date::never();  // later filings are not known
  std::optional<DecisionAct> did{};
  const decisions::Sheet* sheet = nullptr;
  const audit::GateAnswer* gate = nullptr;
  std::vector<RecordedFigure> figures{};
  std::optional<Date> activated_from{};
  std::string activated_packs{};
  std::optional<DecisionReceipt> receipt{};
};

// The member `receipt`.
void write_receipt(json::Writer& json, const DecisionReceipt& receipt);
void write_decision(json::Writer& json, const DecisionAnswer& answer);
// One line.
[[nodiscard]] std::string decision_json(const DecisionAnswer& answer);
// The register as a table: a row a decision, with its filings; for spreadsheets.
[[nodiscard]] std::string decisions_csv(const std::vector<DecisionAnswer>& answers, Language language);
// `yidan.decisions/1`, indented.
[[nodiscard]] std::string decisions_json(Date on, const std::vector<DecisionAnswer>& answers);

}  // namespace yidan::exchange
