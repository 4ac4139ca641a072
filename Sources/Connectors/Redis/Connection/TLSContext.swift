import COpenSSL
import Glibc

/// Whom a connection trusts and who it is, loaded from files. Made for every connection, so that a certificate that was
/// renewed is taken with the next one.
final class TLSContext {
    let pointer: OpaquePointer
    /// The name or address that the server's certificate must hold.
    let serverName: String

    /// Loads the files. Blocks.
    ///
    /// - Parameter host: the server's, without brackets.
    /// - Throws: the first file that cannot be used.
    init(_ configuration: TLSConfiguration, host: String) throws(RedisFault) {
        let keyPassword = try configuration.identity?.keyPassword?.read()
        guard let pointer = larder_tls_context_open() else { throw .outOfMemory }
        self.pointer = pointer
        serverName = configuration.name(of: host)
        do throws(TLSFault) {
            try trust(configuration.authorities)
            if let identity = configuration.identity { try use(identity, keyPassword) }
        } catch {
            throw .tls(error)
        }
    }

    deinit {
        larder_tls_context_close(pointer)
    }

    private func trust(_ path: String?) throws(TLSFault) {
        guard let path else { return larder_tls_trust_system(pointer) }
        try Self.checkReadable(.tlsCAFile, path)
        guard larder_tls_trust_file(pointer, path) == LARDER_TLS_LOADED else {
            throw .noCertificate(.tlsCAFile, path: path)
        }
    }

    private func use(_ identity: TLSConfiguration.Identity, _ keyPassword: Secret?) throws(TLSFault) {
        try Self.checkReadable(.tlsCertFile, identity.certificate)
        guard larder_tls_use_certificate(pointer, identity.certificate) == LARDER_TLS_LOADED else {
            throw .noCertificate(.tlsCertFile, path: identity.certificate)
        }
        try Self.checkReadable(.tlsKeyFile, identity.key)
        switch larder_tls_use_key(pointer, identity.key, keyPassword?.revealed) {
        case LARDER_TLS_LOADED: return
        case LARDER_TLS_LOCKED: throw .keyLocked(hasPassword: keyPassword != nil)
        case LARDER_TLS_MISMATCH: throw .keyMismatch
        default: throw .noKey(path: identity.key)
        }
    }

    /// OpenSSL does not say why a file cannot be read.
    private static func checkReadable(_ setting: RedisSetting, _ path: String) throws(TLSFault) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(setting, path: path, errno: errno) }
        defer { close(descriptor) }
        var byte: UInt8 = 0
        guard read(descriptor, &byte, 1) >= 0 else { throw .unreadable(setting, path: path, errno: errno) }
    }
}
