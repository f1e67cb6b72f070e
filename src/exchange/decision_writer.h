// A decision and how it stands, as JSON of the contract.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/gate.h"
#include "base/json_writer.h"
#include "decisions/sheet.h"
#include "exchange/receipt.h"

namespace yidan::exchange {

// A figure as it was on the day of a decision: of an indicator, or an account of a fund.
struct RecordedFigure {
  std::string name;
  std::string value;
  std::string of;
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
  std::optional<Receipt> receipt{};
};

void write_decision(json::Writer& json, const DecisionAnswer& answer);
// One line.
[[nodiscard]] std::string decision_json(const DecisionAnswer& answer);
// The register as a table: a row a decision, with its filings; for spreadsheets.
[[nodiscard]] std::string decisions_csv(const std::vector<DecisionAnswer>& answers, Language language);
// `yidan.decisions/1`, indented.
[[nodiscard]] std::string decisions_json(Date on, const std::vector<DecisionAnswer>& answers);

}  // namespace yidan::exchange
