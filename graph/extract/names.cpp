// SPDX-License-Identifier: MIT
#include "graph/extract/names.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>
#include <utility>

#include "graph/extract/characters.hpp"
#include "graph/extract/english.hpp"
#include "graph/extract/korean.hpp"
#include "graph/extract/name_words_en.hpp"
#include "graph/extract/short_names.hpp"
#include "graph/extract/short_names_en.hpp"
#include "graph/extract/titles.hpp"
#include "graph/extract/trie.hpp"
#include "graph/extract/words.hpp"
#include "schema/text.hpp"

namespace dealgraph::extract {
namespace {

using Hit = Gazetteer::Hit;
constexpr std::size_t kSyllable = 3;  // bytes of a Hangul syllable

/// Finds where the article names somebody, in steps, each of which sees the names found so far. Who
/// a name means is the resolver's to say.
class NameFinder {
 public:
  NameFinder(std::string_view text, const std::vector<Sentence>& sentences,
             const Gazetteer& gazetteer)
      : text_(text),
        sentences_(sentences),
        gazetteer_(gazetteer),
        resolver_(text, gazetteer, out_.entities) {}

  Names run() {
    add_lexicon_names();
    add_product_versions();
    add_governments();
    add_english_governments();
    add_context_names();
    join_short_forms();
    add_repetitions();
    add_surnames();
    add_visited_countries();
    drop_unused();
    return std::move(out_);
  }

 private:
  std::string_view piece(Span span) const {
    return text_.substr(span.begin, span.end - span.begin);
  }

  const Sentence* sentence_at(std::uint32_t at) const {
    const auto after = std::ranges::upper_bound(sentences_, at, {},
                                                [](const Sentence& s) { return s.span.begin; });
    return after == sentences_.begin() ? nullptr : &*(after - 1);
  }

  bool in_byline(std::uint32_t at) const {
    const Sentence* sentence = sentence_at(at);
    return sentence != nullptr && sentence->byline && at < sentence->span.end;
  }

  /// What one sentence ends within is no name: "… Morgan. Stanley …".
  bool leaves_sentence(Span span) const {
    const Sentence* sentence = sentence_at(span.begin);
    return sentence == nullptr || span.end > sentence->span.end;
  }

  // ---- names

  void add(Span span, const Identity& identity) {
    if (identity.entity == kNobody || in_byline(span.begin) || leaves_sentence(span)) return;
    const EntityType type = out_.entities[identity.entity].type;
    fresh_.push_back({with_year(span, type), identity.entity, identity.reason, identity.score});
  }

  const NamedEntity& entity_of(const Name& name) const { return out_.entities[name.entity]; }

  /// Takes over what a step found, as far as it overlaps nothing.
  void merge_fresh() {
    std::ranges::stable_sort(fresh_, {}, &Name::span);
    std::uint32_t end = 0;
    std::vector<Name> kept;
    for (const Name& name : fresh_) {
      if (name.span.begin < end || is_taken(name.span)) continue;
      end = name.span.end;
      kept.push_back(name);
    }
    const auto middle = static_cast<std::ptrdiff_t>(out_.names.size());
    out_.names.insert(out_.names.end(), kept.begin(), kept.end());
    std::ranges::inplace_merge(out_.names, out_.names.begin() + middle, {}, &Name::span);
    fresh_.clear();
  }

  bool is_taken(Span span) const {
    if (name_covering(out_, span.begin) != nullptr) return true;
    const std::size_t next = first_name_from(out_, span.begin);
    if (next < out_.names.size() && out_.names[next].span.begin < span.end) return true;
    return std::ranges::any_of(out_.media,
                               [&](Span m) { return m.begin < span.end && span.begin < m.end; });
  }

  // ---- the lexicon

  void add_lexicon_names() {
    std::vector<Hit> hits = gazetteer_.find(text_);
    std::erase_if(hits, [&](const Hit& hit) {
      return in_byline(hit.span.begin) || leaves_sentence(hit.span);
    });
    resolver_.read(hits);
    for (const Hit& hit : hits) {
      const Gazetteer::Name& name = gazetteer_.name(hit.name);
      if (name.is_media) {
        out_.media.push_back(hit.span);
        continue;
      }
      const LexiconEntry& owner = gazetteer_.entries()[name.owners.front()];
      if (is_part_of_longer_name(hit.span) || is_after_given_name(text_, hit.span, owner) ||
          is_given_name_here(hit, owner)) {
        continue;
      }
      const Identity identity = resolver_.lexicon_name(hit);
      if (identity.entity == kNobody) continue;
      out_.names.push_back(
          {with_year(hit.span, owner.type), identity.entity, identity.reason, identity.score});
    }
  }

  /// "CES 2026", 세미콘코리아 2025: the year of an event is part of its name; 2025년 is a date.
  Span with_year(Span span, EntityType type) const {
    if (type != EntityType::Event) return span;
    constexpr std::size_t kSize = 5;  // " 2026"
    const std::string_view year = text_.substr(span.end, kSize);
    if (!year.starts_with(" 19") && !year.starts_with(" 20")) return span;
    if (!is_digit(character_at(year, 3).code) || !is_digit(character_at(year, 4).code)) return span;
    const std::uint32_t end = span.end + static_cast<std::uint32_t>(kSize);
    const char32_t next = character_at(text_, end).code;
    const bool more = is_digit(next) || is_latin(next) || text_.substr(end).starts_with("년");
    return more ? span : Span{span.begin, end};
  }

  /// "founder Austin Russell" is no city: a place that is a given name, after a post and before a
  /// surname.
  bool is_given_name_here(const Hit& hit, const LexiconEntry& owner) const {
    if (owner.type != EntityType::Place || !is_given_name(piece(hit.span))) return false;
    const std::string_view after = text_.substr(hit.span.end, 2);
    if (!after.starts_with(' ') || !is_upper(character_at(text_, hit.span.end + 1).code))
      return false;
    if (hit.span.begin < 2 || text_[hit.span.begin - 1] != ' ') return false;
    std::size_t begin = hit.span.begin - 1;
    while (begin > 0 && is_latin(character_before(text_, begin).code))
      begin -= character_before(text_, begin).size;
    return english_title_at(text_, begin) == hit.span.begin - 1 - begin;
  }

  /// "Nvidia Ventures" is another name than "Nvidia".
  bool is_part_of_longer_name(Span span) const {
    const std::string_view after = text_.substr(span.end, 16);
    if (after.starts_with('$')) return true;  // US$5 million
    static constexpr auto kExtensions =
        word_list({" Ventures",     " Capital",      " Foundation", " Times",     " Journal",
                   " Herald",       " Digital",      " Securities", " Financial", " Robotics",
                   " Energy",       " Electronics",  " Motors",     " Chemical",  " Chemicals",
                   " Steel",        " Aerospace",    " Automotive", " Mobility",  " Engineering",
                   " Construction", " Shipbuilding", " Logistics",  " Display",   " Insurance",
                   " Industries",   " Biologics",    " Networks"});
    // "Samsung Catalyst Fund"
    std::size_t at = span.end;
    for (int words = 0; words < 3 && at < text_.size() && text_[at] == ' '; ++words) {
      const std::size_t end = word_end(text_, at + 1);
      const std::string_view word = text_.substr(at + 1, end - at - 1);
      if (word.empty() || !is_upper(character_at(word, 0).code)) break;
      if (words > 0 && (word == "Fund" || word == "Ventures" || word == "Capital")) return true;
      at = end;
    }
    return std::ranges::any_of(kExtensions, [&](std::string_view e) {
      return after.starts_with(e) && !is_word(character_at(after, e.size()).code);
    });
  }

  // ---- names made from known ones

  /// HBM5E, GPT-6, Claude 5: a further version of a known product line.
  void add_product_versions() {
    char32_t before = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const Character c = character_at(text_, at);
      if (!is_latin(c.code) || is_word(before)) {
        before = c.code;
        at += c.size;
        continue;
      }
      std::size_t end = 0;
      for (const std::uint32_t stem : gazetteer_.product_stems_at(text_, at)) {
        end = std::max(end, version_end(at + stem));
      }
      if (end > 0) {
        const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
        versions_.push_back(span);
      }
      at = std::max(end, at + c.size);
      before = character_before(text_, at).code;
    }
    // The version is the longer reading of a name that the lexicon found.
    std::erase_if(out_.names, [&](const Name& n) {
      const auto same = std::ranges::lower_bound(versions_, n.span.begin, {}, &Span::begin);
      return same != versions_.end() && same->begin == n.span.begin && n.span.end < same->end;
    });
    for (const Span span : versions_) {
      add(span, resolver_.made(slug(piece(span)), EntityType::Product, piece(span),
                               Reason::ProductVersion));
    }
    merge_fresh();
  }

  /// End of a version number that follows a product's stem at `at`; 0 if none does.
  std::size_t version_end(std::size_t at) const {
    std::size_t begin = at;
    const char32_t joint = character_at(text_, at).code;
    if (joint == ' ' || joint == '-') ++begin;
    std::size_t end = begin;
    int digits = 0;
    constexpr std::size_t kLongest = 6;
    while (end < text_.size() && end - begin < kLongest) {
      const char c = text_[end];
      const bool dot = c == '.' && is_digit(character_at(text_, end + 1).code);
      const bool digit = c >= '0' && c <= '9';
      if (!digit && !dot && !(digits > 0 && joint != ' ' && is_ascii_letter(c))) break;
      if (digit) ++digits;
      ++end;
    }
    if (digits == 0 || !is_digit(character_at(text_, begin).code)) return 0;
    constexpr int kYearDigits = 4;
    if (joint == ' ' && digits >= kYearDigits) return 0;
    const char32_t next = character_at(text_, end).code;
    if (is_latin(next) || is_digit(next) || next == '%') return 0;
    if (joint == ' ' && (next == ',' || is_hangul(next))) return 0;  // a count: GPU 26만장
    return end;
  }

  /// 베트남 정부: the government of a known country; 정부 alone: the one spoken of, else Korea's.
  void add_governments() {
    constexpr std::string_view kGovernment = "정부";
    std::uint32_t spoken_of = kNobody;
    std::vector<std::uint32_t> replaced;
    for (std::size_t at = find_word(text_, kGovernment); at != std::string_view::npos;
         at = find_word(text_, kGovernment, at + 1)) {
      if (const Name* known = name_covering(out_, at)) {
        spoken_of = known->entity;
        continue;
      }
      const Span span{static_cast<std::uint32_t>(at),
                      static_cast<std::uint32_t>(at + kGovernment.size())};
      if (is_word(character_before(text_, at).code) || !is_complete_name(text_, span)) continue;
      const Name* country = at > 1 ? name_covering(out_, at - 2) : nullptr;
      const bool named = country != nullptr && country->span.end + 1 == at &&
                         entity_of(*country).type == EntityType::Place;
      if (named) {
        replaced.push_back(country->span.begin);
        add({country->span.begin, span.end}, government_of(entity_of(*country)));
      } else {
        add(span, spoken_of != kNobody ? resolver_.again(spoken_of, Reason::Government)
                                       : resolver_.known("korean-government", Reason::Government));
      }
    }
    add_ministries(replaced);
    std::ranges::sort(replaced);
    std::erase_if(out_.names, [&](const Name& n) {
      return std::ranges::binary_search(replaced, n.span.begin);
    });
    merge_fresh();
  }

  Identity government_of(const NamedEntity& place) {
    return resolver_.made(place.id + "-government", EntityType::Organization,
                          "Government of " + place.name, Reason::Government);
  }

  /// 중국 상무부, 리투아니아 경제혁신부 장관: a ministry of a country, named or led.
  void add_ministries(std::vector<std::uint32_t>& replaced) {
    constexpr std::string_view kMinistry = "부";
    for (const Name& place : out_.names) {
      if (entity_of(place).type != EntityType::Place) continue;
      const std::size_t begin = place.span.end + 1;
      if (begin >= text_.size() || text_[begin - 1] != ' ' || name_covering(out_, begin) != nullptr)
        continue;
      std::size_t end = begin;
      std::size_t syllables = 0;
      for (Character c = character_at(text_, end); is_hangul(c.code);
           c = character_at(text_, end)) {
        const bool last = text_.substr(end, c.size) == kMinistry && syllables >= 2;
        end += c.size;
        ++syllables;
        if (!last) continue;
        std::string_view rest = text_.substr(end, word_end(text_, end) - end);
        if (rest.starts_with("장관")) rest.remove_prefix(std::string_view("장관").size());
        if (rest.starts_with("장")) rest.remove_prefix(std::string_view("장").size());
        if (!read_particle(rest)) continue;
        const bool led = text_.substr(end).starts_with("장") ||
                         text_.substr(end).starts_with(" 장관") ||
                         text_.substr(end).starts_with(" 차관");
        if (!led && is_common_compound(text_.substr(begin, end - begin))) continue;
        if (!led && syllables < 3) continue;
        const Span span{place.span.begin, static_cast<std::uint32_t>(end)};
        replaced.push_back(place.span.begin);
        add(span, resolver_.made(slug(piece(span)), EntityType::Organization, piece(span),
                                 Reason::Government));
        break;
      }
    }
  }

  /// Persons and things sentence by sentence, then organizations by the whole article, then once
  /// more what the organizations now make plain (천자웨이 위안펑전자 회장).
  void add_context_names() {
    add_sentence_names();
    for (const ContextName& name : korean_organizations(text_, sentences_, out_)) add_named(name);
    merge_fresh();
    add_repetitions();
    add_sentence_names();
  }

  void add_sentence_names() {
    first_words_.clear();
    for (const Name& name : out_.names) {
      const std::string_view full = piece(name.span);
      const std::size_t blank = full.find(' ');
      if (blank != std::string_view::npos && is_hangul(character_at(full, 0).code) &&
          entity_of(name).type == EntityType::Person) {
        first_words_.emplace(full.substr(0, blank), name.entity);
      }
    }
    quoted_.clear();
    for (const auto& [name, type] : typed_sentence_names()) add_named({name.span, type});
    // A quoted name is one, whatever the lexicon knows within it.
    std::erase_if(out_.names, [&](const Name& n) {
      const auto after = std::ranges::upper_bound(quoted_, n.span.begin, {}, &Span::begin);
      if (after == quoted_.begin()) return false;
      const Span quotation = *(after - 1);
      return n.span.end <= quotation.end && n.span != quotation;
    });
    merge_fresh();
  }

  void add_named(const ContextName& name) {
    const std::string_view surface = piece(name.span);
    // 가와이 after 가와이 도시키: the first part of a name known already.
    if (name.type == EntityType::Person) {
      const auto known = first_words_.find(surface);
      if (known != first_words_.end())
        return add(name.span, resolver_.again(known->second, Reason::Surname));
    }
    // '서울 AI 페스타' in quotes is one name, whatever the lexicon knows within it.
    if (text_.substr(0, name.span.begin).ends_with("'")) quoted_.push_back(name.span);
    add(name.span, resolver_.context_name(surface, name.type));
  }

  /// What korean_context_names() tells of a sentence; asked again only if names near it changed.
  const std::vector<ContextName>& korean_names_of(std::size_t sentence) {
    constexpr std::uint32_t kNear = 8;  // bytes: over a blank and a mark to the next name
    const Span span = sentences_[sentence].span;
    const auto first =
        std::ranges::lower_bound(out_.names, span.begin > kNear ? span.begin - kNear : 0, {},
                                 [](const Name& n) { return n.span.end; });
    const auto last = std::ranges::lower_bound(out_.names, span.end + kNear, {},
                                               [](const Name& n) { return n.span.begin; });
    const std::span<const Name> near(first, std::max(first, last));
    Told& told = korean_told_[sentence];
    const auto same = [](const Name& a, const Name& b) {
      return a.span == b.span && a.entity == b.entity;
    };
    if (!told.asked || !std::ranges::equal(told.near, near, same)) {
      told.asked = true;
      told.near.assign(near.begin(), near.end());
      told.names = korean_context_names(text_, sentences_[sentence], out_);
    }
    return told.names;
  }

  /// The names that sentences show, each with the type that the whole article gives it: "Foo chips"
  /// is no product where another sentence says "Foo signed".
  std::vector<std::pair<ContextName, EntityType>> typed_sentence_names() {
    std::vector<std::pair<ContextName, EntityType>> all;
    std::unordered_map<std::string, EntityType> types;
    const auto id_of = [&](const ContextName& name) {
      return resolver_.slug_of(english::without_legal_form(piece(name.span)));
    };
    korean_told_.resize(sentences_.size());
    std::vector<ContextName> english;
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      const Sentence& sentence = sentences_[i];
      if (sentence.byline) continue;
      const bool korean = sentence.language == Language::Korean;
      if (!korean) english = english_context_names(text_, sentence, out_);
      for (const ContextName& name : korean ? korean_names_of(i) : english) {
        all.emplace_back(name, name.type);
        if (korean) continue;
        const auto [known, is_new] = types.emplace(id_of(name), name.type);
        const bool firm =
            name.type == EntityType::Organization && known->second == EntityType::Product;
        if (!is_new && firm) known->second = name.type;
      }
    }
    for (auto& [name, type] : all) {
      if (type != EntityType::Product || types.empty()) continue;
      const auto known = types.find(id_of(name));
      if (known != types.end()) type = known->second;
    }
    return all;
  }

  /// "the government of Saudi Arabia"
  void add_english_governments() {
    constexpr std::string_view kGovernment = "government of ";
    std::vector<std::uint32_t> replaced;
    for (const Name& name : out_.names) {
      if (entity_of(name).type != EntityType::Place) continue;
      if (!text_.substr(0, name.span.begin).ends_with(kGovernment)) continue;
      replaced.push_back(name.span.begin);
    }
    for (const std::uint32_t begin : replaced) {
      const auto name =
          std::ranges::find(out_.names, begin, [](const Name& n) { return n.span.begin; });
      const Span span{static_cast<std::uint32_t>(begin - kGovernment.size()), name->span.end};
      const Identity government = government_of(entity_of(*name));
      out_.names.erase(name);
      add(span, government);
    }
    merge_fresh();
  }

  /// A name of one word that context took for an organization of its own, but that another name of
  /// the article explains: the surname of a person, the first word of a company.
  void join_short_forms() {
    resolver_.forget_forms();
    for (const Name& name : out_.names) {
      const std::string_view surface = piece(name.span);
      const NamedEntity& entity = entity_of(name);
      if (entity.type == EntityType::Person) {
        resolver_.add_form(last_name(surface), name.entity, Reason::Surname);
      } else if (entity.type == EntityType::Organization) {
        resolver_.add_form(english::short_name(surface, entity.entry != nullptr, true), name.entity,
                           Reason::ShortForm);
      }
    }
    if (!resolver_.has_forms()) return;
    for (Name& name : out_.names) {
      if (entity_of(name).entry != nullptr) continue;
      if (entity_of(name).type != EntityType::Organization) continue;
      const Identity longer = resolver_.shortened(piece(name.span));
      if (longer.entity != kNobody) name = {name.span, longer.entity, longer.reason, longer.score};
    }
  }

  // ---- names that hold in this article only

  void add_repetitions() {
    resolver_.forget_forms();
    for (const Name& name : out_.names) {
      const NamedEntity& entity = entity_of(name);
      const std::string_view surface = piece(name.span);
      const auto remember = [&](std::string_view form, Reason reason) {
        resolver_.add_form(form, name.entity, reason);
      };
      if (entity.entry == nullptr) {
        remember(surface, Reason::Repetition);
        remember(english::without_company_word(surface), Reason::ShortForm);
        remember(korean_short_form(surface), Reason::ShortForm);
      }
      if (entity.type == EntityType::Organization) {
        remember(english::short_name(surface, entity.entry != nullptr), Reason::ShortForm);
      }
      remember(bracketed_short_form(text_, name.span), Reason::BracketedForm);
      if (entity.type == EntityType::Person) remember(last_name(surface), Reason::Surname);
    }
    if (resolver_.has_forms()) find_forms();
    merge_fresh();
  }

  void find_forms() {
    std::vector<Trie::Match> matches;
    char32_t before = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const Character c = character_at(text_, at);
      if (is_word(c.code) && !is_word(before)) {
        matches.clear();
        resolver_.forms().match(text_, at, matches);
        for (auto match = matches.rbegin(); match != matches.rend(); ++match) {
          const Span span{static_cast<std::uint32_t>(at),
                          static_cast<std::uint32_t>(at + match->length)};
          const char32_t next = character_at(text_, span.end).code;
          const char32_t last = character_before(text_, span.end).code;
          const bool latin = !is_hangul(last);
          if (latin && (is_latin(next) || is_digit(next))) continue;
          if (latin && is_latin(c.code) && !is_upper(c.code)) continue;
          if (begins_longer_name(span, match->value)) continue;
          if (!is_complete_name(text_, span)) continue;
          add(span, resolver_.form(match->value));
          break;
        }
      }
      before = c.code;
      at += c.size;
    }
  }

  /// "Tower Bridge" is not Tower: a short form before another word with a capital.
  bool begins_longer_name(Span span, std::uint32_t form) const {
    const NamedEntity& owner = out_.entities[resolver_.owner_of_form(form)];
    if (owner.type != EntityType::Organization) return false;
    const std::string_view after = text_.substr(span.end, 24);
    if (!after.starts_with(' ') || !is_upper(character_at(after, 1).code)) return false;
    const std::string_view next = after.substr(1, word_end(after, 1) - 1);
    return span.end - span.begin < owner.name.size() &&
           english::organization_endings().contains(next);
  }

  /// The surname of a person as one syllable; empty where it is longer.
  std::string_view family_syllable(const Name& name) const {
    const NamedEntity& entity = entity_of(name);
    const std::string_view surface = piece(name.span);
    if (entity.entry != nullptr && entity.entry->family_ko.size() == kSyllable) {
      return entity.entry->family_ko;
    }
    if (!is_hangul(character_at(surface, 0).code)) return {};
    const std::size_t blank = surface.rfind(' ');
    if (blank != std::string_view::npos) {
      return surface.size() - blank - 1 == kSyllable ? surface.substr(blank + 1)
                                                     : std::string_view();
    }
    return surface.size() == 3 * kSyllable ? surface.substr(0, kSyllable) : std::string_view();
  }

  /// 최 회장, 황 CEO: the last person of that surname.
  void add_surnames() {
    std::unordered_map<std::string_view, std::uint32_t> latest;
    std::size_t next_name = 0;
    char32_t before = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const Character c = character_at(text_, at);
      while (next_name < out_.names.size() && out_.names[next_name].span.begin <= at) {
        const Name& name = out_.names[next_name++];
        if (entity_of(name).type != EntityType::Person) continue;
        if (const auto family = family_syllable(name); !family.empty())
          latest[family] = name.entity;
      }
      if (is_hangul(c.code) && !is_word(before) && character_at(text_, at + c.size).code == ' ') {
        const auto person = latest.find(text_.substr(at, c.size));
        std::size_t post = at + c.size + 1;
        if (text_.substr(post).starts_with("전 ")) post += std::string_view("전 ").size();
        const std::uint32_t size = person == latest.end() ? 0 : korean_title_at(text_, post);
        if (size > 0) {
          add({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(post + size)},
              resolver_.again(person->second, Reason::Surname));
        }
      }
      before = c.code;
      at += c.size;
    }
    merge_fresh();
  }

  /// 방한 names South Korea where nothing else does.
  void add_visited_countries() {
    struct Visit {
      std::string_view word;
      std::string_view country;
    };
    constexpr auto kVisits = std::to_array<Visit>({{"방한", "south-korea"},
                                                   {"내한", "south-korea"},
                                                   {"방일", "japan"},
                                                   {"방미", "us"},
                                                   {"방중", "china"}});
    for (const Visit& visit : kVisits) {
      const std::size_t at = find_word(text_, visit.word);
      if (at == std::string_view::npos) continue;
      const char32_t before = character_before(text_, at).code;
      if (is_word(before) && before != U'재') continue;
      if (text_.substr(at + visit.word.size()).starts_with("향")) continue;
      const Identity country = resolver_.known(visit.country, Reason::Visit);
      const bool named = std::ranges::any_of(
          out_.names, [&](const Name& n) { return n.entity == country.entity; });
      if (named) continue;
      add({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + visit.word.size())},
          country);
    }
    merge_fresh();
  }

  /// Leaves the entities that have a name, in the order of their first one.
  void drop_unused() {
    std::vector<NamedEntity> all = std::exchange(out_.entities, {});
    std::vector<std::uint32_t> place(all.size(), kNobody);
    for (Name& name : out_.names) {
      std::uint32_t& at = place[name.entity];
      if (at == kNobody) {
        at = static_cast<std::uint32_t>(out_.entities.size());
        out_.entities.push_back(std::move(all[name.entity]));
      }
      name.entity = at;
    }
  }

  std::string_view text_;
  const std::vector<Sentence>& sentences_;
  const Gazetteer& gazetteer_;
  Names out_;
  Resolver resolver_;
  std::vector<Name> fresh_;
  std::vector<Span> versions_;
  struct Told {
    bool asked = false;
    std::vector<Name> near;  ///< The names that it was told from.
    std::vector<ContextName> names;
  };
  std::vector<Told> korean_told_;  ///< By sentence.
  std::vector<Span> quoted_;       ///< Names in quotes that the context told, in order.
  std::unordered_map<std::string_view, std::uint32_t> first_words_;  ///< Of persons.
};

}  // namespace

std::size_t first_name_from(const Names& names, std::size_t offset) {
  const auto found =
      std::ranges::lower_bound(names.names, offset, {}, [](const Name& n) { return n.span.begin; });
  return static_cast<std::size_t>(found - names.names.begin());
}

std::span<const Name> names_within(const Names& names, Span within) {
  const std::size_t first = first_name_from(names, within.begin);
  std::size_t last = first;
  while (last < names.names.size() && names.names[last].span.begin < within.end) ++last;
  return std::span(names.names).subspan(first, last - first);
}

const Name* name_covering(const Names& names, std::size_t offset) {
  const auto after =
      std::ranges::upper_bound(names.names, offset, {}, [](const Name& n) { return n.span.begin; });
  if (after == names.names.begin()) return nullptr;
  const Name& name = *(after - 1);
  return offset < name.span.end ? &name : nullptr;
}

Names find_names(std::string_view text, const std::vector<Sentence>& sentences,
                 const Gazetteer& gazetteer) {
  return NameFinder(text, sentences, gazetteer).run();
}

}  // namespace dealgraph::extract
