#include "terminfo.h"

#include <curses.h>
#include <unistd.h>
// Last, and only in this file: it turns words such as `lines` and `cursor_visible` into macros.
#include <term.h>

larder_screen_result larder_terminfo_check(const char *term, int input, int output) {
    if (!isatty(input) || !isatty(output)) return LARDER_SCREEN_NOT_A_TERMINAL;
    int found = 0;
    if (setupterm(term, output, &found) != OK) return found == 1 ? LARDER_SCREEN_DUMB : LARDER_SCREEN_UNKNOWN;
    bool can_move = cursor_address != NULL;
    del_curterm(cur_term);
    return can_move ? LARDER_SCREEN_OPENED : LARDER_SCREEN_DUMB;
}
