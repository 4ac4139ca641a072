#define NCURSES_WIDECHAR 1

#include "CNcurses.h"
#include "signals.h"
#include "terminfo.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

static SCREEN *screen;
static FILE *input_stream, *output_stream;
static int input_descriptor, output_descriptor;
static struct termios former_modes;
static bool uses_mouse, has_colors_on, has_default_colors, has_extensions, cursor_is_shown;

// MARK: Opening

// A string of terminfo; NULL when the terminal lacks it.
static const char *capability(const char *name) {
    const char *bytes = tigetstr(name);
    return bytes == (const char *)-1 ? NULL : bytes;
}

static void append(char *text, size_t capacity, const char *bytes) {
    if (bytes == NULL) return;
    size_t length = strlen(text);
    for (const char *byte = bytes; *byte != 0 && length + 1 < capacity; byte++) {
        if (byte[0] == '$' && byte[1] == '<') { // Padding, such as $<5>, is not sent.
            const char *end = strchr(byte, '>');
            if (end != NULL) {
                byte = end;
                continue;
            }
        }
        text[length++] = *byte;
    }
    text[length] = 0;
}

// What an emergency writes. Private modes are only for terminals that speak the language of xterm.
static void compose_farewell(char *text, size_t capacity) {
    text[0] = 0;
    if (has_extensions) append(text, capacity, PASTE_OFF);
    if (uses_mouse) append(text, capacity, MOUSE_OFF);
    append(text, capacity, capability("sgr0"));
    append(text, capacity, capability("op"));
    append(text, capacity, capability("rmkx"));
    append(text, capacity, capability("rmcup"));
    append(text, capacity, capability("cnorm"));
    if (capability("rmcup") == NULL) append(text, capacity, "\r\n");
}

static bool speaks_ansi(void) {
    const char *move = capability("cup");
    return move != NULL && strncmp(move, "\033[", 2) == 0;
}

static void start_modes(void) {
    raw();
    noecho();
    nonl();
    // We read the keyboard ourselves: ncurses must not look at it to decide whether to go on drawing.
    typeahead(-1);
    keypad(stdscr, TRUE);
    idlok(stdscr, TRUE);
    leaveok(stdscr, FALSE);
    scrollok(stdscr, FALSE);
    cursor_is_shown = curs_set(0) == ERR;
}

static void start_extensions(void) {
    if (has_extensions) larder_screen_write(PASTE_ON, sizeof PASTE_ON - 1);
    if (uses_mouse) larder_screen_write(MOUSE_ON, sizeof MOUSE_ON - 1);
}

static void stop_extensions(void) {
    if (uses_mouse) larder_screen_write(MOUSE_OFF, sizeof MOUSE_OFF - 1);
    if (has_extensions) larder_screen_write(PASTE_OFF, sizeof PASTE_OFF - 1);
}

static larder_screen_result start_screen(const char *term, int input, int output) {
    int input_copy = dup(input), output_copy = dup(output);
    input_stream = input_copy < 0 ? NULL : fdopen(input_copy, "r");
    output_stream = output_copy < 0 ? NULL : fdopen(output_copy, "w");
    if (input_stream != NULL && output_stream != NULL) screen = newterm(term, output_stream, input_stream);
    if (screen != NULL) return LARDER_SCREEN_OPENED;
    if (input_stream != NULL) fclose(input_stream);
    if (output_stream != NULL) fclose(output_stream);
    return LARDER_SCREEN_FAILED;
}

larder_screen_result larder_screen_open(const char *term, int input, int output, bool colors, bool mouse) {
    if (screen != NULL) return LARDER_SCREEN_BUSY;
    larder_use_utf8_locale();
    larder_screen_result result = larder_terminfo_check(term, input, output);
    if (result != LARDER_SCREEN_OPENED) return result;
    if (tcgetattr(input, &former_modes) != 0) return LARDER_SCREEN_FAILED;
    input_descriptor = input;
    output_descriptor = output;

    // The handlers come first: ncurses leaves signals alone that somebody handles already.
    if (!larder_signals_install(input, output, &former_modes)) return LARDER_SCREEN_FAILED;
    result = start_screen(term, input, output);
    if (result != LARDER_SCREEN_OPENED) {
        larder_signals_remove();
        return result;
    }
    has_extensions = speaks_ansi();
    uses_mouse = mouse && has_extensions && capability("kmous") != NULL;
    char farewell[512];
    compose_farewell(farewell, sizeof farewell);
    larder_signals_set_farewell(farewell, strlen(farewell));
    start_modes();
    has_colors_on = colors && has_colors() && start_color() == OK;
    has_default_colors = has_colors_on && use_default_colors() == OK;
    int columns, rows;
    larder_screen_size(&columns, &rows);
    larder_screen_resize(columns, rows);
    start_extensions();
    return LARDER_SCREEN_OPENED;
}

void larder_screen_close(void) {
    if (screen == NULL) return;
    stop_extensions();
    curs_set(1);
    endwin();
    delscreen(screen);
    screen = NULL;
    fclose(input_stream);
    fclose(output_stream);
    tcsetattr(input_descriptor, TCSADRAIN, &former_modes);
    larder_signals_remove();
}

void larder_screen_suspend(void) {
    if (screen == NULL) return;
    stop_extensions();
    curs_set(1);
    endwin();
    tcsetattr(input_descriptor, TCSADRAIN, &former_modes);
    larder_signals_suspend(true);
}

void larder_screen_resume(void) {
    if (screen == NULL) return;
    larder_signals_suspend(false);
    reset_prog_mode();
    curs_set(cursor_is_shown ? 1 : 0);
    clearok(curscr, TRUE);
    doupdate();
    start_extensions();
}

// MARK: Size

void larder_screen_size(int *columns, int *rows) {
    struct winsize size;
    if (ioctl(output_descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0) {
        *columns = size.ws_col;
        *rows = size.ws_row;
        return;
    }
    int known_columns = tigetnum("cols"), known_rows = tigetnum("lines");
    *columns = known_columns > 0 ? known_columns : 80;
    *rows = known_rows > 0 ? known_rows : 24;
}

void larder_screen_resize(int columns, int rows) {
    if (screen != NULL && is_term_resized(rows, columns)) resize_term(rows, columns);
}

// MARK: Drawing

void larder_screen_put(int row, int column, const uint32_t *scalars, int count, uint32_t attributes, int pair) {
    if (screen == NULL) return;
    wchar_t text[CCHARW_MAX + 1] = {0};
    for (int index = 0; index < count && index < CCHARW_MAX; index++) text[index] = (wchar_t)scalars[index];
    cchar_t cell;
    // The last argument carries the pair as an int; the short one would end at 32767.
    if (setcchar(&cell, text, (attr_t)attributes, 0, &pair) == OK) mvwadd_wchnstr(stdscr, row, column, &cell, 1);
}

void larder_screen_show(int cursor_row, int cursor_column, bool cursor_visible) {
    if (screen == NULL) return;
    if (cursor_visible != cursor_is_shown && curs_set(cursor_visible ? 1 : 0) != ERR) cursor_is_shown = cursor_visible;
    if (cursor_visible) wmove(stdscr, cursor_row, cursor_column);
    wnoutrefresh(stdscr);
    doupdate();
}

void larder_screen_forget(void) {
    if (screen != NULL) clearok(curscr, TRUE);
}

bool larder_screen_write(const void *bytes, size_t count) {
    const char *next = bytes;
    if (screen != NULL) fflush(output_stream);
    while (count > 0) {
        ssize_t sent = write(output_descriptor, next, count);
        if (sent > 0) {
            next += sent;
            count -= (size_t)sent;
        } else if (sent < 0 && errno == EAGAIN) {
            struct pollfd ready = {.fd = output_descriptor, .events = POLLOUT};
            poll(&ready, 1, -1);
        } else if (sent < 0 && errno != EINTR) {
            return false;
        }
    }
    return true;
}

// MARK: Abilities

int larder_screen_colors(void) {
    return has_colors_on ? COLORS : 0;
}

int larder_screen_pairs(void) {
    return has_colors_on ? COLOR_PAIRS : 0;
}

bool larder_screen_has_direct_color(void) {
    return has_colors_on && COLORS >= 1 << 24 && (tigetflag("RGB") > 0 || tigetnum("RGB") > 0);
}

bool larder_screen_has_default_colors(void) {
    return has_default_colors;
}

bool larder_screen_define_pair(int pair, int foreground, int background) {
    return has_colors_on && init_extended_pair(pair, foreground, background) == OK;
}

uint32_t larder_attribute_bold(void) { return A_BOLD; }
uint32_t larder_attribute_dim(void) { return A_DIM; }
uint32_t larder_attribute_underline(void) { return A_UNDERLINE; }
uint32_t larder_attribute_reverse(void) { return A_REVERSE; }
uint32_t larder_attribute_italic(void) { return A_ITALIC; }

const char *larder_screen_key(const char *name) {
    return screen == NULL ? NULL : capability(name);
}
