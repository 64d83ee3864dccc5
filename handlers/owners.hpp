#pragma once
// Who answers for the catalogue, and where these people can be reached.
#include "handlers/sections.hpp"
#include "handlers/turn.hpp"
#include "store/conversations.hpp"
#include "store/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace handlers {

/// Under what somebody is remembered: Entra object id, else e-mail, else the "29:..." id.
std::string id_of(const Sender&);

/// Who of the catalogue is remembered so, or named so by a setting; no_index if nobody.
store::PersonIndex person_of(std::string_view id, const store::Catalogue&);

/// The name of somebody remembered so; empty if the catalogue has nobody of that id.
std::string name_of(std::string_view id, const Context&);

/// True if a setting's e-mail or Entra id (any case) means the sender.
bool is_sender(std::string_view who, const Sender&, const Context&);

/// The names of those whom settings name by e-mail or Entra id, for a sentence ("A og B"), at most three;
/// empty if the catalogue knows none of them.
std::string names_for(const std::vector<std::string>& who, const Context&);

/// True if the policy names the sender as an owner, of everything or of some unit.
bool is_owner(const Sender&, const Context&);

/// True if the sender answers for this task: as an owner of everything, or of the unit of one of its people.
bool owns(const Sender&, store::TaskIndex, const Context&);

/// The owners of the task's units and of these people's units; if there are none, of everything; if these are
/// none either, all owners. `task` may be no_index.
std::vector<const CatalogueOwner*> owners_about(store::TaskIndex task,
                                                const std::vector<store::PersonIndex>& people,
                                                const Context&);

/// True if the sender is one of these, and answers for the task, one of the people or everything.
bool answers_for(const Sender&, store::TaskIndex task, const std::vector<store::PersonIndex>& people,
                 const Context&);

/// The polite refusal of what only owners may do.
std::string refusal(const Context&);

/// The owners' names for a sentence ("A og B"), at most three; empty if the catalogue knows none of them.
std::string owner_names(const Context&);

/// The personal chats, as far as they are known, of those who own one of the tasks' units; if there are no
/// such owners, of the owners of everything; if these are none either, of all owners.
std::vector<store::ConversationReference> chats_of_owners(const std::vector<store::TaskIndex>&,
                                                          const std::string& tenant, store::Database&,
                                                          const Context&);

/// The personal chat with somebody of the catalogue.
std::optional<store::ConversationReference> chat_with(store::PersonIndex, const std::string& tenant,
                                                      store::Database&, const Context&);

}  // namespace handlers
