// SPDX-License-Identifier: MIT
#include "server/explain_json.hpp"

#include <string>

#include "schema/text.hpp"
#include "server/article_json.hpp"
#include "server/serialize.hpp"

namespace dealgraph::server {

namespace {

class ExplanationWriter {
  using Sentence = extract::Sentence;

 public:
  ExplanationWriter(JsonWriter& json, const Document& document)
      : json_(json), text_(full_text(document)), code_points_(text_) {}

  void sentences(const std::vector<Sentence>& sentences) {
    list("sentences", sentences, [&](const Sentence& s) {
      span_members(s.span);
      json_.member("language", s.language == extract::Language::Korean ? "ko" : "en");
      if (s.title) json_.member_bool("title", true);
      if (s.bullet) json_.member_bool("bullet", true);
      if (s.byline) json_.member_bool("byline", true);
    });
  }

  void names(const std::vector<extract::ExplainedName>& names) {
    list("mentions", names, [&](const extract::ExplainedName& n) {
      span_members(n.span);
      json_.member("entity", n.entity);
      json_.key("score").decimal(confidence_digits(n.score));
      json_.member("reason", n.reason);
      if (!n.may_be.empty()) strings("may_be", n.may_be);
      if (!n.owners.empty()) strings("lexicon", n.owners);
    });
  }

  void media(const std::vector<Span>& spans) {
    list("media", spans, [&](Span span) { span_members(span); });
  }

  void amounts(const std::vector<extract::ExplainedAmount>& amounts) {
    list("amounts", amounts, [&](const extract::ExplainedAmount& a) {
      span_members(a.span);
      write_amount(json_, a.money);
      json_.member("use", a.use);
    });
  }

  void dates(const std::vector<extract::ExplainedDate>& dates) {
    list("dates", dates, [&](const extract::ExplainedDate& d) {
      span_members(d.span);
      json_.member("date", d.date.to_string()).member("use", d.use);
    });
  }

  void triggers(const std::vector<extract::ExplainedTrigger>& triggers) {
    list("triggers", triggers, [&](const extract::ExplainedTrigger& t) {
      span_members(t.span);
      json_.member("stem", t.stem).member("edge_type", name(t.edge_type));
      json_.member("candidates", std::uint64_t{t.candidates});
      if (t.candidates == 0) {
        json_.member("why", "the rule found no two ends that the edge type allows");
      }
    });
  }

  void candidates(const std::vector<extract::ExplainedCandidate>& candidates) {
    list("candidates", candidates, [&](const extract::ExplainedCandidate& c) {
      json_.member("type", name(c.type)).member("source", c.source).member("target", c.target);
      json_.member("status", name(c.status)).member("reader", c.reader);
      json_.key("confidence").decimal(confidence_digits(c.confidence));
      json_.key("trigger");
      write_span(json_, text_, code_points_, c.trigger);
      json_.key("sentence");
      write_span(json_, text_, code_points_, c.sentence);
      json_.member("fate", c.fate);
      if (c.fate == "dropped") {
        json_.member("why", "the edge type does not allow these ends");
      } else {
        json_.member("edge", std::uint64_t{c.edge});
      }
    });
  }

 private:
  template <typename Values, typename Write>
  void list(std::string_view key, const Values& values, const Write& write) {
    json_.key(key).begin_array();
    for (const auto& value : values) {
      json_.begin_object();
      write(value);
      json_.end_object();
    }
    json_.end_array();
  }

  void strings(std::string_view key, const std::vector<std::string>& values) {
    json_.key(key).begin_array();
    for (const std::string& value : values) json_.string(value);
    json_.end_array();
  }

  void span_members(Span span) { write_span_members(json_, text_, code_points_, span); }

  JsonWriter& json_;
  std::string text_;
  CodePointIndex code_points_;
};

}  // namespace

void write_explanation(JsonWriter& json, const Document& document,
                       const extract::Explanation& explanation) {
  ExplanationWriter writer(json, document);
  json.begin_object().member("id", document.id);
  writer.sentences(explanation.sentences);
  writer.names(explanation.names);
  writer.media(explanation.media);
  writer.amounts(explanation.amounts);
  writer.dates(explanation.dates);
  writer.triggers(explanation.triggers);
  writer.candidates(explanation.candidates);
  json.key("result");
  write_extraction(json, document, explanation.result);
  json.end_object();
}

}  // namespace dealgraph::server
