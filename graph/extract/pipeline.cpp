// SPDX-License-Identifier: MIT
#include "graph/extract/pipeline.hpp"

#include "graph/extract/assembly.hpp"
#include "graph/extract/pipeline_stages.hpp"

namespace dealgraph::extract {

struct Extractor::Tables {
  explicit Tables(const LexiconData& lexicon) : gazetteer(lexicon) {}

  Gazetteer gazetteer;
};

Extractor::Extractor(const LexiconData& lexicon)
    : tables_(std::make_unique<const Tables>(lexicon)) {}

Extractor::~Extractor() = default;

Stages::Stages(const Document& document, const Gazetteer& gazetteer)
    : working(full_text(document)) {
  const std::string_view text = working.text();
  const std::size_t title_size = WorkingText(document.title).text().size();
  article.text = text;
  article.published = document.published;
  article.sentences = split_sentences(text, title_size);
  article.names = find_names(text, article.sentences, gazetteer);
  article.amounts = find_amounts(text);
  article.dates = find_dates(text, document.published);
}

Extraction Extractor::extract(const Document& document) const {
  const Stages stages(document, tables_->gazetteer);
  return assemble(stages.article, stages.working, find_relations(stages.article));
}

Explanation Extractor::explain(const Document& document) const {
  return extract::explain(Stages(document, tables_->gazetteer), tables_->gazetteer);
}

}  // namespace dealgraph::extract
