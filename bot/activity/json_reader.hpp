#pragma once
// Reading JSON that others wrote: bounded, without exceptions, and with errors that name the place.
#include <boost/json/value.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace bot::activity {

/// Parses an object into the memory of `storage`. Of members with one name the last one counts. On failure
/// `error` gets one sentence and the result is null. Half surrogate pairs become U+FFFD.
boost::json::value parse_body(std::string_view body, std::size_t depth_max, std::string& error,
                              boost::json::storage_ptr storage = {});

/// Reads members by name. Missing and null are the same. The first error is kept; after it everything reads
/// as missing. `path` is what stands before the key in error sentences: "" or "conversation.".
class Reader {
 public:
  using Object = boost::json::object;

  std::string text(const Object& object, std::string_view path, const char* key);
  /// A text of at most id_bytes_max bytes without control characters.
  std::string id(const Object& object, std::string_view path, const char* key);
  bool flag(const Object& object, std::string_view path, const char* key);
  const Object* object(const Object& object, std::string_view path, const char* key);
  const boost::json::array* array(const Object& object, std::string_view path, const char* key);

  void fail(std::string_view place, std::string_view reason);
  const std::string& error() const { return error_; }

 private:
  const boost::json::value* member(const Object& object, const char* key) const;
  void fail_type(std::string_view path, const char* key, const char* expected,
                 const boost::json::value& found);

  std::string error_;
};

}  // namespace bot::activity
