public import FeatureModel

/// A feature set as a document defines it (spec section 8.8).
public struct FeatureSetDocument: Sendable, Hashable {
    /// The definition.
    public let featureSet: FeatureSet
    /// The file that holds it.
    public let file: String
    /// The line, from 1, on which it begins.
    public let line: Int

    /// Reads all feature sets of a file: one YAML document each, with the tree of proto-JSON in `spec`.
    ///
    /// Keys may be in camelCase or snake_case. Unknown keys are refused, but for `kind`, which may say `feature_set`.
    ///
    /// - Parameters:
    ///   - text: the file's content.
    ///   - file: its name, for messages.
    ///   - defaultProject: the project of sets that name none.
    /// - Throws: at the first thing that is wrong; then nothing of the file counts.
    public static func read(
        _ text: String, file: String, defaultProject: ProjectName
    ) throws(DocumentError) -> [FeatureSetDocument] {
        var documents: [FeatureSetDocument] = []
        for root in try DocumentParser.documents(text, file: file) {
            let document = try FeatureSetReader(defaultProject: defaultProject).document(root)
            if let earlier = documents.first(where: { $0.featureSet.reference == document.featureSet.reference }) {
                throw root.error("\(document.featureSet.reference) stands in line \(earlier.line) already")
            }
            documents.append(document)
        }
        guard !documents.isEmpty else {
            throw DocumentError(file: file, message: "there is no feature set in the file")
        }
        return documents
    }
}
