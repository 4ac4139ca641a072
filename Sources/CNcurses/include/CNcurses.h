// What the terminal needs of ncursesw and of the pseudo-terminal calls, as plain functions: ncurses keeps much behind
// macros, variadic functions and global variables, none of which Swift can see (or may touch).
#ifndef LARDER_CNCURSES_H
#define LARDER_CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <termios.h>

// MARK: Locale and width

/// Puts LC_CTYPE into a UTF-8 locale, once per process: the environment's if it is one, else C.UTF-8.
/// Returns true when the environment's own locale is UTF-8.
bool larder_use_utf8_locale(void);

/// Columns of a scalar: 0, 1 or 2, or -1 when it cannot be printed. Does not depend on the environment's locale.
int larder_wcwidth(uint32_t scalar);

// MARK: The screen

typedef enum {
    LARDER_SCREEN_OPENED = 0,
    LARDER_SCREEN_BUSY,           // this process has a screen open already
    LARDER_SCREEN_NOT_A_TERMINAL, // a descriptor is no terminal
    LARDER_SCREEN_UNKNOWN,        // terminfo does not know the name
    LARDER_SCREEN_DUMB,           // the cursor cannot be moved
    LARDER_SCREEN_FAILED          // anything else; see errno
} larder_screen_result;

/// Takes a terminal: saves its modes, installs the signal handlers, switches to raw mode and the alternate screen.
/// One at a time in a process, because ncurses and signals are global.
larder_screen_result larder_screen_open(const char *term, int input, int output, bool colors, bool mouse);

/// Gives the terminal back as it was. Harmless when none is open.
void larder_screen_close(void);

/// Gives the terminal back for a while, and takes it again; everything is repainted.
void larder_screen_suspend(void);
void larder_screen_resume(void);

/// The size that the kernel reports, or terminfo's when it reports none.
void larder_screen_size(int *columns, int *rows);

/// Makes ncurses use a size; what was drawn is kept as far as it fits.
void larder_screen_resize(int columns, int rows);

/// Puts one glyph at a cell: up to 5 scalars, of which the first takes 1 or 2 columns and the others none.
void larder_screen_put(int row, int column, const uint32_t *scalars, int count, uint32_t attributes, int pair);

/// Sends what changed, and places or hides the cursor.
void larder_screen_show(int cursor_row, int cursor_column, bool cursor_visible);

/// Forgets what is on the glass, so that the next show sends everything.
void larder_screen_forget(void);

/// Writes bytes past ncurses, all of them. Returns false when the terminal is gone.
bool larder_screen_write(const void *bytes, size_t count);

/// What the terminal can do; 0 colours when there are none.
int larder_screen_colors(void);
int larder_screen_pairs(void);
bool larder_screen_has_direct_color(void);
/// True when -1 may stand for the terminal's own colours.
bool larder_screen_has_default_colors(void);

/// Defines a colour pair; -1 is the terminal's own colour. Returns false when there is no such pair or colour.
bool larder_screen_define_pair(int pair, int foreground, int background);

/// ncurses' attribute bits.
uint32_t larder_attribute_bold(void);
uint32_t larder_attribute_dim(void);
uint32_t larder_attribute_underline(void);
uint32_t larder_attribute_reverse(void);
uint32_t larder_attribute_italic(void);

/// The bytes that a key sends, by its terminfo name ("kf1"); NULL when the terminal has no such key.
const char *larder_screen_key(const char *name);

// MARK: Signals

/// What a signal has asked for, as bytes of the signal pipe.
enum {
    LARDER_SIGNAL_RESIZED = 'W',
    LARDER_SIGNAL_STOP = 'Z',
    LARDER_SIGNAL_CONTINUED = 'C',
    LARDER_SIGNAL_TERMINATE = 'T'
};

/// The reading end of the signal pipe (non-blocking), valid while a screen is open.
int larder_signal_descriptor(void);

/// The signal that asked to terminate, or 0.
int larder_signal_that_terminates(void);

/// Restores modes and screen with async-signal-safe calls only. Harmless when no screen is open.
void larder_emergency_restore(void);

// MARK: Pseudo-terminals, for tests

/// Opens a pseudo-terminal of a size. Both descriptors are closed on exec. Returns false with errno.
bool larder_pty_open(int columns, int rows, int *controller, int *terminal);

/// Gives a pseudo-terminal another size; its foreground processes get SIGWINCH.
bool larder_pty_resize(int controller, int columns, int rows);

/// Starts a program as leader of its own session, with `terminal` as controlling terminal and as descriptors 0–2,
/// default signal actions and no other descriptor. `directory` may be NULL. Returns the process id, or -1 with errno.
pid_t larder_pty_spawn(
    int terminal, const char *path, char *const arguments[], char *const environment[], const char *directory);

/// Waits for a process. Returns true with its exit code in `code`, or with the signal that ended it in `signal`.
bool larder_wait_for_exit(pid_t process, int *code, int *signal);

/// Waits for the end of a process that somebody else started. Returns false with errno where that cannot be known.
bool larder_wait_for_stranger(pid_t process);

#endif
