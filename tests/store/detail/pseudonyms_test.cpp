#include "store/detail/pseudonyms.hpp"

#include <catch2/catch.hpp>

using store::detail::Pseudonyms;

TEST_CASE("pseudonyms: are HMAC-SHA-256 as others compute it, whatever was made before") {
  // RFC 4231, test cases 2 and 1, cut to 128 bits.
  const std::string other_secret(20, '\x0b');
  Pseudonyms pseudonyms;
  for (int i = 0; i < 2; ++i) {
    CHECK(pseudonyms.make("what do ya want for nothing?", "Jefe") == "5bdcc146bf60754e6a042426089575c7");
    CHECK(pseudonyms.make("what do ya want for nothing?", "Jefe") == "5bdcc146bf60754e6a042426089575c7");
    CHECK(pseudonyms.make("Hi There", other_secret) == "b0344c61d8db38535ca8afceaf0bf12b");
  }
}

TEST_CASE("pseudonyms: an empty asker or secret has one, too") {
  Pseudonyms pseudonyms;
  const auto nobody = pseudonyms.make("", "secret");
  CHECK(nobody.size() == 32);
  CHECK(pseudonyms.make("", "") != nobody);
  CHECK(pseudonyms.make("", "secret") == nobody);
}
