// SPDX-License-Identifier: MIT
#include "graph/extract/korean.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <vector>

#include "graph/extract/characters.hpp"
#include "graph/extract/trie.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

constexpr std::size_t kSyllable = 3;  // bytes of a Hangul syllable

struct ParticleEntry {
  std::string_view text;
  Case kind;
};

/// Longest first within a common ending, so that the first that fits is the right one.
constexpr auto kParticles = std::to_array<ParticleEntry>({
    {"으로부터", Case::Source},  {"로부터는", Case::Source},  {"로부터", Case::Source},
    {"에게서는", Case::Source},  {"에게서", Case::Source},    {"에게로", Case::Recipient},
    {"에게는", Case::Recipient}, {"에게도", Case::Recipient}, {"에게만", Case::Recipient},
    {"에게", Case::Recipient},   {"에서는", Case::Source},    {"에서도", Case::Source},
    {"에서만", Case::Source},    {"에서의", Case::Source},    {"에서", Case::Source},
    {"에는", Case::Recipient},   {"에도", Case::Recipient},   {"에만", Case::Recipient},
    {"에의", Case::Recipient},   {"에", Case::Recipient},     {"한테", Case::Recipient},
    {"께서는", Case::Subject},   {"께서", Case::Subject},     {"께", Case::Recipient},
    {"으로는", Case::Toward},    {"으로도", Case::Toward},    {"으로서", Case::Toward},
    {"으로의", Case::Toward},    {"으로", Case::Toward},      {"로는", Case::Toward},
    {"로서", Case::Toward},      {"로의", Case::Toward},      {"로", Case::Toward},
    {"와의", Case::With},        {"과의", Case::With},        {"와는", Case::With},
    {"과는", Case::With},        {"와도", Case::With},        {"과도", Case::With},
    {"와", Case::With},          {"과", Case::With},          {"이랑", Case::With},
    {"랑", Case::With},          {"은", Case::Topic},         {"는", Case::Topic},
    {"이", Case::Subject},       {"가", Case::Subject},       {"도", Case::Also},
    {"만", Case::Also},          {"을", Case::Object},        {"를", Case::Object},
    {"의", Case::Owner},         {"이나", Case::Other},       {"나", Case::Other},
    {"이라는", Case::Copula},    {"라는", Case::Copula},      {"이란", Case::Copula},
    {"인", Case::Copula},        {"이다", Case::Copula},      {"다", Case::Copula},
    {"이며", Case::Copula},      {"이고", Case::Copula},      {"이었다", Case::Copula},
    {"였다", Case::Copula},      {"이라고", Case::Copula},    {"라고", Case::Copula},
    {"이라며", Case::Copula},    {"처럼", Case::Other},       {"보다", Case::Other},
    {"보다는", Case::Other},     {"까지", Case::Other},       {"까지는", Case::Other},
    {"부터", Case::Other},       {"조차", Case::Other},       {"뿐", Case::Other},
    {"뿐만", Case::Other},       {"마저", Case::Other},       {"이든", Case::Other},
    {"에선", Case::Source},      {"에겐", Case::Recipient},   {"엔", Case::Recipient},
    {"측", Case::Bare},          {"만의", Case::Owner},       {"만이", Case::Subject},
    {"여서", Case::Copula},      {"이어서", Case::Copula},    {"이자", Case::Copula},
    {"이지만", Case::Copula},    {"지만", Case::Copula},      {"이라", Case::Copula},
    {"같은", Case::Other},       {"발", Case::Other},         {"산", Case::Other},
    {"들", Case::Bare},
});

/// Nouns that follow a name without a blank and leave it what it is.
struct Glue {
  std::string_view text;
  Case kind;  ///< Bare: what follows decides.
};
constexpr auto kGlue = std::to_array<Glue>({
    {"측", Case::Bare},
    {"향", Case::For},
    {"용", Case::For},
    {"사", Case::Bare},
    {"간", Case::With},
    {"들", Case::Bare},
    {"행", Case::Toward},
});

/// Words that end like a noun with a particle and are none.
const WordSet& uninflected() {
  static const WordSet kWords{
      "회의",   "협의",   "논의",   "합의",   "주의",   "정의",   "강의",   "문의",   "결의",
      "동의",   "평가",   "국가",   "추가",   "인가",   "허가",   "증가",   "주가",   "물가",
      "단가",   "인상가", "전문가", "투자가", "사업가", "결과",   "효과",   "성과",   "통과",
      "초과",   "과",     "제도",   "속도",   "정도",   "의도",   "수도",   "온도",   "밀도",
      "년도",   "강도",   "보도",   "지도",   "주도",   "시도",   "용도",   "인도",   "경기도",
      "강원도", "제주도", "매도",   "이",     "그",     "저",     "차이",   "사이",   "높이",
      "길이",   "아이",   "함께",   "바로",   "서로",   "스스로", "별도",   "실제로", "새로",
      "최초로", "주로",   "따로",   "대로",   "가을",   "마을",   "서울",   "기을",   "지은",
      "같은",   "많은",   "높은",   "다른",   "최근",   "좋은",   "젊은",   "있는",   "없는",
      "하는",   "되는",   "위한",   "통한",   "대한",   "기업",   "분야",   "세계",   "회장",
      "관계",   "사회",   "이번",   "지난",   "우선",   "인근",   "대만",   "독일",   "만",
      "에",     "초대형", "각각",   "각",     "네이버", "테이",   "디자인", "라인",   "온라인",
      "승인",   "확인",   "개인",   "요인",   "원인",   "법인",   "하나",   "그러나", "이나",
      "회로",   "경로",   "피해로", "또는",   "혹은",   "은",     "는",     "가",     "를"};
  return kWords;
}

const WordSet& surnames() {
  static const WordSet kNames{
      "김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오", "서", "신",
      "권", "황", "안", "송", "류", "유", "전", "홍", "고", "문", "양", "손", "배", "백",
      "허", "남", "심", "노", "하", "곽", "성", "차", "주", "우", "구", "나", "민", "진",
      "지", "엄", "채", "원", "천", "방", "공", "현", "함", "변", "염", "여", "추", "도",
      "소", "석", "선", "설", "마", "길", "연", "위", "표", "명", "기", "반", "왕", "금",
      "옥", "육", "인", "맹", "제", "모", "탁", "국", "은", "편", "용", "예", "봉", "경",
      "사", "부", "가", "복", "태", "목", "형", "계", "피", "두", "감", "음", "빈", "동",
      "온", "호", "범", "좌", "팽", "승", "간", "상", "갈", "라", "어"};
  return kNames;
}

/// The entry of exactly this particle, or nullptr.
const ParticleEntry* particle_entry(std::string_view text) {
  static const Trie kPlaces = [] {
    Trie places;
    for (std::uint32_t i = 0; i < kParticles.size(); ++i) places.insert(kParticles[i].text, i);
    return places;
  }();
  const std::uint32_t place = kPlaces.find(text);
  return place == Trie::kNone ? nullptr : &kParticles[place];
}

}  // namespace

std::optional<Particle> read_particle(std::string_view rest) {
  if (rest.empty()) return Particle{};
  if (const ParticleEntry* whole = particle_entry(rest)) {
    return Particle{whole->kind, static_cast<std::uint32_t>(rest.size())};
  }
  for (const Glue& glue : kGlue) {
    if (!starts_with(rest, glue.text)) continue;
    const std::string_view after = rest.substr(glue.text.size());
    if (const ParticleEntry* entry = particle_entry(after)) {
      const Case kind =
          glue.kind == Case::Bare || glue.kind == Case::With ? entry->kind : glue.kind;
      return Particle{kind, static_cast<std::uint32_t>(rest.size())};
    }
    if (after.empty()) return Particle{glue.kind, static_cast<std::uint32_t>(rest.size())};
  }
  return std::nullopt;
}

bool agrees_with_stem(std::string_view stem, std::string_view particle) {
  const char32_t last = character_before(stem, stem.size()).code;
  if (!is_hangul(last)) return true;  // how a number or a Latin letter is read is unknown
  constexpr char32_t kFirstSyllable = 0xAC00;
  constexpr char32_t kFinals = 28;
  const bool closed = (last - kFirstSyllable) % kFinals != 0;
  static constexpr auto kAfterConsonant = word_list(
      {"은",   "이",   "을",     "과",     "과의",   "과는", "과도",   "이라는", "이란", "이다",
       "이며", "이고", "이었다", "이라고", "이라며", "이자", "이지만", "이라",   "이나", "이랑"});
  static constexpr auto kAfterVowel = word_list(
      {"는", "가", "를", "와", "와의", "와는", "와도", "라는", "라고", "라며", "여서", "지만"});
  return closed ? !kAfterVowel.contains(particle) : !kAfterConsonant.contains(particle);
}

namespace {

/// Place of a word in the index by last syllables: of its last two bytes what tells Hangul apart.
std::size_t last_syllable_place(std::string_view word) {
  const auto low_bits = [](char c) { return static_cast<unsigned char>(c) & 63U; };
  return (low_bits(word[word.size() - 2]) << 6U) | low_bits(word.back());
}

/// Particles by their last syllable, longest first; without those that are far more often the end
/// of a stem than a particle.
const std::vector<std::vector<ParticleEntry>>& by_last_syllable() {
  static const auto kIndex = [] {
    constexpr std::size_t kPlaces = 4096;
    static constexpr auto kStemEndings =
        word_list({"다", "나", "발", "산", "들", "측", "인", "만", "뿐", "랑", "엔"});
    std::vector<std::vector<ParticleEntry>> index(kPlaces);
    for (const ParticleEntry& entry : kParticles) {
      if (kStemEndings.contains(entry.text)) continue;
      index[last_syllable_place(entry.text)].push_back(entry);
    }
    for (auto& entries : index) {
      std::ranges::stable_sort(entries, std::greater<>(),
                               [](const ParticleEntry& e) { return e.text.size(); });
    }
    return index;
  }();
  return kIndex;
}

}  // namespace

Particle trailing_particle(std::string_view word) {
  if (word.size() <= kSyllable) return {};
  const auto& entries = by_last_syllable()[last_syllable_place(word)];
  if (entries.empty() || uninflected().contains(word)) return {};
  for (const ParticleEntry& entry : entries) {
    if (word.size() <= entry.text.size() || !ends_with(word, entry.text)) continue;
    if (!agrees_with_stem(word.substr(0, word.size() - entry.text.size()), entry.text)) continue;
    return {entry.kind, static_cast<std::uint32_t>(entry.text.size())};
  }
  return {};
}

std::size_t skip_gloss(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '(') return at;
  constexpr std::size_t kLongest = 80;
  const std::size_t close = text.substr(0, std::min(text.size(), at + kLongest)).find(')', at);
  return close == std::string_view::npos ? at : close + 1;
}

bool is_surname(std::string_view syllable) { return surnames().contains(syllable); }

}  // namespace dealgraph::extract
