// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "graph/extract/statements_en.hpp"
#include "graph/extract/triggers.hpp"

namespace dealgraph::extract {
namespace english {
namespace {

using enum Act;

constexpr auto kVerbs = std::to_array<EnglishCue>({
    {"supply", Supply},
    {"provide", Supply},
    {"furnish", Supply},
    {"equip", Supply},
    {"outfit", Supply},
    {"power", Supply},
    {"serve", Supply},
    {"sell", Hand},
    {"ship", Hand},
    {"deliver", Hand},
    {"sample", Hand},
    {"offload", Hand},
    {"divest", Hand},
    {"hand", Hand},
    {"hand over", Hand},
    {"unload", Hand},
    {"send", Hand},
    {"dispatch", Hand},
    {"spin off", Hand},
    {"transfer", Hand},
    {"make", Make},
    {"manufacture", Make},
    {"produce", Make},
    {"fabricate", Make},
    {"build", Make},
    {"package", Make},
    {"assemble", Make},
    {"mass-produce", Make},
    {"construct", Make},
    {"order", Order},
    {"source", Order},
    {"procure", Order},
    {"rent", Order},
    {"lease", Order},
    {"license", Order},
    {"obtain", Order},
    {"receive", Order},
    {"get", Order},
    {"buy", Buy},
    {"purchase", Buy},
    {"acquire", Buy},
    {"take over", Buy},
    {"snap up", Buy},
    {"scoop up", Buy},
    {"pick up", Buy},
    {"swallow", Buy},
    {"absorb", Buy},
    {"gobble up", Buy},
    {"buy out", Buy},
    {"snatch up", Buy},
    {"integrate", Integrate},
    {"adopt", Integrate},
    {"deploy", Integrate},
    {"install", Integrate},
    {"incorporate", Integrate},
    {"embed", Integrate},
    {"license from", Order},
    {"win", Win},
    {"land", Win},
    {"bag", Win},
    {"clinch", Win},
    {"award", Award},
    {"give", Award},
    {"grant", Award},
    {"tap", Tap},
    {"pick", Tap},
    {"choose", Tap},
    {"select", Tap},
    {"enlist", Tap},
    {"use", Tap},
    {"hire", Tap},
    {"turn", Tap},
    {"count", Count},
    {"rely", Rely},
    {"depend", Rely},
    {"lean", Rely},
    {"outsource", Outsource},
    {"entrust", Outsource},
    {"assign", Outsource},
    {"farm out", Outsource},
    {"shift", Outsource},
    {"move", Outsource},
    {"migrate", Outsource},
    {"split", Outsource},
    {"account", Revenue},
    {"make up", Revenue},
    {"represent", Revenue},
    {"generate", Revenue},
    {"contract", Engage},
    {"sign up", Engage},
    {"cut off", CutOff},
    {"come", Come},
    {"guarantee", Supply},
    {"line up", Order},
    {"reserve", Order},
    {"book", Order},
    {"partner", Partner},
    {"team", Partner},
    {"team up", Partner},
    {"collaborate", Partner},
    {"cooperate", Partner},
    {"ally", Partner},
    {"work", Partner},
    {"co-develop", Partner},
    {"codevelop", Partner},
    {"tie up", Partner},
    {"develop", Partner},
    {"design", Partner},

    {"unite", Partner},
    {"link up", Partner},
    {"pair up", Partner},
    {"join", Attend},
    {"invest", Invest},
    {"pour", Invest},
    {"inject", Invest},
    {"plow", Invest},
    {"plough", Invest},
    {"put", Invest},
    {"commit", Invest},
    {"pledge", Invest},
    {"spend", Invest},
    {"pump", Invest},
    {"sink", Invest},
    {"back", Back},
    {"fund", Back},
    {"finance", Back},
    {"bankroll", Back},
    {"lead", Lead},
    {"co-lead", Lead},
    {"anchor", Lead},
    {"spearhead", Lead},
    {"chip in", Contribute},
    {"kick in", Contribute},
    {"pitch in", Contribute},
    {"put in", Contribute},
    {"put up", Contribute},
    {"throw in", Contribute},
    {"come in", Contribute},
    {"come along", Contribute},
    {"tag along", Contribute},
    {"pony up", Contribute},
    {"stump up", Contribute},
    {"cough up", Contribute},
    {"write", Contribute},
    {"lend", Grant},
    {"loan", Grant},
    {"promise", Grant},
    {"extend", Grant},
    {"earmark", Grant},
    {"allocate", Grant},
    {"disburse", Grant},
    {"wire", Grant},
    {"advance", Grant},
    {"participate", Attend},
    {"raise", Raise},
    {"collect", Raise},
    {"attract", Raise},
    {"draw", Raise},
    {"pull", Raise},
    {"haul", Raise},
    {"bring", Raise},
    {"amass", Raise},
    {"pocket", Raise},
    {"secure", Raise},
    {"close", Raise},
    {"take in", Raise},
    {"pull in", Raise},
    {"bring in", Raise},
    {"rake in", Raise},
    {"haul in", Raise},
    {"reel in", Raise},
    {"draw in", Raise},
    {"garner", Raise},
    {"nab", Raise},
    {"net", Raise},
    {"snag", Raise},
    {"score", Raise},
    {"gather", Raise},
    {"fetch", Raise},
    {"co-invest", Invest},
    {"open", Open},
    {"establish", Open},
    {"set up", Open},
    {"erect", Open},
    {"inaugurate", Open},
    {"locate", Open},
    {"expand", Open},
    {"merge", Merge},
    {"combine", Merge},
    {"bid", Bid},
    {"swoop", Bid},
    {"approach", Bid},
    {"pay", Pay},
    {"cough", Pay},
    {"shell out", Pay},
    {"fork out", Pay},
    {"circle", Pursue},
    {"woo", Pursue},
    {"court", Pursue},
    {"seize", TakeControl},
    {"gain", TakeControl},
    {"wrest", TakeControl},
    {"visit", Visit},
    {"tour", Visit},
    {"go", Visit},
    {"head", Visit},
    {"return", Visit},
    {"travel", Visit},
    {"fly", Visit},
    {"arrive", Visit},
    {"inspect", Visit},
    {"jet", Visit},
    {"meet", Meet},
    {"sit down", Meet},
    {"dine", Meet},
    {"confer", Meet},
    {"lunch", Meet},
    {"attend", Attend},
    {"contribute", Attend},
    {"help", Partner},
    {"speak", Attend},
    {"take", Attend},
    {"keynote", Attend},
    {"host", Attend},
    {"launch", Attend},
    {"sign", Attend},
    {"exhibit", Attend},
    {"present", Speak},
    {"demonstrate", Speak},
    {"unveil", Speak},
    {"announce", Speak},
    {"say", Speak},
    {"tell", Speak},
    {"showcase", Speak},
    {"show", Speak},
    {"introduce", Speak},
    {"debut", Speak},
    {"form", Attend},
    {"co-host", Attend},
});

constexpr auto kNouns = std::to_array<EnglishCue>({
    {"deal", Contract},
    {"contract", Contract},
    {"agreement", Contract},
    {"pact", Contract},
    {"order", Contract},
    {"accord", Contract},
    {"ppa", Contract},
    {"arrangement", Contract},
    {"partnership", Partnership},
    {"collaboration", Partnership},
    {"alliance", Partnership},
    {"venture", Partnership},
    {"jv", Partnership},
    {"mou", Partnership},
    {"memorandum", Partnership},
    {"tie-up", Partnership},
    {"tie", Partnership},
    {"development", Partnership},
    {"research", Partnership},
    {"cooperation", Partnership},
    {"letter", Partnership},
    {"capital", Funding},
    {"money", Funding},
    {"cash", Funding},
    {"loan", Funding},
    {"grant", Funding},
    {"check", Funding},
    {"cheque", Funding},
    {"funding", Funding},
    {"financing", Funding},
    {"backing", Funding},
    {"participation", Funding},
    {"investment", Investment},
    {"infusion", Investment},
    {"injection", Investment},
    {"plant", Site},
    {"factory", Site},
    {"fab", Site},
    {"campus", Site},
    {"complex", Site},
    {"facility", Site},
    {"center", Site},
    {"centre", Site},
    {"hub", Site},
    {"gigafactory", Site},
    {"acquisition", Acquisition},
    {"takeover", Acquisition},
    {"swoop", Acquisition},
    {"purchase", Acquisition},
    {"buyout", Acquisition},
    {"merger", Acquisition},
    {"bid", Offer},
    {"offer", Offer},
    {"proposal", Offer},
    {"sale", Sale},
    {"divestiture", Sale},
    {"stake", Stake},
    {"share", Stake},
    {"stock", Stake},
    {"holding", Stake},
    {"interest", Stake},
    {"visit", Trip},
    {"trip", Trip},
    {"tour", Trip},
    {"delivery", Delivery},
    {"shipment", Delivery},
    {"supply", Delivery},
    {"export", Delivery},
    {"license", License},
    {"licence", License},
    {"meeting", Meeting},
    {"talks", Meeting},
    {"dinner", Meeting},
    {"lunch", Meeting},
    {"conversation", Meeting},
});

template <typename Table>
std::unordered_map<std::string_view, const EnglishCue*> index_of(const Table& table) {
  std::unordered_map<std::string_view, const EnglishCue*> index;
  for (const EnglishCue& cue : table) index.emplace(cue.word, &cue);
  return index;
}

std::optional<EdgeType> edge_type_of_act(Act act) {
  switch (act) {
    case Supply:
    case Hand:
    case Make:
    case Order:
    case Integrate:
    case Win:
    case Award:
    case Tap:
    case Count:
    case Contract:
    case License:
    case Rely:
    case Delivery:
    case Outsource:
    case Revenue:
    case Engage:
    case CutOff:
    case Come:
      return EdgeType::Supply;
    case Partner:
    case Partnership:
      return EdgeType::Partnership;
    case Invest:
    case Back:
    case Lead:
    case Raise:
    case Contribute:
    case Grant:
    case Site:
    case Funding:
    case Investment:
    case Open:
      return EdgeType::Investment;
    case Buy:
    case Merge:
    case Pay:
    case TakeControl:
    case Pursue:
    case Bid:
    case Acquisition:
    case Offer:
    case Sale:
      return EdgeType::Acquisition;
    case Stake:
      return EdgeType::Ownership;
    case Visit:
    case Trip:
      return EdgeType::Visit;
    case Meet:
    case Meeting:
      return EdgeType::Meeting;
    case Attend:
    case Speak:
      return EdgeType::Participation;
  }
  return std::nullopt;
}

}  // namespace

const EnglishCue* verb_cue(const Verb& verb) {
  static const auto kIndex = index_of(kVerbs);
  if (!verb.particle.empty()) {
    const std::string both = std::string(verb.lemma) + ' ' + std::string(verb.particle);
    const auto found = kIndex.find(both);
    if (found != kIndex.end()) return found->second;
    if (verb.lemma != "ship" && verb.lemma != "sell" && verb.lemma != "fly") return nullptr;
  }
  const auto found = kIndex.find(verb.lemma);
  return found == kIndex.end() ? nullptr : found->second;
}

const EnglishCue* noun_cue(std::string_view noun) {
  static const auto kIndex = index_of(kNouns);
  const auto found = kIndex.find(noun);
  return found == kIndex.end() ? nullptr : found->second;
}

}  // namespace english

bool english_cues_cover(EdgeType type) {
  // Roles are told by posts (roles_en.cpp).
  if (type == EdgeType::Role) return true;
  const auto covers = [&](const english::EnglishCue& cue) {
    return english::edge_type_of_act(cue.act) == type;
  };
  return std::ranges::any_of(english::kVerbs, covers) ||
         std::ranges::any_of(english::kNouns, covers);
}

}  // namespace dealgraph::extract
