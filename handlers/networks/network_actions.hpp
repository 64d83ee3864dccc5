#pragma once
// What can be done about networks; the door is networks.cpp. Each looks up again who may do it.
#include "handlers/acting.hpp"
#include "store/networks.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace handlers {

// show_networks.cpp
Sections show_my_networks(const Acting&);
Sections show_members(const store::Network&, const Acting&);
/// Name, kind and coordinator, and what it is for; with the button to join if that is open to the sender.
Section network_section(const store::Network&, const Acting&);
/// "formelt netværk", "styregruppe".
std::string kind_in_words(store::NetworkKind, const Texts&);
/// "torsdag den 16. april kl. 13.00-15.30"; empty if none is planned.
std::string next_gathering(const store::Network&, const Acting&);

// membership.cpp
Sections join_network(const store::Network&, const Acting&);
Sections ask_to_leave(const store::Network&, const Acting&);
/// Others, by the coordinator; `people` as said: "Karen og Ole".
Sections add_members(const store::Network&, std::string_view people, const Acting&);
Sections remove_members(const store::Network&, std::string_view people, const Acting&);

// roles.cpp
/// Coordinator or successor; `role` is "coordinator" or "successor".
Sections appoint(const store::Network&, std::string_view person, std::string_view role, const Acting&);

// edit_network.cpp
/// `part` is "purpose" or "place"; the new words stand behind "til" or "to" in the message.
Sections change_text(const store::Network&, std::string_view part, const Acting&);
Sections ask_to_change_visibility(const store::Network&, bool open, const Acting&);
Sections ask_to_change_rule(const store::Network&, std::string_view rule, const Acting&);
/// This channel or group chat becomes the network's.
Sections bind_network(const store::Network&, const Acting&);
/// Nothing is posted in its channel or chat any more.
Sections unbind_network(const store::Network&, const Acting&);

// create_network.cpp, close_network.cpp
Sections ask_to_create(const Acting&);
Sections ask_to_close(const store::Network&, const Acting&);
Sections open_again(const store::Network&, const Acting&);

// What waited for a yes (pending.hpp).
std::optional<Sections> do_create_network(const std::string& pending, bool yes, const Acting&);
std::optional<Sections> do_close_network(const std::string& pending, bool yes, const Acting&);
std::optional<Sections> do_leave_network(const std::string& pending, bool yes, const Acting&);
std::optional<Sections> do_change_visibility(const std::string& pending, bool yes, const Acting&);
std::optional<Sections> do_change_rule(const std::string& pending, bool yes, const Acting&);

/// The network that a pending form names by id after its first word; nothing if it is gone or closed.
std::optional<store::Network> network_in(const std::string& pending, store::Database&);

}  // namespace handlers
