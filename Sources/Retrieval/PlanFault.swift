public import FeatureModel

/// Why an export cannot be planned: requests that can never work.
public enum PlanFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Two references would give one column name.
    case sharedColumn(column: String, first: FeatureReference, second: FeatureReference)
    /// A feature's column is called like a column of the entity rows.
    case columnOfRows(column: String, reference: FeatureReference)
    /// Two feature sets give one entity different types.
    case entityTypes(entity: String, first: String, second: String)
    /// The entity rows have no column for an entity.
    case missingEntity(entity: String, neededBy: FeatureSetReference, columns: [String])
    /// The entity rows have no recognisable time column.
    case missingTime(column: String?, columns: [String])

    /// What is wrong and what to do, in one sentence.
    public var description: String {
        switch self {
        case .sharedColumn(let column, let first, let second):
            "\(first) and \(second) would both become the column \(column); name their feature sets, or leave one out"
        case .columnOfRows(let column, let reference):
            "\(reference) would become the column \(column), which the entity rows already have;"
                + " write it as set:feature, or rename the column"
        case .entityTypes(let entity, let first, let second):
            "the entity \(entity) has two types: \(first), \(second); export the feature sets one by one"
        case .missingEntity(let entity, let set, let columns):
            "the entity rows have no column \(entity), which \(set) needs; they have \(columns.joined(separator: ", "))"
        case .missingTime(let column?, let columns):
            "the entity rows have no column \(column); they have \(columns.joined(separator: ", "))"
        case .missingTime(nil, let columns):
            "the entity rows have no column event_timestamp (or datetime); name theirs with --timestamp-column;"
                + " they have \(columns.joined(separator: ", "))"
        }
    }
}
