#include "batch/dues.h"

#include <algorithm>

#include "batch/values.h"
#include "standing/view.h"

namespace yidan::batch {
namespace {

using standing::Due;

struct DuesColumn {
  enum : std::size_t { id, born, status, category, category_from, exempt, enrolled, paid_on };
};
constexpr std::array<Column, 8> kDuesColumns{{
    {"id", true, false, kNumberHeadings},
    {"born", true, false, "出生日期 出生年月日"},
    {"status", true, false, "参保身份 人员类别 居民类别"},
    {"category", false, false, "救助身份 困难身份 救助类别"},
    {"category_from", false, false, "身份起始日 救助身份起始日 认定日期"},
    {"exempt", false, true, "免缴 是否免缴"},
    {"enrolled", false, false, "参保登记日 登记日期 参保日期"},
    {"paid_on", false, false, "缴费日期 缴费日"},
}};
constexpr std::array<std::string_view, 8> kDuesAnswer{"id",     "insured_year", "part",  "payer",
                                                      "amount", "rule",         "basis", "standard_year"};

constexpr WordSet<Status> kDuesStatuses{Status::adult, Status::child, Status::student, Status::newborn};

WordSet<Identity> categories() {
  WordSet<Identity> all;
  for (std::size_t i = 1; i < count_of<Identity>; ++i) all.insert(static_cast<Identity>(i));
  return all;
}

// The first day on which the premium of a year is collected; 1 January where no rule says.
Date window_opens(const policy::Pool& pool, int year) {
  const Date eve = Date::from_days(first_of_year(year).days() - 1);
  const policy::Cell* rule = standing::find(pool.people.resident_window, eve);
  return rule == nullptr ? first_of_year(year) : rule->window().opens.in(year - 1);
}

}  // namespace

// What a row says.
struct DuesJob::Person {
  std::string id;
  Date born;
  Status status = Status::adult;
  std::optional<Identity> category;
  Date category_from;
  bool exempt = false;
  Date enrolled;
  std::optional<Date> paid_on;
  Date charged_as_of;
};

DuesJob::DuesJob(const policy::Pool& pool, int year, Date on)
    : pool_(pool),
      year_(year),
      on_(on),
      first_day_(first_of_year(year - 1)),
      opens_(window_opens(pool, year)),
      last_day_(Date::from_days(first_of_year(year + 1).days() - 1)),
      tally_(pool) {
  record_.pool = pool.region;
  if (standing::find(pool.people.resident_individual, first_of_year(year)) != nullptr) return;
  const std::string named = std::to_string(year);
  const std::string see = "yidan policy show " + to_text(pool.region) + " --on " + named + "-01-01";
  obstacle_ =
      Refusal{"no-rule",
              {},
              {pool.name.zh + "没有 " + named + " 年度的居民缴费标准（见 " + see + "）",
               "no rule of " + pool.name.en + " gives the residents' premium of " + named + " (see " + see + ")"},
              {}};
}

Columns DuesJob::columns() const { return kDuesColumns; }
std::span<const std::string_view> DuesJob::answer_columns() const { return kDuesAnswer; }

// The last day of the year; for the year of birth of a newborn, of the months within which it may be paid for.
Date DuesJob::last_payable(const Person& person) const {
  const bool newborn = person.status == Status::newborn && person.born.year() == year_;
  const policy::Cell* months = newborn ? standing::find(pool_.people.resident_newborn_limit, last_day_) : nullptr;
  return months == nullptr ? last_day_ : std::max(last_day_, add_months(person.born, months->count()));
}

std::optional<Refusal> DuesJob::read(const Row& row, Person& person) const {
  Values values(kDuesColumns, row);
  person.id = values.require_number(DuesColumn::id);
  person.born = values.require_date(DuesColumn::born);
  person.status = values.require_word(DuesColumn::status, kDuesStatuses);
  person.category = values.word(DuesColumn::category, categories());
  person.category_from = values.date(DuesColumn::category_from).value_or(std::max(first_day_, person.born));
  person.exempt = values.truth(DuesColumn::exempt);
  person.enrolled = values.date(DuesColumn::enrolled).value_or(std::max(opens_, person.born));
  person.paid_on = values.date(DuesColumn::paid_on);
  const auto contradict = [&values](bool holds, std::size_t column, const char* zh, const char* en) {
    if (holds) values.refuse(column, ErrorCode::contradiction, {zh, en});
  };
  contradict(person.born > last_day_, DuesColumn::born, "出生日期晚于参保年度", "born after the insured year");
  contradict(!values.has(DuesColumn::category) && values.has(DuesColumn::category_from), DuesColumn::category_from,
             "有身份起始日而没有身份 category", "a day from which a category is held, and no category");
  contradict(!values.has(DuesColumn::category) && person.exempt, DuesColumn::exempt, "有免缴标记而没有身份 category",
             "exempt, and no category by which");
  contradict(person.category_from < person.born, DuesColumn::category_from, "身份起始日早于出生日期",
             "held before birth");
  contradict(person.enrolled < person.born, DuesColumn::enrolled, "参保登记日早于出生日期", "enrolled before birth");
  const Date last = last_payable(person);
  contradict(person.enrolled > last, DuesColumn::enrolled, "参保登记日晚于参保年度", "enrolled after the insured year");
  contradict(person.paid_on && *person.paid_on > last, DuesColumn::paid_on, "年度已过才缴费，不能取得待遇：请退费",
             "paid after the insured year, which buys no cover: refund it");
  contradict(person.paid_on && *person.paid_on < person.born, DuesColumn::paid_on, "缴费日早于出生日期",
             "paid before birth");
  if (person.paid_on && *person.paid_on > on_) person.paid_on.reset();  // not known yet
  person.charged_as_of = person.paid_on ? std::max(*person.paid_on, person.enrolled) : on_;
  contradict(person.enrolled > person.charged_as_of, DuesColumn::enrolled, "参保登记日晚于核定日 --on",
             "enrolled after the day of the run, --on");
  return values.refusal();
}

// Enrolment and identity, in the order of their days.
void DuesJob::make_record(const Person& person) {
  record_.person = person.id;
  record_.born = person.born;
  record_.events.resize(person.category ? 2 : 1);
  record_.events[0].on = person.enrolled;
  record_.events[0].what = EnrolEvent{.scheme = Scheme::resident,
                                      .status = person.status,
                                      .insured_year = year_,
                                      .household = {},
                                      .residence_permit = false};
  if (!person.category) return;
  record_.events[1].on = person.category_from;
  record_.events[1].what = IdentityEvent{
      .category = *person.category, .period = {person.category_from}, .exempt = person.exempt, .order = {}};
  if (person.category_from < person.enrolled) std::swap(record_.events[0], record_.events[1]);
}

std::optional<Refusal> DuesJob::answer(const Row& row, Sheet& sheet) {
  Person person;
  if (auto refusal = read(row, person)) return refusal;
  if (auto again = persons_.repeated(person.id, kDuesColumns[DuesColumn::id].name)) return again;
  if (obstacle_) return obstacle_;
  make_record(person);
  try {
    auto derived = standing::derive(pool_, record_, person.charged_as_of);
    if (!derived) return sum_overflow();
    standing::Standing& standing = *derived;
    std::erase_if(standing.dues, [this](const Due& due) { return due.insured_year != year_; });
    Money sum;
    for (const Due& due : standing.dues) sum += due.amount;
    tally_.require_room_for(sum);
    for (const Due& due : standing.dues) {
      Group& group = tally_.group(due.why, due.part, due.payer);
      tally_.count(group, due.amount);
      sheet.text(person.id).number(year_).text(code(due.part)).text(code(due.payer)).money(due.amount);
      sheet.text(group.rule).text(code(group.basis));
      (group.standard_year ? sheet.number(*group.standard_year) : sheet.text("")).end();
    }
    count(person, standing.dues);
    persons_.take(person.id, person.born, row.line);
  } catch (const Overflow&) {
    return sum_overflow();
  }
  return std::nullopt;
}

std::optional<FiscalPart> DuesJob::fiscal_part() const {
  const policy::Cell* cell = pool_.government_of_standard(year_);
  if (cell == nullptr) return std::nullopt;
  const std::uint64_t heads = payers_[static_cast<std::size_t>(Payer::treasury)].persons;
  const Exact sum = Exact{cell->money().in_fen()} * heads;
  if (sum > Money::max().in_fen()) return std::nullopt;
  return FiscalPart{&pool_.rule(cell->rule), cell->money(), heads, Money::fen(static_cast<std::int64_t>(sum))};
}

void DuesJob::count(const Person& person, std::span<const Due> dues) {
  std::array<bool, count_of<Payer>> counted{};
  bool paid = person.paid_on.has_value();
  Money own;
  for (const Due& due : dues) {
    const auto payer = static_cast<std::size_t>(due.payer);
    payers_[payer].sum += due.amount;
    if (!counted[payer]) ++payers_[payer].persons;
    counted[payer] = true;
    paid = paid || due.paid_on.has_value();
    if (due.payer == Payer::person) own += due.amount;
  }
  if (!paid) {
    ++unpaid_.persons;
    unpaid_.sum += own;
  }
  if (!person.category) return;
  const Date day = std::min(person.charged_as_of, last_day_);
  const policy::Cell* must =
      standing::find(pool_.people.categories_must_be_insured, policy::Dimension::identity, *person.category, day);
  if (must == nullptr || person.category_from > day) return;
  NeedyCount& needy = needy_[static_cast<std::size_t>(*person.category)];
  ++needy.persons;
  if (!paid) ++needy.unpaid;
}

}  // namespace yidan::batch
