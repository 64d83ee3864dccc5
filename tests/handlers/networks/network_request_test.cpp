#include "handlers/networks/network_request.hpp"

#include <catch2/catch.hpp>

using namespace handlers;
using store::NetworkKind;

TEST_CASE("network request: every part stands where it was said") {
  const auto request = parse_network_request(
      "opret netværk Juranetværket, formål fælles praksis, kurser og sager, reference kommunaldirektøren, "
      "tovholder Nadia Rahimi, afløser Pia Holm, medlemmer Karen, Ole og Ida, alle med opgaver mærket jura, "
      "sted mødelokale 3, lukket");
  CHECK(request == NetworkRequest{"Juranetværket", NetworkKind::formal, "fælles praksis, kurser og sager",
                                  "Nadia Rahimi", "Pia Holm", "kommunaldirektøren", "Karen, Ole og Ida",
                                  "jura", "mødelokale 3", false});
}

TEST_CASE("network request: the name and the kind of what is said first") {
  struct Row {
    const char* text;
    const char* name;
    NetworkKind kind;
    bool open;
  };
  const auto row = GENERATE(values<Row>({
      {"opret uformelt netværk ladestandere", "Ladestandere", NetworkKind::informal, true},
      {"opret et nyt uformelt netværk om økologi", "Økologi", NetworkKind::informal, true},
      {"lav en styregruppe for bosætning", "Styregruppe for bosætning", NetworkKind::steering_group, true},
      {"opret koordineringsgruppe Økonomi", "Koordineringsgruppe Økonomi", NetworkKind::coordination_group,
       true},
      {"opret projektledernetværket", "Projektledernetværket", NetworkKind::project_leaders, true},
      {"opret lukket netværk \"Personsager\"", "Personsager", NetworkKind::formal, false},
      {"create an informal network on electric cars", "Electric cars", NetworkKind::informal, true},
      {"create network called Legal Forum", "Legal Forum", NetworkKind::formal, true},
      {"create steering group Harbour", "Steering group Harbour", NetworkKind::steering_group, true},
      {"opret netværk", "", NetworkKind::formal, true},
  }));
  CAPTURE(row.text);
  const auto request = parse_network_request(row.text);
  CHECK(request.name == row.name);
  CHECK(request.kind == row.kind);
  CHECK(request.open == row.open);
  CHECK(request.purpose.empty());
}

TEST_CASE("network request: a rule names the word after 'marked'") {
  CHECK(rule_in("alle med opgaver mærket jura") == "jura");
  CHECK(rule_in("alle kolleger med opgaver mærket med »børn og unge«.") == "børn og unge");
  CHECK(rule_in("everyone with tasks tagged legal") == "legal");
  CHECK(rule_in("Karen og Ole").empty());
  CHECK(rule_in("opgaver mærket jura").empty());
}

TEST_CASE("network request: packed and unpacked it is the same") {
  const auto text = GENERATE(
      as<std::string>{}, "opret styregruppe Havnen, formål havn, medlemmer Karen, alle mærket havn, lukket",
      "opret netværk \x1f\x1f"
      "X\x1f, formål \x1f",
      "");
  const auto request = parse_network_request(text);
  CHECK(unpack(pack(request)) == request);
}

TEST_CASE("network request: a forged form makes no more than an empty request") {
  CHECK(unpack("").name.empty());
  CHECK(unpack("informal\x1f"
               "X\x1f\x1f\x1f\x1f\x1f\x1f\x1f\x1f\x1f\x1f\x1fopen")
            .name == "X");
}
