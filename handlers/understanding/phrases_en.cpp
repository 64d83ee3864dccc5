#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::english {

const std::string_view frame_words =
    // asking and finding
    "ask asks asked asking question questions query enquiry inquiry find finding found look looking looks "
    "search searching "
    "seek seeking need needs needed want wants wanted contact contacts contacting reach call calls calling "
    "called phone ring "
    "mail email write speak speaking talk talking tell tells telling told know knows known show shows give "
    "gives get gets "
    "getting got wonder wondering refer direct point send sends go goes going turn "
    // handling and being responsible
    "responsible responsibility responsibilities charge handle handles handled handling deal deals dealing "
    "dealt manage "
    "manages managing run runs running work works working worked cover covers covering take takes taking "
    "care look after "
    "own owns owner person people someone somebody anyone anybody whoever colleague colleagues expert "
    "experts specialist "
    "employee officer official staff team department office council municipality municipal help helps "
    "helping helped assist "
    "assistance advise right best correct proper main lead duty job task tasks area matter matters issue "
    "issues topic case "
    "cases thing things stuff regarding concerning about related do does doing done sit sits sort sorts "
    "oversee oversees "
    // who is asking and why
    "citizen citizens resident customer neighbour neighbor caller line urgent urgently quickly quick soon "
    "asap bit little "
    "please thanks thank cheers kindly hi hello hey dear good morning afternoon evening sorry excuse hurry "
    "rush possible "
    "maybe perhaps just really actually currently now today tomorrow yesterday week month year monday "
    "tuesday wednesday "
    "thursday friday saturday sunday here there like know may might must shall let us lot many much very "
    "also via "
    "requests request";

}  // namespace handlers::understanding::english
