#pragma once
namespace handlers {

/// The languages that users read. Danish is the first: what is in doubt is said in Danish.
enum class Language { danish, english };

}  // namespace handlers
