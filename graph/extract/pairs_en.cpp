// SPDX-License-Identifier: MIT
#include <algorithm>
#include <bit>

#include "graph/extract/pairs.hpp"
#include "graph/extract/statements_en.hpp"

namespace dealgraph::extract {
namespace english {
namespace {

/// Where a sentence speaks of an entity.
struct Place {
  std::uint32_t entity;
  std::size_t first;  ///< Tokens.
  std::size_t last;
  std::size_t phrase = kNone;
  enum class Slot : std::uint8_t { Head, Owner, Modifier, Loose, Implied } slot = Slot::Loose;
  bool resolved = false;
  int rank = 0;  ///< What the discourse knows of one that is implied.
};

/// One step from a word towards the verb of its clause.
struct Step {
  std::size_t node;     ///< Phrase, or verb + kVerbs.
  std::uint64_t how;    ///< The tie that led here.
  std::uint64_t label;  ///< Its noun or lemma.
  std::uint64_t act;    ///< What that word does, if the rules know.
  WordClassSet classes = 0;
};
constexpr std::size_t kVerbs = 100'000;

class PairReader {
 public:
  PairReader(const SentenceView& view, const Parse& parse, const Discourse& discourse)
      : view_(view), article_(view.article), parse_(parse), discourse_(discourse) {}

  std::vector<Pair> run() {
    find_places();
    if (places_.size() < 2) return {};
    describe_words();
    for (const Place& place : places_) chains_.push_back(chain(place));
    const ClosestPlaces closest = closest_places(article_, places_, cost);
    std::vector<Pair> out;
    out.reserve(closest.all().size());
    for (const ClosestPlaces::Best& best : closest.all())
      out.push_back(describe(best.first, best.second));
    return out;
  }

 private:
  static std::size_t cost(const Place& x, const Place& y) {
    const std::size_t gap = y.first > x.last ? y.first - x.last : 0;
    return gap + (x.slot == Place::Slot::Implied ? 200 : 0) + (x.resolved ? 5 : 0) +
           (y.resolved ? 5 : 0);
  }

  void find_places() {
    std::vector<bool> seen(parse_.tokens.size());
    const auto add = [&](std::size_t phrase, const Entities& entities, Place::Slot slot) {
      const Phrase& p = parse_.phrases[phrase];
      for (const std::uint32_t entity : entities) {
        Place place{entity, p.first, p.last, phrase, slot, true};
        for (std::size_t t = p.first; t < p.last; ++t) {
          if (parse_.tokens[t].entity != entity) continue;
          seen[t] = true;
          if (place.resolved) place.first = t;
          place.last = t + 1;
          place.resolved = false;
        }
        places_.push_back(place);
      }
    };
    for (std::size_t i = 0; i < parse_.phrases.size(); ++i) {
      const Phrase& p = parse_.phrases[i];
      add(i, p.owner, Place::Slot::Owner);
      add(i, p.modifiers, Place::Slot::Modifier);
      add(i, p.entities, Place::Slot::Head);
    }
    for (std::size_t t = 0; t < parse_.tokens.size(); ++t) {
      const std::uint32_t entity = parse_.tokens[t].entity;
      if (entity == kNoEntity || seen[t]) continue;
      if (t > 0 && parse_.tokens[t - 1].entity == entity) continue;
      places_.push_back({entity, t, t + 1, kNone, Place::Slot::Loose, false});
    }
    std::ranges::stable_sort(places_, {}, &Place::first);
    // Whom the sentence may speak of without a name, the likeliest first.
    const std::vector<std::uint32_t> implied =
        implied_entities({first_of(discourse_.topic_organizations), discourse_.most_named,
                          first_of(discourse_.organizations), first_of(discourse_.persons)},
                         places_);
    for (std::size_t i = implied.size(); i-- > 0;) {
      places_.insert(places_.begin(),
                     {implied[i], 0, 0, kNone, Place::Slot::Implied, true, rank_of(implied[i])});
    }
    if (places_.size() > kMostPlaces) places_.resize(kMostPlaces);
  }

  int rank_of(std::uint32_t entity) const {
    return 1 + (first_of(discourse_.topic_organizations) == entity ? 1 : 0) +
           (entity == discourse_.most_named ? 2 : 0) +
           (first_of(discourse_.organizations) == entity ? 4 : 0) +
           (first_of(discourse_.topic) == entity ? 8 : 0);
  }

  void describe_words() {
    words_.reserve(parse_.tokens.size());
    for (const Token& token : parse_.tokens) {
      std::uint64_t word = 0;
      if (token.entity != kNoEntity || token.cls == Class::Name) {
        word = token.entity == kNoEntity
                   ? 7
                   : static_cast<std::uint64_t>(article_.entity(token.entity).type);
      } else if (token.cls == Class::Number) {
        word = 8;
      } else if (token.cls == Class::Money) {
        word = 9;
      } else if (!token.verb.lemma.empty()) {
        word = word_hash(token.verb.lemma);
      } else {
        word = word_hash(singular(token.word));
      }
      words_.push_back(word);
    }
    find_classes();
    sentence_classes_ = classes_between(0, classes_.size());
  }

  /// Classes of each word, and of the two or three that begin with it.
  void find_classes() {
    const WordClasses& table = WordClasses::english();
    const std::size_t count = parse_.tokens.size();
    classes_.assign(count, 0);
    for (std::size_t t = 0; t < count; ++t) {
      const Token& token = parse_.tokens[t];
      if (token.entity != kNoEntity) continue;
      const std::uint64_t hash = word_hash(token.word);
      classes_[t] |= table.of(hash);
      if (!token.verb.lemma.empty() && token.verb.lemma != token.word)
        classes_[t] |= table.of(token.verb.lemma);
      if (token.word.back() == 's') classes_[t] |= table.of(singular(token.word));
      if (!table.begins_phrase(hash)) continue;
      std::uint64_t joined = hash;
      for (std::size_t k = 1; k <= 2 && t + k < count; ++k) {
        joined = word_hash(parse_.tokens[t + k].word, word_hash("_", joined));
        const WordClassSet more = table.of(joined);
        for (std::size_t m = 0; more != 0 && m <= k; ++m) classes_[t + m] |= more;
      }
    }
  }

  WordClassSet classes_between(std::size_t from, std::size_t to) const {
    WordClassSet all = 0;
    for (std::size_t t = from; t < to && t < classes_.size(); ++t) all |= classes_[t];
    return all;
  }

  void class_features(const Place& x, const Place& y) {
    const auto add_all = [&](std::uint64_t kind, WordClassSet classes) {
      each_class(classes, [&](int c) { add(Feature(kind) << c); });
    };
    const std::size_t from = x.last;
    const std::size_t to = std::max(y.first, x.last);
    if (to - from <= 30) {
      const WordClassSet all = classes_between(from, to);
      add_all(70, all);
      if (std::popcount(all) <= 8) {
        each_class(all, [&](int c) {
          each_class(all, [&](int d) {
            if (c < d) add(Feature(71) << c << d);
          });
        });
      }
      // The classes in order.
      Feature order(72);
      std::size_t length = 0;
      for (std::size_t t = from; t < to; ++t) {
        if (words_[t] < 7) order << words_[t];
        if (classes_[t] != 0) {
          order << classes_[t];
          ++length;
        }
      }
      if (length > 0 && length <= 3) add(order);
    }
    add_all(73, classes_between(x.first >= 6 ? x.first - 6 : 0, x.first));
    add_all(74, classes_between(y.last, y.last + 6));
    add_all(75, classes_between(x.last, std::min(x.last + 3, to)));
    if (y.first >= 3) add_all(76, classes_between(std::max(y.first - 3, x.last), y.first));
    add_all(77, classes_between(y.last, y.last + 2));
    add_all(78, classes_between(x.first >= 2 ? x.first - 2 : 0, x.first));
    add_all(79, sentence_classes_);
  }

  Step step_to_phrase(std::size_t phrase, std::uint64_t how) const {
    const Phrase& p = parse_.phrases[phrase];
    std::uint64_t act = 0;
    if (const EnglishCue* cue = p.noun.empty() ? nullptr : noun_cue(p.noun))
      act = 100 + static_cast<std::uint64_t>(cue->act);
    return {phrase, how, word_hash(p.noun), act,
            p.noun.empty() ? 0 : classes_between(p.first, p.last)};
  }
  Step step_to_verb(std::size_t verb, std::uint64_t how) const {
    const Verb& v = parse_.verbs[verb];
    std::uint64_t act = 0;
    if (const EnglishCue* cue = verb_cue(v)) act = 1 + static_cast<std::uint64_t>(cue->act);
    Feature label(1);
    label << v.lemma << v.particle << (v.passive ? 1 : 0);
    return {verb + kVerbs, how, label.hash(), act * 2 + (v.passive ? 1 : 0),
            classes_between(v.first, v.last)};
  }

  std::vector<Step> chain(const Place& place) const {
    std::vector<Step> steps;
    if (place.phrase == kNone) return steps;
    steps.push_back(step_to_phrase(place.phrase, 10 + static_cast<std::uint64_t>(place.slot)));
    constexpr std::size_t kLongest = 9;
    while (steps.size() < kLongest) {
      const Step& last = steps.back();
      Step next{};
      if (last.node >= kVerbs) {
        const Verb& v = parse_.verbs[last.node - kVerbs];
        if (v.governor != kNone) {
          next = step_to_verb(v.governor, 1);
        } else if (v.noun != kNone) {
          next = step_to_phrase(v.noun, 2);
        } else if (v.relative && v.subject != kNone && steps.size() < 2) {
          next = step_to_phrase(v.subject, 3);
        } else {
          break;
        }
      } else {
        const Phrase& p = parse_.phrases[last.node];
        const std::uint64_t preposition = word_hash(parse_.preposition(p));
        if (p.group != last.node && p.group < parse_.phrases.size() &&
            parse_.phrases[p.group].members.size() > 1) {
          next = step_to_phrase(p.group, 4);
        } else if (p.apposition != kNone) {
          next = step_to_phrase(p.apposition, 5);
        } else if (p.subject_of != kNone) {
          next = step_to_verb(p.subject_of, 6);
        } else if (p.object_of != kNone) {
          next = step_to_verb(p.object_of, 7);
        } else if (p.attached != kNone && p.preposition != kNone) {
          next = step_to_phrase(p.attached, preposition);
        } else if (p.complement_of != kNone) {
          next = step_to_verb(p.complement_of, preposition + 1);
        } else {
          break;
        }
      }
      if (std::ranges::find(steps, next.node, &Step::node) != steps.end()) break;
      steps.push_back(next);
    }
    return steps;
  }

  Pair describe(std::size_t a, std::size_t b) {
    const Place& x = places_[a];
    const Place& y = places_[b];
    out_.clear();
    types_ = static_cast<std::uint64_t>(article_.entity(x.entity).type) * 8 +
             static_cast<std::uint64_t>(article_.entity(y.entity).type);
    Pair pair{x.entity, y.entity, trigger_of(a, b), {}};
    add(Feature(1));
    add(Feature(2) << static_cast<std::uint64_t>(x.slot) << static_cast<std::uint64_t>(y.slot)
                   << (x.resolved ? 1 : 0) << (y.resolved ? 1 : 0));
    between(x, y);
    around(x, y);
    path(a, b);
    class_features(x, y);
    if (view_.sentence.title) add(Feature(3));
    if (x.rank != 0) add(Feature(4) << x.rank);
    pair.features = out_;
    return pair;
  }

  void add(Feature feature) { out_.push_back((Feature(feature) << types_).key()); }
  /// With and without the types of the two.
  void add_both(Feature feature) {
    out_.push_back(feature.key());
    add(feature);
  }

  void between(const Place& x, const Place& y) {
    const std::size_t from = x.last;
    const std::size_t to = std::max(y.first, x.last);
    const std::size_t gap = to - from;
    add(Feature(10) << std::min<std::size_t>(gap < 8 ? gap : 8 + gap / 6, 16));
    constexpr std::size_t kReach = 14;
    Feature whole(11);
    std::size_t names = 0;
    for (std::size_t t = from; t < to; ++t) {
      if (words_[t] < 7) ++names;
      whole << words_[t];
    }
    add(Feature(12) << std::min<std::size_t>(names, 4));
    if (gap <= 5) add(whole);
    if (gap > 2 * kReach) return;
    for (std::size_t t = from; t < to; ++t) {
      add_both(Feature(13) << words_[t]);
      if (t + 1 < to) add(Feature(14) << words_[t] << words_[t + 1]);
      if (t + 2 < to) add(Feature(15) << words_[t] << words_[t + 1] << words_[t + 2]);
    }
  }

  void around(const Place& x, const Place& y) {
    for (std::size_t i = 1; i <= 3; ++i) {
      if (x.first >= i) {
        add(Feature(20) << words_[x.first - i]);
        if (i == 1) add(Feature(21) << words_[x.first - 1]);
      }
      if (y.last + i - 1 < words_.size()) {
        add(Feature(22) << words_[y.last + i - 1]);
        if (i == 1) add(Feature(23) << words_[y.last]);
      }
    }
    if (y.last + 1 < words_.size()) add(Feature(24) << words_[y.last] << words_[y.last + 1]);
    if (x.first >= 2) add(Feature(25) << words_[x.first - 2] << words_[x.first - 1]);
    if (x.last < y.first && x.last < words_.size()) {
      add(Feature(26) << words_[x.last]);
      if (y.first >= 1) add(Feature(27) << words_[y.first - 1] << words_[x.last]);
    }
    if (y.first >= 1 && y.first > x.last) add(Feature(28) << words_[y.first - 1]);
    if (y.first >= 2 && y.first > x.last + 1)
      add(Feature(29) << words_[y.first - 2] << words_[y.first - 1]);
  }

  void path(std::size_t a, std::size_t b) {
    const std::vector<Step>& left = chains_[a];
    const std::vector<Step>& right = chains_[b];
    std::size_t i = 0;
    std::size_t j = 0;
    bool met = false;
    for (i = 0; i < left.size() && !met; ++i) {
      for (j = 0; j < right.size(); ++j) {
        if (left[i].node == right[j].node) {
          met = true;
          break;
        }
      }
      if (met) break;
    }
    if (!met) {
      add(Feature(40) << (left.empty() ? 1 : 0) << (right.empty() ? 1 : 0));
      if (!left.empty()) {
        add(Feature(41) << left.back().label << left.back().how);
        add(Feature(42) << left.back().act << left.back().how);
      }
      if (!right.empty()) {
        add(Feature(43) << right.back().label << right.back().how);
        add(Feature(44) << right.back().act << right.back().how);
      }
      if (!left.empty() && !right.empty()) {
        add(Feature(45) << left.back().act << right.back().act);
      }
      return;
    }
    Feature bare(50);
    Feature full(51);
    Feature acts(52);
    const auto walk = [&](const std::vector<Step>& steps, std::size_t top) {
      for (std::size_t k = 0; k <= top; ++k) {
        bare << steps[k].how;
        full << steps[k].how << (k < top ? steps[k].label : 0);
        acts << steps[k].how << (k < top ? steps[k].act : 0);
        if (k < top && k > 0) {
          add(Feature(53) << steps[k].label);
          if (steps[k].act != 0) add(Feature(54) << steps[k].act);
        }
      }
      bare << 0;
      full << 0;
      acts << 0;
    };
    walk(left, i);
    walk(right, j);
    const Step& top = left[i];
    add(bare);
    add(Feature(bare) << top.label);
    add(Feature(bare) << 77 << top.act);
    add(full << top.label);
    add(acts << top.act);
    add(Feature(55) << left[i].how << top.label);
    add(Feature(56) << right[j].how << top.label);
    add(Feature(57) << left[i].how << right[j].how << top.label);
    add(Feature(58) << left[i].how << right[j].how << top.act);
    add_both(Feature(59) << top.label);
    const int passive = top.node >= kVerbs && parse_.verbs[top.node - kVerbs].passive ? 1 : 0;
    WordClassSet below = 0;
    for (std::size_t k = 1; k < i; ++k) below |= left[k].classes;
    for (std::size_t k = 1; k < j; ++k) below |= right[k].classes;
    each_class(top.classes, [&](int c) {
      add(Feature(80) << left[i].how << right[j].how << c << passive);
      add(Feature(81) << left[i].how << c << passive);
      add(Feature(82) << right[j].how << c << passive);
      add(Feature(83) << c);
      add(Feature(bare) << 78 << c << passive);
      each_class(below, [&](int d) { add(Feature(84) << c << d << passive); });
    });
    each_class(below, [&](int d) {
      add(Feature(85) << d);
      add(Feature(bare) << 79 << d << passive);
    });
    if (left.size() > 1) add(Feature(60) << left[0].label << left[1].how << top.act);
    if (right.size() > 1) add(Feature(61) << right[0].label << right[1].how << top.act);
    if (top.node >= kVerbs) {
      const Verb& v = parse_.verbs[top.node - kVerbs];
      add(Feature(62) << static_cast<std::uint64_t>(v.modal) << (v.negated ? 1 : 0));
    }
  }

  Span trigger_of(std::size_t a, std::size_t b) const {
    const Step* best = nullptr;
    for (const std::size_t at : {b, a}) {
      for (const Step& step : chains_[at]) {
        if (step.act > 1 && best == nullptr) best = &step;
      }
    }
    if (best != nullptr) {
      return best->node >= kVerbs ? parse_.span_of(parse_.verbs[best->node - kVerbs])
                                  : parse_.span_of(parse_.phrases[best->node]);
    }
    return parse_.tokens[places_[b].first].span;
  }

  const SentenceView& view_;
  const Article& article_;
  const Parse& parse_;
  const Discourse& discourse_;
  std::vector<Place> places_;
  std::vector<std::vector<Step>> chains_;
  std::vector<std::uint64_t> words_;
  std::vector<WordClassSet> classes_;
  WordClassSet sentence_classes_ = 0;
  std::vector<std::uint32_t> out_;
  std::uint64_t types_ = 0;
};

}  // namespace
}  // namespace english

std::vector<Pair> english_pairs(const SentenceView& view, const english::Parse& parse,
                                const Discourse& discourse) {
  return english::PairReader(view, parse, discourse).run();
}

}  // namespace dealgraph::extract
