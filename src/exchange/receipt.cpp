#include "exchange/receipt.h"

namespace yidan::exchange {

void write_receipt(json::Writer& json, const Receipt& receipt) {
  json.key("receipt");
  json.begin_object();
  json.key("event");
  json.number(receipt.event);
  json.text("key", receipt.key);
  json.text("packs", receipt.packs);
  json.text("engine", receipt.engine);
  json.text("inputs", receipt.inputs);
  json.end_object();
}

}  // namespace yidan::exchange
