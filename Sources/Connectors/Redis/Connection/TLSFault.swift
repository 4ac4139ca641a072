/// Why an encrypted connection does not come about, or ended. ``TLSVerdict`` says what it means for the store.
enum TLSFault: Error, Equatable {
    /// The file of a setting cannot be read.
    case unreadable(RedisSetting, path: String, errno: Int32)
    /// The file of a setting holds no certificate.
    case noCertificate(RedisSetting, path: String)
    /// The file holds no key.
    case noKey(path: String)
    /// The key is encrypted and its password is missing or wrong.
    case keyLocked(hasPassword: Bool)
    /// The key is not the certificate's.
    case keyMismatch
    /// The server's certificate comes from an authority that is not trusted.
    case untrusted
    case expired
    case notYetValid
    /// The server's certificate does not hold the name.
    case otherHost(expected: String)
    /// The server's certificate does not verify; the text is OpenSSL's.
    case unverified(String)
    /// What answers does not speak TLS.
    case notSpoken
    /// The server closed the connection before the handshake was over.
    case hungUp
    /// The server offers no version of TLS that is taken here.
    case version
    case certificateDemanded
    case certificateRefused
    /// The server broke the handshake off without a telling reason.
    case handshakeRefused
    /// The bytes were changed on their way.
    case damaged
    /// Anything else; the text is OpenSSL's.
    case other(String)
}
