#pragma once
#include <string>
#include <string_view>

namespace store {

bool ascii(std::string_view text);

/// The text in composed form (NFC): files from a Mac write å as a and a ring. What is no UTF-8 stays as it
/// is.
std::string composed(std::string&& text);

}  // namespace store
