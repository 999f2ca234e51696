// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "schema/error.hpp"
#include "server/http.hpp"

namespace dealgraph::server {

/// How one ErrorKind looks over HTTP.
struct ProblemType {
  ErrorKind kind;
  int status;
  std::string_view slug;  ///< Last part of the problem's `type`: "/problems/not-found".
  std::string_view title;
  std::string_view doc;  ///< What it means and what to do, for /problems/{slug} and OpenAPI.
};

/// Every kind once, in the order of ErrorKind.
std::span<const ProblemType> problem_types();
const ProblemType& problem_type(ErrorKind kind);

/// RFC 9457 response. Details of Internal errors are left out: they go to the log.
Response problem_response(const Error& error, std::string_view instance,
                          std::string_view request_id);

std::string_view status_text(int status) noexcept;

}  // namespace dealgraph::server
