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
    "steer supervise decamp defect intern toil co-create co-chair "
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
    "address accelerate accredit accuse activate adapt adjust administer admire adorn advocate "
    "aggregate alert align alleviate allocate alter anticipate apologise apologize appeal "
    "applaud appreciate ascend aspire assess astonish attest audit automate await balk banish "
    "barge bask befriend beg behave bemoan bestow betray bewilder blame blend bless boast "
    "bombard bow brew brief broach brush bury calculate campaign caution celebrate certify "
    "chastise cheer chide clarify classify cling coax coin collide comb comfort commemorate "
    "compel compensate compile compliment comprise compress conceal conceive concentrate "
    "confess confide confine confiscate congratulate conjure conquer conserve conspire "
    "constitute constrain contemplate contend contradict contrast contravene convene converge "
    "convey cram crave crumble culminate curtail customise customize dash deem defer defy "
    "delegate delete demolish denote deplete depict deplore deposit descend deserve designate "
    "desire destroy deteriorate devastate deviate devise devote diagnose dictate differ "
    "differentiate diminish disagree disappear disappoint disapprove discard discharge disclaim "
    "discourage disembark dislike dismantle dispense displace disrupt dissuade distance "
    "distinguish distribute diversify divert divide divulge downgrade downplay draft draw dread "
    "dub dwarf dwell earmark edit educate eject elaborate elevate elicit embody embolden "
    "emigrate emit empower emulate enact encompass encroach endanger endure energise energize "
    "enforce enlarge enlighten enrich enrol enroll ensue entice entitle entrust enumerate "
    "equate erase erect erode erupt escape escort espouse evade evaporate evict evoke "
    "exacerbate exaggerate excel exclaim excuse exempt exert exhaust exonerate expel experience "
    "explode exploit falter fascinate fathom favor favour fend ferry fill flaunt flee flock "
    "flourish fluctuate forbid foresee forgive forgo forfeit formulate foster frown frustrate "
    "fume function fuse galvanise galvanize gaze glance glean glimpse gloat graduate grapple "
    "grasp grill grin groan grumble hamper harbor harbour hasten haul haunt heed hesitate "
    "hinder hoard hover hurry ignite illuminate immerse imperil implant implement implicate "
    "implore imprison incentivise incentivize incline incubate indict induce infer inflate "
    "inflict infringe infuse inhabit inherit inhibit initiate inscribe insert insinuate "
    "instruct insulate interact intercept interfere interject interpret interrupt intervene "
    "intrude inundate invade invalidate invoke irritate isolate jettison jostle juggle "
    "juxtapose kneel lag lament languish laud laugh lecture legislate lessen levy liaise "
    "liberate linger liquidate listen litigate lobby loom loosen magnify malfunction mandate "
    "manoeuvre maneuver marvel materialise materialize maximise maximize meander mediate "
    "memorise memorize mend mentor mimic mingle minimise minimize mirror misjudge mitigate "
    "modernise modernize monetise monetize monitor mothball muster narrate nationalise "
    "nationalize navigate necessitate neglect nod normalise normalize notch nullify obey "
    "obscure obsess obstruct offend offset omit ooze orchestrate originate outbid outdo outgrow "
    "outlast outlive outmanoeuvre outnumber outsell outshine outstrip overestimate overlap "
    "overlook overrule oversell overshadow overstate overturn overwhelm pack pad paint pause "
    "peddle penetrate perceive perpetuate persevere pertain perturb pin pinpoint plague plunder "
    "ponder populate portray pounce practise preach precede preclude predate preempt prescribe "
    "presume pretend prevail prioritise prioritize privatise privatize proceed proclaim prod "
    "proliferate prolong prop propel prosecute prosper protest provoke prowl publicise "
    "publicize punish purge quadruple quash quell quench quibble quip radiate raid ramp ransack "
    "ratchet ratify rationalise re-export reaffirm realign realise realize reap reappear "
    "rearrange reassert reassess reassign reassure rebrand rebuild rebuke recede recline "
    "recognise recognize recommence reconcile reconsider reconstruct recoup rectify recur "
    "redeem redeploy redirect redistribute redouble redraw reelect reenter refinance refine "
    "refocus reform refrain refresh refund refurbish regard register regret rehearse reimburse "
    "reinforce reinstate reinvent reinvest rejoice relaunch relax relay relent relieve relish "
    "remark remedy reminisce remit renegotiate renounce renovate reopen reorganise reorganize "
    "repackage repatriate repeal repel replenish replicate repossess reprise reproach "
    "repurchase reschedule resell resemble resent reshore reside resist resonate resort respect "
    "restate restrain resurface resurrect retaliate rethink retract retrain retrieve retrofit "
    "revel revert revisit revoke revolutionise revolutionize reward rewire rewrite ride "
    "ridicule rig rotate rouse ruin rush safeguard savour scan scatter scoff scold scour "
    "scrutinise scrutinize sculpt seize shatter shelter shoulder shout shove shrug shuttle "
    "simplify simulate situate skip slam slice slide smash smile smuggle snag snub soften "
    "solidify soothe spawn spell spill spoil spray sprout squeeze squander stack stamp startle "
    "stash stave steal stem stir stitch stockpile strain strand stretch strive stroll struggle "
    "stumble stun subcontract submit subside substitute succumb suffice summarise summarize "
    "summon supersede suppress surface surrender survey swear sweep swell swing symbolise "
    "symbolize synchronise synchronize synthesise synthesize tailor tarnish taunt tease "
    "telegraph telephone tempt thank thrive thwart tolerate topple torpedo toss toughen trail "
    "trample transcribe transmit transplant trap traverse tread tremble trickle trounce trumpet "
    "tuck tug tune undercut undergo underscore underestimate undermine undo uncover unearth "
    "unfold unleash unnerve unpack unseat unsettle untangle uphold uproot upset usher utter "
    "vacate validate vanish vault vaunt veer vie vindicate volunteer vouch wade wager waive "
    "wane waste wave waver weather weave wed whisper whittle wield worsen wreck wrestle yell "
    "zoom book-build kill pressure reel rein sidestep sway tack thaw toast trace trawl tweet "
    "unbundle uncork underbid undersell undershoot wire wow shake withhold eat bind bleed blow "
    "breed creep dig feed feel fight forget hide hit sing sleep teach wear sting shoot bend "
    "shut cast broadcast burst thrust reset recast grind overrun rerun outrun  "
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
    "address alert appeal audit balk boast bow brew brief campaign caution cheer coin comb "
    "comfort compliment contrast dash delegate deposit desire disappoint discharge dislike "
    "distance draft draw dread escape escort excuse experience exploit favor favour ferry fill "
    "flock frown function fuse gaze glance glimpse graduate grasp grill grin groan harbor "
    "harbour haul hurry lag lament laugh lecture levy lobby mandate manoeuvre maneuver marvel "
    "mentor mirror monitor nod notch offset overlap pack pad paint pause pin plague pressure "
    "prop protest prod purge quip raid ramp rebuke reform refund regard register regret relay "
    "remark remedy repeal respect resort reward ride ridicule rig ruin rush scan shelter "
    "shoulder shout shove shrug shuttle skip slam slice slide smash smile snag snub spell spill "
    "spray sprout squeeze stack stamp stash stem stir stitch stockpile strain strand stretch "
    "stroll struggle stumble surface surrender survey sweep swell swing tease telephone toss "
    "torpedo trace trail trap tread trickle trumpet tug tune upset usher utter vault volunteer "
    "wager waste wave weather weave whisper wreck yell zoom toast reel rein sway tack wire thaw "
    "tweet toughen thank substitute subcontract rebuild hit fight feed blow broadcast cast "
    "burst reset thrust shoot shut dig sleep bend breed overrun "
    "claim demand deal order supply source back fund finance lease license contract partner team "
    "bid trade target plan pledge offer power sample package test process visit tour trip stake "
    "study review move bet look signal pass cover name release force base report state design "
    "value vote work support talk step stop start stay split spin show shift ship rise return "
    "rent purchase pitch pick pay project note launch lead land issue increase hire help hold "
    "head gain found form exit end drive cut comment chip chair call boost block award upgrade "
    "estimate forecast run use train total switch strike sign set host present mark feature face "
    "fall file find fit fly approach court eye rival near headline anchor captain promise quote "
    "push rule sound stand turn walk want welcome win wait release catch hike trim kit table sack "
    "defect intern co-chair steer "
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
    "pump act schedule bag sink import "
    "swoop account farm net haul rake pocket score wire loan pile channel fork veto "
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
    {"bear", "bore", "borne"},
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
    {"draw", "drew", "drawn"},
    {"flee", "fled", "fled"},
    {"forbid", "forbade", "forbidden"},
    {"foresee", "foresaw", "foreseen"},
    {"forgive", "forgave", "forgiven"},
    {"forgo", "forwent", "forgone"},
    {"outbid", "outbid", "outbid"},
    {"outdo", "outdid", "outdone"},
    {"outgrow", "outgrew", "outgrown"},
    {"outsell", "outsold", "outsold"},
    {"outshine", "outshone", "outshone"},
    {"oversell", "oversold", "oversold"},
    {"rebuild", "rebuilt", "rebuilt"},
    {"redraw", "redrew", "redrawn"},
    {"resell", "resold", "resold"},
    {"rethink", "rethought", "rethought"},
    {"rewrite", "rewrote", "rewritten"},
    {"ride", "rode", "ridden"},
    {"shake", "shook", "shaken"},
    {"slide", "slid", "slid"},
    {"steal", "stole", "stolen"},
    {"strive", "strove", "striven"},
    {"swear", "swore", "sworn"},
    {"sweep", "swept", "swept"},
    {"swell", "swelled", "swollen"},
    {"swing", "swung", "swung"},
    {"tread", "trod", "trodden"},
    {"undercut", "undercut", "undercut"},
    {"undergo", "underwent", "undergone"},
    {"undo", "undid", "undone"},
    {"uphold", "upheld", "upheld"},
    {"weave", "wove", "woven"},
    {"withhold", "withheld", "withheld"},
    {"eat", "ate", "eaten"},
    {"bind", "bound", "bound"},
    {"bleed", "bled", "bled"},
    {"blow", "blew", "blown"},
    {"breed", "bred", "bred"},
    {"creep", "crept", "crept"},
    {"cling", "clung", "clung"},
    {"dig", "dug", "dug"},
    {"feed", "fed", "fed"},
    {"feel", "felt", "felt"},
    {"fight", "fought", "fought"},
    {"forget", "forgot", "forgotten"},
    {"hide", "hid", "hidden"},
    {"hit", "hit", "hit"},
    {"sing", "sang", "sung"},
    {"sleep", "slept", "slept"},
    {"teach", "taught", "taught"},
    {"wear", "wore", "worn"},
    {"sting", "stung", "stung"},
    {"shoot", "shot", "shot"},
    {"bend", "bent", "bent"},
    {"kneel", "knelt", "knelt"},
    {"shut", "shut", "shut"},
    {"cast", "cast", "cast"},
    {"broadcast", "broadcast", "broadcast"},
    {"burst", "burst", "burst"},
    {"thrust", "thrust", "thrust"},
    {"upset", "upset", "upset"},
    {"offset", "offset", "offset"},
    {"reset", "reset", "reset"},
    {"recast", "recast", "recast"},
    {"grind", "ground", "ground"},
    {"dwell", "dwelt", "dwelt"},
    {"overrun", "overran", "overrun"},
    {"rerun", "reran", "rerun"},
    {"outrun", "outran", "outrun"},
});

/// Verbs of one closed syllable double their last letter.
constexpr std::string_view kDoubling =
    "beg befriend defer grin lag nod omit outbid pad pin prod prop propel recur regret rig scan "
    "shrug skip slam snag snub stem submit trap tug wed compel excel expel repel emit transmit "
    "remit "
    "chip commit cut drop equip fit get kit let outfit plan put quit run scrap set ship shun sit "
    "slip snap spin step stop swap tap trim win wrap bet bid dump refer transfer scrub begin "
    "occur control bag confer program travel total cancel signal jet sack fell kit "
    "net nab snag tag grab snub";

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
  const Words nouns = words_of_list(kAlsoNouns);
  const Words doubling = words_of_list(kDoubling);
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
  table["found"] = {"find", Form::Past, false};
  table["has"] = {"have", Form::Third, false};
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

}  // namespace dealgraph::extract::english
