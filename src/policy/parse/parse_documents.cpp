#include "policy/parse/parse_documents.h"

#include <set>

#include "policy/parse/parse_authority.h"
#include "terms/nearest.h"

namespace yidan::policy {
namespace {

CitedDocument read_cited(const YamlNode& node, const FileContext& context) {
  MapReader row(node, context);
  CitedDocument cited{.number = row.required_text("number").value_or("")};
  if (const auto issuer = row.word<Body>("issuer")) cited.issuer = *issuer;
  row.finish();
  return cited;
}

// Nothing is filed before it was issued.
void check_filing(const FileContext& context, const Document& document) {
  if (!document.filed_on || !document.issued || *document.issued <= *document.filed_on) return;
  const std::string filed = to_text(*document.filed_on);
  const std::string issued = to_text(*document.issued);
  context.problems.add(document.at,
                       "文件“" + document.id + "”的备案日 " + filed + " 早于印发日 " + issued + "：请改正其一",
                       "document '" + document.id + "' was filed on " + filed + ", before it was issued on " + issued +
                           ": correct one of them");
}

// What is said of a document; of documents that books were written by, the id alone is read.
void read_particulars(MapReader& row, Document& document) {
  document.number = row.text("number").value_or("");
  document.issuer = row.title("issuer");
  document.issuers = row.words<Body>("issuers");
  for (const YamlNode* node : row.rows("cites")) document.cites.push_back(read_cited(*node, row.context()));
  document.issued = row.date("issued");
  document.filed_on = row.date("filed_on");
  check_filing(row.context(), document);
  document.publication = row.text("publication").value_or("");
  document.validity = read_period(row);
  document.status = row.word<PolicyStatus>("status").value_or(PolicyStatus::in_force);
  if (row.optional("note") != nullptr) document.note = row.title("note");
}

void skip_particulars(MapReader& row) {
  for (const char* key :
       {"number", "issuer", "issuers", "cites", "issued", "filed_on", "publication", "from", "until", "status", "note"})
    row.optional(key);
}

std::vector<std::string_view> ids_of(const Documents& documents) {
  std::vector<std::string_view> ids;
  ids.reserve(documents.size());
  for (const Document& each : documents) ids.push_back(each.id);
  return ids;
}

}  // namespace

Documents read_documents(const YamlNode& root, const FileContext& context) {
  Documents documents;
  MapReader map(root, context);
  map.demand("documents");
  for (const YamlNode* node : map.rows("documents")) {
    MapReader row(*node, context);
    Document document{.id = row.required_text("id").value_or(""), .at = row.at()};
    document.title = row.title("title");
    if (context.judging == Judging::now) {
      read_particulars(row, document);
    } else {
      skip_particulars(row);
    }
    row.finish();
    if (!document.id.empty() && find_document(documents, document.id) != nullptr) {
      context.problem(*node, "文件编号“" + document.id + "”重复：只保留一个",
                      "document '" + document.id + "' stands twice: keep one of them");
    }
    documents.push_back(std::move(document));
  }
  map.finish();
  return documents;
}

void check_documents(MapReader& pack, const Documents& known) {
  for (const YamlNode* node : pack.list("documents")) {
    if (find_document(known, node->text) != nullptr) continue;
    const Text meant = did_you_mean(node->text, ids_of(known),
                                    {"：请写其中的一个 id，或在其中登记", ": name one of its ids, or add it there"});
    pack.context().problem(*node, "clauses/documents.yaml 中没有文件“" + node->text + "”" + meant.zh,
                           "no document '" + node->text + "' in clauses/documents.yaml" + meant.en);
  }
}

void check_register(const ClauseRegister& clauses, const std::string& name, const Documents& known,
                    Problems& problems) {
  std::set<std::string_view> reported;  // once a document
  for (const auto& [id, clause] : clauses) {
    const Document* document = find_document(known, clause.document);
    if (document == nullptr) {
      if (!reported.insert(clause.document).second) continue;
      problems.add({name, 0, 0},
                   "条款“" + id + "”的文件“" + clause.document + "”不在 clauses/documents.yaml 中：请在其中登记",
                   "clause '" + id + "' is of document '" + clause.document +
                       "', which is not in clauses/documents.yaml: add it there");
    } else if (document->status != clause.status && reported.insert(clause.document).second) {
      problems.add(
          {name, 0, 0},
          "条款“" + id + "”的状态是 " + std::string(code(clause.status)) + "，其文件“" + document->id + "”（在 " +
              to_text(document->at) + "）却是 " + std::string(code(document->status)) + "：请改正其一",
          "clause '" + id + "' has the status " + std::string(code(clause.status)) + ", its document '" + document->id +
              "' (at " + to_text(document->at) + ") " + std::string(code(document->status)) + ": correct one of them");
    }
  }
}

}  // namespace yidan::policy
