#include "contract/formats.h"

#include <array>
#include <vector>

#include "contract/assistance.h"
#include "contract/audit.h"
#include "contract/books.h"
#include "contract/case.h"
#include "contract/cost.h"
#include "contract/proof.h"
#include "contract/roster.h"

namespace yidan::contract {
namespace {

std::vector<Format> make() {
  static const std::array<const Object*, 9> alone{
      &case_object(), &record_object(), &roster_object(), &kBills, &kStanding, &kAssistance, &kAudit, &kCost, &kProof};
  std::vector<Format> list;
  list.reserve(alone.size() + 1 + books_answers().size());
  for (const Object* const& each : alone) list.push_back({each->name, each->gist, {&each, 1}, {}});
  list.push_back({"yidan.request/1", {"对账册的请求", "a request to the books"}, request_objects(), "do"});
  for (const Object* const& each : books_answers()) list.push_back({each->name, each->gist, {&each, 1}, {}});
  return list;
}

}  // namespace

std::span<const Format> formats() {
  static const std::vector<Format> list = make();
  return list;
}

const Format* find_format(std::string_view name) {
  constexpr std::string_view house = "yidan.";
  for (const Format& format : formats()) {
    std::string_view short_name = format.name.substr(house.size());
    short_name = short_name.substr(0, short_name.find('/'));
    if (name == format.name || name == short_name) return &format;
  }
  return nullptr;
}

}  // namespace yidan::contract
