#pragma once
// What the identity server meant when it gave no token, in words that an administrator can act on.
#include <string>
#include <string_view>

namespace bot::auth {

struct TokenError {
  std::string
      text;  ///< one sentence with the server's code and the remedy; nothing else of the answer is in it
  bool permanent = false;  ///< the same request will fail again until somebody changes something
};

/// From the answer's status and body (RFC 6749 section 5.2; Entra adds "error_codes").
TokenError explain_token_error(int status, std::string_view body);

}  // namespace bot::auth
