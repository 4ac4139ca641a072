internal import FeatureModel

/// Reads the TensorFlow Data Validation constraints of a feature (spec section 1.5). They are kept as they are; only their
/// keys are checked.
enum ConstraintReader {
    /// Constraints of one group exclude each other.
    private static let groups: [[String]] = [
        ["presence", "groupPresence"], ["shape", "valueCount"],
        [
            "domain", "intDomain", "floatDomain", "stringDomain", "boolDomain", "structDomain",
            "naturalLanguageDomain", "imageDomain", "midDomain", "urlDomain", "timeDomain", "timeOfDayDomain",
        ],
    ]

    /// The keys within each constraint; nil takes any.
    private static let keys: [String: [String]] = [
        "presence": ["minFraction", "minCount"], "groupPresence": ["required"], "shape": ["dim"],
        "valueCount": ["min", "max"], "intDomain": ["name", "min", "max", "isCategorical"],
        "floatDomain": ["name", "min", "max"], "stringDomain": ["name", "value"],
        "boolDomain": ["name", "trueValue", "falseValue"], "naturalLanguageDomain": [], "imageDomain": [],
        "midDomain": [], "urlDomain": [], "timeDomain": ["stringFormat", "integerFormat"],
        "timeOfDayDomain": ["stringFormat", "integerFormat"],
    ]

    static var names: [String] { groups.flatMap(\.self) }

    static func constraints(of map: DocumentMap) throws(DocumentError) -> [String: DocumentValue] {
        var constraints: [String: DocumentValue] = [:]
        for group in groups {
            var taken: String?
            for name in group {
                guard let node = map[name] else { continue }
                if let taken { throw node.error("\(taken) and \(name) exclude each other") }
                taken = name
                if let known = keys[name] { _ = try DocumentMap(node, keys: known) }
                constraints[name] = try node.documentValue()
            }
        }
        return constraints
    }
}
