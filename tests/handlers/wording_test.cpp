#include "handlers/wording.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

TEST_CASE("wording: what the catalogue says is not copied, and cut off only where it is too long",
          "[handlers][wording]") {
  const std::string title = "Vandløb";
  const handlers::Wording whole(title, 10);
  CHECK(std::string_view(whole).data() == title.data());
  CHECK(std::string_view(handlers::Wording(title, 7)) == title);  // eight bytes, seven characters
  CHECK(std::string_view(handlers::Wording(title, 6)) == "Vandl…");
  CHECK(std::string_view(handlers::Wording(std::string("mangler"))) == "mangler");
}
