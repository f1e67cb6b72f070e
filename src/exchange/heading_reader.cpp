#include "exchange/heading_reader.h"

namespace yidan::exchange {

void require_format(ObjectReader& reader, std::string_view expected) {
  if (reader.require_text("format") == expected) return;
  const std::string quoted = '"' + std::string(expected) + '"';
  fail(ErrorCode::invalid_value, reader.path_of("format"), "格式应为 " + quoted, "the format must be " + quoted);
}

const policy::Pool& read_pool(ObjectReader& reader, const policy::Policy& policy, Region& region) {
  region = contract::region_of(reader.require_text("pool"), reader.path_of("pool"));
  if (const policy::Pool* pool = policy.find(region)) return *pool;
  std::string known;
  for (const policy::Pool& pool : policy.pools) {
    known += (known.empty() ? "" : ", ") + to_text(pool.region) + " " + pool.name.en;
  }
  fail(ErrorCode::invalid_value, reader.path_of("pool"), "没有该统筹区的政策（可用：" + known + "）",
       "no policy for this pool (there are: " + known + ")");
}

}  // namespace yidan::exchange
