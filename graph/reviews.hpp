// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/filter.hpp"
#include "graph/snapshot.hpp"

/// Entities that may be one and the same, for a person to decide. The resolver never merges on such
/// grounds: an entity below its threshold is a new one, and stands here.
namespace dealgraph {

/// Why two entities may be one, most certain first.
enum class Likeness : std::uint8_t {
  SameName,   ///< One name, but for case, blanks and punctuation.
  LegalForm,  ///< One name, but for Inc., Corp., 주식회사 …
  Extension,  ///< One name begins with the whole of the other: Acme, Acme Robotics.
  OneEdit,    ///< One letter apart; Hangul counted by jamo.
};

/// What a likeness is worth, 0 to kCertain, and what to call it.
Confidence score_of(Likeness likeness) noexcept;
std::string_view describe(Likeness likeness) noexcept;

struct Review {
  EntityIndex entity{};     ///< Known by one name alone, as an article wrote it.
  EntityIndex candidate{};  ///< Who it may be: of the same type.
  Likeness likeness = Likeness::SameName;
  std::string entity_name;  ///< The names that are alike.
  std::string candidate_name;
};

struct ReviewQuery {
  EntityTypes types = all_entity_types();
  Instant known_on = kForever;
  std::size_t limit = 50;
  std::optional<std::string> after;  ///< Id of the last entity of the page before.
  Budget budget{};
};

struct ReviewPage {
  std::vector<Review> reviews;      ///< By entity id, then the likeliest candidate first.
  std::optional<std::string> next;  ///< Id of the last entity looked at, where there may be more.
  Truncation truncation;
};

/// Entities of which only one name is known, without identifiers, beside each other entity of their
/// type whose name is like theirs: at most five candidates each, every pair once. A page holds at
/// least `limit` reviews unless it is the last or the budget's time is over; all reviews of one
/// entity are on one page. O(entities × names of similar length). Thread-safe.
ReviewPage find_reviews(const Snapshot& graph, const ReviewQuery& query);

}  // namespace dealgraph
