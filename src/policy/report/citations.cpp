#include "policy/report/citations.h"

#include <set>
#include <span>

#include "policy/parse/parse_pack.h"

namespace yidan::policy {
namespace {

constexpr std::size_t kRegionDigits = 6;

std::string file_and_line(const Position& at) { return at.file + ":" + std::to_string(at.line); }

// The folder of the pack is the last but two of "packs/370000-shandong/bounds/list.yaml".
std::string region_at(const Position& at) {
  const std::size_t file = at.file.rfind('/');
  const std::size_t part = file == std::string::npos || file == 0 ? file : at.file.rfind('/', file - 1);
  if (part == std::string::npos || part == 0) return {};
  const std::size_t pack = at.file.rfind('/', part - 1);
  return at.file.substr(pack == std::string::npos ? 0 : pack + 1, kRegionDigits);
}

class CitationList {
 public:
  void add_rules(const Policy& policy) {
    for (const Pool& pool : policy.pools) {
      for (const Rule& rule : pool.rules) add(rule.clauses, rule.folder.substr(0, kRegionDigits), rule.id, rule.at);
    }
  }

  void add_rest(const Packs& packs) {
    for (const auto& [name, group] : packs.groups) add(group.clauses, "categories.groups", group.at);
    for (const Arrangement& each : packs.arrangements) add(each.clauses, "schemes.arrangements", each.at);
    for (const Competence& each : packs.competences) add(each.clauses, "authority.matrix", each.at);
    add_bounds(packs.bounds);
    for (const auto& [name, procedure] : packs.procedures) {
      for (const Transition& each : procedure.transitions) add(each.clauses, "procedures." + name, each.at);
      for (const Requirement& each : procedure.requirements) add(each.clauses, "procedures." + name, each.at);
    }
    for (const auto& [name, files] : packs.registers.files) {
      for (const RegisterDefinition& file : files) add_register("registers." + name, file);
    }
    for (const Task& each : packs.tasks) add(each.clauses, "tasks." + each.id, each.at);
  }

  [[nodiscard]] std::vector<Citation> list() const { return {found_.begin(), found_.end()}; }

 private:
  void add_register(const std::string& name, const RegisterDefinition& file) {
    add(file.clauses, name, file.at);
    for (const FieldDefinition& each : file.fields) add(each.clauses, name, each.at);
    for (const EntryMove& each : file.moves) add(each.clauses, name, each.at);
    for (const RegisterCheck& each : file.checks) add(each.clauses, name, each.at);
    if (file.designates) add(file.designates->clauses, name, file.designates->at);
  }

  using Clauses = std::span<const std::string>;

  void add_bounds(const Bounds& bounds) {
    for (const Bound& bound : bounds.rows) {
      const std::string what = "bounds." + bound.id;
      add(bound.clauses, what, bound.at);
      for (const HigherStandard& standard : bound.standards) add(standard.clauses, what, bound.at);
      for (const Leniency& lenient : bound.lenient) add(lenient.clauses, what, bound.at);
    }
    for (const ListItem& item : bounds.list) add(item.clauses, "bounds.list", item.at);
    for (const ItemName& item : bounds.item_names) add(item.clauses, "bounds.list", item.at);
  }

  void add(Clauses clauses, const std::string& what, const Position& at) { add(clauses, region_at(at), what, at); }
  void add(Clauses clauses, const std::string& region, const std::string& what, const Position& at) {
    for (const std::string& clause : clauses) found_.insert({clause, region, what, file_and_line(at)});
  }

  std::set<Citation> found_;
};

}  // namespace

std::vector<Citation> citations(const Policy& policy) {
  CitationList list;
  list.add_rules(policy);
  return list.list();
}

std::vector<Citation> citations(const Policy& policy, const Source& packs) {
  CitationList list;
  list.add_rules(policy);
  Problems ignored;  // what is wrong was reported when the packs were compiled
  list.add_rest(read_packs(packs, ignored));
  return list.list();
}

}  // namespace yidan::policy
