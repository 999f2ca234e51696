// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/arguments.hpp"
#include "graph/extract/characters.hpp"
#include "graph/extract/english.hpp"

namespace dealgraph::extract {
namespace {

class ArgumentReader {
 public:
  ArgumentReader(const Article& article, const Sentence& sentence, const std::vector<Post>& posts,
                 const Discourse& discourse)
      : article_(article),
        text_(article.text.substr(0, sentence.span.end)),
        sentence_(sentence),
        posts_(posts),
        discourse_(discourse),
        words_(words_of(article.text, sentence.span)) {}

  std::vector<Argument> run() {
    read_names();
    read_references();
    std::ranges::stable_sort(arguments_, {}, [](const Argument& a) { return a.span.begin; });
    return coordinate();
  }

 private:
  void read_names() {
    const auto& names = article_.names.names;
    std::size_t i = first_name_from(article_.names, sentence_.span.begin);
    while (i < names.size() && names[i].span.begin < sentence_.span.end) {
      const Name& name = names[i];
      const auto post = std::ranges::find_if(posts_, [&](const Post& p) {
        return p.extent.begin <= name.span.begin && name.span.begin < p.extent.end;
      });
      Argument argument;
      if (post != posts_.end()) {
        argument.entities = {post->person};
        argument.span = post->extent;
        while (i < names.size() && names[i].span.begin < post->extent.end) ++i;
      } else {
        argument.entities = {name.entity};
        argument.span = name.span;
        ++i;
      }
      argument.kind = case_before(argument.span.begin);
      read_possessive(argument);
      arguments_.push_back(argument);
    }
  }

  void read_possessive(Argument& argument) const {
    const std::string_view after = text_.substr(argument.span.end, 3);
    const bool plural = after.starts_with("' ") && text_[argument.span.end - 1] == 's';
    if (!after.starts_with("'s ") && !plural) return;
    argument.possessive = true;
    argument.kind = Case::Owner;
    argument.span.end += plural ? 1 : 2;
  }

  std::string_view word(std::size_t i) const { return article_.piece(words_[i]); }

  /// The preposition that governs the name, over the words of its noun phrase.
  Case case_before(std::uint32_t begin) const {
    auto next = std::ranges::lower_bound(words_, begin, {}, &Span::begin);
    std::size_t i = static_cast<std::size_t>(next - words_.begin());
    constexpr int kMostWords = 6;
    std::uint32_t right = begin;
    for (int steps = 0; steps < kMostWords && i > 0; ++steps) {
      --i;
      const std::string_view gap = text_.substr(words_[i].end, right - words_[i].end);
      if (gap != " " && gap != "'" && gap != " '" && gap != " \"") return Case::Bare;
      if (const auto kind = preposition_case(word(i))) return *kind;
      const bool named = name_covering(article_.names, words_[i].begin) != nullptr;
      if (named && article_.entity(name_covering(article_.names, words_[i].begin)->entity).type !=
                       EntityType::Place) {
        return Case::Bare;
      }
      if (!is_inside_noun_phrase(word(i))) return Case::Bare;
      right = words_[i].begin;
    }
    return Case::Bare;
  }

  // ---- references

  void read_references() {
    const auto topic = one_topic();
    for (const std::string_view phrase :
         {"the company", "the startup", "the chipmaker", "the firm", "the automaker",
          "the carmaker", "the tech giant", "the foundry", "the lab"}) {
      reference(phrase, topic_not_named(phrase));
    }
    reference("it", subject_so_far_);
    reference("the two companies", last_pair());
    reference("both companies", last_pair());
    reference("the companies", last_pair());
    reference("the pair", last_pair());
    reference("he", last_person());
    reference("she", last_person());
    reference("we", speaker());
    reference("our", speaker());
  }

  std::vector<std::uint32_t> one_topic() const {
    const auto& topic = discourse_.topic_organizations;
    return topic.size() == 1 ? topic : std::vector<std::uint32_t>{};
  }

  std::vector<std::uint32_t> topic_not_named(std::string_view) const { return one_topic(); }

  std::vector<std::uint32_t> last_pair() const {
    if (discourse_.topic_organizations.size() == 2) return discourse_.topic_organizations;
    return discourse_.last_pair;
  }

  std::vector<std::uint32_t> last_person() const {
    if (discourse_.topic.size() == 1 &&
        article_.entity(discourse_.topic.front()).type == EntityType::Person) {
      return discourse_.topic;
    }
    if (discourse_.persons.empty()) return {};
    return {discourse_.persons.back()};
  }

  /// A company that writes of itself: the first organization of the headline.
  std::vector<std::uint32_t> speaker() const {
    if (sentence_.title || article_.names.names.empty()) return {};
    const Name& first = article_.names.names.front();
    const bool headline =
        !article_.sentences.empty() && first.span.begin < article_.sentences.front().span.end;
    if (!headline || article_.entity(first.entity).type != EntityType::Organization) return {};
    return {first.entity};
  }

  /// What "it" stands for: the organization named before it in the sentence, else the topic.
  std::vector<std::uint32_t> antecedent(std::uint32_t at) const {
    for (const Argument& a : arguments_) {
      if (a.span.end > at) break;
      const bool organization =
          article_.entity(a.entities.front()).type == EntityType::Organization;
      if (organization && a.kind == Case::Bare && a.entities.size() == 1) return a.entities;
    }
    return one_topic();
  }

  void reference(std::string_view phrase, const std::vector<std::uint32_t>& entities) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const std::uint32_t at = words_[i].begin;
      if (at + phrase.size() > text_.size() ||
          !equal_ignoring_case(text_.substr(at, phrase.size()), phrase) ||
          is_word(character_at(text_, at + phrase.size()).code)) {
        continue;
      }
      Argument argument;
      argument.entities = phrase == "it" ? antecedent(at) : entities;
      if (argument.entities.empty()) continue;
      argument.span = {at, static_cast<std::uint32_t>(at + phrase.size())};
      argument.kind = case_before(at);
      argument.resolved = true;
      read_possessive(argument);
      if (phrase == "our") {
        argument.kind = Case::Owner;
        argument.possessive = true;
      }
      const bool overlaps = std::ranges::any_of(arguments_, [&](const Argument& a) {
        return a.span.begin < argument.span.end && argument.span.begin < a.span.end;
      });
      if (!overlaps) arguments_.push_back(argument);
    }
  }

  // ---- coordination

  bool is_actor(const Argument& a) const {
    const EntityType type = article_.entity(a.entities.front()).type;
    return type == EntityType::Organization || type == EntityType::Person;
  }

  std::vector<Argument> coordinate() {
    std::vector<Argument> joined;
    for (Argument& argument : arguments_) {
      if (!joined.empty() && belongs_with(joined.back(), argument)) {
        Argument& group = joined.back();
        group.entities.insert(group.entities.end(), argument.entities.begin(),
                              argument.entities.end());
        group.span.end = argument.span.end;
        group.possessive = group.possessive || argument.possessive;
        if (argument.possessive) group.kind = Case::Owner;
        continue;
      }
      joined.push_back(std::move(argument));
    }
    return joined;
  }

  bool belongs_with(const Argument& group, const Argument& next) const {
    const EntityType a = article_.entity(group.entities.front()).type;
    const EntityType b = article_.entity(next.entities.front()).type;
    if (a != b && !(is_actor(group) && is_actor(next))) return false;
    if (group.possessive || next.resolved || group.resolved) return false;
    if (next.span.begin < group.span.end) return false;
    const std::string_view between = text_.substr(group.span.end, next.span.begin - group.span.end);
    if (next.kind != Case::Bare && !next.possessive && between.size() > 8) return false;
    if (between == ", and " || between == ", or ") return group.entities.size() >= 2;
    if (between == ", " && is_apposition(group, next)) return false;
    return between == ", " || between == " and " || between == " & " || between == " and the " ||
           between == " as well as ";
  }

  /// "Acme, OpenAI's partner" is no list, nor "in Austin, Texas".
  bool is_apposition(const Argument& group, const Argument& next) const {
    return next.possessive || article_.entity(group.entities.front()).type == EntityType::Place;
  }

  const Article& article_;
  std::string_view text_;
  const Sentence& sentence_;
  const std::vector<Post>& posts_;
  const Discourse& discourse_;
  std::vector<Span> words_;
  std::vector<Argument> arguments_;
  std::vector<std::uint32_t> subject_so_far_;
};

}  // namespace

std::vector<Argument> english_arguments(const Article& article, const Sentence& sentence,
                                        const std::vector<Post>& posts,
                                        const Discourse& discourse) {
  return ArgumentReader(article, sentence, posts, discourse).run();
}

}  // namespace dealgraph::extract
