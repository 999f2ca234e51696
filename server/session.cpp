// SPDX-License-Identifier: MIT
#include "server/session.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <utility>

namespace dealgraph::server {

namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using std::chrono::milliseconds;

// The slowest rate at which a large body may come.
constexpr std::size_t kBytesPerSecond = 65'536;
// After a refusal we read on for a while, lest the reset destroys the answer on its way.
constexpr milliseconds kLingerTime{2'000};
constexpr std::size_t kLingerBytes = 1U << 20U;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

}  // namespace

Session::Session(Socket socket, SessionContext& context)
    : context_(context), socket_(std::move(socket)), timer_(socket_.get_executor()) {
  context_.app.metrics.connection_opened();
}

Session::~Session() {
  release_body();
  context_.app.metrics.connection_closed();
  context_.ended();
}

void Session::start() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] { self->begin_request(); });
}

void Session::drain() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    if (self->state_ == State::Idle) self->close();
  });
}

void Session::abort() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] { self->close(); });
}

// --- Reading ------------------------------------------------------------------------------------

void Session::begin_request() {
  state_ = State::Idle;
  has_timed_out_ = false;
  began_ = Clock::now();
  exchange_.reset();
  decoder_.reset();
  response_ = Response();
  scanner_.emplace(context_.rules);
  const Limits& limits = context_.app.options.limits;
  set_deadline(milliseconds(is_first_ ? limits.header_ms : limits.idle_ms));
  is_first_ = false;
  if (in_.empty()) {
    if (context_.app.draining) {
      close();
      return;
    }
    read_some(&Session::on_head_bytes);
  } else {
    on_head_bytes();
  }
}

void Session::read_some(Step then) {
  if (state_ == State::Closed) return;
  socket_.async_read_some(asio::buffer(chunk_), [self = shared_from_this(), then](
                                                    error_code failure, std::size_t count) {
    if (self->state_ == State::Closed) return;
    if (self->has_timed_out_) {
      self->refuse_request(Error(ErrorKind::Timeout, self->state_ == State::Head
                                                         ? "the header came too slowly"
                                                         : "the body came too slowly"));
      return;
    }
    if (failure) {
      self->close();
      return;
    }
    self->in_.append(self->chunk_.data(), count);
    ((*self).*then)();
  });
}

void Session::on_head_bytes() {
  try {
    const auto length = scanner_->scan(in_);
    if (state_ == State::Idle && scanner_->has_begun()) {
      state_ = State::Head;
      began_ = Clock::now();
      set_deadline(milliseconds(context_.app.options.limits.header_ms));
    }
    if (!length) {
      read_some(&Session::on_head_bytes);
      return;
    }
    Head head = read_head(std::string_view(in_).substr(0, *length), context_.rules);
    in_.erase(0, *length);
    format_ = {head.minor_version, head.keep_alive, head.method == "HEAD"};
    expected_body_ = static_cast<std::size_t>(head.content_length.value_or(0));
    expects_continue_ = head.expects_continue && head.has_body();
    const bool is_chunked_body = head.is_chunked;
    exchange_ = std::make_shared<Exchange>(begin_exchange(std::move(head)));
    if (is_chunked_body) {
      decoder_.emplace(body_limit(*exchange_, context_.app.options.limits));
    }
    context_.app.metrics.request_started();
    begin_body();
  } catch (const Error& error) {
    refuse_request(error);
  }
}

void Session::begin_body() {
  if (!decoder_ && expected_body_ == 0) {
    work();
    return;
  }
  state_ = State::Body;
  body_began_ = Clock::now();
  const Limits& limits = context_.app.options.limits;
  const std::size_t limit = body_limit(*exchange_, limits);
  if (expected_body_ > limit) {
    throw Error(ErrorKind::TooLarge, "the body is larger than " + std::to_string(limit) + " bytes");
  }
  reserve_body(decoder_ ? limit : expected_body_);
  set_deadline(milliseconds(limits.body_ms));
  if (expects_continue_ && in_.empty()) {
    send_continue();
  } else {
    on_body_bytes();
  }
}

void Session::send_continue() {
  asio::async_write(socket_, asio::buffer(kContinue),
                    [self = shared_from_this()](error_code failure, std::size_t /*count*/) {
                      if (self->state_ == State::Closed) return;
                      if (failure) {
                        self->close();
                      } else {
                        self->read_some(&Session::on_body_bytes);
                      }
                    });
}

void Session::on_body_bytes() {
  std::string& body = exchange_->request.body;
  bool is_done = false;
  try {
    if (decoder_) {
      in_.erase(0, decoder_->decode(in_, body));
      is_done = decoder_->is_done();
    } else {
      const std::size_t count = std::min(in_.size(), expected_body_ - body.size());
      body.append(in_, 0, count);
      in_.erase(0, count);
      is_done = body.size() == expected_body_;
    }
  } catch (const Error& error) {
    refuse_request(error);
    return;
  }
  if (is_done) {
    work();
    return;
  }
  const auto allowance = milliseconds(context_.app.options.limits.body_ms) +
                         std::chrono::seconds(body.size() / kBytesPerSecond);
  const auto spent = std::chrono::duration_cast<milliseconds>(Clock::now() - body_began_);
  set_deadline(allowance - spent);
  read_some(&Session::on_body_bytes);
}

void Session::reserve_body(std::size_t bytes) {
  const std::size_t most = context_.app.options.limits.body_memory_bytes;
  reserved_body_ = bytes;
  if (context_.body_memory.fetch_add(bytes) + bytes > most) {
    throw Error(ErrorKind::Unavailable, "too many large bodies at a time");
  }
}

void Session::release_body() { context_.body_memory -= std::exchange(reserved_body_, 0); }

// --- Answering ----------------------------------------------------------------------------------

void Session::work() {
  state_ = State::Work;
  clear_deadline();
  const Route* route = exchange_->match.route;
  if (route == nullptr || route->cost == Cost::Cheap) {
    on_reply(answer(context_.app, *exchange_));
    return;
  }
  asio::post(context_.pool, [self = shared_from_this()] {
    // Shared, because handlers of the strand must be copyable.
    auto reply = std::make_shared<Reply>(answer(self->context_.app, *self->exchange_));
    asio::post(self->socket_.get_executor(), [self, reply] { self->on_reply(std::move(*reply)); });
  });
}

void Session::on_reply(Reply&& reply) {
  if (auto* write = std::get_if<Write>(&reply)) {
    submit(std::move(*write));
  } else {
    respond(std::get<Response>(std::move(reply)));
  }
}

void Session::submit(Write&& write) {
  auto operations = std::move(write.operations);
  auto pending = std::make_shared<Write>(std::move(write));
  try {
    context_.app.engine.submit(
        std::move(operations),
        [self = shared_from_this(), pending](const Commit* commit, const Error* error) {
          const auto result = commit != nullptr ? std::make_shared<Commit>(*commit) : nullptr;
          const auto failure = error != nullptr ? std::make_shared<Error>(*error) : nullptr;
          asio::post(self->context_.pool, [self, pending, result, failure] {
            auto response = std::make_shared<Response>(finish_write(
                self->context_.app, *self->exchange_, *pending, result.get(), failure.get()));
            asio::post(self->socket_.get_executor(),
                       [self, response] { self->respond(std::move(*response)); });
          });
        });
  } catch (const Error& error) {
    respond(finish_write(context_.app, *exchange_, *pending, nullptr, &error));
  }
}

// An answer without the request: the connection cannot be trusted any more.
void Session::refuse_request(const Error& error) {
  in_.clear();
  has_timed_out_ = false;
  if (!exchange_) {
    context_.app.metrics.request_started();
    exchange_ = std::make_shared<Exchange>();
    exchange_->request.verb = Verb::Other;
    exchange_->request.id = request_id({});
  }
  format_.keep_alive = false;
  respond(refuse(context_.app, error, exchange_->request.id));
}

void Session::respond(Response&& response) {
  if (state_ == State::Closed) {
    context_.app.metrics.request_ended();
    return;
  }
  release_body();
  exchange_->request.body = {};
  response_ = std::move(response);
  state_ = State::Write;
  if (context_.app.draining) format_.keep_alive = false;
  out_ = encode_head(response_, format_, exchange_->request.id);
  out_position_ = 0;
  bytes_out_ = 0;
  is_source_done_ = format_.is_head || response_.source == nullptr;
  if (!format_.is_head && response_.source == nullptr) out_ += response_.body;
  set_deadline(milliseconds(context_.app.options.limits.write_ms));
  write_some();
}

void Session::write_some() {
  socket_.async_write_some(
      asio::buffer(out_.data() + out_position_, out_.size() - out_position_),
      [self = shared_from_this()](error_code failure, std::size_t count) {
        if (failure || self->state_ == State::Closed) {
          self->format_.keep_alive = false;
          self->is_source_done_ = true;
          self->end_response();
          return;
        }
        self->out_position_ += count;
        self->bytes_out_ += count;
        self->set_deadline(milliseconds(self->context_.app.options.limits.write_ms));
        self->on_written();
      });
}

void Session::on_written() {
  if (out_position_ < out_.size()) {
    write_some();
    return;
  }
  if (is_source_done_) {
    end_response();
    return;
  }
  // The next piece is made only now that the last one has left: the client sets the pace.
  const bool in_chunks = is_chunked(response_, format_);
  std::string piece;
  out_position_ = 0;
  if (response_.source->next(piece)) {
    out_ = in_chunks ? encode_chunk(piece) : std::move(piece);
  } else {
    is_source_done_ = true;
    out_ = in_chunks ? kLastChunk : std::string_view();
  }
  if (out_.empty()) {
    on_written();
  } else {
    write_some();
  }
}

void Session::end_response() {
  const App& app = context_.app;
  const double seconds = std::chrono::duration<double>(Clock::now() - began_).count();
  const Request& request = exchange_->request;
  const std::string_view route =
      request.target.empty() ? std::string_view("refused") : route_label(*exchange_);
  app.metrics.count_request(route, name(request.verb), response_.status, seconds);
  app.metrics.request_ended();
  if (app.options.access_log) {
    app.log.info("request", {{"request_id", request.id},
                             {"method", name(request.verb)},
                             {"route", route},
                             {"target", request.target},
                             {"status", std::int64_t{response_.status}},
                             {"bytes", static_cast<std::int64_t>(bytes_out_)},
                             {"ms", seconds * 1'000}});
  }
  response_ = Response();
  if (state_ == State::Closed) return;
  if (format_.keep_alive) {
    begin_request();
  } else {
    linger();
  }
}

// --- Closing ------------------------------------------------------------------------------------

void Session::linger() {
  if (state_ != State::Linger) {
    state_ = State::Linger;
    error_code ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
    set_deadline(kLingerTime);
  }
  lingered_ += in_.size();
  in_.clear();
  if (lingered_ > kLingerBytes) {
    close();
  } else {
    read_some(&Session::linger);
  }
}

void Session::close() {
  if (state_ == State::Closed) return;
  const bool had_begun_body = state_ == State::Body;
  state_ = State::Closed;
  if (had_begun_body) context_.app.metrics.request_ended();
  clear_deadline();
  timer_.cancel();
  error_code ignored;
  socket_.close(ignored);
}

// --- Time ---------------------------------------------------------------------------------------

void Session::set_deadline(milliseconds from_now) {
  deadline_ = Clock::now() + from_now;
  // A timer that goes off too early is armed again then; that is cheaper than at every request.
  if (!armed_until_ || deadline_ < *armed_until_) arm_timer();
}

void Session::arm_timer() {
  armed_until_ = deadline_;
  timer_.expires_at(deadline_);
  timer_.async_wait([self = shared_from_this()](error_code failure) {
    if (failure || self->state_ == State::Closed) return;
    self->armed_until_.reset();
    if (Clock::now() >= self->deadline_) {
      self->on_deadline();
    } else if (self->deadline_ != Clock::time_point::max()) {
      self->arm_timer();
    }
  });
}

void Session::on_deadline() {
  if (state_ == State::Head || state_ == State::Body) {
    has_timed_out_ = true;
    error_code ignored;
    socket_.cancel(ignored);  // the read ends and answers with 408
  } else {
    close();
  }
}

}  // namespace dealgraph::server
