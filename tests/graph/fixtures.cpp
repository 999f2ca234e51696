// SPDX-License-Identifier: MIT
#include "fixtures.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <sstream>
#include <stdexcept>

namespace dealgraph::fixtures {
namespace {

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Known known_of(std::string_view text) {
  const auto dots = text.find("..");
  Known known{instant(text.substr(0, dots))};
  if (dots + 2 < text.size()) known.to = instant(text.substr(dots + 2));
  return known;
}

constexpr std::int64_t kMillisecondsPerDay = 86'400'000;
const Known kKnownByDefault{instant("2025-01")};

class Parser {
 public:
  Rows parse(std::string_view text) {
    std::string lines(text);
    std::replace(lines.begin(), lines.end(), ';', '\n');
    for (const std::string& line : split(lines, '\n')) {
      if (!line.empty()) statement(line);
    }
    return std::move(rows_);
  }

 private:
  void statement(const std::string& line) {
    std::istringstream words(line);
    std::string first;
    std::string verb;
    words >> first >> verb;
    if (verb == "=") {
      names(first, line.substr(line.find('=') + 1));
    } else if (verb == ">" || verb == "-") {
      edge(first, verb, words);
    } else {
      entity(first);
    }
  }

  RowId entity(const std::string& word) {
    const auto colon = word.find(':');
    const std::string id = word.substr(0, colon);
    const auto [found, added] = by_id_.try_emplace(id, static_cast<RowId>(by_id_.size()));
    if (added) {
      EntityVersionRow row;
      row.row = static_cast<RowId>(rows_.entities.size());
      row.entity = found->second;
      row.entity_value.id = id;
      row.entity_value.name = id;
      row.known = kKnownByDefault;
      rows_.entities.push_back(row);
    }
    if (colon != std::string::npos) {
      for (EntityVersionRow& row : rows_.entities) {
        if (row.entity == found->second) {
          row.entity_value.type = parse_entity_type(word.substr(colon + 1)).value();
        }
      }
    }
    return found->second;
  }

  void names(const std::string& word, std::string text) {
    const bool again = by_id_.contains(word.substr(0, word.find(':')));
    const RowId entity_row = entity(word);
    EntityVersionRow row = rows_.entities[static_cast<std::size_t>(
        std::find_if(rows_.entities.begin(), rows_.entities.end(),
                     [&](const EntityVersionRow& r) { return r.entity == entity_row; }) -
        rows_.entities.begin())];
    row.entity_value.aliases.clear();
    row.entity_value.identifiers.clear();
    if (const auto at = text.find("known="); at != std::string::npos) {
      row.known = known_of(trimmed(text.substr(at + 6)));
      text.resize(at);
    }
    const std::vector<std::string> parts = split(text, '|');
    row.entity_value.name = parts[0];
    row.entity_value.name_ko = parts.size() > 1 ? parts[1] : "";
    for (std::size_t i = 2; i < parts.size(); ++i) {
      if (parts[i].find(':') != std::string::npos) {
        row.entity_value.identifiers.push_back({"ticker", parts[i]});
      } else {
        row.entity_value.aliases.push_back(parts[i]);
      }
    }
    if (!again) {
      rows_.entities.back() = row;
    } else {
      row.row = static_cast<RowId>(rows_.entities.size());
      rows_.entities.push_back(row);
    }
  }

  void edge(const std::string& source, const std::string& verb, std::istringstream& words) {
    EdgeVersionRow row;
    row.row = static_cast<RowId>(rows_.edges.size());
    row.source = entity(source);
    row.id = "e" + std::to_string(rows_.edges.size() + 1);
    row.type = verb == ">" ? EdgeType::Supply : EdgeType::Partnership;
    row.known = kKnownByDefault;
    row.evidence_count = 1;
    std::string word;
    words >> word;
    row.target = entity(word);
    while (words >> word) property(row, word);
    row.edge = edges_.try_emplace(row.id, static_cast<RowId>(edges_.size())).first->second;
    if (!row.ended_on) row.ended_on = row.facts.valid_to;
    rows_.edges.push_back(row);
  }

  static void property(EdgeVersionRow& row, const std::string& word) {
    if (const auto type = parse_edge_type(word)) {
      row.type = *type;
    } else if (const auto status = parse_status(word)) {
      row.facts.status = *status;
    } else if (const auto when = PartialDate::parse(word)) {
      row.facts.date = when;
    } else {
      assignment(row, word.substr(0, word.find('=')), word.substr(word.find('=') + 1));
    }
  }

  static void assignment(EdgeVersionRow& row, const std::string& key, const std::string& value) {
    if (key == "id") {
      row.id = value;
    } else if (key == "from") {
      row.facts.valid_from = date(value);
    } else if (key == "to") {
      row.facts.valid_to = date(value);
    } else if (key == "ended") {
      row.ended_on = date(value);
    } else if (key == "known") {
      row.known = known_of(value);
    } else if (key == "evidence") {
      row.evidence_count = static_cast<std::uint32_t>(number(value));
    } else if (key == "confidence") {
      row.facts.confidence = static_cast<Confidence>(number(value) * 100);
    } else if (key == "product") {
      row.facts.product = value;
    } else if (key == "title") {
      row.facts.title = value;
    } else if (key == "amount") {
      const auto currency = Currency::parse(value.substr(value.size() - 3)).value();
      row.facts.amount = parse_major(value.substr(0, value.size() - 3), currency);
    } else {
      throw std::invalid_argument("fixture: " + key);
    }
  }

  Rows rows_;
  std::map<std::string, RowId> by_id_;
  std::map<std::string, RowId> edges_;
};

template <typename Index>
std::string joined(const std::vector<Index>& indexes, auto&& id) {
  std::string text;
  for (const Index index : indexes) {
    if (!text.empty()) text += ' ';
    text += id(index);
  }
  return text;
}

}  // namespace

const Entity& Rows::entity(RowId row) const {
  const auto found = std::find_if(entities.rbegin(), entities.rend(),
                                  [&](const auto& version) { return version.entity == row; });
  if (found == entities.rend()) throw std::out_of_range("fixture: no entity row");
  return found->entity_value;
}

Rows parse(std::string_view text) { return Parser().parse(text); }

EntityIndex Graph::operator[](std::string_view id) const {
  return snapshot->find_entity(id).value();
}

EdgeIndex Graph::edge(std::string_view id) const {
  const auto versions = snapshot->find_edge(id);
  if (versions.empty()) throw std::out_of_range("fixture: no edge");
  return versions.back();
}

Graph graph(const Rows& rows) {
  SnapshotBuilder builder;
  for (EntityVersionRow row : rows.entities) builder.add(std::move(row));
  for (EdgeVersionRow row : rows.edges) builder.add(std::move(row));
  return {builder.publish(1)};
}

Graph graph(std::string_view text) { return graph(parse(text)); }

Instant instant(std::string_view text) {
  return Instant{date(text).first_day() * kMillisecondsPerDay};
}

PartialDate date(std::string_view text) { return PartialDate::parse(text).value(); }

std::string ids(const Snapshot& graph, const std::vector<EdgeIndex>& edges) {
  return joined(edges, [&](EdgeIndex index) { return graph.edge(index).id; });
}

std::string ids(const Snapshot& graph, const std::vector<EntityIndex>& entities) {
  return joined(entities, [&](EntityIndex index) { return graph.entity_id(index); });
}

}  // namespace dealgraph::fixtures
