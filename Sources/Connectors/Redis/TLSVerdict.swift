import StorageAPI

/// What a fault of TLS means for the store, and what to do about it.
enum TLSVerdict {
    /// Judges a fault.
    static func judge(_ fault: TLSFault) -> (StoreError.Code, StoreError.Recovery, String) {
        switch fault {
        case .unreadable, .noCertificate, .noKey, .keyLocked, .keyMismatch:
            (.misconfigured, .permanent, sentence(aboutFile: fault))
        case .untrusted, .expired, .notYetValid, .otherHost, .unverified:
            (.misconfigured, .permanent, sentence(aboutCertificate: fault))
        case .notSpoken:
            (.misconfigured, .permanent, "what answers does not speak TLS; check port, or set tls to false")
        case .version:
            (.misconfigured, .permanent, "the server speaks neither TLS 1.2 nor 1.3; allow one of them on the server")
        case .hungUp:
            (
                .unavailable, .transient,
                "the server closed the connection during the TLS handshake; check that its port speaks TLS"
            )
        case .certificateDemanded:
            (.denied, .permanent, "the server demands a client certificate; set tls_cert_file and tls_key_file")
        case .certificateRefused:
            (
                .denied, .permanent,
                "the server refused the client certificate; use one that its authority signed and that is valid"
            )
        case .handshakeRefused:
            (
                .denied, .permanent,
                "the server refused the TLS handshake; check tls_cert_file, which it may demand, and its TLS settings"
            )
        case .damaged: (.unexpected, .transient, "encrypted bytes were changed on their way")
        case .other(let text): (.unexpected, .transient, "TLS failed: \(text)")
        }
    }

    private static func sentence(aboutFile fault: TLSFault) -> String {
        switch fault {
        case .unreadable(let setting, let path, let code):
            RedisFailure.sentence(unreadable: setting, path: path, code: code)
        case .noCertificate(let setting, let path):
            "the file of \(setting.key) holds no usable certificate (\(path)); it must be in PEM form"
        case .noKey(let path): "the file of tls_key_file holds no usable key (\(path)); it must be in PEM form"
        case .keyLocked(hasPassword: false):
            "the key of tls_key_file is encrypted; set tls_key_password or tls_key_password_file"
        case .keyLocked: "the password that is set does not open the key of tls_key_file; set the right one"
        default: "the key of tls_key_file is not that of the certificate; set the two that belong together"
        }
    }

    private static func sentence(aboutCertificate fault: TLSFault) -> String {
        switch fault {
        case .untrusted:
            "the server's certificate comes from an authority that is not trusted; set tls_ca_file to that of the server"
        case .expired: "the server's certificate has expired; renew it on the server, or set this machine's clock"
        case .notYetValid: "the server's certificate is not valid yet; set this machine's clock, or the server's"
        case .otherHost(let expected):
            "the server's certificate is not for \(expected); check host, or set tls_server_name to a name it holds"
        case .unverified(let text): "the server's certificate is not valid (\(text)); renew it on the server"
        default: "the server's certificate is not valid; renew it on the server"
        }
    }
}
