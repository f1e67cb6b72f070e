// The plan as a picture: a bar a dated task up to its due day, and how it was closed; and the page that it stands on.
#include <algorithm>

#include "base/html.h"
#include "exchange/task_report.h"

namespace yidan::exchange {
namespace {

using tasks::TaskStanding;

constexpr int kPageWidth = 1000;
constexpr int kLabels = 330;  // where the time axis begins
constexpr int kHead = 56;
constexpr int kRow = 18;
constexpr int kBarHeight = 11;

std::string_view color_of(TaskState state) {
  switch (state) {
    case TaskState::done:
      return "#5b8f62";
    case TaskState::done_late:
      return "#c9a227";
    case TaskState::overdue:
      return "#b3402e";
    default:
      return "#8aa4bf";
  }
}

// A title that fits before the axis; Chinese characters are twice as wide.
std::string shortened(const std::string& title, std::size_t most) {
  std::string text;
  std::size_t width = 0;
  for (std::size_t i = 0; i < title.size();) {
    const auto lead = static_cast<unsigned char>(title[i]);
    const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    width += bytes > 2 ? 2 : 1;
    if (width > most) return text + "…";
    text += title.substr(i, bytes);
    i += bytes;
  }
  return text;
}

class Gantt {
 public:
  Gantt(const TaskReport& report, Language language) : report_(report), language_(language) {
    for (const TaskStanding& each : report.tasks) {
      if (each.task->due) dated_.push_back(&each);
    }
    first_ = report.on.year() - 1;
    last_ = report.on.year();
    for (const TaskStanding* each : dated_) {
      first_ = std::min(first_, each->task->due->year() - 1);
      last_ = std::max({last_, each->task->due->year(), each->closed ? each->closed->year() : 0});
    }
  }

  std::string svg() {
    const int height = kHead + kRow * static_cast<int>(dated_.size()) + 16;
    const std::string size = std::to_string(kPageWidth) + " " + std::to_string(height);
    out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + "\" role=\"img\" font-family=\"" +
           "'Noto Sans CJK SC','WenQuanYi Micro Hei',sans-serif\" font-size=\"11\">\n";
    const std::string title =
        report_.pool->name.in(language_) + say("任务进度，", ": tasks as of ") + to_text(report_.on);
    out_ += "<title>" + html_escaped(title) + "</title>\n";
    add_rectangle(0, 0, kPageWidth, height, "#ffffff");
    add_text(10, 18, "start", title, " font-size=\"13\" font-weight=\"bold\"");
    add_legend();
    for (int year = first_; year <= last_; ++year) add_year(year, height);
    int y = kHead;
    for (const TaskStanding* each : dated_) {
      add_task(*each, y);
      y += kRow;
    }
    add_line(place(report_.on), kHead - 8, height - 12, "#b3402e");
    add_text(place(report_.on), height - 2, "middle", to_text(report_.on), " font-size=\"9\" fill=\"#b3402e\"");
    return out_ + "</svg>\n";
  }

 private:
  [[nodiscard]] std::string say(const char* zh, const char* en) const { return language_ == Language::zh ? zh : en; }

  [[nodiscard]] int place(Date day) const {
    const int begin = Date::of(first_, 1, 1)->days();
    const int end = Date::of(last_ + 1, 1, 1)->days();
    return kLabels + (kPageWidth - kLabels - 20) * (day.days() - begin) / (end - begin);
  }

  void add_rectangle(int x, int y, int width, int height, std::string_view fill) {
    out_ += "<rect x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" width=\"" + std::to_string(width) +
            "\" height=\"" + std::to_string(height) + "\" fill=\"" + std::string(fill) + "\"/>\n";
  }
  void add_line(int x, int from, int to, std::string_view color) {
    out_ += "<line x1=\"" + std::to_string(x) + "\" x2=\"" + std::to_string(x) + "\" y1=\"" + std::to_string(from) +
            "\" y2=\"" + std::to_string(to) + "\" stroke=\"" + std::string(color) + "\"/>\n";
  }
  void add_text(int x, int y, const char* anchor, const std::string& words, const std::string& more = "") {
    out_ += "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" text-anchor=\"" + anchor + "\"" +
            more + ">" + html_escaped(words) + "</text>\n";
  }

  void add_legend() {
    int x = kLabels;
    for (const TaskState state : {TaskState::open, TaskState::done, TaskState::done_late, TaskState::overdue}) {
      add_rectangle(x, 26, 10, 10, color_of(state));
      const Word& name = word(state);
      add_text(x + 14, 35, "start", std::string(language_ == Language::zh ? name.zh : name.en));
      x += 110;
    }
  }

  void add_year(int year, int height) {
    const int x = place(*Date::of(year, 1, 1));
    add_line(x, kHead - 8, height - 12, "#dddddd");
    add_text(x + 3, kHead - 4, "start", std::to_string(year), " font-size=\"9\" fill=\"#777\"");
  }

  // A year of work before the due day, as nobody says when it began; what is late goes on to the day of its end.
  void add_task(const TaskStanding& standing, int y) {
    const policy::Task& task = *standing.task;
    constexpr std::size_t most = 36;
    add_text(10, y + 10, "start", task.id + "  " + shortened(task.title.in(language_), most));
    const Date begin = Date::from_days(task.due->days() - 365);
    const int from = std::max(kLabels, place(begin));
    add_rectangle(from, y, place(*task.due) - from, kBarHeight,
                  standing.state == TaskState::done ? color_of(TaskState::done) : color_of(TaskState::open));
    if (standing.state != TaskState::overdue && standing.state != TaskState::done_late) return;
    const Date end = standing.closed ? *standing.closed : report_.on;
    add_rectangle(place(*task.due), y, std::max(2, place(end) - place(*task.due)), kBarHeight,
                  color_of(standing.state));
  }

  const TaskReport& report_;
  Language language_;
  std::vector<const TaskStanding*> dated_;
  int first_ = 0;
  int last_ = 0;
  std::string out_;
};

constexpr std::string_view kPageStyle = R"(
@page { size: A4; margin: 10mm; }
body { font-family: "Noto Sans CJK SC", "WenQuanYi Micro Hei", "Microsoft YaHei", sans-serif; font-size: 8pt;
       color: #111; margin: 0 auto; max-width: 190mm; }
h1 { font-size: 13pt; }
svg { width: 100%; height: auto; max-height: 250mm; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 0.2pt solid #bbb; padding: 0.5mm 1mm; text-align: left; vertical-align: top; }
td:nth-child(4) { white-space: nowrap; }
thead th { border-bottom: 0.6pt solid #111; }
tr { break-inside: avoid; }
.overdue { color: #a00; font-weight: bold; }
.done-late { color: #a05a00; }
)";

}  // namespace

std::string tasks_chart(const TaskReport& report, Language language) { return Gantt(report, language).svg(); }

std::string tasks_page(const TaskReport& report, Language language) {
  const bool zh = language == Language::zh;
  const std::string title =
      html_escaped(report.pool->name.in(language) + (zh ? "任务台账 " : ": tasks, ") + to_text(report.on));
  std::string page = "<!DOCTYPE html>\n<html lang=\"" + std::string(zh ? "zh-CN" : "en") +
                     "\"><head><meta charset=\"utf-8\"><title>" + title + "</title><style>" + std::string(kPageStyle) +
                     "</style></head><body>\n<h1>" + title + "</h1>\n" + tasks_chart(report, language) +
                     "<table><thead><tr>";
  for (const auto& [name, english] :
       {std::pair{"任务", "task"}, std::pair{"内容", "what is to be done"}, std::pair{"责任", "responsible"},
        std::pair{"期限", "due"}, std::pair{"状态", "state"}, std::pair{"依据", "evidence"}}) {
    page += "<th>" + std::string(zh ? name : english) + "</th>";
  }
  page += "</tr></thead><tbody>\n";
  for (const TaskStanding& each : report.tasks) {
    const Word& state = word(each.state);
    std::string stands(zh ? state.zh : state.en);
    if (each.days > 0) stands += " " + std::to_string(each.days) + (zh ? " 天" : " days");
    std::string evidence = each.evidence;
    if (each.closed) evidence += (evidence.empty() ? "" : " ") + to_text(*each.closed);
    page += "<tr><td>" + html_escaped(each.task->id) + "</td><td>" + html_escaped(each.task->title.in(language)) +
            "</td><td>" + html_escaped(responsible_text(*each.task, language)) + "</td><td>" +
            (each.task->due ? to_text(*each.task->due) : "") + "</td><td class=\"" + std::string(state.code) + "\">" +
            html_escaped(stands) + "</td><td>" + html_escaped(evidence) + "</td></tr>\n";
  }
  return page + "</tbody></table></body></html>\n";
}

}  // namespace yidan::exchange
