#pragma once
// E-mail addresses as identities. For store/*.cpp only.
#include <string>
#include <string_view>

namespace store::detail {

/// The form in which two spellings of one address are equal: lower case, composed Unicode, no blanks around.
/// Unlike store::fold() it keeps "aa" and "å" apart, because they are two mailboxes. Invalid UTF-8 gives the
/// text as it is.
std::string fold_email(std::string_view email);

/// True for what can be an address: one '@', something before it, a domain with a dot after it, no blanks or
/// controls.
bool looks_like_email(std::string_view email);

}  // namespace store::detail
