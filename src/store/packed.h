// What an event brings, in the columns of its one row.
//
//   entries     [["employee-pooled","benefit-expense","outpatient","",7000], …]; empty when there are none
//   documents   [["bill/3",1310],["steps/3",842]]: names, and lengths in bytes; empty when there are none
//   texts       the texts of the documents, one after the other
//
// One row with long texts takes a third of the room of a row a bill and a row an entry, and a quarter of the work; SQL
// takes them apart where people look (the views of the migrations).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace yidan::store {

struct Packed {
  std::string entries;
  std::string documents;
  std::string texts;
};

[[nodiscard]] Packed packed(std::span<const Document> documents, std::span<const Entry> entries);

// Absent: it is not what `packed` has made.
[[nodiscard]] std::optional<std::vector<Entry>> unpacked_entries(std::string_view entries);
[[nodiscard]] std::optional<std::vector<Document>> unpacked_documents(std::string_view documents,
                                                                      std::string_view texts);

}  // namespace yidan::store
