// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/english.hpp"
#include "graph/extract/lexicon_en.hpp"
#include "graph/extract/name_scanner_en.hpp"
#include "graph/extract/name_words_en.hpp"
#include "graph/extract/titles.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract::english {

std::size_t NameScanner::after_titles(std::size_t first, std::size_t last) const {
  std::size_t end = first;
  while (end < last) {
    const std::uint32_t size = english_title_at(text_, tokens_[end].begin);
    std::size_t next = end;
    while (next < tokens_.size() && tokens_[next].end <= tokens_[end].begin + size) ++next;
    if (next == end && is_title_word(word(end))) ++next;
    if (next == end) break;
    end = next;
  }
  return end;
}

bool NameScanner::is_title_word(std::string_view word) {
  static const Words kWords{"Executive", "Vice-President", "Co-founders", "Founders",   "Member",
                            "Sheikh",    "Chairwoman",     "Professor",   "Secretary",  "Minister",
                            "Crown",     "Comedian",       "Actor",       "Senator",    "Judge",
                            "Princess",  "Emir",           "Baroness",    "Dame",       "Lord",
                            "Economist", "Entrepreneur",   "Financier",   "Billionaire"};
  return kWords.contains(word);
}

std::optional<EntityType> NameScanner::type_of(std::size_t first, std::size_t last) const {
  if (const auto type = by_ending(first, last)) return type;
  if (is_person(first, last)) return EntityType::Person;
  if (is_product(first, last)) return EntityType::Product;
  if (last - first == 1 && world_places().contains(word(first)) && !acts_here(last))
    return EntityType::Place;
  if (is_event(first, last)) return EntityType::Event;
  if (is_place(first, last)) return EntityType::Place;
  if (is_organization(first, last)) return EntityType::Organization;
  return std::nullopt;
}

bool NameScanner::acts_here(std::size_t last) const {
  static const Words kVerbs{"raised",    "raises", "acquired", "signed",
                            "announced", "said",   "bought"};
  return last < tokens_.size() && gap(last - 1) == " " && kVerbs.contains(word(last));
}

bool NameScanner::is_place(std::size_t first, std::size_t last) const {
  if (first == 0 || last - first > 2 || gap_before(first) != " ") return false;
  const std::string_view link = word(first - 1);
  if (link != "in" && link != "near" && link != "outside" && link != "In" && link != "across")
    return false;
  if (std::ranges::any_of(word(last - 1),
                          [](char c) { return is_digit(static_cast<unsigned char>(c)); }))
    return false;
  const std::string_view after = text_.substr(tokens_[last - 1].end);
  if (after.starts_with("'s ")) return false;
  if (word(first).size() < 4 || !is_lower(character_at(word(first), 1).code)) return false;
  if (last < tokens_.size() && gap(last - 1) == " " && is_lower(character_at(word(last), 0).code) &&
      !is_preposition(word(last)) && word(last) != "and" && word(last) != "that" &&
      word(last) != "was" && word(last) != "is" && !is_adverb(word(last)) &&
      word(last) != "which" && word(last) != "will" && word(last) != "or" && word(last) != "but" &&
      word(last) != "where" && word(last) != "when")
    return false;
  if (first < 2) return true;
  static const Words kMoney{
      "stake",   "stakes",   "founder",       "co-founder",  "president",  "chairman",
      "chief",   "director", "invest",        "invests",     "invested",   "investing",
      "shares",  "interest", "investment",    "investments", "holding",    "participate",
      "billion", "million",  "round",         "money",       "confidence", "believe",
      "role",    "part",     "participating", "bn",          "put",        "cash"};
  return !kMoney.contains(word(first - 2)) && !is_digit(character_at(word(first - 2), 0).code);
}

bool NameScanner::is_event(std::size_t first, std::size_t last) const {
  if (first < 2 || gap_before(first) != " ") return false;
  const std::string_view link = word(first - 1);
  const std::string_view before = word(first - 2);
  if (link == "in" && before == "part") return true;
  if (link != "at" && link != "during" && link != "from") return false;
  // "Hot Chips 2023"
  const bool year = last < tokens_.size() && gap(last - 1) == " " && is_year(word(last));
  if (year && link != "from") return true;
  if (says_gathering(last)) return true;
  if (link != "at") return false;
  static const Words kAt{"exhibit",   "exhibited", "exhibiting", "keynote",      "spoke",
                         "showcased", "stage",     "podium",     "booth",        "announced",
                         "presented", "presents",  "unveiled",   "demonstrated", "debuted",
                         "speaking",  "speaks",    "speak",      "showed",       "showing",
                         "shown",     "speech",    "keynotes",   "presenting",   "unveils",
                         "paper",     "demo",      "panel",      "audience",     "presentation"};
  return kAt.contains(before) && !world_places().contains(word(first));
}

/// ", the government's annual showcase": an apposition that says what is held.
bool NameScanner::says_gathering(std::size_t last) const {
  if (last >= tokens_.size() || gap(last - 1) != ", ") return false;
  static const Words kNouns{"showcase", "conference", "fair",   "summit",    "exhibition", "expo",
                            "forum",    "gathering",  "event",  "symposium", "convention", "show",
                            "festival", "workshop",   "meetup", "jamboree"};
  static const Words kOpeners{"the", "a", "an", "its", "this"};
  if (!kOpeners.contains(word(last))) return false;
  constexpr std::size_t kReach = 7;
  for (std::size_t i = last + 1; i < std::min(tokens_.size(), last + kReach); ++i) {
    if (kNouns.contains(word(i))) return true;
    if (gap(i).find(',') != std::string_view::npos) return false;
  }
  return false;
}

std::optional<EntityType> NameScanner::by_ending(std::size_t first, std::size_t last) const {
  const std::string_view ending = word(last - 1);
  if (starts_ministry(first)) return EntityType::Organization;
  if (last - first < 2) return std::nullopt;
  if (ending == "plc" || ending == "Co" || ending == "Tech") return EntityType::Organization;
  if (word(first) == "Project") return EntityType::Project;
  if (event_endings().contains(ending)) return EntityType::Event;
  if (project_endings().contains(ending)) return EntityType::Project;
  if (place_endings().contains(ending)) return EntityType::Place;
  if (organization_endings().contains(ending)) return EntityType::Organization;
  return std::nullopt;
}

bool NameScanner::opens_compound(std::size_t i) const {
  if (i + 1 >= tokens_.size() || gap(i) != " ") return false;
  const std::string_view next = word(i + 1);
  if (!is_lower(character_at(next, 0).code)) return false;
  return !is_preposition(next) && !is_adverb(next) && !verb_form(std::string(next)) &&
         next != "and" && next != "or" && next != "that" && next != "which" && next != "is" &&
         next != "are" && next != "was" && next != "will" && next != "has";
}

bool NameScanner::is_product(std::size_t first, std::size_t last) const {
  const std::string_view ending = word(last - 1);
  const bool versioned = is_digit(character_at(ending, 0).code) && last - first >= 2;
  const bool coded =
      last - first <= 2 && ending.size() >= 2 && is_upper(character_at(ending, 0).code) &&
      std::ranges::any_of(ending, [](char c) { return is_digit(static_cast<unsigned char>(c)); }) &&
      std::ranges::none_of(ending, [](char c) { return c >= 'a' && c <= 'z'; });
  if (versioned || coded) return true;
  if (last < tokens_.size() && gap(last - 1) == " " && product_cues().contains(word(last)) &&
      !opens_compound(last)) {
    return true;
  }
  if (first == 0) return false;
  const bool named = gap_before(first) == ", " || gap_before(first) == " ";
  return named && product_cues().contains(word(first - 1));
}

bool NameScanner::is_organization(std::size_t first, std::size_t last) const {
  // "Japan's Prime Minister": a post is no company.
  if (english_title_at(text_, tokens_[first].begin) > 0) return false;
  if (first > 0) {
    const std::string_view before = word(first - 1);
    if (gap_before(first) == " " && organization_cues().contains(before)) return true;
    if (gap_before(first) == ", " && organization_cues().contains(before)) return true;
  }
  const std::string_view after = text_.substr(tokens_[last - 1].end);
  for (std::size_t i = first; i + 1 < last; ++i) {
    if (gap(i) == " & ") return true;
  }
  if (opens_sentence(first) && last - first == 1 && is_common_word(first)) return false;
  if (after_place_possessive(first)) return true;
  if (has_officer(last) && english_title_at(text_, tokens_[first].begin) == 0) return true;
  // "a former Foo executive"
  if (first > 0 && gap_before(first) == " " && word(first - 1) == "former" &&
      english_title_at(text_, tokens_[last - 1].end + 1) > 0)
    return true;
  if (opens_sentence(first) && last - first == 1 && looks_like_name(first) && does_business(last))
    return true;
  if (is_party(first) || employs(first)) return true;
  if (after.starts_with("'s ") && !opens_sentence(first)) return true;
  if (after.starts_with(", ") && apposition_says_company(last)) return true;
  if (last < tokens_.size() && gap(last - 1) == " " && acts(last)) return true;
  if (first == 0 || gap_before(first) != " ") return false;
  const std::string_view before = word(first - 1);
  if (last - first == 1 && looks_like_name(first)) {
    static const Words kStrong{"from",     "by",        "with",     "acquire",   "acquires",
                               "acquired", "acquiring", "buying",   "bought",    "joins",
                               "joined",   "join",      "supplies", "supplying", "supply",
                               "between",  "owns",      "owned",    "named",     "against"};
    if (kStrong.contains(before) && before != "named") return true;
    // "sell Foo to Bar"
    const bool sold = before == "sell" || before == "selling" || before == "sold";
    if (sold && after.starts_with(" to ")) return true;
    // "about 20% of Subaru"
    const bool share = before == "of" && first > 1 && gap(first - 2).starts_with('%');
    if (share) return true;
  }
  return deal_words_before().contains(before) && occurs_elsewhere(first, last);
}

bool NameScanner::employs(std::size_t first) const {
  if (first < 2 || gap_before(first) != " ") return false;
  const std::string_view link = word(first - 1);
  if (link == "at" || link == "of") {
    if (world_places().contains(word(first))) return false;
    if (link == "at" && is_employment(first - 2)) return true;
    // "the late boss of Foo", but "the mayor of Foo"
    static const Words kPosts{"boss",    "chief",    "executive",  "chairman",   "chairwoman",
                              "founder", "chair",    "co-founder", "cofounder",  "CEO",
                              "CFO",     "CTO",      "COO",        "president",  "officer",
                              "analyst", "engineer", "scientist",  "researcher", "director"};
    const std::string_view post = word(first - 2);
    if (!kPosts.contains(post) || gap(first - 2) != " ") return false;
    return link == "at" || (post != "president" && post != "director");
  }
  static const Words kVerbs{"ran",  "runs",  "founded", "co-founded", "cofounded", "quit",
                            "left", "heads", "headed",  "chairs",     "chaired"};
  return kVerbs.contains(link) && looks_like_name(first) && word(first - 2) != "was" &&
         word(first - 2) != "were";
}

/// "worked", "spent a decade editing", "an engineer": what goes before the "at" of an employer.
bool NameScanner::is_employment(std::size_t last) const {
  static const Words kWords{"worked",    "working", "works",   "intern",  "internship",
                            "career",    "stint",   "job",     "jobs",    "tenure",
                            "professor", "years",   "trained", "analyst", "strategist",
                            "economist", "manager", "partner"};
  if (kWords.contains(word(last))) return true;
  if (english_title_at(text_, tokens_[last].begin) > 0) return true;
  // "who spent a decade editing at Foo"
  constexpr std::size_t kReach = 4;
  for (std::size_t i = last, n = 0; i-- > 0 && n < kReach; ++n) {
    if (word(i) == "spent") return true;
  }
  return false;
}

bool NameScanner::is_common_word(std::size_t i) const {
  const std::string lower = ascii_lower(word(i));
  if (opens_sentence(i) && common_openers().contains(lower)) return true;
  // "Verification takes longest": words made from verbs and adjectives
  const bool abstract =
      lower.size() > 6 && ends_with_any(lower, {"tion", "sion", "ment", "ness", "ity", "ance",
                                                "ence", "ism", "ship", "ing", "ings"});
  if (abstract && opens_sentence(i) && !occurs_elsewhere(i, i + 1)) return true;
  if (verb_form(lower) || is_modifier(lower) || is_adverb(lower) || is_goods_noun(lower) ||
      is_company_noun(singular(lower)))
    return true;
  return lower.size() > 4 &&
         (lower.ends_with("ers") || lower.ends_with("ors") || lower.ends_with("ists")) &&
         !occurs_elsewhere(i, i + 1);
}

bool NameScanner::has_officer(std::size_t last) const {
  std::size_t at = tokens_[last - 1].end;
  const std::string_view after = text_.substr(at);
  const bool owns = after.starts_with("'s ") || after.starts_with("' ");
  at += after.starts_with("'s ") ? 3 : after.starts_with("' ") ? 2 : 1;
  if (!owns && !after.starts_with(' ')) return false;
  const std::uint32_t size = english_title_at(text_, at);
  if (size == 0) return false;
  return owns || is_upper(character_at(text_, at + size + 1).code);
}

bool NameScanner::does_business(std::size_t last) const {
  if (last + 1 >= tokens_.size() || gap(last - 1) != ", " || word(last) != "which") return false;
  static const Words kVerbs{"makes",    "builds",   "develops",    "designs",      "sells",
                            "provides", "operates", "runs",        "owns",         "produces",
                            "counts",   "employs",  "supplies",    "raised",       "competes",
                            "trains",   "offers",   "specializes", "manufactures", "rents",
                            "leases",   "has"};
  return kVerbs.contains(word(last + 1));
}

bool NameScanner::looks_like_name(std::size_t i) const {
  const std::string_view w = word(i);
  constexpr std::size_t kShortest = 4;
  if (w.size() < kShortest || !is_lower(character_at(w, 1).code)) return false;
  return !is_common_word(i) && !is_given_name(w);
}

bool NameScanner::after_place_possessive(std::size_t first) const {
  const std::size_t begin = tokens_[first].begin;
  if (begin < 4 || !text_.substr(0, begin).ends_with("'s ")) return false;
  const Name* owner = name_covering(taken_, begin - 4);
  return owner != nullptr && owner->span.end == begin - 3 &&
         taken_.entities[owner->entity].type == EntityType::Place;
}

bool NameScanner::is_party(std::size_t first) const {
  static const Words kLinks{"of", "by", "in", "with", "from", "to", "for"};
  if (first < 2 || gap_before(first) != " " || !kLinks.contains(word(first - 1))) return false;
  static const Words kNouns{"acquisition", "takeover",      "purchase",  "stake",    "shares",
                            "subsidiary",  "unit",          "merger",    "contract", "deal",
                            "agreement",   "partnership",   "order",     "orders",   "investment",
                            "supplier",    "customer",      "owner",     "parent",   "investors",
                            "maker",       "alliance",      "venture",   "pact",     "talks",
                            "bid",         "offer",         "invest",    "invests",  "invested",
                            "investing",   "participation", "funding",   "buyout",   "client",
                            "stakes",      "round",         "board",     "arm",      "division",
                            "affiliate",   "sale",          "purchases", "backing"};
  static const Words kParticiples{
      "owned",      "led",          "backed",    "supplied", "acquired",     "bought",
      "controlled", "made",         "built",     "produced", "funded",       "provided",
      "co-led",     "manufactured", "partnered", "teamed",   "collaborated", "working",
      "merge",      "merged",       "developed", "packaged", "run",          "operated",
      "swallowed",  "supply",       "sell",      "ship",     "sold",         "shipped",
      "supplies",   "sells",        "ships",     "sources",  "buys",         "ordered",
      "sourced",    "joined",       "up",        "forces",   "supplying",    "selling",
      "shipping",   "purchased",    "sourcing",  "headed",   "chaired"};
  const std::string_view before = word(first - 2);
  const std::string_view link = word(first - 1);
  // "will sell servers built on its chips to Foo"
  if (link == "to" && looks_like_name(first)) {
    static const Words kHanding{"sell",      "sells",     "sold",    "supply",   "supplies",
                                "supplied",  "ship",      "ships",   "shipped",  "deliver",
                                "delivers",  "delivered", "provide", "provides", "provided",
                                "supplying", "selling",   "shipping"};
    constexpr std::size_t kReach = 10;
    for (std::size_t i = first - 1, n = 0; i-- > 0 && n < kReach; ++n) {
      if (kHanding.contains(word(i))) return true;
    }
  }
  if (kNouns.contains(before))
    return link != "in" || before == "stake" || before == "shares" || before == "stakes" ||
           before.starts_with("invest");
  return kParticiples.contains(before) && link != "in" && link != "of" && link != "for";
}

bool NameScanner::acts(std::size_t i) const {
  const std::string_view w = word(i);
  if (deal_verbs().contains(w)) return true;
  static const Words kMore{"had",  "would", "could", "may", "might", "can",   "plans",   "itself",
                           "also", "still", "does",  "did", "beat",  "alone", "declined"};
  if (kMore.contains(w)) return true;
  const auto form = verb_form(std::string(w));
  if (!form || form->lemma.empty()) return false;
  if (form->also_noun) {
    // "Nidec counts Toyota among"
    const bool governs = i + 1 < tokens_.size() && gap(i) == " " &&
                         (is_capitalised(i + 1) || is_determiner(word(i + 1)));
    return form->form == Form::Past || (form->form == Form::Third && governs);
  }
  return form->form == Form::Third || form->form == Form::Past || form->form == Form::OnlyPast;
}

bool NameScanner::apposition_says_company(std::size_t last) const {
  static const Words kParticiples{"founded",    "backed",   "headquartered", "owned",
                                  "co-founded", "formerly", "which"};
  if (kParticiples.contains(word(last)) && word(last) != "which") return true;
  static const Words kOpeners{"a", "an", "the", "another", "which", "its"};
  if (!kOpeners.contains(word(last))) return false;
  constexpr std::size_t kReach = 7;
  for (std::size_t i = last + 1; i < std::min(tokens_.size(), last + kReach); ++i) {
    if (apposition_nouns().contains(word(i))) return true;
    if (gap(i).find(',') != std::string_view::npos) return false;
  }
  return false;
}

bool NameScanner::occurs_elsewhere(std::size_t first, std::size_t last) const {
  constexpr std::size_t kFar = 20'000;  // keeps the whole linear in the length of the text
  const std::string_view near = text_.substr(0, kFar);
  const std::string_view name =
      text_.substr(tokens_[first].begin, tokens_[last - 1].end - tokens_[first].begin);
  return last - first >= 2 || near.find(name) < tokens_[first].begin;
}

}  // namespace dealgraph::extract::english
