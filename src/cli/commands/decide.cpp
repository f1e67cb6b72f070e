#include "cli/commands/decide.h"

#include <cstdio>
#include <filesystem>
#include <utility>

#include "base/json_writer.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "exchange/answer_text.h"
#include "operations/decision_refusal.h"
#include "operations/decisions.h"
#include "policy/find_pool.h"
#include "policy/load.h"

namespace yidan::cli {
namespace {

namespace fs = std::filesystem;
using decisions::DraftFiles;

// A pool, or a county of one: 371102 is of 371100.
struct PlaceAsked {
  const policy::Pool* pool = nullptr;
  std::string region;  // that of who decides
};

std::optional<PlaceAsked> place_asked(const policy::Policy& policy, const std::string& asked, Language language) {
  if (asked.size() == 6 && asked.find_first_not_of("0123456789") == std::string::npos) {
    const Region region(std::stoi(asked));
    const policy::Pool* pool = policy.find(region);
    if (pool == nullptr || region.is_county()) pool = policy.find(Region(region.city() * 100));
    if (pool != nullptr) return PlaceAsked{pool, asked};
  }
  const policy::Pool* pool = find_pool(policy, asked, language);
  return pool == nullptr ? std::nullopt : std::optional(PlaceAsked{pool, to_text(pool->region)});
}

// The files of a draft by their path within the packs; absent, said on standard error, when it cannot be read.
std::optional<DraftFiles> draft_asked(const policy::Source& packs, const policy::Policy& policy, Region pool,
                                      const std::string& folder, Language language) {
  DraftFiles files;
  if (folder.empty()) return files;
  const policy::Pool* found = policy.find(pool);
  const auto laid = policy::read_draft(packs, folder, found == nullptr ? "" : found->folder);
  if (!laid) {
    complain(laid.error(), language);
    return std::nullopt;
  }
  for (const auto& [path, text] : laid->files) {
    const auto before = packs.files.find(path);
    if (before == packs.files.end() || before->second != text) files.emplace(path, text);
  }
  if (!files.empty()) return files;
  complain({"草案与现行政策包没有不同：请指明草案目录",
            "the draft does not differ from the packs: name the folder of a draft"},
           language);
  return std::nullopt;
}

// Writes a request; members without a value are left out.
class RequestText {
 public:
  explicit RequestText(std::string_view act, const std::string& pool) : json_(text_, json::Writer::Style::compact) {
    json_.begin_object();
    json_.text("format", "yidan.request/1");
    json_.text("pool", pool);
    json_.text("do", act);
  }

  void open(std::string_view member) {
    json_.key(member);
    json_.begin_object();
  }
  void close() { json_.end_object(); }
  void text(std::string_view name, const std::string& value) {
    if (!value.empty()) json_.text(name, value);
  }
  void list(std::string_view name, const std::vector<std::string>& values) {
    if (values.empty()) return;
    json_.key(name);
    json_.begin_array();
    for (const std::string& each : values) json_.string(each);
    json_.end_array();
  }
  void basis(const std::vector<std::string>& values) {
    if (values.empty()) return;
    json_.key("basis");
    json_.begin_array();
    for (const std::string& each : values) {
      const std::size_t mark = each.rfind('=');
      json_.begin_object();
      json_.text("document", each.substr(0, mark));
      if (mark != std::string::npos) json_.text("issuer", each.substr(mark + 1));
      json_.end_object();
    }
    json_.end_array();
  }
  void draft(const DraftFiles& files) {
    if (files.empty()) return;
    json_.key("draft");
    json_.begin_object();
    for (const auto& [path, content] : files) json_.text(path, content);
    json_.end_object();
  }
  std::string finish(const std::string& key) {
    json_.text("key", key);
    json_.end_object();
    return std::move(text_);
  }

 private:
  std::string text_;
  json::Writer json_;
};

struct Opened {
  std::unique_ptr<OpenBooks> books;
  PlaceAsked asked;
};

std::optional<Opened> open(const DecideOptions& options, store::Access access) {
  auto books = open_books(options, access);
  if (books == nullptr) return std::nullopt;
  const auto asked = place_asked(books->policy, options.pool, options.language);
  if (!asked) return std::nullopt;
  return Opened{std::move(books), *asked};
}

int hand_in(const Opened& opened, const std::string& text, const DecideOptions& options) {
  const auto asking = exchange::read_asking(text, 1, opened.books->policy);
  if (!asking.requests) {
    refuse(asking.requests.error(), options.language);
    return kWrongUse;
  }
  const auto answer = operations::perform(caller_of(*opened.books, options), *asking.decision);
  if (!answer) return refuse(answer.error(), options.language);
  print_as_asked(answer->text, options.as, options.language);
  return kAllSettled;
}

// The same request typed again has the same key.
std::string key_of(const DecideOptions& options, const std::string& pool, const std::string& act) {
  if (!options.key.empty()) return options.key;
  return pool + "/" + options.id + "/" + act;
}

std::string pool_text(const Opened& opened) { return to_text(opened.asked.pool->region); }

int activate_in_books(const DecideOptions& options) {
  const auto opened = open(options, store::Access::read_write);
  if (!opened) return kWrongUse;
  const std::string pool = pool_text(*opened);
  const auto draft = draft_asked(opened->books->desk->source(), opened->books->policy, opened->asked.pool->region,
                                 options.draft, options.language);
  if (!draft) return kWrongUse;
  const std::string on = options.on.empty() ? today() : options.on;
  RequestText request("activate", pool);
  request.text("decision", options.id);
  request.open("activation");
  request.text("on", on);
  request.draft(*draft);
  request.close();
  const std::string packs = opened->books->desk->packs().digest.substr(0, 16);
  const std::string key = options.id.empty() && options.key.empty() && options.draft.empty()
                              ? pool + "/adoption/" + on + "/" + packs
                          : options.id.empty() && options.key.empty() ? pool + "/adoption/" + on + "/draft"
                                                                      : key_of(options, pool, "activate");
  return hand_in(*opened, request.finish(key), options);
}

// Without books: what the gate says, and nothing is written.
int ask_the_gate(const DecideOptions& options) {
  const auto packs = read_packs(options.packs, options.language);
  const auto policy = packs ? compile(*packs, options.language) : std::nullopt;
  if (!policy) return kWrongUse;
  const auto asked = place_asked(*policy, options.pool, options.language);
  const auto on = parse_date(options.on.empty() ? today() : options.on);
  if (!on) complain(on.error().message, options.language);
  if (!asked || !on) return kWrongUse;
  if (!options.id.empty()) return complain_of_no_books(options.language);
  const auto draft = draft_asked(*packs, *policy, asked->pool->region, options.draft, options.language);
  if (!draft) return kWrongUse;
  const auto gate = operations::gate_of(*packs, {asked->pool->region, *on, *draft});
  if (!gate) {
    refuse(gate.error(), options.language);
    return kWrongUse;
  }
  if (!gate->is_open()) return refuse(operations::closed(*gate, asked->pool->name), options.language);
  for (const auto* list : {&gate->warned, &gate->in_time}) {
    for (const audit::Held& each : *list) {
      const Text text{"提醒：" + each.id + "：" + each.text.zh, "warning: " + each.id + ": " + each.text.en};
      print_page(text.in(options.language));
    }
  }
  const Text text{
      "关口放行：" + asked->pool->name.zh + " " + to_text(*on) + " 可以启用；未写 --db，没有记下",
      "the gate is open: " + asked->pool->name.en + " on " + to_text(*on) + "; without --db nothing was written"};
  print_answer(text.in(options.language));
  return kAllSettled;
}

// A folder in the place of the pool is a draft of the one pool whose folder it has.
bool name_by_draft(DecideOptions& options) {
  const auto policy = load(options.packs, options.language);
  if (!policy) return false;
  options.draft = std::exchange(options.pool, {});
  for (const policy::Pool& pool : policy->pools) {
    if (!fs::is_directory(fs::path(options.draft) / pool.folder)) continue;
    if (!options.pool.empty()) options.pool += " ";
    options.pool += to_text(pool.region);
  }
  if (options.pool.size() == 6) return true;
  complain({"看不出草案“" + options.draft + "”是哪个统筹区的：请写 yidan policy activate 统筹区 --draft 目录",
            "it cannot be seen of which pool the draft '" + options.draft +
                "' is: write yidan policy activate POOL --draft FOLDER"},
           options.language);
  return false;
}

}  // namespace

int policy_decide(const DecideOptions& options) {
  const auto opened = open(options, store::Access::read_write);
  if (!opened) return kWrongUse;
  const auto draft = draft_asked(opened->books->desk->source(), opened->books->policy, opened->asked.pool->region,
                                 options.draft, options.language);
  if (!draft) return kWrongUse;
  RequestText request("decide", pool_text(*opened));
  request.open("decision");
  request.text("id", options.id);
  request.text("kind", options.kind);
  request.text("title", options.title);
  request.text("region", opened->asked.region);
  request.list("issuers", options.issuers);
  request.list("parameters", options.parameters);
  request.text("group", options.group);
  request.text("issued", options.issued);
  request.text("from", options.from);
  request.text("until", options.until);
  request.text("document", options.document);
  request.basis(options.basis);
  request.text("direction", options.direction);
  request.draft(*draft);
  request.close();
  return hand_in(*opened, request.finish(key_of(options, pool_text(*opened), "decide/" + options.issued)), options);
}

int policy_file(const DecideOptions& options) {
  const auto opened = open(options, store::Access::read_write);
  if (!opened) return kWrongUse;
  RequestText request("file", pool_text(*opened));
  request.text("decision", options.id);
  request.open("filing");
  request.text("number", options.number);
  request.text("with", options.with);
  request.text("filed", options.filed);
  request.text("answered", options.answered);
  request.text("result", options.result);
  request.close();
  const std::string act = "file/" + options.number + (options.result.empty() ? "" : "/" + options.result);
  return hand_in(*opened, request.finish(key_of(options, pool_text(*opened), act)), options);
}

int policy_approve(const DecideOptions& options) {
  const auto opened = open(options, store::Access::read_write);
  if (!opened) return kWrongUse;
  RequestText request("approve", pool_text(*opened));
  request.text("decision", options.id);
  request.open("approval");
  request.text("number", options.number);
  request.text("by", options.by);
  request.text("asked", options.asked);
  request.text("approved", options.approved);
  request.close();
  return hand_in(*opened, request.finish(key_of(options, pool_text(*opened), "approve/" + options.approved)), options);
}

int policy_activate(const DecideOptions& asked) {
  DecideOptions options = asked;
  if (options.draft.empty() && fs::is_directory(options.pool) && !name_by_draft(options)) return kWrongUse;
  if (!options.db.empty()) return activate_in_books(options);
  return ask_the_gate(options);
}

int policy_withdraw(const DecideOptions& options) {
  const auto opened = open(options, store::Access::read_write);
  if (!opened) return kWrongUse;
  RequestText request("withdraw", pool_text(*opened));
  request.text("decision", options.id);
  request.open("withdrawal");
  request.text("on", options.on.empty() ? today() : options.on);
  request.close();
  return hand_in(*opened, request.finish(key_of(options, pool_text(*opened), "withdraw")), options);
}

namespace {

// Without a decision: the packs as they stand, and no books are needed.
int sheet_of_packs(const DecideOptions& options) {
  const auto packs = read_packs(options.packs, options.language);
  const auto policy = packs ? compile(*packs, options.language) : std::nullopt;
  if (!policy) return kWrongUse;
  const auto asked = place_asked(*policy, options.pool, options.language);
  const auto on = parse_date(options.on.empty() ? today() : options.on);
  if (!on) complain(on.error().message, options.language);
  if (!asked || !on) return kWrongUse;
  const auto sheet = operations::packs_sheet_json(*packs, asked->pool->region, *on);
  if (!sheet) return refuse(sheet.error(), options.language);
  print_as_asked(*sheet, options.as, options.language);
  return kAllSettled;
}

}  // namespace

int policy_sheet(const DecideOptions& options) {
  if (options.id.empty()) return sheet_of_packs(options);
  if (options.db.empty()) return complain_of_no_books(options.language);
  const auto opened = open(options, store::Access::read_only);
  if (!opened) return kWrongUse;
  const auto on = parse_date(options.on.empty() ? today() : options.on);
  const auto known = known_asked(options.known);
  if (!on) return wrong_use(on.error(), options.language);
  if (!known) return wrong_use(known.error(), options.language);
  const operations::Caller caller = caller_of(*opened->books, options);
  const auto kept = operations::decision_of(caller, opened->asked.pool->region, options.id, *known);
  if (!kept) return refuse(kept.error(), options.language);
  const auto sheet = operations::sheet_json(caller, *kept, *on);
  if (!sheet) return refuse(sheet.error(), options.language);
  print_as_asked(as_answered(*opened->books, *sheet), options.as, options.language);
  return kAllSettled;
}

int policy_decisions(const DecideOptions& options) {
  const auto books = open_books(options, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  std::int32_t pool = 0;
  if (!options.pool.empty()) {
    const auto asked = place_asked(books->policy, options.pool, options.language);
    if (!asked) return kWrongUse;
    pool = asked->pool->region.code();
  }
  const auto on = parse_date(options.on.empty() ? today() : options.on);
  const auto known = known_asked(options.known);
  if (!on) return wrong_use(on.error(), options.language);
  if (!known) return wrong_use(known.error(), options.language);
  const operations::Caller caller = caller_of(*books, options);
  const auto list = operations::decisions_of(caller, pool, *known);
  if (!list) return refuse(list.error(), options.language);
  const bool table = options.as == "csv";
  const auto text = table ? operations::register_csv(caller, *list, *on, options.language)
                          : operations::register_json(caller, *list, *on);
  if (!text) return refuse(text.error(), options.language);
  if (table) {
    print(*text);
    return kAllSettled;
  }
  print_as_asked(as_answered(*books, *text), options.as, options.language);
  return kAllSettled;
}

}  // namespace yidan::cli
