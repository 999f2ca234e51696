// SPDX-License-Identifier: MIT
#pragma once

#include "graph/extract/grammar_en.hpp"

namespace dealgraph::extract::english {

/// The place of an adjective that news forms of it: american; empty for other words.
std::string_view place_of_adjective(std::string_view word);

/// Finds what words that stand for names mean: it, she, the chipmaker, both companies. Sees the
/// names of the sentence in the order in which the parser reads them.
class Resolver {
 public:
  Resolver(const Article& article, const Discourse& discourse, const Sentence& sentence);

  /// Fills in entities and owner of a phrase that names none. `subject` is the subject of the verb
  /// that the phrase depends on, which it cannot mean; kNone for a subject. `speaker_phrase` is the
  /// subject of the verb before, which "it" and "its" are most likely to mean.
  void resolve(const Parse& parse, Phrase& phrase, std::size_t subject, std::size_t speaker_phrase);

  /// Remembers what the text calls an entity: "Foo, a Norwegian chip designer".
  void describe(const Phrase& name, const Phrase& remark, const Parse& parse);

  std::string description(const Parse& parse, const Phrase& phrase) const;

 private:
  void mention(const Parse& parse, const Phrase& phrase);
  Entities organization(const Parse& parse, const Phrase& phrase, const Entities& excluded) const;
  bool is_state(std::uint32_t entity) const;
  Entities topic(const Entities& excluded) const;
  Entities person(const Entities& excluded) const;
  Entities pair() const;
  Entities officer(const Parse& parse, const Phrase& phrase) const;
  std::uint32_t employer_named(const Parse& parse, const Phrase& phrase) const;
  bool explains_person(const Parse& parse, const Phrase& phrase) const;
  Entities speaker() const;
  Entities one_organization(const Entities& entities) const;
  int score(const Parse& parse, const Phrase& phrase, std::uint32_t entity) const;

  const Article& article_;
  const Discourse& discourse_;
  const Sentence& sentence_;
  Entities here_;  ///< Organizations of this sentence, in order.
  Entities persons_;
  std::uint32_t first_subject_ = kNoEntity;
  std::uint32_t first_person_ = kNoEntity;
  std::vector<std::pair<std::uint32_t, std::string>> descriptions_;

 public:
  const std::vector<std::pair<std::uint32_t, std::string>>& descriptions() const {
    return descriptions_;
  }
};

}  // namespace dealgraph::extract::english
