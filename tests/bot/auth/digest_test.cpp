#include "bot/auth/digest.hpp"

#include <catch2/catch.hpp>

using bot::auth::sha256;
using bot::auth::to_hex;

TEST_CASE("digest: is SHA-256", "[auth][digest]") {
  // FIPS 180-4, the example "abc"
  CHECK(to_hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(to_hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("digest: spreads over hash tables", "[auth][digest]") {
  const bot::auth::DigestHash hash;
  CHECK(hash(sha256("a")) == hash(sha256("a")));
  CHECK(hash(sha256("a")) != hash(sha256("b")));
}
