internal import FeatureModel

/// Reads where a feature set's rows come from: Larder's form with `config`, or Feast's with `kafkaSourceConfig`.
enum SourceReader {
    /// The settings of Feast's form.
    static let kafkaKeys = ["bootstrapServers", "topic", "partitions", "replicationFactor"]

    static func source(_ node: DocumentNode) throws(DocumentError) -> SourceDefinition {
        let map = try DocumentMap(node, keys: ["type", "config", "kafkaSourceConfig"])
        let type = try map.required("type").text()
        guard let kafka = map["kafkaSourceConfig"] else {
            return SourceDefinition(type: type, config: try map["config"]?.labels() ?? [:])
        }
        guard type == "KAFKA", map["config"] == nil else {
            throw kafka.error("kafkaSourceConfig belongs to the type KAFKA, alone")
        }
        let settings = try DocumentMap(kafka, keys: kafkaKeys)
        var config: [String: String] = [:]
        for key in kafkaKeys {
            config[KeySpelling.snake(key)] = try settings[key].map { node throws(DocumentError) in
                try node.scalarText()
            }
        }
        return SourceDefinition(type: type, config: config)
    }
}
