#include "http/message.h"

#include <algorithm>

#include <boost/beast/core/string.hpp>

namespace yidan::http {

std::string_view Request::header(std::string_view name) const {
  const auto found =
      std::ranges::find_if(headers, [name](const Header& each) { return boost::beast::iequals(each.name, name); });
  return found == headers.end() ? std::string_view() : std::string_view(found->value);
}

}  // namespace yidan::http
