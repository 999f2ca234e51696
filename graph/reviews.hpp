// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/filter.hpp"
#include "graph/snapshot.hpp"

/// Entities that may be one and the same, for a person to decide. The resolver
/// (extract/resolver.hpp) never merges on such grounds: a mention below its threshold makes a new
/// entity, which stands here with the same reason and score. All of it follows from the ids and
/// names that the database holds, so reviews need no table of their own.
namespace dealgraph {

/// Why two entities may be one, most certain first.
enum class Likeness : std::uint8_t {
  SameName,    ///< One name, but for case, blanks and punctuation.
  LegalForm,   ///< One name, but for Inc., Corp., 주식회사 …
  Extension,   ///< One name begins with the whole of the other: Acme, Acme Robotics.
  OneEdit,     ///< One letter apart; Hangul counted by jamo.
  SharedName,  ///< One name that several have, or a beginning of several names.
  OtherType,   ///< One name, but of an entity of another type.
  Surname,     ///< Two persons of a known surname.
};

/// What a likeness is worth, 0 to kCertain, and what to call it.
constexpr Confidence score_of(Likeness likeness) noexcept {
  switch (likeness) {
    case Likeness::SameName:
      return 9'500;
    case Likeness::LegalForm:
      return 9'000;
    case Likeness::Extension:
      return 6'000;
    case Likeness::OneEdit:
      return 5'000;
    case Likeness::SharedName:
      return 4'500;
    case Likeness::OtherType:
      return 3'000;
    case Likeness::Surname:
      return 2'000;
  }
  return 0;
}

constexpr std::string_view describe(Likeness likeness) noexcept {
  switch (likeness) {
    case Likeness::SameName:
      return "one name but for case, blanks and punctuation";
    case Likeness::LegalForm:
      return "one name but for the legal form";
    case Likeness::Extension:
      return "one name begins with the other";
    case Likeness::OneEdit:
      return "the names are one letter apart";
    case Likeness::SharedName:
      return "a name that several entities may have";
    case Likeness::OtherType:
      return "one name, but of another type";
    case Likeness::Surname:
      return "a known surname after another given name";
  }
  return "";
}

/// The id of an entity that is not merged with the known ones of its name: the slug of the name
/// with the type. By this id reviews know it again.
std::string id_set_apart(std::string_view slug, EntityType type);

struct Review {
  EntityIndex entity{};     ///< Known by one name alone, as an article wrote it.
  EntityIndex candidate{};  ///< Who it may be.
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
/// type whose name is like theirs, and one of another type where the resolver set them apart: at
/// most five candidates each (20 of one set apart), every pair once. A page holds at least `limit`
/// reviews unless it is the last or the budget's time is over; all reviews of one entity are on one
/// page. O(entities × names of similar length). Thread-safe.
ReviewPage find_reviews(const Snapshot& graph, const ReviewQuery& query);

}  // namespace dealgraph
