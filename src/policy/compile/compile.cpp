#include "policy/compile/compile.h"

#include <algorithm>
#include <array>
#include <set>

#include "policy/compile/check_bounds.h"
#include "policy/compile/check_citations.h"
#include "policy/compile/check_registers.h"
#include "policy/compile/checks.h"
#include "policy/compile/compile_benefit.h"
#include "policy/compile/compile_people.h"
#include "policy/compile/filings.h"
#include "policy/compile/table_builder.h"
#include "policy/parameter_kind.h"

namespace yidan::policy {
namespace {

std::vector<InForce> compile_validity(TableBuilder& builder, const Pack& pack) {
  std::vector<InForce> rows;
  rows.reserve(pack.in_force.size());
  for (const Authority& authority : pack.in_force) {
    rows.push_back({authority.period, builder.add_rule(authority, "policy.in-force", pack.name, pack.folder)});
  }
  return rows;
}

// The identities that tables and conditions name; each needs a rank.
std::uint32_t named_identities(const Effective& effective) {
  std::uint32_t named = 0;
  for (const auto& [id, parameter] : effective.parameters) {
    for (const Row& row : parameter->rows) {
      const std::uint32_t bits = row.keys.bits[static_cast<std::size_t>(Dimension::identity)];
      if (bits != UINT32_MAX) named |= bits;
    }
  }
  for (const auto& [id, header] : effective.benefits) {
    for (const Condition& condition : header->conditions) named |= bits_of(condition.identities);
  }
  return named & ~(1U << static_cast<unsigned>(Identity::none));
}

std::uint32_t used_layers(const Effective& effective) {
  WordSet<Layer> layers;
  for (const auto& [id, header] : effective.benefits) layers.insert(header->layer);
  return bits_of(layers);
}

// These keys on every day of the pool.
Domain always(const Pool& pool, Dimension dimension, std::uint32_t bits, Text why) {
  Domain domain;
  domain.keys.bits[static_cast<std::size_t>(dimension)] = bits;
  for (const InForce& row : pool.in_force) domain.days.push_back(row.period);
  domain.why = std::move(why);
  return domain;
}

void compile_tables(TableBuilder& builder, const Effective& effective, Pool& pool) {
  const Domain identities = always(pool, Dimension::identity, named_identities(effective),
                                   {"，而表或条件用到这一身份", ", yet tables or conditions name this identity"});
  const Domain layers = always(pool, Dimension::layer, used_layers(effective),
                               {"，而有待遇属于这一层次", ", yet a benefit is of this layer"});
  for (const ParameterKind& kind : parameter_kinds()) {
    if (kind.of_pool == nullptr) continue;
    const Domain* domain = nullptr;
    if (kind.of_pool == &Pool::rank) domain = &identities;
    if (kind.of_pool == &Pool::layer_order) domain = &layers;
    pool.*kind.of_pool = builder.build(kind.id, domain);
  }
  // Names bind no amount, yet they are cited and shown.
  (void)builder.build("schemes.names");
  builder.list("schemes.aliases");
}

void sort_by_layer(Pool& pool) {
  const auto order = [&pool](const Benefit& benefit) {
    Key key;
    key.set(Dimension::layer, static_cast<std::size_t>(benefit.layer));
    const Date day = benefit.in_force.empty() ? Date{} : benefit.in_force.front().period.from;
    const Cell* cell = pool.layer_order.find(key, day);
    return cell == nullptr ? std::int64_t{static_cast<std::int64_t>(benefit.layer)} : cell->value;
  };
  std::ranges::stable_sort(pool.benefits, {}, order);
}

// Indicators that cannot be read were reported.
void compile_indicators(const Effective& effective, Pool& pool) {
  for (const auto& [id, parameter] : effective.parameters) {
    if (!id.starts_with(kIndicatorFolder) || parameter->damaged) continue;
    const std::string name = id.substr(kIndicatorFolder.size());
    pool.indicator_titles[name] = parameter->title;
    std::vector<Figure>& figures = pool.indicators[name];
    for (const auto* rows : {&parameter->rows, &parameter->never_applied}) {
      for (const Row& row : *rows) {
        const Authority& authority = row.authority;
        const auto amount = share_of(row.value, kWhole);
        if (!amount) continue;
        figures.push_back({.period = authority.period,
                           .amount = *amount,
                           .basis = authority.basis,
                           .source = authority.source,
                           .at = authority.at,
                           .statistics_year = row.statistics_year,
                           .unit = parameter->unit,
                           .folder = parameter->folder,
                           .stand_in = parameter->stand_in,
                           .announced = row.announced});
      }
    }
  }
}

Pool compile_pool(const Effective& effective, Problems& problems) {
  Pool pool;
  pool.region = effective.city->region;
  pool.name = effective.city->name;
  pool.folder = effective.city->folder;
  for (const auto& [folder, pack] : effective.folders) pool.folders.push_back(folder);
  TableBuilder builder(effective, pool, problems);
  pool.in_force = compile_validity(builder, *effective.city);
  compile_tables(builder, effective, pool);
  for (const auto& [id, header] : effective.benefits) {
    pool.benefits.push_back(compile_benefit(builder, effective, pool, *header, problems));
  }
  compile_people(builder, effective, pool, problems);
  compile_indicators(effective, pool);
  sort_by_layer(pool);
  link_shared_caps(effective, pool, problems);
  check_rivals(effective, pool, problems);
  check_bases(effective, pool, problems);
  return pool;
}

// Which documents a rule rests on, by its clauses.
void link_documents(const ClauseRegister& clauses, const Documents& documents, Pool& pool) {
  pool.documents = documents;
  for (Rule& rule : pool.rules) {
    std::set<std::uint16_t> places;
    for (const std::string& id : rule.clauses) {
      const auto clause = clauses.find(id);
      const Document* document = clause == clauses.end() ? nullptr : find_document(documents, clause->second.document);
      if (document != nullptr) places.insert(static_cast<std::uint16_t>(document - documents.data()));
    }
    rule.documents.assign(places.begin(), places.end());
  }
}

}  // namespace

Policy compile(Packs packs, Problems& problems, Judging judging) {
  Policy policy;
  const auto pools = inherit(packs, problems);
  for (const Effective& effective : pools) policy.pools.push_back(compile_pool(effective, problems));
  check_regions(pools, problems);
  if (judging == Judging::now) {
    check_unused(packs, problems);
    check_citations(packs, problems);
    check_bounds(packs, problems);
    check_registers(packs.registers, problems);
  }
  policy.bounds = std::move(packs.bounds);
  policy.arrangements = std::move(packs.arrangements);
  policy.clauses = std::move(packs.clauses);
  if (judging == Judging::kept || !packs.documents) return policy;
  policy.documents = std::move(*packs.documents);
  for (Pool& pool : policy.pools) {
    link_documents(policy.clauses, policy.documents, pool);
    mark_unfiled(policy.clauses, packs.competences, pool);
  }
  return policy;
}

}  // namespace yidan::policy
