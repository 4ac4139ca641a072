internal import FeatureModel

/// Reads a job's specification.
struct JobSpecificationReader {
    private static let keys = ["kind", "job", "consumerGroup", "project", "source", "store", "deadLetters"]

    let variables: VariableExpansion

    func specification(
        _ root: DocumentNode, featureSets: [DocumentNode]
    ) throws(DocumentError) -> JobSpecification {
        let map = try DocumentMap(root, keys: Self.keys, spelling: .snake)
        let kind = try map.required("kind")
        guard try kind.scalarText() == "job" else {
            throw kind.error("expected the kind job", hint: "larder jobs spec JOB writes such a file")
        }
        let project = ProjectName(try FeatureSetReader.name(try map.required("project")))
        let stores = StoreReader(variables: variables)
        return JobSpecification(
            job: JobID(try FeatureSetReader.name(try map.required("job"))),
            consumerGroup: try filled(map.required("consumerGroup")), project: project,
            source: try stores.source(try map.required("source")), store: try stores.store(try map.required("store")),
            deadLetters: try map["deadLetters"].map { node throws(DocumentError) in try stores.store(node) },
            featureSets: try sets(featureSets, project, root), file: root.file)
    }

    private func sets(
        _ nodes: [DocumentNode], _ project: ProjectName, _ root: DocumentNode
    ) throws(DocumentError) -> [FeatureSet] {
        guard !nodes.isEmpty else {
            throw root.error("no feature set follows", hint: "each is a document of its own, after a line with ---")
        }
        var sets: [FeatureSet] = []
        for node in nodes {
            let set = try FeatureSetReader(defaultProject: project).document(node).featureSet
            guard !sets.contains(where: { $0.reference == set.reference }) else {
                throw node.error("\(set.reference) stands in the file already")
            }
            sets.append(set)
        }
        return sets
    }

    private func filled(_ node: DocumentNode) throws(DocumentError) -> String {
        let text = try variables.expand(node).text
        guard !text.isEmpty else { throw node.error("expected text, got an empty one") }
        return text
    }
}
