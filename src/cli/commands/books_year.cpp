#include <algorithm>

#include "base/json_writer.h"
#include "calendar/instant.h"
#include "cli/commands/books_commands.h"
#include "cli/terminal.h"
#include "exchange/bill_text.h"
#include "exchange/display.h"
#include "operations/rebuild.h"

namespace yidan::cli {
namespace {

using books::File;

int year_of(const File::Slot& slot) { return books::day_of(slot.read).year(); }

bool is_bill(const File::Slot& slot) { return std::holds_alternative<Encounter>(slot.read); }

// The settlement of one encounter, explained by the same run that made the amounts.
int explain(const File& file, const YearOptions& options) {
  for (const File::Slot& slot : file.slots()) {
    if (!is_bill(slot) || slot.version.encounter != options.bill) continue;
    if (!slot.folded) {
      complain({"该笔已冲正", "the bill was reversed"}, options.language);
      return kSomeRejected;
    }
    Case facts = file.facts();
    facts.person = slot.folded->person;
    facts.entries.push_back({options.bill, std::get<Encounter>(slot.read)});
    exchange::WriteOptions form{.language = options.language};
    std::string text;
    if (options.as == "json") {
      form.style = json::Writer::Style::pretty;
      exchange::write_bill(text, facts.person, *slot.folded->bill, form);
      text += '\n';
    } else {
      text = exchange::describe(facts, *slot.folded->bill, form);
    }
    std::fwrite(text.data(), 1, text.size(), stdout);
    return kAllSettled;
  }
  complain({"该人员没有这笔结算：“" + options.bill + "”", "this person has no such bill: '" + options.bill + "'"},
           options.language);
  return kSomeRejected;
}

void write_year(const File& file, int year, std::string& out) {
  json::Writer json(out, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.year/1");
  json.text("pool", to_text(file.facts().pool));
  json.text("person", file.facts().person.id);
  json.key("bills");
  json.begin_array();
  for (const File::Slot& slot : file.slots()) {
    if (is_bill(slot) && (year == 0 || year_of(slot) == year)) json.raw(slot.version.text);
  }
  json.end_array();
  json.end_object();
  out += '\n';
}

// One row a thing that happened: bills, credits, uses.
class Table {
 public:
  explicit Table(Language language) : language_(language) {}

  void write(const File& file, int year, std::string& out) const {
    out += exchange::masked(file.facts().person.id) + "  " + to_text(file.facts().pool) + "\n";
    row(out,
        {say("事项", "event"), say("日期", "day"), say("状态", "status"), say("总额", "total"), say("基金", "funds"),
         say("账户", "account"), say("现金", "cash")},
        say("编号", "id or key"));
    for (const File::Slot& slot : file.slots()) {
      if (year == 0 || year_of(slot) == year) write_slot(slot, out);
    }
  }

 private:
  [[nodiscard]] std::string say(const char* zh, const char* en) const { return language_ == Language::zh ? zh : en; }

  void row(std::string& out, const std::array<std::string, 7>& cells, const std::string& last) const {
    constexpr std::array<std::size_t, 7> widths{32, 12, 14, 12, 12, 12, 12};
    for (std::size_t i = 0; i < cells.size(); ++i) {
      out += i < 3 ? exchange::left_aligned(cells[i], widths[i]) : exchange::right_aligned(cells[i], widths[i]);
    }
    out += "  " + last + "\n";
  }

  void write_slot(const File::Slot& slot, std::string& out) const {
    const std::string day = to_text(books::day_of(slot.read));
    const auto grouped = [](std::int64_t fen) { return to_grouped_text(Money::fen(fen)); };
    if (is_bill(slot)) {
      const store::BillVersion& bill = slot.version;
      row(out,
          {name_of(EventKind::settle), day, status(bill.status), grouped(bill.total), grouped(bill.fund_total),
           grouped(bill.account), grouped(bill.cash)},
          bill.encounter);
      return;
    }
    const bool credit = std::holds_alternative<exchange::AccountCredit>(slot.read);
    const Money amount = !slot.folded ? Money{} : credit ? slot.folded->credited : Money{} - slot.folded->used;
    std::string state = slot.reversed ? say("已冲正", "reversed") : "";
    const bool refused = slot.folded && slot.folded->refusal;
    if (refused) state = say("拒绝", "refused");
    row(out, {name_of(credit ? EventKind::credit : EventKind::use), day, state, "", "", to_grouped_text(amount), ""},
        refused ? name_of(*slot.folded->refusal) : slot.key);
  }

  template <class E>
  [[nodiscard]] std::string name_of(E value) const {
    return std::string(language_ == Language::zh ? word(value).zh : word(value).en);
  }
  [[nodiscard]] std::string status(const std::string& code) const {
    const auto known = parse_word<BillStatus>(code);
    return known ? name_of(*known) : say("已冲正", "reversed");
  }

  Language language_;
};

}  // namespace

int books_year(const YearOptions& options) {
  const auto books = open_books(options, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  const auto pool = pool_asked(*books, options.pool, options.language);
  if (!pool) return kWrongUse;
  std::optional<Instant> known;
  if (!options.known.empty()) {
    const auto instant = parse_instant(options.known);
    if (!instant) return refuse(instant.error(), options.language);
    known = *instant;
  }
  const auto file = operations::rebuild(*books->desk, {*pool, options.person}, known);
  if (!file) return refuse(file.error(), options.language);
  if (file->seq() == 0) {
    complain({"账册中没有该人员（或当时还没有）", "the books have no such person, or had none then"}, options.language);
    return kSomeRejected;
  }
  if (!options.bill.empty()) return explain(*file, options);
  std::string out;
  const bool as_text = options.as.empty() ? is_terminal(stdout) : options.as == "text";
  if (as_text) {
    Table(options.language).write(*file, options.year, out);
  } else {
    write_year(*file, options.year, out);
  }
  std::fwrite(out.data(), 1, out.size(), stdout);
  return kAllSettled;
}

}  // namespace yidan::cli
