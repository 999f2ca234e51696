// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "graph/sql/connection.hpp"
#include "graph/store.hpp"

/// How the model's values stand in the tables. Private to the store.
namespace dealgraph {

/// An empty text is NULL in the tables.
struct NullableText {
  std::string_view value;
};

void bind_to(sql::Parameters& parameters, const NullableText& text);
void bind_to(sql::Parameters& parameters, const PartialDate& date);
void bind_to(sql::Parameters& parameters, Instant instant);
/// Two parameters: known_from, known_to (NULL for kForever).
void bind_to(sql::Parameters& parameters, const Known& known);
/// Two parameters: span_begin, span_end.
void bind_to(sql::Parameters& parameters, const Span& span);
/// Nine parameters: status, date, valid_from, valid_to, amount_minor, currency, product, title,
/// confidence.
void bind_to(sql::Parameters& parameters, const EdgeFacts& facts);

/// The readers throw Internal for what no value of the model can be: a damaged or edited file.
/// Where a value takes several columns, `column` is its first, in the order of `bind_to`.
std::optional<PartialDate> read_date(const sql::Row& row, int column);
Known read_known(const sql::Row& row, int column);
Span read_span(const sql::Row& row, int column);
EdgeFacts read_facts(const sql::Row& row, int column);
EntityType read_entity_type(const sql::Row& row, int column);
EdgeType read_edge_type(const sql::Row& row, int column);
/// title, text, lang, source, url, published; `id` is the document's.
Document read_document(const sql::Row& row, int column, std::string id);

}  // namespace dealgraph
