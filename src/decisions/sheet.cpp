#include "decisions/sheet.h"

#include <algorithm>
#include <bit>
#include <set>

#include "policy/procedure.h"
#include "policy/register.h"

namespace yidan::decisions {
namespace {

using policy::Competence;
using policy::Requirement;

std::string names_of(WordSet<Body> bodies, Language language) {
  std::string list;
  for (std::size_t i = 0; i < count_of<Body>; ++i) {
    const auto body = static_cast<Body>(i);
    if (!bodies.contains(body)) continue;
    list += list.empty() ? "" : language == Language::zh ? "、" : ", ";
    list += language == Language::zh ? word(body).zh : word(body).en;
  }
  return list;
}

void add(std::vector<std::string>& clauses, const std::vector<std::string>& more) {
  for (const std::string& each : more) {
    if (std::ranges::find(clauses, each) == clauses.end()) clauses.push_back(each);
  }
}

class Examiner {
 public:
  // `document`: of a value of the packs that by which it is set.
  Examiner(const Decision& decision, const policy::DecisionRules& rules, std::string document = {})
      : decision_(decision), said_(decision.registration), rules_(rules), document_(std::move(document)) {
    const auto found = rules.procedures.find("decision");
    if (found != rules.procedures.end()) definition_ = &found->second;
  }

  [[nodiscard]] std::vector<Check> checks_on(Date day) const {
    std::vector<Check> checks;
    if (definition_ == nullptr) return checks;
    for (const Requirement& each : definition_->requirements) {
      if (applies(each, day)) examine(each, day, checks);
    }
    return checks;
  }

  // Of a value of the packs: whose it is to decide, and nothing else.
  [[nodiscard]] std::vector<Check> of_authority(Date day) const {
    std::vector<Check> checks;
    if (definition_ == nullptr) return checks;
    for (const Requirement& each : definition_->requirements) {
      const bool is_of_it =
          each.asks == Asks::authority || each.asks == Asks::city_level || each.asks == Asks::further_department;
      if (is_of_it && applies(each, day)) examine(each, day, checks);
    }
    return checks;
  }

  // Days from which on something may be otherwise: those of the evidence and of the requirements.
  [[nodiscard]] std::set<Date> days() const {
    std::set<Date> days{said_.from};
    for (const Filing& each : decision_.filings) {
      days.insert(each.filed);
      if (each.answered) days.insert(*each.answered);
    }
    if (definition_ == nullptr) return days;
    for (const Requirement& each : definition_->requirements) days.insert({each.period.from, each.period.to});
    std::erase_if(days, [this](Date day) { return day < said_.from || (said_.until && day >= *said_.until); });
    days.erase(Date::never());
    return days;
  }

 private:
  [[nodiscard]] bool applies(const Requirement& each, Date day) const {
    if (!each.kinds.empty() && std::ranges::find(each.kinds, said_.kind) == each.kinds.end()) return false;
    if (!each.region.covers(said_.region) || !each.period.contains(day)) return false;
    if (std::ranges::any_of(each.except, [&](Region except) { return except.covers(said_.region); })) return false;
    if (each.issued_from && said_.issued.value_or(said_.from) < *each.issued_from) return false;
    return each.of.empty() || std::ranges::any_of(said_.parameters, [&](const std::string& parameter) {
             return policy::names_parameter(each.of, parameter);
           });
  }

  void examine(const Requirement& each, Date day, std::vector<Check>& checks) const {
    switch (each.asks) {
      case Asks::authority:
        return authority(each, day, checks);
      case Asks::city_level:
        return city_level(each, checks);
      case Asks::not_uniform:
        return not_uniform(each, day, checks);
      case Asks::further_department:
        return further_department(each, day, checks);
      case Asks::end:
        return note(each, said_.until.has_value(), {"写明 until", "give 'until'"}, checks);
      case Asks::direction:
        return note(each, said_.direction && !said_.basis.empty(),
                    {"写明 direction 和 basis", "give 'direction' and 'basis'"}, checks);
      case Asks::filed:
      case Asks::filed_before:
        return filed(each, day, each.clauses, checks);
      case Asks::filed_as_decided:
        return filed_as_decided(each, day, checks);
      case Asks::approved_before:
        return approved(each, day, each.clauses, checks);
      case Asks::figures:
        return note(each, true, {}, checks);
    }
  }

  [[nodiscard]] Check check_of(const Requirement& each) const {
    return {.requirement = &each,
            .grade = Grade::ok,
            .clauses = each.clauses,
            .by_analogy = each.by_analogy && !each.of_clause.covers(said_.region),
            .text = each.text,
            .missing = {}};
  }

  // The same by clauses of its own: those of the matrix, of what is uniform.
  [[nodiscard]] Check check_by(const Requirement& each, const std::vector<std::string>& clauses) const {
    Check check = check_of(each);
    check.by_analogy = check.by_analogy && clauses == each.clauses;
    check.clauses = clauses;
    return check;
  }

  static Grade grade_of(Severity severity) { return severity == Severity::refuse ? Grade::violation : Grade::warn; }

  // What is asked is there, or is to be brought.
  void note(const Requirement& each, bool met, Text what, std::vector<Check>& checks) const {
    Check check = check_of(each);
    if (!met) {
      check.grade = grade_of(each.otherwise);
      check.text = {each.text.zh + "：" + what.zh, each.text.en + ": " + what.en};
      check.missing = std::move(what);
    }
    checks.push_back(std::move(check));
  }

  [[nodiscard]] std::vector<const Competence*> competences(const std::string& parameter, Date day) const {
    const auto group = said_.group ? WordSet<Identity>{*said_.group} : WordSet<Identity>{};
    return policy::competences_for(rules_.competences, parameter, said_.region, day, group);
  }

  [[nodiscard]] const LegalBasis* basis_for(Decider decider) const {
    const auto found = std::ranges::find_if(said_.basis, [&](const LegalBasis& each) {
      return may_decide(decider, {each.issuer}, Region(said_.region.city() * 100));
    });
    return found == said_.basis.end() ? nullptr : &*found;
  }

  // One check a parameter: by whom it is decided, row by row of the matrix.
  void authority(const Requirement& each, Date day, std::vector<Check>& checks) const {
    for (const std::string& parameter : said_.parameters) {
      bool good = true;
      for (const Competence* row : competences(parameter, day)) {
        if (!document_.empty() && row->clauses.front().starts_with(document_ + "-")) continue;
        if (may_decide(row->decides, said_.issuers, said_.region)) continue;
        if (const LegalBasis* basis = basis_for(row->decides)) {
          checks.push_back(on_the_strength_of(each, parameter, *row, *basis));
          good = false;
        } else if (!(row->decides == Decider::bureau_and_others && said_.issuers.contains(Body::bureau) &&
                     !said_.region.is_county())) {
          checks.push_back(beyond(each, parameter, *row));
          good = false;
        }
      }
      if (!good) continue;
      Check check = check_of(each);
      check.text = {parameter + "：决策机关有权决定", parameter + ": decided by whom it is for"};
      checks.push_back(std::move(check));
    }
  }

  [[nodiscard]] Check on_the_strength_of(const Requirement& each, const std::string& parameter, const Competence& row,
                                         const LegalBasis& basis) const {
    Check check = check_by(each, row.clauses);
    check.text = {
        parameter + "：依据 " + basis.document + "（" + std::string(word(basis.issuer).zh) + "）决定",
        parameter + ": decided on the strength of " + basis.document + " (" + std::string(word(basis.issuer).en) + ")"};
    return check;
  }

  [[nodiscard]] Check beyond(const Requirement& each, const std::string& parameter, const Competence& row) const {
    Check check = check_by(each, row.clauses);
    const bool weak = row.beyond == Severity::warn || row.status == PolicyStatus::draft;
    check.grade = weak ? Grade::warn : grade_of(each.otherwise);
    if (each.of_clause.covers(said_.region)) add(check.clauses, each.clauses);
    const std::string who_zh =
        said_.region.is_county() ? std::string(word(Body::county).zh) : names_of(said_.issuers, Language::zh);
    const std::string who_en =
        said_.region.is_county() ? std::string(word(Body::county).en) : names_of(said_.issuers, Language::en);
    const std::string zh = std::string(word(row.decides).zh) + (row.for_now ? "（暂）" : "");
    const std::string en = std::string(word(row.decides).en) + (row.for_now ? " (for now)" : "");
    check.text = {
        "越权：" + parameter + " 由" + zh + "决定，而非" + who_zh + "（" + row.text.zh + "）",
        "beyond authority: " + parameter + " is decided by " + en + ", not by " + who_en + " (" + row.text.en + ")"};
    check.missing =
        Text{"由" + zh + "决定，或在 basis 中写明其文件", "a decision of " + en + ", or its document in 'basis'"};
    return check;
  }

  void city_level(const Requirement& each, std::vector<Check>& checks) const {
    const bool county = said_.region.is_county() || said_.issuers.contains(Body::county);
    note(each, !county, {"由市作出决定", "let the city decide"}, checks);
  }

  void not_uniform(const Requirement& each, Date day, std::vector<Check>& checks) const {
    for (const policy::UniformParameter& uniform : rules_.uniform) {
      const bool touched = std::ranges::find(said_.parameters, uniform.id) != said_.parameters.end();
      const bool below = uniform.region.covers(said_.region) && uniform.region != said_.region;
      if (!touched || !below || day < uniform.from) continue;
      Check check = check_by(each, uniform.clauses);
      check.grade = grade_of(each.otherwise);
      check.text = {uniform.id + " 自 " + to_text(uniform.from) + " 起由省统一规定，市县不得自行设定",
                    uniform.id + " is fixed for the whole province from " + to_text(uniform.from) +
                        " on: no city and no county sets it"};
      check.missing = Text{"由省决定", "a decision of the province"};
      checks.push_back(std::move(check));
    }
  }

  // Of what the bureau decides with others; where the bureau is missing, authority says so.
  void further_department(const Requirement& each, Date day, std::vector<Check>& checks) const {
    const bool asked = std::ranges::any_of(said_.parameters, [&](const std::string& parameter) {
      const auto rows = competences(parameter, day);
      return std::ranges::any_of(rows,
                                 [](const Competence* row) { return row->decides == Decider::bureau_and_others; });
    });
    if (!asked || !said_.issuers.contains(Body::bureau)) return;
    note(each, may_decide(Decider::bureau_and_others, said_.issuers, said_.region),
         {"会同财政等部门制定，并在 issuers 中写明", "issue it with a further department and name that in 'issuers'"},
         checks);
  }

  void filed(const Requirement& each, Date day, const std::vector<std::string>& clauses,
             std::vector<Check>& checks) const {
    const Filing* filing = decision_.filed_by(day);
    const Filing* later = decision_.filed_by(Date::never());
    Check check = check_by(each, clauses);
    if (filing != nullptr) {
      check.text = {"已于 " + to_text(filing->filed) + " 报省备案：" + filing->number,
                    "filed with the province on " + to_text(filing->filed) + ": " + filing->number};
    } else {
      check.grade = grade_of(each.otherwise);
      check.missing = later == nullptr ? Text{"报省医疗保障局备案（yidan policy file）",
                                              "file it with the provincial bureau (yidan policy file)"}
                                       : Text{"于 " + to_text(later->filed) + " 才备案，此前不得实施",
                                              "filed only on " + to_text(later->filed) + ": it does not hold before"};
      check.text = {each.text.zh + "：" + check.missing->zh, each.text.en + ": " + check.missing->en};
    }
    checks.push_back(std::move(check));
  }

  void approved(const Requirement& each, Date day, const std::vector<std::string>& clauses,
                std::vector<Check>& checks) const {
    const Filing* request = decision_.approved_by(day);
    Check check = check_by(each, clauses);
    if (request != nullptr) {
      check.text = {"已于 " + to_text(*request->answered) + " 获准", "approved on " + to_text(*request->answered)};
    } else {
      const Filing* later = decision_.approved_by(Date::never());
      check.grade = grade_of(each.otherwise);
      check.missing =
          later == nullptr
              ? Text{"先请示并获准（yidan policy approve）", "ask for it and have it approved (yidan policy approve)"}
              : Text{"于 " + to_text(*later->answered) + " 才获准，此前不得实施",
                     "approved only on " + to_text(*later->answered) + ": it does not hold before"};
      check.text = {each.text.zh + "：" + check.missing->zh, each.text.en + ": " + check.missing->en};
    }
    checks.push_back(std::move(check));
  }

  // Each row of the matrix that makes filing or approval a condition, once.
  void filed_as_decided(const Requirement& each, Date day, std::vector<Check>& checks) const {
    std::set<const Competence*> rows;
    for (const std::string& parameter : said_.parameters) {
      for (const Competence* row : competences(parameter, day)) rows.insert(row);
    }
    for (const Competence* row : rows) {
      if (row->filing == FilingDemand::file_then_implement) filed(each, day, row->clauses, checks);
      if (row->filing == FilingDemand::report_then_implement) approved(each, day, row->clauses, checks);
    }
  }

  const Decision& decision_;
  const Registration& said_;
  const policy::DecisionRules& rules_;
  std::string document_;
  const policy::Procedure* definition_ = nullptr;
};

// A value of the packs as the decision that it is.
Decision decision_of(const policy::Rule& rule, const policy::Document& document, Region region) {
  Decision decision;
  Registration& said = decision.registration;
  said.kind = "rule";
  said.region = region;
  said.issuers = document.issuers;
  said.parameters = {std::string(rule.id)};
  said.issued = document.issued;
  said.from = rule.period.from;
  said.document = document.number;
  for (const policy::CitedDocument& each : document.cites) said.basis.push_back({each.number, each.issuer});
  const auto& by = rule.key.by;
  const std::uint32_t bits = rule.key.words.bits[static_cast<std::size_t>(policy::Dimension::identity)];
  if (std::ranges::find(by, policy::Dimension::identity) != by.end() && bits != 0) {
    said.group = static_cast<Identity>(std::countr_zero(bits));
  }
  return decision;
}

}  // namespace

bool Sheet::has(Grade grade) const {
  return std::ranges::any_of(checks, [&](const Check& each) { return each.grade == grade; });
}

bool may_decide(Decider decider, WordSet<Body> issuers, Region region) {
  const auto is = [&](Body body) { return issuers.contains(body); };
  const bool of_city = !region.is_county();
  switch (decider) {
    case Decider::nation:
      return is(Body::nation);
    case Decider::province:
      return is(Body::province) || is(Body::nation);
    case Decider::pooling_area:
      return of_city && (is(Body::city_government) || is(Body::bureau));
    case Decider::city_government:
      return of_city && is(Body::city_government);
    case Decider::city_bureau:
      return of_city && (is(Body::bureau) || is(Body::city_government));
    case Decider::bureau_and_others:
      return of_city && is(Body::bureau) &&
             issuers.intersects({Body::city_government, Body::finance, Body::tax, Body::other_department});
    case Decider::bureau_and_finance:
      return of_city && is(Body::bureau) && is(Body::finance);
    case Decider::bureau_finance_and_tax:
      return of_city && is(Body::bureau) && is(Body::finance) && is(Body::tax);
    case Decider::city_agency:
      return of_city && is(Body::agency);
    case Decider::county:
      return is(Body::county) || region.is_county();
  }
  return false;
}

std::vector<Check> checks_of_packs(const policy::Pool& pool, const policy::DecisionRules& rules, Date on) {
  std::vector<Check> found;
  std::set<std::string> said;
  for (const policy::Rule& rule : pool.rules) {
    const bool own = rule.folder == pool.folder && rule.period.contains(on);
    if (!own || rule.basis == Basis::assumed || rule.clauses.empty()) continue;
    const std::string& clause = rule.clauses.front();
    const policy::Document* document = policy::find_document(pool.documents, clause.substr(0, clause.find('-')));
    if (document == nullptr || document->issuers.intersects({Body::nation, Body::province})) continue;
    const Decision decision = decision_of(rule, *document, pool.region);
    for (Check& check : Examiner(decision, rules, document->id).of_authority(on)) {
      if (check.grade == Grade::ok || !said.insert(check.text.en).second) continue;
      check.text = {to_text(rule.at) + " " + check.text.zh, to_text(rule.at) + " " + check.text.en};
      found.push_back(std::move(check));
    }
  }
  return found;
}

Sheet sheet_of(const Decision& decision, const policy::DecisionRules& rules, Date on) {
  const Examiner examiner(decision, rules);
  Sheet sheet{.on = on, .checks = examiner.checks_on(on), .earliest = {}};
  for (const Date day : examiner.days()) {
    const auto checks = examiner.checks_on(day);
    const bool barred = std::ranges::any_of(checks, [](const Check& each) { return each.grade == Grade::violation; });
    if (barred) continue;
    sheet.earliest = day;
    break;
  }
  return sheet;
}

}  // namespace yidan::decisions
