// The transactions that are answered: number, name, what they take, and who answers.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "national/field.h"
#include "national/turn.h"

namespace yidan::national {

// The output: the text of an object with named nodes. REQUIRES: the input was checked by the transaction's nodes.
using Handler = Result<std::string> (*)(const Turn& turn, const json::Value& input);

struct Transaction {
  std::string_view number;
  std::string_view zh;
  std::string_view en;
  std::span<const Node> takes;
  std::span<const Node> gives;
  Handler handler = nullptr;
  bool gives_file = false;  // what the handler gives are the bytes of a file, and no JSON
};

[[nodiscard]] std::span<const Transaction> transactions();
// Null when there is none of that number.
[[nodiscard]] const Transaction* find_transaction(std::string_view number);

// What 2208 and 2601 take back.
struct CancelAsked {
  std::string visit;
  std::string person;
  std::string settlement;
  // As if the settlement had never come: its message is spent, and no statement counts it.
  bool is_reversal = false;
};
// Errors: `not_found`: there is none, or it was taken back meanwhile.
[[nodiscard]] Result<std::string> cancel(const Turn& turn, const CancelAsked& asked);

// Begins a visit; `output_of` is what is answered. Errors, within `place`: `not_found`; `contradiction`: an insurance
// that is not the person's; `forbidden`; those of the store.
[[nodiscard]] Result<std::string> begin_visit(const Turn& turn, const Visit& visit, const std::string& place,
                                              std::string (*output_of)(const Visit&));

// In handlers/, one file a part.
[[nodiscard]] Result<std::string> sign_in(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> sign_out(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> find_person(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> register_visit(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> close_visit(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> tell_visit(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> add_lines(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> take_lines_back(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> try_settlement(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> settle_visit(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> cancel_settlement(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> try_sale(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> settle_sale(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> admit(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> discharge(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> change_stay(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> take_admission_back(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> take_discharge_back(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> take_stay_lines_back(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> reverse_message(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> compare_totals(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> show_settlement(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> check_entitlement(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> show_lines(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> upload_file(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> download_file(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> compare_details(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> find_institution(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> show_dictionary(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> map_code(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> file_referral(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> take_referral_back(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> file_chronic(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> take_chronic_back(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> file_chosen(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> take_chosen_back(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> show_visits(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> show_diagnoses(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> show_chronic_care(const Turn&, const json::Value&);
[[nodiscard]] Result<std::string> show_used(const Turn&, const json::Value&);

}  // namespace yidan::national
