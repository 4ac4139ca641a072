// What terminfo knows before a screen is open, between the files of this target only.
#ifndef LARDER_TERMINFO_H
#define LARDER_TERMINFO_H

#include "CNcurses.h"

/// Whether both descriptors are terminals, the name is known, and the cursor can be moved.
larder_screen_result larder_terminfo_check(const char *term, int input, int output);

#endif
