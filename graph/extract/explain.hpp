// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/extract/dates.hpp"
#include "graph/extract/sentences.hpp"
#include "graph/extract/triggers.hpp"
#include "schema/model.hpp"

/// What the extractor saw in an article, stage by stage: for people who ask why an edge is there,
/// or why it is not. Spans count in the document's original text.
namespace dealgraph::extract {

struct ExplainedName {
  Span span;
  std::string entity;
  std::string_view reason;  ///< Why it means that entity: the name of a Reason.
  Confidence score = 0;     ///< How sure that is; of a mention set apart, how sure the merge was.
  std::vector<std::string> may_be;  ///< Known entities that it was not merged with.
  std::vector<std::string>
      owners;  ///< Entries that the lexicon gives the name to, usual one first.
};

struct ExplainedAmount {
  Span span;
  Money money;
  std::string_view use;  ///< "deal", "conversion" of the one before, "background".
};

struct ExplainedDate {
  Span span;
  PartialDate date;
  std::string_view use;  ///< "event", "announced", "reported", "term".
};

/// A word that may tell of a relation, and how many candidates came of it: none if the sentence
/// does not name two ends that its edge type allows.
struct ExplainedTrigger {
  Span span;
  Span sentence;
  std::string_view stem;  ///< As the trigger table has it.
  EdgeType edge_type = EdgeType::Partnership;
  std::size_t candidates = 0;
};

struct ExplainedCandidate {
  Span trigger;
  Span sentence;
  EdgeType type = EdgeType::Partnership;
  std::string source;
  std::string target;
  Status status = Status::Agreed;
  std::string_view reader;  ///< Who proposed it: "rules" or "learned".
  Confidence confidence = kCertain;
  /// "edge": became one; "merged": tells of the deal of an earlier candidate; "dropped": its ends
  /// are not allowed.
  std::string_view fate;
  std::size_t edge = 0;  ///< Position in the Extraction's edges, unless dropped.
};

struct Explanation {
  std::vector<Sentence> sentences;
  std::vector<ExplainedName> names;
  std::vector<Span> media;  ///< Outlets, named as the source of a report.
  std::vector<ExplainedAmount> amounts;
  std::vector<ExplainedDate> dates;
  std::vector<ExplainedTrigger> triggers;
  std::vector<ExplainedCandidate> candidates;
  Extraction result;
};

}  // namespace dealgraph::extract
