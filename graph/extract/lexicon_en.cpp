// SPDX-License-Identifier: MIT
#include "graph/extract/lexicon_en.hpp"

#include <algorithm>
#include <vector>

#include "graph/extract/words.hpp"

namespace dealgraph::extract::english {
namespace {

using Words = WordSet;

}  // namespace

bool is_determiner(std::string_view word) {
  static const Words kWords = words_of_list(
      "the a an its his her their our my your this that these those some any no each every both "
      "another all several many most few other such whose what much more one");
  return kWords.contains(word);
}

bool is_modifier(std::string_view word) {
  static const Words kWords = words_of_list(
      "new next last next-generation multi-year multiyear multibillion-dollar ten-year five-year "
      "long-term "
      "strategic joint exclusive non-exclusive definitive binding non-binding preliminary "
      "additional entire "
      "first second third fourth early late late-stage early-stage major minor large larger "
      "largest "
      "big bigger biggest small smaller smallest leading rival fellow existing former current new "
      "newest latest recent previous earlier further local global regional national international "
      "domestic overseas foreign advanced custom high-bandwidth artificial autonomous automotive "
      "industrial commercial military nuclear renewable solar electric digital mobile wireless "
      "public private state-owned state-backed privately publicly held listed unlisted fabless "
      "two three four five six seven eight nine ten dozen hundred "
      "american british french german dutch swiss swedish norwegian danish finnish italian spanish "
      "portuguese polish austrian belgian irish european asian chinese japanese korean taiwanese "
      "indian israeli saudi emirati singaporean malaysian vietnamese thai indonesian australian "
      "canadian mexican brazilian russian ukrainian turkish u.s.-based tiny giant huge initial "
      "final ultimate parent sister key core main primary sole same other separate undisclosed "
      "potential possible prospective proposed planned pending rumored rumoured reported so-called "
      "upcoming future long-time longtime close closest good great top outright minority majority "
      "controlling strong struggling ailing embattled beleaguered popular famous little-known "
      "well-known venerable storied integrated combined entire cash all-cash all-stock quantum "
      "optical medical financial legal chief executive senior vice deputy co-founding founding "
      "mature cutting-edge state-of-the-art in-house third-party multi-gigawatt high-end low-cost "
      "young old older younger current-generation last-generation working official formal");
  return kWords.contains(word) || word.ends_with("-based") || word.ends_with("-focused") ||
         word.ends_with("-backed") || word.ends_with("-owned") || word.ends_with("-led") ||
         word.ends_with("-listed") || word.ends_with("-headquartered") || word.ends_with("-year") ||
         word.ends_with("-old") || word.ends_with("-founded") || word.ends_with("-controlled");
}

bool is_adverb(std::string_view word) {
  static const Words kWords = words_of_list(
      "also already recently reportedly currently previously formally formerly once now then still "
      "jointly separately instead soon later earlier first finally officially initially originally "
      "eventually subsequently effectively quietly publicly privately apparently allegedly "
      "potentially possibly probably likely tentatively fully wholly partly partially directly "
      "largely mainly mostly exclusively successfully again never not n't always often only even "
      "just yet ever today yesterday tomorrow together closely further away back up down out off "
      "ahead abroad elsewhere actively aggressively seriously meanwhile however moreover therefore "
      "thus too so very nearly almost about around roughly approximately over significantly "
      "instead here there straight immediately simultaneously additionally similarly notably "
      "widely effective ago far");
  if (kWords.contains(word)) return true;
  static const Words kNot = words_of_list(
      "family supply assembly reply italy july apply rely multiply comply anomaly monopoly daily "
      "weekly monthly quarterly yearly hourly early friendly costly timely orderly elderly only "
      "imply");
  constexpr std::size_t kShortest = 5;
  return word.size() > kShortest && word.ends_with("ly") && !kNot.contains(word);
}

bool is_preposition(std::string_view word) {
  static const Words kWords = words_of_list(
      "to from with of by for in at on into onto as like than against over unlike between via "
      "through about under across near alongside including using after before among towards "
      "toward outside per versus despite within without during since until upon following amid "
      "behind beyond inside throughout besides according worth except regarding concerning around "
      "off out up plus");
  return kWords.contains(word);
}

bool is_subordinator(std::string_view word) {
  static const Words kWords = words_of_list(
      "while because although though whereas if whether unless when where why how once");
  return kWords.contains(word);
}

bool is_company_noun(std::string_view noun) {
  static const Words kWords = words_of_list(
      "company firm startup start-up chipmaker maker group giant foundry carmaker automaker lab "
      "bank supplier manufacturer operator provider developer designer vendor conglomerate "
      "corporation business fund investor retailer utility publisher integrator specialist "
      "contractor distributor broker unicorn neocloud hyperscaler upstart consultancy insurer "
      "airline telecom carrier automotive-supplier toolmaker drugmaker planemaker builder "
      "powerhouse outfit enterprise producer institute university agency ministry regulator "
      "fabricator packager titan rival behemoth heavyweight newcomer subsidiary parent affiliate "
      "venture-capital backer lender miner platform player house");
  if (kWords.contains(noun)) return true;
  return noun.size() > 6 && noun.ends_with("maker") && noun != "policymaker" && noun != "lawmaker";
}

bool is_part_noun(std::string_view noun) {
  static const Words kWords = words_of_list(
      "headquarter premise unit team division arm subsidiary affiliate executive executives "
      "officials official "
      "representatives management leadership business operation operations headquarters plant "
      "plants factory factories fab fabs campus laboratory lab labs office offices site sites "
      "center centers centre centres facility facilities line lines hq showroom shipyard "
      "brand engineers engineer researcher scientist spokesperson spokesman spokeswoman leaders "
      "bosses board");
  return kWords.contains(noun);
}

bool is_site_noun(std::string_view noun) {
  static const Words kWords = words_of_list(
      "headquarter plant plants factory factories fab fabs campus laboratory lab labs office "
      "offices site "
      "sites center centers centre centres facility facilities headquarters hub complex foundry "
      "gigafactory warehouse datacenter datacenters refinery park");
  return kWords.contains(noun);
}

bool is_deal_noun(std::string_view noun) {
  static const Words kWords = words_of_list(
      "attempt deal agreement contract pact plan plans talks bid offer proposal accord mou "
      "memorandum "
      "understanding intent decision right rights option order orders partnership venture alliance "
      "collaboration move effort efforts intention intentions commitment pledge discussions "
      "negotiations approval permission tie-up cooperation arrangement");
  return kWords.contains(noun);
}

bool is_goods_noun(std::string_view noun) {
  static const Words kWords = words_of_list(
      "capacity chip gpu tpu cpu npu compute power memory server cloud equipment electricity "
      "infrastructure computing accelerator processor wafer dram hbm nand ssd module rack system "
      "component part cell battery laser sensor device machine tool software license licence "
      "silicon semiconductor energy diode display panel cable transformer turbine generator "
      "reactor material substrate camera optic lens robot drone modem antenna controller "
      "microcontroller unit storage bandwidth connectivity service hardware data-center gear "
      "photoresist gas chemical product technology supply foundry packaging manufacturing "
      "production fuel lithium nickel cathode anode steel satellite vehicle engine "
      "chiplet scanner actuator bonder handler socket interposer retimer electronics dataset "
      "interconnect switch router transceiver supercomputer inference training platform");
  return kWords.contains(noun) || (noun.ends_with('s') && kWords.contains(singular(noun)));
}

bool is_claim_noun(std::string_view noun) {
  static const Words kWords = words_of_list(
      "report reports claim claims talk rumor rumors rumour rumours speculation suggestion "
      "suggestions chatter story allegation allegations idea notion possibility");
  return kWords.contains(noun);
}

std::string singular(std::string_view noun) {
  std::string word(noun);
  if (word.size() < 4 || word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") ||
      word == "series" || word == "talks" || !word.ends_with('s')) {
    return word;
  }
  if (word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  if (word.ends_with("ches") || word.ends_with("shes") || word.ends_with("xes")) {
    return word.substr(0, word.size() - 2);
  }
  word.pop_back();
  return word;
}

}  // namespace dealgraph::extract::english
