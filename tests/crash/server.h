// A PostgreSQL server that loses its power: all its processes end at once, none of them with a last word.
#pragma once

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "store/postgres/private_postgres.h"

namespace yidan::crash {

// Of /proc/ID/stat: the state and the parent; ' ' when there is no such process.
struct ProcessState {
  char state = ' ';
  pid_t parent = 0;
};

inline ProcessState state_of(pid_t id) {
  std::ifstream file("/proc/" + std::to_string(id) + "/stat");
  std::string text;
  ProcessState found;
  if (!std::getline(file, text)) return found;
  const std::size_t name_end = text.rfind(')');
  found.state = text[name_end + 2];
  found.parent = std::atoi(text.c_str() + name_end + 4);
  return found;
}

inline std::vector<pid_t> children_of(pid_t parent) {
  std::vector<pid_t> children;
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    const pid_t id = std::atoi(entry.path().filename().c_str());
    if (id > 0 && state_of(id).parent == parent) children.push_back(id);
  }
  return children;
}

inline void kill_server(store::testing::PrivatePostgres& server) {
  pid_t postmaster = 0;
  std::ifstream(server.socket_folder() + "/data/postmaster.pid") >> postmaster;
  if (postmaster <= 1) throw std::runtime_error("the server has no process");
  ::kill(postmaster, SIGSTOP);  // or it would start others meanwhile
  const std::vector<pid_t> children = children_of(postmaster);
  for (const pid_t child : children) ::kill(child, SIGKILL);
  server.stop(SIGKILL);
  for (const pid_t child : children) {
    for (char state = 'R'; state != ' ' && state != 'Z'; state = state_of(child).state)
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

}  // namespace yidan::crash
