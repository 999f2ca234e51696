// SPDX-License-Identifier: MIT
#pragma once

#include "server/app.hpp"
#include "server/http.hpp"

/// One function for each row of the route table (routes.cpp); each throws Error.
namespace dealgraph::server {

// meta.cpp
Reply get_index(const App& app, const Request& request);
Reply get_schema(const App& app, const Request& request);
Reply get_problem_type(const App& app, const Request& request);
Reply get_health(const App& app, const Request& request);
Reply get_readiness(const App& app, const Request& request);
Reply get_metrics(const App& app, const Request& request);
Reply get_openapi(const App& app, const Request& request);

// entities.cpp
Reply list_entities(const App& app, const Request& request);
Reply get_entity(const App& app, const Request& request);
Reply list_neighbors(const App& app, const Request& request);

// edges.cpp
Reply list_edges_matching(const App& app, const Request& request);
Reply get_edge(const App& app, const Request& request);

// paths.cpp
Reply find_paths(const App& app, const Request& request);

// reviews.cpp
Reply list_reviews(const App& app, const Request& request);

// documents.cpp
Reply list_documents(const App& app, const Request& request);
Reply get_document(const App& app, const Request& request);
Reply explain_document(const App& app, const Request& request);
Reply post_documents(const App& app, const Request& request);
Reply delete_document(const App& app, const Request& request);

}  // namespace dealgraph::server
