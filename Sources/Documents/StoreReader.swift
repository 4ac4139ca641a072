internal import FeatureModel

/// Reads stores and sources with their settings.
struct StoreReader {
    let variables: VariableExpansion

    func stores(_ nodes: [DocumentNode]) throws(DocumentError) -> [ConfiguredStore] {
        var stores: [ConfiguredStore] = []
        for node in nodes {
            let store = try store(node)
            if let earlier = stores.first(where: { $0.definition.name == store.definition.name }) {
                throw node.error("the store \(store.definition.name) stands in line \(earlier.line ?? 1) already")
            }
            stores.append(store)
        }
        return stores
    }

    func store(_ node: DocumentNode) throws(DocumentError) -> ConfiguredStore {
        let map = try DocumentMap(node, keys: ["kind", "name", "type", "config", "subscriptions"])
        if let kind = map["kind"], try kind.scalarText() != "store" { throw kind.error("expected the kind store") }
        let name = try FeatureSetReader.name(try map.required("name"))
        let type = try map.required("type").text()
        let (config, settings) = try config(map["config"])
        let subscriptions = try map["subscriptions"]?.list() ?? []
        var definitions: [Subscription] = []
        for node in subscriptions { definitions.append(try subscription(node)) }
        return ConfiguredStore(
            definition: StoreDefinition(
                name: StoreName(name), type: type, config: config, subscriptions: definitions),
            file: node.file, line: node.line, settings: settings, subscriptionLines: subscriptions.map(\.line))
    }

    func source(_ node: DocumentNode) throws(DocumentError) -> ConfiguredSource {
        let map = try DocumentMap(node, keys: ["type", "config"], spelling: .snake)
        let type = try map.required("type").text()
        let (config, settings) = try config(map["config"])
        var written: [String: String] = [:]
        for entry in try map["config"]?.map() ?? [] { written[entry.name] = try entry.value.scalarText() }
        return ConfiguredSource(
            used: SourceDefinition(type: type, config: config), kept: SourceDefinition(type: type, config: written),
            line: node.line, settings: settings)
    }

    private func config(
        _ node: DocumentNode?
    ) throws(DocumentError) -> (config: [String: String], settings: [String: ConfiguredSetting]) {
        var config: [String: String] = [:]
        var settings: [String: ConfiguredSetting] = [:]
        for entry in try node?.map() ?? [] {
            let (text, isLiteral) = try variables.expand(entry.value)
            config[entry.name] = text
            settings[entry.name] = ConfiguredSetting(
                line: entry.key.line, column: entry.key.column, isLiteral: isLiteral)
        }
        return (config, settings)
    }

    /// A pattern is a name in which `*` may stand for any run.
    private func subscription(_ node: DocumentNode) throws(DocumentError) -> Subscription {
        let map = try DocumentMap(node, keys: ["project", "name", "exclude"])
        let project = try pattern(try map.required("project"))
        let name = try pattern(try map.required("name"))
        return Subscription(project: project, name: name, exclude: try map["exclude"]?.bool() ?? false)
    }

    private func pattern(_ node: DocumentNode) throws(DocumentError) -> String {
        let text = try node.scalarText()
        let letters = text.replacing("*", with: "x")
        guard NameRule.isValid(letters) else {
            throw node.error(
                "\(PrintableText.quoted(text)) is no pattern", hint: "patterns are letters, digits, _, - and *")
        }
        return text
    }
}
