// SPDX-License-Identifier: MIT
#include "graph/extract/gazetteer.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "graph/extract/characters.hpp"
#include "graph/extract/korean.hpp"
#include "graph/extract/titles.hpp"
#include "graph/extract/words.hpp"
#include "schema/text.hpp"

namespace dealgraph::extract {
namespace {

/// Nouns that Korean writes onto a name without a blank: the name stays a mention.
constexpr auto kAttachedNouns =
    word_list({"본사", "공장", "법인", "지사", "경영진", "임직원", "관계자", "주식", "주가",
               "대표단", "제품", "반도체", "프로젝트", "정부", "캠퍼스", "사업장"});

/// A short name of this many bytes must stand exactly as in the lexicon.
constexpr std::size_t kExactBytes = 3;

/// LG AI연구원장: the head of an institution is named by one syllable more.
bool is_institution_head(std::string_view name, std::string_view rest) {
  constexpr std::string_view kHead = "장";
  static constexpr auto kInstitutions =
      word_list({"원", "소", "청", "처", "터", "본부", "재단", "은행", "진흥원", "위원회", "시"});
  if (!rest.starts_with(kHead) || !read_particle(rest.substr(kHead.size()))) return false;
  return ends_with_any(name, kInstitutions);
}

bool is_hangul_name(std::string_view name) {
  return is_hangul(character_before(name, name.size()).code);
}

std::string without_blanks(std::string_view text) {
  std::string out(text);
  std::erase(out, ' ');
  return out;
}

/// Arm is not arm and Meta not meta; NVIDIA is Nvidia.
bool case_fits(std::string_view found, std::string_view name) {
  if (found == name) return true;
  if (name.size() <= kExactBytes) return false;
  if (is_upper(character_at(name, 0).code) && !is_upper(character_at(found, 0).code)) return false;
  if (is_lower(character_at(name, 0).code)) {
    return is_upper(character_at(found, 0).code);
  }
  // Every word that the lexicon writes with a capital begins with one here.
  for (std::size_t at = 0; at + 1 < name.size(); ++at) {
    if (name[at] != ' ' || !is_upper(character_at(name, at + 1).code)) continue;
    const char32_t c = character_at(found, at + 1).code;
    if (is_lower(c) && c != 'h' && c != 'g') return false;
  }
  return true;
}

}  // namespace

Gazetteer::Gazetteer(const LexiconData& lexicon) : entries_(lexicon.entries) {
  std::map<std::string, std::uint32_t> by_id;
  for (std::uint32_t i = 0; i < entries_.size(); ++i) by_id.emplace(entries_[i].id, i);
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    const LexiconEntry& entry = entries_[i];
    add(entry.name, i);
    add(entry.name_ko, i);
    for (const std::string& alias : entry.en) add(alias, i);
    for (const std::string& alias : entry.ko) add(alias, i);
  }
  for (const std::string& outlet : lexicon.media) {
    const std::uint32_t known = trie_.find(outlet);
    if (known != Trie::kNone) continue;  // a company that also publishes
    trie_.insert(outlet, static_cast<std::uint32_t>(names_.size()));
    names_.push_back({outlet, {}, true});
  }
  for (const AmbiguousAlias& ambiguous : lexicon.ambiguous) {
    const std::uint32_t name = trie_.find(ambiguous.alias);
    const auto preferred = by_id.find(ambiguous.preferred);
    if (name == Trie::kNone || preferred == by_id.end()) continue;
    auto& owners = names_[name].owners;
    const auto place = std::ranges::find(owners, preferred->second);
    if (place != owners.end()) std::rotate(owners.begin(), place, place + 1);
  }
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    const auto& owners = names_[i].owners;
    const bool product = !owners.empty() && entries_[owners.front()].type == EntityType::Product;
    if (product) products_.insert(names_[i].text, i);
  }
}

void Gazetteer::add(std::string_view text, std::uint32_t owner) {
  if (text.empty()) return;
  const auto add_spelling = [&](std::string_view spelling) {
    const std::uint32_t known = trie_.find(spelling);
    if (known == Trie::kNone) {
      trie_.insert(spelling, static_cast<std::uint32_t>(names_.size()));
      names_.push_back({std::string(spelling), {owner}, false});
      return;
    }
    auto& owners = names_[known].owners;
    if (std::ranges::find(owners, owner) == owners.end()) owners.push_back(owner);
  };
  add_spelling(text);
  const bool hangul =
      std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xE0U; });
  if (hangul && text.find(' ') != std::string_view::npos) add_spelling(without_blanks(text));
}

bool Gazetteer::fits(std::string_view text, Span span, const Name& name) const {
  const std::string_view found = text.substr(span.begin, span.end - span.begin);
  const Character next = character_at(text, span.end);
  if (!is_hangul_name(found)) {
    if (!case_fits(found, name.text)) return false;
    if (is_latin(next.code) || is_digit(next.code)) {
      // A plural: TPUs, GPUs.
      const bool plural = next.code == 's' && !is_word(character_at(text, span.end + 1).code);
      if (!plural) return false;
    }
  }
  return is_complete_name(text, span);
}

const Gazetteer::Name* Gazetteer::named(std::string_view surface) const {
  const std::uint32_t found = trie_.find(surface);
  return found == Trie::kNone ? nullptr : &names_[found];
}

std::vector<Gazetteer::Hit> Gazetteer::find(std::string_view text) const {
  std::vector<Hit> hits;
  std::vector<Trie::Match> matches;
  std::size_t at = 0;
  char32_t before = 0;
  while (at < text.size()) {
    const Character c = character_at(text, at);
    const bool begins = is_word(c.code) ? !is_word(before) : c.code >= 0x4E00 && c.code <= 0x9FFF;
    std::size_t next = at + c.size;
    if (begins && !is_hangul(before)) {
      matches.clear();
      trie_.match(text, at, matches);
      for (auto match = matches.rbegin(); match != matches.rend(); ++match) {
        Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + match->length)};
        if (!fits(text, span, names_[match->value])) continue;
        const Character after = character_at(text, span.end);
        if (after.code == 's' && is_latin(character_before(text, span.end).code)) ++span.end;
        hits.push_back({span, match->value});
        next = span.end;
        break;
      }
    }
    before = next == at + c.size ? c.code : character_before(text, next).code;
    at = next;
  }
  return hits;
}

std::vector<std::uint32_t> Gazetteer::product_stems_at(std::string_view text,
                                                       std::size_t offset) const {
  std::vector<Trie::Match> matches;
  products_.match(text, offset, matches);
  std::vector<std::uint32_t> stems;
  for (const Trie::Match& match : matches) {
    const Name& name = names_[match.value];
    if (case_fits(text.substr(offset, match.length), name.text)) {
      stems.push_back(match.length);
    }
  }
  return stems;
}

std::uint32_t Gazetteer::entry_by_id(std::string_view id) const {
  const auto found = std::ranges::lower_bound(entries_, id, {}, &LexiconEntry::id);
  if (found == entries_.end() || found->id != id) return kNone;
  return static_cast<std::uint32_t>(found - entries_.begin());
}

bool is_complete_name(std::string_view text, Span name) {
  const Character next = character_at(text, name.end);
  if (!is_word(next.code)) return true;
  const Character last = character_before(text, name.end);
  if (is_hangul(last.code) && !is_hangul(next.code)) {
    // 엔비디아GPU stays whole for a longer name; a post in Latin letters does not.
    return korean_title_at(text, name.end) > 0;
  }
  if (!is_hangul(next.code)) return next.code == 's';
  std::size_t end = name.end;
  while (is_hangul(character_at(text, end).code)) end += character_at(text, end).size;
  const std::string_view rest = text.substr(name.end, end - name.end);
  if (read_particle(rest)) return true;
  const auto attached = [&](std::string_view noun) {
    return rest.starts_with(noun) && read_particle(rest.substr(noun.size()));
  };
  if (std::ranges::any_of(kAttachedNouns, attached)) return true;
  if (is_institution_head(text.substr(name.begin, name.end - name.begin), rest)) return true;
  return rest.size() >= 6 && korean_title_at(text, name.end) == rest.size();
}

}  // namespace dealgraph::extract
