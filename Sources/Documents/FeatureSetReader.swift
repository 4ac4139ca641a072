internal import FeatureModel

/// Reads one document of a feature set.
struct FeatureSetReader {
    let defaultProject: ProjectName

    func document(_ root: DocumentNode) throws(DocumentError) -> FeatureSetDocument {
        // `meta` is what Feast returns besides; it says nothing about the definition.
        let map = try DocumentMap(root, keys: ["kind", "spec", "meta"])
        if let kind = map["kind"], try kind.scalarText() != "feature_set" {
            throw kind.error("expected the kind feature_set")
        }
        let featureSet = try featureSet(try map.required("spec"))
        return FeatureSetDocument(featureSet: featureSet, file: root.file, line: root.line)
    }

    private func featureSet(_ node: DocumentNode) throws(DocumentError) -> FeatureSet {
        // `version` is counted by Feast's server.
        let keys = ["project", "name", "entities", "features", "maxAge", "source", "labels", "version"]
        let map = try DocumentMap(node, keys: keys)
        let project = try map["project"].map { node throws(DocumentError) in try Self.name(node) }
        let name = try Self.name(try map.required("name"))
        var columns = ColumnNames()
        let entityNodes = try map.required("entities")
        var entities: [Entity] = []
        for node in try entityNodes.list() { entities.append(try entity(node, &columns)) }
        guard !entities.isEmpty else { throw entityNodes.error("a feature set needs at least one entity") }
        var features: [Feature] = []
        for node in try map["features"]?.list() ?? [] { features.append(try feature(node, &columns)) }
        return FeatureSet(
            reference: FeatureSetReference(project: project.map { ProjectName($0) } ?? defaultProject, name: name),
            entities: entities, features: features,
            maxAgeSeconds: try map["maxAge"].map { node throws(DocumentError) in try DurationText.wholeSeconds(node) },
            source: try map["source"].map { node throws(DocumentError) in try SourceReader.source(node) },
            labels: try map["labels"]?.labels() ?? [:])
    }

    private func entity(_ node: DocumentNode, _ columns: inout ColumnNames) throws(DocumentError) -> Entity {
        let map = try DocumentMap(node, keys: ["name", "valueType"])
        let name = try columns.add(try map.required("name"))
        return Entity(name: name, type: try Self.type(try map.required("valueType")))
    }

    private func feature(_ node: DocumentNode, _ columns: inout ColumnNames) throws(DocumentError) -> Feature {
        let map = try DocumentMap(node, keys: ["name", "valueType", "labels"] + ConstraintReader.names)
        let name = try columns.add(try map.required("name"))
        return Feature(
            name: name, type: try Self.type(try map.required("valueType")),
            labels: try map["labels"]?.labels() ?? [:], constraints: try ConstraintReader.constraints(of: map))
    }

    private static func type(_ node: DocumentNode) throws(DocumentError) -> ValueType {
        let name = try node.scalarText()
        guard let type = ValueType(name: name) else {
            let known = ValueType.allCases.map(\.name)
            throw node.error(
                "\(PrintableText.quoted(name)) is no value type", hint: NearestName.hint(for: name, among: known))
        }
        return type
    }

    static func name(_ node: DocumentNode) throws(DocumentError) -> String {
        let name = try node.scalarText()
        guard NameRule.isValid(name) else {
            throw node.error(
                "\(PrintableText.quoted(name)) is no name", hint: "names are letters, digits, _ and -")
        }
        return name
    }
}
