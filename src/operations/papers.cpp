#include "operations/papers.h"

#include <algorithm>
#include <array>
#include <utility>

namespace yidan::operations {
namespace {

using registers::View;

constexpr std::string_view kInvoice = "invoice";
constexpr std::string_view kPrescription = "prescription";
constexpr std::string_view kUse = "use";    // from `new` or `issued`, by a bill
constexpr std::string_view kFree = "free";  // back to `issued`, when the bill is reversed
constexpr std::string_view kUsed = "used";

Error refused(ErrorCode code, std::string zh, std::string en, std::string where) {
  return {code, {std::move(zh), std::move(en)}, std::move(where)};
}

// How an invoice or a prescription is called in messages: "电子发票 I1".
Text named(const std::string& reg, const std::string& id) {
  const bool is_invoice = reg == kInvoice;
  return {(is_invoice ? "电子发票 " : "电子处方 ") + id,
          (is_invoice ? "electronic invoice " : "electronic prescription ") + id};
}

class PaperDesk {
 public:
  PaperDesk(const Caller& caller, Region pool, std::string key, std::string place)
      : caller_(caller), book_(caller.desk, pool), key_(std::move(key)), place_(std::move(place)) {}

  Result<void> free(const std::string& reg, const std::string& id) {
    auto kept = book_.kept(reg, id);
    if (!kept) return std::unexpected(std::move(kept.error()));
    return act(RegisterAct::move, kFree, reg, id, kept->entry, last_day_of(kept->entry), {});
  }

  // The bill that uses it was corrected and still does.
  Result<void> amend(const std::string& reg, const std::string& id, const PaperUse& use) {
    auto kept = book_.kept(reg, id);
    if (!kept) return std::unexpected(std::move(kept.error()));
    const auto view = view_of(reg, kept->entry, use.day);
    if (!view) return std::unexpected(view.error());
    if (auto may = check_seller(reg, id, use, *view); !may) return may;
    if (auto valid = check_validity(reg, id, use, *view); !valid) return valid;
    return act(RegisterAct::amend, {}, reg, id, kept->entry, last_day_of(kept->entry), fields_of(reg, use, *view));
  }

  Result<void> use(const std::string& reg, const std::string& id, const PaperUse& use) {
    auto kept = book_.kept(reg, id);
    if (!kept && kept.error().code != ErrorCode::not_found) return std::unexpected(std::move(kept.error()));
    registers::Entry entry{.pool = book_.pool(), .id = id, .steps = {}};
    if (kept) entry = std::move(kept->entry);
    const Date on = entry.steps.empty() ? use.day : std::max(use.day, last_day_of(entry));
    const auto view = view_of(reg, entry, on);
    if (!view) return std::unexpected(view.error());
    if (view->state == kUsed) return std::unexpected(used_before(reg, id, *view));
    if (auto may = check_seller(reg, id, use, *view); !may) return may;
    if (auto valid = check_validity(reg, id, use, *view); !valid) return valid;
    const RegisterAct what = entry.steps.empty() ? RegisterAct::open : RegisterAct::move;
    return act(what, kUse, reg, id, entry, on, fields_of(reg, use, *view));
  }

  std::vector<store::Part> take_parts() { return std::move(parts_); }

 private:
  [[nodiscard]] std::string where(const std::string& reg) const { return place_ + ".paperwork." + reg; }

  Result<View> view_of(const std::string& reg, const registers::Entry& entry, Date on) {
    const policy::RegisterDefinition* definition = book_.definition(reg);
    if (definition == nullptr) return std::unexpected(no_such_register(caller_.desk.registers(), reg));
    return view_on(entry, *definition, caller_.desk.registers().calendar, on);
  }

  // When and where it was used.
  [[nodiscard]] Error used_before(const std::string& reg, const std::string& id, const View& view) const {
    const Text name = named(reg, id);
    const std::string& day = view.value("used");
    const std::string& provider = view.value("provider");
    const std::string& encounter = view.value("encounter");
    return refused(ErrorCode::conflict,
                   name.zh + " 已于 " + day + " 在机构 " + provider + " 用于结算单“" + encounter +
                       "”，只能使用一次：请核对，或先冲正那一笔",
                   name.en + " was used on " + day + " at institution " + provider + " for the bill '" + encounter +
                       "', and is used once: check it, or reverse that bill first",
                   where(reg));
  }

  [[nodiscard]] Result<void> check_seller(const std::string& reg, const std::string& id, const PaperUse& use,
                                          const View& view) const {
    const std::string& seller = view.value("seller");
    if (reg != kInvoice || seller.empty() || seller == use.provider) return {};
    return std::unexpected(refused(
        ErrorCode::not_permitted,
        named(reg, id).zh + " 由机构 " + seller + " 开具，机构 " + use.provider + " 不能使用：请填本机构的发票号码",
        named(reg, id).en + " was issued by institution " + seller + ", not by " + use.provider +
            ": give the number of an invoice of its own",
        where(reg)));
  }

  // Issued by the day, and still valid on it, by the register or by the bill; the two agree.
  [[nodiscard]] Result<void> check_validity(const std::string& reg, const std::string& id, const PaperUse& use,
                                            const View& view) const {
    if (reg != kPrescription) return {};
    const Text name = named(reg, id);
    const auto issued = view.day("issued");
    const auto until = view.day("until");
    const auto differ = [](const auto& kept, const auto& told) { return kept && told && *kept != *told; };
    if (differ(issued, use.issued) || differ(until, use.until)) {
      return std::unexpected(refused(ErrorCode::contradiction, name.zh + " 的开具日或失效日与登记不符：请核对",
                                     name.en + " is registered with other days: check when it was issued and until "
                                               "when it is valid",
                                     where(reg)));
    }
    const auto begin = issued ? issued : use.issued;
    const auto end = until ? until : use.until;
    const std::string day = to_text(use.day);
    if (!begin) {
      return std::unexpected(
          refused(ErrorCode::not_found, name.zh + " 未登记，也没有写开具日（prescribed）：请核对编号，或补上开具日",
                  name.en + " is not registered, and the bill says not when it was issued: check the "
                            "id, or add 'prescribed'",
                  where(reg)));
    }
    const bool is_open = view.state == policy::kNotRegistered || view.state == "issued" || view.state == kUsed;
    if (is_open && *begin <= use.day && (!end || use.day < *end)) return {};
    const std::string span = to_text(*begin) + (end ? " – " + to_text(*end) : "");
    return std::unexpected(refused(
        ErrorCode::not_permitted, name.zh + " 在 " + day + " 无效（有效期 " + span + "，失效日不含）：请重新开具",
        name.en + " is not valid on " + day + " (" + span + ", the last day not included): have a new one issued",
        where(reg)));
  }

  // What of it is told to the register; what the register knows already is not told again.
  static registers::Written fields_of(const std::string& reg, const PaperUse& use, const View& view) {
    registers::Written fields{
        {"encounter", {use.encounter}}, {"provider", {use.provider}}, {"used", {to_text(use.day)}}};
    if (reg == kInvoice && view.value("seller").empty()) fields.emplace_back("seller", std::vector{use.provider});
    if (use.issued && !view.day("issued")) fields.emplace_back("issued", std::vector{to_text(*use.issued)});
    if (use.until && !view.day("until")) fields.emplace_back("until", std::vector{to_text(*use.until)});
    return fields;
  }

  Result<void> act(RegisterAct act, std::string_view move, const std::string& reg, const std::string& id,
                   const registers::Entry& entry, Date on, registers::Written fields) {
    exchange::RegisterRequest request{.pool = book_.pool(), .reg = reg, .entry = id, .fields = std::move(fields)};
    request.told = {.act = act, .move = std::string(move), .on = on, .by = Role::institution};
    request.content = content_of(request);
    request.key = key_;
    auto part = part_of_act(caller_, book_, request, entry);
    if (!part) {
      part.error().where = where(reg);
      return std::unexpected(std::move(part.error()));
    }
    parts_.push_back(std::move(*part));
    return {};
  }

  const Caller& caller_;
  RegisterBook book_;
  std::string key_;
  std::string place_;
  std::vector<store::Part> parts_;
};

}  // namespace

void add_papers(const Encounter& encounter, PapersUsed& used) {
  if (!encounter.paperwork) return;
  const Paperwork& papers = *encounter.paperwork;
  PaperUse use{.encounter = encounter.id, .provider = encounter.provider.id, .day = encounter.date};
  if (!papers.invoice.empty()) used[{std::string(kInvoice), papers.invoice}] = use;
  use.issued = papers.prescribed;
  use.until = papers.prescription_until;
  if (!papers.prescription.empty()) used[{std::string(kPrescription), papers.prescription}] = use;
}

PapersUsed papers_of(const books::File& file) {
  PapersUsed used;
  for (const books::Slot& slot : file.slots()) {
    const auto* encounter = std::get_if<Encounter>(&slot.said);
    if (encounter != nullptr && !slot.reversed) add_papers(*encounter, used);
  }
  return used;
}

Result<std::vector<store::Part>> paper_parts(const Caller& caller, Region pool, const std::string& key,
                                             const PapersUsed& before, const PapersUsed& after,
                                             const std::string& place) {
  if (before == after) return std::vector<store::Part>{};
  PaperDesk desk(caller, pool, key, place);
  for (const auto& [paper, use] : before) {
    if (after.contains(paper)) continue;
    if (auto freed = desk.free(paper.first, paper.second); !freed) return std::unexpected(std::move(freed.error()));
  }
  for (const auto& [paper, use] : after) {
    const auto had = before.find(paper);
    if (had != before.end() && had->second == use) continue;
    // Another bill of the same person is another bill.
    const bool is_same_bill =
        had != before.end() && had->second.encounter == use.encounter && had->second.provider == use.provider;
    auto used = is_same_bill ? desk.amend(paper.first, paper.second, use) : desk.use(paper.first, paper.second, use);
    if (!used) return std::unexpected(std::move(used.error()));
  }
  return desk.take_parts();
}

Result<void> may_act_on_paper(const exchange::RegisterRequest& request) {
  const bool of_papers = request.reg == kInvoice || request.reg == kPrescription;
  const bool by_bills = request.told.move == kUse || request.told.move == kFree;
  if (!of_papers || request.told.act == RegisterAct::amend || !by_bills) return {};
  return std::unexpected(Error{ErrorCode::not_permitted,
                               {"“" + request.told.move + "”随结算、冲正自动办理，不能手工办理：请结算或冲正那一笔",
                                "'" + request.told.move +
                                    "' is done as bills are settled and reversed, never by hand: settle or reverse "
                                    "the bill"},
                               "$.move"});
}

}  // namespace yidan::operations
