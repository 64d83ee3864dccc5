#include "bot/auth/trusted_url.hpp"

#include <catch2/catch.hpp>

using bot::auth::is_confidential;
using bot::auth::may_name_keys;
using bot::auth::place_of;

TEST_CASE("trusted url: https anywhere, http to this machine only", "[auth][trusted_url]") {
  for (const char* url :
       {"https://login.example.org/x", "HTTPS://LOGIN.example.org", "http://localhost:3978/x",
        "http://127.0.0.1", "http://127.8.9.1:1/", "http://[::1]:8080/a?b=c"}) {
    INFO(url);
    CHECK(is_confidential(place_of(url)));
  }
  for (const char* url :
       {"", "login.example.org", "http://login.example.org", "http://localhost.example.org",
        "http://127.0.0.1.example.org", "http://127.1", "http://0x7f000001", "http://2130706433",
        "http://[::ffff:10.0.0.1]", "http://0.0.0.0", "http://localhost@example.org/",
        "https://user:word@example.org/", "ftp://localhost/", "file:///etc/passwd", "https:///x", "https://",
        "javascript:alert(1)", "http://local host/"}) {
    INFO(url);
    CHECK_FALSE(is_confidential(place_of(url)));
  }
  CHECK_FALSE(place_of("https://localhost.example.org").loopback);
  CHECK(place_of("https://localhost").loopback);
}

TEST_CASE("trusted url: keys come from the metadata's host or its domain", "[auth][trusted_url]") {
  const char* metadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";
  for (const char* keys :
       {"https://login.botframework.com/v1/.well-known/keys", "https://keys.botframework.com/",
        "https://botframework.com/keys", "https://LOGIN.botframework.com:443/keys"}) {
    INFO(keys);
    CHECK(may_name_keys(metadata, keys));
  }
  for (const char* keys : {"http://login.botframework.com/keys", "https://evilbotframework.com/keys",
                           "https://botframework.com.evil.example/", "https://com/", "http://localhost/keys",
                           "https://127.0.0.1/keys", "https://login.botframework.com@evil.example/", ""}) {
    INFO(keys);
    CHECK_FALSE(may_name_keys(metadata, keys));
  }
  CHECK(may_name_keys("http://127.0.0.1:1/a", "http://localhost:2/b"));
  CHECK_FALSE(may_name_keys("http://127.0.0.1:1/a", "https://login.botframework.com/keys"));
  CHECK_FALSE(may_name_keys("https://example.org/a", "https://other.org/keys"));
  CHECK_FALSE(may_name_keys("https://10.1.2.3/a", "https://9.1.2.3/keys"));
  CHECK(may_name_keys("https://10.1.2.3/a", "https://10.1.2.3/keys"));
}
