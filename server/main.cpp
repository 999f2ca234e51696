// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "server/commands/commands.hpp"

int main(int argc, char** argv) {
  const auto environment = [](const std::string& name) -> std::optional<std::string> {
    const char* value = std::getenv(name.c_str());
    if (value == nullptr) return std::nullopt;
    return value;
  };
  return dealgraph::server::run({argv + 1, argv + argc}, environment);
}
