#include "handlers/json_writer.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using handlers::JsonWriter;

TEST_CASE("json writer: objects, arrays and commas") {
  JsonWriter json;
  json.begin_object().member("a", "x").member("b", true).key("c").begin_array();
  json.value("1").begin_object().end_object().begin_array().end_array().raw("null").value(false).end_array();
  json.member("d", 0.93).end_object();
  CHECK(json.take() == R"({"a":"x","b":true,"c":["1",{},[],null,false],"d":0.93})");
  CHECK(json.begin_array().end_array().take() == "[]");
}

TEST_CASE("json writer: numbers have at most two decimals") {
  const auto [number, text] = GENERATE(table<double, std::string>(
      {{0, "0"}, {1, "1"}, {0.5, "0.5"}, {0.05, "0.05"}, {0.934, "0.93"}, {0.999, "1"}, {12.1, "12.1"}}));
  CHECK(JsonWriter().value(number).take() == text);
}

TEST_CASE("json writer: any text comes back as it was") {
  std::string all = "\"\\/æøå 𝄞 e\xCC\x81\n\r\t";
  for (char c = 1; c < 0x20; ++c) {
    all += c;
  }
  all += '\x7f';
  all.insert(3, 1, '\0');
  CHECK(nlohmann::json::parse(JsonWriter().value(all).take()).get<std::string>() == all);
}

TEST_CASE("json writer: bytes that are no UTF-8 are replaced") {
  for (const std::string odd :
       {"\xC3", "\xFF", "\xED\xA0\x80", "\xC0\xAF", "\xF8\x88\x80\x80\x80", "a\xE2\x82"}) {
    const auto text = JsonWriter().value(odd + "b").take();
    REQUIRE(nlohmann::json::accept(text));
    CHECK(nlohmann::json::parse(text).get<std::string>().find("\xEF\xBF\xBD") != std::string::npos);
    CHECK(nlohmann::json::parse(text).get<std::string>().back() == 'b');
  }
}

TEST_CASE("json writer: wherever in a long text something stands that is not plain") {
  for (const std::string odd : {"\"", "\\", "\n", "\x7f", "æ", "𝄞", "\"ø\\"}) {
    for (std::size_t at = 0; at <= 40; ++at) {
      std::string text = std::string(at, 'x') + odd + std::string(40 - at, 'y');
      CHECK(nlohmann::json::parse(JsonWriter().value(text).take()).get<std::string>() == text);
    }
  }
}

TEST_CASE("json writer: a text of any length fits, and the writer can be used again") {
  JsonWriter json;
  for (const std::size_t length : {0, 1, 2046, 2047, 2048, 5000, 100'000}) {
    const std::string text(length, 'x');
    json.begin_array().value(text).raw(text).end_array();
    CHECK(json.take() == "[\"" + text + "\"," + text + "]");
  }
}

TEST_CASE("json writer: a byte that cannot stand for itself is found wherever it stands") {
  const std::string odd = GENERATE(as<std::string>{}, "\"", "\\", "\n", "\x1f", "\x7f", "æ", "–", "𝄞");
  for (std::size_t at = 0; at <= 20; ++at) {
    for (const auto* around : {"x", "!", " ", "~", "[", "]", "#"}) {
      std::string text;
      for (std::size_t i = 0; i < 20; ++i) {
        text += i == at ? odd : "";
        text += around;
      }
      text += odd;
      CHECK(nlohmann::json::parse(JsonWriter().value(text).take()).get<std::string>() == text);
    }
  }
}

TEST_CASE("json writer: members that are written can be written again, as the first or behind others") {
  JsonWriter json;
  json.begin_object();
  const auto from = json.place();
  json.member("a", std::string("x")).member("b", "y");
  const auto to = json.place();
  json.key("alone").begin_object().again(from, to).end_object();
  json.key("behind").begin_object().member("c", true).again(from, to).member("d", "z").end_object();
  const auto later = json.place();
  json.member("e", "w");
  const auto until = json.place();
  json.key("last").begin_object().again(later, until).end_object().end_object();
  CHECK(json.take() ==
        R"({"a":"x","b":"y","alone":{"a":"x","b":"y"},"behind":{"c":true,"a":"x","b":"y","d":"z"},)"
        R"("e":"w","last":{"e":"w"}})");
}
