// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "schema/model.hpp"
#include "server/json_reader.hpp"
#include "server/json_writer.hpp"

/// Articles as JSON: {"id", "title", "text", "lang", "published", "source", "url"}.
namespace dealgraph::server {

/// Reads an article; members that are not an article's are ignored. Without an `id` it gets the
/// one that follows from its content. Throws Error{InvalidInput} with every offence: no title
/// and no text, a wrong type, an invalid id or date.
Document read_article(const JsonValue& value);

/// parse_json and read_article.
Document parse_article(std::string_view json);

/// What was found in an article, as the command `extract` prints it: entities with mentions,
/// edges with evidence, offsets in code points of `title + "\n" + text`.
void write_extraction(JsonWriter& json, const Document& document, const Extraction& extraction);

}  // namespace dealgraph::server
