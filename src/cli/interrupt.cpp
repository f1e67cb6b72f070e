#include "cli/interrupt.h"

#include <csignal>

#include "cli/terminal.h"

namespace yidan::cli {
namespace {

volatile std::sig_atomic_t asked_to_stop = 0;

extern "C" void ask_to_stop(int) { asked_to_stop = 1; }

}  // namespace

void heed_interruptions() {
  struct sigaction heed{};
  heed.sa_handler = ask_to_stop;
  heed.sa_flags = static_cast<int>(SA_RESETHAND);  // a read that waits comes back; the next one ends the program
  struct sigaction before{};
  // Who started the program with interruptions ignored (nohup, a background job) wants them ignored.
  if (sigaction(SIGINT, nullptr, &before) == 0 && before.sa_handler == SIG_DFL) sigaction(SIGINT, &heed, nullptr);
}

bool interrupted() { return asked_to_stop != 0; }

Error interruption() { return {ErrorCode::unavailable, {"已中断", "interrupted"}, {}}; }

int say_interrupted(const Text& done, Language language) {
  complain({"已中断：" + done.zh, "interrupted: " + done.en}, language);
  return kInterrupted;
}

}  // namespace yidan::cli
