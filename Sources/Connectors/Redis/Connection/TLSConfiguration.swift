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
    /// The name or address that every server's certificate must hold; nil for the server's host.
    private let serverName: String?

    /// Reads the settings; nil where the connection is not to be encrypted.
    ///
    /// - Parameters:
    ///   - place: settings that the card has checked and completed with its defaults.
    ///   - hosts: the servers' names or addresses, without brackets.
    ///   - key: the setting in which they stand.
    /// - Throws: the first setting that is missing, or that would be passed over in silence.
    init?(_ place: ConnectorCard.Place, hosts: [String], of key: String) throws(SettingFault) {
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
        serverName = RedisSetting.tlsServerName.text(in: config).map(RedisConfiguration.withoutBrackets)
        if let serverName {
            try Self.check(serverName, of: RedisSetting.tlsServerName.key)
        } else {
            for host in hosts { try Self.check(host, of: key) }
        }
    }

    /// The name or address that the certificate of the server at a host must hold.
    func name(of host: String) -> String { Self.withoutRoot(serverName ?? host) }

    /// A name may end with the dot of the root; certificates never have it.
    private static func withoutRoot(_ name: String) -> String { name.hasSuffix(".") ? String(name.dropLast()) : name }

    private static func check(_ text: String, of key: String) throws(SettingFault) {
        let name = withoutRoot(text)
        // What C would cut off at a zero byte would not be checked.
        guard (1...255).contains(name.utf8.count), !name.utf8.contains(0) else {
            throw SettingFault(key: key, message: "\(key) must be a host name or an address")
        }
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
