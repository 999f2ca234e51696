// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/extract/trie.hpp"
#include "schema/lexicon.hpp"
#include "schema/model.hpp"

namespace dealgraph::extract {

/// The lexicon's names, compiled for matching. Immutable and thread-safe.
class Gazetteer {
 public:
  struct Name {
    std::string text;
    std::vector<std::uint32_t> owners;  ///< Positions in entries(), preferred first; empty: media.
    bool is_media = false;
  };

  struct Hit {
    Span span;
    std::uint32_t name;  ///< Position in names().
  };

  explicit Gazetteer(const LexiconData& lexicon);

  const std::vector<LexiconEntry>& entries() const noexcept { return entries_; }
  const Name& name(std::uint32_t position) const { return names_[position]; }

  /// The name that is written like this, but for the case of ASCII letters; nullptr if there is
  /// none.
  const Name* named(std::string_view surface) const;

  /// All names in `text`, the longest where several begin at one place, in order and without
  /// overlap. A Latin name stands between word boundaries and in a case that fits; a Korean one
  /// begins a word and is followed by nothing but particles, a post or the end of the word.
  std::vector<Hit> find(std::string_view text) const;

  /// Lengths in bytes of the product names that begin at `offset`, whatever follows them, shortest
  /// first: the stems that HBM4E or GPT-6 may come from.
  std::vector<std::uint32_t> product_stems_at(std::string_view text, std::size_t offset) const;

  /// Position in entries() of the one with this id; kNone if there is none.
  std::uint32_t entry_by_id(std::string_view id) const;
  static constexpr std::uint32_t kNone = UINT32_MAX;

 private:
  void add(std::string_view text, std::uint32_t owner);
  bool fits(std::string_view text, Span span, const Name& name) const;

  std::vector<LexiconEntry> entries_;
  std::vector<Name> names_;
  Trie trie_;
  Trie products_;  // the names of products alone
};

/// True if `name`, which ends at `end` within a longer run of Korean text, is complete there: what
/// follows in the word is a particle, a post (대표, CEO) or a noun that keeps the name apart.
bool is_complete_name(std::string_view text, Span name);

}  // namespace dealgraph::extract
