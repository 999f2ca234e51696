// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dealgraph::server {

/// Writes one JSON text. Values follow keys in objects; the caller keeps begin and end in
/// balance. Strings must be valid UTF-8. Not thread-safe.
class JsonWriter {
 public:
  JsonWriter();
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);

  JsonWriter& string(std::string_view value);
  JsonWriter& number(std::uint64_t value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  JsonWriter& decimal(std::string_view digits);  ///< A JSON number, written as it stands.

  JsonWriter& member(std::string_view name, std::string_view value);
  JsonWriter& member(std::string_view name, const char* value);
  JsonWriter& member(std::string_view name, std::uint64_t value);
  JsonWriter& member_if(std::string_view name, std::string_view value);  ///< Unless empty.
  JsonWriter& member_bool(std::string_view name, bool value);

  /// The text so far; the writer starts afresh.
  std::string take();
  std::size_t size() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dealgraph::server
