#include "handlers/understanding/phrases.hpp"

namespace handlers::understanding::english {

// Lists of word forms, one blank between. The line breaks are for people only.

const std::string_view link_words = "of in on to for with and or from at by under the";

const std::string_view who_words = "who whom whose which whoever someone somebody anyone anybody";

const std::string_view holding_words = "has have had holds own owns";

const std::string_view asking_words =
    // reaching somebody
    "ask asking question questions query enquiry inquiry contact contacts contacting reach phone call speak "
    "talk talking refer "
    "find looking need needs email "
    // being responsible, working with it
    "responsible responsibility charge handle handles handled handling deal deals dealing manage manages "
    "managing run runs "
    "running work works working cover covers covering takes look looks owner expert experts specialist "
    "colleague colleagues "
    "help helps assist advise department office team duty sort sorts oversee oversees coordinates coordinate "
    "administers "
    "knows person people caseworker lead leads employee officer official staff support supports process "
    "processes decides decide deciding advises advising assigned accountable liaison liaises";

const std::string_view acting_words =
    "approves approve issues grants pays collects empties maintains repairs fixes organises organizes "
    "arranges "
    "inspects checks plans sends teaches orders books buys sells updates registers sets pays assesses awards "
    "provides "
    "delivers controls monitors reviews";

const std::string_view small_talk_words =
    "tired hungry thirsty happy sad hate stupid idiot beautiful ugly boring girlfriend boyfriend "
    "dream dreams lol haha hahaha hehe wow damn favourite favorite colour color coffee pizza "
    "cake chocolate song songs sing guitar actor singer superhero ghost ghosts "
    "champion champions oscar grammy capital moon sun planet planets universe president equation dinosaur "
    "dinosaurs";

const std::string_view filler_words =
    "asks asked mail write tell tells telling told know known show shows give gives get gets getting got "
    "wonder wondering "
    "direct point send sends go goes going turn seek seeking search searching want wants wanted needed find "
    "finding found "
    "owner take taken taking took after council municipality municipal right best correct proper main "
    "job task "
    "tasks area matter "
    "matters issue issues topic case cases thing things stuff regarding concerning about related do does "
    "doing done sit sits "
    "citizen citizens resident customer neighbour neighbor caller line urgent urgently quickly quick soon "
    "asap bit little "
    "please thanks thank cheers kindly hi hello hey dear good morning afternoon evening sorry excuse hurry "
    "rush possible "
    "maybe perhaps just really actually currently now today tomorrow yesterday week month year monday "
    "tuesday wednesday "
    "thursday friday saturday sunday here there may might must shall let us lot many much very also via "
    "request requests "
    "like am been anything idea ring answer answers hold these days day called calling don didn doesn isn "
    "wasn hasn wouldn couldn";

}  // namespace handlers::understanding::english
