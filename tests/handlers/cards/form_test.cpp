#include "handlers/cards/form.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace handlers;
using handlers::cards::FieldKind;

namespace {

nlohmann::json drawn(const cards::Field& field, const cards::FormState& state) {
  JsonWriter json;
  json.begin_array();
  cards::form_field(json, field, state);
  json.end_array();
  return nlohmann::json::parse(json.take());
}

}  // namespace

TEST_CASE("form: each kind of field has its element and its value") {
  cards::FormState state;
  state.values = {{"a", "x \"y\"\n<z>"}, {"n", "50"}, {"d", "2026-04-16"}};
  const auto line = drawn({"a", FieldKind::line, "Sted", 120, "fx kantinen"}, state);
  CHECK(line == nlohmann::json::parse(R"([{"type":"Input.Text","id":"a","label":"Sted","maxLength":120,
        "placeholder":"fx kantinen","value":"x \"y\"\n<z>"}])"));
  CHECK(drawn({"a", FieldKind::text, "Dagsorden", 4000}, state)[0].at("isMultiline") == true);
  CHECK(drawn({"d", FieldKind::day, "Dag"}, state)[0].at("type") == "Input.Date");
  CHECK(drawn({"t", FieldKind::time, "Tid"}, state)[0] ==
        nlohmann::json::parse(R"({"type":"Input.Time","id":"t","label":"Tid"})"));
  CHECK(drawn({"n", FieldKind::number, "Antal"}, state)[0].at("value") == 50);
}

TEST_CASE("form: a number field holds numbers only, and a fault stands under its field") {
  cards::FormState state;
  state.values["n"] = "50 eller 60";
  state.faults["n"] = "Skriv *et* tal.";
  const auto field = drawn({"n", FieldKind::number, "Antal"}, state);
  REQUIRE(field.size() == 2);
  CHECK_FALSE(field[0].contains("value"));
  CHECK(field[1].at("text") == "Skriv \\*et\\* tal.");
  CHECK(field[1].at("color") == "Attention");
}
