#include "exchange/proof_writer.h"

#include "contract/proof.h"
#include "exchange/text_writer.h"

namespace yidan::exchange {
namespace {

template <json::KeyText kName>
constexpr json::Key proof_key = contract::kKey<contract::kProofFields, kName>;
template <json::KeyText kName>
constexpr json::Key property_key = contract::kKey<contract::kPropertyFields, kName>;
template <json::KeyText kName>
constexpr json::Key shown_key = contract::kKey<contract::kShownFields, kName>;

// "1.207".
std::string seconds(std::int64_t milliseconds) {
  const std::string rest = std::to_string(milliseconds % 1000);
  return std::to_string(milliseconds / 1000) + "." + std::string(3 - rest.size(), '0') + rest;
}

void write(json::Writer& json, const prove::Shown& shown) {
  json.begin_object();
  json.key(shown_key<"text">);
  write_text(json, shown.text);
  if (shown.than) {
    json.key(shown_key<"than">);
    json.boolean(true);
  }
  json.text(shown_key<"on">, to_text(shown.facts.entries.back().encounter->date));
  json.text(shown_key<"scope">, to_text(shown.scope));
  json.text(shown_key<"paid">, to_text(shown.paid));
  json.key(shown_key<"case">);
  contract::write_case(json, shown.facts);
  json.end_object();
}

void write(json::Writer& json, const prove::Proof& proof) {
  json.begin_object();
  json.text(property_key<"property">, code(proof.property));
  json.key(property_key<"clauses">);
  json.begin_array();
  for (const std::string& clause : proof.clauses) json.string(clause);
  json.end_array();
  json.text(property_key<"verdict">, code(proof.verdict));
  json.key(property_key<"situations">);
  json.number(static_cast<long long>(proof.situations));
  json.text(property_key<"seconds">, seconds(proof.milliseconds));
  if (proof.loss) json.text(property_key<"loss">, to_text(*proof.loss));
  if (proof.at_most) json.text(property_key<"at_most">, to_text(*proof.at_most));
  if (proof.verdict == Verdict::refuted) json.text(property_key<"basis">, code(proof.basis));
  json.key(property_key<"cases">);
  json.begin_array();
  for (const prove::Shown& shown : proof.cases) write(json, shown);
  json.end_array();
  json.key(property_key<"text">);
  write_text(json, proof.text);
  json.end_object();
}

}  // namespace

void write_proof(json::Writer& json, const prove::Report& report) {
  json.begin_object();
  json.text(proof_key<"format">, "yidan.proof/1");
  json.text(proof_key<"pool">, to_text(report.pool->region));
  json.text(proof_key<"on">, to_text(report.on));
  json.text(proof_key<"than">, report.than);
  json.key(proof_key<"properties">);
  json.begin_array();
  for (const prove::Proof& proof : report.proofs) write(json, proof);
  json.end_array();
  if (!report.remarks.empty()) {
    json.key(proof_key<"remarks">);
    json.begin_array();
    for (const Text& remark : report.remarks) write_text(json, remark);
    json.end_array();
  }
  json.end_object();
}

std::string case_file(const prove::Shown& shown) {
  std::string out;
  json::Writer json(out, json::Writer::Style::pretty);
  contract::write_case(json, shown.facts);
  return out + "\n";
}

}  // namespace yidan::exchange
