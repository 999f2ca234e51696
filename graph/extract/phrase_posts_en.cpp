// SPDX-License-Identifier: MIT
#include "graph/extract/statements_en.hpp"
#include "graph/extract/titles.hpp"

namespace dealgraph::extract::english {

PhrasePost post_in(const Statements& s, std::size_t index) {
  const std::string_view text = s.article().text.substr(0, s.view().sentence.span.end);
  PhrasePost post;
  if (index == kNone) return post;
  const Phrase& p = s.phrase(index);
  if (p.noun.empty() && !p.entities.empty() && s.type(p.entities.front()) == EntityType::Person)
    return post;
  const auto& tokens = s.parse().tokens;
  for (std::size_t i = p.first; i < p.last; ++i) {
    if (tokens[i].word == "former" || tokens[i].word == "previous") post.former = true;
    if (tokens[i].cls == Class::Name) continue;
    const std::uint32_t size = english_title_at(text, tokens[i].span.begin);
    const bool board = tokens[i].word == "board";
    if (size == 0 && !board) continue;
    post.title = {tokens[i].span.begin, tokens[i].span.begin + (board && size == 0 ? 5 : size)};
    break;
  }
  if (post.title.end == 0) return post;
  const Entities owner = s.filtered(p.owner, kOrganizations);
  const Entities inside = s.filtered(p.modifiers, kOrganizations);
  if (!owner.empty()) post.organization = owner.front();
  if (owner.empty() && !inside.empty()) post.organization = inside.front();
  const std::size_t of = s.noun_complement(index, {"of", "at", "for", "with"}, kOrganizations);
  if (of != kNone && (post.organization == kNoEntity || !p.owner.empty())) {
    const Entities named = s.named(of, kOrganizations);
    if (post.organization == kNoEntity) post.organization = named.front();
  }
  for (const std::size_t c : p.complements) {
    const std::string_view preposition = s.parse().preposition(s.phrase(c));
    if (preposition != "of" && preposition != "at") continue;
    if (is_company_noun(s.phrase(c).noun) && post.organization == kNoEntity) post.elsewhere = true;
  }
  // "head of optics", "vice president of sales"
  for (const std::size_t c : p.complements) {
    const std::string_view preposition = s.parse().preposition(s.phrase(c));
    const Span words = s.parse().span_of(s.phrase(c));
    const bool short_word = words.end - words.begin <= 40;
    if ((preposition == "of" || preposition == "for") && s.parse().all(c).empty() &&
        s.phrase(c).owner.empty() && short_word && post.title.end + 8 > words.begin) {
      post.title.end = words.end;
      break;
    }
  }
  return post;
}

std::uint32_t organization_spoken_of(const Statements& s, std::uint32_t before) {
  for (const Verb& v : s.parse().verbs) {
    if (v.subject == kNone || !v.finite) continue;
    const Phrase& subject = s.phrase(v.subject);
    if (s.parse().span_of(subject).begin >= before) break;
    const Entities named = s.filtered(s.parse().all(v.subject), kOrganizations);
    if (named.size() == 1) return named.front();
  }
  const Entities topic = s.topic();
  return topic.size() == 1 ? topic.front() : kNoEntity;
}

}  // namespace dealgraph::extract::english
