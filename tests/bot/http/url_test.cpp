#include "bot/http/url.hpp"

#include <catch2/catch.hpp>

using namespace bot::http;

TEST_CASE("url: absolute http and https addresses are taken apart") {
  struct Case {
    std::string text, scheme, host;
    int port;
    std::string target, authority;
  };
  const auto good = GENERATE(values<Case>({
      {"https://SMBA.example/emea/", "https", "smba.example", 443, "/emea/", "smba.example"},
      {"HTTP://a:8080", "http", "a", 8080, "/", "a:8080"},
      {"http://a:80/x", "http", "a", 80, "/x", "a"},
      {"https://a:80/x", "https", "a", 80, "/x", "a:80"},
      {"https://a?q=1%20#part", "https", "a", 443, "/?q=1%20", "a"},
      {"https://[::1]:9/x", "https", "::1", 9, "/x", "[::1]:9"},
      {"http://127.0.0.1:1/v3/a%3A1;b@c/d", "http", "127.0.0.1", 1, "/v3/a%3A1;b@c/d", "127.0.0.1:1"},
  }));
  INFO(good.text);
  const auto url = parse_url(good.text);
  REQUIRE(url);
  CHECK(url->scheme == good.scheme);
  CHECK(url->host == good.host);
  CHECK(url->port == good.port);
  CHECK(url->target == good.target);
  CHECK(url->authority() == good.authority);
}

TEST_CASE("url: everything else is refused") {
  const auto bad = GENERATE("", "/x", "a/b", "ftp://a/", "http:///x", "http://", "https:a", "http://user@a/",
                            "http://user:p@a/", "http://a b/", "http://a/b c", "http://a/\r\nX: y",
                            "http://a\r\n/", "http://a:99999/", "http://a:0/", "http://a:x/", "http://%61/",
                            "http://a/\xc3\xa5", "http://a/%zz", "http://[::1/");
  INFO(bad);
  CHECK_FALSE(parse_url(bad));
}

TEST_CASE("url: a path segment holds whatever it is given") {
  CHECK(encode_path_segment("a-B_9.~") == "a-B_9.~");
  CHECK(encode_path_segment("19:x@thread.v2;messageid=1") == "19%3Ax%40thread.v2%3Bmessageid%3D1");
  CHECK(encode_path_segment("../?#%\r\n\xc3\xa5") == "..%2F%3F%23%25%0D%0A%C3%A5");
  CHECK(encode_path_segment(".") == "%2E");
  CHECK(encode_path_segment("..") == "%2E%2E");
  CHECK(encode_path_segment("") == "");
}

TEST_CASE("url: only this machine's names are loopback") {
  CHECK(is_loopback_host("localhost"));
  CHECK(is_loopback_host("LOCALHOST"));
  CHECK(is_loopback_host("a.localhost"));
  CHECK(is_loopback_host("127.0.0.1"));
  CHECK(is_loopback_host("127.9.9.9"));
  CHECK(is_loopback_host("::1"));
  CHECK_FALSE(is_loopback_host("localhost.example"));
  CHECK_FALSE(is_loopback_host("notlocalhost"));
  CHECK_FALSE(is_loopback_host("127.0.0.1.example"));
  CHECK_FALSE(is_loopback_host("10.0.0.1"));
  CHECK_FALSE(is_loopback_host(""));
}

TEST_CASE("url: NO_PROXY names hosts and all below them") {
  CHECK(is_excluded_from_proxy("a.example", "b, a.example"));
  CHECK(is_excluded_from_proxy("x.A.example", "a.EXAMPLE"));
  CHECK(is_excluded_from_proxy("x.a.example", ".a.example"));
  CHECK(is_excluded_from_proxy("x.a.example", "*.a.example"));
  CHECK(is_excluded_from_proxy("anything", "*"));
  CHECK(is_excluded_from_proxy("10.0.0.1", "10.0.0.1"));
  CHECK_FALSE(is_excluded_from_proxy("xa.example", "a.example"));
  CHECK_FALSE(is_excluded_from_proxy("a.example", "x.a.example"));
  CHECK_FALSE(is_excluded_from_proxy("a.example", ""));
  CHECK_FALSE(is_excluded_from_proxy("a.example", ",. ,"));
}
