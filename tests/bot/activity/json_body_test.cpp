#include "bot/activity/json_body.hpp"

#include "tests/support/bot/parsed.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using bot::activity::JsonBody;
using bot::activity::JsonValue;
using support::Parsed;

namespace {

std::string error_of(const std::string& text, std::size_t depth_max = 64) {
  std::string error;
  JsonBody body;
  const bool failed = body.parse(text, depth_max, error) == nullptr;
  CHECK(failed == !error.empty());
  return error;
}

std::string text_of(const JsonValue& object, std::string_view name) {
  const JsonValue* found = object.find(name);
  REQUIRE(found != nullptr);
  REQUIRE(found->if_text() != nullptr);
  return std::string(*found->if_text());
}

/// What nlohmann's parser would have made of it.
nlohmann::json tree(const JsonValue& value) {
  if (const auto* text = value.if_text()) return std::string(*text);
  if (const auto* flag = std::get_if<bool>(&value.content())) return *flag;
  if (const auto* number = std::get_if<std::int64_t>(&value.content())) return *number;
  if (const auto* number = std::get_if<std::uint64_t>(&value.content())) return *number;
  if (const auto* number = std::get_if<double>(&value.content())) return *number;
  if (value.is_null()) return nullptr;
  nlohmann::json all = value.is_array() ? nlohmann::json::array() : nlohmann::json::object();
  for (const JsonValue& inner : value) {
    if (value.is_array()) {
      all.push_back(tree(inner));
    } else {
      all[std::string(inner.name())] = tree(inner);
    }
  }
  return all;
}

}  // namespace

TEST_CASE("json body: it holds what was written, however it is nested", "[activity][json_body]") {
  for (const char* text :
       {"{}", R"({"a":{}})", R"({"a":[],"b":{"c":[1,-2,[],{}],"d":{"e":{"f":null}}},"g":true,"h":false})",
        R"({"":"","a":"ærø\n\t\"\\\/ 😀","æ\u00f8\"":["\u0000",""],"n":[18446744073709551615,0.5,1e3,-0]})",
        " {\"a\" : [ { \"b\" : \"c\" } , { \"b\" : \"d\" } ] } "}) {
    const Parsed body(text);
    CHECK(tree(body.root()).dump() == nlohmann::json::parse(text).dump());
  }
}

TEST_CASE("json body: texts with escapes stay where they are while more come", "[activity][json_body]") {
  nlohmann::json written = nlohmann::json::object();
  for (int i = 0; i < 300; ++i)
    written["name\n" + std::to_string(i)] = "\"" + std::string(static_cast<std::size_t>(i), '\n') + "text";
  const Parsed body(written.dump());
  CHECK(tree(body.root()) == written);
}

TEST_CASE("json body: of members with one name the last one counts", "[activity][json_body]") {
  const Parsed body(R"({"a":"first","b":"x","a":{"a":"inner"},"a":"last"})");
  CHECK(text_of(body.root(), "a") == "last");
  CHECK(text_of(body.root(), "b") == "x");
  CHECK(body.root().find("c") == nullptr);
  CHECK(body.root().find("b")->find("a") == nullptr);
}

TEST_CASE("json body: half surrogate pairs become the sign for what cannot be read",
          "[activity][json_body]") {
  const Parsed body(R"({"a":"x\ud83dy","b":"\ud83d\ude00","c":"\ude00","\udc00":"\\ud83d"})");
  CHECK(text_of(body.root(), "a") == "x\uFFFDy");
  CHECK(text_of(body.root(), "b") == "\U0001F600");
  CHECK(text_of(body.root(), "c") == "\uFFFD");
  CHECK(text_of(body.root(), "\uFFFD") == "\\ud83d");
}

TEST_CASE("json body: what is no object of valid JSON is refused in a sentence", "[activity][json_body]") {
  for (const char* text : {"", " ", "{", "{}{}", "{}x", R"({"a":01})", R"({"a":"\x"})", "{\"a\":\"\xff\"}",
                           R"({a:1})", R"({"a":1,})", R"({"a":"b)", "\"a", "// no\n{}"})
    CHECK(error_of(text) == "the body is not valid JSON in UTF-8");
  for (const char* text : {"[]", "1", "\"a\"", "null", "true", "[{}]"})
    CHECK(error_of(text) == "the body is not a JSON object");
  CHECK(error_of("\xEF\xBB\xBF{}").empty());
}

TEST_CASE("json body: a short text of very many values is refused before they fill the memory",
          "[activity][json_body]") {
  const auto zeros = [](std::size_t count) {  // in an object and an array: two values more
    std::string text = R"({"a":[0)";
    for (std::size_t i = 1; i < count; ++i) text += ",0";
    return text + "]}";
  };
  CHECK(error_of(zeros(JsonBody::values_max - 2)).empty());
  CHECK(error_of(zeros(JsonBody::values_max - 1)) == "the body holds too many values");
  std::string objects = R"({"a":[{})";
  while (objects.size() < 1'000'000) objects += ",{}";
  CHECK(error_of(objects) == "the body holds too many values");  // also if what follows is no JSON at all
}

TEST_CASE("json body: the depth is counted outside texts only", "[activity][json_body]") {
  CHECK(error_of(R"({"a":{"b":"[[[[\"[["}})", 2).empty());
  CHECK(error_of(R"({"a":{"b":[]}})", 2) == "the body is nested too deeply");
  CHECK(error_of(std::string(100'000, '['), 64) == "the body is nested too deeply");
}
