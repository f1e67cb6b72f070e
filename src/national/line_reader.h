// Fee lines by code: what a code is says the register of items, as it stands on the day of the fee.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/json_writer.h"
#include "national/turn.h"

namespace yidan::national {

inline constexpr std::string_view kItemRegister = "item";

// The lines of a node, with class, share and the four parts of each, to the fen as settlement divides them. Errors,
// with the place of the line: `not_found`: a code that the catalogue of the pool does not have on that day, or an own
// code alone that stands for none;
// `duplicate_id`: a number that the visit has; `contradiction`: an amount that is not quantity × price, a line of
// another visit, more given back than was taken.
[[nodiscard]] Result<std::vector<FeeDetail>> read_lines(const Turn& turn, const store::Subject& person,
                                                        const Visit& visit, std::span<const json::Value> told,
                                                        std::string_view node = "feedetail");

// The lines, each less what of it was given back; those of which nothing is left are left out.
[[nodiscard]] std::vector<FeeDetail> net_of_returns(const std::vector<FeeDetail>& lines);

// "0.1000": the share that is borne first; of class C the whole.
[[nodiscard]] std::string share_text(const FeeDetail& line);

// A line of a settlement as an object of its own, by `kSettledLineFields`.
void write_settled_line(json::Writer& json, const Visit& visit, const FeeDetail& line);

// A line with its four parts, as members of an open object.
void write_divided_line(json::Writer& json, const FeeDetail& line);

// The lines as the contract writes them: {"id", "code", "name", "class", "quantity", "unit_price", …}.
void write_contract_lines(json::Writer& json, const std::vector<FeeDetail>& lines);

}  // namespace yidan::national
