#pragma once
// Fields of a form in a dialog (Adaptive Cards 1.5: Input.*; dialogs show these on phones, too). What is
// wrong with a field stands under it.
#include "handlers/json_writer.hpp"

#include <map>
#include <string>
#include <string_view>

namespace handlers::cards {

/// What is in the fields, by name; and what is wrong with them, as sentences.
struct FormState {
  std::map<std::string, std::string> values;
  std::map<std::string, std::string> faults;

  std::string_view value(const std::string& name) const;
};

enum class FieldKind {
  line,
  text,
  day,
  time,
  number,
  toggle  ///< "true" or "false"
};

struct Field {
  std::string name;
  FieldKind kind = FieldKind::line;
  std::string label;
  std::size_t characters_max = 200;  ///< line and text
  std::string placeholder = {};
};

/// One field with its value and its fault.
void form_field(JsonWriter&, const Field&, const FormState&);

/// A sentence about the whole form.
void form_fault(JsonWriter&, std::string_view);

}  // namespace handlers::cards
