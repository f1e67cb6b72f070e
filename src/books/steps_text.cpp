#include "books/steps_text.h"

#include "base/json_writer.h"
#include "benefit/explain.h"

namespace yidan::books {

std::string steps_text(const benefit::Bill& bill) {
  std::string text;
  constexpr std::size_t usual_step = 48;
  text.reserve(bill.steps.size() * usual_step);
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_array();
  for (const benefit::Step& step : bill.steps) {
    json.begin_array();
    json.string(benefit::rule_id(step, *bill.pool));
    json.number(step.output.in_fen());
    for (std::size_t i = 0; i < step.inputs; ++i) {
      const benefit::Argument& argument = step.arguments[i];
      if (argument.kind == benefit::Argument::Kind::word) {
        json.string(argument.word->code);
      } else if (argument.kind != benefit::Argument::Kind::nothing) {
        json.number(argument.number);
      }
    }
    json.end_array();
  }
  json.end_array();
  return text;
}

}  // namespace yidan::books
