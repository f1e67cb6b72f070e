#include "operations/credentials.h"

#include <algorithm>

#include "base/json_writer.h"
#include "books/stored_bill.h"
#include "exchange/display.h"
#include "exchange/entry_writer.h"
#include "operations/permission.h"

namespace yidan::operations {
namespace {

CredentialUse& use_of(CredentialsUsed& used, const std::string& credential) {
  const auto wanted = parse_word<Credential>(credential);
  return *std::ranges::find(used.uses, wanted, &CredentialUse::credential);
}

void add_bill(CredentialsUsed& used, const books::BillVersion& bill) {
  ++used.bills;
  CredentialUse& use = use_of(used, bill.credential);
  ++use.bills;
  use.mobile_payment += bill.mobile_payment ? 1 : 0;
  use.telemedicine += bill.telemedicine ? 1 : 0;
  if (!bill.failed.empty()) ++use_of(used, bill.failed).failed;
}

}  // namespace

Result<CredentialsUsed> credentials_used(const Caller& caller, Region pool, Date from, Date to) {
  if (auto allowed = may(caller, Deed::see_books, {.pool = pool.code()}); !allowed) {
    return std::unexpected(std::move(allowed.error()));
  }
  CredentialsUsed used{.pool = pool, .from = from, .to = to};
  for (std::size_t i = 0; i < count_of<Credential>; ++i) used.uses.push_back({static_cast<Credential>(i)});
  used.uses.emplace_back();
  constexpr std::size_t page_of = 1000;
  store::RowQuery query{.table = std::string(store::kBillTable),
                        .pool = pool.code(),
                        .state = std::string(code(BillStatus::settled)),
                        .from = to_text(from),
                        .to = to_text(to),
                        .limit = page_of};
  do {
    const auto page = caller.desk.store().rows(query);
    if (!page) return std::unexpected(page.error());
    for (const store::FoundRow& each : page->rows) {
      const auto bill = books::read_row(each.row);
      if (bill) add_bill(used, *bill);
    }
    query.after = page->next;
  } while (!query.after.empty());
  return used;
}

std::string credentials_json(const CredentialsUsed& used) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  const auto count = [&json](std::string_view name, std::size_t value) {
    json.key(name);
    json.number(static_cast<long long>(value));
  };
  json.begin_object();
  json.text("format", "yidan.credentials/1");
  json.text("pool", to_text(used.pool));
  json.text("from", to_text(used.from));
  json.text("to", to_text(used.to));
  count("bills", used.bills);
  json.key("shares");
  json.begin_array();
  for (const CredentialUse& each : used.uses) {
    json.begin_object();
    if (each.credential) json.text("credential", code(*each.credential));
    count("bills", each.bills);
    const std::string share = exchange::share_of(each.bills, used.bills);
    json.text("share", share.empty() ? "0.00" : share);
    count("mobile_payment", each.mobile_payment);
    count("telemedicine", each.telemedicine);
    count("failed", each.failed);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return text + "\n";
}

std::string credentials_text(const CredentialsUsed& used, Language language) {
  const auto row = [](const std::array<std::string, 6>& cells) {
    std::string line = exchange::left_aligned(cells[0], 34);
    for (std::size_t i = 1; i < cells.size(); ++i) line += exchange::right_aligned(cells.at(i), 9);
    return line + "\n";
  };
  std::string page = to_text(used.pool) + "  " + to_text(used.from) + " – " + to_text(used.to) + "\n";
  page += row({say(language, "凭证", "credential"), say(language, "结算", "bills"), say(language, "占比 %", "share %"),
               say(language, "移动支付", "mobile"), say(language, "远程诊疗", "distance"),
               say(language, "未能核验", "failed")});
  for (const CredentialUse& each : used.uses) {
    const std::string share = exchange::share_of(each.bills, used.bills);
    page += row({each.credential ? say(language, *each.credential) : say(language, "未写明", "not told"),
                 std::to_string(each.bills), share.empty() ? "-" : share, std::to_string(each.mobile_payment),
                 std::to_string(each.telemedicine), std::to_string(each.failed)});
  }
  return page;
}

}  // namespace yidan::operations
