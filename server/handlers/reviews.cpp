// SPDX-License-Identifier: MIT
#include "graph/reviews.hpp"

#include "server/cursor.hpp"
#include "server/filters.hpp"
#include "server/handlers/handlers.hpp"

namespace dealgraph::server {

Reply list_reviews(const App& app, const Request& request) {
  const Snapshot& graph = *request.graph;
  const std::string question = question_of(request);
  ReviewQuery query;
  query.types = request.query.entity_types("type");
  query.known_on = request.query.instant("known_on");
  query.limit = static_cast<std::size_t>(request.query.integer("limit"));
  query.budget = read_budget(app.options);
  if (request.query.has("after")) {
    query.after = decode_cursor(question, request.query.text("after"), 1).at(0);
  }
  const ReviewPage page = find_reviews(graph, query);

  ListEnd end{page.truncation, {}, graph.revision()};
  if (page.next) end.next = encode_cursor(question, {*page.next});
  std::vector<EntityIndex> entities;
  JsonWriter json;
  json.begin_object().key("reviews").begin_array();
  for (const Review& review : page.reviews) {
    json.begin_object();
    json.member("entity", graph.entity_id(review.entity)).member("name", review.entity_name);
    json.member("candidate", graph.entity_id(review.candidate));
    json.member("candidate_name", review.candidate_name);
    json.key("score").decimal(confidence_digits(score_of(review.likeness)));
    json.member("reason", describe(review.likeness));
    json.end_object();
    for (const EntityIndex entity : {review.entity, review.candidate}) {
      if (std::find(entities.begin(), entities.end(), entity) == entities.end()) {
        entities.push_back(entity);
      }
    }
  }
  json.end_array();
  write_included(json, graph, entities, query.known_on);
  write_list_end(json, end);
  json.end_object();
  return list_response(request, json, end);
}

}  // namespace dealgraph::server
