import StorageAPI

/// Reads settings out of a configuration, one by one.
struct KafkaSettings {
    private let place: ConnectorCard.Place

    init(_ place: ConnectorCard.Place) {
        self.place = place
    }

    /// The text of a setting; nil where it is not set or empty.
    func text(_ setting: KafkaSetting) -> String? {
        guard let text = place.config[setting.key], !text.isEmpty else { return nil }
        return text
    }

    func needed(_ setting: KafkaSetting) throws(SettingFault) -> String {
        guard let text = text(setting) else {
            throw SettingFault(key: setting.key, message: "\(setting.key) must be set")
        }
        return text
    }

    func integer(_ setting: KafkaSetting) throws(SettingFault) -> Int {
        guard let number = text(setting).flatMap({ Int($0) }), case .integer(let range) = setting.kind,
            range.contains(number)
        else { throw Self.fault(setting) }
        return number
    }

    func choice<Choice: RawRepresentable<String>>(_ setting: KafkaSetting) throws(SettingFault) -> Choice {
        guard let choice = text(setting).flatMap(Choice.init(rawValue:)) else { throw Self.fault(setting) }
        return choice
    }

    func user(_ security: KafkaConfiguration.SecurityProtocol) throws(SettingFault) -> KafkaConfiguration.User? {
        guard security.hasUser else {
            try refuse([.saslMechanism, .saslUsername, .saslPassword], with: security)
            return nil
        }
        return KafkaConfiguration.User(
            mechanism: try choice(.saslMechanism), name: try needed(.saslUsername),
            password: Secret(try needed(.saslPassword)))
    }

    func certificates(
        _ security: KafkaConfiguration.SecurityProtocol
    ) throws(SettingFault) -> KafkaConfiguration.Certificates? {
        guard security.isEncrypted else {
            try refuse([.sslCALocation, .sslCertificateLocation, .sslKeyLocation, .sslKeyPassword], with: security)
            return nil
        }
        let (certificate, key) = (path(.sslCertificateLocation), path(.sslKeyLocation))
        if (certificate == nil) != (key == nil) {
            let missing = certificate == nil ? KafkaSetting.sslCertificateLocation : .sslKeyLocation
            throw SettingFault(
                key: missing.key, message: "\(missing.key) must be set: a certificate and its key go together")
        }
        return KafkaConfiguration.Certificates(
            authorities: path(.sslCALocation), certificate: certificate, key: key,
            keyPassword: text(.sslKeyPassword).map(Secret.init))
    }

    /// What would be passed over in silence, such as a password that is never sent, is a mistake.
    private func refuse(
        _ settings: [KafkaSetting], with security: KafkaConfiguration.SecurityProtocol
    ) throws(SettingFault) {
        guard let useless = settings.first(where: { text($0) != nil }) else { return }
        throw SettingFault(
            key: useless.key,
            message: "\(useless.key) has no meaning with security_protocol \(security.rawValue); set another protocol")
    }

    private func path(_ setting: KafkaSetting) -> String? {
        text(setting).map(place.absolute)
    }

    private static func fault(_ setting: KafkaSetting) -> SettingFault {
        SettingFault(key: setting.key, message: "\(setting.key) must be \(setting.kind.name)")
    }
}
