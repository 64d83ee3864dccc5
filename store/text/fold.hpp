#pragma once
// One spelling for everything that is compared: the index and the question are folded alike.
#include <string>
#include <string_view>

namespace store {

/// The folded form of a text: lower case, composed (NFKC), without accents, with one spelling for each Danish
/// letter: å, aa -> å; æ, ae, ä -> æ; ø, oe, ö -> ø. Valid UTF-8 whatever comes in: bytes that are none
/// become U+FFFD. Folding twice changes nothing. Linear in the length of the text; pure.
std::string fold(std::string_view text);

/// The same into a text whose memory is used again.
void fold(std::string_view text, std::string& out);

}  // namespace store
