#ifndef LARDER_COPENSSL_H
#define LARDER_COPENSSL_H

#include <stdbool.h>
#include <stddef.h>

// The client's side of TLS 1.2 and later over a socket that does not block. Peers are always verified.
// OpenSSL's own headers stay out of sight: most of what they declare are macros, which Swift cannot import.

/// What connections have in common: who is trusted, and who one is.
typedef struct ssl_ctx_st larder_tls_context;

/// One connection.
typedef struct ssl_st larder_tls;

/// How loading a file ended.
typedef enum {
    LARDER_TLS_LOADED,
    /// There is no certificate in the file, or none that OpenSSL takes.
    LARDER_TLS_NO_CERTIFICATE,
    /// There is no key in the file.
    LARDER_TLS_NO_KEY,
    /// The key is encrypted, and the password is missing or does not open it.
    LARDER_TLS_LOCKED,
    /// The key is not the certificate's.
    LARDER_TLS_MISMATCH,
} larder_tls_load;

/// How a step of a connection ended.
typedef enum {
    LARDER_TLS_DONE,
    /// It can go on when bytes have come.
    LARDER_TLS_WANT_READ,
    /// It can go on when bytes can go.
    LARDER_TLS_WANT_WRITE,
    /// The peer has closed the connection.
    LARDER_TLS_CLOSED,
    /// The socket failed, with `error`.
    LARDER_TLS_BROKEN,
    /// TLS failed, by `verdict`, with `text`.
    LARDER_TLS_FAILED,
} larder_tls_state;

/// Why TLS failed.
typedef enum {
    LARDER_TLS_OTHER,
    /// The peer's certificate comes from an authority that is not trusted.
    LARDER_TLS_UNTRUSTED,
    LARDER_TLS_EXPIRED,
    LARDER_TLS_NOT_YET_VALID,
    /// The peer's certificate is another host's.
    LARDER_TLS_OTHER_HOST,
    /// The peer's certificate does not verify for another reason.
    LARDER_TLS_UNVERIFIED,
    /// The bytes that came are not TLS.
    LARDER_TLS_NOT_SPOKEN,
    /// There is no version of TLS in common.
    LARDER_TLS_VERSION,
    /// The peer demands a certificate of ours.
    LARDER_TLS_CERTIFICATE_DEMANDED,
    /// The peer does not take our certificate.
    LARDER_TLS_CERTIFICATE_REFUSED,
    /// The peer ended the handshake without a reason that means something.
    LARDER_TLS_HANDSHAKE_REFUSED,
    /// A record was changed on its way.
    LARDER_TLS_DAMAGED,
} larder_tls_verdict;

typedef struct {
    larder_tls_state state;
    /// Bytes read or written.
    size_t count;
    /// The error's number, as in errno.
    int error;
    larder_tls_verdict verdict;
    /// OpenSSL's words for the reason: a constant, without anything of the connection; may be null.
    const char *text;
} larder_tls_outcome;

/// Makes a context that trusts nobody yet. Returns null where there is no memory.
larder_tls_context *larder_tls_context_open(void);

void larder_tls_context_close(larder_tls_context *context);

/// Trusts the authorities of a PEM file.
larder_tls_load larder_tls_trust_file(larder_tls_context *context, const char *path);

/// Trusts the authorities of the system.
void larder_tls_trust_system(larder_tls_context *context);

/// Takes the client's own certificate, and those between it and its authority, from a PEM file.
larder_tls_load larder_tls_use_certificate(larder_tls_context *context, const char *path);

/// Takes the key of the certificate, which was taken before, from a PEM file. `password` may be null.
larder_tls_load larder_tls_use_key(larder_tls_context *context, const char *path, const char *password);

/// Makes a connection over a connected socket, which stays the caller's. `name` is the host name or address that the
/// peer's certificate must hold. Returns null where there is no memory or the name cannot be one.
larder_tls *larder_tls_open(larder_tls_context *context, int descriptor, const char *name);

/// Frees a connection; says nothing to the peer.
void larder_tls_close(larder_tls *tls);

larder_tls_outcome larder_tls_handshake(larder_tls *tls);

/// Writes; after WANT_* the next call must begin with the same bytes. SIGPIPE is never raised.
larder_tls_outcome larder_tls_write(larder_tls *tls, const void *bytes, size_t count);

larder_tls_outcome larder_tls_read(larder_tls *tls, void *bytes, size_t count);

/// Looks whether there is a byte to read, without taking it; what else came (tickets) is dealt with.
larder_tls_outcome larder_tls_peek(larder_tls *tls);

/// True while there are bytes that were taken from the socket and not read, perhaps not enough of them to go on.
bool larder_tls_has_pending(const larder_tls *tls);

/// Tells the peer that nothing more will come, as far as the socket takes it now.
void larder_tls_say_goodbye(larder_tls *tls);

#endif
