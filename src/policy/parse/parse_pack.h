// Reads the packs of a source into `Pack`s: every file, every value, every citation checked against the register.
#pragma once

#include <vector>

#include "policy/arrangement.h"
#include "policy/bound.h"
#include "policy/competence.h"
#include "policy/parse/pack.h"
#include "policy/parse/parse_documents.h"
#include "policy/procedure.h"
#include "policy/register.h"
#include "policy/register_definition.h"
#include "policy/source.h"
#include "policy/task.h"

namespace yidan::policy {

// A named set of identities (困难群众 and its sisters), as the crosswalk of the category registry defines it.
struct Group {
  std::string name;
  std::string folder;  // the pack that wrote it
  Position at;
  WordSet<Identity> members;
  std::vector<std::string> clauses;
  Text term;
  bool used = false;
};
using Groups = std::map<std::string, Group, std::less<>>;

struct Packs {
  ClauseRegister clauses;
  std::optional<Documents> documents;  // absent: could not be read
  Groups groups;
  bool knows_groups = true;
  // A file that could not be read, or a part of one, may have named a group or an indicator.
  bool lost_names = false;
  Bounds bounds;
  Arrangements arrangements;
  Competences competences;
  Procedures procedures;
  Registers registers;
  Tasks tasks;
  std::vector<Pack> packs;
};

// Reads every folder of the source that has a pack.yaml. Problems are collected; what could be read comes back.
[[nodiscard]] Packs read_packs(const Source& source, Problems& problems, Judging judging = Judging::now);

}  // namespace yidan::policy
