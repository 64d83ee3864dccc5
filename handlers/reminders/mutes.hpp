#pragma once
// 'ingen beskeder i uge 29-31': who wants less.
#include "handlers/acting.hpp"

#include <string>

namespace handlers {

/// Mutes what was said, for the time that was said; asks what to stop if that is not clear.
Sections mute_messages(const Intent&, const Acting&);
Sections show_mutes(const Acting&);
/// 'slå beskeder til igen': that topic if one was named, else everything. 'Slå det til igen' shows which, if
/// there are several.
Sections unmute_messages(const Intent&, const Acting&);
/// By its button; `topic` as in store::Mute.
Sections unmute_topic(const std::string& topic, const Acting&);

}  // namespace handlers
