// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/ids.hpp"
#include "schema/model.hpp"

/// Names as the search looks them up. Internal to graph/.
namespace dealgraph {

/// What makes two spellings one name in a search: folded, without white space and punctuation.
struct SearchKey {
  std::string text;
  std::vector<std::uint16_t> word_starts;  ///< Where further words begin, in bytes of `text`.
};

/// `Mercedes-Benz`, `mercedes benz` and `MercedesBenz` have one key. A change between Latin and
/// other letters begins a word too (SK하이닉스). Keys are cut at some 500 bytes. Empty for a text
/// without visible characters.
SearchKey search_key(std::string_view text);

/// Letters of a key for counting typos: code points, Hangul syllables taken apart into jamo.
std::u32string letters_of(std::string_view key);

/// Edits (insert, delete, replace a letter, swap two neighbours) between two texts; `limit + 1`
/// if there are more than `limit`. O(length · limit).
int edit_distance(std::u32string_view a, std::u32string_view b, int limit);

/// Edits that a search for so many letters forgives: none below 4, one below 8, then two.
int forgiven_edits(std::size_t letters);

/// Names of an entity as they are found, best first: name, Korean name, aliases, identifiers, id.
std::vector<std::string_view> names_of(const Entity& entity);

/// An entity version whose names are to be found.
struct NamedVersion {
  EntityIndex entity{};
  std::uint32_t version = 0;  ///< The caller's number; comes back with every match.
  const Entity* value = nullptr;
};

/// One immutable part of the index.
///
/// Prefixes are a binary search in all names and their words, sorted. For typos every name and
/// word carries its number of letters and a 64-bit signature of which letters it has: those within
/// reach of the query are a scan over the signatures of about its length.
class NameSegment {
 public:
  struct Name {
    EntityIndex entity{};
    std::uint32_t version = 0;
    std::uint32_t begin = 0;
    std::uint16_t size = 0;
    std::uint16_t ordinal = 0;  ///< Position in names_of(entity).
  };

  /// A name from one of its word starts on; offset 0 is the whole name.
  struct Suffix {
    std::uint32_t name = 0;
    std::uint16_t offset = 0;
  };

  struct Typo {
    std::uint32_t name = 0;
    int distance = 0;
  };

  explicit NameSegment(std::span<const NamedVersion> versions);
  NameSegment(const NameSegment& a, const NameSegment& b);  ///< Everything in both.

  std::size_t size() const noexcept { return names_.size(); }
  const Name& name(std::uint32_t number) const { return names_[number]; }
  std::string_view key(const Name& name) const {
    return std::string_view(bytes_).substr(name.begin, name.size);
  }

  /// The names of the version that `number` belongs to; they lie together, best first.
  std::span<const Name> names_of_version(std::uint32_t number) const;

  /// Suffixes that begin with `prefix`. O(log names).
  std::span<const Suffix> with_prefix(std::string_view prefix) const;

  /// Names of which the whole or a word is within `limit` edits of `letters`.
  void find_typos(std::u32string_view letters, int limit, std::vector<Typo>& found) const;

 private:
  struct Word {  // a whole name or one of its words
    std::uint32_t name = 0;
    std::uint16_t offset = 0;
    std::uint16_t size = 0;
  };
  struct Words {
    std::vector<std::uint64_t> signatures;
    std::vector<Word> words;
  };

  std::string_view text(const Suffix& suffix) const {
    return key(names_[suffix.name]).substr(suffix.offset);
  }
  void add(const NamedVersion& version);
  void add_name(const SearchKey& key, const NamedVersion& version, std::uint16_t ordinal);
  void add_word(std::uint32_t name, std::size_t offset, std::size_t size);
  void sort_suffixes();

  std::string bytes_;
  std::vector<Name> names_;
  std::vector<Suffix> suffixes_;        // sorted by text
  std::vector<Words> words_by_length_;  // index: number of letters
};

/// All names of a graph: a few segments of growing size, so that adding names to a large index
/// costs little. Immutable; adding gives a new index that shares the unchanged segments.
class NameIndex {
 public:
  NameIndex with(std::span<const NamedVersion> added) const;

  std::span<const std::shared_ptr<const NameSegment>> segments() const noexcept {
    return segments_;
  }

 private:
  std::vector<std::shared_ptr<const NameSegment>> segments_;
};

}  // namespace dealgraph
