#ifndef LARDER_CPROCESS_H
#define LARDER_CPROCESS_H

#include <spawn.h>

// What Swift's Glibc lacks to start programs: it is built without _GNU_SOURCE. A descriptor that leaks into a program
// started by another thread keeps a pipe open for as long as that program runs.

/// Opens a pipe whose ends no started program inherits. Returns 0, or -1 with errno; see pipe2(2).
int larder_pipe(int ends[2]);

/// Has the started program close every descriptor from `first` on. Returns 0 or an error number; see
/// posix_spawn_file_actions_addclosefrom_np(3).
int larder_spawn_close_from(posix_spawn_file_actions_t *actions, int first);

#endif
