#include "policy/report/indicators.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/csv.h"
#include "base/json_writer.h"
#include "policy/report/rule_text.h"
#include "terms/say.h"

namespace yidan::policy {
namespace {

std::string unit_of(const Figure& figure, Language language) {
  return figure.unit == "yuan/month" ? say(language, "元/月", "yuan a month") : say(language, "元/年", "yuan a year");
}

bool applies(const Figure& figure) { return figure.period.from < figure.period.to; }

std::string days_of(const Figure& figure, Language language) {
  if (!applies(figure)) return say(language, "未曾执行", "never applied");
  const std::string from = to_text(figure.period.from);
  if (figure.period.to == Date::never()) return say(language, from + " 起", "from " + from);
  return from + " … " + to_text(figure.period.to);
}

std::string publication_of(const Figure& figure, Language language) {
  const Announcement& announced = figure.announced;
  if (!announced.published) return {};
  const std::string day = to_text(*announced.published);
  std::string text = announced.revised ? say(language, "修订公布于 " + day, "revision published " + day)
                                       : say(language, "公布于 " + day, "published " + day);
  if (!announced.publisher.en.empty())
    text += say(language, "（", " (") + announced.publisher.in(language) + say(language, "）", ")");
  if (announced.starts)
    text += say(language, "，按", ", start: ") + say(language, *announced.starts) + say(language, "推算起点", "");
  if (announced.notice) {
    text += say(language, "；经办机构公告 ", "; agency's notice ") + to_text(*announced.notice);
  }
  return text;
}

std::string line_of(const Figure& figure, Date day, Language language) {
  const bool now = figure.period.contains(day);
  std::string line = std::string(now ? "* " : "  ") + std::to_string(figure.statistics_year) + "  " +
                     to_text(figure.amount) + "  " + days_of(figure, language) + "  " + say(language, figure.basis) +
                     "\n";
  const std::string publication = publication_of(figure, language);
  if (!publication.empty()) line += "        " + publication + "\n";
  if (!figure.source.en.empty()) line += "        " + figure.source.in(language) + "\n";
  return line;
}

std::string list_of(const std::vector<int>& years) {
  std::string list;
  for (const int year : years) list += (list.empty() ? "" : ", ") + std::to_string(year);
  return list;
}

class IndicatorsWriter {
 public:
  IndicatorsWriter(std::string& out, Language language)
      : json_(out, json::Writer::Style::pretty), language_(language) {}

  void write(const Pool& pool, Date day) {
    json_.begin_object();
    json_.text("format", "yidan.indicators/1");
    json_.text("pool", to_text(pool.region));
    json_.text("on", to_text(day));
    json_.key("indicators");
    json_.begin_array();
    for (const auto& [name, figures] : pool.indicators) {
      json_.begin_object();
      json_.text("indicator", name);
      json_.text("title", indicator_title(pool, name).in(language_));
      json_.key("figures");
      json_.begin_array();
      for (const Figure& figure : figures) write(figure, day);
      json_.end_array();
      json_.key("missing");
      json_.begin_array();
      for (const int year : missing_years(figures, day)) json_.number(static_cast<long long>(year));
      json_.end_array();
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }

 private:
  void flag(std::string_view key, bool value) {
    json_.key(key);
    json_.boolean(value);
  }

  void write(const Figure& figure, Date day) {
    const Announcement& announced = figure.announced;
    json_.begin_object();
    json_.key("statistics_year");
    json_.number(static_cast<long long>(figure.statistics_year));
    json_.fixed("value", figure.amount.in_fen(), 2);
    json_.text("unit", figure.unit);
    flag("in_force", figure.period.contains(day));
    if (applies(figure)) json_.text("from", to_text(figure.period.from));
    if (applies(figure) && figure.period.to != Date::never()) json_.text("to", to_text(figure.period.to));
    if (announced.starts) json_.text("starts", code(*announced.starts));
    if (announced.published) json_.text("published", to_text(*announced.published));
    if (!announced.publisher.en.empty()) json_.text("publisher", announced.publisher.in(language_));
    flag("revised", announced.revised);
    if (announced.notice) json_.text("notice", to_text(*announced.notice));
    flag("stand_in", figure.stand_in);
    json_.text("basis", code(figure.basis));
    if (!figure.source.en.empty()) json_.text("source", figure.source.in(language_));
    json_.text("pack", figure.folder);
    json_.text("at", to_text(figure.at));
    json_.end_object();
  }

  json::Writer json_;
  Language language_;
};

constexpr std::array<const char*, 15> kColumnNames{"pool",    "indicator", "statistics_year", "value",     "unit",
                                                   "from",    "to",        "in_force",        "published", "publisher",
                                                   "revised", "notice",    "stand_in",        "basis",     "source"};

std::string text_of(const std::optional<Date>& day) { return day ? to_text(*day) : ""; }
std::string text_of(bool flag) { return flag ? "true" : "false"; }

}  // namespace

std::vector<int> missing_years(const std::vector<Figure>& figures, Date day) {
  std::set<int> own;
  for (const Figure& figure : figures) {
    if (!figure.stand_in) own.insert(figure.statistics_year);
  }
  const int last = day.year() - 1;
  std::vector<int> missing;
  for (int year = own.empty() ? last : *own.begin(); year <= last; ++year) {
    if (!own.contains(year)) missing.push_back(year);
  }
  return missing;
}

std::string indicators_text(const Pool& pool, Date day, Language language) {
  std::string out = pool.name.in(language) + " " + to_text(pool.region) + " · " + to_text(day) + "\n";
  for (const auto& [name, figures] : pool.indicators) {
    out += "\n" + name + "  " + indicator_title(pool, name).in(language);
    if (!figures.empty())
      out += say(language, "（", " (") + unit_of(figures.front(), language) + say(language, "）", ")") + "  ‹" +
             figures.front().folder + "›";
    out += "\n";
    if (std::ranges::any_of(figures, &Figure::stand_in)) {
      out += say(language, "  以下数值只在没有本市数值时代用，核查不采用\n",
                 "  these figures stand in for ones that are not at hand; an audit does not use them\n");
    }
    for (const Figure& figure : figures) out += line_of(figure, day, language);
    const auto missing = missing_years(figures, day);
    if (!missing.empty()) out += say(language, "  缺：", "  missing: ") + list_of(missing) + "\n";
  }
  return out + say(language, "\n* 为当日执行的数值\n", "\n* applies on this day\n");
}

std::string indicators_json(const Pool& pool, Date day, Language language) {
  std::string out;
  IndicatorsWriter(out, language).write(pool, day);
  return out + "\n";
}

std::string indicators_csv(const Pool& pool, Date day, Language language) {
  std::string out;
  csv::append_row(out, std::vector<std::string>(kColumnNames.begin(), kColumnNames.end()));
  for (const auto& [name, figures] : pool.indicators) {
    for (const Figure& figure : figures) {
      const Announcement& announced = figure.announced;
      const bool ends = applies(figure) && figure.period.to != Date::never();
      const std::array<std::string, kColumnNames.size()> fields{to_text(pool.region),
                                                                name,
                                                                std::to_string(figure.statistics_year),
                                                                to_text(figure.amount),
                                                                figure.unit,
                                                                applies(figure) ? to_text(figure.period.from) : "",
                                                                ends ? to_text(figure.period.to) : "",
                                                                text_of(figure.period.contains(day)),
                                                                text_of(announced.published),
                                                                announced.publisher.in(language),
                                                                text_of(announced.revised),
                                                                text_of(announced.notice),
                                                                text_of(figure.stand_in),
                                                                std::string(code(figure.basis)),
                                                                figure.source.in(language)};
      csv::append_row(out, fields);
    }
  }
  return out;
}

}  // namespace yidan::policy
