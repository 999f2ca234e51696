// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "graph/extract/characters.hpp"
#include "graph/extract/english.hpp"
#include "graph/extract/triggers.hpp"

namespace dealgraph::extract {
namespace {

using enum Frame;
using enum Status;

/// The first word of each is a lemma and matches inflected; the rest stands as written.
constexpr auto kTriggers = std::to_array<Trigger>({
    // supply
    {"supply", Supply, Agreed},
    {"provide", Supply, Agreed},
    {"sell", Sell, Agreed},
    {"deliver", Supply, Completed},
    {"ship", Supply, Completed},
    {"manufacture", Supply, Agreed},
    {"integrate", SupplyReceived, Completed},
    {"license to", SupplyReceived, Agreed},
    {"procure", SupplyReceived, Agreed},
    {"rent", SupplyReceived, Agreed},
    {"lease", SupplyReceived, Agreed},
    {"source", SupplyReceived, Agreed},
    {"deploy", SupplyReceived, Agreed},
    {"adopt", SupplyReceived, Agreed},
    {"order", SupplyOrdered, Agreed},
    {"order from", SupplyOrdered, Agreed},
    {"order with", SupplyOrdered, Agreed},
    {"contract from", SupplyWon, Agreed},
    {"order worth", SupplyWon, Agreed},
    {"supply chain", None, Agreed},
    {"supply chains", None, Agreed},
    {"in order to", None, Agreed},
    {"order to", None, Agreed},
    {"contract pricing", None, Agreed},
    {"contract prices", None, Agreed},
    {"service provider", None, Agreed},
    // partnership
    {"partner with", Partner, Agreed},
    {"team up with", Partner, Agreed},
    {"team up", Partner, Agreed},
    {"collaborate with", Partner, Agreed},
    {"collaborate closely with", Partner, Agreed},
    {"collaborate", Partner, Agreed},
    {"work closely with", Partner, Agreed},
    {"work with", Partner, Agreed},
    {"join forces", Partner, Agreed},
    {"partnership", Partner, Agreed},
    {"collaboration", Partner, Agreed},
    {"alliance", Partner, Agreed},
    {"joint venture", Partner, Agreed},
    {"memorandum of understanding", Partner, Agreed},
    {"MOU", Partner, Agreed},
    {"letter of intent", Partner, Agreed},
    {"agreement", Partner, Agreed},
    {"deal", Partner, Agreed},
    {"contract", Partner, Agreed},
    {"pact", Partner, Agreed},
    {"tie-up", Partner, Agreed},
    {"jointly develop", Partner, Agreed},
    {"co-develop", Partner, Agreed},
    {"codevelop", Partner, Agreed},
    // investment
    {"invest", Invest, Agreed},
    {"investment in", Invest, Agreed},
    {"stake in", Invest, Agreed},
    {"commit", Invest, Agreed},
    {"pour", Invest, Agreed},
    {"finance", Invest, Agreed},
    {"build", Invest, Planned},
    {"lead by", InvestReceived, Agreed},
    {"back by", InvestReceived, Agreed},
    {"fund by", InvestReceived, Agreed},
    {"participation from", InvestReceived, Agreed},
    {"investment from", InvestReceived, Agreed},
    {"funding from", InvestReceived, Agreed},
    {"investor include", InvestReceived, Agreed},
    {"backer include", InvestReceived, Agreed},
    {"kick in", Invest, Agreed},
    {"lead the round", Invest, Agreed},
    {"join the round", Invest, Agreed},
    {"raise", InvestReceived, Completed},
    {"close", None, Agreed},
    // acquisition
    {"acquire", Acquire, Agreed},
    {"buy", Acquire, Agreed},
    {"purchase", Acquire, Agreed},
    {"pick up", Acquire, Completed},
    {"snap up", Acquire, Agreed},
    {"take over", Acquire, Agreed},
    {"takeover", Acquire, Agreed},
    {"acquisition", Acquire, Agreed},
    {"merge with", Acquire, Agreed},
    {"merger with", Acquire, Agreed},
    {"buyout", Acquire, Agreed},
    {"buy into", Invest, Agreed},
    {"acquire a stake in", Invest, Agreed},
    {"buy a stake in", Invest, Agreed},
    {"take a stake in", Invest, Agreed},
    // visit
    {"visit", Visit, Completed},
    {"arrive in", Visit, Completed},
    {"travel to", Visit, Completed},
    {"fly to", Visit, Completed},
    {"trip to", Visit, Completed},
    {"visit to", Visit, Completed},
    {"tour", Visit, Completed},
    // meeting
    {"meet", Meet, Completed},
    {"meet with", Meet, Completed},
    {"sit down with", Meet, Completed},
    {"hold talk with", Meet, Completed},
    {"dine with", Meet, Completed},
    {"dinner with", Meet, Completed},
    {"lunch with", Meet, Completed},
    {"meeting with", Meet, Completed},
    {"meet demand", None, Agreed},
    // participation
    {"attend", Participate, Completed},
    {"join", Participate, Agreed},
    {"speak at", Participate, Completed},
    {"keynote at", Participate, Completed},
    {"participate in", Participate, Agreed},
    {"take part in", Participate, Agreed},
    {"host", Participate, Completed},
    {"sign on to", Participate, Agreed},
    {"launch", Participate, Agreed},
    {"form", Participate, Agreed},
    {"work together", Partner, Agreed},
    {"work jointly", Partner, Agreed},
    {"takeover offer from", AcquireOffer, Agreed},
    {"offer from", AcquireOffer, Agreed},
    {"bid from", AcquireOffer, Agreed},
    {"customer include", CustomersAre, Completed},
    {"client include", CustomersAre, Completed},
    {"investor be", None, Agreed},
    {"unveil", Speak, Completed},
    {"announce", Speak, Completed},
    {"say", Speak, Completed},
    {"tell", Speak, Completed},
    {"present", Speak, Completed},
    {"showcase", Speak, Completed},
});

struct Irregular {
  std::string_view form;
  std::string_view lemma;
};
constexpr auto kIrregular = std::to_array<Irregular>({
    {"sold", "sell"},         {"bought", "buy"},
    {"led", "lead"},          {"met", "meet"},
    {"sat", "sit"},           {"built", "build"},
    {"flew", "fly"},          {"flown", "fly"},
    {"took", "take"},         {"taken", "take"},
    {"held", "hold"},         {"spoke", "speak"},
    {"spoken", "speak"},      {"said", "say"},
    {"told", "tell"},         {"investments", "investment"},
    {"leading", "lead"},      {"shipped", "ship"},
    {"shipping", "ship"},     {"committed", "commit"},
    {"committing", "commit"}, {"travelled", "travel"},
    {"travelling", "travel"}, {"snapped", "snap"},
    {"put", "put"},           {"sitting", "sit"},
});

/// The lemmas that an inflected word may come from, most likely first.
std::vector<std::string> lemmas_of(std::string_view raw) {
  const std::string word = ascii_lower(raw);
  std::vector<std::string> lemmas{word};
  for (const Irregular& i : kIrregular) {
    if (word == i.form) lemmas.emplace_back(i.lemma);
  }
  const auto cut = [&](std::string_view ending, std::string_view instead) {
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) {
      lemmas.push_back(word.substr(0, word.size() - ending.size()) + std::string(instead));
    }
  };
  cut("ies", "y");
  cut("ied", "y");
  cut("es", "");
  cut("s", "");
  cut("ed", "");
  cut("ed", "e");
  cut("ing", "");
  cut("ing", "e");
  return lemmas;
}

/// Triggers by their first word.
const std::unordered_map<std::string, std::vector<const Trigger*>>& by_first_word() {
  static const auto kIndex = [] {
    std::unordered_map<std::string, std::vector<const Trigger*>> index;
    for (const Trigger& trigger : kTriggers) {
      const std::string_view first = trigger.stem.substr(0, trigger.stem.find(' '));
      index[ascii_lower(first)].push_back(&trigger);
    }
    return index;
  }();
  return kIndex;
}

/// Words of `text` that the trigger covers from word `i` on; 0 if it does not stand there.
std::size_t matched_words(std::string_view text, const std::vector<Span>& words, std::size_t i,
                          const Trigger& trigger) {
  std::string_view rest = trigger.stem;
  std::size_t count = 1;
  while (true) {
    const std::size_t blank = rest.find(' ');
    if (blank == std::string_view::npos) return count;
    rest = rest.substr(blank + 1);
    if (i + count >= words.size()) return 0;
    const Span word = words[i + count];
    if (text.substr(words[i + count - 1].end, word.begin - words[i + count - 1].end) != " ")
      return 0;
    const std::string_view wanted = rest.substr(0, rest.find(' '));
    const std::string_view found = text.substr(word.begin, word.end - word.begin);
    const auto lemmas = lemmas_of(found);
    if (std::ranges::find(lemmas, wanted) == lemmas.end()) return 0;
    ++count;
  }
}

}  // namespace

std::span<const Trigger> english_triggers() { return kTriggers; }

std::vector<TriggerHit> find_english_triggers(std::string_view text, Span sentence) {
  const std::vector<Span> words = words_of(text, sentence);
  std::vector<TriggerHit> hits;
  for (std::size_t i = 0; i < words.size();) {
    const Trigger* best = nullptr;
    std::size_t longest = 0;
    for (const std::string& lemma :
         lemmas_of(text.substr(words[i].begin, words[i].end - words[i].begin))) {
      const auto found = by_first_word().find(lemma);
      if (found == by_first_word().end()) continue;
      for (const Trigger* trigger : found->second) {
        const std::size_t count = matched_words(text, words, i, *trigger);
        if (count <= longest) continue;
        longest = count;
        best = trigger;
      }
    }
    if (best != nullptr && best->frame != None) {
      hits.push_back({{words[i].begin, words[i + longest - 1].end}, best});
    }
    i += std::max<std::size_t>(longest, 1);
  }
  return hits;
}

}  // namespace dealgraph::extract
