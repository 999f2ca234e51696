// SPDX-License-Identifier: MIT
#include "server/log.hpp"

#include <unistd.h>

#include <array>
#include <charconv>
#include <string>

#include "schema/date.hpp"
#include "schema/text.hpp"
#include "server/json_writer.hpp"

namespace dealgraph::server {

namespace {

constexpr std::array<std::string_view, 4> kLevels{"debug", "info", "warning", "error"};

std::string digits(double value) {
  std::array<char, 32> buffer{};
  const auto result =
      std::to_chars(buffer.begin(), buffer.end(), value, std::chars_format::fixed, 3);
  return {buffer.begin(), result.ptr};
}

struct ValueWriter {
  JsonWriter& json;
  void operator()(std::string_view value) const { json.string(to_valid_utf8(value)); }
  void operator()(std::int64_t value) const { json.decimal(std::to_string(value)); }
  void operator()(double value) const { json.decimal(digits(value)); }
  void operator()(bool value) const { json.boolean(value); }
};

}  // namespace

void Logger::write(LogLevel level, std::string_view event,
                   std::initializer_list<LogField> fields) const {
  if (level < least_) return;
  JsonWriter json;
  json.begin_object();
  json.member("ts", to_string(now()));
  json.member("level", kLevels.at(static_cast<std::size_t>(level)));
  json.member("event", event);
  for (const LogField& field : fields) {
    json.key(field.name);
    std::visit(ValueWriter{json}, field.value);
  }
  json.end_object();
  const std::string line = json.take() + "\n";
  // A log that cannot be written must not stop the server.
  [[maybe_unused]] const auto written = ::write(descriptor_, line.data(), line.size());
}

}  // namespace dealgraph::server
