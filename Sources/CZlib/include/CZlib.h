#ifndef LARDER_CZLIB_H
#define LARDER_CZLIB_H

#include <zlib.h>

/// Prepares to read gzip members. The macro behind it checks the library's version, which Swift cannot import.
static inline int larder_inflate_init(z_stream *stream) {
    return inflateInit2(stream, 15 + 16);
}

/// Prepares to write one gzip member.
static inline int larder_deflate_init(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

#endif
