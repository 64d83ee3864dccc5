#include "bot/activity/json_reader.hpp"

#include "tests/support/bot/parsed.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>

using bot::activity::Reader;
using support::Parsed;

TEST_CASE("json reader: the first error is kept, after it everything reads as missing",
          "[activity][json_reader]") {
  const Parsed body(R"({"a":1,"b":[],"c":"text","d":true})");
  const auto& root = body.root();
  Reader reader;
  CHECK(reader.text(root, "x.", "c") == "text");
  CHECK(reader.flag(root, "x.", "d"));
  CHECK(reader.error().empty());
  CHECK(reader.text(root, "x.", "a").empty());
  CHECK(reader.object(root, "", "b") == nullptr);
  CHECK(reader.text(root, "x.", "c").empty());
  CHECK(reader.error() == "x.a: text expected, number found");
}

TEST_CASE("json reader: each kind is named as people say", "[activity][json_reader]") {
  const Parsed body(R"({"text":"x","number":1,"flag":true,"array":[],"object":{}})");
  const auto& root = body.root();
  const auto error = [&](const char* key) {
    Reader reader;
    if (std::string(key) == "text") {
      reader.array(root, "", key);
    } else {
      reader.text(root, "", key);
    }
    return reader.error();
  };
  CHECK(error("text") == "text: array expected, text found");
  CHECK(error("number") == "number: text expected, number found");
  CHECK(error("flag") == "flag: text expected, true or false found");
  CHECK(error("array") == "array: text expected, array found");
  CHECK(error("object") == "object: text expected, object found");
}

TEST_CASE("json reader: ids are bounded and printable", "[activity][json_reader]") {
  const auto error = [](const std::string& value) {
    const Parsed body(nlohmann::json{{"id", value}}.dump());
    Reader reader;
    reader.id(body.root(), "", "id");
    return reader.error();
  };
  CHECK(error("19:æøå@thread.v2;messageid=1").empty());
  CHECK(error(std::string(2048, 'x')).empty());
  CHECK(error(std::string(2049, 'x')) == "id: longer than 2048 bytes");
  for (const char c : {'\0', '\n', '\x1F', '\x7F'}) {
    CHECK(error(std::string("a") + c) == "id: control characters are not allowed");
  }
}
