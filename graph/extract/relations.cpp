// SPDX-License-Identifier: MIT
#include "graph/extract/relations.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "graph/extract/characters.hpp"
#include "graph/extract/pairs.hpp"
#include "graph/extract/posts.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

bool is_subject(const Argument& argument, const Sentence& sentence) {
  if (sentence.language == Language::English) return argument.kind == Case::Bare;
  return argument.kind == Case::Topic || argument.kind == Case::Subject ||
         argument.kind == Case::Also;
}

/// True if the subject only counts or comments: "트렌드포스는 … 집계했다".
bool is_comment(const SentenceView& view) {
  const std::string_view sentence = view.article.piece(view.sentence.span);
  static constexpr auto kComments = word_list(
      {"집계했다", "분석했다", "전망했다", "추정했다", "내다봤다", "풀이했다", "집계됐다"});
  return contains_any(sentence, kComments);
}

/// True if the sentence is about a thing that is no name (낸드 자산은 …), so that a subject with
/// 이/가 is not what it is about.
bool has_common_topic(const SentenceView& view) {
  if (view.sentence.language != Language::Korean) return false;
  const std::string_view text = view.article.text.substr(0, view.sentence.span.end);
  for (std::size_t at = view.sentence.span.begin; at < text.size();) {
    const std::size_t end = word_end(text, at);
    if (end == at) {
      at += character_at(text, at).size;
      continue;
    }
    const std::string_view word = text.substr(at, end - at);
    const Particle particle = trailing_particle(word);
    if (particle.kind == Case::Topic && name_covering(view.article.names, at) == nullptr &&
        is_common_compound(word.substr(0, word.size() - particle.size))) {
      return true;
    }
    at = end;
  }
  return false;
}

/// Remembers who this sentence was about, for the references of the next ones.
void update(const SentenceView& view, const std::vector<Relation>& relations, Context& context) {
  Discourse& discourse = context.discourse;
  for (const Name& name : names_within(view.article.names, view.sentence.span))
    discourse.mention(view.article, name.entity);
  for (const Argument& a : view.arguments) {
    // "이번 포럼은 APEC 정상회의의 부대 행사로": it stays the event spoken of.
    const std::uint32_t first = a.entities.front();
    if (a.resolved && view.article.entity(first).type == EntityType::Event) discourse.event = first;
    if (a.kind == Case::Recipient &&
        view.article.entity(a.entities.front()).type == EntityType::Place) {
      context.site = a.entities.front();
    }
  }
  if (is_comment(view)) return;
  const std::uint32_t told_before =
      discourse.topic_organizations.size() == 1 ? discourse.topic_organizations.front() : kNoEntity;
  bool topic_set = false;
  const bool about_thing = !discourse.topic_organizations.empty() && has_common_topic(view);
  const bool has_topic = std::ranges::any_of(view.arguments, [&](const Argument& a) {
    return a.kind == Case::Topic &&
           view.article.entity(a.entities.front()).type == EntityType::Organization;
  });
  for (const Argument& a : view.arguments) {
    if (!is_subject(a, view.sentence)) continue;
    if (has_topic && a.kind == Case::Subject) continue;
    if (about_thing && a.kind == Case::Subject) continue;
    const EntityType type = view.article.entity(a.entities.front()).type;
    if (type != EntityType::Organization && type != EntityType::Person) continue;
    if (!topic_set) discourse.topic = a.entities;
    topic_set = true;
    // 백준호 대표는: the article goes on about what he leads.
    if (type == EntityType::Person && view.sentence.language == Language::Korean) {
      const std::uint32_t employer = discourse.employer_of(a.entities.front());
      if (employer != kNoEntity && a.entities.size() == 1) {
        discourse.topic_organizations = {employer};
        break;
      }
    }
    if (type == EntityType::Organization) {
      discourse.topic_organizations = a.entities;
      break;
    }
  }
  // Those who join a round do not take the article over: it goes on about who raised it.
  const bool of_round = std::ranges::any_of(relations, [&](const Relation& r) {
    return r.type == EdgeType::Investment && r.target == context.round_owner &&
           std::ranges::find(discourse.topic_organizations, r.source) !=
               discourse.topic_organizations.end();
  });
  if (of_round && view.sentence.language == Language::Korean && told_before != kNoEntity &&
      told_before == context.round_owner) {
    discourse.topic_organizations = {context.round_owner};
  }
  for (const Relation& r : relations) {
    const bool pair = view.article.entity(r.source).type == EntityType::Organization &&
                      view.article.entity(r.target).type == EntityType::Organization;
    const bool standing = r.type == EdgeType::Ownership;
    if (pair && !standing) discourse.last_pair = {r.source, r.target};
  }
}

/// Who the list that may follow this sentence is about.
void set_lead(const SentenceView& view, Context& context) {
  if (view.sentence.bullet) return;
  const std::string_view sentence = view.article.piece(view.sentence.span);
  context.lead_supplies = false;
  for (const std::string_view word : {"물량", "배정", "공급", "배분", "할당"}) {
    if (contains(sentence, word)) context.lead_supplies = true;
  }
  if (context.lead_supplies && context.last_supplier != kNoEntity) {
    context.lead = {context.last_supplier};
  } else {
    context.lead = context.discourse.topic_organizations;
  }
  if (context.lead.size() > 1) context.lead.resize(1);
}

void append(std::vector<Relation>& all, std::vector<Relation> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// "이후 기존 계약이 만료되면서", "The contract expired in January".
bool says_contract_ended(const SentenceView& view) {
  const std::string_view sentence = view.article.piece(view.sentence.span);
  static constexpr auto kContracts =
      word_list({"기존 계약", "이 계약", "해당 계약", "독점 계약", "양사의 계약", "The contract",
                 "The agreement", "The deal", "the contract", "the agreement"});
  static constexpr auto kEnds =
      word_list({"만료", "종료", "해지", "파기", "expired", "terminated", "was scrapped",
                 "fell through", "has ended", "ended in"});
  for (const std::string_view contract : kContracts) {
    const std::size_t at = find_word(sentence, contract);
    if (at == std::string_view::npos) continue;
    constexpr std::size_t kReach = 80;
    const std::string_view after = sentence.substr(at, kReach);
    if (contains_any(after, kEnds)) {
      return true;
    }
  }
  return false;
}

bool is_contract(const Relation& relation) {
  return relation.type == EdgeType::Supply || relation.type == EdgeType::Partnership;
}

/// Ends the contract that a sentence said to end: the one it tells of itself, else the last one
/// before it, which is told once more with this sentence as evidence.
void end_contract(const SentenceView& view, std::vector<Relation>& found,
                  std::vector<Relation>& all) {
  const auto own = std::find_if(found.rbegin(), found.rend(), is_contract);
  if (own != found.rend()) {
    own->status = Status::Ended;
    return;
  }
  for (std::size_t i = all.size(); i-- > 0;) {
    if (!is_contract(all[i])) continue;
    Relation ended = all[i];
    ended.status = Status::Ended;
    ended.evidence = view.sentence.span;
    ended.is_news = false;
    all[i].is_news = false;
    all.push_back(std::move(ended));
    return;
  }
}

/// True if the sentence looks back: what it tells is not the day's news.
bool is_background(const Article& article, Span sentence) {
  const std::string_view text = article.piece(sentence);
  static constexpr auto kCues =
      word_list({"앞서", "지금까지", "바 있다", "댄 바", "이미 ", "그동안", "previously", "earlier",
                 "has been", "already", "years ago"});
  return contains_any(text, kCues);
}

/// True for the headline and the first sentences of an article that reports news of its own.
bool opens_article(const Article& article, Span sentence) {
  if (article.sentences.empty() || !article.published) return false;
  if (article.published->precision() != PartialDate::Precision::Day) return false;
  constexpr std::size_t kOpening = 4;
  const Sentence& last = article.sentences[std::min(kOpening, article.sentences.size()) - 1];
  const bool digest = is_digest(article.text.substr(0, article.text.find('\n')));
  return !digest && sentence.begin <= last.span.begin;
}

/// Relations of the day's news that have no date of their own take that of the news: the last day
/// named before them, else the first one after.
void date_by_news(const Article& article, std::vector<Relation>& relations) {
  // What is dated elsewhere in the article is not news of the day because the headline repeats it.
  using Key = std::tuple<EdgeType, std::uint32_t, std::uint32_t>;
  std::set<Key> dated;
  for (const Relation& r : relations) {
    if (r.date && r.type != EdgeType::Role) dated.insert({r.type, r.source, r.target});
  }
  for (Relation& relation : relations) {
    const bool title = relation.evidence.begin == 0 && !article.sentences.empty() &&
                       article.sentences.front().title;
    if (title && dated.contains({relation.type, relation.source, relation.target})) continue;
    const bool told = relation.status == Status::Agreed || relation.status == Status::Completed;
    if (relation.date || !relation.is_news || !told || is_background(article, relation.evidence))
      continue;
    const DateMention* news = nullptr;
    for (const DateMention& date : article.dates) {
      const bool day = date.date.precision() == PartialDate::Precision::Day;
      if (!day || date.use == DateUse::Term) continue;
      if (date.span.begin < relation.evidence.end || news == nullptr) news = &date;
    }
    if (news != nullptr) {
      relation.date = news->date;
    } else if ((relation.status == Status::Agreed || relation.type == EdgeType::Investment ||
                relation.type == EdgeType::Role) &&
               opens_article(article, relation.evidence)) {
      relation.date = article.published;
    }
  }
}

/// The learned reader speaks where the rules said nothing of the two in the same sense.
void add_learned(std::vector<Relation>& all, std::vector<Relation> learned) {
  using Key = std::tuple<EdgeType, std::uint32_t, std::uint32_t>;
  std::set<Key> told;
  for (const Relation& r : all) {
    told.insert({r.type, r.source, r.target});
    told.insert({r.type, r.target, r.source});
  }
  for (Relation& r : learned) {
    if (!told.contains({r.type, r.source, r.target})) all.push_back(std::move(r));
  }
}

/// The organization that the article is about: named often, in the headline, first of all.
std::uint32_t most_named(const Article& article) {
  if (article.sentences.empty()) return kNoEntity;
  const Sentence& first = article.sentences.front();
  const std::uint32_t headline = first.title ? first.span.end : 0;
  std::uint32_t lead = headline;
  for (const Sentence& sentence : article.sentences) {
    if (sentence.title || sentence.byline) continue;
    lead = sentence.span.end;
    break;
  }
  constexpr std::uint32_t kFirst = 1;  // what being named first in headline or lead counts
  std::vector<std::uint32_t> counts(article.names.entities.size(), 0);
  std::uint32_t best = kNoEntity;
  bool in_headline = false;
  bool in_lead = false;
  for (const Name& name : article.names.names) {
    if (article.entity(name.entity).type != EntityType::Organization) continue;
    std::uint32_t& count = counts[name.entity];
    ++count;
    bool& told = name.span.begin < headline ? in_headline : in_lead;
    if (!told && name.span.begin < lead) count += kFirst;
    told = true;
    if (best == kNoEntity || count > counts[best]) best = name.entity;
  }
  constexpr std::uint32_t kEnough = 3;
  return best != kNoEntity && counts[best] >= kEnough ? best : kNoEntity;
}

std::vector<Relation> relations_of(SentenceView& view, Context& context) {
  const bool korean = view.sentence.language == Language::Korean;
  const Article& article = view.article;
  if (!korean) {
    view.posts = english_posts_of(article, view.sentence);
    return english_relations(view, context);
  }
  view.posts = korean_posts_of(article, view.sentence);
  view.arguments = korean_arguments(article, view.sentence, view.posts, context.discourse);
  view.triggers = find_korean_triggers(article.text, view.sentence.span);
  std::vector<Relation> all = korean_roles(view, context);
  for (const Relation& role : all) {  // also those named without their organization
    const bool known = context.discourse.employer_of(role.source) != kNoEntity;
    if (role.status == Status::Completed && !known)
      context.discourse.employ(role.source, role.target);
  }
  append(all, korean_founders(view, context));
  append(all, korean_relations(view, context));
  append(all, korean_ownership(view, context));
  view.pairs = korean_pairs(view, context.discourse);
  return all;
}

}  // namespace

std::vector<Relation> find_relations(const Article& article, RelationTrace* trace) {
  std::vector<Relation> all;
  std::vector<Relation> learned;
  Context context;
  context.discourse.most_named = most_named(article);
  for (const Sentence& sentence : article.sentences) {
    if (sentence.byline) continue;
    SentenceView view{article, sentence, {}, {}, {}, {}};
    std::vector<Relation> found = relations_of(view, context);
    if (trace != nullptr) {
      for (const TriggerHit& hit : view.triggers) trace->triggers.push_back({hit, sentence.span});
      for (const Pair& pair : view.pairs) trace->pairs.push_back({sentence.span, pair});
    }
    append(learned, learned_relations(view, context, found));
    update(view, found, context);
    set_lead(view, context);
    if (says_contract_ended(view)) end_contract(view, found, all);
    append(all, std::move(found));
  }
  add_learned(all, std::move(learned));
  date_by_news(article, all);
  return all;
}

}  // namespace dealgraph::extract
