#include "COpenSSL.h"

#include <arpa/inet.h>
#include <errno.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

// MARK: - The socket, as OpenSSL sees it
//
// OpenSSL's own BIO for sockets writes without MSG_NOSIGNAL: a peer that is gone would end the process.

typedef struct {
    int descriptor;
    // What errno said when the last call failed; 0 at the end of the stream.
    int error;
} wire;

static BIO_METHOD *wire_method;
static pthread_once_t wire_once = PTHREAD_ONCE_INIT;

static bool is_passing(int error) {
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

static int wire_write(BIO *bio, const char *bytes, int count) {
    wire *wire = BIO_get_data(bio);
    BIO_clear_retry_flags(bio);
    ssize_t sent = send(wire->descriptor, bytes, (size_t)count, MSG_NOSIGNAL);
    wire->error = sent < 0 ? errno : 0;
    if (sent < 0 && is_passing(wire->error)) BIO_set_retry_write(bio);
    return (int)sent;
}

static int wire_read(BIO *bio, char *bytes, int count) {
    wire *wire = BIO_get_data(bio);
    BIO_clear_retry_flags(bio);
    ssize_t came = recv(wire->descriptor, bytes, (size_t)count, 0);
    wire->error = came < 0 ? errno : 0;
    if (came < 0 && is_passing(wire->error)) BIO_set_retry_read(bio);
    return (int)came;
}

static long wire_control(BIO *bio, int command, long number, void *pointer) {
    (void)bio, (void)number, (void)pointer;
    // Nothing is held back, so that there is nothing to flush.
    return command == BIO_CTRL_FLUSH ? 1 : 0;
}

static int wire_destroy(BIO *bio) {
    free(BIO_get_data(bio));
    BIO_set_data(bio, NULL);
    return 1;
}

static void make_wire_method(void) {
    BIO_METHOD *method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "larder socket");
    if (method == NULL) return;
    BIO_meth_set_write(method, wire_write);
    BIO_meth_set_read(method, wire_read);
    BIO_meth_set_ctrl(method, wire_control);
    BIO_meth_set_destroy(method, wire_destroy);
    wire_method = method;
}

static BIO *open_wire(int descriptor) {
    pthread_once(&wire_once, make_wire_method);
    if (wire_method == NULL) return NULL;
    wire *fresh = malloc(sizeof *fresh);
    BIO *bio = fresh == NULL ? NULL : BIO_new(wire_method);
    if (bio == NULL) {
        free(fresh);
        return NULL;
    }
    fresh->descriptor = descriptor;
    fresh->error = 0;
    BIO_set_data(bio, fresh);
    BIO_set_init(bio, 1);
    return bio;
}

// MARK: - Contexts

typedef struct {
    const char *password;
    bool asked;
} lock;

// Also stands for "no password": without it OpenSSL would ask at the terminal.
static int answer_password(char *buffer, int size, int is_writing, void *data) {
    (void)is_writing;
    lock *lock = data;
    if (lock == NULL) return -1;
    lock->asked = true;
    if (lock->password == NULL) return -1;
    size_t length = strlen(lock->password);
    if (size < 0 || length > (size_t)size) return -1;
    memcpy(buffer, lock->password, length);
    return (int)length;
}

larder_tls_context *larder_tls_context_open(void) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    if (context == NULL) return NULL;
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    // Otherwise every record costs a call for its five bytes of head.
    SSL_CTX_set_read_ahead(context, 1);
    SSL_CTX_set_default_passwd_cb(context, answer_password);
    return context;
}

void larder_tls_context_close(larder_tls_context *context) {
    SSL_CTX_free(context);
}

larder_tls_load larder_tls_trust_file(larder_tls_context *context, const char *path) {
    ERR_clear_error();
    return SSL_CTX_load_verify_file(context, path) == 1 ? LARDER_TLS_LOADED : LARDER_TLS_NO_CERTIFICATE;
}

void larder_tls_trust_system(larder_tls_context *context) {
    SSL_CTX_set_default_verify_paths(context);
}

larder_tls_load larder_tls_use_certificate(larder_tls_context *context, const char *path) {
    ERR_clear_error();
    return SSL_CTX_use_certificate_chain_file(context, path) == 1 ? LARDER_TLS_LOADED : LARDER_TLS_NO_CERTIFICATE;
}

larder_tls_load larder_tls_use_key(larder_tls_context *context, const char *path, const char *password) {
    ERR_clear_error();
    BIO *file = BIO_new_file(path, "r");
    if (file == NULL) return LARDER_TLS_NO_KEY;
    lock lock = {.password = password, .asked = false};
    EVP_PKEY *key = PEM_read_bio_PrivateKey(file, NULL, answer_password, &lock);
    BIO_free(file);
    if (key == NULL) return lock.asked ? LARDER_TLS_LOCKED : LARDER_TLS_NO_KEY;
    // A key of another kind than the certificate's is taken, and found out by the check alone.
    bool fits = SSL_CTX_use_PrivateKey(context, key) == 1 && SSL_CTX_check_private_key(context) == 1;
    EVP_PKEY_free(key);
    return fits ? LARDER_TLS_LOADED : LARDER_TLS_MISMATCH;
}

// MARK: - Connections

static bool is_address(const char *name) {
    unsigned char bytes[sizeof(struct in6_addr)];
    return inet_pton(AF_INET, name, bytes) == 1 || inet_pton(AF_INET6, name, bytes) == 1;
}

static bool expect_name(SSL *ssl, const char *name) {
    // Names of servers are not sent where they are addresses (RFC 6066).
    if (is_address(name)) return X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), name) == 1;
    SSL_set_hostflags(ssl, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    return SSL_set1_host(ssl, name) == 1 && SSL_set_tlsext_host_name(ssl, name) == 1;
}

larder_tls *larder_tls_open(larder_tls_context *context, int descriptor, const char *name) {
    ERR_clear_error();
    // An empty name would switch the check off.
    SSL *ssl = name[0] == '\0' ? NULL : SSL_new(context);
    if (ssl == NULL) return NULL;
    BIO *bio = expect_name(ssl, name) ? open_wire(descriptor) : NULL;
    if (bio == NULL) {
        SSL_free(ssl);
        return NULL;
    }
    SSL_set_bio(ssl, bio, bio);
    SSL_set_connect_state(ssl);
    return ssl;
}

void larder_tls_close(larder_tls *tls) {
    SSL_free(tls);
}

static larder_tls_verdict judge_certificate(long result) {
    switch (result) {
    case X509_V_ERR_CERT_HAS_EXPIRED: return LARDER_TLS_EXPIRED;
    case X509_V_ERR_CERT_NOT_YET_VALID: return LARDER_TLS_NOT_YET_VALID;
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH: return LARDER_TLS_OTHER_HOST;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    // Another authority of the same name.
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
    case X509_V_ERR_CERT_UNTRUSTED: return LARDER_TLS_UNTRUSTED;
    default: return LARDER_TLS_UNVERIFIED;
    }
}

static larder_tls_verdict judge_reason(int reason) {
    switch (reason) {
    case SSL_R_WRONG_VERSION_NUMBER:
    case SSL_R_PACKET_LENGTH_TOO_LONG:
    case SSL_R_BAD_RECORD_TYPE:
    case SSL_R_RECORD_LENGTH_MISMATCH:
    case SSL_R_HTTP_REQUEST: return LARDER_TLS_NOT_SPOKEN;
    case SSL_R_UNSUPPORTED_PROTOCOL:
    case SSL_R_NO_PROTOCOLS_AVAILABLE:
    case SSL_R_TLSV1_ALERT_PROTOCOL_VERSION: return LARDER_TLS_VERSION;
    case SSL_R_TLSV13_ALERT_CERTIFICATE_REQUIRED: return LARDER_TLS_CERTIFICATE_DEMANDED;
    case SSL_R_TLSV1_ALERT_UNKNOWN_CA:
    case SSL_R_SSLV3_ALERT_BAD_CERTIFICATE:
    case SSL_R_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE:
    case SSL_R_SSLV3_ALERT_CERTIFICATE_REVOKED:
    case SSL_R_SSLV3_ALERT_CERTIFICATE_EXPIRED:
    case SSL_R_SSLV3_ALERT_CERTIFICATE_UNKNOWN:
    case SSL_R_TLSV1_ALERT_ACCESS_DENIED: return LARDER_TLS_CERTIFICATE_REFUSED;
    case SSL_R_SSLV3_ALERT_HANDSHAKE_FAILURE: return LARDER_TLS_HANDSHAKE_REFUSED;
    case SSL_R_DECRYPTION_FAILED_OR_BAD_RECORD_MAC:
    case SSL_R_SSLV3_ALERT_BAD_RECORD_MAC:
    case SSL_R_BAD_LENGTH: return LARDER_TLS_DAMAGED;
    default: return LARDER_TLS_OTHER;
    }
}

static larder_tls_outcome failure(SSL *ssl) {
    larder_tls_outcome outcome = {.state = LARDER_TLS_FAILED, .verdict = LARDER_TLS_OTHER};
    unsigned long code = ERR_peek_error();
    outcome.text = ERR_reason_error_string(code);
    if (ERR_GET_LIB(code) != ERR_LIB_SSL) return outcome;
    switch (ERR_GET_REASON(code)) {
    case SSL_R_UNEXPECTED_EOF_WHILE_READING: outcome.state = LARDER_TLS_CLOSED; break;
    case SSL_R_CERTIFICATE_VERIFY_FAILED:
        outcome.verdict = judge_certificate(SSL_get_verify_result(ssl));
        outcome.text = X509_verify_cert_error_string(SSL_get_verify_result(ssl));
        break;
    default: outcome.verdict = judge_reason(ERR_GET_REASON(code));
    }
    return outcome;
}

static larder_tls_outcome failure_of_wire(SSL *ssl) {
    const wire *wire = BIO_get_data(SSL_get_rbio(ssl));
    bool is_closed = wire->error == 0 || wire->error == ECONNRESET || wire->error == EPIPE;
    larder_tls_outcome outcome = {
        .state = is_closed ? LARDER_TLS_CLOSED : LARDER_TLS_BROKEN, .error = wire->error};
    return outcome;
}

// The errors' queue belongs to the thread, so that it is read before the thread does anything else.
static larder_tls_outcome conclude(SSL *ssl, int result, size_t count) {
    larder_tls_outcome outcome = {.state = LARDER_TLS_DONE, .count = count};
    switch (SSL_get_error(ssl, result)) {
    case SSL_ERROR_NONE: break;
    case SSL_ERROR_WANT_READ: outcome.state = LARDER_TLS_WANT_READ; break;
    case SSL_ERROR_WANT_WRITE: outcome.state = LARDER_TLS_WANT_WRITE; break;
    case SSL_ERROR_ZERO_RETURN: outcome.state = LARDER_TLS_CLOSED; break;
    case SSL_ERROR_SYSCALL: outcome = failure_of_wire(ssl); break;
    default: outcome = failure(ssl);
    }
    if (outcome.state != LARDER_TLS_DONE) outcome.count = 0;
    ERR_clear_error();
    return outcome;
}

larder_tls_outcome larder_tls_handshake(larder_tls *tls) {
    ERR_clear_error();
    return conclude(tls, SSL_do_handshake(tls), 0);
}

larder_tls_outcome larder_tls_write(larder_tls *tls, const void *bytes, size_t count) {
    ERR_clear_error();
    size_t written = 0;
    int result = SSL_write_ex(tls, bytes, count, &written);
    return conclude(tls, result, written);
}

larder_tls_outcome larder_tls_read(larder_tls *tls, void *bytes, size_t count) {
    ERR_clear_error();
    size_t came = 0;
    int result = SSL_read_ex(tls, bytes, count, &came);
    return conclude(tls, result, came);
}

larder_tls_outcome larder_tls_peek(larder_tls *tls) {
    ERR_clear_error();
    char byte;
    size_t came = 0;
    int result = SSL_peek_ex(tls, &byte, 1, &came);
    return conclude(tls, result, came);
}

bool larder_tls_has_pending(const larder_tls *tls) {
    return SSL_has_pending(tls) == 1;
}

void larder_tls_say_goodbye(larder_tls *tls) {
    ERR_clear_error();
    SSL_shutdown(tls);
    ERR_clear_error();
}
