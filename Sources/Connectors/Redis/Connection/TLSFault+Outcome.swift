import COpenSSL

extension TLSFault {
    /// Reads what OpenSSL made of a failed step.
    init(_ outcome: larder_tls_outcome, serverName: String) {
        let text = outcome.text.map { String(cString: $0) } ?? "no reason given"
        self =
            switch outcome.verdict {
            case LARDER_TLS_UNTRUSTED: .untrusted
            case LARDER_TLS_EXPIRED: .expired
            case LARDER_TLS_NOT_YET_VALID: .notYetValid
            case LARDER_TLS_OTHER_HOST: .otherHost(expected: serverName)
            case LARDER_TLS_UNVERIFIED: .unverified(text)
            case LARDER_TLS_NOT_SPOKEN: .notSpoken
            case LARDER_TLS_VERSION: .version
            case LARDER_TLS_CERTIFICATE_DEMANDED: .certificateDemanded
            case LARDER_TLS_CERTIFICATE_REFUSED: .certificateRefused
            case LARDER_TLS_HANDSHAKE_REFUSED: .handshakeRefused
            case LARDER_TLS_DAMAGED: .damaged
            default: .other(text)
            }
    }
}
