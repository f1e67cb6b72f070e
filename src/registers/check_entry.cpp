#include <algorithm>
#include <set>
#include <utility>

#include "money/overflow.h"
#include "registers/check.h"
#include "registers/conditions.h"

namespace yidan::registers {
namespace {

using policy::RegisterCheck;

class EntryCheck {
 public:
  EntryCheck(const Rules& rules, const Seen& seen, Date on) : rules_(rules), seen_(seen), on_(on) {}

  Result<std::optional<Finding>> run(const RegisterCheck& check) {
    switch (check.kind) {
      case CheckKind::in_time:
        return in_time(check);
      case CheckKind::in_order:
        return in_order(check);
      case CheckKind::filled:
        return filled(check);
      case CheckKind::at_least:
        return at_least(check);
      case CheckKind::equal:
        return equal(check);
      case CheckKind::unique:
        return unique(check);
      case CheckKind::exists:
        return exists(check);
      case CheckKind::ended:
        return ended(check);
      case CheckKind::within_bill:
        return within_bill(check);
      case CheckKind::same:
      case CheckKind::covered:
      case CheckKind::bills:
        break;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] Finding found(const RegisterCheck& check, std::string zh, std::string en, int days = 0) const {
    return {&check, seen_.id, {std::move(zh), std::move(en)}, days};
  }

  [[nodiscard]] std::optional<Finding> in_time(const RegisterCheck& check) const {
    const auto begin = seen_.view.day(check.within->since);
    if (!begin) return std::nullopt;
    const Date due = policy::end_of_limit(*check.within, *begin, rules_.calendar);
    const auto done = seen_.view.day(check.fields.front());
    const Date until = done ? *done : on_;
    if (until <= due) return std::nullopt;
    const int days = until.days() - due.days();
    const std::string number = std::to_string(days);
    const Text what = titles_of(rules_.definition, {check.fields.front()});
    const std::string limit = to_text(due);
    if (done) {
      return found(check, what.zh + "逾期 " + number + " 天（期限 " + limit + "）",
                   what.en + " came " + number + " days late (due " + limit + ")", days);
    }
    return found(check, "尚无" + what.zh + "，已逾期 " + number + " 天（期限 " + limit + "）",
                 what.en + " is overdue by " + number + " days (due " + limit + ")", days);
  }

  [[nodiscard]] std::optional<Finding> in_order(const RegisterCheck& check) const {
    std::string before;
    std::optional<Date> last;
    for (const std::string& each : check.fields) {
      const auto day = seen_.view.day(each);
      if (!day) continue;
      if (last && *day < *last) {
        const Text names = titles_of(rules_.definition, {each, before});
        return found(check, names.zh + "：日期先后颠倒（" + to_text(*day) + " 早于 " + to_text(*last) + "）",
                     names.en + ": " + to_text(*day) + " lies before " + to_text(*last));
      }
      last = day;
      before = each;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Finding> filled(const RegisterCheck& check) const {
    std::vector<std::string> empty;
    for (const std::string& each : check.fields) {
      if (values_of(seen_.view, each).empty()) empty.push_back(each);
    }
    if (empty.empty()) return std::nullopt;
    const Text names = titles_of(rules_.definition, empty);
    return found(check, "缺少" + names.zh, names.en + " is missing");
  }

  [[nodiscard]] std::optional<Finding> at_least(const RegisterCheck& check) const {
    std::set<std::string> values;
    for (const std::string& each : check.fields) {
      for (const std::string& value : values_of(seen_.view, each)) {
        if (check.words.empty() || std::ranges::find(check.words, value) != check.words.end()) values.insert(value);
      }
    }
    if (values.size() >= static_cast<std::size_t>(check.least)) return std::nullopt;
    const Text names = titles_of(rules_.definition, check.fields);
    const std::string least = std::to_string(check.least);
    const std::string among = check.words.empty() ? "" : "（" + list_of(check.words, Language::zh) + "）";
    const std::string of = check.words.empty() ? "" : " of " + list_of(check.words, Language::en);
    return found(check, names.zh + among + "至少须有 " + least + " 项", names.en + " has fewer than " + least + of);
  }

  // Fields that have a value have the same.
  [[nodiscard]] std::optional<Finding> equal(const RegisterCheck& check) const {
    const std::string* first = nullptr;
    for (const std::string& each : check.fields) {
      const auto& values = values_of(seen_.view, each);
      if (values.empty()) continue;
      if (first == nullptr) first = &values.front();
      if (values.front() == *first) continue;
      const Text names = titles_of(rules_.definition, {check.fields.front(), each});
      return found(check, names.zh + "不等：" + *first + "、" + values.front(),
                   names.en + " differ: " + *first + ", " + values.front());
    }
    return std::nullopt;
  }

  Result<std::optional<Finding>> unique(const RegisterCheck& check) {
    Fields with;
    for (const std::string& each : check.fields) {
      const auto& values = values_of(seen_.view, each);
      if (values.empty()) return std::nullopt;
      with.emplace(each, values);
    }
    std::string other;
    const auto done = rules_.others.each(rules_.definition.name, with, on_, [&](const Seen& each) {
      const bool counts = each.id != seen_.id && looks_at(rules_.definition, check, each.view, on_);
      if (counts) other = each.id;
      return !counts;
    });
    if (!done) return std::unexpected(done.error());
    if (other.empty()) return std::nullopt;
    const Text names = titles_of(rules_.definition, check.fields);
    return found(check, names.zh + "相同的已有一项：" + other,
                 "there is another with the same " + names.en + ": " + other);
  }

  Result<std::optional<Finding>> exists(const RegisterCheck& check) {
    Fields with;
    std::string id;
    for (const auto& [theirs, ours] : check.match) {
      const std::vector<std::string> values =
          ours == "entry" ? std::vector<std::string>{seen_.id} : values_of(seen_.view, ours);
      if (values.empty()) return missing(check);
      if (theirs == "entry") {
        id = values.front();
      } else {
        with.emplace(theirs, values);
      }
    }
    bool there = false;
    const auto suits = [&](const Seen& each) {
      const bool has_all = std::ranges::all_of(with, [&](const auto& field) {
        return std::ranges::includes(values_of(each.view, field.first), field.second);
      });
      there |= has_all && is_such(each.view, check.of_others) && is_in_state(check, each.view);
      return !there;
    };
    if (id.empty()) {
      const auto done = rules_.others.each(check.reg, with, on_, suits);
      if (!done) return std::unexpected(done.error());
    } else {
      const auto other = rules_.others.entry(check.reg, id, on_);
      if (!other) return std::unexpected(other.error());
      (void)suits(*other);
    }
    return there ? std::optional<Finding>() : missing(check);
  }

  // What was cleaned up is not what bills are settled by any more.
  Result<std::optional<Finding>> ended(const RegisterCheck& check) {
    std::vector<std::string> run;
    for (const std::string& each : values_of(seen_.view, check.fields.front())) {
      const auto runs = rules_.others.runs(each, on_);
      if (!runs) return std::unexpected(runs.error());
      if (*runs) run.push_back(each);
    }
    if (run.empty()) return std::nullopt;
    return found(check, "系统仍在执行：" + list_of(run, Language::zh),
                 "the system still runs it: " + list_of(run, Language::en));
  }

  // What the funds paid of the bill, and what all entries that name it brought, is no more than it cost.
  Result<std::optional<Finding>> within_bill(const RegisterCheck& check) {
    const std::string& field = check.fields.front();
    const std::string& named = seen_.view.value(field);
    const auto name = parse_bill_name(named);
    if (!name) return std::nullopt;
    const auto bill = rules_.others.bill(*name);
    if (!bill) return std::unexpected(bill.error());
    if (!*bill) return found(check, "账册中已没有结算单 " + named, "the books have no bill " + named + " any more");
    Money brought = amount_of(seen_.view, check.fields.back());
    const auto done = rules_.others.each(rules_.definition.name, {{field, {named}}}, on_, [&](const Seen& other) {
      if (other.id != seen_.id && looks_at(rules_.definition, check, other.view, on_)) {
        brought += amount_of(other.view, check.fields.back());
      }
      return true;
    });
    if (!done) return std::unexpected(done.error());
    const Money receipts = (*bill)->funds + brought;
    if (receipts <= (*bill)->total) return std::nullopt;
    const std::string cost = yidan::to_text((*bill)->total);
    const std::string funds = yidan::to_text((*bill)->funds);
    const std::string others = yidan::to_text(brought);
    const std::string all = yidan::to_text(receipts);
    const std::string above = yidan::to_text(receipts - (*bill)->total);
    return found(check,
                 "费用 " + cost + " 元，基金支付 " + funds + " 元，其他给付 " + others + " 元，合计所得 " + all +
                     " 元，超出费用 " + above + " 元",
                 "of a cost of " + cost + " the funds paid " + funds + " and others " + others + ": receipts of " +
                     all + " are " + above + " above the cost");
  }

  static Money amount_of(const View& view, const std::string& field) {
    return parse_money(view.value(field)).value_or(Money{});
  }

  static bool is_in_state(const RegisterCheck& check, const View& view) {
    if (view.state == policy::kNotRegistered) return false;
    return check.other_states.empty() || std::ranges::find(check.other_states, view.state) != check.other_states.end();
  }

  [[nodiscard]] std::optional<Finding> missing(const RegisterCheck& check) const {
    return found(check, check.text.zh, check.text.en);
  }

  const Rules& rules_;
  const Seen& seen_;
  Date on_;
};

}  // namespace

bool looks_at(const policy::RegisterDefinition& definition, const RegisterCheck& check, const View& view, Date on) {
  return check.from <= on && on < check.until && stands(definition, check.states, view) && is_such(view, check.where);
}

Result<std::optional<Finding>> run_check(const Rules& rules, const RegisterCheck& check, const Seen& seen, Date on) {
  try {
    return EntryCheck(rules, seen, on).run(check);
  } catch (const Overflow&) {
    return std::unexpected(
        Error{ErrorCode::overflow,
              {"金额合计超出 64 位分的范围：请检查金额", "a sum does not fit 64 bits of fen: check the amounts"},
              "$.fields"});
  }
}

Result<std::vector<Finding>> check_entry(const Rules& rules, const Seen& seen, Date on) {
  std::vector<Finding> findings;
  for (const RegisterCheck& each : rules.definition.checks) {
    if (!each.is_of_one() || !each.region.covers(rules.pool) || !looks_at(rules.definition, each, seen.view, on))
      continue;
    auto found = run_check(rules, each, seen, on);
    if (!found) return std::unexpected(std::move(found.error()));
    if (*found) findings.push_back(std::move(**found));
  }
  return findings;
}

}  // namespace yidan::registers
