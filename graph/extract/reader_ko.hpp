// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/extract/relations.hpp"

/// What the Korean relation rules share: which arguments belong to a predicate, and how an edge is
/// made of them.
namespace dealgraph::extract {

using Entities = std::vector<std::uint32_t>;

inline constexpr std::size_t kNoArgument = SIZE_MAX;

inline constexpr EntityTypes kActors{EntityType::Organization, EntityType::Person};
inline constexpr EntityTypes kOrganizations{EntityType::Organization};
inline constexpr EntityTypes kPersons{EntityType::Person};
inline constexpr EntityTypes kPlaces{EntityType::Place};

inline bool is_subject_case(Case kind) {
  return kind == Case::Topic || kind == Case::Subject || kind == Case::Also;
}

/// One sentence, seen from one predicate (the trigger) at a time.
///
/// A subject with 이/가 belongs to the first predicate after it: one that describes a noun (B가
/// 만든 칩) keeps its subject to itself. A topic with 은/는 holds up to the next topic. Complements
/// stand in the clause of the predicate; where that describes a noun (A가 투자한 B는, B에 대는
/// A가), the noun is the role that is missing. A sentence without a subject goes on about the topic
/// before.
class KoreanReader {
 public:
  KoreanReader(const SentenceView& view, Context& context);

  const SentenceView& view() const { return view_; }
  const Article& article() const { return article_; }
  Context& context() { return context_; }
  const Context& context() const { return context_; }
  const std::vector<Argument>& args() const { return args_; }
  /// The article up to the end of the sentence.
  std::string_view text() const { return text_; }
  std::uint32_t sentence_begin() const { return view_.sentence.span.begin; }
  EntityType type(std::uint32_t entity) const { return article_.entity(entity).type; }

  // ---- the predicate at hand

  void turn_to(const TriggerHit& hit);
  const TriggerHit& hit() const { return *hit_; }
  std::uint32_t at() const { return hit_->span.begin; }
  std::string_view stem() const { return hit_->trigger->stem; }
  /// What follows the trigger in the sentence, and what precedes it in its clause.
  std::string_view after() const { return text_.substr(hit_->span.end); }
  std::string_view before() const;
  /// True if one of the words stands in the clause before the trigger.
  bool clause_has(std::initializer_list<std::string_view> words) const;
  bool sentence_has(std::initializer_list<std::string_view> words) const;
  /// The noun that the predicate describes, if it is an argument (인수한 A가); else kNoArgument.
  std::size_t described() const { return described_; }
  std::uint32_t clause_begin() const { return clause_begin_; }

  /// Who does it: in the sentence, else who is spoken of. Remembers the argument as `subject_at`.
  Entities subject(EntityTypes types = kActors);
  std::size_t subject_at() const { return subject_; }
  /// The subject with a complement present or not: with `complete`, a described noun is the
  /// subject, without it is the complement.
  Entities subject_given(bool complete, EntityTypes types = kActors);

  /// The nearest argument in one of the cases in the clause, apart from the subject.
  std::size_t complement(std::initializer_list<Case> kinds, EntityTypes types) const;
  /// The same, in the whole sentence before the trigger if the clause has none.
  std::size_t complement_anywhere(std::initializer_list<Case> kinds, EntityTypes types) const;
  /// A name that ends right before the trigger or is followed by nouns alone: 루멘칩 경영권 인수.
  std::size_t qualifier(EntityTypes types) const;
  /// The nearest argument left of `from` down to `to` that is accepted.
  template <typename Accepts>
  std::size_t nearest(std::uint32_t from, std::uint32_t to, Accepts accepts) const {
    for (std::size_t i = args_.size(); i-- > 0;) {
      if (args_[i].span.end > from || args_[i].span.begin < to) continue;
      if (accepts(args_[i], i)) return i;
    }
    return kNoArgument;
  }

  // ---- arguments

  bool has_type(const Argument& a, EntityTypes types) const;
  bool has_head(const Argument& a, std::initializer_list<std::string_view> nouns) const;
  /// True if the argument is the name itself or its premises or people, not a thing of its own.
  bool is_plain(const Argument& a) const;
  Entities filtered(const Argument& a, EntityTypes types) const;
  Entities entities(std::size_t argument, EntityTypes types) const;
  /// Organizations, persons replaced by those they stand for.
  Entities as_organizations(const Entities& actors) const;
  /// True if the clause names a sum of money.
  bool names_money() const;
  std::uint32_t entity_with_id(std::string_view id) const;

  // ---- edges

  /// A status for the edges to come instead of what the words around the trigger say.
  void set_status(std::optional<Status> status) { status_ = status; }
  void emit(EdgeType edge, const Entities& sources, const Entities& targets);
  void emit_one(EdgeType edge, std::uint32_t source, std::uint32_t target);
  void emit_pairs(EdgeType edge, const Entities& group);
  std::vector<Relation>& found() { return out_; }

 private:
  struct Predicate {
    std::uint32_t begin;
    std::uint32_t end;
    bool describes;  ///< Ends like one that describes a noun.
  };

  void find_predicates();
  void find_described();
  void date_and_judge(Relation& relation) const;
  void take_facts_of_clause();
  bool is_standing(const Relation& relation) const;
  std::size_t own_subject(EntityTypes types) const;
  bool is_kept_by_clause(std::size_t argument) const;
  std::size_t speaker_after(EntityTypes types) const;
  std::size_t staff_subject() const;
  std::size_t bare_subject(EntityTypes types) const;
  bool has_unnamed_subject() const;

  const SentenceView& view_;
  const Article& article_;
  std::string_view text_;
  const std::vector<Argument>& args_;
  Context& context_;
  std::vector<Predicate> predicates_;
  std::optional<TriggerHit> hit_;  ///< A copy: some are made on the way.
  std::uint32_t clause_begin_ = 0;
  Span segment_;  ///< The part of a headline that the trigger stands in; else the sentence.
  std::size_t described_ = kNoArgument;
  std::size_t subject_ = kNoArgument;
  std::optional<Status> status_;
  std::vector<Span> taken_;  ///< Described clauses read before: their facts are theirs.
  std::vector<Relation> out_;
};

/// Who pays: organizations, persons only where they stand for none.
Entities as_payers(const KoreanReader& reader, const Entities& actors);
/// Keeps whose funding round the sentence tells of, with its facts; the sum only if it is all of
/// it.
void remember_round(KoreanReader& reader, const Entities& investees, bool whole_sum);
/// True if what the predicate governs is money: 2000만달러를 부었다, 자금을 대고.
bool has_money_object(const KoreanReader& reader);

/// The rules of each kind, called for every trigger of theirs.
void read_supply(KoreanReader& reader);
void read_deal(KoreanReader& reader);
void read_takeover(KoreanReader& reader);
void read_round(KoreanReader& reader);
void read_encounter(KoreanReader& reader);
void read_gathering(KoreanReader& reader);
/// True if the sentence is an item of a list about somebody and has been read as such.
bool read_list_item(KoreanReader& reader);
/// What a sentence adds without a trigger of its own: who the partner of the deal before was.
void read_continuation(KoreanReader& reader);

}  // namespace dealgraph::extract
