#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace store {

/// The search words among a topic's keywords in the KLE plan, separated by '\n', each once and in the plan's
/// order. Left out are those that repeat the title ("Veje [=Gruppe]", or the title itself), are out of use
/// ("[udgået]") or tell an earlier number ("Tidligere emnenr. 05.01.10"); other marks in brackets are cut
/// off. Pure.
std::string kle_keywords(const std::vector<std::string>& keywords, std::string_view title);

}  // namespace store
