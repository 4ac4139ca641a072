import Documents
import FeatureModel
import Operations
import StorageAPI

/// Judges what a configuration or a document says of stores and sources by the connectors' cards, so that nothing starts
/// half-configured. Every fault names file, line and key.
struct ConfigurationCheck {
    let connectors: ConnectorIndex
    /// True when other users of the machine may read the file.
    let isReadableByOthers: Bool

    /// Judges all of a configuration's stores, and its source.
    func check(_ file: ConfigurationFile) throws(DocumentError) {
        var lines: [StoreName: Int?] = [:]
        for store in file.configuration.stores {
            if let earlier = lines[store.definition.name] {
                throw DocumentError(
                    file: store.file ?? file.path, line: store.line, key: "stores",
                    message: "the store \(store.definition.name) stands in line \(earlier ?? 0) already",
                    hint: "give one of them another name")
            }
            lines[store.definition.name] = store.line
            _ = try card(of: store)
        }
        _ = try card(of: file.configuration.source, in: file.path)
    }

    /// Judges a store.
    ///
    /// - Returns: its connector's card.
    func card(of store: ConfiguredStore) throws(DocumentError) -> ConnectorCard {
        let card: ConnectorCard
        do throws(ConnectorFault) {
            card = try connectors.storeCard(store.definition.type)
        } catch {
            throw DocumentError(
                file: store.file ?? "the configuration", line: store.line, key: "\(store.definition.name).type",
                message: error.message, hint: error.hint)
        }
        if let fault = card.check(store.definition.config).first {
            throw store.error(atSetting: fault.key, message: fault.message)
        }
        if let key = exposedSecret(of: card, store.settings) {
            throw store.error(
                atSetting: key, message: "the secret stands in a file that others can read", hint: Self.secretHint)
        }
        return card
    }

    /// Judges a source.
    func card(of source: ConfiguredSource, in path: String) throws(DocumentError) -> ConnectorCard {
        func error(_ key: String?, _ message: String, _ hint: String?) -> DocumentError {
            let setting = key.flatMap { source.settings[$0] }
            return DocumentError(
                file: path, line: setting?.line ?? source.line, column: setting?.column,
                key: "source." + (key.map { "config.\($0)" } ?? "type"), message: message, hint: hint)
        }
        let card: ConnectorCard
        do throws(ConnectorFault) {
            card = try connectors.sourceCard(source.used.type)
        } catch let fault {
            throw error(nil, fault.message, fault.hint)
        }
        if let fault = card.check(source.used.config).first { throw error(fault.key, fault.message, nil) }
        if let key = exposedSecret(of: card, source.settings) {
            throw error(key, "the secret stands in a file that others can read", Self.secretHint)
        }
        if let key = SourceSecrets.exposed(of: card, in: source.kept) {
            throw error(key, SourceSecrets.message, SourceSecrets.hint)
        }
        return card
    }

    private static let secretHint = "take the file's rights from others (chmod 600), or write ${VAR}"

    private func exposedSecret(of card: ConnectorCard, _ settings: [String: ConfiguredSetting]) -> String? {
        guard isReadableByOthers else { return nil }
        let secrets = card.settings.filter(\.isSecret).map(\.key)
        return secrets.first { settings[$0]?.isLiteral == true }
    }
}
