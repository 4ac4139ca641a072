public import FeatureModel

/// Why text cannot be a key of a feature set.
public enum KeyFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// An entity was not given.
    case missing(entity: Entity, featureSet: FeatureSetReference, given: [String])
    /// An entity's text is not of its type.
    case unreadable(entity: Entity, featureSet: FeatureSetReference, reason: String)
    /// An entity was given twice.
    case twice(entity: String)

    /// What is wrong and what to do, in one sentence.
    public var description: String {
        switch self {
        case .missing(let entity, let set, let given):
            "\(set) needs the entity \(entity.name) (\(entity.type.name));"
                + (given.isEmpty ? " none was given" : " given were \(given.joined(separator: ", "))")
        case .unreadable(let entity, let set, let reason):
            "the entity \(entity.name) of \(set) is \(entity.type.name): \(reason)"
        case .twice(let entity): "the entity \(entity) was given twice; give it once"
        }
    }
}
