#pragma once
// What the catalogue says about a person beside their tasks, and can be corrected in chat.
#include "handlers/acting.hpp"
#include "store/catalogue_edits.hpp"
#include "store/proposals.hpp"

#include <span>
#include <string>
#include <string_view>

namespace handlers {

/// One of them; the texts by their keys.
struct Fact {
  std::string_view fault;  ///< of a proposal; also the name of the form's field
  store::PersonField field;
  std::size_t characters_max;
  const char* change;  ///< with {person} and {value}
  const char* change_wrong;
  const char* ask;      ///< for the right value
  const char* label;    ///< of the form's field
  const char* refusal;  ///< of a value that cannot be
  const char* button;   ///< 'Ret nummeret'
};
std::span<const Fact> facts();
/// Null for every other fault.
const Fact* fact_of(std::string_view fault);

/// Something about the person is wrong, and nobody has said yet what is right.
bool needs_value(const store::Proposal&);

/// As it is to stand in the catalogue: a unit by its name, without blanks around; empty if it cannot be.
std::string right_value(const Fact&, std::string_view said, store::PersonIndex, const Context&);

/// A button for each that opens its form; all but the number if `but_phone`.
void add_fact_buttons(std::vector<Offer>&, std::string_view fault, std::int64_t person, bool but_phone,
                      const Context&);

}  // namespace handlers
