#include "handlers/networks/find_network.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace handlers;

namespace {

std::vector<store::Network> some_networks() {
  std::vector<store::Network> networks;
  for (const char* name :
       {"Virksomhedsnetværket", "Juranetværket", "Kommunikationsnetværket", "Projektledernetværket",
        "Økonomikoordinering", "Styregruppe Bosætning", "Klimanetværket", "Styregruppe Klimatilpasning",
        "Digitalisering Nord", "Digitalisering Syd"}) {
    store::Network network;
    network.id = static_cast<std::int64_t>(networks.size()) + 1;
    network.name = name;
    networks.push_back(network);
  }
  return networks;
}

std::string names(const std::vector<store::Network>& networks) {
  std::string all;
  for (const auto& network : networks) {
    all += (all.empty() ? "" : ", ") + network.name;
  }
  return all;
}

}  // namespace

TEST_CASE("find network: the words lead to the one that is meant") {
  struct Row {
    const char* said;
    const char* meant;
    NetworkFit fit;
  };
  const auto row = GENERATE(values<Row>({
      {"Virksomhedsnetværket", "Virksomhedsnetværket", NetworkFit::name},
      {"virksomhedsnetværkets", "Virksomhedsnetværket", NetworkFit::name},
      {"netværket for virksomheder", "Virksomhedsnetværket", NetworkFit::name},
      {"juranetvaerket", "Juranetværket", NetworkFit::name},
      {"jura-netværket", "Juranetværket", NetworkFit::name},
      {"økonomikoordineringen", "Økonomikoordinering", NetworkFit::name},
      {"økonomikoordineringsgruppen", "Økonomikoordinering", NetworkFit::name},
      {"styregruppen for bosætning", "Styregruppe Bosætning", NetworkFit::name},
      {"bosætningsstyregruppen", "Styregruppe Bosætning", NetworkFit::name},
      {"planlæg plenum for virksomhedsnetværket torsdag i uge 16 kl. 13-15.30 i mødelokale 1, max 50",
       "Virksomhedsnetværket", NetworkFit::name},
      {"klimanetværket", "Klimanetværket", NetworkFit::name},
      {"klima", "Klimanetværket", NetworkFit::topic},
      {"bosætning", "Styregruppe Bosætning", NetworkFit::topic},
      {"bosætningsnetværket", "Styregruppe Bosætning", NetworkFit::topic},
      {"kommu", "Kommunikationsnetværket", NetworkFit::part},
      {"digitalisering syd", "Digitalisering Syd", NetworkFit::name},
      {"digitalisering", "Digitalisering Nord, Digitalisering Syd", NetworkFit::part},
      {"juranetverket", "Juranetværket", NetworkFit::typo},
      {"virksomhednetværket", "Virksomhedsnetværket", NetworkFit::name},
      {"kommunikasionsnetværket", "Kommunikationsnetværket", NetworkFit::typo},
      {"the business network", "Virksomhedsnetværket", NetworkFit::english},
      {"the legal network", "Juranetværket", NetworkFit::english},
      {"the communications network", "Kommunikationsnetværket", NetworkFit::english},
      {"the project leader network", "Projektledernetværket", NetworkFit::english},
      {"project leaders' network", "Projektledernetværket", NetworkFit::english},
      {"the climate network", "Klimanetværket", NetworkFit::english},
      {"the steering group for settlement", "Styregruppe Bosætning", NetworkFit::english},
      {"the finance coordination group", "Økonomikoordinering", NetworkFit::english},
  }));
  CAPTURE(row.said);
  const auto found = networks_meant(row.said, some_networks());
  CHECK(names(found.meant) == row.meant);
  CHECK(found.fit == row.fit);
  CHECK(found.near.empty());
}

TEST_CASE("find network: what names none says what is near") {
  const auto said = GENERATE(as<std::string>{}, "skolenetværket", "the drone network", "hvem har veje",
                             "torsdag", "", "netværket", "¤¤¤ \xff");
  CAPTURE(said);
  const auto found = networks_meant(said, some_networks());
  CHECK(names(found.meant).empty());
  CHECK(found.fit == NetworkFit::none);
}

TEST_CASE("find network: the nearest stand first") {
  const auto found = networks_meant("virksomhedsopsporingsnetværket", some_networks());
  CHECK(names(found.meant).empty());
  CHECK(names(found.near).starts_with("Virksomhedsnetværket"));
}

TEST_CASE("find network: a name that is only a kind is found by it alone") {
  auto networks = some_networks();
  store::Network network;
  network.name = "Ledergruppen";
  networks.push_back(network);
  network.name = "Forum";
  networks.push_back(network);
  CHECK(names(networks_meant("ledergruppens", networks).meant) == "Ledergruppen");
  CHECK(names(networks_meant("forummet", networks).meant) == "Forum");
}
