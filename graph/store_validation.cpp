// SPDX-License-Identifier: MIT
#include "graph/store_validation.hpp"

#include "schema/text.hpp"

namespace dealgraph {
namespace {

constexpr std::size_t kMaxNameBytes = 2'000;
constexpr std::size_t kMaxDocumentBytes = 64U << 20;
constexpr std::int64_t kDayMilliseconds = 86'400'000;

void check_text(std::string_view text, std::size_t max_bytes, const std::string& where,
                Violations& violations) {
  if (text.size() > max_bytes) {
    violations.push_back({where, "has " + std::to_string(text.size()) +
                                     " bytes, expected at most " + std::to_string(max_bytes)});
  } else if (!is_valid_utf8(text)) {
    violations.push_back({where, "is not valid UTF-8 (or holds a NUL character)"});
  }
}

void check_name(std::string_view text, const std::string& where, Violations& violations) {
  if (text.empty()) {
    violations.push_back({where, "is empty"});
  } else {
    check_text(text, kMaxNameBytes, where, violations);
  }
}

}  // namespace

std::string at_index(const std::string& where, std::size_t index) {
  return where + "/" + std::to_string(index);
}

void check_id(std::string_view id, const std::string& where, Violations& violations) {
  if (is_valid_id(id)) return;
  violations.push_back({where,
                        "is not an id: expected 1 to 200 bytes of UTF-8 without white space, "
                        "control characters, '/', '?', '#' and ','"});
}

void check_entity(const Entity& entity, const std::string& where, Violations& violations) {
  check_id(entity.id, where + "/id", violations);
  check_name(entity.name, where + "/name", violations);
  check_text(entity.name_ko, kMaxNameBytes, where + "/name_ko", violations);
  for (std::size_t i = 0; i < entity.aliases.size(); ++i) {
    check_name(entity.aliases[i], at_index(where + "/aliases", i), violations);
  }
  for (std::size_t i = 0; i < entity.identifiers.size(); ++i) {
    const std::string place = at_index(where + "/identifiers", i);
    check_name(entity.identifiers[i].scheme, place + "/scheme", violations);
    check_name(entity.identifiers[i].value, place + "/value", violations);
  }
}

void check_document(const Document& document, Violations& violations) {
  check_id(document.id, "/id", violations);
  check_text(document.title, kMaxDocumentBytes, "/title", violations);
  check_text(document.text, kMaxDocumentBytes, "/text", violations);
  check_text(document.lang, kMaxNameBytes, "/lang", violations);
  check_text(document.source, kMaxNameBytes, "/source", violations);
  check_text(document.url, kMaxNameBytes * 4, "/url", violations);
}

void check_facts(const EdgeFacts& facts, const std::string& where, Violations& violations) {
  if (facts.amount && facts.amount->minor < 0) {
    violations.push_back({where + "/amount", "is negative"});
  }
  if (facts.confidence > kCertain) {
    violations.push_back({where + "/confidence", "is above 1"});
  }
  check_text(facts.product, kMaxNameBytes, where + "/product", violations);
  check_text(facts.title, kMaxNameBytes, where + "/title", violations);
}

void check_ends(EdgeType type, EntityType source, EntityType target, const std::string& where,
                Violations& violations) {
  if (allows(type, source, target)) return;
  // Which end is to blame: the source, if no target would do.
  const bool is_source = !info(type).sources.contains(source);
  const EntityType blamed = is_source ? source : target;
  violations.push_back({where + (is_source ? "/source" : "/target"),
                        "is of type " + std::string(name(blamed)) + ", which cannot be the " +
                            (is_source ? "source" : "target") + " of " + std::string(name(type))});
}

void check_known(const Known& known, Instant now, const std::string& where,
                 Violations& violations) {
  const Instant latest{static_cast<std::int64_t>(now) + kDayMilliseconds};
  if (known.from >= known.to) {
    violations.push_back({where + "/to", "is not after /known/from"});
  } else if (known.from > latest) {
    violations.push_back({where + "/from", "lies in the future"});
  } else if (known.to != kForever && known.to > latest) {
    violations.push_back({where + "/to", "lies in the future"});
  }
}

void check_span(const Span& span, std::string_view text, const std::string& where,
                Violations& violations) {
  if (span.begin >= span.end) {
    violations.push_back({where + "/end", "is not after the start"});
  } else if (span.end > text.size()) {
    violations.push_back({where + "/end", "lies " + std::to_string(span.end - text.size()) +
                                              " bytes behind the text"});
  } else if (!is_boundary(text, span.begin)) {
    violations.push_back({where + "/start", "points into the middle of a character"});
  } else if (!is_boundary(text, span.end)) {
    violations.push_back({where + "/end", "points into the middle of a character"});
  }
}

}  // namespace dealgraph
