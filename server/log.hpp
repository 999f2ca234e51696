// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <variant>

namespace dealgraph::server {

enum class LogLevel : std::uint8_t { Debug, Info, Warning, Error };

/// One value of a log line; numbers stay numbers, text is escaped.
struct LogField {
  std::string_view name;
  std::variant<std::string_view, std::int64_t, double, bool> value;
};

/// JSON Lines on a file descriptor: {"ts", "level", "event", …}. An event is a constant word;
/// what varies stands in fields, never in prose. Thread-safe: a line is one write.
class Logger {
 public:
  explicit Logger(LogLevel least, int descriptor = 2) : least_(least), descriptor_(descriptor) {}

  void write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) const;

  void info(std::string_view event, std::initializer_list<LogField> fields) const {
    write(LogLevel::Info, event, fields);
  }
  void warning(std::string_view event, std::initializer_list<LogField> fields) const {
    write(LogLevel::Warning, event, fields);
  }
  void error(std::string_view event, std::initializer_list<LogField> fields) const {
    write(LogLevel::Error, event, fields);
  }

 private:
  LogLevel least_;
  int descriptor_;
};

}  // namespace dealgraph::server
