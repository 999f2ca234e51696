// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>

#include "graph/extract/grammar_en.hpp"
#include "graph/extract/relations.hpp"

namespace dealgraph::extract::english {

inline constexpr EntityTypes kActors{EntityType::Organization, EntityType::Person};
inline constexpr EntityTypes kOrganizations{EntityType::Organization};
inline constexpr EntityTypes kPersons{EntityType::Person};
inline constexpr EntityTypes kPlaces{EntityType::Place};
inline constexpr EntityTypes kGatherings{EntityType::Project, EntityType::Event};

using Prepositions = std::initializer_list<std::string_view>;

/// What sets a statement off: a verb, or a noun that says what a verb could.
struct Cue {
  std::size_t verb = kNone;
  std::size_t noun = kNone;
};

/// One English sentence under the rules: questions that all rules ask of its parse, and the
/// relations that they find.
class Statements {
 public:
  Statements(const SentenceView& view, const Parse& parse, Context& context)
      : view_(view), article_(view.article), parse_(parse), context_(context) {}

  const Article& article() const { return article_; }
  const Parse& parse() const { return parse_; }
  const SentenceView& view() const { return view_; }
  Context& context() { return context_; }
  const Context& context() const { return context_; }
  const Phrase& phrase(std::size_t i) const { return parse_.phrases[i]; }
  const Verb& verb(std::size_t i) const { return parse_.verbs[i]; }
  EntityType type(std::uint32_t entity) const { return article_.entity(entity).type; }
  bool title() const { return view_.sentence.title; }
  std::vector<Relation> take() { return std::move(out_); }

  // ---- who

  Entities filtered(const Entities& entities, EntityTypes types) const;
  /// Entities that the phrase's list names; where its head is a part of an organization (unit,
  /// plant, executives), the organization.
  Entities named(std::size_t phrase, EntityTypes types) const;
  /// Subject of a verb: that of the deal it depends on, or its own.
  Entities subject(std::size_t verb, EntityTypes types = kActors) const;
  /// The same with persons replaced by the organizations that they speak for.
  Entities organizations(const Entities& actors) const;
  Entities topic() const;

  /// Phrases that hang on the verb by one of the prepositions, with an entity of the types.
  std::size_t complement(std::size_t verb, Prepositions prepositions, EntityTypes types) const;
  /// The same for a noun, over the phrases that hang on it.
  std::size_t noun_complement(std::size_t phrase, Prepositions prepositions,
                              EntityTypes types) const;
  /// Either: for a cue by its noun, then by the verb that rules it.
  std::size_t cue_complement(const Cue& cue, Prepositions prepositions, EntityTypes types) const;
  std::size_t object(std::size_t verb) const;
  /// The verb that a phrase depends on.
  std::size_t ruler(std::size_t phrase) const;
  /// True if a phrase hanging on the cue speaks of goods: "for chips".
  bool speaks_of_goods(const Cue& cue) const;
  bool phrase_has_goods(std::size_t phrase) const;
  /// True if a phrase hanging on the cue has one of the words.
  bool speaks_of(const Cue& cue, std::initializer_list<std::string_view> words) const;
  /// True if a word of the phrase, in lower case and singular, is one of these.
  bool has_word(std::size_t phrase, std::initializer_list<std::string_view> words) const;

  // ---- what

  Status status(const Cue& cue, EdgeType type) const;
  void emit(EdgeType type, const Entities& sources, const Entities& targets, const Cue& cue,
            std::optional<Status> status = {});
  void emit_pairs(EdgeType type, const Entities& group, const Cue& cue);
  Relation* last() { return out_.empty() ? nullptr : &out_.back(); }
  std::size_t count() const { return out_.size(); }
  Relation& at(std::size_t i) { return out_[i]; }
  void add(Relation relation) { out_.push_back(std::move(relation)); }
  Span span_of(const Cue& cue) const;
  void attach(Relation& relation, const Cue& cue) const;

 private:
  Entities named_one(std::size_t phrase, EntityTypes types) const;
  Entities members_of(std::size_t phrase, EntityTypes types) const;
  void collect(std::size_t phrase, int depth, std::vector<std::size_t>& found) const;
  int boundaries(std::uint32_t a, std::uint32_t b, std::size_t own) const;
  bool is_range_end(Span amount) const;
  bool is_of_other(Span amount, const Cue& cue) const;
  bool is_event(const Cue& cue, Status status) const;
  bool is_past(const Cue& cue) const;
  bool was_once(const Cue& cue) const;
  bool under_agreement(const Cue& cue) const;
  bool announced(const Verb& verb) const;

  const SentenceView& view_;
  const Article& article_;
  const Parse& parse_;
  Context& context_;
  std::vector<Relation> out_;
};

/// What a cue does with its arguments.
enum class Act : std::uint8_t {
  Supply,       ///< supply, provide
  Hand,         ///< sell, ship, deliver … to; an organization that is sold is acquired
  Make,         ///< make … for
  Order,        ///< order, source, rent … from
  Buy,          ///< goods from a seller, or a whole organization
  Integrate,    ///< build another's goods into one's own
  Win,          ///< a contract from a customer
  Award,        ///< a contract to a supplier
  Tap,          ///< somebody for goods
  Count,        ///< somebody among one's customers
  Rely,         ///< on somebody for goods
  Delivery,     ///< noun: deliveries to a customer
  Outsource,    ///< work to a supplier
  Revenue,      ///< be a part of somebody's sales
  Engage,       ///< contract with somebody for goods
  CutOff,       ///< a customer
  Come,         ///< goods from a supplier
  License,      ///< noun: licence to somebody's technology
  Contract,     ///< noun: a deal, goods or not
  Partner,      ///< with somebody
  Partnership,  ///< noun
  Invest,       ///< money in a target
  Back,         ///< a target
  Lead,         ///< a round
  Raise,        ///< money from investors
  Contribute,   ///< money to the round spoken of
  Grant,        ///< money to a recipient
  Site,         ///< noun: a plant with a price and a place
  Funding,      ///< noun: funding from investors
  Investment,   ///< noun: an investment in a target
  Open,         ///< a site at a place
  Merge,
  Bid,          ///< for a target
  Pay,          ///< for a target
  TakeControl,  ///< of a target, or take it private
  Pursue,       ///< a target
  Acquisition,  ///< noun: acquisition of a target
  Offer,        ///< noun: bid for a target, offer from a bidder
  Sale,         ///< noun: sale of something to a buyer
  Stake,        ///< noun: stake in a target
  Visit,
  Trip,  ///< noun
  Meet,
  Meeting,  ///< noun
  Attend,
  Speak,
};

struct EnglishCue {
  std::string_view word;  ///< Lemma, with its particle; or noun, singular.
  Act act;
};

/// What verbs and nouns do; nullptr for words that set off nothing.
const EnglishCue* verb_cue(const Verb& verb);
const EnglishCue* noun_cue(std::string_view noun);

void read_supply(Statements& s, const Cue& cue, Act act);
void read_flow(Statements& s, const Cue& cue, Act act);
bool is_procurement(const Statements& s, const Cue& cue);
void read_contract(Statements& s, const Cue& cue);
void read_partnership(Statements& s, const Cue& cue, Act act);
/// "join forces with", "throw in its lot with": says no more than a partnership.
bool joins_hands(const Statements& s, const Cue& cue);
void read_investment(Statements& s, const Cue& cue, Act act);
/// True for a verb that says nothing of money by itself: "took $6 billion from Foo".
bool is_fundraising(const Statements& s, const Cue& cue);
/// "Foo and Bar also took part": in the round that was told of.
bool joins_round(const Statements& s, const Cue& cue);
void read_stake(Statements& s, const Cue& cue);
void read_acquisition(Statements& s, const Cue& cue, Act act);
/// Takeovers that no verb of buying tells: paying for a company, taking control of one.
void read_takeover(Statements& s, const Cue& cue, Act act);
bool takes_control(const Statements& s, const Cue& cue);
void read_encounter(Statements& s, const Cue& cue, Act act);
/// Who takes part in an event by doing anything there.
void read_presence(Statements& s);

/// A post that a phrase names, with its organization; an empty title if it names none.
struct PhrasePost {
  Span title{};
  std::uint32_t organization = kNoEntity;
  bool former = false;
  bool elsewhere = false;  ///< Of a company that the phrase speaks of without naming it.
};

/// "its new chief executive", "head of optics at Zeiss".
PhrasePost post_in(const Statements& s, std::size_t phrase);

/// The organization that a post without one belongs to: the subject so far, else the topic.
std::uint32_t organization_spoken_of(const Statements& s, std::uint32_t before);

/// "Foo is a supplier to Bar", "Foo, a unit of Bar", "Bar supplier Foo": nouns that tie two names.
void read_ties(Statements& s);

/// A post of a person; the title may be empty where the text tells of work alone.
struct RoleClaim {
  std::uint32_t person = kNoEntity;
  std::uint32_t organization = kNoEntity;
  Span title{};
  Status status = Status::Completed;
  const Cue* dated = nullptr;  ///< What the dates of the sentence may belong to.
};

void emit_role(Statements& s, const RoleClaim& claim);
/// Posts told by nouns and the verbs that go with them: "named her chief executive".
void read_roles(Statements& s);
/// Posts told by verbs alone: runs, founded, worked at, left, sits on the board of.
void read_careers(Statements& s);
void read_ownership(Statements& s);
/// "took 60 percent of Foo": a stake without the word.
bool takes_share(const Statements& s, const Cue& cue);
void read_share(Statements& s, const Cue& cue);
/// "Foo went to Bar for $2 billion": sold.
bool is_sold_off(const Statements& s, const Cue& cue);
void read_parts(Statements& s);

}  // namespace dealgraph::extract::english
