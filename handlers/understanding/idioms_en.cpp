#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::english {
namespace {

using enum WordKind;

// See idioms_da.cpp.
constexpr IdiomRow rows[] = {
    {"take/takes/taking/took/taken care of", asking},
    {"take/takes/taking/took/taken charge of", asking},
    {"keep/keeps/keeping/kept track of", asking},
    {"keep/keeps/keeping an eye on", asking},
    {"on top of", asking},
    {"put/puts me/us in touch/contact with", asking},
    {"in touch/contact with", asking},
    {"on their/her/his/whose desk/plate", asking},
    {"whose desk/plate/table/department/remit/area", asking},
    {"a say in", asking},
    {"first port of call", asking},
    {"port of call", asking},
    {"put/puts me/us/him/her/them through", asking},
    {"i think/guess/believe/suppose", filler},
    {"the go to", asking},
    {"go to person/guy/contact/colleague", asking},
    {"up to speed on/with", asking},
    {"familiar with", asking},
    {"well versed in", asking},
    {"anything/something/most/lot/much about/on", asking},
    {"have/has to do with", asking},
    {"weird/strange/suspicious email/mail", topic},
    {"new phone/mobile/office/email/number", topic},
    {"get/gets/getting/got rid of", filler},
    {"any/no idea/clue/thoughts", filler},
    {"when it comes to", filler},
    {"with regard/regards to", filler},
    {"in relation to", filler},
    {"on the phone/line", filler},
    {"in january/february/april/june/july/august/september/october/november/december", filler},
    {"next/this/last summer/winter/autumn/spring/year", filler},
    {"the hell/heck/devil", filler},
    {"on earth", filler},
};

}  // namespace

std::span<const IdiomRow> idioms() {
  return rows;
}

}  // namespace handlers::understanding::english
