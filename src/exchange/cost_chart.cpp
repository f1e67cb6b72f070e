// A picture of what a draft costs, month by month: one bar for the rules in force, one for the draft.
#include <algorithm>

#include "base/decimal.h"
#include "base/html.h"
#include "exchange/cost_report.h"
#include "terms/say.h"

namespace yidan::exchange {
namespace {

using costing::Amounts;
using costing::Cost;

constexpr int kWidth = 760;
constexpr int kHeight = 300;
constexpr int kLeft = 86;
constexpr int kTop = 52;
constexpr int kBottom = 262;
constexpr int kStep = 54;  // from month to month
constexpr int kBar = 18;
constexpr std::string_view kInForce = "#8aa4bf";
constexpr std::string_view kDraft = "#c0653a";

// The least round number above all bars: 1, 2 or 5 times a power of ten, in fen.
std::int64_t top_of(const Cost& cost) {
  std::int64_t most = 400;
  for (unsigned month = 1; month <= costing::kMonths; ++month) {
    const Amounts& paid = cost.in_month(month);
    most = std::max({most, paid.before.in_fen(), paid.after.in_fen()});
  }
  std::int64_t unit = 100;
  while (unit <= most / 10) unit *= 10;
  for (const std::int64_t times : {1, 2, 5}) {
    if (unit * times >= most) return unit * times;
  }
  return unit * 10;
}

class Chart {
 public:
  Chart(const CostReport& report, Language language)
      : report_(report), cost_(*report.cost), language_(language), top_(top_of(*report.cost)) {}

  std::string svg() {
    out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + std::to_string(kWidth) + " " +
           std::to_string(kHeight) + "\" width=\"" + std::to_string(kWidth) + "\" height=\"" + std::to_string(kHeight) +
           "\" role=\"img\" font-family=\"'Noto Sans CJK SC','WenQuanYi Micro Hei'," +
           "sans-serif\" font-size=\"11\">\n";
    const std::string title = title_text();
    out_ += "<title>" + html_escaped(title) + "</title>\n";
    rectangle(0, 0, kWidth, kHeight, "#ffffff", "");
    text(kLeft, 20, "start", title, " font-size=\"13\" font-weight=\"bold\"");
    legend();
    for (int i = 0; i <= 4; ++i) grid(i);
    for (unsigned month = 1; month <= costing::kMonths; ++month) add_month(month);
    return out_ + "</svg>\n";
  }

 private:
  [[nodiscard]] std::string title_text() const {
    const std::string year = std::to_string(cost_.year());
    return report_.pool->name.in(language_) +
           say(language_, " " + year + " 年各月基金支付（元）", ": what the funds pay in " + year + " (yuan)");
  }

  void text(int x, int y, const std::string& anchor, const std::string& words, const std::string& more = "") {
    out_ += "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" text-anchor=\"" + anchor + "\"" +
            more + ">" + html_escaped(words) + "</text>\n";
  }

  void rectangle(int x, int y, int width, int height, std::string_view fill, const std::string& title) {
    out_ += "<rect x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" width=\"" + std::to_string(width) +
            "\" height=\"" + std::to_string(height) + "\" fill=\"" + std::string(fill) + "\"";
    out_ += title.empty() ? "/>\n" : "><title>" + html_escaped(title) + "</title></rect>\n";
  }

  void legend() {
    rectangle(kLeft, 30, 10, 10, kInForce, "");
    text(kLeft + 15, 39, "start", say(language_, "现行", "in force"));
    rectangle(kLeft + 90, 30, 10, 10, kDraft, "");
    text(kLeft + 105, 39, "start", say(language_, "草案：", "draft: ") + report_.draft);
  }

  [[nodiscard]] int place(std::int64_t fen) const {
    const auto height = static_cast<decimal::Wide>(std::max<std::int64_t>(fen, 0)) * (kBottom - kTop) / top_;
    return kBottom - static_cast<int>(height);
  }

  void grid(int quarter) {
    const std::int64_t value = top_ / 4 * quarter;
    const int y = place(value);
    out_ += "<line x1=\"" + std::to_string(kLeft) + "\" x2=\"" + std::to_string(kWidth - 12) + "\" y1=\"" +
            std::to_string(y) + "\" y2=\"" + std::to_string(y) + "\" stroke=\"#ddd\"/>\n";
    text(kLeft - 6, y + 4, "end", std::to_string(value / 100));  // whole yuan: the top is at least four of them
  }

  void bar(int x, Money amount, std::string_view fill) {
    const int y = place(amount.in_fen());
    rectangle(x, y, kBar, kBottom - y, fill, to_text(amount));
  }

  void add_month(unsigned month) {
    const Amounts& paid = cost_.in_month(month);
    const int x = kLeft + 10 + static_cast<int>(month - 1) * kStep;
    bar(x, paid.before, kInForce);
    bar(x + kBar + 2, paid.after, kDraft);
    text(x + kBar + 1, kBottom + 16, "middle", std::to_string(month));
    if (paid.difference().is_zero()) return;
    std::string difference = to_text(paid.difference());
    if (paid.difference() > Money{}) difference.insert(0, 1, '+');
    text(x + kBar + 1, kBottom + 30, "middle", difference, " font-size=\"8\" fill=\"#555\"");
  }

  const CostReport& report_;
  const Cost& cost_;
  Language language_;
  std::int64_t top_;
  std::string out_;
};

}  // namespace

std::string cost_chart(const CostReport& report, Language language) { return Chart(report, language).svg(); }

}  // namespace yidan::exchange
