// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/extract/pipeline.hpp"

/// What the extractor's tests share: one extractor, and questions to ask of what it found.
namespace dealgraph::extract::test {

inline const Extractor& extractor() {
  static const Extractor kExtractor{embedded_lexicon()};
  return kExtractor;
}

inline Document article(std::string text, std::string_view published = "2025-11-10",
                        std::string title = "") {
  Document document;
  document.id = "test";
  document.title = std::move(title);
  document.text = std::move(text);
  document.published = PartialDate::parse(published);
  return document;
}

/// What the rules find; the learned reader, which is never certain, has tests of its own.
inline Extraction extracted(std::string text, std::string_view published = "2025-11-10",
                            std::string title = "") {
  Extraction found = extractor().extract(article(std::move(text), published, std::move(title)));
  std::erase_if(found.edges, [](const ProposedEdge& e) { return e.claim.confidence < kCertain; });
  return found;
}

/// The edge between the two, in either order where the type is symmetric; nullptr if none.
inline const ProposedEdge* find_edge(const Extraction& found, EdgeType type,
                                     std::string_view source, std::string_view target) {
  const auto is_it = [&](const ProposedEdge& e) {
    if (e.type != type) return false;
    if (e.source == source && e.target == target) return true;
    return info(type).symmetric && e.source == target && e.target == source;
  };
  const auto edge = std::ranges::find_if(found.edges, is_it);
  return edge == found.edges.end() ? nullptr : &*edge;
}

inline bool has_edge(const Extraction& found, EdgeType type, std::string_view source,
                     std::string_view target, std::optional<Status> status = {}) {
  const ProposedEdge* edge = find_edge(found, type, source, target);
  return edge != nullptr && (!status || edge->claim.status == *status);
}

inline bool has_entity(const Extraction& found, std::string_view id) {
  return std::ranges::any_of(found.entities, [&](const Entity& e) { return e.id == id; });
}

/// An entity of that name as the text writes it, whatever its id.
inline const Entity* find_named(const Extraction& found, std::string_view name) {
  const auto entity = std::ranges::find(found.entities, name, &Entity::name);
  return entity == found.entities.end() ? nullptr : &*entity;
}

inline std::string date_of(const ProposedEdge* edge) {
  return edge != nullptr && edge->claim.date ? edge->claim.date->to_string() : "";
}

inline std::string amount_of(const ProposedEdge* edge) {
  if (edge == nullptr || !edge->claim.amount) return "";
  const Money& money = *edge->claim.amount;
  return major_string(money) + " " + std::string(money.currency.code());
}

}  // namespace dealgraph::extract::test
