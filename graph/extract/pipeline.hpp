// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "graph/extract/explain.hpp"
#include "schema/lexicon.hpp"
#include "schema/model.hpp"

namespace dealgraph::extract {

/// The lexicon compiled for matching, with the trigger tables. Immutable and thread-safe; build it
/// once (milliseconds) and share it.
class Extractor {
 public:
  explicit Extractor(const LexiconData& lexicon);
  ~Extractor();
  Extractor(const Extractor&) = delete;
  Extractor& operator=(const Extractor&) = delete;

  /// What a document says: entities with their mentions, edges with the sentence that proves each.
  /// Deterministic, offline; equal input gives equal output on every machine and thread.
  /// The document's title and text must be valid UTF-8. Time linear in their length.
  Extraction extract(const Document& document) const;

  /// The same with all that was seen on the way; `result` equals extract(document).
  Explanation explain(const Document& document) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

}  // namespace dealgraph::extract
