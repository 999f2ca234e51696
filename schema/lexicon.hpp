// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/ontology.hpp"

/// The names that the extractor knows, as data: JSON files under schema/lexicon/, one entity a
/// line, embedded in the binary. Reading and checking only; matching is graph/extract's work.
namespace dealgraph {

/// One entity of the lexicon. Absent texts are empty.
struct LexiconEntry {
  std::string id;
  EntityType type = EntityType::Organization;
  std::string name;                  ///< Usual English name.
  std::string name_ko;               ///< Usual Korean name.
  std::vector<std::string> en;       ///< Further English aliases.
  std::vector<std::string> ko;       ///< Further Korean aliases.
  std::vector<std::string> tickers;  ///< "KRX:000660".
  std::string wikidata;              ///< "Q…".
  std::vector<std::string> kinds;    ///< "chipmaker", "cloud", "country" …
  std::string home;                  ///< Place id.
  std::string parent;                ///< Organization id.
  std::string family_ko;             ///< Surname of a person as in 최 회장 …
  std::string family_en;             ///< … and as in "Huang".
};

/// An alias that several entities share, with the one meant when nothing else decides.
struct AmbiguousAlias {
  std::string alias;
  std::vector<std::string> owners;
  std::string preferred;
};

struct LexiconData {
  std::vector<LexiconEntry> entries;  ///< Sorted by id.
  std::vector<AmbiguousAlias> ambiguous;
  std::vector<std::string> media;  ///< Outlets: sources of reports, never entities.
};

/// One file of the lexicon by its name ("organizations.json") and text.
struct LexiconFile {
  std::string_view name;
  std::string_view json;
};

/// Reads the files; throws Error{InvalidInput} naming file and entry for the first one that is
/// malformed. Which entity type a file holds follows from its name: organizations.json,
/// acme-organizations.json or acme.organizations.json.
LexiconData read_lexicon(const std::vector<LexiconFile>& files);

/// `base` with what `more` adds: new entities, media and ambiguous names; to an entity that `base`
/// has, further names and tickers, and what it lacked. Its usual names stay. Throws
/// Error{InvalidInput} for an id that `base` has with another type.
LexiconData extend_lexicon(LexiconData base, const LexiconData& more);

/// Everything that is wrong with the data as a whole, a sentence each: an alias with two owners
/// that is not declared ambiguous, an id, ticker or Wikidata id used twice, an unknown home,
/// parent, kind or owner. Empty if all is well.
std::vector<std::string> check_lexicon(const LexiconData& data);

/// The files that were in schema/lexicon/ when the binary was built.
const std::vector<LexiconFile>& embedded_lexicon_files();

/// read_lexicon(embedded_lexicon_files()).
LexiconData embedded_lexicon();

}  // namespace dealgraph
