public import FeatureModel

/// Everything that a worker needs to run an ingestion job away from the job-state database: what `larder jobs spec`
/// writes and `larder worker --spec` reads.
public struct JobSpecification: Sendable, Hashable {
    /// The job's id: the name in rows, logs and metrics.
    public let job: JobID
    /// The consumer group; workers of one group share the partitions of the source.
    public let consumerGroup: String
    /// The project of rows whose reference names none.
    public let project: ProjectName
    /// Where rows come from.
    public let source: ConfiguredSource
    /// Where they go.
    public let store: ConfiguredStore
    /// Where rows go that the store cannot take, where the store itself keeps none; nil otherwise.
    public let deadLetters: ConfiguredStore?
    /// The feature sets, as they are registered.
    public let featureSets: [FeatureSet]
    /// The file; for messages.
    public let file: String

    /// Makes a specification.
    public init(
        job: JobID, consumerGroup: String, project: ProjectName, source: ConfiguredSource, store: ConfiguredStore,
        deadLetters: ConfiguredStore? = nil, featureSets: [FeatureSet], file: String = ""
    ) {
        self.job = job
        self.consumerGroup = consumerGroup
        self.project = project
        self.source = source
        self.store = store
        self.deadLetters = deadLetters
        self.featureSets = featureSets
        self.file = file
    }

    /// Reads a file: a document of the kind `job`, then one of the kind `feature_set` for each of its feature sets.
    ///
    /// - Parameters:
    ///   - text: the file's content.
    ///   - file: its name, for messages.
    ///   - environment: the variables that `${VAR}` may name.
    /// - Throws: at the first thing that is wrong.
    public static func read(
        _ text: String, file: String, environment: [String: String]
    ) throws(DocumentError) -> JobSpecification {
        let roots = try DocumentParser.documents(text, file: file)
        guard let first = roots.first else { throw DocumentError(file: file, message: "there is no job in the file") }
        return try JobSpecificationReader(variables: VariableExpansion(environment: environment))
            .specification(first, featureSets: Array(roots.dropFirst()))
    }

    /// The file's text. Values are written as they are: put `${VAR}` in the place of secrets before.
    public var yaml: String {
        var yaml = YAMLText()
        yaml.line(0, "kind: job")
        yaml.entry(0, "job", job.rawValue)
        yaml.entry(0, "consumer_group", consumerGroup)
        yaml.entry(0, "project", project.rawValue)
        yaml.line(0, "source:")
        yaml.entry(1, "type", source.kept.type)
        yaml.map(1, "config", source.kept.config)
        append(store.definition, as: "store", to: &yaml)
        if let deadLetters { append(deadLetters.definition, as: "dead_letters", to: &yaml) }
        return yaml.text + featureSets.map { "---\n" + $0.yaml }.joined()
    }

    private func append(_ store: StoreDefinition, as key: String, to yaml: inout YAMLText) {
        yaml.line(0, "\(key):")
        yaml.entry(1, "name", store.name.rawValue)
        yaml.entry(1, "type", store.type)
        yaml.map(1, "config", store.config)
        guard !store.subscriptions.isEmpty else { return }
        yaml.line(1, "subscriptions:")
        for subscription in store.subscriptions {
            yaml.line(2, "- project: \(YAMLText.scalar(subscription.project))")
            yaml.entry(3, "name", subscription.name)
            if subscription.exclude { yaml.line(3, "exclude: true") }
        }
    }
}
