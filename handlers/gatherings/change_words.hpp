#pragma once
// What a message about a gathering wants, where the words say it at once. `folded` is store::fold() of it.
#include "handlers/language.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace handlers {

/// It is about a gathering that is planned or under way, and not about something new.
bool says_change(std::string_view folded);
/// The same for moving it: what stands before "to" says which.
bool asks_to_move(std::string_view folded);
/// It was moved already, where people are told.
bool says_moved(std::string_view folded);
bool raises_limit(std::string_view folded);
/// "hvem bliver inviteret?"
bool asks_who_is_invited(std::string_view folded);
/// The yearly wheel, and the language it was asked for in.
std::optional<Language> asks_for_the_wheel(std::string_view folded);

/// "lav det om til kl. 14" without its "til": what stands behind is when it begins, where a mere "til kl. 14"
/// is when it ends.
std::string with_target_as_start(std::string text);

}  // namespace handlers
