#include "exchange/audit_writer.h"

#include "audit/sentence.h"
#include "contract/audit.h"
#include "exchange/text_writer.h"

namespace yidan::exchange {
namespace {

using audit::Evidence;
using audit::Finding;
using policy::Bound;
using policy::Dimension;

template <json::KeyText kName>
constexpr json::Key audit_key = contract::kKey<contract::kAuditFields, kName>;
template <json::KeyText kName>
constexpr json::Key finding_key = contract::kKey<contract::kFindingFields, kName>;
template <json::KeyText kName>
constexpr json::Key evidence_key = contract::kKey<contract::kAuditEvidenceFields, kName>;

class AuditWriter {
 public:
  AuditWriter(json::Writer& json, const policy::Policy& policy) : json_(json), policy_(policy) {}

  void write(const audit::Report& report) {
    json_.begin_object();
    json_.text(audit_key<"format">, "yidan.audit/1");
    json_.text(audit_key<"pool">, to_text(report.pool->region));
    json_.text(audit_key<"on">, to_text(report.on));
    json_.text(audit_key<"draft">, report.draft);
    json_.key(audit_key<"findings">);
    json_.begin_array();
    for (const Finding& finding : report.findings) write(finding);
    json_.end_array();
    json_.key(audit_key<"counts">);
    json_.begin_object();
    for (std::size_t i = 0; i < audit::kGrades; ++i) {
      const auto grade = static_cast<Grade>(i);
      json_.key(code(grade));
      json_.number(static_cast<long long>(report.count(grade)));
    }
    json_.end_object();
    if (!report.remarks.empty()) {
      json_.key(audit_key<"remarks">);
      json_.begin_array();
      for (const Text& remark : report.remarks) write_text(json_, remark);
      json_.end_array();
    }
    json_.end_object();
  }

 private:
  void strings(json::Key key, const std::vector<std::string>& list) {
    json_.key(key);
    json_.begin_array();
    for (const std::string& each : list) json_.string(each);
    json_.end_array();
  }

  template <class E>
  void words(json::Key key, const WordSet<E>& set) {
    json_.key(key);
    json_.begin_array();
    for (std::size_t i = 0; i < count_of<E>; ++i) {
      if (set.contains(static_cast<E>(i))) json_.string(code(static_cast<E>(i)));
    }
    json_.end_array();
  }

  // The words of one dimension for which the bound holds; nothing where it holds for all.
  void keys(json::Key key, const Bound& bound, Dimension dimension) {
    if (bound.of.empty()) return;
    const std::uint32_t bits = bound.of.front().where.bits[static_cast<std::size_t>(dimension)];
    if (bits == UINT32_MAX) return;
    std::string list;
    for (std::size_t i = 0; i < policy::size_of(dimension); ++i) {
      if (((bits >> i) & 1U) == 0) continue;
      list += (list.empty() ? "" : ", ") + policy::ordinal_text(dimension, i);
    }
    json_.text(key, list);
  }

  template <class Value>
  void quantity(json::Key key, const Value& value) {
    if (value) json_.text(key, to_text(*value));
  }
  void day(json::Key key, const std::optional<Date>& day) {
    if (day) json_.text(key, to_text(*day));
  }
  void mark(json::Key key, bool holds) {
    if (!holds) return;
    json_.key(key);
    json_.boolean(true);
  }

  void write(const Finding& finding) {
    const Bound& bound = *finding.bound;
    json_.begin_object();
    json_.text(finding_key<"id">, bound.id);
    strings(finding_key<"clauses">, bound.clauses);
    const auto clause = policy_.clauses.find(bound.clauses.front());
    if (clause != policy_.clauses.end()) json_.text(finding_key<"capability">, clause->second.capability);
    json_.text(finding_key<"region">, to_text(finding.region));
    words(finding_key<"scheme">, bound.schemes);
    words(finding_key<"care">, bound.care);
    keys(finding_key<"level">, bound, Dimension::level);
    keys(finding_key<"group">, bound, Dimension::identity);
    json_.text(finding_key<"dimension">, code(bound.aspect));
    write_comparison(finding);
    json_.text(finding_key<"class">, code(bound.grade_class));
    json_.text(finding_key<"grade">, code(finding.grade));
    day(finding_key<"since">, finding.since);
    day(finding_key<"due">, finding.due);
    json_.key(finding_key<"evidence">);
    json_.begin_array();
    for (const Evidence& each : finding.evidence) write(each);
    json_.end_array();
    write_standing(finding);
    json_.end_object();
  }

  void write_comparison(const Finding& finding) {
    json_.text(finding_key<"measure">, code(finding.bound->measure));
    quantity(finding_key<"measured">, finding.measured);
    json_.text(finding_key<"operator">, code(finding.bound->comparison));
    quantity(finding_key<"bound">, finding.limit);
    quantity(finding_key<"least">, finding.least);
    quantity(finding_key<"most">, finding.most);
  }

  // What the finding rests on, and how it is said.
  void write_standing(const Finding& finding) {
    if (finding.basis) json_.text(finding_key<"basis">, code(*finding.basis));
    mark(finding_key<"by_analogy">, finding.bound->basis == Basis::analogy);
    mark(finding_key<"pack_error">, finding.pack_error);
    if (finding.draft) json_.text(finding_key<"policy_status">, code(PolicyStatus::draft));
    if (finding.missing) {
      json_.key(finding_key<"missing">);
      write_text(json_, *finding.missing);
    }
    json_.key(finding_key<"text">);
    write_text(json_, finding.text);
  }

  void write(const Evidence& evidence) {
    json_.begin_object();
    json_.text(evidence_key<"parameter">, evidence.what);
    if (!evidence.key.empty()) json_.text(evidence_key<"key">, evidence.key);
    json_.text(evidence_key<"value">, evidence.value);
    if (!evidence.clauses.empty()) strings(evidence_key<"clauses">, evidence.clauses);
    if (evidence.basis) json_.text(evidence_key<"basis">, code(*evidence.basis));
    if (evidence.draft) json_.text(evidence_key<"policy_status">, code(PolicyStatus::draft));
    if (!evidence.document.empty()) json_.text(evidence_key<"document">, evidence.document);
    day(evidence_key<"issued">, evidence.issued);
    if (!evidence.at.file.empty()) {
      json_.text(evidence_key<"file">, evidence.at.file);
      json_.key(evidence_key<"line">);
      json_.number(evidence.at.line);
    }
    json_.end_object();
  }

  json::Writer& json_;
  const policy::Policy& policy_;
};

}  // namespace

void write_audit(json::Writer& json, const policy::Policy& policy, const audit::Report& report) {
  AuditWriter(json, policy).write(report);
}

}  // namespace yidan::exchange
