#pragma once
// The words and sentence patterns of both languages, as data. What each list is for: lexicon.hpp and
// patterns.hpp.
#include "handlers/understanding/patterns.hpp"

#include <span>
#include <string_view>

namespace handlers::understanding {

namespace danish {
extern const std::string_view link_words;
extern const std::string_view who_words;
extern const std::string_view holding_words;
extern const std::string_view asking_words;
extern const std::string_view filler_words;
std::span<const PatternRow> patterns();
}  // namespace danish

namespace english {
extern const std::string_view link_words;
extern const std::string_view who_words;
extern const std::string_view holding_words;
extern const std::string_view asking_words;
extern const std::string_view filler_words;
std::span<const PatternRow> patterns();
}  // namespace english

}  // namespace handlers::understanding
