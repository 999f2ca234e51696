// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "graph/store.hpp"
#include "server/json_reader.hpp"

/// The records of `import` and `export`, one JSON object a line: {"kind": "entity" | "document" |
/// "edge", …}. Offsets of mentions and evidence are code points of the document's
/// `title + "\n" + text`, so both directions look into document texts.
namespace dealgraph::server {

/// Finds the version of a document that was known at a time, to convert offsets in its text.
class TextSource {
 public:
  virtual ~TextSource() = default;
  /// title + "\n" + text, or nullopt if there is no such version.
  virtual std::optional<std::string> text(const std::string& document, Instant known_on) = 0;
};

/// Remembers the texts used last, with their code point indexes. Not thread-safe.
class TextCache {
 public:
  explicit TextCache(TextSource& source);
  ~TextCache();

  /// Forgets all texts: documents have changed.
  void clear();

  /// nullopt if the document is unknown. Byte offsets that are no character boundary and code
  /// points beyond the end give nullopt too.
  std::optional<Span> to_bytes(const std::string& document, Instant known_on, std::size_t start,
                               std::size_t end);
  struct CodePoints {
    std::size_t start;
    std::size_t end;
  };
  std::optional<CodePoints> to_code_points(const std::string& document, Instant known_on,
                                           Span span);

 private:
  struct Entry;
  const Entry* find(const std::string& document, Instant known_on);

  TextSource& source_;
  std::vector<std::unique_ptr<Entry>> entries_;
  std::size_t next_ = 0;
};

enum class RecordKind : std::uint8_t { Entity, Document, Edge };

/// The kind alone, so that the caller can store what came before. Throws InvalidInput.
RecordKind record_kind(const JsonValue& value);

/// One record as an operation of the store. Throws Error{InvalidInput} with every offence.
Operation read_record(const JsonValue& value, TextCache& texts);

/// The line of one exported operation, without the line break. Equal operations give equal lines.
std::string write_record(const Operation& operation, TextCache& texts);

}  // namespace dealgraph::server
