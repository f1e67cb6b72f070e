// What a settlement of a visit asks of the books, and what is checked before: the kind of care, the declared totals.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "national/line_reader.h"

namespace yidan::national {

// What care of a kind is called there: "11", "14", "21", "41"; of a kind that it does not have, the nearest.
[[nodiscard]] std::string_view medical_type(Care care);

// Lines of a batch that are not settled, those that give something back among them; of an empty batch all.
[[nodiscard]] std::vector<FeeDetail> open_lines(const Visit& visit, std::string_view batch);

// Whether the visit can be settled as the kind of care that it is. Errors: `invalid_value`: a kind that is not settled
// here, a disease that is not known; `not_permitted`: a stay that goes on and is not settled in between.
[[nodiscard]] Result<void> check_care(const Visit& visit, const Reader& asked);

// The number of the encounter that the next settlement is: the visit's, and a further one has a number behind it.
[[nodiscard]] std::string encounter_id(const Visit& visit);

// What the institution declares against what its lines come to. Errors: `contradiction`: all that differs, to the fen,
// with the parts of each line.
[[nodiscard]] Result<void> check_totals(const std::vector<FeeDetail>& lines, const Reader& asked,
                                        const std::string& place);

struct SettlementRequest {
  const Turn& turn;
  const store::Subject& person;
  const Visit& visit;
  const std::vector<FeeDetail>& lines;
  const Reader& asked;
};
// As a request of the contract; `act`: "trial" or "settle". REQUIRES: the care was checked.
[[nodiscard]] std::string request_text(const SettlementRequest& request, std::string_view act);

}  // namespace yidan::national
