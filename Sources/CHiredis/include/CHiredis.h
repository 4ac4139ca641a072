#ifndef LARDER_CHIREDIS_H
#define LARDER_CHIREDIS_H

// Of hiredis only the reply reader is used; the socket is our own.
#include <hiredis/hiredis.h>

/// Makes a reply reader like hiredis' own that also looks at the end of every bulk string: hiredis steps over the two bytes
/// there without reading them, so that a length that was changed on its way would cut or stretch a value unnoticed.
/// Where they are no line end the reader fails, and has set `*is_damaged`, which must outlive it.
/// Returns NULL when there is no memory.
redisReader *larder_reply_reader(int *is_damaged);

/// Opens a stream socket that does not block, is not inherited by child processes and sends without delay.
/// Returns the descriptor, or -1 with errno set.
int larder_stream_socket(int family);

/// Opens a descriptor that becomes readable once `larder_event_raise` was called. Returns it, or -1 with errno set.
int larder_event_open(void);

/// Makes the descriptor readable, for good.
void larder_event_raise(int descriptor);

#endif
