import FeatureModel
import LocalState
import Operations
import Retrieval
import StorageAPI

/// Answers questions for online values: the values with their states, and the reasons behind them.
struct OnlineService: Sendable {
    /// Reads dead letters, newest first, wherever they are kept.
    typealias DeadLetterReading =
        @Sendable (DeadLetterQuery, _ limit: Int) async throws(OperationError) -> [DeadLetter]

    let directory: StoreDirectory
    let lookup: FeatureLookup
    let jobs: JobLedger
    let deadLetters: DeadLetterReading
    /// How long a worker that is not heard of counts as alive.
    let leaseTerm: Duration
    /// Replaces the clock in judging freshness.
    let asOf: Timestamp?
    let now: @Sendable () -> Timestamp
    let clock: any Clock<Duration>

    var choice: StoreChoice { StoreChoice(directory: directory) }

    /// Reads values with their states, in the order of keys, and of features within a key.
    func get(_ query: OnlineQuery) async throws(OperationError) -> OnlineAnswer {
        let selections = try await lookup.selections(for: query.features)
        guard !query.keys.isEmpty else {
            throw OperationError(.invalid, "no key was given", hint: "give entities, such as origin=EWR")
        }
        let time = query.at ?? asOf ?? now()
        let started = ContinuousClock.now
        var values = Array(repeating: [OnlineValue?](repeating: nil, count: selections.count), count: query.keys.count)
        for group in SelectionGroup.groups(of: selections) {
            let answers = try await read(group, query, at: time)
            for (key, answer) in answers.enumerated() {
                for (place, value) in zip(group.places, answer) { values[key][place] = value }
            }
        }
        let elapsed = started.duration(to: .now)
        return OnlineAnswer(
            values: values.flatMap { $0.compactMap { $0 } }, asOf: time, milliseconds: elapsed / .milliseconds(1))
    }

    /// The stores that answer online for a feature set, the one that is asked by default first.
    func stores(for featureSet: FeatureSetReference) async throws(OperationError) -> [StoreName] {
        try await choice.candidates(for: featureSet, .online).map(\.name)
    }

    private func read(
        _ group: SelectionGroup, _ query: OnlineQuery, at time: Timestamp
    ) async throws(OperationError) -> [[OnlineValue]] {
        let entry = try await choice.store(for: [group.featureSet.reference], .online, named: query.store)
        let keys = try Self.keys(query.keys, of: group.featureSet)
        let rows = try await rows(keys, group, of: entry)
        return zip(keys, rows).map { key, row in
            group.features.enumerated().map { index, feature in
                Self.value(of: feature, at: index, in: row, key: key, group.featureSet, entry.name, time)
            }
        }
    }

    func rows(
        _ keys: [EntityKey], _ group: SelectionGroup, of entry: StoreEntry
    ) async throws(OperationError) -> [OnlineRow?] {
        do throws(StoreError) {
            let retriever = try await directory.onlineRetriever(of: entry)
            let request = OnlineRequest(featureSet: group.featureSet, keys: keys, features: group.features)
            let rows = try await retriever.read(request)
            guard rows.count == keys.count else {
                throw StoreError(
                    .unexpected, recovery: .permanent, operation: "read online values", connector: entry.card.type,
                    store: entry.name, message: "it answered \(rows.count) rows for \(keys.count) keys")
            }
            return rows
        } catch {
            throw OperationError(error)
        }
    }

    static func keys(
        _ texts: [[OnlineQuery.EntityText]], of featureSet: FeatureSet
    ) throws(OperationError) -> [EntityKey] {
        var keys: [EntityKey] = []
        keys.reserveCapacity(texts.count)
        for text in texts {
            do throws(KeyFault) {
                keys.append(try KeyReading.key(from: text.map { ($0.name, $0.text) }, of: featureSet))
            } catch {
                throw OperationError(.invalid, error.description, target: featureSet.reference.description)
            }
        }
        return keys
    }

    static func value(
        of feature: Int, at index: Int, in row: OnlineRow?, key: EntityKey, _ featureSet: FeatureSet,
        _ store: StoreName, _ time: Timestamp
    ) -> OnlineValue {
        let stored = row?.values[index]
        let freshness = row.map {
            ServingRule.freshness(of: $0.eventTimestamp, maxAgeSeconds: featureSet.maxAgeSeconds, at: time)
        }
        let state = ServingRule.state(of: stored, in: row, freshness: freshness)
        // A row without a time is judged like any other, but has no age to show.
        let hasTime = row.map { $0.eventTimestamp != .zero } ?? false
        return OnlineValue(
            entities: entities(of: key, in: featureSet), feature: reference(of: feature, in: featureSet),
            type: featureSet.features[feature].type, value: stored, state: OnlineState(state),
            eventTimestamp: hasTime ? row?.eventTimestamp : nil, createdTimestamp: row?.createdTimestamp,
            ageSeconds: hasTime ? freshness?.ageSeconds : nil, maxAgeSeconds: featureSet.maxAgeSeconds,
            served: state == .present ? stored : nil, store: store)
    }

    /// A key's values by name, in the order of the feature set's document.
    static func entities(of key: EntityKey, in featureSet: FeatureSet) -> [NamedValue] {
        let byName = Dictionary(
            zip(featureSet.keyEntities.map(\.name), key.values), uniquingKeysWith: { first, _ in first })
        return featureSet.entities.map { NamedValue(name: $0.name, value: byName[$0.name]) }
    }

    static func reference(of feature: Int, in featureSet: FeatureSet) -> FeatureReference {
        FeatureReference(
            project: featureSet.reference.project, featureSet: featureSet.reference.name,
            feature: featureSet.features[feature].name)
    }
}

extension OnlineState {
    init(_ state: ServingRule.State) {
        self =
            switch state {
            case .present: .present
            case .null: .null
            case .noKey: .noKey
            case .tooOld: .tooOld
            }
    }
}
