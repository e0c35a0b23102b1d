#include "vorzimmer/ports/call_feed.h"
#include "vorzimmer/ports/sound_setup.h"
#include "vorzimmer/ports/topic_board.h"
// Gives the ports' signals a home: their meta-object code is compiled with this library.
