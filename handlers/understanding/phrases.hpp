#pragma once
// The words and sentence patterns of both languages, as data.
#include <string_view>

namespace handlers::understanding {

namespace danish {
extern const std::string_view frame_words;
}
namespace english {
extern const std::string_view frame_words;
}

}  // namespace handlers::understanding
