#include "handlers/upkeep/facts.hpp"

#include "handlers/owners.hpp"
#include "handlers/sentences.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <array>

namespace handlers {
namespace {

using store::no_index;
using store::PersonField;
using store::PersonIndex;

constexpr std::ptrdiff_t digits_min = 8;

constexpr std::array<Fact, 4> all_facts{
    {{"phone", PersonField::phone, 30, "upkeep.change_phone", "upkeep.change_phone_wrong",
      "upkeep.ask_number", "upkeep.field_number", "upkeep.fault_number", "upkeep.button_number"},
     {"title", PersonField::title, 80, "upkeep.change_title", "upkeep.change_title_wrong", "upkeep.ask_title",
      "upkeep.field_title", "upkeep.fault_title", "upkeep.button_title"},
     {"unit", PersonField::unit, 80, "upkeep.change_unit", "upkeep.change_unit_wrong", "upkeep.ask_unit",
      "upkeep.field_unit", "upkeep.fault_unit", "upkeep.button_unit"},
     {"email", PersonField::email, 120, "upkeep.change_mail", "upkeep.change_mail_wrong", "upkeep.ask_mail",
      "upkeep.field_mail", "upkeep.fault_mail", "upkeep.button_mail"}}};

bool is_number(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) >= digits_min &&
         text.find_first_not_of("0123456789 +-()") == std::string_view::npos;
}

std::string unit_named(std::string_view name, const Context& context) {
  const auto folded = store::fold(name);
  for (const auto& unit : context.catalogue().units()) {
    if (unit.is_called(folded)) {
      return std::string(unit.name);
    }
  }
  return {};
}

/// An address stands for whoever has it, so nobody gets one that is somebody else's, or that a setting gives
/// a role to.
bool is_free_address(std::string_view address, PersonIndex person, const Context& context) {
  const auto holder = context.catalogue().person_by_email(address);
  const auto folded = store::fold(address);
  const auto names = [&](const std::string& who) { return store::fold(who) == folded; };
  const auto& policy = context.policy;
  const bool has_role = std::any_of(policy.owners.begin(), policy.owners.end(),
                                    [&](const CatalogueOwner& owner) { return names(owner.who); }) ||
                        std::any_of(policy.administrators.begin(), policy.administrators.end(), names) ||
                        std::any_of(policy.coordinators.begin(), policy.coordinators.end(), names);
  return (holder == no_index || holder == person) && !has_role;
}

bool looks_like_address(std::string_view text) {
  const auto at = text.find('@');
  return at != 0 && at != std::string_view::npos && text.find('@', at + 1) == std::string_view::npos &&
         text.find('.', at) != std::string_view::npos && text.back() != '.' &&
         std::all_of(text.begin(), text.end(),
                     [](unsigned char c) { return c > ' ' && c != ',' && c != ';'; });
}

}  // namespace

std::span<const Fact> facts() {
  return all_facts;
}

const Fact* fact_of(std::string_view fault) {
  const auto* found =
      std::find_if(all_facts.begin(), all_facts.end(), [&](const Fact& fact) { return fact.fault == fault; });
  return found == all_facts.end() ? nullptr : found;
}

bool needs_value(const store::Proposal& proposal) {
  return proposal.kind == store::ProposalKind::correct &&
         (proposal.fault == "details" || (fact_of(proposal.fault) != nullptr && proposal.text.empty()));
}

std::string right_value(const Fact& fact, std::string_view said, PersonIndex person, const Context& context) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = said.find_first_not_of(blanks);
  if (first == std::string_view::npos) {
    return {};
  }
  const auto value = said.substr(first, said.find_last_not_of(blanks) - first + 1);
  const bool one_line = value.find_first_of("\r\n\t") == std::string_view::npos;
  if (!one_line || value.size() > 2 * fact.characters_max) {
    return {};
  }
  switch (fact.field) {
    case PersonField::phone:
      return is_number(value) ? std::string(value) : "";
    case PersonField::title:
      return std::string(value);
    case PersonField::unit:
      return unit_named(value, context);
    case PersonField::email:
      return looks_like_address(value) && is_free_address(value, person, context) ? std::string(value) : "";
  }
  return {};
}

void add_fact_buttons(std::vector<Offer>& offers, std::string_view fault, std::int64_t person, bool but_phone,
                      const Context& context) {
  for (const auto& fact : all_facts) {
    const bool wanted = fault == fact.fault || (fault == "details" && !(but_phone && fact.fault == "phone"));
    if (wanted) {
      Offer offer{context.texts.say(fact.button), {}};
      offer.button.verb = cards::Verb::correct_form;
      offer.button.person = person;
      offer.button.about = fact.fault;
      offers.push_back(std::move(offer));
    }
  }
}

}  // namespace handlers
