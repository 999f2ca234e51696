// SPDX-License-Identifier: MIT
#include "schema/ontology.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

using namespace dealgraph;

namespace {

EntityTypes types_of(const std::string& letters) {
  const std::map<char, EntityType> by_letter{
      {'o', EntityType::Organization}, {'p', EntityType::Person},  {'l', EntityType::Place},
      {'j', EntityType::Project},      {'d', EntityType::Product}, {'e', EntityType::Event}};
  EntityTypes types;
  for (const char letter : letters) types.insert(by_letter.at(letter));
  return types;
}

}  // namespace

TEST_CASE("ontology: ends are allowed exactly as the annotation guide lists them") {
  // o organization, p person, l place, j project, d product, e event
  const std::map<std::string, std::pair<std::string, std::string>> allowed_ends{
      {"partnership", {"o", "o"}}, {"investment", {"op", "ojl"}},   {"acquisition", {"op", "od"}},
      {"supply", {"o", "ojl"}},    {"visit", {"op", "lo"}},         {"meeting", {"op", "op"}},
      {"role", {"p", "o"}},        {"participation", {"op", "je"}}, {"ownership", {"op", "od"}}};
  REQUIRE(edge_types().size() == allowed_ends.size());
  for (const EdgeTypeInfo& type : edge_types()) {
    const auto& [sources, targets] = allowed_ends.at(std::string(type.name));
    for (const EntityTypeInfo& source : entity_types()) {
      for (const EntityTypeInfo& target : entity_types()) {
        CAPTURE(type.name);
        CAPTURE(source.name);
        CAPTURE(target.name);
        CHECK(allows(type.type, source.type, target.type) ==
              (types_of(sources).contains(source.type) && types_of(targets).contains(target.type)));
      }
    }
  }
}

TEST_CASE("ontology: names are unique, parse back, and have labels in both languages") {
  std::set<std::string_view> names;
  const auto check_row = [&](const auto& row) {
    CAPTURE(row.name);
    CHECK(names.insert(row.name).second);
    CHECK_FALSE(row.label.en.empty());
    CHECK_FALSE(row.label.ko.empty());
    CHECK_FALSE(row.doc.empty());
  };
  for (const auto& row : entity_types()) {
    check_row(row);
    CHECK(parse_entity_type(row.name) == row.type);
  }
  for (const auto& row : edge_types()) {
    check_row(row);
    CHECK(parse_edge_type(row.name) == row.type);
  }
  for (const auto& row : statuses()) {
    check_row(row);
    CHECK(parse_status(row.name) == row.status);
  }
  CHECK_FALSE(parse_edge_type("Supply").has_value());
  CHECK_FALSE(parse_status("").has_value());
}

TEST_CASE("ontology: only partnership and meeting are symmetric, with equal ends and labels") {
  for (const EdgeTypeInfo& type : edge_types()) {
    CAPTURE(type.name);
    CHECK(type.symmetric == (type.type == EdgeType::Partnership || type.type == EdgeType::Meeting));
    if (type.symmetric) {
      CHECK(type.sources == type.targets);
      CHECK(type.label.en == type.inverse_label.en);
    } else {
      CHECK(type.label.en != type.inverse_label.en);
    }
  }
}

TEST_CASE("ontology: visits, meetings, acquisitions, investments and events hold on their date") {
  CHECK(is_momentary(EdgeType::Visit, EntityType::Place));
  CHECK(is_momentary(EdgeType::Meeting, EntityType::Person));
  CHECK(is_momentary(EdgeType::Acquisition, EntityType::Product));
  CHECK(is_momentary(EdgeType::Investment, EntityType::Place));
  CHECK(is_momentary(EdgeType::Participation, EntityType::Event));
  CHECK_FALSE(is_momentary(EdgeType::Participation, EntityType::Project));
  CHECK_FALSE(is_momentary(EdgeType::Supply, EntityType::Organization));
  CHECK_FALSE(is_momentary(EdgeType::Role, EntityType::Organization));
}

TEST_CASE("EnumSet: inserts, erases and compares") {
  Statuses set{Status::Rumored, Status::Denied};
  CHECK(set.contains(Status::Denied));
  set.erase(Status::Denied);
  CHECK(set == Statuses{Status::Rumored});
  CHECK_FALSE(set.empty());
  CHECK(all_statuses().bits() == 0b111111);
}
