#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::english {
namespace {

using enum IntentName;

constexpr PatternRow rows[] = {
    {"<person> is/s ?not staying/leaving after ?all ...", person_leaves, "off=yes"},
    {"<person> is/s ?staying not/staying leaving/here ...", person_leaves, "off=yes"},
    {"<person> isn/won t leaving/leave ...", person_leaves, "off=yes"},
    {"i m/am ?not staying/leaving after all ...", person_leaves, "person=me off=yes"},
    {"i m/am not leaving ...", person_leaves, "person=me off=yes"},
    {"^ ?i not leaving/retiring/resigning/quitting ?after ?all $$", person_leaves, "person=me off=yes"},
    {"<person> is/s/will ?be leaving/leave/retiring/retire/resigning ...", person_leaves},
    {"<person> leaves/retires/resigns/quits ?us/on ...", person_leaves},
    {"<person> ?s last ?working day is/will ...", person_leaves},
    {"<person> has resigned ...", person_leaves},
    {"i m/am/will/ll ?be leaving/leave/retiring/retire/resigning ...", person_leaves, "person=me"},
    {"my last ?working day is/will ...", person_leaves, "person=me"},
    {"i have/ve resigned ...", person_leaves, "person=me"},
};

}  // namespace

std::span<const PatternRow> leaving() {
  return rows;
}

}  // namespace handlers::understanding::english
