// SPDX-License-Identifier: MIT
#include "graph/extract/english.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "graph/extract/characters.hpp"

namespace dealgraph::extract {

std::vector<Span> words_of(std::string_view text, Span range) {
  std::vector<Span> words;
  std::size_t at = range.begin;
  while (at < range.end) {
    const Character c = character_at(text, at);
    if (!is_word(c.code)) {
      at += c.size;
      continue;
    }
    const std::size_t end = std::min<std::size_t>(word_end(text, at), range.end);
    words.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end;
  }
  return words;
}

std::optional<Case> preposition_case(std::string_view word) {
  static const std::unordered_map<std::string_view, Case> kCases{
      {"to", Case::Recipient},   {"from", Case::Source},     {"with", Case::With},
      {"of", Case::Owner},       {"by", Case::Agent},        {"for", Case::For},
      {"in", Case::At},          {"at", Case::At},           {"on", Case::At},
      {"into", Case::Toward},    {"onto", Case::Toward},     {"as", Case::Other},
      {"like", Case::Other},     {"than", Case::Other},      {"against", Case::Other},
      {"over", Case::Other},     {"unlike", Case::Other},    {"between", Case::With},
      {"via", Case::Other},      {"through", Case::Other},   {"about", Case::Other},
      {"under", Case::Other},    {"across", Case::At},       {"near", Case::At},
      {"alongside", Case::With}, {"including", Case::Other}, {"using", Case::Other},
      {"after", Case::Other},    {"before", Case::Other},    {"among", Case::Other},
      {"towards", Case::Toward}, {"toward", Case::Toward},   {"outside", Case::Other},
      {"per", Case::Other},      {"versus", Case::Other},    {"despite", Case::Other}};
  const std::string lower = ascii_lower(word);
  const auto found = kCases.find(lower);
  return found == kCases.end() ? std::nullopt : std::optional(found->second);
}

bool is_inside_noun_phrase(std::string_view word) {
  static const std::unordered_set<std::string_view> kWords{"the",
                                                           "a",
                                                           "an",
                                                           "its",
                                                           "his",
                                                           "her",
                                                           "their",
                                                           "our",
                                                           "fellow",
                                                           "rival",
                                                           "new",
                                                           "leading",
                                                           "major",
                                                           "startup",
                                                           "start-up",
                                                           "company",
                                                           "firm",
                                                           "chipmaker",
                                                           "maker",
                                                           "developer",
                                                           "provider",
                                                           "supplier",
                                                           "manufacturer",
                                                           "operator",
                                                           "lab",
                                                           "carmaker",
                                                           "automaker",
                                                           "giant",
                                                           "unit",
                                                           "subsidiary",
                                                           "fund",
                                                           "investor",
                                                           "cloud",
                                                           "chip",
                                                           "chips",
                                                           "software",
                                                           "semiconductor",
                                                           "memory",
                                                           "server",
                                                           "servers",
                                                           "data",
                                                           "center",
                                                           "centre",
                                                           "foundry",
                                                           "investment",
                                                           "venture",
                                                           "capital",
                                                           "equipment",
                                                           "designer",
                                                           "parent",
                                                           "partner",
                                                           "partners",
                                                           "customer",
                                                           "customers",
                                                           "tech",
                                                           "technology",
                                                           "design",
                                                           "interface",
                                                           "battery",
                                                           "power",
                                                           "energy",
                                                           "robotics",
                                                           "hyperscaler",
                                                           "existing",
                                                           "former",
                                                           "both",
                                                           "local",
                                                           "global",
                                                           "international",
                                                           "state-owned",
                                                           "privately",
                                                           "held",
                                                           "publicly",
                                                           "traded",
                                                           "networking",
                                                           "optical",
                                                           "photonics",
                                                           "automotive",
                                                           "storage",
                                                           "research",
                                                           "two",
                                                           "three",
                                                           "four",
                                                           "several",
                                                           "companies",
                                                           "firms",
                                                           "such",
                                                           "hyperscalers",
                                                           "startups",
                                                           "backers",
                                                           "investors",
                                                           "neocloud",
                                                           "model",
                                                           "quantum",
                                                           "infrastructure",
                                                           "bank"};
  const char32_t first = character_at(word, 0).code;
  return is_upper(first) || is_digit(first) || kWords.contains(word) || word.ends_with("-based") ||
         word.ends_with("-focused") || word.ends_with("-backed") || word.ends_with("-owned");
}

bool is_auxiliary(std::string_view word) {
  static const std::unordered_set<std::string_view> kWords{
      "is",      "are",        "was",     "were",       "be",        "been",     "being",
      "has",     "have",       "had",     "will",       "would",     "may",      "might",
      "could",   "can",        "should",  "did",        "does",      "do",       "s",
      "to",      "not",        "also",    "reportedly", "recently",  "formally", "already",
      "instead", "previously", "jointly", "still",      "apparently"};
  return kWords.contains(word);
}

bool has_phrase(std::string_view text, std::initializer_list<std::string_view> phrases) {
  const std::string lower = ascii_lower(text);
  return std::ranges::any_of(phrases, [&](std::string_view phrase) {
    for (std::size_t at = lower.find(phrase); at != std::string::npos;
         at = lower.find(phrase, at + 1)) {
      const bool begins = at == 0 || !is_word(character_before(lower, at).code);
      if (begins && !is_word(character_at(lower, at + phrase.size()).code)) return true;
    }
    return false;
  });
}

bool is_given_name(std::string_view word) {
  static const std::unordered_set<std::string_view> kNames{
      "Aaron",      "Austin",      "Adam",     "Alan",      "Alex",      "Alexander", "Alexandr",
      "Alexey",     "Alice",       "Alison",   "Amit",      "Amy",       "Ana",       "Andrea",
      "Andreas",    "Andrej",      "Andrew",   "Andrey",    "Andy",      "Angela",    "Anna",
      "Anne",       "Anthony",     "Antonio",  "Aravind",   "Arthur",    "Arvind",    "Ashley",
      "Barbara",    "Ben",         "Benjamin", "Bernard",   "Bill",      "Bob",       "Brad",
      "Brendan",    "Brian",       "Bruce",    "Carl",      "Carlos",    "Carol",     "Caroline",
      "Catherine",  "Charles",     "Charlie",  "Chris",     "Christian", "Christine", "Christoph",
      "Christophe", "Christopher", "Claire",   "Colin",     "Craig",     "Cristiano", "Dan",
      "Daniel",     "Daniela",     "Dario",    "Dave",      "David",     "Dean",      "Deborah",
      "Demis",      "Dennis",      "Diana",    "Diego",     "Dmitry",    "Don",       "Donald",
      "Doug",       "Douglas",     "Ed",       "Edward",    "Elizabeth", "Ellen",     "Elon",
      "Emily",      "Emma",        "Emmanuel", "Eric",      "Erik",      "Eva",       "Evan",
      "Felix",      "Francois",    "Frank",    "Fred",      "Gary",      "Geoffrey",  "George",
      "Gina",       "Glenn",       "Graham",   "Grace",     "Greg",      "Gregory",   "Guillaume",
      "Hans",       "Harry",       "Helen",    "Henry",     "Hiroshi",   "Howard",    "Hugo",
      "Ian",        "Ilya",        "Ivan",     "Jack",      "Jacob",     "James",     "Jamie",
      "Jan",        "Jane",        "Janet",    "Jason",     "Jay",       "Jean",      "Jeff",
      "Jeffrey",    "Jennifer",    "Jensen",   "Jeremy",    "Jerry",     "Jessica",   "Jim",
      "Joe",        "Joel",        "Johan",    "John",      "Jon",       "Jonathan",  "Jordan",
      "Jose",       "Joseph",      "Josh",     "Joshua",    "Juan",      "Julia",     "Julie",
      "Justin",     "Karen",       "Kate",     "Katherine", "Kathy",     "Keith",     "Ken",
      "Kenneth",    "Kevin",       "Kim",      "Kristina",  "Kurt",      "Larry",     "Laura",
      "Lauren",     "Laurent",     "Leo",      "Leopold",   "Linda",     "Lisa",      "Louis",
      "Luca",       "Lucas",       "Luis",     "Luke",      "Manuel",    "Marc",      "Marco",
      "Margaret",   "Maria",       "Mario",    "Mark",      "Martin",    "Mary",      "Masayoshi",
      "Matt",       "Matteo",      "Matthew",  "Max",       "Megan",     "Michael",   "Michelle",
      "Miguel",     "Mike",        "Mira",     "Mohammed",  "Mohamed",   "Morris",    "Mustafa",
      "Nancy",      "Narendra",    "Nat",      "Natalie",   "Nathan",    "Neil",      "Nicholas",
      "Nick",       "Nicolas",     "Nikesh",   "Noam",      "Oliver",    "Olivier",   "Oscar",
      "Pablo",      "Pat",         "Patrick",  "Paul",      "Pavel",     "Pedro",     "Peter",
      "Philip",     "Philippe",    "Pierre",   "Priya",     "Rachel",    "Rahul",     "Raj",
      "Rajesh",     "Ralph",       "Raymond",  "Rebecca",   "Rene",      "Richard",   "Rick",
      "Rob",        "Robert",      "Robin",    "Roger",     "Roland",    "Ron",       "Rosa",
      "Ross",       "Roy",         "Russell",  "Ruth",      "Ryan",      "Safra",     "Sam",
      "Samuel",     "Sandeep",     "Sanjay",   "Sara",      "Sarah",     "Satya",     "Scott",
      "Sean",       "Sebastian",   "Sergey",   "Sergio",    "Shane",     "Shantanu",  "Sheryl",
      "Simon",      "Sofia",       "Stefan",   "Stefano",   "Stephanie", "Stephen",   "Steve",
      "Steven",     "Stuart",      "Sundar",   "Susan",     "Takeshi",   "Ted",       "Teresa",
      "Terry",      "Thierry",     "Thomas",   "Tim",       "Timothy",   "Todd",      "Tom",
      "Tony",       "Tyler",       "Ursula",   "Varun",     "Victor",    "Victoria",  "Vincent",
      "Vinod",      "Vladimir",    "Walter",   "Wei",       "Wendy",     "William",   "Xavier",
      "Yann",       "Yoshua",      "Yuki",     "Yuri",      "Zach",      "Avril",     "Jared",
      "Blake",      "Kyle",        "Cole",     "Drew",      "Alexis",    "Hannah",    "Holly",
      "Ivana",      "Joanna",      "Karin",    "Lena",      "Marta",     "Monica",    "Nadia",
      "Olga",       "Paula",       "Sofie",    "Tanya",     "Vera",      "Yvonne",    "Akira",
      "Kenji",      "Satoshi",     "Taro",     "Anil",      "Deepak",    "Kumar",     "Ravi",
      "Suresh",     "Vijay",       "Ahmed",    "Ali",       "Hassan",    "Khalid",    "Omar",
      "Yousef"};
  return kNames.contains(word);
}

}  // namespace dealgraph::extract
