#include "handlers/cards/form.hpp"

#include "handlers/cards/elements.hpp"

#include <charconv>

namespace handlers::cards {
namespace {

std::string_view type_of(FieldKind kind) {
  switch (kind) {
    case FieldKind::line:
    case FieldKind::text:
      return "Input.Text";
    case FieldKind::day:
      return "Input.Date";
    case FieldKind::time:
      return "Input.Time";
    case FieldKind::number:
      return "Input.Number";
    case FieldKind::toggle:
      return "Input.Toggle";
  }
  return "";
}

}  // namespace

std::string_view FormState::value(const std::string& name) const {
  const auto found = values.find(name);
  return found == values.end() ? std::string_view{} : std::string_view(found->second);
}

void form_field(JsonWriter& json, const Field& field, const FormState& state) {
  const auto value = state.value(field.name);
  json.begin_object()
      .member("type", type_of(field.kind))
      .member("id", field.name)
      .member(field.kind == FieldKind::toggle ? "title" : "label", field.label);
  if (field.kind == FieldKind::line || field.kind == FieldKind::text) {
    json.member("maxLength", static_cast<double>(field.characters_max));
  }
  if (field.kind == FieldKind::text) {
    json.member("isMultiline", true);
  }
  if (!field.placeholder.empty()) {
    json.member("placeholder", field.placeholder);
  }
  int number = 0;
  if (field.kind == FieldKind::number) {
    json.member("min", 0.0);
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error == std::errc() && end == value.data() + value.size() && number >= 0) {
      json.member("value", static_cast<double>(number));
    }
  } else if (!value.empty()) {
    json.member("value", value);
  }
  json.end_object();
  if (const auto fault = state.faults.find(field.name); fault != state.faults.end()) {
    form_fault(json, fault->second);
  }
}

void form_fault(JsonWriter& json, std::string_view sentence) {
  json.begin_object()
      .member("type", "TextBlock")
      .member("text", plain(sentence))
      .member("wrap", true)
      .member("color", "Attention")
      .member("spacing", "Small")
      .end_object();
}

}  // namespace handlers::cards
