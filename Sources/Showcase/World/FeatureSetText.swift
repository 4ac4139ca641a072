import FeatureModel

/// A feature set as the YAML document that would apply it.
struct FeatureSetText {
    private let definition: FeatureSet

    init(_ definition: FeatureSet) {
        self.definition = definition
    }

    /// The document.
    var yaml: String { (head + entities + features + tail).joined(separator: "\n") + "\n" }

    private var head: [String] {
        var lines = [
            "kind: feature_set", "spec:", "  name: \(definition.reference.name)",
            "  project: \(definition.reference.project)",
        ]
        if let age = definition.maxAgeSeconds { lines.append("  maxAge: \(age)s") }
        return lines
    }

    private var entities: [String] {
        ["  entities:"]
            + definition.entities.flatMap { ["    - name: \($0.name)", "      valueType: \($0.type.name)"] }
    }

    private var features: [String] {
        ["  features:"]
            + definition.features.flatMap { feature -> [String] in
                let labels = feature.labels.sorted { $0.key < $1.key }.map { "        \($0.key): \($0.value)" }
                let constraints = feature.constraints.sorted { $0.key < $1.key }
                    .map { "      \($0.key): \(Self.flow($0.value))" }
                return ["    - name: \(feature.name)", "      valueType: \(feature.type.name)"]
                    + (labels.isEmpty ? [] : ["      labels:"] + labels) + constraints
            }
    }

    private var tail: [String] {
        let labels = definition.labels.sorted { $0.key < $1.key }.map { "    \($0.key): \($0.value)" }
        var lines = labels.isEmpty ? [] : ["  labels:"] + labels
        guard let source = definition.source else { return lines }
        lines += ["  source:", "    type: \(source.type)", "    kafkaSourceConfig:"]
        return lines
            + [
                "      bootstrapServers: \(source.config["bootstrap_servers"] ?? "")",
                "      topic: \(source.config["topic"] ?? "")",
            ]
    }

    private static func flow(_ value: DocumentValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .integer(let number): "\(number)"
        case .double(let number): "\(number)"
        case .string(let text): "\"\(text)\""
        case .list(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
        case .map(let map):
            "{" + map.sorted { $0.key < $1.key }.map { "\($0.key): \(flow($0.value))" }.joined(separator: ", ") + "}"
        }
    }
}
