// SPDX-License-Identifier: MIT
#include "graph/extract/pipeline.hpp"

#include "graph/extract/assembly.hpp"
#include "graph/extract/relations.hpp"

namespace dealgraph::extract {

struct Extractor::Tables {
  explicit Tables(const LexiconData& lexicon) : gazetteer(lexicon) {}

  Gazetteer gazetteer;
};

Extractor::Extractor(const LexiconData& lexicon)
    : tables_(std::make_unique<const Tables>(lexicon)) {}

Extractor::~Extractor() = default;

Extraction Extractor::extract(const Document& document) const {
  const WorkingText working(full_text(document));
  const std::string_view text = working.text();
  const std::size_t title_size = WorkingText(document.title).text().size();
  Article article;
  article.text = text;
  article.published = document.published;
  article.sentences = split_sentences(text, title_size);
  article.names = find_names(text, article.sentences, tables_->gazetteer);
  article.amounts = find_amounts(text);
  article.dates = find_dates(text, document.published);
  return assemble(article, working, find_relations(article));
}

}  // namespace dealgraph::extract
