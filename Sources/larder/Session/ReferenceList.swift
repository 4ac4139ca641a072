import FeatureModel
import Operations

/// Reads feature references as typed: separated by commas, the option repeated.
enum ReferenceList {
    static func parse(_ texts: [String]) throws(OperationError) -> [FeatureReference] {
        var references: [FeatureReference] = []
        for text in texts.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
            guard let reference = FeatureReference(text) else {
                throw OperationError(
                    .invalid, "\"\(text)\" is no feature reference", target: String(text),
                    hint: "write [project/][feature_set:]feature, such as nyc/weather:temp")
            }
            references.append(reference)
        }
        return references
    }
}
