#include "service/route.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "service/routes/all.h"

namespace yidan::service {
namespace {

using contract::id;
using contract::text;

constexpr std::array kPathFields{
    text("pool", "统筹区：代码或名称", "the pool: its code or name"),
    contract::number_of_person("person", "人员编号", "the person's number"),
    id("encounter", "就诊编号", "the encounter's id"),
    text("year", "年度", "the year"),
    text("register", "登记册", "the register"),
    id("entry", "登记编号", "the entry's id"),
    id("decision", "决策编号", "the decision's id"),
    text("key", "请求的键，可含斜线", "the request's key; it may have slashes"),
    text("clause", "条款编号", "the clause's id"),
    text("name", "名称", "the name"),
    text("user", "用户名", "the user's name"),
    id("job", "作业编号", "the job's id"),
    id("provider", "机构编号", "the institution"),
    text("infno", "交易编号", "the number of the transaction"),
};

}  // namespace

const Field& path_field(std::string_view name) {
  const auto* found = std::ranges::find(kPathFields, name, &Field::name);
  ensure(found != kPathFields.end(), "every parameter of a path is described");
  return *found;
}

std::span<const Route> routes() {
  static const std::vector<Route> all = [] {
    std::vector<Route> list;
    for (const auto part : {settlement_routes(), person_routes(), request_routes(), book_routes(), policy_routes(),
                            register_routes(), decision_routes(), job_routes(), reconciliation_routes(),
                            national_routes(), user_routes(), signer_routes(), system_routes()}) {
      std::ranges::copy(part, std::back_inserter(list));
    }
    return list;
  }();
  return all;
}

}  // namespace yidan::service
