// SPDX-License-Identifier: MIT
#pragma once

#include "graph/store.hpp"
#include "server/record_json.hpp"

namespace dealgraph::server {

/// Texts of documents that a store holds.
class StoreTexts final : public TextSource {
 public:
  explicit StoreTexts(Store& store) : store_(store) {}

  std::optional<std::string> text(const std::string& document, Instant known_on) override {
    const auto stored = store_.document(document, known_on);
    if (!stored) return std::nullopt;
    return full_text(stored->document);
  }

 private:
  Store& store_;
};

}  // namespace dealgraph::server
