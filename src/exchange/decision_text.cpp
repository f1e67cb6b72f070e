#include "exchange/decision_text.h"

#include <span>

#include "base/json_canonical.h"
#include "base/visible.h"
#include "exchange/display.h"
#include "terms/audit.h"
#include "terms/authority.h"
#include "terms/say.h"

namespace yidan::exchange {
namespace {

using json::Value;

class DecisionPage : private Speaker {
 public:
  explicit DecisionPage(Language language) : Speaker(language) {}

  void write(const Value& decision) {
    line(in(decision, "pool") + "  " + in(decision, "decision") + "  " + both(decision, "state_text") + " · " +
         both(decision, "kind_text") + event(decision));
    const std::string_view title = json::text_in(decision, "title");
    if (!title.empty()) indented(std::string(title));
    const std::string issuers = words<Body>(decision, "issuers");
    if (!issuers.empty()) {
      const bool county = json::text_in(decision, "region") != json::text_in(decision, "pool");
      indented(say("决策机关：", "decided by: ") + issuers +
               (county ? say("（", " (") + in(decision, "region") + say("）", ")") : ""));
    }
    const std::string parameters = texts(decision, "parameters");
    if (!parameters.empty()) indented(say("参数：", "parameters: ") + parameters);
    write_days(decision);
    for (const Value& filing : items(decision, "filings")) write_filing(filing);
    for (const Value& check : items(decision, "checks")) write_found(check, "");
    for (const Value& held : items(decision, "findings")) write_found(held, in(held, "id") + " ");
    for (const Value& figure : items(decision, "figures")) {
      indented(in(figure, "name") + "  " + in(figure, "of") + "  " + in(figure, "value"));
    }
    write_earliest(decision);
    if (const Value* put = json::find(decision, "activated")) {
      indented(say("自 ", "settles from ") + in(*put, "from") + say(" 起用于结算，政策包 ", " on, packs ") +
               in(*put, "packs").substr(0, 16));
    }
  }

  std::string take() { return std::move(out_); }

 private:
  void line(const std::string& text) { out_ += harmless(text) + "\n"; }
  void indented(const std::string& text) { line("    " + text); }

  static std::string in(const Value& object, std::string_view key) { return std::string(json::text_in(object, key)); }
  [[nodiscard]] std::string both(const Value& object, std::string_view key) const {
    const Value* text = json::find(object, key);
    return text == nullptr ? std::string() : in(*text, language() == Language::zh ? "zh" : "en");
  }
  static std::span<const Value> items(const Value& object, std::string_view key) {
    const Value* list = json::find(object, key);
    return list == nullptr || list->kind != json::Kind::array ? std::span<const Value>() : list->items();
  }
  static std::string texts(const Value& object, std::string_view key) {
    std::string list;
    for (const Value& each : items(object, key)) list += (list.empty() ? "" : ", ") + std::string(each.text);
    return list;
  }
  template <class E>
  [[nodiscard]] std::string words(const Value& object, std::string_view key) const {
    std::string list;
    for (const Value& each : items(object, key)) {
      list += list.empty() ? "" : say("、", ", ");
      list += name<E>(each.text);
    }
    return list;
  }
  template <class E>
  [[nodiscard]] std::string name(std::string_view written) const {
    const auto known = parse_word<E>(written);
    return known ? say(word(*known).zh, word(*known).en) : std::string(written);
  }

  static std::string event(const Value& decision) {
    const Value* receipt = json::find(decision, "receipt");
    const Value* number = receipt == nullptr ? nullptr : json::find(*receipt, "event");
    return number == nullptr ? "" : "  #" + std::string(number->text);
  }

  void write_days(const Value& decision) {
    std::string days;
    const auto add = [&](std::string_view key, std::string_view zh, std::string_view en) {
      const std::string_view day = json::text_in(decision, key);
      if (!day.empty()) days += (days.empty() ? "" : say("，", ", ")) + say(zh, en) + std::string(day);
    };
    add("document", "文号 ", "document ");
    add("issued", "印发 ", "issued ");
    add("from", "拟自 ", "wanted from ");
    add("until", "止于（不含） ", "until (not included) ");
    indented(days);
  }

  void write_filing(const Value& filing) {
    const std::string answered = in(filing, "answered");
    const bool report = json::text_in(filing, "kind") == "report";
    indented(say(report ? "请示 " : "备案 ", report ? "request " : "filing ") + in(filing, "number") + say("：", ": ") +
             name<Body>(json::text_in(filing, "with")) + say("，", ", ") + in(filing, "filed") +
             (answered.empty() ? "" : say("，答复 ", ", answered ") + answered));
  }

  void write_found(const Value& found, const std::string& id) {
    const std::string_view grade = json::text_in(found, "grade");
    const std::string mark = grade == "ok" ? "✓ " : grade == "violation" ? "✗ " : "! ";
    const Value* analogy = json::find(found, "by_analogy");
    indented(mark + id + both(found, "text") + say("（", " (") + texts(found, "clauses") +
             (analogy == nullptr ? "" : say("，类推", ", by analogy")) + say("）", ")"));
  }

  void write_earliest(const Value& decision) {
    if (json::find(decision, "checks") == nullptr) return;
    const std::string_view earliest = json::text_in(decision, "earliest");
    indented(earliest.empty()
                 ? say("最早施行日：尚缺必备事项，未定", "earliest lawful day: none while something is missing")
                 : say("最早施行日：", "earliest lawful day: ") + std::string(earliest));
  }

  std::string out_;
};

}  // namespace

std::string describe_decisions(const Value& answer, Language language) {
  DecisionPage page(language);
  const Value* list = json::find(answer, "decisions");
  if (list == nullptr || list->kind != json::Kind::array) {
    page.write(answer);
    return page.take();
  }
  for (const Value& each : list->items()) page.write(each);
  std::string text = page.take();
  if (text.empty()) text = language == Language::zh ? "没有决策\n" : "no decisions\n";
  return text;
}

}  // namespace yidan::exchange
