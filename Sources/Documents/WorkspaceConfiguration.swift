public import FeatureModel

/// What `larder.yaml` says, or its defaults where there is none.
public struct WorkspaceConfiguration: Sendable, Hashable {
    /// The file; nil where there is none.
    public let file: String?
    /// The project of names without one.
    public let project: ProjectName
    /// The theme's name, or `auto`.
    public let theme: String
    /// Which characters the console draws with.
    public let glyphs: GlyphSet
    /// Whether the console takes the mouse.
    public let isMouseOn: Bool
    /// Seconds between two refreshes of a view; 0 means on request only.
    public let refreshSeconds: Double
    /// Whether everything that changes something is refused.
    public let isReadOnly: Bool
    /// What stands for the clock when freshness is judged; nil for the clock itself.
    public let asOf: Timestamp?
    /// The directory of the job-state database, logs and embedded stores, as written; nil for the usual one.
    public let state: String?
    /// Where rows come from unless a feature set says otherwise.
    public let source: ConfiguredSource
    /// The stores, in their order.
    public let stores: [ConfiguredStore]
    /// Where workers send metrics.
    public let metrics: ConfiguredMetrics
    /// When failed jobs are tried again.
    public let restarts: RestartPolicy
    /// What the names of jobs' consumer groups begin with: workspaces that share a broker need one each.
    public let groupPrefix: String

    /// The configuration without a file: two embedded stores that take everything, and the local log.
    public static let standard = WorkspaceConfiguration(
        file: nil, project: "default", theme: "auto", glyphs: .auto, isMouseOn: true, refreshSeconds: 2,
        isReadOnly: false, asOf: nil, state: nil, source: standardSource, stores: standardStores,
        metrics: .none, restarts: RestartPolicy(), groupPrefix: "larder")

    static let standardSource = ConfiguredSource(.local)

    static let standardStores = [("online", "online.db"), ("historical", "history.db")].map { name, path in
        ConfiguredStore(
            StoreDefinition(
                name: StoreName(name), type: "SQLITE", config: ["path": path], subscriptions: [.everything]))
    }

    /// Reads a configuration. What it does not name stays as in ``standard``; `stores` replaces all of its stores.
    ///
    /// - Parameters:
    ///   - text: the file's content.
    ///   - file: its name, for messages.
    ///   - environment: the variables that `${VAR}` may name.
    /// - Throws: at the first unknown key, wrong kind, or variable that is not set.
    public static func read(
        _ text: String, file: String, environment: [String: String]
    ) throws(DocumentError) -> WorkspaceConfiguration {
        let documents = try DocumentParser.documents(text, file: file)
        guard documents.count <= 1 else { throw documents[1].error("a configuration is one document, this is another") }
        let reader = ConfigurationReader(variables: VariableExpansion(environment: environment))
        return try documents.first.map { root throws(DocumentError) in
            try reader.configuration(root)
        } ?? standard.named(file)
    }

    private func named(_ file: String) -> WorkspaceConfiguration {
        WorkspaceConfiguration(
            file: file, project: project, theme: theme, glyphs: glyphs, isMouseOn: isMouseOn,
            refreshSeconds: refreshSeconds, isReadOnly: isReadOnly, asOf: asOf, state: state, source: source,
            stores: stores, metrics: metrics, restarts: restarts, groupPrefix: groupPrefix)
    }
}
