#pragma once
// Beast's parser, filling our plain values directly, with the checks against request smuggling that Beast
// leaves to us. For the sources of this folder only: it brings in Beast.
#include "bot/http/message.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bot::http {

/// More are refused as a header that is too large: 4,000 empty ones fit in 16 KB, and take 256 KB as values.
inline constexpr std::size_t headers_max = 100;

/// The last chunk and the end of a chunked body: "0\r\n\r\n" (RFC 9112, 7.1).
inline constexpr std::size_t last_chunk_bytes = 5;

/// One message, request or answer. Make a new one for each.
template <bool is_request>
class MessageParser final : public boost::beast::http::basic_parser<is_request> {
  using Base = boost::beast::http::basic_parser<is_request>;
  using Error = boost::system::error_code;
  using View = boost::beast::string_view;

 public:
  std::string method;  ///< of a request
  std::string target;  ///< of a request
  int status = 0;      ///< of an answer
  int version = 11;    ///< 10 or 11
  std::vector<Header> headers;
  std::string body;

  MessageParser(std::size_t header_bytes, std::size_t body_bytes) : header_bytes_(header_bytes) {
    // Our own count is exact; Beast's starts anew with each piece that comes.
    this->header_limit(static_cast<std::uint32_t>(header_bytes + 1));
    this->body_limit(body_bytes);
    headers.reserve(8);
  }

  /// Takes what it can from the buffer. True when it must have more bytes (and no error happened).
  bool feed(boost::beast::flat_buffer& buffer, Error& error) {
    error = {};
    while (buffer.size() != 0 && !this->is_done()) {
      const bool in_header = !this->is_header_done();
      if (waits_for_last_chunk(buffer)) return true;
      // Behind the header at most as much at once as a chunk's header or the trailers may have: so it makes
      // no difference in which pieces they come.
      const std::size_t offered = in_header ? buffer.size() : std::min(buffer.size(), header_bytes_);
      const std::size_t used = this->put(boost::asio::buffer(buffer.data(), offered), error);
      header_seen_ += in_header ? used : 0;
      buffer.consume(used);
      const bool starved = error == boost::beast::http::error::need_more;
      if (!this->is_header_done() && header_seen_ + buffer.size() > header_bytes_) {
        error = starved || !error ? boost::beast::http::error::header_limit : error;
        return false;
      }
      if (in_header && this->is_header_done() && header_seen_ > header_bytes_ && !error) {
        error = boost::beast::http::error::header_limit;
        return false;
      }
      if (starved && !in_header && offered == header_bytes_) {
        if (used == 0) {  // a chunk's header or trailer that never ends
          error = boost::beast::http::error::header_limit;
          return false;
        }
        error = {};
        continue;  // it was offered less than it may have: what it lacks may be here already
      }
      if (starved) {
        error = {};
        return true;
      }
      if (error || (in_header && this->is_header_done())) {
        return false;  // the caller looks at the header before the body is read
      }
    }
    return !this->is_done();
  }

 private:
  std::size_t header_bytes_;
  std::size_t header_seen_ = 0;
  bool header_complete_ = false;

  /// A last chunk that nothing stands before, and not yet its end: Beast asserts that the end is here when it
  /// looks at such a chunk for the second time.
  bool waits_for_last_chunk(const boost::beast::flat_buffer& buffer) const {
    return this->is_header_done() && this->chunked() && buffer.size() < last_chunk_bytes &&
           *static_cast<const char*>(buffer.data().data()) == '0';
  }

  void on_request_impl(boost::beast::http::verb, View name, View where, int v, Error&) override {
    method.assign(name.data(), name.size());
    target.assign(where.data(), where.size());
    version = v;
  }
  void on_response_impl(int code, View, int v, Error&) override {
    status = code;
    version = v;
  }
  void on_field_impl(boost::beast::http::field, View name, View value, Error& error) override {
    if (!header_complete_) {  // later ones are trailers: they must not pass for headers
      if (headers.size() == headers_max) {
        error = boost::beast::http::error::header_limit;
        return;
      }
      headers.emplace_back(std::string(name.data(), name.size()), std::string(value.data(), value.size()));
    }
  }
  void on_header_impl(Error& error) override {
    header_complete_ = true;
    std::size_t encodings = 0;
    std::size_t lengths = 0;
    for (const Header& header : headers) {
      if (boost::beast::iequals(header.first, "Content-Length")) {
        // A list counts as several.
        lengths += header.second.find_first_not_of("0123456789") == std::string::npos ? 1 : 2;
      }
      if (boost::beast::iequals(header.first, "Transfer-Encoding")) {
        ++encodings;
        if (!boost::beast::iequals(header.second, "chunked")) {
          error = boost::beast::http::error::bad_transfer_encoding;
        }
      }
    }
    if (encodings > 1 || (encodings == 1 && version == 10)) {
      error = boost::beast::http::error::bad_transfer_encoding;
    }
    if (lengths > 1) {  // also if they agree: who sends two has no rule of which one counts
      error = boost::beast::http::error::multiple_content_length;
    }
  }
  void on_body_init_impl(const boost::optional<std::uint64_t>& length, Error&) override {
    constexpr std::uint64_t at_once = 16 * 1024;  // the sender has only announced it yet
    body.reserve(static_cast<std::size_t>(std::min(length.value_or(0), at_once)));
  }
  std::size_t on_body_impl(View piece, Error&) override {
    body.append(piece.data(), piece.size());
    return piece.size();
  }
  void on_chunk_header_impl(std::uint64_t, View, Error&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, View piece, Error&) override {
    body.append(piece.data(), piece.size());
    return piece.size();
  }
  void on_finish_impl(Error&) override {}
};

}  // namespace bot::http
