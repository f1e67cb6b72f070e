// with_postgres COMMAND...: runs the command beside one PostgreSQL server for all the tests that it starts, and ends
// with the command's status. The server is private (store/postgres/private_postgres.h) and ends with this program.

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>

#include "store/postgres/private_postgres.h"

namespace {

volatile sig_atomic_t command_id = 0;
volatile sig_atomic_t asked_to_end = 0;

// Whoever ends this program means the command; the server goes when that is over.
void pass_on(int signal) {
  asked_to_end = signal;
  if (command_id > 0) ::kill(command_id, signal);
}

int run(char** command) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, pass_on);
  // Connections of several programs at once. The server is not stopped before its end and the machine keeps its power:
  // what is written must reach the system, and need not reach the disk. Tests that stop a server have a durable one.
  yidan::store::testing::PrivatePostgres server({"max_connections=400", "fsync=off"});
  server.serve_the_run();
  if (asked_to_end != 0) return 128 + asked_to_end;
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot start another process");
  if (child == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    ::execvp(command[0], command);
    std::perror(command[0]);
    ::_exit(127);
  }
  command_id = child;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  command_id = 0;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) {
    std::fputs("usage: with_postgres COMMAND...\n", stderr);
    return 2;
  }
  try {
    return run(words + 1);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "with_postgres: %s\n", failure.what());
    return 1;
  }
}
