internal import FeatureModel

/// Reads `larder.yaml`.
struct ConfigurationReader {
    static let keys = [
        "project", "theme", "glyphs", "mouse", "refresh", "readOnly", "asOf", "state", "source", "stores",
        "metrics", "jobs",
    ]

    let variables: VariableExpansion

    func configuration(_ root: DocumentNode) throws(DocumentError) -> WorkspaceConfiguration {
        let map = try DocumentMap(root, keys: Self.keys, spelling: .snake)
        let standard = WorkspaceConfiguration.standard
        let project = try map["project"].map { node throws(DocumentError) in try FeatureSetReader.name(node) }
        let stores = StoreReader(variables: variables)
        let jobs = try map["jobs"].map { node throws(DocumentError) in try JobsReader(node) }
        return WorkspaceConfiguration(
            file: root.file, project: project.map { ProjectName($0) } ?? standard.project,
            theme: try text(map["theme"]) ?? standard.theme, glyphs: try glyphs(map["glyphs"]) ?? standard.glyphs,
            isMouseOn: try map["mouse"]?.bool() ?? standard.isMouseOn,
            refreshSeconds: try seconds(map["refresh"]) ?? standard.refreshSeconds,
            isReadOnly: try map["readOnly"]?.bool() ?? standard.isReadOnly, asOf: try time(map["asOf"]),
            state: try text(map["state"]),
            source: try map["source"].map { node throws(DocumentError) in try stores.source(node) } ?? standard.source,
            stores: try map["stores"].map { node throws(DocumentError) in try stores.stores(node.list()) }
                ?? standard.stores, metrics: try metrics(map["metrics"]) ?? standard.metrics,
            restarts: jobs?.restarts ?? standard.restarts, groupPrefix: jobs?.groupPrefix ?? standard.groupPrefix)
    }

    private func text(_ node: DocumentNode?) throws(DocumentError) -> String? {
        guard let node else { return nil }
        let text = try variables.expand(node).text
        guard !text.isEmpty else { throw node.error("expected text, got an empty one") }
        return text
    }

    private func glyphs(_ node: DocumentNode?) throws(DocumentError) -> GlyphSet? {
        guard let node else { return nil }
        let name = try node.scalarText()
        guard let glyphs = GlyphSet(rawValue: name) else {
            let known = GlyphSet.allCases.map(\.rawValue)
            throw node.error(
                "\(PrintableText.quoted(name)) is no set of glyphs", hint: NearestName.hint(for: name, among: known))
        }
        return glyphs
    }

    private func metrics(_ node: DocumentNode?) throws(DocumentError) -> ConfiguredMetrics? {
        guard let node else { return nil }
        let map = try DocumentMap(node, keys: ["type", "host", "port"], spelling: .snake)
        let type = try map.required("type")
        let name = try type.scalarText()
        let host = try text(map["host"]) ?? ConfiguredMetrics.usualHost
        let port = try port(map["port"]) ?? ConfiguredMetrics.usualPort
        switch name {
        case "none": return ConfiguredMetrics.none
        case "statsd": return .statsD(host: host, port: port)
        default:
            throw type.error(
                "\(PrintableText.quoted(name)) is no type of metrics",
                hint: NearestName.hint(for: name, among: ConfiguredMetrics.types))
        }
    }

    private func port(_ node: DocumentNode?) throws(DocumentError) -> Int? {
        guard let node else { return nil }
        guard let port = Int(try variables.expand(node).text), (1...65_535).contains(port) else {
            throw node.error("expected a port from 1 to 65535")
        }
        return port
    }

    private func seconds(_ node: DocumentNode?) throws(DocumentError) -> Double? {
        try node.map { node throws(DocumentError) in try node.seconds() }
    }

    private func time(_ node: DocumentNode?) throws(DocumentError) -> Timestamp? {
        guard let node else { return nil }
        guard let time = Timestamp(rfc3339: try node.scalarText()) else {
            throw node.error("expected a time in RFC 3339 with a zone", hint: "such as 2013-02-01T00:00:00Z")
        }
        return time
    }
}
