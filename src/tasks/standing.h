// How the tasks of a pool stand on a day: what is due, overdue, done or done late. A task that a question closes is
// asked again for every day: nobody closes it by hand, and it opens again when the answer no longer holds. What is to
// be mended value by value (`values`) is a task for each of them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "policy/policy.h"
#include "policy/task.h"
#include "registers/check.h"

namespace yidan::tasks {

struct TaskStanding {
  const policy::Task* task = nullptr;
  TaskState state = TaskState::open;
  std::optional<Date> closed;  // the day on which it was closed, or from which the answer has held
  int days = 0;                // open: left; overdue: by how many; done late: by how many
  std::string evidence;        // the document, what was asked, or the one value of which this is the task
  std::vector<Text> missing;   // why the answer does not hold
};

// The books as far as tasks look at them; without books nothing is in them.
class Evidence {
 public:
  Evidence() = default;
  Evidence(const Evidence&) = delete;
  Evidence& operator=(const Evidence&) = delete;
  virtual ~Evidence() = default;

  // The entry of a task in the register `task`, as it stands on the day; `new`: there is none.
  [[nodiscard]] virtual Result<registers::Seen> task(const std::string& id, Date on) = 0;
  // What a check of a register comes to on the day; absent: there is no such register or check.
  [[nodiscard]] virtual Result<std::optional<registers::Coverage>> check(const std::string& named, Date on) = 0;
};

// `tasks` are those of all pools; the pool's are its own and the province's. Errors: those of the store.
[[nodiscard]] Result<std::vector<TaskStanding>> standing_of(const policy::Policy& policy, const policy::Pool& pool,
                                                            const policy::Tasks& tasks, Evidence& evidence, Date on);

// Those that a section of a document marks: "七（三）" of Jining; empty where it marks nobody.
[[nodiscard]] std::vector<const policy::Task*> marked_by(const policy::Tasks& tasks, Region pool,
                                                         const std::string& section);

}  // namespace yidan::tasks
