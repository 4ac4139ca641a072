public import FeatureModel

extension FeatureSet {
    /// The definition as a document that ``FeatureSetDocument/read(_:file:defaultProject:)`` reads back the same.
    public var yaml: String {
        var yaml = YAMLText()
        yaml.line(0, "kind: feature_set")
        yaml.line(0, "spec:")
        yaml.entry(1, "project", reference.project.rawValue)
        yaml.entry(1, "name", reference.name)
        yaml.line(1, "entities:")
        for entity in entities {
            yaml.line(2, "- name: \(YAMLText.scalar(entity.name))")
            yaml.entry(3, "valueType", entity.type.name)
        }
        appendFeatures(to: &yaml)
        if let maxAgeSeconds { yaml.line(1, "maxAge: \(maxAgeSeconds)s") }
        if let source {
            yaml.line(1, "source:")
            yaml.entry(2, "type", source.type)
            append(source.config, of: source.type, to: &yaml)
        }
        yaml.map(1, "labels", labels)
        return yaml.text
    }

    private func appendFeatures(to yaml: inout YAMLText) {
        guard !features.isEmpty else { return }
        yaml.line(1, "features:")
        for feature in features {
            yaml.line(2, "- name: \(YAMLText.scalar(feature.name))")
            yaml.entry(3, "valueType", feature.type.name)
            yaml.map(3, "labels", feature.labels)
            for (name, value) in feature.constraints.sorted(by: { $0.key < $1.key }) { yaml.tree(3, name, value) }
        }
    }

    /// Kafka's settings in Feast's own form, where they are no others than that form has.
    private func append(_ config: [String: String], of type: String, to yaml: inout YAMLText) {
        let known = SourceReader.kafkaKeys.map { KeySpelling.snake($0) }
        guard type == "KAFKA", config.keys.allSatisfy(known.contains) else { return yaml.map(2, "config", config) }
        let pairs = config.map { (KeySpelling.camel($0.key), $0.value) }
        yaml.map(2, "kafkaSourceConfig", Dictionary(uniqueKeysWithValues: pairs))
    }
}
