#include <deque>
#include <vector>

#include "contract/books.h"
#include "contract/case.h"
#include "contract/decisions.h"
#include "contract/receipt.h"
#include "contract/reconciliation.h"
#include "contract/registers.h"
#include "terms/books.h"
#include "terms/people.h"

namespace yidan::contract {
namespace {

constexpr Field person_asked() { return number_of_person("person", "人员编号", "the person's number").required(); }
constexpr std::array kCreditFields{
    month("month", "月份", "the month").required(),
    money("amount", "金额，大于零；有档案时可不写",
          "how much, more than zero; may be absent where the record gives it"),
};
constexpr Object kCredit{"credit", {"划入个人账户", "money for the account"}, kCreditFields};
constexpr std::array kUseFields{
    day("on", "日期", "the day").required(),
    word<AccountUse>("use", "用途", "for what").required(),
    word<Beneficiary>("for", "使用对象", "for whom").or_else("\"self\""),
    money("amount", "金额，大于零", "how much, more than zero").required(),
};
constexpr Object kUse{"use", {"使用个人账户", "money asked from the account"}, kUseFields};

// The objects of all requests; they point into each other, and are made once.
class Requests {
 public:
  Requests() {
    add({"settle", "结算", "settle"},
        {text("as_in_trial", "预结算的摘要：不同则拒绝", "the digest of a trial: refused when anything differs"),
         encounter()});
    add({"trial", "预结算", "what it would come to"}, {encounter()});
    add({"correct", "更正费用", "the encounter of that id as it really was"}, {encounter()});
    add({"reverse", "冲正", "as if it never was"},
        {text("request", "划入或使用的键", "the key of a credit or a use").depends(),
         text("encounter", "就诊编号", "an encounter's id").depends(),
         text("provider", "机构编号：两家机构的就诊编号相同时须写", "the provider's id, where two gave that number"),
         text("reason", "原因，随事项留存", "why; kept with the event")});
    add({"facts", "登记事实", "tell the facts"},
        {object(facts_object(), "facts", "事实，同案例", "as in a case").required()});
    add({"record", "登记档案事件", "tell events of the record"},
        {variant(event_objects(), "event", "events", "事件，至少一件", "events, at least one").many().required()});
    add({"enrol", "参保登记", "enrol"}, {event("enrol", "enrol")});
    add({"pay", "缴费", "pay"}, {event("pay", "pay")});
    add({"grant", "依申请救助", "grant assistance"}, {event("apply", "application")});
    add({"credit", "划入个人账户", "credit the account"}, {object(kCredit, "credit", "划入", "the credit").required()});
    add({"use", "使用个人账户", "use the account"}, {object(kUse, "use", "使用", "the use").required()});
    const Field decision = id("decision", "决策编号", "the decision's id");
    add_of_decision(DecisionAct::decide, {object(kRegistration, "decision", "决策", "the decision").required()});
    add_of_decision(DecisionAct::file,
                    {decision.required(), object(kFilingTold, "filing", "备案", "the filing").required()});
    add_of_decision(DecisionAct::approve,
                    {decision.required(), object(kApproval, "approval", "批准", "the approval").required()});
    add_of_decision(DecisionAct::activate,
                    {decision.with(&Field::gist, Gist{"决策编号；不写为政策包整体启用",
                                                      "the decision's id; absent: packs are adopted as a whole"}),
                     object(kActivation, "activation", "启用", "from when it holds").required()});
    add_of_decision(DecisionAct::withdraw,
                    {decision.required(), object(kWithdrawal, "withdrawal", "撤回", "the withdrawal").required()});
    const Field move = text("move", "办理事项：登记册定义的 do", "the act, by the register's definition");
    add_of_no_person(word(RegisterAct::open),
                     {register_name(), entry_id(), move, entry_day(), acting_role(), entry_fields()});
    add_of_no_person(word(RegisterAct::amend),
                     {register_name(), entry_id(), entry_day(), acting_role(), entry_fields()});
    add_of_no_person(word(RegisterAct::move),
                     {register_name(), entry_id(), move.required(), entry_day(), acting_role(), entry_fields()});
    add_of_no_person(word(ReconciliationAct::reconcile),
                     {statement_provider(), statement_first_day(), statement_last_day(), statement_insurance(),
                      statement_clearing(), statement_lines()});
    add_of_no_person(word(ReconciliationAct::resolve),
                     {statement_provider(), statement_first_day(), statement_last_day(), statement_insurance(),
                      statement_clearing(), settlement_number(), resolution_reason()});
  }

  [[nodiscard]] std::span<const Object* const> list() const { return list_; }

 private:
  static Field encounter() {
    return object(kObject<kEncounter>, "encounter", "就诊，同案例", "an encounter as in a case").required();
  }

  // An event of a record without its `event`.
  Field event(std::string_view name, std::string_view member) {
    const Object& whole = **std::ranges::find(event_objects(), name, [](const Object* each) { return each->name; });
    objects_.push_back({member, whole.gist, whole.fields.subspan(1), whole.rules});
    return object(objects_.back(), member, whole.gist.zh, whole.gist.en).required();
  }

  void add(const Word& done, std::initializer_list<Field> asked) {
    const Field name = named(done);
    fields_.push_back({format<"yidan.request/1">(), pool().required(), person_asked(), name});
    finish(done, asked);
  }
  void add_of_decision(DecisionAct act, std::initializer_list<Field> asked) { add_of_no_person(word(act), asked); }
  void add_of_no_person(const Word& done, std::initializer_list<Field> asked) {
    const Field name = named(done);
    fields_.push_back({format<"yidan.request/1">(), pool().required(), name});
    finish(done, asked);
  }

  Field named(const Word& done) {
    names_.push_back(done);
    return constant(std::span<const Word, 1>(&names_.back(), 1), "do", "所求", "what is asked").required();
  }

  void finish(const Word& done, std::initializer_list<Field> asked) {
    fields_.back().insert(fields_.back().end(), asked);
    fields_.back().push_back(done.code == "trial" ? key_field() : key_field().required());
    objects_.push_back({done.code, {done.zh, done.en}, fields_.back(), kKeyRule});
    list_.push_back(&objects_.back());
  }

  static constexpr std::array kKeyRule{Gist{"除预结算外须有键；空键与超过 200 字节的键被拒绝",
                                            "every request but a trial has a key; an empty one, or one of more than "
                                            "200 bytes, is refused"}};
  std::deque<Word> names_;
  std::deque<std::vector<Field>> fields_;
  std::deque<Object> objects_;
  std::vector<const Object*> list_;
};

}  // namespace

std::span<const Object* const> request_objects() {
  static const Requests requests;
  return requests.list();
}

}  // namespace yidan::contract
