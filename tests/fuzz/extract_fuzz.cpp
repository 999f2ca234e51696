// SPDX-License-Identifier: MIT
// Raw bytes as an article: any input must end in order. For libFuzzer, see tests/fuzz/README.md.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "graph/extract/pipeline.hpp"
#include "schema/text.hpp"

using namespace dealgraph;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_span(const std::string& text, Span span) {
  require(span.begin < span.end && span.end <= text.size());
  require(is_boundary(text, span.begin) && is_boundary(text, span.end));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const extract::Extractor kExtractor{embedded_lexicon()};
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  Document document;
  document.id = "fuzz";
  document.text = to_valid_utf8(bytes);  // what the readers of articles let through
  const auto line_end = document.text.find('\n');
  if (line_end != std::string::npos) {
    document.title = document.text.substr(0, line_end);
    document.text.erase(0, line_end + 1);
  }
  if (size % 2 == 0) document.published = PartialDate::of(2025, 11, 4);
  const Extraction found = kExtractor.extract(document);
  const std::string text = full_text(document);
  for (const Mention& mention : found.mentions) check_span(text, mention.span);
  for (const ProposedEdge& edge : found.edges) {
    require(!edge.evidence.empty());
    for (const Span span : edge.evidence) check_span(text, span);
  }
  return 0;
}
