// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "graph/extract/arguments.hpp"
#include "graph/extract/article.hpp"
#include "graph/extract/triggers.hpp"

namespace dealgraph::extract {

/// A word that set a rule going, whatever came of it.
struct TracedTrigger {
  TriggerHit hit;
  Span sentence;
};

/// A pair of names that the learned reader was asked about.
struct TracedPair {
  Span sentence;
  Pair pair;
};

/// What find_relations saw on its way, for those who ask why.
struct RelationTrace {
  std::vector<TracedTrigger> triggers;
  std::vector<TracedPair> pairs;
};

/// Relations of all sentences of an article, in the order of the text. Not yet merged: two
/// sentences on one deal give two. O(sentences × triggers × arguments of a sentence).
std::vector<Relation> find_relations(const Article& article, RelationTrace* trace = nullptr);

/// The parts of a sentence that its rules work on.
struct SentenceView {
  const Article& article;
  const Sentence& sentence;
  std::vector<Post> posts;
  std::vector<Argument> arguments;
  std::vector<TriggerHit> triggers;
  std::vector<Pair> pairs;
};

/// Memory of the relations before, for sentences that lean on them.
struct Context {
  Discourse discourse;
  std::uint32_t meeting_guest = kNoEntity;  ///< Who the last meeting was about.
  std::uint32_t meeting_host = kNoEntity;   ///< Whom the guest met.
  std::uint32_t last_takeover = kNoEntity;  ///< What was last said to be taken over.
  std::vector<std::uint32_t> last_merger;   ///< The two that merge, in the order first told.
  std::vector<Relation> last_deals;         ///< Of the last sentence that told of deals.
  std::optional<Relation> open_supply;      ///< A contract whose customer is yet to be named.
  std::uint32_t last_supplier = kNoEntity;  ///< Source of the last supply named.
  std::uint32_t round_owner = kNoEntity;    ///< Who raises the money spoken of, and its facts.
  std::uint32_t round_told = 0;             ///< Where the sentence begins that last told of it.
  std::optional<Money> round_amount;
  std::optional<PartialDate> round_date;
  Status round_status = Status::Agreed;
  std::optional<Relation> last_deal;       ///< The deal that an English sentence last told of.
  std::uint32_t site = kNoEntity;          ///< Place that money last went to: 경기도에.
  std::uint32_t site_visited = kNoEntity;  ///< Organization whose premises were last visited.
  std::vector<std::uint32_t> lead;         ///< Organizations that a list is about.
  bool lead_supplies = false;              ///< The list hands out goods.
};

std::vector<Relation> korean_relations(const SentenceView& view, Context& context);
/// Founders told by a verb: "P가 2019년 세운 X".
std::vector<Relation> korean_founders(const SentenceView& view, const Context& context);
/// All that an English sentence states; leaves its subjects in `view.arguments`.
std::vector<Relation> english_relations(SentenceView& view, Context& context);

/// What the learned reader (pair_model.hpp) takes from the pairs of a sentence, beside what the
/// rules found in it.
std::vector<Relation> learned_relations(const SentenceView& view, const Context& context,
                                        const std::vector<Relation>& by_rules);

/// Roles of a sentence: posts by the side of a name, and posts given, held and left.
std::vector<Relation> korean_roles(const SentenceView& view, const Context& context);

/// Standing ownership: subsidiaries, parents, shareholders.
std::vector<Relation> korean_ownership(const SentenceView& view, const Context& context);

/// Where the facts of a relation may stand: a part of the sentence, without what belongs to others.
struct FactScope {
  Span within;
  std::vector<Span> taken;
};

/// Fills in date, amount and product from what stands near the relation's trigger.
void attach_facts(const SentenceView& view, Relation& relation);
void attach_facts(const SentenceView& view, Relation& relation, const FactScope& scope);

/// The organization that a person stands for by a post in this article; kNoEntity if none.
std::uint32_t employer_of(const std::vector<Post>& posts, std::uint32_t person);

}  // namespace dealgraph::extract
