#include "bot/http/date_header.hpp"

#include <ctime>
#include <iomanip>
#include <locale>
#include <sstream>

namespace bot::http {

std::optional<store::Instant> parse_http_date(std::string_view text) {
  std::istringstream stream{std::string(text)};
  stream.imbue(std::locale::classic());
  std::tm utc{};
  stream >> std::get_time(&utc, "%a, %d %b %Y %H:%M:%S");
  if (stream.fail()) return std::nullopt;
  return store::Instant(std::chrono::seconds(::timegm(&utc)));
}

}  // namespace bot::http
