// The signal side of the screen, between the files of this target only.
#ifndef LARDER_SIGNALS_H
#define LARDER_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/// Installs the handlers and opens the pipe. `modes` are what an emergency restores.
bool larder_signals_install(int input, int output, const struct termios *modes);

/// What an emergency writes to the terminal; at most 512 bytes.
void larder_signals_set_farewell(const char *bytes, size_t count);

/// Puts everything back as it was before.
void larder_signals_remove(void);

/// While suspended, stopping, interrupting and quitting belong to whoever has the terminal.
void larder_signals_suspend(bool suspended);

#endif
