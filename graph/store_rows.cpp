// SPDX-License-Identifier: MIT
#include "graph/store_rows.hpp"

namespace dealgraph {
namespace {

template <typename Value>
Value require(std::optional<Value> value, std::string_view what, std::string_view found) {
  if (value) return *value;
  throw Error(ErrorKind::Internal, "the database holds an unknown " + std::string(what) + ": '" +
                                       std::string(found) + "'");
}

}  // namespace

void bind_to(sql::Parameters& parameters, const NullableText& text) {
  if (text.value.empty()) {
    parameters.null();
  } else {
    parameters.text(text.value);
  }
}

void bind_to(sql::Parameters& parameters, const PartialDate& date) {
  parameters.text_copy(date.to_string());
}

void bind_to(sql::Parameters& parameters, Instant instant) {
  parameters.integer(static_cast<std::int64_t>(instant));
}

void bind_to(sql::Parameters& parameters, const Known& known) {
  bind_to(parameters, known.from);
  if (known.to == kForever) {
    parameters.null();
  } else {
    bind_to(parameters, known.to);
  }
}

void bind_to(sql::Parameters& parameters, const Span& span) {
  parameters.integer(span.begin);
  parameters.integer(span.end);
}

void bind_to(sql::Parameters& parameters, const EdgeFacts& facts) {
  parameters.text(name(facts.status));
  sql::bind_to(parameters, facts.date);
  sql::bind_to(parameters, facts.valid_from);
  sql::bind_to(parameters, facts.valid_to);
  if (facts.amount) {
    parameters.integer(facts.amount->minor);
    parameters.text(facts.amount->currency.code());
  } else {
    parameters.null();
    parameters.null();
  }
  bind_to(parameters, NullableText{facts.product});
  bind_to(parameters, NullableText{facts.title});
  parameters.integer(facts.confidence);
}

std::optional<PartialDate> read_date(const sql::Row& row, int column) {
  const std::string_view text = row.text(column);
  if (text.empty()) return std::nullopt;
  return require(PartialDate::parse(text), "date", text);
}

Known read_known(const sql::Row& row, int column) {
  return {Instant{row.integer(column)},
          row.is_null(column + 1) ? kForever : Instant{row.integer(column + 1)}};
}

Span read_span(const sql::Row& row, int column) {
  return {static_cast<std::uint32_t>(row.integer(column)),
          static_cast<std::uint32_t>(row.integer(column + 1))};
}

EdgeFacts read_facts(const sql::Row& row, int column) {
  EdgeFacts facts;
  facts.status = require(parse_status(row.text(column)), "status", row.text(column));
  facts.date = read_date(row, column + 1);
  facts.valid_from = read_date(row, column + 2);
  facts.valid_to = read_date(row, column + 3);
  if (!row.is_null(column + 4)) {
    const std::string_view code = row.text(column + 5);
    facts.amount = Money{row.integer(column + 4), require(Currency::parse(code), "currency", code)};
  }
  facts.product = row.string(column + 6);
  facts.title = row.string(column + 7);
  facts.confidence = static_cast<Confidence>(row.integer(column + 8));
  return facts;
}

EntityType read_entity_type(const sql::Row& row, int column) {
  return require(parse_entity_type(row.text(column)), "entity type", row.text(column));
}

EdgeType read_edge_type(const sql::Row& row, int column) {
  return require(parse_edge_type(row.text(column)), "edge type", row.text(column));
}

Document read_document(const sql::Row& row, int column, std::string id) {
  Document document;
  document.id = std::move(id);
  document.title = row.string(column);
  document.text = row.string(column + 1);
  document.lang = row.string(column + 2);
  document.source = row.string(column + 3);
  document.url = row.string(column + 4);
  document.published = read_date(row, column + 5);
  return document;
}

}  // namespace dealgraph
