import StorageAPI

/// The settings of an encrypted connection, read.
struct TLSConfiguration: Sendable {
    /// Who one is to a server that asks for a certificate.
    struct Identity: Sendable {
        /// File of the certificate, absolute.
        let certificate: String
        /// File of its key, absolute.
        let key: String
        let keyPassword: SecretSource?
    }

    /// File of the authorities that are trusted, absolute; nil for those of the system.
    let authorities: String?
    let identity: Identity?
    /// The name or address that the server's certificate must hold.
    let serverName: String

    /// Reads the settings; nil where the connection is not to be encrypted.
    ///
    /// - Parameters:
    ///   - place: settings that the card has checked and completed with its defaults.
    ///   - host: the server's name or address, without brackets.
    /// - Throws: the first setting that is missing, or that would be passed over in silence.
    init?(_ place: ConnectorCard.Place, host: String) throws(SettingFault) {
        let config = place.config
        guard try Self.isWanted(config) else {
            guard let useless = RedisSetting.ofTLS.first(where: { $0.text(in: config) != nil }) else {
                return nil
            }
            throw SettingFault(
                key: useless.key, message: "\(useless.key) has no meaning without TLS; set tls to true or remove it")
        }
        func file(_ setting: RedisSetting) -> String? {
            setting.text(in: config).map(place.absolute)
        }
        authorities = file(.tlsCAFile)
        identity = try Self.identity(
            certificate: file(.tlsCertFile), key: file(.tlsKeyFile),
            password: try SecretSource(.tlsKeyPassword, orFile: .tlsKeyPasswordFile, in: place))
        serverName =
            if let name = RedisSetting.tlsServerName.text(in: config) {
                try Self.name(RedisConfiguration.withoutBrackets(name), of: .tlsServerName)
            } else {
                try Self.name(host, of: .host)
            }
    }

    private static func name(_ text: String, of setting: RedisSetting) throws(SettingFault) -> String {
        // A name may end with the dot of the root; certificates never have it.
        let name = text.hasSuffix(".") ? String(text.dropLast()) : text
        // What C would cut off at a zero byte would not be checked.
        guard (1...255).contains(name.utf8.count), !name.utf8.contains(0) else {
            throw SettingFault(key: setting.key, message: "\(setting.key) must be a host name or an address")
        }
        return name
    }

    private static func identity(
        certificate: String?, key: String?, password: SecretSource?
    ) throws(SettingFault) -> Identity? {
        switch (certificate, key) {
        case (let certificate?, let key?): return Identity(certificate: certificate, key: key, keyPassword: password)
        case (nil, nil):
            guard password != nil else { return nil }
            throw SettingFault(
                key: RedisSetting.tlsKeyFile.key,
                message: "\(RedisSetting.tlsKeyFile.key) must be set: the password of that file is set")
        default:
            let missing = certificate == nil ? RedisSetting.tlsCertFile : .tlsKeyFile
            throw SettingFault(
                key: missing.key, message: "\(missing.key) must be set: a certificate and its key go together")
        }
    }

    private static func isWanted(_ config: [String: String]) throws(SettingFault) -> Bool {
        switch RedisSetting.tls.text(in: config) {
        case "true": return true
        case "false", nil: return false
        default:
            throw SettingFault(key: RedisSetting.tls.key, message: "\(RedisSetting.tls.key) must be true or false")
        }
    }
}
