// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>

#include "graph/extract/characters.hpp"
#include "graph/extract/english.hpp"
#include "graph/extract/names.hpp"
#include "graph/extract/titles.hpp"

namespace dealgraph::extract {
namespace {

using Words = std::unordered_set<std::string_view>;

/// Words with a capital that are no names: openers of sentences, calendar, trade jargon.
const Words& plain_words() {
  static const Words kWords{"The",         "A",           "An",
                            "In",          "On",          "At",
                            "It",          "Its",         "This",
                            "That",        "These",       "Those",
                            "We",          "Our",         "You",
                            "Your",        "He",          "His",
                            "She",         "Her",         "They",
                            "Their",       "I",           "My",
                            "But",         "And",         "Or",
                            "As",          "For",         "If",
                            "When",        "While",       "After",
                            "Before",      "Since",       "With",
                            "Without",     "From",        "By",
                            "To",          "Of",          "There",
                            "Here",        "What",        "Why",
                            "How",         "Who",         "Which",
                            "Where",       "Some",        "Many",
                            "Most",        "More",        "New",
                            "Last",        "Next",        "Both",
                            "All",         "Also",        "Meanwhile",
                            "However",     "According",   "Earlier",
                            "Later",       "Over",        "Under",
                            "Fresh",       "Then",        "Now",
                            "Still",       "Yet",         "Even",
                            "Just",        "Only",        "Such",
                            "So",          "Not",         "No",
                            "Yes",         "One",         "Two",
                            "Three",       "Four",        "Five",
                            "Six",         "Seven",       "Eight",
                            "Nine",        "Ten",         "Neither",
                            "Either",      "Another",     "Other",
                            "Each",        "Every",       "Any",
                            "Despite",     "Although",    "Though",
                            "Because",     "During",      "Through",
                            "Until",       "Unlike",      "Like",
                            "Ironically",  "Separately",  "Additionally",
                            "Moreover",    "Furthermore", "Instead",
                            "Shares",      "Effective",   "Chips",
                            "Prices",      "Analysts",    "Investors",
                            "Sources",     "Executives",  "Officials",
                            "Financial",   "Terms",       "Under",
                            "Once",        "Today",       "Yesterday",
                            "Tomorrow",    "Talks",       "Data",
                            "Monday",      "Tuesday",     "Wednesday",
                            "Thursday",    "Friday",      "Saturday",
                            "Sunday",      "January",     "February",
                            "March",       "April",       "May",
                            "June",        "July",        "August",
                            "September",   "October",     "November",
                            "December",    "Jan",         "Feb",
                            "Mar",         "Apr",         "Jun",
                            "Jul",         "Aug",         "Sep",
                            "Sept",        "Oct",         "Nov",
                            "Dec",         "AI",          "AGI",
                            "CEO",         "CTO",         "CFO",
                            "COO",         "VP",          "GPU",
                            "GPUs",        "CPU",         "CPUs",
                            "NPU",         "NPUs",        "IPO",
                            "API",         "APIs",        "PC",
                            "PCs",         "IT",          "EV",
                            "EVs",         "LLM",         "LLMs",
                            "ML",          "RAM",         "DRAM",
                            "NAND",        "SSD",         "SSDs",
                            "MOU",         "LOI",         "R",
                            "D",           "B",           "C",
                            "Series",      "Round",       "Inc",
                            "Corp",        "Ltd",         "LLC",
                            "USD",         "US",          "GB",
                            "TB",          "MW",          "GW",
                            "IP",          "ID",          "SaaS",
                            "IoT",         "HPC",         "VC",
                            "PE",          "M",           "Mr",
                            "Ms",          "Mrs",         "Dr",
                            "Prof",        "Sir",         "Chinese",
                            "American",    "Korean",      "South Korean",
                            "Japanese",    "European",    "Israeli",
                            "Indian",      "Taiwanese",   "British",
                            "French",      "German",      "Dutch",
                            "Canadian",    "Emirati",     "Saudi",
                            "Russian",     "Asian",       "Western",
                            "African",     "Arab",        "Vietnamese",
                            "Singaporean", "Malaysian",   "Australian",
                            "Swedish",     "Swiss",       "Italian",
                            "Spanish",     "Big",         "Tech",
                            "Internet",    "Web",         "Q1",
                            "Q2",          "Q3",          "Q4",
                            "H1",          "H2",          "FY",
                            "CES",         "Reports",     "Report",
                            "Exclusive",   "Breaking",    "Update",
                            "Opinion",     "Analysis",    "Deal",
                            "Deals",       "Business",    "Read",
                            "See",         "Let",         "Given",
                            "Asked",       "Speaking",    "Founded",
                            "Based",       "Backed",      "Led",
                            "Including",   "Among",       "Around",
                            "About",       "Against",     "Amid",
                            "Between",     "Beyond",      "Per",
                            "Via",         "Within",      "First",
                            "Second",      "Third",       "Finally",
                            "Recently",    "Currently",   "Previously",
                            "Nearly",      "Almost",      "Several",
                            "Few",         "Much",        "Less",
                            "Least",       "Rather",      "Perhaps",
                            "Maybe",       "Indeed",      "Thus",
                            "Hence",       "Therefore",   "Otherwise",
                            "Together",    "Whether",     "Could",
                            "Would",       "Should",      "Can",
                            "Will",        "Does",        "Did",
                            "Do",          "Is",          "Are",
                            "Was",         "Were",        "Has",
                            "Have",        "Had",         "Be",
                            "Been"};
  return kWords;
}

const Words& organization_endings() {
  static const Words kWords{"Inc",
                            "Corp",
                            "Corporation",
                            "Ltd",
                            "LLC",
                            "Company",
                            "Co",
                            "Labs",
                            "Lab",
                            "Systems",
                            "Technologies",
                            "Technology",
                            "Group",
                            "Holdings",
                            "Capital",
                            "Ventures",
                            "Partners",
                            "Bank",
                            "University",
                            "Institute",
                            "Ministry",
                            "Fund",
                            "Semiconductor",
                            "Semiconductors",
                            "Energy",
                            "Motors",
                            "Motor",
                            "Robotics",
                            "Foundation",
                            "Association",
                            "Commission",
                            "Agency",
                            "Authority",
                            "Electronics",
                            "Networks",
                            "Software",
                            "Solutions",
                            "Industries",
                            "Electric",
                            "Materials",
                            "Photonics",
                            "Computing",
                            "Cloud",
                            "Pharmaceuticals",
                            "Therapeutics",
                            "Bio",
                            "Telecom",
                            "Communications",
                            "Mobility",
                            "Microsystems",
                            "Micro",
                            "Instruments",
                            "Devices",
                            "Management",
                            "Investments",
                            "Investment",
                            "Equity",
                            "Council",
                            "Committee",
                            "Office",
                            "Department",
                            "Board",
                            "College",
                            "School",
                            "Consortium",
                            "Federation",
                            "Bureau",
                            "Administration",
                            "Power",
                            "Airlines",
                            "Aerospace",
                            "Automotive",
                            "Chemical",
                            "Chemicals",
                            "Steel",
                            "AI",
                            "Intelligence",
                            "Global",
                            "International",
                            "Logistics",
                            "Interactive",
                            "Digital",
                            "Security",
                            "Analytics",
                            "Research",
                            "Studios",
                            "Heavy",
                            "Optics",
                            "Silicon",
                            "Compute",
                            "Infrastructure",
                            "Insurance",
                            "Securities",
                            "Advisors",
                            "Asset",
                            "Trust",
                            "Exchange",
                            "Team",
                            "Plc",
                            "AG",
                            "SE",
                            "GmbH",
                            "SA",
                            "NV"};
  return kWords;
}

const Words& place_endings() {
  static const Words kWords{"City",   "County", "Province",  "Valley",     "Island",
                            "Campus", "Park",   "Peninsula", "Prefecture", "District",
                            "Port",   "Bay",    "Township"};
  return kWords;
}

const Words& event_endings() {
  static const Words kWords{"Summit",   "Conference", "Forum", "Expo", "Symposium",
                            "Congress", "Convention", "Fair",  "Show", "Hackathon"};
  return kWords;
}

const Words& project_endings() {
  static const Words kWords{"Initiative", "Project",  "Program", "Programme",
                            "Mission",    "Alliance", "Plan"};
  return kWords;
}

const Words& organization_cues() {
  static const Words kWords{
      "startup",       "start-up",  "company",     "firm",         "chipmaker",  "maker",
      "developer",     "provider",  "supplier",    "manufacturer", "operator",   "lab",
      "carmaker",      "automaker", "giant",       "unit",         "subsidiary", "rival",
      "fund",          "investor",  "consultancy", "customer",     "vendor",     "designer",
      "unicorn",       "builder",   "upstart",     "hyperscaler",  "foundry",    "group",
      "bank",          "publisher", "integrator",  "specialist",   "contractor", "utility",
      "distributor",   "affiliate", "arm",         "conglomerate", "broker",     "backer",
      "joint-venture", "venture",   "parent",      "neocloud"};
  return kWords;
}

const Words& product_cues() {
  static const Words kWords{
      "chip",           "chips",        "model",      "models",      "GPU",
      "GPUs",           "processor",    "processors", "accelerator", "accelerators",
      "platform",       "platforms",    "assistant",  "chatbot",     "app",
      "software",       "architecture", "CPU",        "CPUs",        "supercomputer",
      "supercomputers", "servers",      "memory",     "PCs",         "smartphone",
      "smartphones",    "robot",        "robots",     "robotaxi",    "racks",
      "superchip",      "tool",         "series",     "lineup",      "system-on-chip",
      "chipset"};
  return kWords;
}

const Words& deal_verbs() {
  static const Words kWords{
      "raises",   "raised",    "raise",     "acquires",   "acquired", "acquire",   "buys",
      "bought",   "buy",       "announced", "announces",  "signs",    "signed",    "invests",
      "invested", "plans",     "unveiled",  "launched",   "supplies", "supplied",  "agreed",
      "agrees",   "closed",    "secures",   "secured",    "partners", "partnered", "said",
      "says",     "will",      "has",       "is",         "was",      "joins",     "joined",
      "sells",    "sold",      "wins",      "won",        "denied",   "declined",  "expects",
      "aims",     "operates",  "makes",     "builds",     "develops", "designs",   "provides",
      "teams",    "teamed",    "taps",      "tapped",     "picks",    "picked",    "hires",
      "hired",    "named",     "names",     "appointed",  "appoints", "expands",   "expanded",
      "delivers", "delivered", "ships",     "shipped",    "lands",    "landed",    "confirmed",
      "confirms", "completed", "completes", "terminated", "ended"};
  return kWords;
}

const Words& deal_words_before() {
  static const Words kWords{
      "acquire", "acquires", "acquired", "acquiring", "buy",   "buys",   "buying",   "bought",
      "with",    "by",       "in",       "of",        "to",    "from",   "for",      "and",
      "at",      "between",  "join",     "joined",    "joins", "supply", "supplies", "supplying",
      "like",    "include",  "includes", "including", "named", "called", "dubbed"};
  return kWords;
}

const Words& apposition_nouns() {
  static const Words kWords{
      "startup",  "company",   "firm",       "maker",     "provider", "developer",    "consultancy",
      "fund",     "unit",      "subsidiary", "chipmaker", "lab",      "manufacturer", "operator",
      "supplier", "automaker", "investor",   "bank",      "group",    "arm",          "designer",
      "foundry",  "builder",   "carmaker",   "vendor",    "rival",    "agency",       "affiliate"};
  return kWords;
}

struct Token {
  std::size_t begin;
  std::size_t end;
};

class Scanner {
 public:
  Scanner(std::string_view text, const Sentence& sentence, const Names& taken)
      : text_(text.substr(0, sentence.span.end)), sentence_(sentence), taken_(taken) {}

  std::vector<ContextName> run() {
    read_tokens();
    if (is_title_case()) return {};
    for (std::size_t i = 0; i < tokens_.size();) {
      const std::size_t length = sequence(i);
      if (length > 0) consider(i, i + length);
      i += std::max<std::size_t>(length, 1);
    }
    spread_types();
    std::vector<ContextName> out;
    for (const Candidate& c : candidates_) {
      if (c.type) out.push_back({span_of(c), *c.type});
    }
    return out;
  }

 private:
  struct Candidate {
    std::size_t first;
    std::size_t last;  ///< One past.
    std::optional<EntityType> type;
  };

  Span span_of(const Candidate& c) const {
    return {static_cast<std::uint32_t>(tokens_[c.first].begin),
            static_cast<std::uint32_t>(tokens_[c.last - 1].end)};
  }

  void read_tokens() {
    std::size_t at = sentence_.span.begin;
    while (at < sentence_.span.end) {
      const Character c = character_at(text_, at);
      if (!is_word(c.code)) {
        at += c.size;
        continue;
      }
      std::size_t end = word_end(text_, at);
      // 4.7, 3.5: a version number is one token.
      while (end + 1 < sentence_.span.end && text_[end] == '.' &&
             is_digit(character_before(text_, end).code) &&
             is_digit(static_cast<unsigned char>(text_[end + 1]))) {
        end = word_end(text_, end + 1);
      }
      tokens_.push_back({at, end});
      at = end;
    }
  }

  std::string_view word(std::size_t i) const {
    if (i >= tokens_.size()) return {};
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }

  bool is_capitalised(std::size_t i) const { return is_upper(character_at(word(i), 0).code); }

  bool is_taken(std::size_t i) const { return name_covering(taken_, tokens_[i].begin) != nullptr; }

  /// What stands between two tokens.
  std::string_view gap(std::size_t i) const {
    if (i + 1 >= tokens_.size()) return text_.substr(tokens_[i].end);
    return text_.substr(tokens_[i].end, tokens_[i + 1].begin - tokens_[i].end);
  }

  std::string_view gap_before(std::size_t i) const {
    return i == 0 ? text_.substr(sentence_.span.begin, tokens_[0].begin - sentence_.span.begin)
                  : gap(i - 1);
  }

  bool opens_sentence(std::size_t i) const {
    return i == 0 || gap_before(i).find_first_of("\".:") != std::string_view::npos;
  }

  /// A headline that gives every word a capital shows nothing by one.
  bool is_title_case() const {
    std::size_t capitalised = 0;
    std::size_t lower = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      constexpr std::size_t kShortWord = 3;
      if (word(i).size() <= kShortWord || is_taken(i)) continue;
      if (is_capitalised(i)) ++capitalised;
      if (is_lower(character_at(word(i), 0).code)) ++lower;
    }
    return capitalised > 2 && capitalised > 2 * lower;
  }

  /// Tokens of the run of capitalised words that begins at `i`.
  std::size_t sequence(std::size_t i) const {
    if (!is_capitalised(i) || is_taken(i)) return 0;
    if (plain_words().contains(word(i))) return starts_ministry(i) ? ministry(i) : 0;
    std::size_t end = i + 1;
    while (end < tokens_.size() && !is_taken(end)) {
      const std::string_view between = gap(end - 1);
      const std::string_view next = word(end);
      if (between != " " && between != " & ") break;
      const bool number = is_digit(character_at(next, 0).code) && next.size() <= 4;
      if (!is_capitalised(end) && !number) break;
      if (plain_words().contains(next) && !organization_endings().contains(next)) break;
      if (english_title_at(text_, tokens_[end].begin) > 0 && end > i) break;
      if (number && is_year(next)) break;
      ++end;
    }
    if (starts_ministry(i)) return std::max(end - i, ministry(i));
    return end - i;
  }

  static bool is_year(std::string_view number) {
    return number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
  }

  /// Ministry of Trade, University of Tokyo, Bank of Korea, Department of Energy.
  bool starts_ministry(std::size_t i) const {
    static const Words kHeads{"Ministry", "University", "Bank",   "Department", "Institute",
                              "Office",   "Secretary",  "Bureau", "Council",    "House"};
    return kHeads.contains(word(i)) && word(i + 1) == "of" && i + 2 < tokens_.size() &&
           is_capitalised(i + 2);
  }

  std::size_t ministry(std::size_t i) const {
    std::size_t end = i + 3;
    while (end < tokens_.size()) {
      const std::string_view between = gap(end - 1);
      if (between == ", " && end + 2 < tokens_.size() && is_capitalised(end) &&
          word(end + 1) == "and" && is_capitalised(end + 2)) {
        end += 3;
      } else if (between == " " && is_capitalised(end) && !is_taken(end)) {
        ++end;
      } else if (between == " " && word(end) == "and" && end + 1 < tokens_.size() &&
                 is_capitalised(end + 1) && !is_taken(end + 1) && gap(end) == " ") {
        end += 2;
      } else {
        break;
      }
    }
    return end - i;
  }

  void consider(std::size_t first, std::size_t last) {
    if (last - first == 1 && is_bare_acronym(first)) return;
    Candidate candidate{first, last, type_of(first, last)};
    if (!candidate.type && last - first == 1 && opens_sentence(first)) return;
    candidates_.push_back(candidate);
  }

  bool is_bare_acronym(std::size_t i) const {
    const std::string_view w = word(i);
    return w.size() == 1 || english_title_at(text_, tokens_[i].begin) == w.size();
  }

  std::optional<EntityType> type_of(std::size_t first, std::size_t last) const {
    if (const auto type = by_ending(first, last)) return type;
    if (is_person(first, last)) return EntityType::Person;
    if (is_product(first, last)) return EntityType::Product;
    if (is_organization(first, last)) return EntityType::Organization;
    return std::nullopt;
  }

  std::optional<EntityType> by_ending(std::size_t first, std::size_t last) const {
    const std::string_view ending = word(last - 1);
    if (starts_ministry(first)) return EntityType::Organization;
    if (last - first < 2) return std::nullopt;
    if (word(first) == "Project") return EntityType::Project;
    if (event_endings().contains(ending)) return EntityType::Event;
    if (project_endings().contains(ending)) return EntityType::Project;
    if (place_endings().contains(ending)) return EntityType::Place;
    if (organization_endings().contains(ending)) return EntityType::Organization;
    return std::nullopt;
  }

  /// "CEO Jane Roe", "Jane Roe, CEO of", "Jane Roe, Acme's CEO", a known given name.
  bool is_person(std::size_t first, std::size_t last) const {
    const std::size_t words = last - first;
    constexpr std::size_t kMostWords = 4;
    if (words > kMostWords) return false;
    for (std::size_t i = first; i < last; ++i) {
      if (is_digit(character_at(word(i), word(i).size() - 1).code)) return false;
    }
    if (words >= 2 && is_given_name(word(first))) return true;
    if (words >= 2 && title_ends_before(first)) return true;
    if (words < 2) return false;
    const std::string_view after = text_.substr(tokens_[last - 1].end);
    if (!after.starts_with(", ")) return false;
    return post_in_apposition(tokens_[last - 1].end + 2);
  }

  /// True if the word before is a post: "chief executive Jane Roe".
  bool title_ends_before(std::size_t first) const {
    if (first == 0 || gap_before(first) != " ") return false;
    const std::size_t begin = tokens_[first - 1].begin;
    return english_title_at(text_, begin) == tokens_[first - 1].end - begin;
  }

  /// "a senior vice president at …", "Acme's head of …", "CEO of …", "who".
  bool post_in_apposition(std::size_t at) const {
    for (const std::string_view article : {"a ", "an ", "the ", "its ", "former ", "then "}) {
      if (text_.substr(at).starts_with(article)) at += article.size();
    }
    if (english_title_at(text_, at) > 0) return true;
    const Name* owner = name_covering(taken_, at);
    if (owner == nullptr || owner->span.begin != at) return false;
    std::size_t next = owner->span.end;
    if (text_.substr(next).starts_with("'s "))
      next += 3;
    else if (text_.substr(next).starts_with(" "))
      ++next;
    return english_title_at(text_, next) > 0;
  }

  bool is_product(std::size_t first, std::size_t last) const {
    const std::string_view ending = word(last - 1);
    const bool versioned = is_digit(character_at(ending, 0).code) && last - first >= 2;
    const bool coded =
        last - first <= 2 && ending.size() >= 2 && is_upper(character_at(ending, 0).code) &&
        std::ranges::any_of(ending,
                            [](char c) { return is_digit(static_cast<unsigned char>(c)); }) &&
        std::ranges::none_of(ending, [](char c) { return c >= 'a' && c <= 'z'; });
    if (versioned || coded) return true;
    if (last < tokens_.size() && gap(last - 1) == " " && product_cues().contains(word(last))) {
      return true;
    }
    if (first == 0) return false;
    const bool named = gap_before(first) == ", " || gap_before(first) == " ";
    return named && product_cues().contains(word(first - 1));
  }

  bool is_organization(std::size_t first, std::size_t last) const {
    if (first > 0) {
      const std::string_view before = word(first - 1);
      if (gap_before(first) == " " && organization_cues().contains(before)) return true;
      if (gap_before(first) == ", " && organization_cues().contains(before)) return true;
    }
    const std::string_view after = text_.substr(tokens_[last - 1].end);
    if (after.starts_with("'s ") && !opens_sentence(first)) return true;
    if (after.starts_with(", ") && apposition_says_company(last)) return true;
    if (last < tokens_.size() && gap(last - 1) == " " && deal_verbs().contains(word(last)))
      return true;
    if (first == 0 || gap_before(first) != " ") return false;
    return deal_words_before().contains(word(first - 1)) && occurs_elsewhere(first, last);
  }

  /// ", a startup that …", ", the South Korean maker of …"
  bool apposition_says_company(std::size_t last) const {
    static const Words kOpeners{"a", "an", "the", "another", "which", "its"};
    if (!kOpeners.contains(word(last))) return false;
    constexpr std::size_t kReach = 7;
    for (std::size_t i = last + 1; i < std::min(tokens_.size(), last + kReach); ++i) {
      if (apposition_nouns().contains(word(i))) return true;
      if (gap(i).find(',') != std::string_view::npos) return false;
    }
    return false;
  }

  bool occurs_elsewhere(std::size_t first, std::size_t last) const {
    constexpr std::size_t kFar = 20'000;  // keeps the whole linear in the length of the text
    const std::string_view near = text_.substr(0, kFar);
    const std::string_view name =
        text_.substr(tokens_[first].begin, tokens_[last - 1].end - tokens_[first].begin);
    return last - first >= 2 || near.find(name) < tokens_[first].begin;
  }

  /// "A and B", "A, B and C": the untyped take the type of their neighbours.
  void spread_types() {
    for (int pass = 0; pass < 2; ++pass) {
      for (std::size_t i = 0; i + 1 < candidates_.size(); ++i) {
        Candidate& a = candidates_[i];
        Candidate& b = candidates_[i + 1];
        if (!coordinated(a, b)) continue;
        if (a.type && !b.type) b.type = a.type;
        if (b.type && !a.type) a.type = b.type;
      }
    }
    for (Candidate& c : candidates_) {
      if (!c.type) c.type = type_of_neighbours(c);
    }
  }

  bool coordinated(const Candidate& a, const Candidate& b) const {
    const std::size_t from = tokens_[a.last - 1].end;
    const std::string_view between = text_.substr(from, tokens_[b.first].begin - from);
    return between == ", " || between == " and " || between == ", and " || between == " or ";
  }

  /// A name coordinated with one of the lexicon is of its type.
  std::optional<EntityType> type_of_neighbours(const Candidate& c) const {
    const Span span = span_of(c);
    for (const std::string_view joint : {", and ", " and ", ", "}) {
      if (text_.substr(span.end).starts_with(joint)) {
        const Name* next = name_covering(taken_, span.end + joint.size());
        if (next != nullptr) return taken_.entities[next->entity].type;
      }
      if (span.begin >= joint.size() && text_.substr(0, span.begin).ends_with(joint)) {
        const Name* before = name_covering(taken_, span.begin - joint.size() - 1);
        if (before != nullptr && joint != ", ") return taken_.entities[before->entity].type;
      }
    }
    return std::nullopt;
  }

  std::string_view text_;
  const Sentence& sentence_;
  const Names& taken_;
  std::vector<Token> tokens_;
  std::vector<Candidate> candidates_;
};

}  // namespace

std::vector<ContextName> english_context_names(std::string_view text, const Sentence& sentence,
                                               const Names& taken) {
  return Scanner(text, sentence, taken).run();
}

}  // namespace dealgraph::extract
