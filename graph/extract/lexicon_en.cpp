// SPDX-License-Identifier: MIT
#include "graph/extract/lexicon_en.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "graph/extract/trie.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract::english {
namespace {

using Words = WordSet;

std::vector<std::string_view> split(std::string_view list) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < list.size()) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (end > at) words.push_back(list.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

Words set_of(std::string_view list) {
  const auto words = split(list);
  return {words.begin(), words.end()};
}

/// Verbs that are nothing else.
constexpr std::string_view kVerbs =
    "accept accompany achieve acquire add adopt afford agree aim allow announce appear appoint "
    "approve argue arrange arrive ask assemble assume attend attract avoid award become begin "
    "believe belong block boost borrow break bring broaden build buy call carve catch cease chair "
    "chip choose circle claim clear climb clinch collaborate combine come complement complete "
    "compete comment concede conclude confirm connect consider consolidate consume contain "
    "continue convert cooperate co-develop codevelop co-found cofound co-invest co-lead create "
    "cross curb debut decide declare decline deepen defend deliver demand demonstrate denounce "
    "deny depart depend deploy describe develop dine disclose discuss dismiss dispute divest "
    "do double drive drop eliminate emerge employ enable end enlist enter envision establish "
    "evaluate exclude exhibit exit expand expect expire explain explore extend face fabricate "
    "facilitate fail fall feature fell file finalise finalize find finish fit fly foil fold follow "
    "force form found furnish gain gather generate get give go grow hail halt happen have hear "
    "help hint hire hold identify impose improve include incorporate increase indicate inject ink "
    "inspect install integrate intend introduce invest invite involve issue jeopardize join "
    "keep kick know land launch lay lead learn leave lend let leverage lie list live lose "
    "maintain make manage manufacture mean meet merge migrate miss misstate mobilise mobilize "
    "mull negotiate nominate notify obtain occupy occur offload open operate oppose opt oust "
    "outfit oversee owe own participate pay perform persuade pick pitch plow plough poach "
    "point pour praise predict prepare prevent procure produce promise propose prove provide "
    "publish pull purchase pursue push quit quote raise reach read receive recruit reduce refuse "
    "refute reject rely remain remove rename renew rent repeat replace represent require resign "
    "respond restructure retain retire retreat return reveal rise roll rule run save say scoop "
    "scrap scrub scupper seal secure see seek seem select sell send serve set settle shelve shift "
    "ship show shrink shun shutter sign sit slip snap snatch solicit sound speak spend spin split "
    "spearhead stand start stay step stop strengthen strike suggest sue support suspend swallow "
    "switch take talk tap tear tell terminate think throw tie total tour train transfer travel "
    "treat triple try turn understand undertake unite unload unveil upgrade urge use utilise "
    "utilize value vote wait walk want weigh welcome win withdraw woo work wrap write fetch pen "
    "ally announce tout table misreport helm captain found preside relocate reiterate rebuff spurn "
    "ditch axe reshuffle oversee underwrite syndicate anchor bankroll equip kit mass-produce "
    "outsource commercialise commercialize host keynote headline showcase present moderate rejoin "
    "relinquish fire sack succeed assist advise co-host cohost inaugurate dispatch jet head trim "
    "cut amass accumulate mark tally resume eye court approach near circulate speculate rumor "
    "rumour reckon estimate forecast project assert allege stress note warn insist admit "
    "acknowledge rival dump shed exit possess hike report state put design supply source back fund "
    "finance lease license order contract partner team bid trade target plan pledge commit offer "
    "deal power sample package test process visit tour trip meet lunch swap swoop stake study "
    "review move bet look signal pass cover name release force base locate headquarter line jump "
    "surge plunge soar tumble plummet table go wind count place contribute pencil slate dissolve "
    "collapse stall "
    " "
    "unravel lapse pass prompt cite note control date "
    "abandon absorb act amend apply assign attach authorize bag bolster buoy cancel carry cater "
    "change clash click close collect commission compare comply compose conduct confer consist "
    "construct consult contest convince correct crash criticize cultivate debate decrease delay "
    "derive detail detect determine discontinue discover dominate donate earn ease echo elect "
    "embark embed embrace emphasize encounter encourage endorse enhance enjoy ensure entail "
    "escalate evolve examine exceed exchange execute exercise expedite export expose extract fine "
    "flag flood fuel fulfil fulfill gear gobble govern grab grant guarantee hand handle harness "
    "highlight hinge honor honour hope hurt ignore illustrate imply import impress incur influence "
    "inform innovate inquire inspire insure intensify interview invent judge justify lift link "
    "load lure master match measure mention model modify motivate nurture object observe optimise "
    "optimize organise organize outline outpace outperform overcome overhaul overtake pair peg "
    "penalize permit persist pivot plead postpone prefer preserve probe promote protect pump "
    "qualify question race rank rate react rebound recall recommend record recover redesign "
    "reflect regain regulate relate remind repair repay reproduce rescue research reserve reshape "
    "resolve restart restore restrict reuse reverse revise revive round sanction satisfy scale "
    "schedule scramble screen search sense separate shape sink slash slow slump solve sort spark "
    "specialise specialize specify spread spur stabilise stabilize streamline subscribe subsidise "
    "subsidize suffer suit supplement surpass surprise surround survive sustain sweeten tackle "
    "tender tighten touch track transform transition translate trigger trust tweak underline "
    "underpin unify unlock unwind update verify view violate vow warrant weaken widen withstand "
    "witness worry yield "
    // Money and goods that change hands, companies that do.
    "draw net nab snag haul rake pocket garner score wire loan earmark allocate erect pile funnel "
    "channel plunk pony cough stump fork bless greenlight veto nix kill derail thwart outbid snub "
    "sever disband stockpile book fuse marry subsume engulf devour wrest annex privatize privatise "
    "resell distribute co-own co-design co-create codesign tag float seed reinvest refinance "
    "disburse dole bestow lavish shower shoulder prepay reserve sublicense cross-license relicense "
    "house colocate ramp swing bear fill outbid rescue bail kickstart incubate nurture grab court "
    "account predate postdate rely entrust farm contribute";

/// Verbs of that list that are nouns too.
constexpr std::string_view kAlsoNouns =
    "claim demand deal order supply source back fund finance lease license contract partner team "
    "bid trade target plan pledge offer power sample package test process visit tour trip stake "
    "study review move bet look signal pass cover name release force base report state design "
    "value vote work support talk step stop start stay split spin show shift ship rise return "
    "rent purchase pitch pick pay project note launch lead land issue increase hire help hold "
    "head gain found form exit end drive cut comment chip chair call boost block award upgrade "
    "estimate forecast run use train total switch strike sign set host present mark feature face "
    "fall file find fit fly approach court eye rival near headline anchor captain promise quote "
    "push rule sound stand turn walk want welcome win wait release catch hike trim kit table sack "
    "share swap list press miss live read record helm clear double triple open complete complement "
    "ally jet fire guide own place count lapse pass line date change clash commission contest "
    "delay detail exchange exercise export extract fine flag flood fuel gear guarantee honor "
    "honour import influence interview judge lift load lure master match measure model object "
    "pivot probe question race rank rate rebound recall record repair rescue research reserve "
    "reverse round sanction scale scramble screen search sense separate shape slump sort spark "
    "spread stall suit supplement surprise tender touch track transition trigger trust update view "
    "warrant yield overhaul slow ease peg click debate crash close change commission delay "
    "exchange export extract flag flood fuel guarantee influence interview judge lift load master "
    "match measure pivot probe question rank rate recall record reserve reverse shape spark spread "
    "suit surprise touch track trigger update click debate crash close grant hand hope link pair "
    "pump act schedule bag sink import swoop account farm net haul rake pocket score wire loan "
    "pile channel fork veto "
    "snub book tag float seed top shoulder house ramp swing bear fill rescue bail grab";

struct Irregular {
  std::string_view lemma;
  std::string_view past;
  std::string_view participle;
};
constexpr auto kIrregular = std::to_array<Irregular>({
    {"become", "became", "become"},
    {"begin", "began", "begun"},
    {"break", "broke", "broken"},
    {"bring", "brought", "brought"},
    {"build", "built", "built"},
    {"buy", "bought", "bought"},
    {"catch", "caught", "caught"},
    {"choose", "chose", "chosen"},
    {"come", "came", "come"},
    {"cut", "cut", "cut"},
    {"deal", "dealt", "dealt"},
    {"do", "did", "done"},
    {"draw", "drew", "drawn"},
    {"bear", "bore", "borne"},
    {"swing", "swung", "swung"},
    {"drive", "drove", "driven"},
    {"fall", "fell", "fallen"},
    {"find", "found", "found"},
    {"fly", "flew", "flown"},
    {"get", "got", "gotten"},
    {"give", "gave", "given"},
    {"go", "went", "gone"},
    {"grow", "grew", "grown"},
    {"have", "had", "had"},
    {"hear", "heard", "heard"},
    {"hold", "held", "held"},
    {"keep", "kept", "kept"},
    {"know", "knew", "known"},
    {"lay", "laid", "laid"},
    {"lead", "led", "led"},
    {"co-lead", "co-led", "co-led"},
    {"leave", "left", "left"},
    {"lend", "lent", "lent"},
    {"lose", "lost", "lost"},
    {"make", "made", "made"},
    {"mean", "meant", "meant"},
    {"meet", "met", "met"},
    {"oversee", "oversaw", "overseen"},
    {"pay", "paid", "paid"},
    {"put", "put", "put"},
    {"quit", "quit", "quit"},
    {"read", "read", "read"},
    {"rise", "rose", "risen"},
    {"run", "ran", "run"},
    {"say", "said", "said"},
    {"see", "saw", "seen"},
    {"seek", "sought", "sought"},
    {"sell", "sold", "sold"},
    {"send", "sent", "sent"},
    {"set", "set", "set"},
    {"show", "showed", "shown"},
    {"shrink", "shrank", "shrunk"},
    {"sink", "sank", "sunk"},
    {"sit", "sat", "sat"},
    {"speak", "spoke", "spoken"},
    {"spend", "spent", "spent"},
    {"spin", "spun", "spun"},
    {"split", "split", "split"},
    {"stand", "stood", "stood"},
    {"strike", "struck", "struck"},
    {"take", "took", "taken"},
    {"tear", "tore", "torn"},
    {"tell", "told", "told"},
    {"think", "thought", "thought"},
    {"throw", "threw", "thrown"},
    {"understand", "understood", "understood"},
    {"undertake", "undertook", "undertaken"},
    {"underwrite", "underwrote", "underwritten"},
    {"win", "won", "won"},
    {"withdraw", "withdrew", "withdrawn"},
    {"write", "wrote", "written"},
    {"bet", "bet", "bet"},
    {"bid", "bid", "bid"},
    {"let", "let", "let"},
});

/// Verbs of one closed syllable double their last letter.
constexpr std::string_view kDoubling =
    "chip commit cut drop equip fit get kit let outfit plan put quit run scrap set ship shun sit "
    "slip snap spin step stop swap tap trim win wrap bet bid dump refer transfer scrub begin "
    "occur control bag confer program travel total cancel signal jet sack fell kit net nab snag "
    "tag "
    "grab snub";

using VerbTable = std::unordered_map<std::string, VerbForm>;

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

void add_regular(VerbTable& table, std::string_view verb, bool doubles, bool noun, bool irregular) {
  const std::string lemma(verb);
  const bool e = lemma.ends_with('e');
  const bool y = lemma.ends_with('y') && lemma.size() > 1 && !is_vowel(lemma[lemma.size() - 2]);
  const bool hisses = lemma.ends_with('s') || lemma.ends_with("sh") || lemma.ends_with("ch") ||
                      lemma.ends_with('x') || lemma.ends_with('z') || lemma.ends_with('o');
  const auto add = [&](std::string form, Form kind) {
    table.emplace(std::move(form), VerbForm{verb, kind, noun});
  };
  add(lemma, Form::Base);
  add(y ? lemma.substr(0, lemma.size() - 1) + "ies" : lemma + (hisses ? "es" : "s"), Form::Third);
  const std::string stem = doubles ? lemma + lemma.back()
                           : e     ? lemma.substr(0, lemma.size() - 1)
                                   : lemma;
  add(lemma.ends_with("ie")   ? lemma.substr(0, lemma.size() - 2) + "ying"
      : lemma.ends_with("ee") ? lemma + "ing"
                              : stem + "ing",
      Form::Gerund);
  if (irregular) return;
  add(y ? lemma.substr(0, lemma.size() - 1) + "ied" : stem + "ed", Form::Past);
}

VerbTable make_verbs() {
  VerbTable table;
  const Words nouns = set_of(kAlsoNouns);
  const Words doubling = set_of(kDoubling);
  const auto irregular = [](std::string_view verb) {
    return std::ranges::find(kIrregular, verb, &Irregular::lemma) != kIrregular.end();
  };
  for (const Irregular& verb : kIrregular) {
    const bool same = verb.past == verb.participle;
    if (verb.past != verb.lemma) {
      table.emplace(std::string(verb.past),
                    VerbForm{verb.lemma, same ? Form::Past : Form::OnlyPast, false});
    }
    if (!same && verb.participle != verb.lemma) {
      table.emplace(std::string(verb.participle), VerbForm{verb.lemma, Form::Participle, false});
    }
  }
  for (const std::string_view verb : split(kVerbs)) {
    add_regular(table, verb, doubling.contains(verb), nouns.contains(verb), irregular(verb));
  }
  // Both are verbs of their own: "Jane Roe founded it", "found it".
  table["has"] = {"have", Form::Third, false};
  table["found"] = {"find", Form::Past, false};
  for (const std::string_view form : {"travelled", "travelling", "cancelled", "cancelling"}) {
    table.emplace(std::string(form),
                  VerbForm{form.substr(0, form.find("ll") + 1),
                           form.ends_with("ed") ? Form::Past : Form::Gerund, false});
  }
  table.emplace("cancel", VerbForm{"cancel", Form::Base, false});
  table.emplace("cancels", VerbForm{"cancel", Form::Third, false});
  table.emplace("canceled", VerbForm{"cancel", Form::Past, false});
  table.emplace("abandon", VerbForm{"abandon", Form::Base, false});
  table.emplace("abandons", VerbForm{"abandon", Form::Third, false});
  table.emplace("abandoned", VerbForm{"abandon", Form::Past, false});
  table.emplace("abandoning", VerbForm{"abandon", Form::Gerund, false});
  return table;
}

const std::vector<std::pair<std::string, VerbForm>>& verbs() {
  static const auto kForms = [] {
    const VerbTable table = make_verbs();
    return std::vector<std::pair<std::string, VerbForm>>(table.begin(), table.end());
  }();
  return kForms;
}

}  // namespace

std::optional<VerbForm> verb_form(const std::string& word) {
  static const Trie kPlaces = [] {
    Trie places;
    for (std::uint32_t i = 0; i < verbs().size(); ++i) places.insert(verbs()[i].first, i);
    return places;
  }();
  const std::uint32_t place = kPlaces.find(word);
  if (place != Trie::kNone && verbs()[place].first == word) return verbs()[place].second;
  // Any other word in -ed is the past of a verb.
  const bool past = word.size() > 5 && word.ends_with("ed") && !word.ends_with("eed") &&
                    word != "hundred" && word != "united" && word != "kindred";
  if (past) return VerbForm{"", Form::Past, false};
  return std::nullopt;
}

bool is_determiner(std::string_view word) {
  static const Words kWords = set_of(
      "the a an its his her their our my your this that these those some any no each every both "
      "another all several many most few other such whose what much more one");
  return kWords.contains(word);
}

bool is_modifier(std::string_view word) {
  static const Words kWords = set_of(
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
  static const Words kWords = set_of(
      "also already recently reportedly currently previously formally formerly once now then still "
      "jointly separately instead soon later earlier first finally officially initially originally "
      "eventually subsequently effectively quietly publicly privately apparently allegedly "
      "potentially possibly probably likely tentatively fully wholly partly partially directly "
      "largely mainly mostly exclusively successfully again never not n't always often only even "
      "just yet ever today yesterday tomorrow together closely further away back up down out off "
      "ahead abroad elsewhere actively aggressively seriously meanwhile however moreover therefore "
      "thus too so very nearly almost about around roughly approximately over significantly "
      "ago far instead immediately simultaneously additionally similarly notably widely effective");
  if (kWords.contains(word)) return true;
  static const Words kNot = set_of(
      "family supply assembly reply italy july apply rely multiply comply anomaly monopoly daily "
      "weekly monthly quarterly yearly hourly early friendly costly timely orderly elderly only "
      "imply");
  constexpr std::size_t kShortest = 5;
  return word.size() > kShortest && word.ends_with("ly") && !kNot.contains(word);
}

bool is_preposition(std::string_view word) {
  static const Words kWords = set_of(
      "to from with of by for in at on into onto as like than against over unlike between via "
      "through about under across near alongside including using after before among towards "
      "toward outside per versus despite within without during since until upon following amid "
      "behind beyond inside throughout besides according worth except regarding concerning around "
      "off out up plus");
  return kWords.contains(word);
}

bool is_subordinator(std::string_view word) {
  static const Words kWords =
      set_of("while because although though whereas if whether unless when where why how once");
  return kWords.contains(word);
}

bool is_company_noun(std::string_view noun) {
  static const Words kWords = set_of(
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
  static const Words kWords = set_of(
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
  static const Words kWords = set_of(
      "headquarter plant plants factory factories fab fabs campus laboratory lab labs office "
      "offices site "
      "sites center centers centre centres facility facilities headquarters hub complex foundry "
      "gigafactory warehouse datacenter datacenters refinery park");
  return kWords.contains(noun);
}

bool is_deal_noun(std::string_view noun) {
  static const Words kWords = set_of(
      "attempt deal agreement contract pact plan plans talks bid offer proposal accord mou "
      "memorandum "
      "understanding intent decision right rights option order orders partnership venture alliance "
      "collaboration move effort efforts intention intentions commitment pledge discussions "
      "negotiations approval permission tie-up cooperation arrangement");
  return kWords.contains(noun);
}

bool is_goods_noun(std::string_view noun) {
  static const Words kWords = set_of(
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
  static const Words kWords = set_of(
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
