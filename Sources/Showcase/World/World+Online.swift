import FeatureModel
import Operations

extension World {
    /// Reads online values.
    func online(_ query: OnlineQuery, _ now: Timestamp) throws(OperationError) -> OnlineAnswer {
        let features = try expanded(query.features)
        let asOf = query.at ?? scenario.asOf ?? now
        var values: [OnlineValue] = []
        for key in query.keys {
            for feature in features { values.append(try value(feature, key, query.store, asOf)) }
        }
        return OnlineAnswer(values: values, asOf: asOf, milliseconds: 3.1)
    }

    /// The stores that can be asked about a feature set.
    func onlineStores(_ reference: FeatureSetReference) throws(OperationError) -> [StoreName] {
        _ = try record(reference)
        return stores.filter { $0.definition.subscribes(to: reference) }.map(\.name)
    }

    /// References in full, wildcards replaced by the features they mean.
    func expanded(_ references: [FeatureReference]) throws(OperationError) -> [FeatureReference] {
        var result: [FeatureReference] = []
        for reference in references {
            let candidates = sets.map(\.definition).filter { set in
                (reference.project == nil || reference.project == set.reference.project)
                    && (reference.featureSet == nil || reference.featureSet == set.reference.name)
                    && (reference.isWildcard || set.index(ofFeature: reference.feature) != nil)
            }
            guard let set = candidates.first else {
                throw OperationError(
                    .notFound, "there is no feature \(reference)", target: reference.description,
                    hint: "larder feature-sets list shows the sets, their schema the features")
            }
            guard candidates.count == 1 else {
                let names = candidates.map(\.reference.description).joined(separator: ", ")
                throw OperationError(
                    .invalid, "\(reference) is in \(names)", target: reference.description, hint: "name the set")
            }
            let names = reference.isWildcard ? set.features.map(\.name) : [reference.feature]
            result += names.map {
                FeatureReference(project: set.reference.project, featureSet: set.reference.name, feature: $0)
            }
        }
        return result
    }

    /// One value of one key.
    func value(
        _ feature: FeatureReference, _ key: [OnlineQuery.EntityText], _ store: StoreName?, _ asOf: Timestamp
    ) throws(OperationError) -> OnlineValue {
        guard let project = feature.project, let setName = feature.featureSet else {
            throw OperationError(.invalid, "\(feature) does not name its feature set")
        }
        let reference = FeatureSetReference(project: project, name: setName)
        let set = try record(reference).definition
        let entities = try entities(of: set, key)
        let stores = try onlineStores(reference)
        guard let asked = store ?? stores.first, stores.contains(asked) else {
            throw OperationError(
                .invalid, "no store with online values subscribes to \(reference)", target: reference.description,
                hint: "subscribe one, or ask for another feature set")
        }
        if downStores.contains(asked), let plan = self.stores.first(where: { $0.name == asked }) {
            throw unreachable(plan)
        }
        let type = set.index(ofFeature: feature.feature).map { set.features[$0].type } ?? .string
        let keyText = entities.map { OnlineStory.text(of: $0.value) }.joined(separator: "|")
        let story = OnlineStory.of(feature, type: type, key: keyText, maxAge: set.maxAgeSeconds, seed: scenario.seed)
        return story.value(entities, feature, type, set.maxAgeSeconds, asked, asOf: asOf, start: start)
    }

    private func entities(
        of set: FeatureSet, _ key: [OnlineQuery.EntityText]
    ) throws(OperationError) -> [NamedValue] {
        var values: [NamedValue] = []
        for entity in set.entities {
            guard let part = key.first(where: { $0.name == entity.name }) else {
                throw OperationError(
                    .invalid, "\(set.reference) is keyed by \(entity.name), which the key does not have",
                    target: entity.name, hint: "add \(entity.name)=VALUE")
            }
            switch entity.type {
            case .int64:
                guard let number = Int64(part.text) else { throw notANumber(part, entity) }
                values.append(NamedValue(name: entity.name, value: .int64(number)))
            case .int32:
                guard let number = Int32(part.text) else { throw notANumber(part, entity) }
                values.append(NamedValue(name: entity.name, value: .int32(number)))
            default: values.append(NamedValue(name: entity.name, value: .string(part.text)))
            }
        }
        return values
    }

    private func notANumber(_ part: OnlineQuery.EntityText, _ entity: Entity) -> OperationError {
        OperationError(
            .invalid, "\(part.name) is \(entity.type.name), and \"\(part.text)\" is none", target: part.name)
    }
}
