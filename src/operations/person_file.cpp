#include "operations/person_file.h"

#include "operations/permission.h"
#include "operations/rebuild.h"

namespace yidan::operations {

Result<books::File> file_of(const Caller& caller, const PersonQuery& query, Deed deed, const std::string& provider) {
  if (auto allowed = may(caller, deed, {.pool = query.pool, .person = query.person, .provider = provider}); !allowed) {
    return std::unexpected(std::move(allowed.error()));
  }
  auto file = rebuild(caller.desk, {query.pool, query.person}, query.known);
  if (file && file->seq() == 0) {
    return std::unexpected(
        Error{ErrorCode::not_found,
              {"账册中没有该人员（或当时还没有）", "the books have no such person, or had none then"},
              {}});
  }
  return file;
}

}  // namespace yidan::operations
