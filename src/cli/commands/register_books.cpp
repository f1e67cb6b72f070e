#include "cli/commands/register_books.h"

#include <algorithm>
#include <utility>

#include "cli/load.h"
#include "registers/field_values.h"

namespace yidan::cli {

std::optional<AskedRegister> open_register(const RegisterOptions& options, store::Access access) {
  const auto on = parse_date(options.on.empty() ? today() : options.on);
  const auto known = known_asked(options.known_at);
  if (!on || !known) {
    (void)wrong_use(on ? known.error() : on.error(), options.language);
    return std::nullopt;
  }
  AskedRegister asked{.books = open_books(options, access), .on = *on, .known = *known, .pools = {}};
  if (asked.books == nullptr) return std::nullopt;
  if (options.pool.empty()) {
    for (const policy::Pool& each : asked.books->policy.pools) asked.pools.push_back(each.region);
    return asked;
  }
  const policy::Pool* pool = find_pool(asked.books->policy, options.pool, options.language);
  if (pool == nullptr) return std::nullopt;
  asked.pools.push_back(pool->region);
  return asked;
}

const policy::RegisterDefinition* register_asked(operations::RegisterBook& book, const AskedRegister& asked,
                                                 const RegisterOptions& options) {
  const policy::RegisterDefinition* found = book.definition(options.reg);
  if (found == nullptr) {
    (void)refuse(operations::no_such_register(asked.books->desk->registers(), options.reg), options.language);
  }
  return found;
}

Result<std::optional<Role>> role_typed(const std::string& by) {
  if (by.empty()) return std::nullopt;
  if (const auto role = parse_word<Role>(by)) return role;
  return std::unexpected(Error{ErrorCode::invalid_value,
                               {"没有岗位“" + by + "”（可用：" + codes_of<Role>() + "）",
                                "there is no role '" + by + "' (there are: " + codes_of<Role>() + ")"},
                               {}});
}

Result<registers::Written> fields_typed(const std::vector<std::string>& typed,
                                        const policy::RegisterDefinition& definition) {
  registers::Written written;
  for (const std::string& each : typed) {
    const std::size_t mark = each.find('=');
    if (mark == std::string::npos) {
      return std::unexpected(Error{
          ErrorCode::invalid_value, {"“" + each + "”应写成 字段=值", "'" + each + "' should be field=value"}, {}});
    }
    const std::string name = each.substr(0, mark);
    const policy::FieldDefinition* field = definition.field(name);
    auto values = registers::values_in_cell(each.substr(mark + 1), field != nullptr && field->many);
    const auto known = std::ranges::find_if(written, [&](const auto& other) { return other.first == name; });
    if (known == written.end()) {
      written.emplace_back(name, std::move(values));
    } else {
      known->second.insert(known->second.end(), values.begin(), values.end());
    }
  }
  return written;
}

}  // namespace yidan::cli
