// 9001, 9002: an operator signs in and out. The institution is known by its token; the number says which desk it was.

#include "base/json_writer.h"
#include "national/transactions.h"

namespace yidan::national {
namespace {

std::string signed_output(const Turn& turn, std::string_view number) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.key("signinoutb");
  json.begin_object();
  json.text("sign_time", to_instant_text(turn.now).substr(0, 19));
  json.text("sign_no", number);
  json.end_object();
  json.end_object();
  return text;
}

}  // namespace

Result<std::string> sign_in(const Turn& turn, const json::Value&) { return signed_output(turn, number_of('G', turn)); }

Result<std::string> sign_out(const Turn& turn, const json::Value& input) {
  return signed_output(turn, Reader(*member(input, "signOut")).text("sign_no"));
}

}  // namespace yidan::national
