#include "handlers/cards/links.hpp"

#include <catch2/catch.hpp>

using namespace handlers::cards;

TEST_CASE("links: addresses are percent-encoded") {
  CHECK(chat_link("aase.oerum@sundkoebing.example") ==
        "https://teams.microsoft.com/l/chat/0/0?users=aase.oerum@sundkoebing.example");
  CHECK(mail_link("a+b&c=d?e#f@x.example") == "mailto:a%2Bb%26c%3Dd%3Fe%23f@x.example");
  CHECK(mail_link("mærke@x.example") == "mailto:m%C3%A6rke@x.example");
}

TEST_CASE("links: one mail to several, with its subject") {
  CHECK(mail_link({"a@x.example", "no address", "b+c@x.example"}, "Møde: & ja?") ==
        "mailto:a@x.example,b%2Bc@x.example?subject=M%C3%B8de%3A%20%26%20ja%3F");
  CHECK(mail_link({"x", ""}, "Møde").empty());
}

TEST_CASE("links: no link for what is no address") {
  const auto odd =
      GENERATE(as<std::string>{}, "", "x", "@x.example", "x@", "a@b@c", "a b@x.example", "a@x.example\n");
  CHECK(chat_link(odd).empty());
  CHECK(mail_link(odd).empty());
}

TEST_CASE("links: a phone number keeps its digits") {
  CHECK(phone_link("+45 99 00 01 00") == "tel:+4599000100");
  CHECK(phone_link("99 (00) 01-00") == "tel:99000100");
  CHECK(phone_link("lokal 12") == "");
  CHECK(phone_link("12") == "");
  CHECK(phone_link("99000100;phone-context=x") == "");
  CHECK(phone_link("") == "");
}
