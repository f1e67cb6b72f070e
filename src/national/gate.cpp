#include "national/gate.h"

#include <algorithm>

#include "base/digest.h"
#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "national/signature.h"
#include "national/transactions.h"

namespace yidan::national {
namespace {

// "20230305100000123": as the interface writes an instant.
std::string compact_instant(Instant instant) {
  std::string digits;
  for (const char each : to_instant_text(instant)) {
    if (each >= '0' && each <= '9') digits += each;
  }
  return digits.substr(0, 17);
}

class Answering {
 public:
  explicit Answering(const Asked& asked) : asked_(asked) {}

  Answered run() {
    json::Document document;
    const auto parsed = document.parse(asked_.text);
    if (!parsed || (*parsed)->kind != json::Kind::object) {
      const std::string where =
          parsed ? "$" : std::to_string(parsed.error().line) + ":" + std::to_string(parsed.error().column);
      return refuse({{ErrorCode::syntax, {"报文不是 JSON 对象", "the message is no JSON object"}, where}});
    }
    std::vector<Error> faults;
    envelope_ = read_envelope(**parsed, asked_.number, faults);
    if (!faults.empty()) return refuse(std::move(faults));
    const Transaction* transaction = find_transaction(envelope_.infno);
    if (transaction == nullptr) return refuse({no_transaction()});
    for (const Node& each : transaction->takes) check_node(*envelope_.input, each, "$.input", faults);
    if (!faults.empty()) return refuse(std::move(faults));
    if (auto own = check_institution(); !own) return refuse({std::move(own.error())});
    if (auto right = check_signature(**parsed); !right) return refuse({std::move(right.error())});
    const auto output = handled(*transaction);
    if (output && transaction->gives_file) return {*output, true};
    return output ? accept(*output) : refuse({output.error()});
  }

 private:
  Result<std::string> handled(const Transaction& transaction) {
    std::string content = json::canonical(*envelope_.input);
    const std::string digest = digest_of({envelope_.infno, content}).substr(0, 16);
    const Turn turn{asked_.caller,
                    asked_.policy,
                    asked_.now,
                    envelope_,
                    std::move(content),
                    "fsi/" + envelope_.institution + "/" + envelope_.msgid + "/" + envelope_.infno + "/" + digest};
    try {
      auto output = transaction.handler(turn, *envelope_.input);
      if (output) return output;
      auto meanwhile = answered_meanwhile(turn);
      if (meanwhile && *meanwhile) return std::move(**meanwhile);
      return output;
    } catch (const Overflow&) {
      return std::unexpected(Error{ErrorCode::overflow, {"金额过大", "an amount does not fit"}, "$.input"});
    }
  }

  // Whoever has logged in as an institution speaks for no other.
  Result<void> check_institution() const {
    const auto& rights = asked_.caller.rights;
    if (!rights || rights->provider.empty() || rights->provider == envelope_.institution) return {};
    return std::unexpected(
        Error{ErrorCode::forbidden,
              {"凭证属于机构 " + rights->provider + "，不能以 " + envelope_.institution + " 的名义办理",
               "the token is of " + rights->provider + ", which does not speak for " + envelope_.institution},
              "$.fixmedins_code"});
  }

  Result<void> check_signature(const json::Value& message) const {
    if (asked_.signer == nullptr || asked_.is_signed) return {};
    if (asked_.signer->keys.empty()) return {};  // what stands in cainfo is somebody else's
    const auto found = is_signed(message, *asked_.signer, asked_.now);
    if (!found) return std::unexpected(found.error());
    if (*found || !asked_.signer->required) return {};
    return std::unexpected(operations::unsigned_message(*asked_.signer, "$.cainfo"));
  }

  Error no_transaction() const {
    std::string numbers;
    for (const Transaction& each : transactions()) numbers += (numbers.empty() ? "" : "、") + std::string(each.number);
    return {ErrorCode::not_found,
            {"没有此交易：" + envelope_.infno + "（有：" + numbers + "）",
             "there is no transaction " + envelope_.infno + " (there are: " + numbers + ")"},
            "$.infno"};
  }

  void begin(json::Writer& json, int code) {
    json.begin_object();
    json.key("infcode");
    json.number(code);
    const std::string division = envelope_.home.empty() ? envelope_.division : envelope_.home;
    json.text("inf_refmsgid", (division.empty() ? "000000" : division) + compact_instant(asked_.now).substr(0, 14) +
                                  sha256(envelope_.institution + envelope_.msgid).substr(0, 10));
    json.text("refmsg_time", compact_instant(asked_.now));
    json.text("respond_time", compact_instant(asked_.now));
  }

  Answered accept(const std::string& output) {
    std::string text;
    json::Writer json(text, json::Writer::Style::compact);
    begin(json, 0);
    json.text("err_msg", "");
    json.key("output");
    json.raw(output);
    json.end_object();
    return {std::move(text)};
  }

  Answered refuse(const std::vector<Error>& faults) {
    const Error& first = faults.front();
    std::string message = first.message.zh;
    if (faults.size() > 1) message += "（共 " + std::to_string(faults.size()) + " 处）";
    std::string text;
    json::Writer json(text, json::Writer::Style::compact);
    begin(json, -1);
    json.text("err_msg", message);
    json.text("code", code_of(first.code));
    json.text("where", first.where);
    json.key("retryable");
    json.boolean(first.code == ErrorCode::unavailable);
    json.key("faults");
    json.begin_array();
    constexpr std::size_t most = 50;
    for (std::size_t i = 0; i < std::min(faults.size(), most); ++i) {
      json.begin_object();
      json.text("code", code_of(faults[i].code));
      json.text("where", faults[i].where);
      json.text("zh", faults[i].message.zh);
      json.text("en", faults[i].message.en);
      json.end_object();
    }
    json.end_array();
    json.key("output");
    json.begin_object();
    json.end_object();
    json.end_object();
    return {std::move(text)};
  }

  const Asked& asked_;
  Envelope envelope_;
};

}  // namespace

Answered answer(const Asked& asked) { return Answering(asked).run(); }

}  // namespace yidan::national
