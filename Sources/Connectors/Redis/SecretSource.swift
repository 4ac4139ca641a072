import StorageAPI

/// Where a secret is: in the settings, or in a file that is read whenever the secret is needed.
enum SecretSource: Sendable {
    case settings(Secret)
    case file(SecretFile)

    /// Reads the pair of settings by which a secret is given; nil where neither is set.
    ///
    /// - Throws: where both are set.
    init?(_ text: RedisSetting, orFile file: RedisSetting, in place: ConnectorCard.Place) throws(SettingFault) {
        switch (text.text(in: place.config), file.text(in: place.config)) {
        case (nil, nil): return nil
        case (let secret?, nil): self = .settings(Secret(secret))
        case (nil, let path?): self = .file(SecretFile(setting: file, path: place.absolute(path)))
        case (_?, _?):
            throw SettingFault(key: file.key, message: "give \(text.key) or \(file.key), not both")
        }
    }

    /// The secret as it is now. Blocks where it is in a file.
    func read() throws(RedisFault) -> Secret {
        switch self {
        case .settings(let secret): return secret
        case .file(let file):
            do throws(SecretFileFault) {
                return try file.read()
            } catch {
                throw .secretFile(error)
            }
        }
    }
}
