#include "bot/connector/service_url.hpp"

#include <catch2/catch.hpp>

using bot::connector::activities_url;
using bot::connector::ServicePlaces;
using bot::connector::ServiceUrlPolicy;

TEST_CASE("service url: only listed hosts over https", "[bot]") {
  const ServiceUrlPolicy policy({"smba.trafficmanager.net", "BotFramework.com"}, false);
  CHECK(policy.place_at("https://smba.trafficmanager.net/emea/"));
  CHECK(policy.place_at("https://SMBA.trafficmanager.net/emea/"));
  CHECK(policy.place_at("https://europe.botframework.com"));
  const char* wrong = GENERATE(
      "http://smba.trafficmanager.net/emea/", "https://smba.trafficmanager.net.evil.example/",
      "https://evilbotframework.com/", "https://evil.example/smba.trafficmanager.net",
      "https://smba.trafficmanager.net@evil.example/", "https://evil.example#smba.trafficmanager.net",
      "https://evil.example?x=smba.trafficmanager.net", "ftp://smba.trafficmanager.net/", "", "https://",
      "http://127.0.0.1:80/", "https://127.0.0.1/", "https://[::1]/", "https://localhost/");
  CAPTURE(wrong);
  CHECK_FALSE(policy.place_at(wrong));
  ServicePlaces places(policy);
  CHECK(places.find(wrong) == nullptr);
  REQUIRE(places.find("https://europe.botframework.com") != nullptr);
  CHECK(places.find(wrong) == nullptr);  // not the one that was found last
}

TEST_CASE("service url: the place is the one that was asked for", "[bot]") {
  ServicePlaces places(ServiceUrlPolicy({"smba.trafficmanager.net"}, true));
  const auto origin_of = [&](const char* service_url) {
    const auto* place = places.find(service_url);
    return place == nullptr ? std::string() : place->origin() + place->target;
  };
  for (int again = 0; again < 2; ++again) {
    CHECK(origin_of("https://smba.trafficmanager.net/emea/") == "https://smba.trafficmanager.net:443/emea/");
    CHECK(origin_of("https://smba.trafficmanager.net/emea/") == "https://smba.trafficmanager.net:443/emea/");
    CHECK(origin_of("http://127.0.0.1:8080") == "http://127.0.0.1:8080/");
  }
}

TEST_CASE("service url: this machine only when allowed or listed", "[bot]") {
  CHECK(ServiceUrlPolicy({}, true).place_at("http://127.0.0.1:8080/"));
  CHECK(ServiceUrlPolicy({}, true).place_at("http://localhost:56150/_connector"));
  CHECK(ServiceUrlPolicy({"127.0.0.1"}, false).place_at("http://127.0.0.1:8080/"));
  CHECK_FALSE(ServiceUrlPolicy({}, true).place_at("http://10.0.0.1/"));
}

TEST_CASE("service url: ids are percent-encoded and slashes don't double", "[bot]") {
  CHECK(activities_url("https://h/emea/", "19:a@thread.tacv2;messageid=17") ==
        "https://h/emea/v3/conversations/19%3Aa%40thread.tacv2%3Bmessageid%3D17/activities");
  CHECK(activities_url("https://h", "a/../b", "1/2") ==
        "https://h/v3/conversations/a%2F..%2Fb/activities/1%2F2");
  CHECK(activities_url("/", "a", "1") == "/v3/conversations/a/activities/1");
}

TEST_CASE("service url: where conversations are made", "[bot]") {
  CHECK(bot::connector::conversations_url("https://smba.example/emea/") ==
        "https://smba.example/emea/v3/conversations");
  CHECK(bot::connector::conversations_url("https://smba.example/emea") ==
        "https://smba.example/emea/v3/conversations");
}
