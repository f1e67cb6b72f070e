#include "policy/parse/parse_documents.h"

#include "terms/nearest.h"

namespace yidan::policy {

DocumentIds read_documents(const YamlNode& root, const FileContext& context) {
  DocumentIds ids;
  MapReader map(root, context);
  map.demand("documents");
  for (const YamlNode* node : map.rows("documents")) {
    MapReader row(*node, context);
    const std::string id = row.required_text("id").value_or("");
    (void)row.title("title");
    for (const char* shown : {"number", "issuer", "issued", "from", "until", "status", "note"}) row.optional(shown);
    row.finish();
    if (!id.empty() && !ids.insert(id).second) {
      context.problem(*node, "文件编号“" + id + "”重复：只保留一个",
                      "document '" + id + "' stands twice: keep one of them");
    }
  }
  map.finish();
  return ids;
}

void check_documents(MapReader& pack, const DocumentIds& known) {
  for (const YamlNode* node : pack.list("documents")) {
    if (known.contains(node->text)) continue;
    const std::vector<std::string_view> ids(known.begin(), known.end());
    const Text meant =
        did_you_mean(node->text, ids, {"：请写其中的一个 id，或在其中登记", ": name one of its ids, or add it there"});
    pack.context().problem(*node, "clauses/documents.yaml 中没有文件“" + node->text + "”" + meant.zh,
                           "no document '" + node->text + "' in clauses/documents.yaml" + meant.en);
  }
}

}  // namespace yidan::policy
