#pragma once
// Which requests the server refuses by itself, and in what words. For the sources of this folder only.
#include "bot/http/parser.hpp"
#include "bot/http/server.hpp"

#include <boost/system/error_code.hpp>

#include <string>

namespace bot::http {

/// The answer to bytes that the parser could not take.
Response refusal_for(const boost::system::error_code&, const ServerLimits&);

/// The answer to a header that is well formed but wrong (no Host, an unknown expectation); status 200 if all
/// is well.
Response refusal_for_header(const MessageParser<true>&);

/// Whether the sender waits for our word before it sends the body (RFC 9110 section 10.1.1).
bool expects_continue(const MessageParser<true>&);

/// The absolute form that proxies use, "http://host/path", as path and query (RFC 9112 section 3.2.2).
std::string origin_form(std::string target);

}  // namespace bot::http
