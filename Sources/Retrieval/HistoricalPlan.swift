public import FeatureModel
public import StorageAPI

/// How an export's columns come out of what is asked of each feature set.
public struct HistoricalPlan: Sendable {
    /// What is asked of each feature set, in the order in which the sets were first named.
    public let requests: [HistoricalFeatureSetRequest]
    /// The names of the features' columns, in the order asked.
    public let columnNames: [String]
    /// The references as asked, one for each of ``columnNames``.
    public let references: [FeatureReference]
    /// For each of ``columnNames``, the place of its value in an answer.
    public let answerPlaces: [Int]

    /// Plans an export.
    ///
    /// - Parameters:
    ///   - selections: the features, in the order asked.
    ///   - maxAgeOverrideSeconds: replaces the max age of every set; 0 means unlimited; nil leaves the sets' own.
    /// - Throws: ``PlanFault`` when two references would give one column.
    public init(selections: [FeatureSelection], maxAgeOverrideSeconds: Int64? = nil) throws(PlanFault) {
        let groups = SelectionGroup.groups(of: selections)
        requests = groups.map { group in
            let limit = maxAgeOverrideSeconds.map { $0 > 0 ? $0 : nil } ?? group.featureSet.maxAgeSeconds
            return HistoricalFeatureSetRequest(
                featureSet: group.featureSet, features: group.features, maxAgeSeconds: limit)
        }
        references = selections.map(\.asked)
        columnNames = references.map(\.columnName)
        var places = Array(repeating: 0, count: selections.count)
        for (answerPlace, place) in groups.flatMap(\.places).enumerated() {
            places[place] = answerPlace
        }
        answerPlaces = places
        try Self.refuseSharedColumns(selections)
    }

    /// The entities that entity rows must have a column for, by name, with the sets that need them.
    ///
    /// - Throws: ``PlanFault`` when two sets give one entity different types.
    public func entities() throws(PlanFault) -> [Entity] {
        var owners: [String: (type: ValueType, set: FeatureSetReference)] = [:]
        var order: [String] = []
        for request in requests {
            for entity in request.featureSet.entities {
                if let owner = owners[entity.name] {
                    guard owner.type == entity.type else {
                        throw .entityTypes(
                            entity: entity.name, first: "\(owner.set) says \(owner.type.name)",
                            second: "\(request.featureSet.reference) says \(entity.type.name)")
                    }
                } else {
                    owners[entity.name] = (entity.type, request.featureSet.reference)
                    order.append(entity.name)
                }
            }
        }
        return order.compactMap { name in owners[name].map { Entity(name: name, type: $0.type) } }
    }

    private static func refuseSharedColumns(_ selections: [FeatureSelection]) throws(PlanFault) {
        var owners: [String: FeatureReference] = [:]
        for selection in selections {
            let column = selection.asked.columnName
            if let other = owners[column] {
                throw .sharedColumn(column: column, first: other, second: selection.asked)
            }
            owners[column] = selection.asked
        }
    }
}
