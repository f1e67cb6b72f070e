#include "policy/parse/parse_figure.h"

#include "calendar/month.h"
#include "policy/parse/parse_authority.h"
#include "policy/period.h"

namespace yidan::policy {
namespace {

Date start_after(Date published, AppliesFrom applies) {
  return applies == AppliesFrom::next_month ? (Month::of(published) + 1).first_day() : published;
}

Announcement read_announcement(MapReader& reader) {
  Announcement announced;
  announced.published = reader.date("published");
  announced.publisher = reader.saying("publisher").value_or(Text{});
  announced.revised = reader.flag("revised");
  announced.notice = reader.date("notice");
  return announced;
}

// What no publication can be.
void check_announcement(MapReader& reader, const Row& row) {
  const Announcement& announced = row.announced;
  const auto problem = [&reader](std::string_view key, std::string zh, std::string en) {
    reader.context().problem(*reader.optional(key), std::move(zh), std::move(en));
  };
  if (announced.published && row.statistics_year != 0 && announced.published->year() <= row.statistics_year) {
    const std::string year = std::to_string(row.statistics_year);
    problem("published", year + " 年的数值不可能在该年结束前公布：请核对 published 和 statistics_year",
            "a figure of " + year +
                " is not published before that year has ended: check 'published' and "
                "'statistics_year'");
  }
  if (announced.revised && !announced.published) {
    problem("revised", "修订数须写明何时公布：请补 published", "a revision says when it became known: add 'published'");
  }
  if (!announced.notice) return;
  if (!announced.published) {
    problem("notice", "有经办机构公告日（notice）时须写明数值的公布日：请补 published",
            "an agency's notice rests on a publication: add 'published'");
  } else if (*announced.notice < *announced.published) {
    problem("notice", "经办机构公告不能早于数值的公布日 " + to_text(*announced.published) + "：请核对两个日期",
            "an agency's notice cannot come before the figure was published on " + to_text(*announced.published) +
                ": check both days");
  }
}

// The days that follow from the publication.
Period days_after(MapReader& reader, Date published, AppliesFrom applies) {
  const Date start = start_after(published, applies);
  const Watch watch(reader.context().problems);
  const Period period{start, reader.date("until").value_or(Date::never())};
  if (watch.found()) return kNoDays;
  if (has_days(period)) return period;
  reader.context().problem(
      *reader.optional("until"),
      "此数值公布于 " + to_text(published) + "，自 " + to_text(start) + " 起执行，不早于其终止日：请改正 until",
      "published on " + to_text(published) + " this figure applies from " + to_text(start) +
          ", not before its 'until': correct that");
  return kNoDays;
}

// Where the start is computed it is not typed beside it.
void refuse_typed_start(MapReader& reader, Date published, AppliesFrom applies, const Period& period) {
  const Date start = start_after(published, applies);
  if (applies != AppliesFrom::next_month || !has_days(period) || period.from == start) return;
  reader.context().problem(
      *reader.optional("from"),
      "执行起点由公布日推算：公布于 " + to_text(published) + "，自 " + to_text(start) + " 起；请删去 from",
      "the start follows from the publication: published on " + to_text(published) + " it applies from " +
          to_text(start) + "; delete 'from'");
}

}  // namespace

std::optional<int> read_year(MapReader& row, const YamlNode* node) {
  if (node == nullptr) return std::nullopt;
  if (const auto day = parse_date(node->text + "-01-01")) return day->year();
  row.context().problem(*node, "“" + written(*node) + "”不是年份：请写四位数字，如 2019",
                        "'" + written(*node) + "' is not a year: write four digits, for example 2019");
  return std::nullopt;
}

void read_figure(MapReader& reader, AppliesFrom applies, Row& row) {
  row.statistics_year = read_year(reader, reader.required("statistics_year")).value_or(0);
  row.announced = read_announcement(reader);
  check_announcement(reader, row);
  const auto published = row.announced.published;
  const bool computed = published && reader.optional("from") == nullptr && !reader.misspells("from");
  if (computed) row.announced.starts = applies;
  const Period period = computed ? days_after(reader, *published, applies) : read_period(reader);
  if (published && !computed) refuse_typed_start(reader, *published, applies, period);
  row.authority = read_backing(reader, Citing::free);
  row.authority.period = period;
}

}  // namespace yidan::policy
