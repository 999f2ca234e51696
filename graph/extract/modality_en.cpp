// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/characters.hpp"
#include "graph/extract/english.hpp"
#include "graph/extract/modality.hpp"

namespace dealgraph::extract {
namespace {

/// The part of the sentence that the trigger's verb rules: up to the joints that start another
/// statement.
std::string_view statement(const Article& article, const Sentence& sentence, Span trigger) {
  const std::string_view whole = article.piece(sentence.span);
  std::size_t begin = 0;
  std::size_t end = whole.size();
  for (const std::string_view joint :
       {", and ", ", but ", "; ", ", while ", " - ", ", although ", ", after "}) {
    for (std::size_t at = whole.find(joint); at != std::string_view::npos;
         at = whole.find(joint, at + 1)) {
      const std::size_t absolute = sentence.span.begin + at;
      if (absolute < trigger.begin) begin = std::max(begin, at + joint.size());
      if (absolute >= trigger.end) end = std::min(end, at);
    }
  }
  return whole.substr(begin, end - begin);
}

bool is_encounter(EdgeType type) {
  return type == EdgeType::Visit || type == EdgeType::Meeting || type == EdgeType::Participation;
}

bool is_past(std::string_view verb) {
  const std::string_view first = verb.substr(0, verb.find(' '));
  return first.ends_with("ed") || first == "bought" || first == "sold" || first == "led" ||
         first == "took" || first == "met" || first == "sat";
}

bool is_done(const Article& article, std::string_view near, const TriggerHit& hit, EdgeType type) {
  const std::string_view verb = article.piece(hit.span);
  if (type == EdgeType::Acquisition) {
    return has_phrase(near, {"completed", "completes", "completing", "closed", "closes",
                             "finalized", "has acquired", "had acquired", "has bought", "picked up",
                             "was acquired by", "acquired"});
  }
  if (type == EdgeType::Investment) {
    return is_past(verb) || verb.starts_with("raise") ||
           has_phrase(near, {"has invested", "raised", "raises", "was led by"});
  }
  if (type == EdgeType::Supply) {
    // "OpenAI rents computing power from Oracle": what goes on is under way.
    const bool goes_on = verb.ends_with("s") && verb.find(' ') == std::string_view::npos &&
                         !verb.ends_with("ls") && verb != "contracts" && verb != "orders";
    if (goes_on && hit.trigger->frame != Frame::Partner) return true;
    return has_phrase(
        near, {"has supplied", "has been supplying", "supplies", "already", "began shipping",
               "started shipping", "shipped", "delivered", "has been buying"});
  }
  return false;
}

}  // namespace

Status english_status(const Article& article, const Sentence& sentence, const TriggerHit& hit) {
  const EdgeType type = *edge_type_of(hit.trigger->frame);
  const std::string_view near = statement(article, sentence, hit.span);
  if (has_phrase(near, {"denied", "denies", "no plans", "not true", "dismissed", "false",
                        "not in talks", "never", "will not", "won't", "did not", "has not",
                        "had not", "not have", "ruled out", "refuted"}) &&
      !has_phrase(near, {"not only", "whether or not"})) {
    return Status::Denied;
  }
  if (has_phrase(near,
                 {"is off",       "called off",   "terminated", "terminates",  "ended",
                  "expired",      "fell through", "collapsed",  "scrapped",    "abandoned",
                  "walked away",  "cancelled",    "canceled",   "withdrew",    "no longer",
                  "turning down", "turned down",  "rejected",   "dropped its", "backed out"})) {
    return Status::Ended;
  }
  const bool rumored =
      has_phrase(near, {"in talks",    "considering",    "exploring",       "reportedly",
                        "said to be",  "sources",        "people familiar", "could",
                        "may",         "might",          "potentially",     "rumored",
                        "weighing",    "mulling",        "discussions",     "is close to",
                        "nearing",     "in discussions", "reported to be",  "speculation",
                        "negotiating", "advanced talks", "early talks",     "seeking to"});
  if (rumored && !(type == EdgeType::Meeting && has_phrase(near, {"in talks", "discussions"}) &&
                   is_past(article.piece(hit.span)))) {
    return Status::Rumored;
  }
  const bool planned =
      has_phrase(near, {"plans to", "intends", "aims to", "expects to", "set to", "planning",
                        "proposed", "going to", "is expected", "are expected", "scheduled",
                        "due to", "would", "hopes to", "plan to"});
  if (is_encounter(type))
    return planned || has_phrase(near, {"will"}) ? Status::Planned : hit.trigger->status;
  if (is_done(article, near, hit, type) && !planned) return Status::Completed;
  const bool sealed = has_phrase(
      near, {"signed", "signs", "agreed", "agrees", "announced", "announces", "has agreed",
             "struck", "inked", "reached", "finalized", "secured", "expands", "expanded",
             "a deal to", "under the deal", "under the agreement"});
  if (sealed) return Status::Agreed;
  if (planned) return Status::Planned;
  return hit.trigger->status;
}

}  // namespace dealgraph::extract
