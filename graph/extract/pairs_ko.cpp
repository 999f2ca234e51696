// SPDX-License-Identifier: MIT
#include <algorithm>
#include <bit>

#include "graph/extract/characters.hpp"
#include "graph/extract/pairs.hpp"

namespace dealgraph::extract {
namespace {

struct Word {
  Span span;
  std::uint64_t stem = 0;   ///< Without its particle; a name's type.
  std::uint64_t start = 0;  ///< The first two syllables.
  Case kind = Case::Bare;
  WordClassSet classes = 0;
};

struct Place {
  std::uint32_t entity;
  Span span;
  Case kind = Case::Bare;
  std::uint64_t head = 0;
  std::size_t word = 0;      ///< First word at or after its begin.
  std::size_t end_word = 0;  ///< First word that begins at or after its end.
  bool resolved = false;
  bool implied = false;
  std::size_t list = SIZE_MAX;  ///< The argument, if it names several.
  int rank = 0;                 ///< What the discourse knows of one that is implied.
};

class PairReader {
 public:
  PairReader(const SentenceView& view, const Discourse& discourse)
      : view_(view), article_(view.article), discourse_(discourse) {}

  std::vector<Pair> run() {
    find_places();
    if (places_.size() < 2) return {};
    find_words();
    const ClosestPlaces closest = closest_places(article_, places_, cost);
    std::vector<Pair> out;
    out.reserve(closest.all().size());
    for (const ClosestPlaces::Best& best : closest.all())
      out.push_back(describe(places_[best.first], places_[best.second]));
    return out;
  }

 private:
  static std::size_t cost(const Place& x, const Place& y) {
    const std::size_t gap = y.span.begin > x.span.end ? y.span.begin - x.span.end : 0;
    return gap + (x.implied ? 2000 : 0) + (x.resolved ? 20 : 0) + (y.resolved ? 20 : 0);
  }

  void find_places() {
    const Span within = view_.sentence.span;
    for (std::size_t at = 0; at < view_.arguments.size(); ++at) {
      const Argument& a = view_.arguments[at];
      const std::uint64_t head = a.head.end > a.head.begin ? word_hash(article_.piece(a.head)) : 0;
      for (const std::uint32_t entity : a.entities) {
        Place place{entity,     a.span, a.kind,
                    head,       0,      0,
                    a.resolved, false,  a.entities.size() > 1 ? at : SIZE_MAX};
        if (!a.resolved) {
          for (const Name& name : names_within(article_.names, a.span)) {
            if (name.entity != entity) continue;
            place.span = name.span;
            break;
          }
        }
        places_.push_back(place);
      }
    }
    for (const Name& name : names_within(article_.names, within)) {
      const bool known = std::ranges::any_of(places_, [&](const Place& p) {
        return p.entity == name.entity && p.span.begin <= name.span.begin &&
               name.span.end <= p.span.end;
      });
      if (!known) places_.push_back({name.entity, name.span, Case::Other});
    }
    std::ranges::stable_sort(places_, {}, [](const Place& p) { return p.span.begin; });
    // Whom the sentence may speak of without a name, the likeliest first.
    const std::vector<std::uint32_t> implied =
        implied_entities({first_of(discourse_.topic_organizations), first_of(discourse_.topic),
                          first_of(discourse_.organizations), first_of(discourse_.persons)},
                         places_);
    for (std::size_t i = implied.size(); i-- > 0;) {
      Place place{implied[i], {within.begin, within.begin}};
      place.implied = true;
      place.rank = rank_of(implied[i]);
      places_.insert(places_.begin(), place);
    }
    if (places_.size() > kMostPlaces) places_.resize(kMostPlaces);
  }

  int rank_of(std::uint32_t entity) const {
    return 1 + (first_of(discourse_.topic_organizations) == entity ? 1 : 0) +
           (first_of(discourse_.organizations) == entity ? 4 : 0) +
           (first_of(discourse_.topic) == entity ? 8 : 0);
  }

  void find_words() {
    const std::string_view text = article_.text.substr(0, view_.sentence.span.end);
    for (std::size_t at = view_.sentence.span.begin; at < text.size();) {
      if (const Name* name = name_covering(article_.names, at)) {
        words_.push_back({name->span,
                          static_cast<std::uint64_t>(article_.entity(name->entity).type), 0,
                          Case::Bare});
        at = std::max<std::size_t>(name->span.end, at + 1);
        continue;
      }
      const Character c = character_at(text, at);
      if (c.size == 0) break;
      if (!is_word(c.code)) {
        if (!is_blank(c.code) && c.code != '.')
          words_.push_back(
              {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + c.size)},
               word_hash(text.substr(at, c.size)),
               0,
               Case::Bare});
        at += c.size;
        continue;
      }
      std::size_t end = std::max(word_end(text, at), at + c.size);
      const std::size_t next = first_name_from(article_.names, at);
      if (next < article_.names.names.size())
        end = std::min<std::size_t>(end, article_.names.names[next].span.begin);
      const std::string_view word = text.substr(at, end - at);
      Word w{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, 0, 0, Case::Bare};
      if (is_digit(c.code)) {
        std::size_t digits = 0;
        while (digits < word.size() && (is_digit(static_cast<unsigned char>(word[digits])) ||
                                        word[digits] == ',' || word[digits] == '.'))
          ++digits;
        w.stem = (Feature(8) << word.substr(digits)).hash();
        w.start = w.stem;
      } else {
        const bool after_name = !words_.empty() && words_.back().span.end == at;
        const Particle particle = after_name ? Particle{} : trailing_particle(word);
        w.kind = particle.kind;
        w.stem = word_hash(word.substr(0, word.size() - particle.size));
        std::size_t two = 0;
        for (int i = 0; i < 2 && two < word.size(); ++i) two += character_at(word, two).size;
        w.start = word_hash(word.substr(0, two));
        w.classes = WordClasses::korean().of_beginnings(word);
      }
      words_.push_back(w);
      at = end;
    }
    for (Place& p : places_) {
      p.word = first_word(p.span.begin);
      p.end_word = first_word(p.span.end);
    }
  }

  std::size_t first_word(std::uint32_t offset) const {
    const auto at =
        std::ranges::lower_bound(words_, offset, {}, [](const Word& w) { return w.span.begin; });
    return static_cast<std::size_t>(at - words_.begin());
  }

  void add(Feature feature) { out_.push_back((Feature(feature) << types_).key()); }
  void add_both(Feature feature) {
    out_.push_back(feature.key());
    add(feature);
  }

  Pair describe(const Place& x, const Place& y) {
    out_.clear();
    types_ = static_cast<std::uint64_t>(article_.entity(x.entity).type) * 8 +
             static_cast<std::uint64_t>(article_.entity(y.entity).type);
    Pair pair{x.entity, y.entity, y.span, {}};
    const std::uint64_t cases =
        static_cast<std::uint64_t>(x.kind) * 32 + static_cast<std::uint64_t>(y.kind);
    const std::uint64_t flags =
        (x.implied ? 1U : 0U) + (x.resolved ? 2U : 0U) + (y.resolved ? 4U : 0U);
    cases_ = cases * 8 + (x.implied ? 1 : 0);
    add(Feature(1));
    add(Feature(2) << cases << flags);
    add(Feature(3) << static_cast<std::uint64_t>(x.kind) << (x.implied ? 1U : 0U));
    add(Feature(4) << static_cast<std::uint64_t>(y.kind));
    add(Feature(5) << x.head);
    add(Feature(6) << y.head);
    const bool together = x.list != SIZE_MAX && x.list == y.list;
    add(Feature(7) << (x.list != SIZE_MAX ? 1 : 0) << (y.list != SIZE_MAX ? 1 : 0)
                   << (together ? 1 : 0));
    if (together) cases_ += 4;
    if (view_.sentence.title) add(Feature(8));
    if (x.rank != 0) add(Feature(16) << x.rank);
    if (view_.sentence.bullet) add(Feature(9));
    between(x, y);
    around(x, y);
    triggers(x, y, pair);
    class_features(x, y);
    pair.features = out_;
    return pair;
  }

  void between(const Place& x, const Place& y) {
    const std::size_t from = x.implied ? y.word : x.end_word;
    const std::size_t to = std::max(y.word, from);
    const std::size_t gap = to - from;
    add(Feature(10) << std::min<std::size_t>(gap < 8 ? gap : 8 + gap / 6, 16));
    std::size_t names = 0;
    Feature whole(11);
    for (std::size_t t = from; t < to; ++t) {
      if (words_[t].stem < 7) ++names;
      whole << words_[t].stem << static_cast<std::uint64_t>(words_[t].kind);
    }
    add(Feature(12) << std::min<std::size_t>(names, 4));
    if (gap <= 4) add(whole);
    constexpr std::size_t kReach = 24;
    if (gap > kReach) return;
    for (std::size_t t = from; t < to; ++t) {
      add(Feature(13) << words_[t].stem);
      add(Feature(18) << words_[t].start);
      if (t + 1 < to) add(Feature(14) << words_[t].stem << words_[t + 1].stem);
    }
  }

  void around(const Place& x, const Place& y) {
    for (std::size_t i = 1; i <= 2; ++i) {
      if (x.word >= i && !x.implied) add(Feature(20) << words_[x.word - i].stem);
    }
    for (std::size_t i = 0; i < 6 && y.end_word + i < words_.size(); ++i) {
      const Word& w = words_[y.end_word + i];
      add(Feature(22) << w.stem);
      add(Feature(23) << w.start << cases_);
      if (i < 2) add(Feature(24 + i) << w.stem);
      if (y.end_word + i + 1 < words_.size() && i < 4)
        add(Feature(27) << w.stem << words_[y.end_word + i + 1].stem);
    }
    for (std::size_t i = 0; i < 3 && !x.implied && x.end_word + i < words_.size(); ++i) {
      const Word& w = words_[x.end_word + i];
      if (x.end_word + i >= y.word) break;
      add(Feature(30 + i) << w.stem);
    }
    // The predicate of the sentence, at its end.
    for (std::size_t i = 1; i <= 3 && i <= words_.size(); ++i) {
      const Word& w = words_[words_.size() - i];
      add(Feature(34) << w.start << cases_);
      add_both(Feature(35) << w.start);
    }
  }

  WordClassSet classes_between(std::size_t from, std::size_t to) const {
    WordClassSet all = 0;
    for (std::size_t t = from; t < to && t < words_.size(); ++t) all |= words_[t].classes;
    return all;
  }

  void class_features(const Place& x, const Place& y) {
    const auto add_all = [&](std::uint64_t kind, WordClassSet classes) {
      each_class(classes, [&](int c) {
        add(Feature(kind) << c);
        add(Feature(kind) << c << cases_);
      });
    };
    const std::size_t from = x.implied ? y.word : x.end_word;
    const std::size_t to = std::max(y.word, from);
    if (to - from <= 24) {
      add_all(70, classes_between(from, to));
      Feature order(72);
      std::size_t length = 0;
      for (std::size_t t = from; t < to; ++t) {
        if (words_[t].stem < 7) order << words_[t].stem;
        if (words_[t].classes != 0) {
          order << words_[t].classes << static_cast<std::uint64_t>(words_[t].kind);
          ++length;
        }
      }
      if (length > 0 && length <= 3) add(order);
    }
    const std::size_t after = y.end_word;
    add_all(73, classes_between(x.word >= 3 ? x.word - 3 : 0, x.word));
    add_all(74, classes_between(after, after + 8));
    add_all(75, classes_between(after, after + 2));
    add_all(76, classes_between(x.end_word, std::min(x.end_word + 2, to)));
    Feature order(77);
    std::size_t length = 0;
    for (std::size_t t = after; t < words_.size() && t < after + 10; ++t) {
      if (words_[t].classes == 0) continue;
      order << words_[t].classes;
      add(Feature(order));
      add(Feature(order) << cases_);
      if (++length == 3) break;
    }
    const std::size_t size = words_.size();
    add_all(78, classes_between(size >= 3 ? size - 3 : 0, size));
  }

  void triggers(const Place& x, const Place& y, Pair& pair) {
    bool next = false;
    for (const TriggerHit& hit : view_.triggers) {
      if (hit.trigger->frame == Frame::None) continue;
      const auto frame = static_cast<std::uint64_t>(hit.trigger->frame) * 16 +
                         static_cast<std::uint64_t>(hit.trigger->variant);
      std::uint64_t where = 0;
      if (hit.span.begin >= y.span.end) {
        where = next ? 3 : 2;
      } else if (hit.span.begin >= x.span.end) {
        where = 1;
      }
      if (where == 2) {
        next = true;
        pair.trigger = hit.span;
        add(Feature(45) << hit.trigger->stem << cases_);
        add(Feature(46) << frame << cases_);
        const std::size_t distance = first_word(hit.span.begin) - y.end_word;
        add(Feature(47) << frame << std::min<std::size_t>(distance, 5));
      }
      add(Feature(40) << frame << where);
      add(Feature(41) << hit.trigger->stem << where);
      add(Feature(42) << frame << where << cases_);
    }
    if (!next) add(Feature(48));
    if (!next && !view_.triggers.empty()) pair.trigger = view_.triggers.back().span;
  }

  const SentenceView& view_;
  const Article& article_;
  const Discourse& discourse_;
  std::vector<Place> places_;
  std::vector<Word> words_;
  std::vector<std::uint32_t> out_;
  std::uint64_t types_ = 0;
  std::uint64_t cases_ = 0;
};

}  // namespace

std::vector<Pair> korean_pairs(const SentenceView& view, const Discourse& discourse) {
  return PairReader(view, discourse).run();
}

}  // namespace dealgraph::extract
