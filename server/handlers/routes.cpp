// SPDX-License-Identifier: MIT
#include <array>

#include "server/handlers/handlers.hpp"
#include "server/router.hpp"

namespace dealgraph::server {

namespace {

// --- Parameters ---------------------------------------------------------------------------------

constexpr Parameter kLimit{"limit", ValueType::Integer, "How many at most.", false, false, 1, 1'000,
                           50};
constexpr Parameter kAfter{"after", ValueType::Cursor,
                           "The `next` of the page before; repeat the other parameters."};
constexpr Parameter kKnownOn{
    "known_on", ValueType::Instant,
    "Answer as the database knew it then; a date means the end of that day in UTC."};
constexpr Parameter kValidOn{
    "valid_on", ValueType::Date,
    "Only edges that hold in the world then. Visits, meetings, acquisitions, investments and "
    "participation in events hold on their date, the others from their date until they end; an "
    "undated edge holds always."};
constexpr Parameter kDepth{"depth", ValueType::Integer, "Hops from the entity.", false, false, 1, 4,
                           1};
constexpr Parameter kMaxHops{"max_hops", ValueType::Integer, "Longest path.", false, false, 1, 8,
                             4};
constexpr Parameter kDirection{"direction", ValueType::Direction,
                               "Which edges to follow from an entity; `both` by default."};
constexpr Parameter kEdgeType{"edge_type", ValueType::EdgeType, "Only edges of these types.", false,
                              true};
constexpr Parameter kEntityType{"entity_type", ValueType::EntityType,
                                "Only far ends of these types; on paths, entities between the "
                                "ends.",
                                false, true};
constexpr Parameter kStatus{"status", ValueType::Status,
                            "Only edges of these statuses. All by default; paths leave out "
                            "`denied`.",
                            false, true};
constexpr Parameter kDateFrom{"date_from", ValueType::Date,
                              "Only what is dated then or later; a partial date is its whole span. "
                              "What is undated does not match."};
constexpr Parameter kDateTo{"date_to", ValueType::Date, "Only what is dated then or earlier."};
constexpr Parameter kMinAmount{"min_amount", ValueType::Decimal,
                               "Only edges of at least this amount, in major units of the edge's "
                               "own currency."};
constexpr Parameter kCurrency{"currency", ValueType::Currency,
                              "Only edges with an amount in this currency."};
constexpr Parameter kMinConfidence{"min_confidence", ValueType::Confidence,
                                   "Only edges of at least this confidence, 0 to 1."};
constexpr Parameter kSort{"sort", ValueType::EdgeSort,
                          "Order, `-` for descending; `-date` by default. What lacks the key comes "
                          "last."};
constexpr Parameter kSource{"source", ValueType::Id,
                            "Entity at the source; either end for symmetric types."};
constexpr Parameter kTarget{"target", ValueType::Id,
                            "Entity at the target; either end for symmetric types."};
constexpr Parameter kFrom{"from", ValueType::Id, "Entity where the path begins.", true};
constexpr Parameter kTo{"to", ValueType::Id, "Entity where the path ends.", true};
constexpr Parameter kSearchNames{"q", ValueType::Text,
                                 "Any name, alias or identifier, Korean or English; prefixes and "
                                 "small typos count. Without it a listing by id."};
constexpr Parameter kType{"type", ValueType::EntityType, "Only entities of these types.", false,
                          true};
constexpr Parameter kSearchText{"q", ValueType::Text,
                                "Words that all stand in title or text; Korean by syllables."};
constexpr Parameter kOutlet{"source", ValueType::Text, "Exact name of the outlet."};

constexpr std::array kEntityParameters{kSearchNames, kType, kKnownOn, kLimit, kAfter};
constexpr std::array kReviewParameters{kType, kKnownOn, kLimit, kAfter};
constexpr std::array kOneEntityParameters{kValidOn, kKnownOn};
constexpr std::array kNeighborParameters{
    kDepth,   kDirection, kEdgeType,  kEntityType, kStatus,        kDateFrom, kDateTo,
    kValidOn, kKnownOn,   kMinAmount, kCurrency,   kMinConfidence, kLimit,    kAfter};
constexpr std::array kEdgeParameters{kSource,   kTarget,        kEdgeType, kEntityType, kStatus,
                                     kDateFrom, kDateTo,        kValidOn,  kKnownOn,    kMinAmount,
                                     kCurrency, kMinConfidence, kSort,     kLimit,      kAfter};
constexpr std::array kOnlyKnownOn{kKnownOn};
constexpr std::array kPathParameters{kFrom,       kTo,        kMaxHops,  kDirection,    kEdgeType,
                                     kEntityType, kStatus,    kDateFrom, kDateTo,       kValidOn,
                                     kKnownOn,    kMinAmount, kCurrency, kMinConfidence};
constexpr std::array kDocumentParameters{kSearchText, kOutlet, kDateFrom, kDateTo,
                                         kKnownOn,    kLimit,  kAfter};
constexpr std::array kOneDocumentParameters{kValidOn, kKnownOn};

// --- Errors, besides those of any route ---------------------------------------------------------

constexpr std::array kUnknownId{ErrorKind::NotFound};
constexpr std::array kNotReady{ErrorKind::Unavailable};
constexpr std::array kPosting{ErrorKind::TooLarge, ErrorKind::UnsupportedMediaType,
                              ErrorKind::Unavailable, ErrorKind::StorageFull};
constexpr std::array kRetracting{ErrorKind::NotFound, ErrorKind::Unavailable,
                                 ErrorKind::StorageFull};

// --- The table ----------------------------------------------------------------------------------

constexpr auto kDear = Cost::Dear;
constexpr auto kCheap = Cost::Cheap;

constexpr std::array kRoutes{
    Route{Verb::Get,
          "/v1/schema",
          get_schema,
          "getSchema",
          "The ontology: entity types, edge types, statuses and properties with their labels",
          {},
          Shape::Schema,
          {}},
    Route{Verb::Get,
          "/v1/entities",
          list_entities,
          "listEntities",
          "Entities by any name, Korean or English",
          kEntityParameters,
          Shape::EntityList,
          {},
          kDear},
    Route{Verb::Get, "/v1/entities/{id}", get_entity, "getEntity",
          "One entity with all its names, identifiers and its degree by edge type",
          kOneEntityParameters, Shape::Entity, kUnknownId},
    Route{Verb::Get, "/v1/entities/{id}/neighbors", list_neighbors, "listNeighbors",
          "The edges within some hops of an entity, nearest and newest first", kNeighborParameters,
          Shape::Neighborhood, kUnknownId, kDear},
    Route{Verb::Get, "/v1/edges", list_edges_matching, "listEdges", "Edges that pass a filter",
          kEdgeParameters, Shape::EdgeList, kUnknownId, kDear},
    Route{Verb::Get, "/v1/edges/{id}", get_edge, "getEdge",
          "One edge with its evidence: document, sentence, span", kOnlyKnownOn, Shape::Edge,
          kUnknownId, kDear},
    Route{Verb::Get, "/v1/paths", find_paths, "findPaths",
          "A shortest path between two entities, with the edges on it", kPathParameters,
          Shape::Paths, kUnknownId, kDear},
    Route{Verb::Get,
          "/v1/reviews",
          list_reviews,
          "listReviews",
          "Entities that may be one, for a person to decide: nothing was merged on such grounds",
          kReviewParameters,
          Shape::ReviewList,
          {},
          kDear},
    Route{Verb::Get,
          "/v1/documents",
          list_documents,
          "listDocuments",
          "Articles, searched in title and text, newest first",
          kDocumentParameters,
          Shape::DocumentList,
          {},
          kDear},
    Route{Verb::Post,
          "/v1/documents",
          post_documents,
          "postDocuments",
          "Takes in one article (JSON) or a batch (NDJSON) and tells what was extracted",
          {},
          Shape::IngestResult,
          kPosting,
          kDear,
          false,
          true},
    Route{Verb::Get, "/v1/documents/{id}", get_document, "getDocument",
          "One article with its mentions and the edges that it supports", kOneDocumentParameters,
          Shape::Document, kUnknownId, kDear},
    Route{Verb::Get, "/v1/documents/{id}/explain", explain_document, "explainDocument",
          "What the extractor sees in an article now, stage by stage: why an edge is there or not",
          kOnlyKnownOn, Shape::Explanation, kUnknownId, kDear, false},
    Route{Verb::Delete,
          "/v1/documents/{id}",
          delete_document,
          "retractDocument",
          "Takes an article back, with everything that it alone supported",
          {},
          Shape::RetractResult,
          kRetracting,
          kDear,
          false},
    Route{Verb::Get,
          "/healthz",
          get_health,
          "getHealth",
          "Whether the process is alive",
          {},
          Shape::Health,
          {},
          kCheap,
          false},
    Route{Verb::Get,
          "/readyz",
          get_readiness,
          "getReadiness",
          "Whether requests should be sent here",
          {},
          Shape::Health,
          kNotReady,
          kCheap,
          false},
    Route{Verb::Get,
          "/metrics",
          get_metrics,
          "getMetrics",
          "Counters in the Prometheus text format",
          {},
          Shape::Metrics,
          {},
          kCheap,
          false},
    Route{Verb::Get,
          "/openapi.json",
          get_openapi,
          "getOpenApi",
          "This API as OpenAPI 3.1",
          {},
          Shape::OpenApi,
          {}},
    Route{Verb::Get,
          "/problems/{slug}",
          get_problem_type,
          "getProblemType",
          "What an error type means and what to do",
          {},
          Shape::ProblemType,
          kUnknownId},
    Route{Verb::Get, "/", get_index, "getIndex", "The list of routes", {}, Shape::Index, {}},
};

}  // namespace

std::span<const Route> routes() { return kRoutes; }

}  // namespace dealgraph::server
