// SPDX-License-Identifier: MIT
#include <span>
#include <vector>

#include "graph/extract/characters.hpp"
#include "graph/extract/deal_words_ko.hpp"
#include "graph/extract/decoy_words_ko.hpp"
#include "graph/extract/encounter_words_ko.hpp"
#include "graph/extract/supply_words_ko.hpp"
#include "graph/extract/trie.hpp"
#include "graph/extract/triggers.hpp"

namespace dealgraph::extract {
namespace {

using enum Frame;
using enum Status;

const std::vector<Trigger>& triggers() {
  static const std::vector<Trigger> kTriggers = [] {
    std::vector<Trigger> all;
    for (const std::span<const Trigger> words :
         {std::span<const Trigger>(kSupplyWords), std::span<const Trigger>(kDealWords),
          std::span<const Trigger>(kEncounterWords), std::span<const Trigger>(kDecoyWords)}) {
      all.insert(all.end(), words.begin(), words.end());
    }
    return all;
  }();
  return kTriggers;
}

const Trie& trie() {
  static const Trie kTrie = [] {
    Trie made;
    for (std::uint32_t i = 0; i < triggers().size(); ++i) made.insert(triggers()[i].stem, i);
    return made;
  }();
  return kTrie;
}

}  // namespace

std::span<const Trigger> korean_triggers() { return triggers(); }

std::optional<EdgeType> edge_type_of(Frame frame) {
  switch (frame) {
    case Supply:
    case SupplyReceived:
    case SupplyOrdered:
    case SupplyWon:
    case CustomersAre:
      return EdgeType::Supply;
    case Partner:
      return EdgeType::Partnership;
    case Invest:
    case InvestReceived:
      return EdgeType::Investment;
    case Acquire:
    case Sell:
    case AcquireOffer:
      return EdgeType::Acquisition;
    case Visit:
      return EdgeType::Visit;
    case Meet:
    case Attend:
      return EdgeType::Meeting;
    case Participate:
    case Include:
    case Build:
    case Host:
    case Speak:
      return EdgeType::Participation;
    case None:
      return std::nullopt;
  }
  return std::nullopt;
}

std::vector<TriggerHit> find_korean_triggers(std::string_view text, Span sentence) {
  std::vector<TriggerHit> hits;
  std::vector<Trie::Match> matches;
  const std::string_view within = text.substr(0, sentence.end);
  for (std::size_t at = sentence.begin; at < sentence.end;) {
    matches.clear();
    trie().match(within, at, matches);
    if (matches.empty()) {
      at += character_at(text, at).size;
      continue;
    }
    const Trie::Match& longest = matches.back();
    const Trigger& trigger = triggers()[longest.value];
    const Span span{static_cast<std::uint32_t>(at),
                    static_cast<std::uint32_t>(at + longest.length)};
    if (trigger.frame != None) hits.push_back({span, &trigger});
    at = span.end;
  }
  return hits;
}

}  // namespace dealgraph::extract
