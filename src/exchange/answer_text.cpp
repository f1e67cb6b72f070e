#include "exchange/answer_text.h"

#include <array>
#include <span>
#include <string_view>

#include "base/json.h"
#include "base/json_canonical.h"
#include "base/visible.h"
#include "benefit/claim.h"
#include "exchange/decision_text.h"
#include "exchange/display.h"
#include "exchange/number_warnings.h"
#include "money/money.h"
#include "terms/books.h"
#include "terms/people.h"
#include "terms/say.h"
#include "terms/terms.h"

namespace yidan::exchange {
namespace {

using json::Value;

std::string_view text_of(const Value& object, std::string_view key) {
  const Value* found = json::find(object, key);
  return found == nullptr ? std::string_view{} : found->text;
}

// The name of a code that belongs to one of some closed words; the code itself where it belongs to none.
template <class... Enums>
std::string name_of_code(std::string_view code, Language language) {
  std::string name(code);
  const auto look = [&](auto known) {
    if (known) name = std::string(language == Language::zh ? word(*known).zh : word(*known).en);
  };
  (look(parse_word<Enums>(code)), ...);
  return name;
}

class AnswerPage : private Speaker {
 public:
  AnswerPage(const Value& answer, Language language) : Speaker(language), answer_(answer) {}

  std::string text() {
    const std::string_view format = text_of(answer_, "format");
    if (format == "yidan.refused/1") {
      refused();
    } else if (format == "yidan.done/1") {
      done();
    } else if (format == "yidan.decision/1" || format == "yidan.decisions/1") {
      return describe_decisions(answer_, language());
    } else if (const Value* bill = json::find(answer_, "bill"); bill != nullptr) {
      settled(*bill);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string person() const { return masked(text_of(answer_, "person")) + "  "; }
  void line(const std::string& text) { out_ += harmless(text) + "\n"; }

  // Amounts as the books write them: "1126.50", "-3.00".
  static std::string amount(std::string_view written) {
    const auto money = parse_money(written);
    return money ? to_grouped_text(*money) : std::string(written);
  }

  // "（事项 7）"; nothing of a trial.
  [[nodiscard]] std::string event() const {
    const Value* receipt = json::find(answer_, "receipt");
    if (receipt == nullptr) return say("（预结算，未记账）", " (a trial, written nowhere)");
    const std::string number(text_of(*receipt, "event"));
    return say("（事项 ", " (event ") + number + say("）", ")");
  }

  void refused() {
    const Value* error = json::find(answer_, "error");
    const std::string_view key = text_of(answer_, "key");
    std::string text = say("✗ 拒绝", "✗ refused");
    if (!key.empty()) text += "  " + masked_within(shown(key, 200));
    line(text);
    if (error == nullptr) return;
    const std::string_view where = text_of(*error, "where");
    line("    " + masked_within(text_of(*error, "message")) +
         (where.empty() ? "" : say("（", " (") + std::string(where) + say("）", ")")));
  }

  void settled(const Value& bill) {
    const Value* why = json::find(bill, "reason");
    const std::string reason =
        why == nullptr ? "" : " · " + name_of_code<CoverReason, Cause, NoBenefit>(text_of(*why, "code"), language());
    line(person() + shown(text_of(bill, "encounter")) + "  " +
         name_of_code<BillStatus>(text_of(bill, "status"), language()) + reason + event());
    for (const Value& warning : items_of(bill, "warnings")) odd(warning);
    const Value* amounts = json::find(bill, "amounts");
    if (amounts == nullptr) return;
    const std::string_view supplement = text_of(bill, "enterprise_supplement");
    line("    " + say("共 ", "in all ") + amount(text_of(*amounts, "total")) + say("：基金 ", ": funds ") +
         amount(text_of(bill, "fund_total")) +
         (supplement.empty() ? "" : say("，企业补充 ", ", employer's supplement ") + amount(supplement)) +
         say("，账户 ", ", account ") + amount(text_of(bill, "account")) + say("，现金 ", ", cash ") +
         amount(text_of(bill, "cash")));
    if (const Value* trial = json::find(answer_, "trial"); trial != nullptr) {
      line("    " + say("摘要 ", "digest ") + std::string(trial->text));
    }
  }

  void done() {
    std::string text = person() + name_of_code<EventKind>(text_of(answer_, "did"), language());
    if (const auto refusal = text_of(answer_, "refused"); !refusal.empty()) {
      text += say(" · 拒付：", " · refused: ") + name_of_code<AccountRefusal>(refusal, language());
    }
    struct Moved {
      std::string_view key;
      std::string_view zh;
      std::string_view en;
    };
    for (const Moved& moved : {Moved{"credited", "划入 ", "credited "}, Moved{"used", "使用 ", "used "},
                               Moved{"account_balance", "余额 ", "balance "}}) {
      const auto written = text_of(answer_, moved.key);
      if (!written.empty()) text += " · " + say(moved.zh, moved.en) + amount(written);
    }
    line(text + event());
    for (const Value& bill : items("bills")) changed(bill);
    for (const Value& application : items("applications")) applied(application);
    for (const Value& warning : items("warnings")) odd(warning);
  }

  [[nodiscard]] std::span<const Value> items(std::string_view key) const { return items_of(answer_, key); }
  static std::span<const Value> items_of(const Value& object, std::string_view key) {
    const Value* list = json::find(object, key);
    return list == nullptr ? std::span<const Value>{} : list->items();
  }

  // A sentence where the code says it all; else the code's name, and its place in the record.
  void odd(const Value& warning) {
    const std::string_view code = text_of(warning, "code");
    std::string text;
    if (const auto doubt = parse_word<NumberDoubt>(code)) {
      text = sentence_of(*doubt, language());
    } else if (const auto kind = parse_word<Repetition>(code)) {
      const EncounterName other{std::string(text_of(warning, "encounter")), std::string(text_of(warning, "provider"))};
      text = benefit::sentence_of({*kind, other}).in(language());
    } else {
      const std::string_view where = text_of(warning, "where");
      text = name_of_code<WarningKind>(code, language());
      if (!where.empty()) text += say("（", " (") + std::string(where) + say("）", ")");
    }
    line("    " + say("提示：", "warning: ") + text);
  }

  void changed(const Value& bill) {
    std::string text = "    " + say("改变 ", "changed: ") + shown(text_of(bill, "encounter"));
    struct Part {
      std::string_view key;
      std::string_view zh;
      std::string_view en;
    };
    for (const Part& part : {Part{"fund_total", "基金 ", "funds "}, Part{"account", "账户 ", "account "},
                             Part{"cash", "现金 ", "cash "}}) {
      const Value* moved = json::find(bill, part.key);
      if (moved == nullptr) continue;
      text +=
          "  " + say(part.zh, part.en) + amount(text_of(*moved, "before")) + " → " + amount(text_of(*moved, "after"));
    }
    line(text);
  }

  void applied(const Value& application) {
    const std::string_view refusal = text_of(application, "refused");
    line("    " + say("申请 ", "application of ") + std::string(text_of(application, "applied")) + say("：", ": ") +
         (refusal.empty() ? say("救助 ", "granted ") + amount(text_of(application, "paid")) +
                                say("，计入的负担 ", ", of a burden of ") + amount(text_of(application, "base"))
                          : say("不予救助 · ", "refused · ") + name_of_code<ApplicationRefusal>(refusal, language())));
  }

  const Value& answer_;
  std::string out_;
};

}  // namespace

std::string describe_answer(std::string_view answer, Language language) {
  json::Document document;
  const auto value = document.parse(answer);
  if (!value) return std::string(answer) + "\n";
  std::string text = AnswerPage(**value, language).text();
  return text.empty() ? std::string(answer) + "\n" : text;
}

}  // namespace yidan::exchange
