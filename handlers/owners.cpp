#include "handlers/owners.hpp"

#include "handlers/contacts.hpp"
#include "handlers/reply.hpp"
#include "handlers/sentences.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <cctype>

namespace handlers {
namespace {

using store::no_index;
using store::PersonIndex;

constexpr std::size_t names_max = 3;

/// Ids and e-mails are compared by ASCII letters: neither has others that differ by case alone.
bool same_id(std::string_view one, std::string_view other) {
  return !one.empty() &&
         std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

PersonIndex person_of(std::string_view id, const store::Catalogue& catalogue) {
  const auto person = catalogue.person_by_entra_id(id);
  return person != no_index ? person : catalogue.person_by_email(id);
}

bool covers(const CatalogueOwner& owner, store::TaskIndex task, const Context& context) {
  const auto& catalogue = context.catalogue();
  const auto all = catalogue.responsibilities_of(task);
  return std::any_of(all.begin(), all.end(), [&](const store::Responsibility& responsibility) {
    const auto unit = catalogue.person(responsibility.person).unit;
    return unit != no_index && catalogue.unit(unit).is_called(store::fold(owner.unit));
  });
}

std::vector<const CatalogueOwner*> owners_for(const std::vector<store::TaskIndex>& tasks,
                                              const Context& context) {
  std::vector<const CatalogueOwner*> of_units;
  std::vector<const CatalogueOwner*> of_all;
  std::vector<const CatalogueOwner*> everybody;
  for (const auto& owner : context.policy.owners) {
    everybody.push_back(&owner);
    if (owner.unit.empty()) {
      of_all.push_back(&owner);
    } else if (std::any_of(tasks.begin(), tasks.end(),
                           [&](store::TaskIndex task) { return covers(owner, task, context); })) {
      of_units.push_back(&owner);
    }
  }
  return !of_units.empty() ? of_units : !of_all.empty() ? of_all : everybody;
}

}  // namespace

std::string id_of(const Sender& sender) {
  return !sender.entra_id.empty() ? sender.entra_id : !sender.email.empty() ? sender.email : sender.id;
}

std::string name_of(std::string_view id, const Context& context) {
  const auto person = person_of(id, context.catalogue());
  return person == no_index ? "" : person_name(context, person);
}

/// Both sides may be known by e-mail or by Entra id, so the catalogue's person stands between them.
bool is_sender(std::string_view who, const Sender& sender, const Context& context) {
  if (same_id(who, sender.entra_id) || same_id(who, sender.email)) {
    return true;
  }
  const auto person = sender_in_catalogue(sender, context.catalogue());
  return person != no_index && person == person_of(who, context.catalogue());
}

bool is_owner(const Sender& sender, const Context& context) {
  return std::any_of(context.policy.owners.begin(), context.policy.owners.end(),
                     [&](const CatalogueOwner& owner) { return is_sender(owner.who, sender, context); });
}

bool owns(const Sender& sender, store::TaskIndex task, const Context& context) {
  return std::any_of(
      context.policy.owners.begin(), context.policy.owners.end(), [&](const CatalogueOwner& owner) {
        return is_sender(owner.who, sender, context) && (owner.unit.empty() || covers(owner, task, context));
      });
}

std::string refusal(const Context& context) {
  const auto names = owner_names(context);
  return names.empty() ? context.texts.say("owner.only_plain")
                       : context.texts.say("owner.only", {{"people", names}});
}

std::string names_for(const std::vector<std::string>& who, const Context& context) {
  std::vector<std::string> names;
  for (const auto& id : who) {
    const auto person = person_of(id, context.catalogue());
    if (person == no_index || has_left(context.catalogue().person(person), context.today)) {
      continue;
    }
    const auto name = person_name(context, person);
    if (names.size() < names_max && std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(name);
    }
  }
  return joined(names, context.texts);
}

std::string owner_names(const Context& context) {
  std::vector<std::string> who;
  for (const auto& owner : context.policy.owners) {
    who.push_back(owner.who);
  }
  return names_for(who, context);
}

std::vector<store::ConversationReference> chats_of_owners(const std::vector<store::TaskIndex>& tasks,
                                                          const std::string& tenant,
                                                          store::Database& database, const Context& context) {
  std::vector<store::ConversationReference> chats;
  for (const auto* owner : owners_for(tasks, context)) {
    const auto person = person_of(owner->who, context.catalogue());
    if (person != no_index && has_left(context.catalogue().person(person), context.today)) {
      continue;
    }
    auto chat = person == no_index
                    ? store::find_personal_conversation(database, tenant, owner->who, owner->who)
                    : chat_with(person, tenant, database, context);
    if (chat && std::find(chats.begin(), chats.end(), *chat) == chats.end()) {
      chats.push_back(std::move(*chat));
    }
  }
  return chats;
}

std::optional<store::ConversationReference> chat_with(PersonIndex index, const std::string& tenant,
                                                      store::Database& database, const Context& context) {
  const auto& person = context.catalogue().person(index);
  return store::find_personal_conversation(database, tenant, std::string(person.entra_id),
                                           std::string(person.email));
}

}  // namespace handlers
